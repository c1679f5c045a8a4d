"""Which district a row means, by its words, its code and its address."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Final, TypedDict, Unpack

import pytest

from registry.places.divisions import Divisions, Resolution, Zone, next_zone_key
from registry.places.table import divisions

REAL = Path(__file__).parents[3] / "shared/data/real"
PLAIN = Divisions.with_zones([])

OUTSIDE: Final = "district-outside-region"
UNKNOWN: Final = "unknown-district"


class Given(TypedDict, total=False):
    within: str
    hint: str
    address: str


def resolve(*words: str, **given: Unpack[Given]) -> Resolution:
    return PLAIN.resolve(words, **given)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("张家港市", "320582"),
        ("張家港市", "320582"),
        ("北京市市辖区西城区", "110102"),
        ("北京市辖区昌平区", "110114"),
        ("云南省大理白族自治州大理市", "532901"),
        ("苏州市张家港市", "320582"),
        ("苏州市/张家港市", "320582"),
        ("江苏省 - 苏州市 - 张家港市", "320582"),
        ("四川省泸州市江阳区", "510502"),
        ("江阳", "510502"),
        ("盐都区", "320903"),
        ("重庆市县城口县", "500229"),
        ("河南省省直辖县级行政区划济源市", "419001"),
        ("大丰市", "320904"),  # as it was called until 2015
        ("张家港市杨舍镇", "320582"),
        ("东莞市南城街道", "4419"),
        ("石柱县", "500240"),
        ("吉林", "22"),
        ("大理", "5329"),  # the prefecture or its city: the prefecture is certain
        ("乾县", "610424"),  # OpenCC folds 乾 to 干, in the table too
    ],
)
def test_published_words(words: str, key: str) -> None:
    assert resolve(words) == Resolution(key)


def test_words_of_several_columns() -> None:
    assert resolve("江苏省", "盐城市", "盐都区", within="3209") == Resolution("320903")
    assert resolve("北京市", "北京市", "西城区") == Resolution("110102")
    assert resolve("北京市", "市辖区") == Resolution("11")


def test_a_name_that_repeats_is_decided_by_region_code_or_address() -> None:
    assert resolve("鼓楼区") == Resolution(None, problem="ambiguous-district")
    assert resolve("鼓楼区", within="32") == Resolution("32", problem="ambiguous-district")
    assert resolve("鼓楼区", within="3201") == Resolution("320106")
    assert resolve("鼓楼区", hint="320302") == Resolution("320302")
    assert resolve("徐州市鼓楼区") == Resolution("320302")
    told = resolve("鼓楼区", within="32", address="徐州市鼓楼区淮海东路1号")
    assert told == Resolution("320302")
    other = resolve("鼓楼区", within="32", address="南京市玄武区中山路1号")
    assert other == Resolution("32", problem="ambiguous-district")
    assert resolve("大理", within="5329") == Resolution("532901")


def test_every_repeating_county_is_ambiguous_alone_and_clear_in_its_city() -> None:
    counties = [one for one in divisions().values() if len(one.key) == 6]
    names = Counter(one.name for one in counties)
    repeating = [one for one in counties if names[one.name] > 1]
    assert len({one.name for one in repeating}) == 29
    assert {resolve(one.name).key for one in repeating} == {None}
    clear = {one.key: resolve(one.name, within=one.parent or "").key for one in repeating}
    assert clear == {key: key for key in clear}


def test_every_county_is_read_by_its_full_name() -> None:
    keys = [key for key in divisions() if len(key) == 6]
    wrong = {key for key in keys if resolve(PLAIN.full_name(key)) != Resolution(key)}
    assert len(keys) == 2849
    assert wrong == set()


def test_direction_names_need_their_city() -> None:
    assert resolve("东区") == Resolution(None, problem="unknown-district")
    assert resolve("东区", within="5104") == Resolution("510402")


def test_what_lies_outside_the_region_is_said() -> None:
    assert resolve("南京市鼓楼区", within="3203") == Resolution("320106", problem=OUTSIDE)
    assert resolve("玄武区", within="3209") == Resolution("320102", problem=OUTSIDE)
    assert resolve("和平区", within="3209") == Resolution("3209", problem=OUTSIDE)
    assert resolve(within="3209", hint="320106") == Resolution("3209", problem=OUTSIDE)
    abroad = resolve(within="3209", address="杭州市西湖区文三路")
    assert abroad == Resolution("330106", problem=OUTSIDE)


def test_the_published_name_outranks_the_code() -> None:
    assert resolve("盐都区", hint="320903") == Resolution("320903")
    assert resolve("盐都区", hint="320903001000") == Resolution("320903")
    assert resolve("盐都区", hint="320900") == Resolution("320903")
    assert resolve("盐都区", hint="320902") == Resolution("320903", problem="code-disagrees")
    assert resolve("大丰市", hint="320982") == Resolution("320904")  # abolished with its name


def test_without_a_name_the_code_and_then_the_address_decide() -> None:
    assert resolve(hint="320582") == Resolution("320582")
    assert resolve(within="3205", hint="320582") == Resolution("320582")
    assert resolve(within="3205") == Resolution("3205")
    assert resolve() == Resolution(None)
    assert resolve(within="3205", address="苏州市张家港市杨舍镇新闸路160号").key == "320582"
    assert resolve(address="张家港市金港街道江海南路898号").key == "320582"
    assert resolve("苏州市", address="张家港市金港街道江海南路898号").key == "320582"
    assert resolve(address="南京西路1号") == Resolution(None)
    assert resolve(within="3209", address="和睦新区3栋") == Resolution("3209")


def test_a_name_nobody_knows() -> None:
    assert resolve("相成区", within="3205") == Resolution("3205", problem=UNKNOWN)
    told = resolve("相成区", within="3205", address="苏州市相城区元和街道")
    assert told == Resolution("320507", problem=UNKNOWN)
    assert resolve("相成区", within="320582") == Resolution("320582", problem=UNKNOWN)
    assert resolve("江阳区、龙马潭区", within="5105").problem == "ambiguous-district"
    assert resolve("塔子湖街", within="4201") == Resolution("4201", problem=UNKNOWN)


def test_towns_of_a_place_without_districts() -> None:
    assert resolve("南城街道", within="4419") == Resolution("4419")
    assert resolve("西区", within="4420") == Resolution("4420")  # 攀枝花 has a district 西区
    assert resolve("城厢镇", within="320585") == Resolution("320585")
    assert resolve("市直", within="3209") == Resolution("3209")


def test_functional_zones() -> None:
    zone = Resolution(None, "经济技术开发区", "3209")
    assert resolve("经济技术开发区", within="3209") == zone
    assert resolve("盐城经济技术开发区") == zone
    assert resolve("盐城市经济技术开发区管委会") == zone
    assert resolve("经济技术开发区", within="32", hint="320902") == zone
    assert resolve("盐南高新区", hint="320903") == Resolution(None, "盐南高新区", "3209")
    assert resolve("四川天府新区", within="5101") == Resolution(None, "天府新区", "5101")
    assert resolve("两江新区", within="50") == Resolution(None, "两江新区", "5001")
    assert resolve("滨海新区", within="3306") == Resolution(None, "滨海新区", "3306")
    assert resolve("滨海新区", within="12") == Resolution("120116")
    assert resolve(within="3209", address="盐城经济技术开发区松江路 8 号") == zone


def test_a_zone_named_after_a_county_or_in_a_county_list_is_the_county() -> None:
    assert resolve("张家港经济技术开发区", within="3205") == Resolution("320582")
    assert resolve("经济技术开发区", within="320582") == Resolution("320582")
    assert resolve("高新区(虎丘区)", within="3205") == Resolution("320505")
    assert resolve("虎丘区（高新区）", within="3205") == Resolution("320505")


def test_a_zone_without_a_city_is_unknown_and_named() -> None:
    assert resolve("经济技术开发区") == Resolution(None, "经济技术开发区", None, UNKNOWN)
    assert resolve("沈抚示范区", within="21") == Resolution("21", "沈抚示范区", None, UNKNOWN)


def test_a_known_zone_is_found_by_all_its_spellings() -> None:
    places = Divisions.with_zones([Zone("3209z1", "3209", "经济技术开发区")])
    spellings = ("经济技术开发区", "盐城经济技术开发区", "經濟技術開發區", "盐城市经开区")
    found = [places.resolve([spelling], within="3209") for spelling in spellings]
    assert found == [Resolution("3209z1")] * 4
    assert places.resolve([], within="3209", address="盐城经开区松江路8号").key == "3209z1"
    assert places.resolve(["经济技术开发区"], within="3205").under == "3205"


@pytest.mark.skipif(not REAL.is_dir(), reason="the real lists are not beside the project")
def test_yancheng_as_published() -> None:
    """The districts of the 2023 lists, by their addresses alone, in the file's order."""
    with (REAL / "geocodes-gcj02.csv").open(encoding="utf-8-sig") as file:
        addresses = [row["地址"] for row in csv.DictReader(file)][1:]
    zones: list[Zone] = []
    keys = []
    for address in addresses:
        found = Divisions.with_zones(zones).resolve([], within="3209", address=address)
        if found.zone and found.under:
            zones.append(Zone(next_zone_key(zones, found.under), found.under, found.zone))
            found = Divisions.with_zones(zones).resolve([], within="3209", address=address)
        keys.append(found.key)
    assert keys == [
        *("320921", "320922", "320923", "320924", "320925", "320981"),
        *("320904", "320903", "320902", "3209z1", "3209z2", "3209z2"),
    ]
    assert [zone.name for zone in zones] == ["经济技术开发区", "盐南高新区"]
