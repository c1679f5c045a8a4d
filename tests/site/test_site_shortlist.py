"""The visit sheet, the large print, and the QR code of the link."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import segno

from nursery_site import qr, visit_questions
from nursery_site.locales import Locale
from registry.nursery import Nursery
from tests.site.sample import SUYANG
from tests.site.staging import ROOT
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]
LOCALES = ("zh-hans", "zh-hant", "en")
QUESTIONS = visit_questions.load(ROOT / "content" / "visit-questions.yaml")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "query", ["", "?id=suyang&id=tongyu&age=20", "?id=nix&id=tongyu&id=tongyu&age=x"]
)
@pytest.mark.parametrize("large", ["", "large=1"])
def test_every_list_is_answered(visitor: Visitor, locale: str, query: str, large: str) -> None:
    joined = f"{query}&{large}" if query else f"?{large}"
    page = visitor.page(f"/{locale}/shortlist{joined}")
    path = ".//section[@class='sheet big__place']" if large else ".//section[@class='sheet paper']"
    expected = 0 if not query else 2 if "suyang" in query else 1
    assert len(page.findall(path)) == expected


def test_blanks_come_first_then_the_age_then_seven_areas(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/shortlist?id=tongyu&age=20")
    groups = texts(page, ".//div[@class='paper__body']/div/h3")
    areas = [area.name for area in QUESTIONS.areas]
    assert groups == ["没公布的：先问", "20 个月的孩子", *areas]
    assert areas == [
        "办托条件",
        "托育队伍",
        "保育照护",
        "卫生保健",
        "养育支持",
        "安全保障",
        "机构管理",
    ]
    first = page.find(".//div[@class='paper__body']/div")
    assert first is not None
    asked = texts(first, ".//li")
    assert "几点开门、几点关门？晚接怎么收费？" in asked
    assert len(asked) >= 5


@pytest.mark.parametrize(
    ("months", "limit"), [(8, 10), (11, 10), (12, 15), (23, 15), (24, 20), (40, 20)]
)
def test_an_age_has_its_band(months: int, limit: int) -> None:
    band = QUESTIONS.band(months)
    assert band is not None
    assert band.limit.children == limit
    assert QUESTIONS.band(None) is None


def test_every_question_is_in_every_locale() -> None:
    sentences = [one for area in QUESTIONS.areas for one in (area.title, *area.questions)]
    sentences += [one for band in QUESTIONS.ages for one in band.questions]
    assert len(sentences) >= 7 * 3 + 9
    for locale in Locale:
        assert all(one.to(locale) for one in sentences)


def test_an_age_that_cannot_be_read_is_said(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/shortlist?id=tongyu&age=x")
    assert texts(page, ".//p[@id='age-problem']") == ["请填写整月数，例如 18。"]


def test_large_print_holds_what_finds_the_door(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/shortlist?id=suyang&large=1")
    said = texts(page, ".//section[@class='sheet big__place']//dd")
    assert said[0] == "苏州市姑苏区平江路128号二楼"
    assert said[2:4] == ["0512-67770000", "周一至周五 7:30—17:30"]
    assert "平江街道" in said[1]


def test_the_code_is_that_of_the_link(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/shortlist?id=suyang&id=nix&id=tongyu&age=20")
    image = page.find(".//figure/img")
    assert image is not None
    source = image.get("src") or ""
    assert source == "/zh-hans/shortlist/qr.svg?id=suyang&id=tongyu&age=20"
    response = visitor.get(source)
    assert response.mimetype == "image/svg+xml"
    link = "http://localhost/zh-hans/shortlist?id=suyang&id=tongyu&age=20"
    assert response.text == qr.svg(link)
    assert "style=" not in response.text
    assert segno.make(link, error="m", micro=False).designator


def test_no_code_of_anything_else(visitor: Visitor) -> None:
    assert visitor.get("/zh-hans/shortlist/qr.svg?id=nix").status_code == 404
    assert visitor.get("/zh-hans/shortlist/qr.svg").status_code == 404


def test_eight_fit_and_no_more(visitor: Visitor) -> None:
    ids = [f"ordinary-{number}" for number in range(1, 10)]
    page = visitor.page("/zh-hans/shortlist?" + "&".join(f"id={one}" for one in ids))
    assert len(page.findall(".//section[@class='sheet paper']")) == 8
    assert len(page.findall(".//ul[@class='left-out']/li")) == 1


def test_a_result_can_be_ticked_without_a_script(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?near=31.31,120.63&age=20")
    form = page.find(".//form[@id='choosing']")
    assert form is not None
    assert (form.get("action"), form.get("method")) == ("/zh-hans/compare", "get")
    kept = {one.get("name"): one.get("value") for one in form.findall("./input")}
    assert kept == {"near": "31.31,120.63", "age": "20"}
    ticks = page.findall(".//input[@form='choosing']")
    assert len(ticks) > 3
    assert {one.get("name") for one in ticks} == {"id"}
    leads = [one.get("formaction") for one in form.findall("./button")]
    assert "/zh-hans/shortlist" in leads


def test_a_nursery_leads_on(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries/suyang")
    found = [one.get("href") for one in page.findall(".//p[@class='choose-links']/a")]
    assert found == [
        "/zh-hans/compare?id=suyang",
        "/zh-hans/shortlist?id=suyang",
        "/zh-hans/prepayment?id=suyang",
    ]
    assert isinstance(SUYANG, Nursery)


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text("areas: []", "utf-8")
    with pytest.raises(ValueError, match="areas"):
        visit_questions.load(path)
