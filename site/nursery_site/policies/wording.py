"""An editor's Chinese words for one reader; titles of documents (《…》) stay as published."""

from __future__ import annotations

import re
from typing import Final

from nursery_site.locales import Locale
from nursery_site.reader import Reader
from nursery_site.reading import Text

_TITLES: Final = re.compile(r"(《[^》]*》)")
_QUOTES: Final = str.maketrans("“”‘’", "「」『』")


def worded(text: str, reader: Reader) -> tuple[Text, ...]:
    """The text in the reader's script, in pieces where the language changes."""
    if reader.locale is Locale.EN:
        return (reader.as_published(text),)
    pieces = enumerate(_TITLES.split(text))
    return tuple(
        reader.as_published(piece) if place % 2 else Text(in_script(piece, reader))
        for place, piece in pieces
        if piece
    )


def in_script(text: str, reader: Reader) -> str:
    """Our own words in the reader's script, with its quotation marks."""
    said = reader.reading.in_script(text, reader.locale)
    return said.translate(_QUOTES) if reader.locale is Locale.ZH_HANT else said


def spoken(chinese: str, english: str, reader: Reader) -> tuple[Text, ...]:
    """What has an English wording in it, its Chinese words marked; elsewhere the Chinese."""
    if reader.locale is Locale.EN:
        return reader.reading.marked(english, reader.locale)
    return worded(chinese, reader)


def flat(pieces: tuple[Text, ...], reader: Reader) -> str:
    """The pieces as one string that cannot be marked, and so all of it in the reader's script."""
    return in_script("".join(piece.text for piece in pieces), reader)
