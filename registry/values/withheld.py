"""The marks that stand for what is not published, and names without them."""

from __future__ import annotations

import re
from typing import Final

from registry.values.plain import tidy

NO_MOBILE: Final = "（手机号不公开）"
NO_NAME: Final = "（姓名不公开）"
NO_IDENTITY: Final = "（证件号不公开）"
NO_MAIL: Final = "（邮箱不公开）"
NOT_PUBLIC: Final = "（不公开）"
"""Stands in a column of persons for whatever the list holds there."""

_OUR_MARKS = re.compile(f"{NO_MOBILE}|{NO_NAME}|{NO_IDENTITY}|{NO_MAIL}|{NOT_PUBLIC}")
_EMPTY_BRACKETS = re.compile(r"[(（][\s,，、:：/;；]*[)）]")


def unmarked(text: str) -> str:
    """A masked name without our marks and the brackets that they leave empty, tidied."""
    name = _OUR_MARKS.sub("", text)
    if name == text:
        return tidy(text)
    return tidy(_EMPTY_BRACKETS.sub("", name)).rstrip(" ,，、:：/;；-")
