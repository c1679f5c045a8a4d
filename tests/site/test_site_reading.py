"""Published text in Traditional characters, phrase by phrase, over the whole division table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nursery_site.locales import Locale
from nursery_site.reading import Reading
from registry.places.divisions import Divisions
from tests.site.page_checker import simplified_only
from tests.site.staging import ROOT

PHRASES = Path(__file__).parent / "traditional_phrases.tsv"


def pairs(path: Path) -> list[tuple[str, str]]:
    """The lines of a table of published and shown text."""
    lines = path.read_text("utf-8").splitlines()
    return [
        (published, shown)
        for line in lines
        if line and not line.startswith("#")
        for published, shown in [line.split("\t")]
    ]


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The site's own reading."""
    return Reading(ROOT / "translations" / "protect.txt")


def test_every_phrase_reads_as_expected(reading: Reading) -> None:
    expected = pairs(PHRASES)
    assert len(expected) >= 1000
    assert len({published for published, _ in expected}) == len(expected)
    wrong = [
        (published, shown, got)
        for published, shown in expected
        if (got := reading.in_script(published, Locale.ZH_HANT)) != shown
    ]
    assert wrong == []


def test_the_expected_readings_hold_nothing_of_the_other_script() -> None:
    for table in (PHRASES, ROOT / "translations" / "protect.txt"):
        for _, shown in pairs(table):
            assert not [sign for sign in shown if simplified_only(sign)], shown
            assert not re.search("(?<!委)託", shown), "託 stands in 委託 alone"


def test_no_protected_term_is_there_in_vain(reading: Reading) -> None:
    for published, shown in pairs(ROOT / "translations" / "protect.txt"):
        assert len(published) == len(shown)
        assert reading.in_script(published, Locale.ZH_HANT) == shown


def test_a_protected_term_ends_no_other_word(reading: Reading) -> None:
    for published, shown in (
        ("委托育儿", "委託育兒"),
        ("委托托管机构", "委託托管機構"),
        ("标准入手", "標準入手"),
        ("市场准入标准", "市場准入標準"),
        ("关于家长", "關於家長"),
        ("其余家长", "其餘家長"),
        ("这里社区活动多", "這裡社區活動多"),
    ):
        assert reading.in_script(published, Locale.ZH_HANT) == shown


def test_every_division_is_converted_sign_by_sign(reading: Reading) -> None:
    names = set(Divisions.with_zones(()).names().values())
    assert len(names) > 2800
    shown = {name: reading.in_script(name, Locale.ZH_HANT) for name in names}
    for name, reads in shown.items():
        assert len(name) == len(reads), name
        assert not [sign for sign in reads if simplified_only(sign)], name


# What an ambiguous character of a division's name is read as, where not as usual.
KEPT = {
    "于": ("于", {}),
    "里": ("里", {}),
    "曲": ("曲", {}),
    "松": ("松", {}),
    "周": ("周", {}),
    "咸": ("咸", {}),
    "斗": ("斗", {}),
    "淀": ("淀", {}),
    "征": ("徵", {}),
    "划": ("劃", {}),
    "范": ("范", {}),
    "托": ("托", {}),
    "凌": ("凌", {}),
    "溪": ("溪", {}),
    "云": ("雲", {}),
    "丰": ("豐", {}),
    "万": ("萬", {}),
    "广": ("廣", {}),
    "厂": ("廠", {}),
    "后": ("後", {}),
    "郁": ("鬱", {}),
    "准": ("準", {}),
    "胜": ("勝", {}),
    "余": ("餘", {"新余市": "余", "大余县": "余"}),
    "沈": ("瀋", {"沈丘县": "沈"}),
    "谷": ("谷", {"谷城县": "穀", "阳谷县": "穀"}),
    "干": ("干", {"新干县": "幹"}),
    "钟": ("鐘", {"钟山县": "鍾", "钟祥市": "鍾"}),
    "台": ("臺", {"台州市": "台", "天台县": "台", "台山市": "台"}),
}


@pytest.mark.parametrize("sign", KEPT)
def test_an_ambiguous_sign_of_a_division_is_read_by_name(reading: Reading, sign: str) -> None:
    usual, others = KEPT[sign]
    names = {name for name in Divisions.with_zones(()).names().values() if sign in name}
    assert names
    assert set(others) <= names
    for name in names:
        read = reading.in_script(name, Locale.ZH_HANT)[name.index(sign)]
        assert read == others.get(name, usual), name
