"""What changed, on pages and in the feed; reported errors, from the form to the ledger."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient

from nursery_site.forms import TOKEN
from nursery_site.locales import Locale
from nursery_site.settings import Settings
from registry.correcting import Accepted, accept
from registry.corrections import HEADINGS, MOST_ABOUT_ONE, corrections, report
from registry.ledger import Ledger
from registry.vocabulary import SourceKind
from tests.site.conftest import made, stated_list
from tests.site.page_checker import check_page
from tests.site.staging import ROOT, build, import_all, settings_in
from tests.site.visitor import Visitor

OLD = """机构名称,所在区县,地址,核定托位
云雀托育中心,姑苏区,姑苏区平江路7号,40
青禾托育中心,吴中区,吴中区东吴路9号,40
"""
NEW = """机构名称,所在区县,地址,核定托位
云雀托育中心,姑苏区,姑苏区平江路7号,60
白桦托育中心,吴中区,吴中区东吴路9号,30
"""
RECORD = """机构名称,所在区县,地址,处罚类别,处罚内容,处罚日期,整改情况,撤销情况,陈述申辩
云雀托育中心,姑苏区,姑苏区平江路7号,行政处罚,未公示收费,2026-07-01,已整改,2026-08-01撤销,已在门口张贴
"""
ATOM = "{http://www.w3.org/2005/Atom}"
Texts = Callable[[Element, str], list[str]]


def site_in(folder: Path, **environ: str) -> Flask:
    """A site over two editions of a list and a credit record."""
    settings = settings_in(folder)
    day = date(2026, 9, 1)
    import_all(
        settings,
        stated_list(folder, "old", OLD, SourceKind.FILING, date(2025, 6, 30)),
        stated_list(folder, "new", NEW, SourceKind.FILING, date(2026, 6, 30)),
        stated_list(folder, "record", RECORD, SourceKind.CREDIT, day),
    )
    build(settings)
    given = {"SHANYU_DATA": str(folder), "SHANYU_TODAY": "2026-11-21", **environ}
    return made(Settings.from_environ(ROOT, given))


@pytest.fixture(scope="module")
def past_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site whose lists have changed."""
    return site_in(tmp_path_factory.mktemp("past"))


@pytest.fixture
def past(past_app: Flask) -> Visitor:
    """Somebody new to that site."""
    return Visitor(past_app.test_client())


def ids(visitor: Visitor) -> dict[str, str]:
    """The nurseries' ids by name."""
    items = visitor.json("/api/v1/nurseries")["items"]
    return {item["name"]: item["id"] for item in items}


@pytest.mark.parametrize("locale", list(Locale))
def test_every_page_of_the_past_is_sound(past: Visitor, locale: Locale) -> None:
    for nursery in ids(past).values():
        for path in ("", "/history", "/report", "/report?sent=1"):
            assert past.page(f"/{locale}/nurseries/{nursery}{path}").findall(".//main")
    for path in ("/changes", "/changes?region=32", "/changes?region=51", "/corrections"):
        assert past.page(f"/{locale}{path}").findall(".//main")
    for path in ("/nurseries/nobody/history", "/nurseries/nobody/report"):
        assert past.get(f"/{locale}{path}").status_code == 404


def test_a_changed_value_stands_with_both_sides(past: Visitor, texts: Texts) -> None:
    page = past.page(f"/zh-hans/nurseries/{ids(past)['云雀托育中心']}/history")
    told = texts(page, ".//ol[@class='changes']/li/p[@class='change__what']")
    assert told == ["信用或处罚记录 未公示收费", "核定托位 原： 40 → 现： 60", "首次列入名单"]
    (record,) = page.findall(".//ul[@class='records']/li")
    assert record.get("class") == "record record--revoked"
    assert texts(record, ".//dd")[1:4] == ["2026-08-01撤销", "已整改", "已在门口张贴"]


def test_whoever_left_the_list_is_not_called_closed(past: Visitor, texts: Texts) -> None:
    page = past.page(f"/zh-hans/nurseries/{ids(past)['青禾托育中心']}")
    (said,) = texts(page, ".//p[@class='left']")
    assert said.startswith("2026年6月30日的备案名单上已没有它，上一期还有。")
    assert "停业" not in said


def test_an_earlier_operator_is_named_neutrally(past: Visitor, texts: Texts) -> None:
    page = past.page(f"/zh-hans/nurseries/{ids(past)['白桦托育中心']}")
    assert texts(page, ".//p[@class='predecessor']") == [
        "本站名单上，这个地址先前登载的是： 青禾托育中心 （最后见于2025年6月30日）"
    ]


def test_the_feed_is_cut_by_region(past: Visitor, texts: Texts) -> None:
    names = ".//li/p[1]/a"
    everywhere = texts(past.page("/zh-hans/changes?region=3205"), names)
    assert sorted(everywhere) == ["云雀托育中心", "云雀托育中心", "白桦托育中心", "青禾托育中心"]
    assert texts(past.page("/zh-hans/changes?region=320508"), names) == ["云雀托育中心"] * 2
    assert texts(past.page("/zh-hans/changes?region=51"), names) == []


@pytest.mark.parametrize("locale", list(Locale))
def test_the_atom_feed_says_the_same(past: Visitor, locale: Locale) -> None:
    response = past.get(f"/{locale}/changes.atom?region=32")
    assert response.mimetype == "application/atom+xml"
    feed = ET.fromstring(response.data)  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 4
    prints = {entry.findtext(f"{ATOM}id") for entry in entries}
    assert len(prints) == 4
    assert feed.findtext(f"{ATOM}updated") == "2026-09-01T00:00:00+08:00"
    links = {link.get("href") for entry in entries for link in entry.findall(f"{ATOM}link")}
    assert links <= {f"http://localhost/{locale}/nurseries/{one}" for one in ids(past).values()}
    empty = ET.fromstring(past.get(f"/{locale}/changes.atom?region=51").data)  # noqa: S314
    assert empty.findall(f"{ATOM}entry") == []


@pytest.mark.parametrize("asked", ["３２", "99", "3209z99", "x", "32&region=51"])
def test_what_is_no_division_is_said_beside_the_field(
    past: Visitor, texts: Texts, asked: str
) -> None:
    page = past.page(f"/zh-hans/changes?region={asked}")
    assert len(texts(page, ".//p[@class='problem']")) == 1
    assert asked not in [one.get("value") for one in page.findall(".//select[@id='region']/option")]
    good = past.page("/zh-hans/changes?region=32")
    assert texts(good, ".//p[@class='problem']") == []


def token_of(client: FlaskClient, url: str) -> str:
    """The token of a form, whose session the client keeps."""
    page = check_page(client.get(url).text, "zh-hans")
    (field,) = page.findall(f".//input[@name='{TOKEN}']")
    return str(field.get("value"))


@pytest.fixture
def form(tmp_path: Path) -> tuple[Flask, str]:
    """A site of its own for one test, and the address of a form."""
    app = site_in(tmp_path)
    nursery = ids(Visitor(app.test_client()))["云雀托育中心"]
    return app, f"/zh-hans/nurseries/{nursery}/report"


def kept(app: Flask) -> list[tuple[str, str, str | None]]:
    """The reports of a site."""
    ledger = Ledger.open(app.config["SHANYU"].database_url)
    found = [(one.field, one.said, one.evidence) for one in corrections(ledger)]
    ledger.close()
    return found


def test_a_report_is_kept_masked_and_never_shown(form: tuple[Flask, str], texts: Texts) -> None:
    app, url = form
    client = app.test_client()
    said = {"field": "phones", "said": "空号，请打13812345678", "evidence": "https://example.org/a"}
    response = client.post(url, data={TOKEN: token_of(client, url), **said})
    assert (response.status_code, response.location) == (303, f"{url}?sent=1")
    assert "谢谢" in client.get(str(response.location)).text
    assert kept(app) == [("phones", "空号，请打（手机号不公开）", "https://example.org/a")]
    ledger = Visitor(client).page("/zh-hans/corrections")
    assert texts(ledger, ".//tbody/tr/*") == [
        "云雀托育中心",
        "电话",
        "2026年11月21日",
        "待处理",
    ]
    assert "空号" not in ET.tostring(ledger, "unicode")


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"field": "", "said": "x"}, "请选择哪一项有误。"),
        ({"field": "staff", "said": "x"}, "请选择哪一项有误。"),
        ({"field": "name", "said": "  "}, "请写明错在哪里。"),
        ({"field": "name", "said": "字" * 1001}, "最多 1,000 字，这里超过了。"),
        (
            {"field": "name", "said": "x", "evidence": "javascript:alert(1)"},
            "这不是网页地址。网页地址以 https:// 或 http:// 开头，最多 500 个字符。",
        ),
    ],
)
def test_a_form_with_a_problem_comes_back_whole(
    form: tuple[Flask, str], texts: Texts, sent: dict[str, str], problem: str
) -> None:
    app, url = form
    client = app.test_client()
    response = client.post(url, data={TOKEN: token_of(client, url), **sent})
    assert response.status_code == 400
    page = check_page(response.text, "zh-hans")
    assert texts(page, ".//p[@class='problem']") == [problem]
    (text,) = page.findall(".//textarea")
    assert (text.text or "").strip() == sent["said"].strip()
    assert kept(app) == []


@pytest.mark.parametrize("forged", ["", "IjEi.forged.token"])
def test_a_forged_or_old_form_is_not_kept_and_not_lost(
    form: tuple[Flask, str], texts: Texts, forged: str
) -> None:
    app, url = form
    client = app.test_client()
    response = client.post(url, data={TOKEN: forged, "field": "name", "said": "原文"})
    page = check_page(response.text, "zh-hans")
    (said,) = texts(page, ".//p[@class='report__problem']")
    assert (response.status_code, said[:10]) == (400, "这张表打开太久了，或")
    assert texts(page, ".//textarea") == ["原文"]
    assert kept(app) == []


def test_one_address_may_not_send_without_end(form: tuple[Flask, str], texts: Texts) -> None:
    app, url = form
    client = app.test_client()
    data = {TOKEN: token_of(client, url), "field": "name", "said": "x"}
    statuses = [client.post(url, data=data).status_code for _ in range(6)]
    assert statuses == [303] * 5 + [429]
    page = check_page(client.post(url, data=data).text, "zh-hans")
    assert texts(page, ".//p[@class='report__problem']")[0].startswith("短时间内")
    assert len(kept(app)) == 5
    other = app.test_client()
    other.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    data[TOKEN] = token_of(other, url)
    assert other.post(url, data=data).status_code == 303


def test_a_network_of_ipv6_counts_as_one_reader(form: tuple[Flask, str]) -> None:
    app, url = form
    client = app.test_client()
    data = {TOKEN: token_of(client, url), "field": "name", "said": "x"}
    statuses = []
    for end in ("::1", "::2", ":abcd::1", ":ffff:ffff:ffff:ffff", "::", ":9::1"):
        client.environ_base["REMOTE_ADDR"] = f"2001:db8:1:2{end}"
        statuses.append(client.post(url, data=data).status_code)
    assert statuses == [303] * 5 + [429]
    for other in ("2001:db8:1:3::1", "::ffff:192.0.2.1", "::ffff:192.0.2.2", "fe80::1%eth0", "?"):
        client.environ_base["REMOTE_ADDR"] = other
        assert client.post(url, data=data).status_code == 303


def test_more_reports_than_anybody_reads_are_not_taken(
    form: tuple[Flask, str], texts: Texts
) -> None:
    app, url = form
    client = app.test_client()
    nursery, ledger = url.split("/")[-2], Ledger.open(app.config["SHANYU"].database_url)
    for _ in range(MOST_ABOUT_ONE):
        report(ledger, nursery, "name", "x", None, date(2026, 11, 21))
    ledger.close()
    data = {TOKEN: token_of(client, url), "field": "name", "said": "原文"}
    response = client.post(url, data=data)
    page = check_page(response.text, "zh-hans")
    (said,) = texts(page, ".//p[@class='report__problem']")
    assert (response.status_code, said[:10]) == (503, "等待处理的报告太多，")
    assert texts(page, ".//textarea") == ["原文"]
    assert len(kept(app)) == MOST_ABOUT_ONE


def test_the_key_is_made_once_for_every_worker(form: tuple[Flask, str], tmp_path: Path) -> None:
    app, url = form
    assert not (tmp_path / "secret").exists()
    client = app.test_client()
    token = token_of(client, url)
    key = tmp_path / "secret"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text("ascii")) >= 40
    cookie = client.get_cookie("form")
    assert cookie is not None
    worker = made(app.config["SHANYU"]).test_client()
    worker.set_cookie("form", cookie.value)
    data = {TOKEN: token, "field": "name", "said": "x"}
    assert worker.post(url, data=data).status_code == 303
    assert [path.name for path in tmp_path.glob(".secret*")] == []


def test_pages_that_only_show_set_no_session(form: tuple[Flask, str], tmp_path: Path) -> None:
    app, _ = form
    client = app.test_client()
    for path in ("/zh-hans/", "/zh-hans/nurseries", "/zh-hans/changes", "/zh-hans/corrections"):
        assert client.get(path).status_code == 200
    assert client.get_cookie("form") is None
    assert not (tmp_path / "secret").exists()


def test_an_accepted_report_shows_after_the_next_build(
    form: tuple[Flask, str], texts: Texts
) -> None:
    app, url = form
    client = app.test_client()
    data = {TOKEN: token_of(client, url), "field": "capacity", "said": "是45个"}
    assert client.post(url, data=data).status_code == 303
    settings = app.config["SHANYU"]
    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    accept(ledger, 1, Accepted("45", title="现场核实记录"), date(2026, 11, 21))
    ledger.close()
    visitor = Visitor(client)
    nursery = url.removesuffix("/report")
    assert "现场核实记录" not in visitor.get(nursery).text
    build(settings)
    after = visitor.page(nursery)
    (capacity,) = [
        fact
        for fact in after.findall(".//dl[@class='facts']/div")
        if texts(fact, "dt") == ["核定托位"]
    ]
    assert texts(capacity, ".//span[@class='fact__value']") == ["45"]
    lost = [text.split("：")[1].split()[0] for text in texts(capacity, ".//p[@class='conflict']")]
    assert lost == ["40", "60"]
    ledger_page = visitor.page("/zh-hans/corrections")
    assert texts(ledger_page, ".//tbody/tr/td[3]") == ["已采纳 2026年11月21日"]


def test_every_field_can_be_chosen(form: tuple[Flask, str]) -> None:
    app, url = form
    page = Visitor(app.test_client()).page(url)
    values = [option.get("value") for option in page.findall(".//select[@id='field']/option")]
    assert values == ["", *HEADINGS]


def test_of_two_prices_the_losing_one_is_marked(tmp_path: Path, texts: Texts) -> None:
    settings = settings_in(tmp_path)
    head, row = "机构名称,所在区县,地址,全日托收费（元/月）", "云雀托育中心,姑苏区,姑苏区平江路7号"
    import_all(
        settings,
        stated_list(tmp_path, "a", f"{head}\n{row},1800\n", SourceKind.FILING, date(2026, 1, 1)),
        stated_list(tmp_path, "b", f"{head}\n{row},2000\n", SourceKind.PRICE, date(2026, 6, 1)),
    )
    build(settings)
    visitor = Visitor(made(settings).test_client())
    for locale in Locale:
        page = visitor.page(f"/{locale}/nurseries/{ids(visitor)['云雀托育中心']}")
        lost = texts(page, ".//table//p[@class='conflict']")
        assert len(lost) == 1
        assert "1800" in lost[0]
        assert "2,000" in texts(page, ".//table//td")[0]
