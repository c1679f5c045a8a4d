"""Published Chinese text in the script its reader reads.

The store holds every text as published. For readers of Traditional characters it is converted
when shown: OpenCC's s2tw, which keeps 社区 a 社區, after a list of terms that it gets wrong
(`translations/protect.txt`). Registered names and filed addresses are legal strings: they stay
as published and are marked as such; the conversion stands beside them as a reading aid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import opencc
from markupsafe import Markup, escape

from nursery_site.locales import Locale

_CACHED_TEXTS = 20_000
_CHINESE = re.compile(r"([\u3400-\u9fff][\u3400-\u9fff\w、（）·]*)")


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text; `lang` where it differs from the page's own."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A registered name as published; `reading` in the reader's script where that differs."""

    published: str
    lang: str | None
    reading: str | None


class Reading:
    """Texts in a reader's script. One per site; every text is converted once."""

    def __init__(self, protect: Path) -> None:
        self._protected = _protected(protect)
        pattern = "|".join(re.escape(term) for term in sorted(self._protected, key=len)[::-1])
        self._terms = re.compile(f"({pattern})") if pattern else None
        self._converter = opencc.OpenCC("s2tw")
        self._traditional: dict[str, str] = {}

    def in_script(self, text: str, locale: Locale) -> str:
        """The text in the locale's script. English readers get the published characters."""
        if locale is not Locale.ZH_HANT:
            return text
        if text not in self._traditional:
            if len(self._traditional) >= _CACHED_TEXTS:
                self._traditional.clear()
            self._traditional[text] = self._converted(text)
        return self._traditional[text]

    def text(self, text: str, locale: Locale) -> Text:
        """Published text for a sentence: converted, or marked as Chinese on an English page."""
        return Text(self.in_script(text, locale), "zh-Hans" if locale is Locale.EN else None)

    def marked(self, sentence: str, locale: Locale) -> tuple[Text, ...]:
        """A sentence of ours that quotes Chinese: on an English page its pieces are marked."""
        if locale is not Locale.EN:
            return (Text(sentence),) if sentence else ()
        pieces = _CHINESE.split(sentence)
        return tuple(
            Text(piece, "zh-Hans" if place % 2 else None)
            for place, piece in enumerate(pieces)
            if piece
        )

    def html(self, sentence: str, locale: Locale) -> Markup:
        """`marked` as HTML, for a sentence that comes to a template whole."""
        pieces = self.marked(str(sentence), locale)
        spans = (
            Markup('<span lang="{}">{}</span>').format(piece.lang, piece.text)
            if piece.lang
            else escape(piece.text)
            for piece in pieces
        )
        return Markup("").join(spans)

    def name(self, published: str, locale: Locale) -> Name:
        """A legal string: as published, with its reading where the script differs."""
        reading = self.in_script(published, locale)
        return Name(
            published, _lang_of_published(locale), reading if reading != published else None
        )

    def _converted(self, text: str) -> str:
        if self._terms is None:
            return self._convert(text)
        pieces = self._terms.split(text)
        return "".join(self._protected.get(piece) or self._convert(piece) for piece in pieces)

    def _convert(self, text: str) -> str:
        return str(self._converter.convert(text)) if text else ""


def published(text: str, locale: Locale) -> Text:
    """A text that stays as it was published, marked as Simplified Chinese where that tells."""
    return Text(text, _lang_of_published(locale))


def _lang_of_published(locale: Locale) -> str | None:
    return None if locale is Locale.ZH_HANS else "zh-Hans"


@cache
def _protected(path: Path) -> dict[str, str]:
    """`published<TAB>Traditional` per line; `#` begins a comment."""
    lines = path.read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {pair[0]: pair[1] for pair in pairs}
