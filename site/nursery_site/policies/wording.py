"""An editor's Chinese words for one reader; titles of documents (《…》) stay as published."""

from __future__ import annotations

import re
from typing import Final

from nursery_site.locales import Locale
from nursery_site.reader import Reader
from nursery_site.reading import Text

_TITLES: Final = re.compile(r"(《[^》]*》)")


def worded(text: str, reader: Reader) -> tuple[Text, ...]:
    """The text in the reader's script, in pieces where the language changes."""
    if reader.locale is Locale.EN:
        return (reader.as_published(text),)
    pieces = enumerate(_TITLES.split(text))
    return tuple(
        reader.as_published(piece) if place % 2 else reader.data(piece)
        for place, piece in pieces
        if piece
    )


def spoken(chinese: str, english: str, reader: Reader) -> tuple[Text, ...]:
    """What has an English wording in it, and the Chinese in the reader's script elsewhere."""
    return (Text(english),) if reader.locale is Locale.EN else worded(chinese, reader)


def flat(pieces: tuple[Text, ...], reader: Reader) -> str:
    """The pieces as one string that cannot be marked, and so all of it in the reader's script."""
    return reader.reading.in_script("".join(piece.text for piece in pieces), reader.locale)
