"""What can go wrong in the registry.

RegistryError                 one clear sentence for the operator; exit status 2
├── UnreadableFile            the file is not what its name says, or holds no table
│   ├── FileTooLarge          over the limits, packed or unpacked
│   └── WrongEncoding         the text decodes under none of the encodings tried
├── NoNurseryTable            tables, but none with a column of names
├── NoFigureTable             tables, but none of divisions with figures
├── TooManyWaiting            more reports wait for a decision than anybody could read
├── LedgerError               the ledger cannot be opened, or holds something else
└── DemoRefused               demonstration data would mix with real lists
"""

from __future__ import annotations


class RegistryError(Exception):
    """The root. `str(error)` is one sentence that can be shown as it is."""


class UnreadableFile(RegistryError):
    """The file is damaged, empty, or not what its name says."""


class FileTooLarge(UnreadableFile):
    """The file is over the limits, as it is or unpacked."""


class WrongEncoding(UnreadableFile):
    """The text decodes under none of the encodings tried, or to headings nobody knows."""


class NoNurseryTable(RegistryError):
    """The file holds no table with a column of nursery names."""


class NoFigureTable(RegistryError):
    """The file holds no table of divisions with population, children or income."""


class TooManyWaiting(RegistryError):
    """So many reports wait for the operator's decision that no more are taken."""


class LedgerError(RegistryError):
    """The ledger cannot be opened, or it is another program's database."""


class DemoRefused(RegistryError):
    """The ledger holds real lists; fictional nurseries must not be mixed with them."""
