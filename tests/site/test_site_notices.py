"""Notices (公示): the page, the feed and the JSON of one season, and of a real notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from flask import Flask

from nursery_site.locales import Locale
from nursery_site.settings import Settings
from registry.importing import Statement
from registry.ledger import Ledger
from registry.vocabulary import SourceKind
from tests.site.conftest import made
from tests.site.staging import ROOT, build, import_all, settings_in
from tests.site.visitor import Visitor

REAL = ROOT.parent / "shared" / "data" / "real"
ATOM = "{http://www.w3.org/2005/Atom}"
ISSUER = "泸州市卫生健康委员会"
HEADINGS = "序号,县（市、区）,机构名称,地址"
OBJECTIONS = "对名单有异议的，请在公示期内实名反映。联系电话：0830-5550000"

Texts = Callable[[Element, str], list[str]]


def page_of(folder: Path, name: str, span: str, caption: str, rows: list[str]) -> Path:
    """A notice as a page of the web."""
    cells = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split(",")) + "</tr>"
        for row in (HEADINGS, *rows)
    )
    path = folder / name
    path.write_text(
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>公示</title></head><body>"
        f"<p>{span}</p><p>{caption}</p><table>{cells}</table><p>{OBJECTIONS}</p></body></html>",
        "utf-8",
    )
    return path


def season(folder: Path) -> list[tuple[Path, Statement]]:
    """A publicity that is open on 21 November 2026, one that ended, and what was decided."""
    nurseries = [
        f"{number},江阳区,江阳区第{number}檐铃托育园,江阳区滨江路{number}号"
        for number in range(1, 7)
    ]
    stated = Statement("", ISSUER, date(2026, 11, 19), url="https://example.org/notice.html")
    caption = "拟确认2026年市级示范托育机构名单"
    return [
        (
            page_of(folder, "a.html", "公示期：2026年3月5日至3月11日", caption, nurseries),
            replace(stated, title="关于示范托育机构的公示", published=date(2026, 3, 5)),
        ),
        (
            page_of(folder, "b.html", "", "命名2026年市级示范托育机构名单", nurseries[:4]),
            replace(
                stated,
                title="关于命名2026年市级示范托育机构的决定",
                published=date(2026, 4, 1),
                kind=SourceKind.DECISION,
                url=None,
            ),
        ),
        (
            page_of(folder, "c.html", "", "撤销市级示范托育机构称号名单", nurseries[:1]),
            replace(
                stated, title="动态管理通报", published=date(2026, 9, 1), kind=SourceKind.DECISION
            ),
        ),
        (
            page_of(
                folder,
                "d.html",
                "公示期：2026年11月19日至11月25日",
                "拟认定2026年市级普惠托育机构名单",
                nurseries[:5],
            ),
            replace(stated, title="关于普惠托育机构的公示"),
        ),
    ]


@pytest.fixture(scope="module")
def noticed_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site over one season."""
    folder = tmp_path_factory.mktemp("season")
    settings = settings_in(folder)
    import_all(settings, *season(folder))
    build(settings)
    return made(settings)


@pytest.fixture
def noticed(noticed_app: Flask) -> Visitor:
    """Somebody new to the site of one season."""
    return Visitor(noticed_app.test_client())


@pytest.fixture(scope="module")
def yancheng_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site over the notice that Yancheng published."""
    path = REAL / "yancheng-2023-inclusive-and-demonstration.html"
    if not path.exists():
        pytest.skip("the published lists are not here")
    settings = settings_in(tmp_path_factory.mktemp("yancheng"))
    title = "关于2023年市级普惠托育机构和市级示范托育机构名单的公示"
    import_all(settings, (path, Statement(title, "盐城市卫生健康委员会", date(2023, 10, 31))))
    build(settings)
    return made(settings)


@pytest.mark.parametrize("locale", list(Locale))
def test_yancheng_is_open_on_the_second_and_proposed_on_the_sixth(
    yancheng_app: Flask, texts: Texts, locale: Locale
) -> None:
    visitor = Visitor(yancheng_app.test_client())
    page = visitor.page(f"/{locale}/notices?on=2023-11-02")
    cards = page.findall(".//article")
    assert [texts(card, ".//h4") for card in cards] == [
        ["拟确认2023年市级普惠托育机构名单"],
        ["拟确认2023年市级示范托育机构名单"],
    ]
    linked = {link.get("href") for card in cards for link in card.findall(".//li/p/a")}
    assert len(linked) == 12
    waiting = [badge for card in cards for badge in texts(card, ".//span[@class='badge__state']")]
    words = {"zh-hans": "公示中", "zh-hant": "公示中", "en": "in publicity"}
    assert waiting == [words[locale]] * 12
    later = visitor.page(f"/{locale}/notices?on=2023-11-06")
    assert later.find(".//section[@aria-labelledby='open']//article") is None
    outcomes = {
        "zh-hans": [["拟认定，未见确认", "11 家托育机构"], ["拟认定，未见确认", "1 家托育机构"]],
        "zh-hant": [["擬認定，未見確認", "11 家托育機構"], ["擬認定，未見確認", "1 家托育機構"]],
        "en": [
            ["Proposed; our copy holds no confirmation", "11 nurseries"],
            ["Proposed; our copy holds no confirmation", "1 nursery"],
        ],
    }
    assert [
        [
            *texts(card, ".//dl[@class='outcomes']/div/dt"),
            *texts(card, ".//dl[@class='outcomes']/div/dd"),
        ]
        for card in later.findall(".//article")
    ] == outcomes[locale]


def test_yancheng_as_json(yancheng_app: Flask) -> None:
    visitor = Visitor(yancheng_app.test_client())
    then = visitor.json("/api/v1/notices?on=2023-11-02&region=3209")
    assert (then["on"], then["closed"]) == ("2023-11-02", [])
    assert [len(one["nurseries"]) for one in then["open"]] == [11, 1]
    assert {one["kind"]: one["until"] for one in then["open"]} == {
        "inclusive": "2023-11-04",
        "demonstration": "2023-11-04",
    }
    afterwards = visitor.json("/api/v1/notices?on=2023-11-06")
    assert afterwards["open"] == []
    assert sorted(one["id"] for one in afterwards["closed"]) == sorted(
        one["id"] for one in then["open"]
    )
    assert visitor.json("/api/v1/notices")["on"] == "2026-11-21"
    for one in then["open"][0]["nurseries"]:
        assert visitor.json(f"/api/v1/nurseries/{one}")["recognitions"][0]["state"] == "proposed"


def test_a_season_says_what_is_open_and_what_came_of_the_rest(
    noticed: Visitor, texts: Texts
) -> None:
    page = noticed.page("/zh-hans/notices")
    (opened,) = page.findall(".//section[@aria-labelledby='open']//article")
    assert texts(page, ".//section[@aria-labelledby='open']//h3") == ["四川省 泸州市"]
    assert texts(opened, ".//h4") == ["拟认定2026年市级普惠托育机构名单"]
    assert texts(opened, ".//strong") == ["还剩 5 天（含当天）"]
    facts = dict(zip(texts(opened, ".//dt"), texts(opened, ".//dd"), strict=True))
    assert facts == {
        "如何提出异议": "对名单有异议的，请在公示期内实名反映；联系电话：0830-5550000",
        "发布机关": ISSUER,
        "来源": "关于普惠托育机构的公示 2026年11月19日",
    }
    assert len(opened.findall(".//ul[@class='proposed']/li")) == 5
    (closed,) = page.findall(".//section[@aria-labelledby='closed']//article")
    outcomes = zip(
        texts(closed, ".//dl[@class='outcomes']/div/dt"),
        texts(closed, ".//dl[@class='outcomes']/div/dd"),
        strict=True,
    )
    assert list(outcomes) == [
        ("已认定，有效", "3 家托育机构"),
        ("拟认定，未见确认", "2 家托育机构"),
        ("称号已撤销", "1 家托育机构"),
    ]
    facts = dict(
        zip(texts(closed, ".//dl[2]/div/dt"), texts(closed, ".//dl[2]/div/dd"), strict=True)
    )
    assert facts["后续名单"] == (
        "关于命名2026年市级示范托育机构的决定 2026年4月1日 动态管理通报 2026年9月1日"
    )


def test_looking_back_shows_what_was_known_to_be_so_then(noticed: Visitor, texts: Texts) -> None:
    page = noticed.page("/zh-hans/notices?on=2026-03-20")
    (closed,) = page.findall(".//article")
    assert texts(closed, ".//dl[@class='outcomes']/div/dd") == ["6 家托育机构"]
    assert texts(closed, ".//dl[@class='outcomes']/div/dt") == ["拟认定，未见确认"]
    assert "收录的最近一次公示于 2026年3月11日结束。" in texts(page, ".//div[@class='empty']/p")
    last = noticed.page("/zh-hans/notices?on=2026-03-11")
    assert texts(last, ".//article//strong") == ["最后一天"]


def test_a_region_narrows_by_authority_and_by_nursery(noticed: Visitor) -> None:
    for region, count in (("51", 1), ("5105", 1), ("510502", 1), ("510503", 0), ("32", 0)):
        assert len(noticed.json(f"/api/v1/notices?region={region}")["open"]) == count
    assert len(noticed.json("/api/v1/notices?region=32&region=5105")["open"]) == 1


def test_a_bad_day_is_said_beside_the_field_and_refused_by_the_api(
    noticed: Visitor, texts: Texts
) -> None:
    for query, keys in (
        ("on=2026-02-30", {"on"}),
        ("on=yesterday", {"on"}),
        ("on=1999-12-31", {"on"}),
        ("on=2026-01-01&on=2026-01-02", {"on"}),
        ("region=x", {"region"}),
        ("on=%00&region=unpublished", {"on", "region"}),
    ):
        refused = noticed.get(f"/api/v1/notices?{query}")
        assert refused.status_code == 400
        assert {error["key"] for error in (refused.json or {})["errors"]} == keys
        page = noticed.page(f"/zh-hant/notices?{query}")
        assert len(texts(page, ".//p[@class='problem']")) == len(keys)
        assert noticed.get(f"/en/notices.atom?{query}").status_code == 200


def test_the_json_has_the_keys_of_the_contract(noticed: Visitor) -> None:
    answer = noticed.json("/api/v1/notices?on=2026-11-21")
    assert list(answer) == ["on", "open", "closed", "undated"]
    (opened,), (closed,) = answer["open"], answer["closed"]
    keys = ["id", "title", "kind", "issuer", "from", "until", "source", "nurseries"]
    assert list(opened) == list(closed) == keys
    del opened["id"], opened["nurseries"]
    assert opened == {
        "title": "拟认定2026年市级普惠托育机构名单",
        "kind": "inclusive",
        "issuer": ISSUER,
        "from": "2026-11-19",
        "until": "2026-11-25",
        "source": 4,
    }
    assert len(closed["nurseries"]) == 6


def parsed(feed: bytes) -> Element:
    """The tree of a feed of ours."""
    return fromstring(feed)  # noqa: S314 - we wrote it


@pytest.mark.parametrize("locale", list(Locale))
def test_the_feed_is_atom_and_its_ids_stay(noticed: Visitor, locale: Locale) -> None:
    today = noticed.client.get(f"/{locale}/notices.atom")
    assert today.mimetype == "application/atom+xml"
    again = noticed.client.get(
        f"/{locale}/notices.atom", headers={"If-None-Match": today.headers["ETag"]}
    )
    assert again.status_code == 304
    feed = parsed(today.data)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "拟认定2026年市级普惠托育机构名单",
        "拟确认2026年市级示范托育机构名单",
    ]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2026-11-19T00:00:00+08:00",
        "2026-03-12T00:00:00+08:00",
    ]
    then = parsed(noticed.client.get(f"/{locale}/notices.atom?on=2026-03-06").data)
    (entry,) = then.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == entries[1].findtext(f"{ATOM}id")
    link = entries[1].find(f"{ATOM}link")
    assert link is not None
    href = str(link.get("href")).removeprefix("http://localhost")
    page = noticed.page(href.partition("#")[0])
    assert page.find(f".//article[@id='{href.partition('#')[2]}']") is not None


def test_a_notice_without_a_last_day_is_neither_open_nor_closed(tmp_path: Path) -> None:
    settings, title = settings_in(tmp_path), "拟认定2026年市级普惠托育机构名单"
    row = "1,江阳区,江阳区檐铃托育园,江阳区滨江路1号"
    path = page_of(tmp_path, "u.html", "", title, [row])
    stated = Statement(f"{title}公示", ISSUER, date(2026, 11, 1), region="5105")
    import_all(settings, (path, stated))
    build(settings)
    visitor = Visitor(made(settings).test_client())
    answer = visitor.json("/api/v1/notices")
    assert (answer["open"], answer["closed"]) == ([], [])
    (undated,) = answer["undated"]
    assert (undated["title"], undated["from"], undated["until"]) == (title, "2026-11-01", None)
    feed = parsed(visitor.client.get("/en/notices.atom").data)
    assert [one.findtext(f"{ATOM}summary") for one in feed.findall(f"{ATOM}entry")] == [
        "1 nursery proposed on November 1, 2026; until when to object is not published."
    ]


def test_beyond_the_calendar_the_page_says_that_the_end_is_an_estimate(
    tmp_path: Path, texts: Texts
) -> None:
    environ = {"SHANYU_DATA": str(tmp_path), "SHANYU_TODAY": "2026-12-30"}
    settings = Settings.from_environ(ROOT, environ)
    title = "拟确认2026年市级示范托育机构名单"
    row = "1,江阳区,江阳区檐铃托育园,江阳区滨江路1号"
    path = page_of(tmp_path, "u.html", "公示期自2026年12月29日起5个工作日", title, [row])
    stated = Statement(f"{title}公示", ISSUER, date(2026, 12, 29), region="5105")
    import_all(settings, (path, stated))
    build(settings)
    visitor = Visitor(made(settings).test_client())
    (notice,) = visitor.json("/api/v1/notices")["open"]
    assert notice["until"] == "2027-01-04"
    (article,) = visitor.page("/zh-hans/notices").findall(".//article")
    assert "截止日期是估算" in "".join(article.itertext())
    page = visitor.page(f"/zh-hans/nurseries/{notice['nurseries'][0]}")
    days = [text for text in texts(page, ".//li") if "2027年1月4日" in text]
    assert any("最后一天为估算" in text for text in days)


def test_an_empty_ledger_has_a_page_too(visitor: Visitor, texts: Texts) -> None:
    for locale in Locale:
        page = visitor.page(f"/{locale}/notices")
        assert page.findall(".//article") == []
        assert len(texts(page, ".//div[@class='empty']/p")) == 2
    assert visitor.json("/api/v1/notices") == {
        "on": "2026-11-21",
        "open": [],
        "closed": [],
        "undated": [],
    }


def test_nothing_newer_than_the_generation_is_shown(tmp_path: Path, texts: Texts) -> None:
    settings = settings_in(tmp_path)
    first, *later = season(tmp_path)
    import_all(settings, first)
    build(settings)
    visitor = Visitor(made(settings).test_client())
    before = visitor.json("/api/v1/notices"), texts(visitor.page("/en/about"), ".//table//td")
    import_all(settings, *later)
    other = tmp_path / "more.csv"
    other.write_text("机构名称,所在区县,地址\n檐铃托育园,姑苏区,平江路1号\n", "utf-8")
    stated = Statement("苏州市备案托育机构名单", "苏州市卫生健康委员会", date(2026, 9, 1))
    import_all(settings, (other, stated))
    assert len(list(Ledger.open(settings.database_url).nurseries())) == 7
    fresh = Visitor(made(settings).test_client())
    assert (fresh.json("/api/v1/notices"), texts(fresh.page("/en/about"), ".//table//td")) == before
    assert before[1] == ["6", "0", "No filing list"]
