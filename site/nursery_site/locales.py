"""The three locales, and which of them a reader gets.

One table holds every fact about a locale. Language tags are resolved here and nowhere else:
Flask-Babel alone falls back to English for `zh_TW`, and werkzeug's best match sends `zh-TW` to
Simplified Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from werkzeug.http import parse_accept_header


class Locale(StrEnum):
    """The value in the URL, in the cookie and in the API's `lang`."""

    ZH_HANS = "zh-hans"
    ZH_HANT = "zh-hant"
    EN = "en"


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """`tag` is the BCP 47 tag of pages, `catalog` the folder of translations, `own_name` what
    its readers call it, `short_name` the same where a phone has no room: a part of it."""

    tag: str
    catalog: str
    own_name: str
    short_name: str


FACTS: Final[dict[Locale, LocaleFacts]] = {
    Locale.ZH_HANS: LocaleFacts("zh-Hans", "zh_Hans", "简体中文", "简"),
    Locale.ZH_HANT: LocaleFacts("zh-Hant", "zh_Hant", "繁體中文", "繁"),
    Locale.EN: LocaleFacts("en", "en", "English", "En"),
}

COOKIE: Final = "locale"

_CHINESE: Final = frozenset({"zh", "cmn", "yue", "wuu", "hak", "nan", "gan", "hsn"})
_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})
_TAG: Final = re.compile(r"[a-z]{2,3}([-_][a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)


def from_tag(tag: str) -> Locale | None:
    """The locale of a language tag, `None` for a language the site is not written in.

    >>> from_tag("zh-TW"), from_tag("zh-Hans-HK"), from_tag("en-GB"), from_tag("fr")
    (<Locale.ZH_HANT: 'zh-hant'>, <Locale.ZH_HANS: 'zh-hans'>, <Locale.EN: 'en'>, None)
    >>> from_tag("yue-Hant-HK"), from_tag("nan")
    (<Locale.ZH_HANT: 'zh-hant'>, <Locale.ZH_HANS: 'zh-hans'>)
    """
    language, *subtags = tag.strip().lower().replace("_", "-").split("-")
    if language == "en":
        return Locale.EN
    if language not in _CHINESE:
        return None
    if "hans" in subtags:
        return Locale.ZH_HANS
    return Locale.ZH_HANT if _TRADITIONAL.intersection(subtags) else Locale.ZH_HANS


def negotiate(cookie: str | None, accept_language: str | None) -> Locale:
    """The locale for a reader who asked for none: the cookie's, then the best of the header.

    No language at all, nothing that is one, or any language (`*`), is Simplified Chinese;
    languages we do not write are answered in English.
    """
    if cookie in FACTS:
        return Locale(cookie)
    wanted = [
        (tag, quality)
        for tag, quality in parse_accept_header(accept_language)
        if quality > 0 and (tag == "*" or _TAG.fullmatch(tag))
    ]
    tags = [tag for tag, _ in sorted(wanted, key=lambda item: -item[1])]
    if not tags or tags[0] == "*":
        return Locale.ZH_HANS
    return next((locale for tag in tags if (locale := from_tag(tag)) is not None), Locale.EN)
