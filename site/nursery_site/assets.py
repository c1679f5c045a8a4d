"""Static files under names that hold their content's hash, so that they never change.

Each file of `static/` is written once as `name.<hash>.ext`, beside its compressed forms, into
the data folder, and WhiteNoise serves it as immutable.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Final

from whitenoise.compress import Compressor

PREFIX: Final = "/static/"
_COMPRESSED: Final = frozenset({".css", ".js", ".svg"})


class Assets:
    """The static files of `folder`, made ready in `into`."""

    def __init__(self, folder: Path, into: Path) -> None:
        self.folder = into
        into.mkdir(parents=True, exist_ok=True)
        files = sorted(path for path in folder.iterdir() if path.is_file())
        self._urls = {path.name: PREFIX + _prepared(path, into) for path in files}
        names = "".join(self._urls.values())
        self.fingerprint: Final = hashlib.sha256(names.encode()).hexdigest()[:12]

    def url(self, name: str) -> str:
        """The URL of a file. Raises `KeyError` for a file that does not exist."""
        return self._urls[name]


def _prepared(path: Path, into: Path) -> str:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:10]
    name = f"{path.stem}.{digest}{path.suffix}"
    target = into / name
    if not target.exists():
        # Several workers may start at once: each writes aside and renames.
        with tempfile.TemporaryDirectory(dir=into) as aside:
            copy = Path(aside, name)
            copy.write_bytes(content)
            made = [str(copy)]
            if path.suffix in _COMPRESSED:
                made += Compressor(quiet=True).compress(str(copy))
            for file in reversed(made):
                Path(file).chmod(0o644)
                Path(file).replace(into / Path(file).name)
    return name
