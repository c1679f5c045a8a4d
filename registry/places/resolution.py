"""Which district a list means by the words, code and address it publishes.

The published name decides; the source's region narrows it; a code in the file is a hint, used
where there is no name; an address is the last resort. What cannot be told is never guessed:
the key is then what is still certain, with a problem beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Final, Literal, TypeAlias

from registry.places.gazetteer import Reading, compact, readings
from registry.places.names import short_name
from registry.places.table import divisions, inside
from registry.places.zones import address_zone, is_town, zone_key_name, zone_words

PlaceProblem: TypeAlias = Literal[
    "unknown-district", "ambiguous-district", "district-outside-region", "code-disagrees"
]
ZoneKeys: TypeAlias = Mapping[tuple[str, str], str]
"""Keys of known zones by city and `zone_key_name`."""

_THE_CITY_ITSELF: Final = frozenset({"市直", "市本级", "市属", "市直属", "本级"})
_ADDRESS_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the words of one row come to.

    `key` is the division, or the widest certain one beside a problem; `None` where nothing is
    certain. `zone` is a functional zone as named, still without a key, and `under` the city
    that it is to be allotted one under.
    """

    key: str | None
    zone: str | None = None
    under: str | None = None
    problem: PlaceProblem | None = None


def known_part(code: str | None) -> str | None:
    """The deepest division a code names: `"320500"` → `"3205"`, `"320582001001"` → `"320582"`.

    An abolished code or a statistical zone's gives its city.
    """
    digits = "".join(character for character in code or "" if character.isdigit())
    return next((digits[:n] for n in (6, 4, 2) if digits[:n] in divisions()), None)


def is_code(code: str) -> bool:
    """Whether an operator's code of 2, 4 or 6 digits names a division: `"3205"`, `"320500"`."""
    if not re.fullmatch(r"\d{2}(?:\d{2}){0,2}", code, re.ASCII):
        return False
    return code in divisions() or code.removesuffix("00").removesuffix("00") in divisions()


def by_words(text: str, within: str | None, hint: str | None, zones: ZoneKeys) -> Resolution:
    """Resolve a compact text (may be empty); `within` and `hint` are keys of the table."""
    if not text:
        return _by_hint(within, hint)
    named = _named(text, within)
    if named:
        return _chosen(named, within, hint)
    zone = _zone(text, _zone_region(within, hint), zones)
    if zone:
        return zone
    outside = _narrowed(_named(text, None), hint) if within else []
    if outside:
        key = outside[0] if len(outside) == 1 else within
        return Resolution(key, problem="district-outside-region")
    if within and (text in _THE_CITY_ITSELF or _is_part(text, within)):
        return Resolution(within)
    return Resolution(within or hint, zone_words(text), None, "unknown-district")


def by_address(
    found: Resolution, text: str, address: str, zones: ZoneKeys, *, elsewhere: bool
) -> Resolution:
    """Go on from what the words gave, by the names an address begins with.

    `elsewhere`: whether an address outside the source's region is to be believed, because the
    row says nothing else.
    """
    line = compact(address[:_ADDRESS_LENGTH])
    counties = _counties(readings(line, found.key))
    if len(counties) == 1:
        key = counties[0]
        if found.problem != "ambiguous-district":
            return replace(found, key=key)
        return Resolution(key) if short_name(divisions()[key].name) in text else found
    zone = None if counties or found.problem else _zone_of_address(line, found.key, zones)
    if zone:
        return zone
    if elsewhere and not counties:
        outside = _counties(tuple(one for one in readings(line) if one.steps > 1))
        if len(outside) == 1:
            return Resolution(outside[0], problem="district-outside-region")
    return found


@cache
def is_leaf(key: str) -> bool:
    """Whether the table has nothing below: a county, or a city without counties (东莞)."""
    return len(key) == 6 or not any(one.parent == key for one in divisions().values())


def city_of(key: str | None) -> str | None:
    """The city a division lies in, and of a municipality its second level; else `None`."""
    if key is None:
        return None
    city = key[:4] if len(key) >= 4 else f"{key}01"
    if len(key) == 2 and not (city in divisions() and divisions()[city].filler):
        return None
    return city


def _is_part(text: str, region: str) -> bool:
    """Whether words name a town of a county, or a town or quarter of a city without counties."""
    return is_leaf(region) and (is_town(text) or (len(region) == 4 and text.endswith("区")))


def _by_hint(within: str | None, hint: str | None) -> Resolution:
    if within is None or hint is None or inside(hint, within):
        return Resolution(hint or within)
    problem: PlaceProblem | None = None if inside(within, hint) else "district-outside-region"
    return Resolution(within, problem=problem)


def _named(text: str, scope: str | None) -> list[str]:
    """Every division the words can mean; several also where they name two, side by side."""
    complete = [one for one in readings(text, scope) if not one.rest or _county(one)]
    best = _shortest(complete)
    keys = {one.key for one in best}
    for one in best:
        keys |= {beside.key for beside in readings(one.rest, one.key[:4]) if not beside.rest}
    return sorted(keys)


def _chosen(keys: list[str], within: str | None, hint: str | None) -> Resolution:
    keys = _narrowed(keys, hint)
    if within and len(keys) > 1:
        keys = [key for key in keys if key != within]
    highest = min(keys, key=len)
    if len(highest) != 2 and not all(inside(key, highest) for key in keys):
        return Resolution(within, problem="ambiguous-district")
    key = within if within and inside(within, highest) else highest
    agrees = hint is None or inside(key, hint) or inside(hint, key)
    return Resolution(key, problem=None if agrees else "code-disagrees")


def _narrowed(keys: list[str], hint: str | None) -> list[str]:
    agreeing = [key for key in keys if hint and (inside(key, hint) or inside(hint, key))]
    return agreeing or keys


def _zone_region(within: str | None, hint: str | None) -> str | None:
    """The source's city or county; for a province's list, or none, the city of the row's code."""
    if within and (len(within) > 2 or not (hint and inside(hint, within))):
        return within
    return city_of(hint) or within


def _zone(text: str, region: str | None, zones: ZoneKeys) -> Resolution | None:
    """The functional zone the words name, or the county it belongs to by its name or its list."""
    by_rest = sorted(readings(text, region), key=lambda one: len(one.rest))
    for rest, same in groupby(by_rest, key=lambda one: one.rest):
        words = zone_words(rest)
        if words:
            return _zone_in(words, min((one.key for one in same), key=len), region, zones)
    words = zone_words(text)
    return _zone_in(words, region, region, zones) if words else None


def _zone_in(
    words: str, place: str | None, region: str | None, zones: ZoneKeys
) -> Resolution | None:
    if place and len(place) == 6:
        return Resolution(place) if region else None
    city = city_of(place) or city_of(region)
    if city is None:
        return None
    known = zones.get((city, zone_key_name(words, divisions()[city].name)))
    return Resolution(known) if known else Resolution(None, words, city)


def _zone_of_address(line: str, region: str | None, zones: ZoneKeys) -> Resolution | None:
    if region is None or len(region) != 4 or is_leaf(region):
        return None
    rests = [one.rest for one in readings(line, region) if one.key == region]
    words = address_zone(min(rests, key=len, default=line))
    return _zone_in(words, region, region, zones) if words else None


def _counties(found: tuple[Reading, ...]) -> list[str]:
    return sorted({one.key for one in _shortest([one for one in found if _county(one)])})


def _county(reading: Reading) -> bool:
    """Whether a county is spelled out, so that a town or street may follow."""
    return reading.full and is_leaf(reading.key)


def _shortest(found: list[Reading]) -> list[Reading]:
    least = min((len(one.rest) for one in found), default=0)
    return [one for one in found if len(one.rest) == least]
