"""The messages of the pages: written to translations/ anew, or only compared with it.

    python tools/words.py           extract, update and compile every locale
    python tools/words.py --check   name each file that is behind, and fail if there is one

Both run in the project's folder. Message ids are English sentences, so English needs no
catalog. Fuzzy guesses are never made: a new sentence is empty until somebody translates it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel.messages.catalog import Catalog

    Words = dict[tuple[str | None, tuple[str, ...]], tuple[str, ...]]

FOLDER: Final = Path("translations")
TEMPLATE: Final = FOLDER / "messages.pot"
LOCALES: Final = ("zh_Hans", "zh_Hant")
KEYWORDS: Final = ("lazy_gettext", "lazy_ngettext:1,2", "lazy_pgettext:1c,2")
"""What marks a message, beside the names that Babel knows."""


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        write()
        return 0
    stale = behind()
    for path in stale:
        print(f"{path} is behind the messages of site/: run `make words`.", file=sys.stderr)
    return 1 if stale else 0


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    extract(TEMPLATE)
    for locale in LOCALES:
        pybabel(
            "update",
            f"--input-file={TEMPLATE}",
            f"--output-dir={FOLDER}",
            f"--locale={locale}",
            "--init-missing",
            "--no-fuzzy-matching",
            "--ignore-obsolete",
            "--ignore-pot-creation-date",
        )
    pybabel("compile", f"--directory={FOLDER}")


def behind() -> list[Path]:
    """The files that `make words` would change, or that lack a message of the pages."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / TEMPLATE.name
        extract(fresh)
        wanted = read(fresh, read_po).keys()
    stale = [TEMPLATE] if read(TEMPLATE, read_po).keys() != wanted else []
    for locale in LOCALES:
        source = FOLDER / locale / "LC_MESSAGES" / "messages.po"
        compiled = source.with_suffix(".mo")
        words = read(source, read_po)
        if words.keys() != wanted:
            stale.append(source)
        if not compiles_to(words, read(compiled, read_mo)):
            stale.append(compiled)
    return stale


def extract(template: Path) -> None:
    """Locations name files without lines, so that a template changes only with its messages."""
    pybabel(
        "extract",
        "--mapping=pyproject.toml",
        f"--output-file={template}",
        "--add-location=file",
        "--sort-by-file",
        "--omit-header",
        "--add-comments=Translators:",
        *(f"--keyword={keyword}" for keyword in KEYWORDS),
        "--input-dirs=site",
    )


def compiles_to(words: Words, compiled: Words) -> bool:
    """Babel fills a plural that has no translation with its id, so that only those may differ."""
    translated = {key: forms for key, forms in words.items() if forms}
    return compiled.items() >= translated.items() and compiled.keys() <= words.keys()


def read(path: Path, reader: Callable[..., Catalog]) -> Words:
    """(context, (id, plural id)) → the translation in each plural form; none if there is none."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {(m.context, _forms(m.id)): _forms(m.string) for m in reader(file) if m.id}


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(filter(None, [text] if isinstance(text, str) else text or ()))


def pybabel(*arguments: str) -> None:
    babel = CommandLineInterface()
    babel.run(["pybabel", "--quiet", *arguments])  # type: ignore[no-untyped-call]  # Babel's gap


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
