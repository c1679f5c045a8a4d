"""Functional zones (功能区): districts of published lists that no code table has.

A zone is known by its words. 盐城经济技术开发区, 经济技术开发区 and 经开区 are one zone of 盐城,
whose key, `3209z1`, is allotted when a list first names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from registry.keys import name_key
from registry.places.names import short_name
from registry.places.table import Zone

_SUFFIXES: Final = (
    "开发区|高新区|经开区|新区|示范区|园区|度假区|保税区|合作区|试验区|实验区|管理区|功能区|"
    "风景区|名胜区|自贸区|港区|管理局"
)
_ZONE: Final = re.compile(rf".{{0,12}}?(?:{_SUFFIXES})")
_ADDRESS_ZONE: Final = re.compile(r"[^路街道巷镇乡村号\d]{0,8}?(?:开发区|高新区|经开区)")
_OFFICE: Final = re.compile(r"(?:党工委)?(?:管委会|管理委员会)$")
_TOWN: Final = re.compile(r".+(?:镇|乡|街道|街|社区|苏木)")
_SHORTER: Final = (
    (re.compile(r"国家级|省级|国家"), ""),
    (re.compile(r"改革创新示范区"), "示范区"),
    (re.compile(r"高新技术产业(?:开发|示范)?区|高新技术(?:产业)?开发区|高新开发区"), "高新区"),
    (re.compile(r"经济(?:技术)?开发区"), "经开区"),
)


def zone_words(text: str) -> str | None:
    """The zone that region words name, without its office (管委会) and a town behind it.

    `text` is a key of `registry.keys.name_key`, the regions before the zone taken off.
    """
    match = _ZONE.match(_OFFICE.sub("", text))
    rest = _OFFICE.sub("", text)[match.end() :] if match else ""
    return match[0] if match and (not rest or _TOWN.fullmatch(rest)) else None


def address_zone(text: str) -> str | None:
    """The zone an address begins with, where no house or estate could be called so."""
    match = _ADDRESS_ZONE.match(text)
    return match[0] if match else None


def is_town(text: str) -> bool:
    """Whether words name a town or street (乡镇、街道), a level below every division here."""
    return _TOWN.fullmatch(text) is not None


def zone_key_name(name: str, city: str) -> str:
    """What all spellings of a zone's name within its city have in common.

    >>> {zone_key_name(name, "盐城市") for name in ("盐城经济技术开发区", "经开区")}
    {'经开区'}
    """
    key = _OFFICE.sub("", name_key(name))
    for prefix in (name_key(city), name_key(short_name(city))):
        if _ZONE.fullmatch(key.removeprefix(prefix)):
            key = key.removeprefix(prefix)
    for pattern, shorter in _SHORTER:
        key = pattern.sub(shorter, key)
    return key


def next_zone_key(existing: Iterable[Zone], city: str) -> str:
    """The key of the next zone that appears in a city (`3209`): `3209z1`, then `3209z2`."""
    numbers = [int(zone.key.partition("z")[2]) for zone in existing if zone.city == city]
    return f"{city}z{max(numbers, default=0) + 1}"
