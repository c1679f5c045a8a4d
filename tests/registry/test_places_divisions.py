"""The table of divisions: keys, chains, names, and the zones that lists add."""

from __future__ import annotations

import pytest

from registry.places.divisions import Divisions, Zone, find_region, next_zone_key, zone_key_name
from registry.places.table import aliases, divisions

PLAIN = Divisions.with_zones([])
ZONES = (Zone("3209z1", "3209", "经济技术开发区"), Zone("3209z2", "3209", "盐南高新区"))


def test_table_is_whole() -> None:
    table = divisions()
    lengths = [sum(len(key) == length for key in table) for length in (2, 4, 6)]
    assert lengths == [34, 342, 2849]
    orphans = [one.key for one in table.values() if one.parent and one.parent not in table]
    assert orphans == []
    assert [table[key].name for key in ("653228", "653229", "659012")] == [
        "和康县",
        "和安县",
        "白杨市",
    ]


@pytest.mark.parametrize(
    ("key", "chain", "full_name"),
    [
        ("320582", ("32", "3205", "320582"), "江苏省苏州市张家港市"),
        ("110105", ("11", "1101", "110105"), "北京市朝阳区"),
        ("500229", ("50", "5002", "500229"), "重庆市城口县"),
        ("419001", ("41", "4190", "419001"), "河南省济源市"),
        ("4419", ("44", "4419"), "广东省东莞市"),
        ("71", ("71",), "台湾省"),
    ],
)
def test_chain_and_full_name(key: str, chain: tuple[str, ...], full_name: str) -> None:
    assert PLAIN.chain(key) == chain
    assert PLAIN.full_name(key) == full_name


@pytest.mark.parametrize(
    ("key", "short_names"),
    [
        ("510502", ("江阳",)),
        ("15", ("内蒙古", "内蒙古区")),
        ("5329", ("大理", "大理州")),
        ("150724", ("鄂温克", "鄂温克旗")),
        ("330802", ("柯城",)),
        ("140302", ()),  # 城区
        ("310115", ("浦东",)),
        ("441802", ("清城",)),
        ("441803", ("清新",)),
        ("533103", ()),  # 芒市
        ("81", ("香港",)),
    ],
)
def test_short_names(key: str, short_names: tuple[str, ...]) -> None:
    assert PLAIN.short_names(key) == short_names


def test_no_short_name_of_one_syllable() -> None:
    shorts = [short for key in divisions() for short in PLAIN.short_names(key)]
    assert len(shorts) > 3000
    assert [short for short in shorts if len(short) < 2] == []


def test_every_alias_names_a_division_by_a_name_it_does_not_have() -> None:
    assert len(aliases()) > 50
    wrong = [one for one in aliases() if one.name == divisions()[one.key].name]
    assert wrong == []
    assert {one.kind for one in aliases()} == {"former", "nickname"}


def test_spellings_hold_former_names_and_nicknames() -> None:
    assert PLAIN.spellings("320904") == ("大丰区", "大丰", "大丰市")
    assert PLAIN.spellings("5105") == ("泸州市", "泸州", "酒城")


def test_children() -> None:
    assert len(PLAIN.children(None)) == 34
    assert PLAIN.children("5002")[0] == "500229"
    assert PLAIN.children("4419") == ()
    with pytest.raises(KeyError):
        PLAIN.children("3299")


def test_zones_are_divisions_of_their_city() -> None:
    places = Divisions.with_zones(ZONES)
    assert places.children("3209")[-2:] == ("3209z1", "3209z2")
    assert places.chain("3209z1") == ("32", "3209", "3209z1")
    assert places.full_name("3209z2") == "江苏省盐城市盐南高新区"
    assert PLAIN.get("3209z1") is None
    assert Divisions.with_zones(list(ZONES)) is places


@pytest.mark.parametrize(
    ("name", "city", "key_name"),
    [
        ("盐城经济技术开发区", "盐城市", "经开区"),
        ("经济技术开发区", "盐城市", "经开区"),
        ("盐城市经开区管委会", "盐城市", "经开区"),
        ("盐南高新区", "盐城市", "盐南高新区"),
        ("盐南高新技术产业开发区", "盐城市", "盐南高新区"),
        ("鹽南高新技術產業開發區", "盐城市", "盐南高新区"),
        ("石家庄高新技术开发区", "石家庄市", "高新区"),
        ("沈抚改革创新示范区", "沈阳市", "沈抚示范区"),
        ("天府新区", "成都市", "天府新区"),
    ],
)
def test_zone_key_name(name: str, city: str, key_name: str) -> None:
    assert zone_key_name(name, city) == key_name


def test_zone_keys_in_order_of_appearance() -> None:
    assert next_zone_key((), "3209") == "3209z1"
    assert next_zone_key(ZONES, "3209") == "3209z3"
    assert next_zone_key(ZONES, "3205") == "3205z1"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("盐城市卫生健康委员会", "3209"),
        ("鹽城市衛生健康委員會", "3209"),
        ("张家港市备案托育机构名单", "320582"),
        ("辽宁省卫生健康委员会", "21"),
        ("重庆市南岸区", "500108"),
        ("北京市朝阳区卫生健康委员会", "110105"),
        ("关于公布2023年盐城市市级普惠托育机构的通知", "3209"),
        ("泸州普惠托育机构名单", "5105"),
        ("大理白族自治州大理市卫生健康局", "532901"),
        ("大理州卫生健康委", "5329"),
        ("海南省卫生健康委员会", "46"),
        ("应县卫生健康局", "140622"),
        ("国家卫生健康委员会", None),
        ("鼓楼区卫生健康局", None),  # four districts
        ("沈阳市、大连市示范托育机构名单", None),
        ("各市和县（市、区）托育机构名单", None),  # not 和县
        ("关于新建区级托育机构的公示", None),  # not 新建区
        ("南京西路托育园", None),  # a road in Shanghai
        ("关于2023年市级普惠托育机构和市级示范托育机构名单的公示", None),
    ],
)
def test_find_region(text: str, key: str | None) -> None:
    assert find_region(text) == key


def test_find_region_reads_every_full_name() -> None:
    table = divisions().values()
    names = {one.key: PLAIN.full_name(one.key) for one in table if not one.filler}
    assert len(names) == 3216
    wrong = {key: name for key, name in names.items() if find_region(f"{name}卫健委") != key}
    assert wrong == {}
