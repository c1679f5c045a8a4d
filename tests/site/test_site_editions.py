"""From list to list: what each dated filing list of a division names, on the page of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from nursery_site.locales import Locale
from registry.importing import Statement
from registry.vocabulary import SourceKind
from tests.site.conftest import made
from tests.site.staging import build, import_all, settings_in
from tests.site.visitor import Visitor

SVG = "{http://www.w3.org/2000/svg}"
Texts = Callable[[Element, str], list[str]]

HEADINGS = "机构名称,所在区县,地址,核定托位,备案情况"
ROWS = {
    "2024-06-01": "甲托育中心,江阳区,一路1号,60,已备案|乙托育中心,泸县,二路1号,30,已备案",
    "2025-03-01": (
        "甲托育中心,江阳区,一路1号,60,已备案|乙托育中心,泸县,二路1号,,已备案"
        "|丙托育中心,江阳区,一路3号,40,已备案|丁托育中心,江阳区,一路4号,40,已备案"
    ),
    "2026-06-01": (
        "甲托育中心,江阳区,一路1号,60,已备案|乙托育中心,泸县,二路1号,30,已注销备案"
        "|丙托育中心,江阳区,一路3号,45,已备案"
    ),
}


def _lists(folder: Path) -> list[tuple[Path, Statement]]:
    found = []
    for day, rows in ROWS.items():
        path = folder / f"{day}.csv"
        path.write_text("\n".join((HEADINGS, *rows.split("|"))) + "\n", "utf-8")
        as_of = date.fromisoformat(day)
        title = f"泸州市备案托育机构名单（截至{as_of.year}年{as_of.month}月）"
        url = f"https://example.org/{day}"
        stated = Statement(
            title, "泸州市卫生健康委员会", as_of, SourceKind.FILING, url, region="5105"
        )
        found.append((path, stated))
    county = folder / "county.csv"
    county.write_text(f"{HEADINGS}\n乙托育中心,泸县,二路1号,30,已备案\n", "utf-8")
    stated = Statement(
        "泸县备案托育机构", "泸县卫生健康局", date(2025, 1, 1), SourceKind.FILING, region="510521"
    )
    return [*found, (county, stated)]


@pytest.fixture(scope="module")
def editions_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("editions")
    settings = settings_in(folder)
    import_all(settings, *_lists(folder))
    build(settings)
    return made(settings)


@pytest.fixture
def luzhou(editions_app: Flask) -> Visitor:
    return Visitor(editions_app.test_client())


def rows(page: Element, texts: Texts, number: int = 1) -> list[str]:
    """The rows of one list's table."""
    article = f".//section[@aria-labelledby='editions']/article[{number}]"
    return texts(page, f"{article}//tbody/tr")


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("region", ["5105", "510502", "510521"])
def test_the_pages_are_sound(luzhou: Visitor, locale: Locale, region: str) -> None:
    page = luzhou.page(f"/{locale}/regions/{region}")
    assert page.find(".//section[@aria-labelledby='editions']//table") is not None


def test_a_city_list_by_list(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hans/regions/5105")
    assert rows(page, texts) == [
        "2024年6月1日 泸州市备案托育机构名单（截至2024年6月） 2 90 2 家中的 2 家",
        "2025年3月1日 泸州市备案托育机构名单（截至2025年3月） 4 +2 140 4 家中的 3 家",
        "2026年6月1日 泸州市备案托育机构名单（截至2026年6月） 2 −2 105 2 家中的 2 家",
    ]
    charts = page.findall(".//section[@aria-labelledby='editions']//figure")
    # One row of the second list gives no places, so places of the three are not alike.
    assert [texts(chart, "./figcaption") for chart in charts] == [["各期名单所列机构数"]]
    dots = charts[0].findall(f".//{SVG}circle")
    assert [(dot.get("cx"), dot.get("cy")) for dot in dots] == [
        ("4.00%", "50.00%"),
        ("38.41%", "0.00%"),
        ("96.00%", "50.00%"),
    ]


def test_a_county_has_its_part_of_the_city_s_lists_and_its_own(
    luzhou: Visitor, texts: Texts
) -> None:
    jiangyang = luzhou.page("/zh-hans/regions/510502")
    assert [row.rpartition("） ")[2] for row in rows(jiangyang, texts)] == [
        "1 60 1 家中的 1 家",
        "3 +2 140 3 家中的 3 家",
        "2 −1 105 2 家中的 2 家",
    ]
    titles = texts(jiangyang, ".//section[@aria-labelledby='editions']//figcaption")
    assert titles == ["各期名单所列机构数", "各期名单所列托位数"]
    luxian = luzhou.page("/zh-hans/regions/510521")
    assert [row.rpartition("） ")[2] for row in rows(luxian, texts)] == [
        "1 30 1 家中的 1 家",
        "1 ±0 未公布",
        "0 −1 未公布",
    ]
    assert rows(luxian, texts, 2) == ["2025年1月1日 泸县备案托育机构 1 30 1 家中的 1 家"]
    said = texts(luxian, ".//section[@aria-labelledby='editions']/article[2]/p")
    assert said == ["这份名单只收录了一期，还没有可比的前一期。"]


def test_no_list_of_a_part_speaks_for_the_whole(luzhou: Visitor, texts: Texts) -> None:
    for path in ("/zh-hans/regions", "/zh-hans/regions/51", "/zh-hans/regions/5101"):
        page = luzhou.page(path)
        assert page.find(".//section[@aria-labelledby='editions']//table") is None
        (said,) = texts(page, ".//section[@aria-labelledby='editions']/p")
        assert said.startswith("这里画不出变化：")


def test_each_edition_leads_to_its_list(luzhou: Visitor) -> None:
    page = luzhou.page("/en/regions/5105")
    links = page.findall(".//section[@aria-labelledby='editions']//td/..//a")
    assert [link.get("href") for link in links] == [f"https://example.org/{day}" for day in ROWS]
    assert {link.get("lang") or link[0].get("lang") for link in links} == {"zh-Hans"}
