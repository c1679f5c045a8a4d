"""Invented words: brands, roads and streets that no real nursery bears.

A brand is made of two rare poetic characters, one from each list (泸州檐铃托育服务有限公司);
roads, streets and housing estates are named by the same vocabulary. Persons bear a family name
and the word 示例 or 演示 ("example"), and stand only in columns that must be masked.
"""

from __future__ import annotations

_FIRST = "檐汀篱漪蒹荇樨砚霁蕨栀槿苔橹藻桁杼葭茑蓼薜楮苎枇"
_SECOND = "铃笛屿笺蓑篷桨铛穗絮笋鲤蛙砂螺芋梭瓢杵筝葵蚓篓屐"

BRANDS = len(_FIRST) * len(_SECOND)
"""How many different brands of two characters there are."""

_SURNAMES = ("欧阳", "司徒", "上官", "诸葛", "令狐", "端木", "澹台", "闻人")
_GIVEN = ("示例", "演示")


def brand(number: int) -> str:
    """The brand of that number; neighbouring numbers look unlike each other.

    Numbers from `BRANDS` on take a third character, so a brand never repeats below 13,824.

    >>> brand(0), brand(1), brand(576)
    ('檐铃', '汀笛', '檐汀铃')
    """
    rounds, place = divmod(number, BRANDS)
    turn, position = divmod(place, len(_FIRST))
    first, second = _FIRST[position], _SECOND[(position + turn) % len(_SECOND)]
    middle = _FIRST[(position + rounds) % len(_FIRST)] if rounds else ""
    return first + middle + second


def road(number: int) -> str:
    """An invented road: `蒹桨路`."""
    return _pair(number) + ("路", "街", "大道", "巷")[number % 4]


def street(number: int) -> str:
    """An invented subdistrict: `荇笺街道`, or a town."""
    return _pair(number + 7) + ("街道", "街道", "镇")[number % 3]


def community(number: int) -> str:
    """An invented community: `砚蓑社区`."""
    return _pair(number + 13) + "社区"


def estate(number: int) -> str:
    """An invented housing estate: `霁屿苑`."""
    return _pair(number + 19) + ("苑", "花园", "家园", "里")[number % 4]


def person(number: int) -> str:
    """A name nobody bears: `欧阳示例`."""
    return _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number // len(_SURNAMES) % len(_GIVEN)]


def _pair(number: int) -> str:
    return _FIRST[number * 5 % len(_FIRST)] + _SECOND[number * 7 % len(_SECOND)]
