"""The filing check: three verdicts, three states of filing, and what nobody may read into them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from nursery_site.locales import Locale
from registry.importing import Statement
from registry.vocabulary import SourceKind
from tests.site.conftest import made
from tests.site.staging import build, import_all, settings_in
from tests.site.visitor import Visitor

CODE = "91320508MA1NAKDR20"
FILING = f"""机构名称,园所名称,统一社会信用代码,所在区县,地址,备案情况,备案日期,备案机关
苏州云雀托育有限公司,云雀之家,{CODE},姑苏区,姑苏区平江路7号,已备案,2023-05-12,姑苏区卫生健康委员会
苏州旧园托育中心,,,姑苏区,姑苏区人民路8号,已注销备案,,
苏州青禾托育中心,,,吴中区,吴中区东吴路9号,已备案,,
苏州青禾托育中心,,,吴江区,吴江区太湖路3号,已注销备案,,
"""
MAP = """机构名称,所在区县,地址
苏州未明托育园,姑苏区,姑苏区观前街10号
"""
STATED = """机构名称,所在区县,地址,备案情况
苏州{}托育园,姑苏区,姑苏区桃花坞{}号,已备案
"""
ISSUER = "苏州市卫生健康委员会"

Texts = Callable[[Element, str], list[str]]


@pytest.fixture(scope="module")
def checked_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site over a filing list and a map."""
    folder = tmp_path_factory.mktemp("checked")
    settings = settings_in(folder)
    import_all(
        settings,
        *(
            (
                written(folder, f"{title}.csv", text),
                Statement(title, ISSUER, day, kind, url, "3205"),
            )
            for kind, title, text, day, url in (
                (
                    SourceKind.FILING,
                    "苏州市备案托育机构名单",
                    FILING,
                    date(2026, 6, 30),
                    "https://example.org/filing.csv",
                ),
                (SourceKind.DIRECTORY, "苏州市托育地图", MAP, date(2026, 5, 1), None),
            )
        ),
    )
    build(settings)
    return made(settings)


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """Somebody new to a site on which others than the authority speak of a filing."""
    folder = tmp_path_factory.mktemp("stated")
    settings = settings_in(folder)
    lists = (
        (SourceKind.DIRECTORY, "苏州市便民名录", STATED.format("名录", 1)),
        (SourceKind.CORRECTION, "读者纠错核实记录", STATED.format("纠错", 2)),
    )
    import_all(
        settings,
        *(
            (
                written(folder, f"{kind}.csv", text),
                Statement(title, ISSUER, date(2026, 5, 2), kind, None, "3205"),
            )
            for kind, title, text in lists
        ),
    )
    build(settings)
    return Visitor(made(settings).test_client())


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def checked(checked_app: Flask) -> Visitor:
    """Somebody new to the site of the two lists."""
    return Visitor(checked_app.test_client())


def facts(match: Element, texts: Texts) -> dict[str, str]:
    return dict(zip(texts(match, ".//dt"), texts(match, ".//dd"), strict=True))


def test_an_exact_name_says_everything_about_the_filing(checked: Visitor, texts: Texts) -> None:
    page = checked.page("/zh-hans/filing-check?q=" + quote("蘇州雲雀託育（有限公司）"))
    assert texts(page, ".//h2")[0] == "收录的名单写明：已备案"
    (match,) = page.findall(".//ol[@class='check__matches']/li")
    assert texts(match, ".//h3") == ["苏州云雀托育有限公司"]
    assert texts(match, ".//p[@class='match__matched']") == ["匹配项：登记名称"]
    assert facts(match, texts) == {
        "请核对地址": "江苏省 苏州市 姑苏区 姑苏区平江路7号",
        "备案日期": "2023年5月12日",
        "备案机关": "姑苏区卫生健康委员会",
        "信用代码": CODE,
        "备案信息来源": "苏州市备案托育机构名单 苏州市卫生健康委员会 2026年6月30日",
    }
    (link,) = match.findall(".//dd//a")
    assert link.get("href") == "https://example.org/filing.csv"


@pytest.mark.parametrize(
    ("typed", "heading", "tone", "matched"),
    [
        ("云雀之家", "In our copy: filed", "holds", ["Trading name"]),
        (CODE.lower(), "In our copy: filed", "holds", ["Unified social credit code"]),
        ("苏州旧园托育中心", "In our copy: filing cancelled", "broken", ["Registered name"]),
        (
            "苏州未明托育园",
            "In our copy, but no list in it says whether it is filed",
            "waits",
            ["Registered name"],
        ),
        (
            "苏州青禾托育中心",
            "Several nurseries bear exactly this, with different answers",
            "waits",
            ["Registered name", "Registered name"],
        ),
        ("云鹊之家", "Similar entries in our copy, no exact one", "waits", ["Trading name"]),
        ("观前街10号", "Similar entries in our copy, no exact one", "waits", ["Address"]),
        ("月光宝盒托育", "Not in our copy", "unknown", []),
        ("幼儿园", "Too general to check: please type the full name", "unknown", []),
        ("託育中心", "Too general to check: please type the full name", "unknown", []),
        ("姑苏区幼儿园", "Too general to check: please type the full name", "unknown", []),
    ],
)
def test_each_verdict_has_its_words(
    checked: Visitor, texts: Texts, typed: str, heading: str, tone: str, matched: list[str]
) -> None:
    page = checked.page(f"/en/filing-check?q={quote(typed)}")
    assert texts(page, f".//section[@class='verdict verdict--{tone}']/h2") == [heading]
    shown = [text.removeprefix("Matched by: ") for text in texts(page, ".//ol/li/p[1]")]
    assert [text for text in shown if text in {*matched}] == matched


@pytest.mark.parametrize(
    ("typed", "doubt", "said"),
    [
        (f"苏州旧园托育中心 {CODE}", "code-of-another", "名称与代码不属于同一家"),
        (
            "苏州云雀托育有限公司 91320582MA1X6UDU11",
            "code-unknown",
            "本站副本没有写明这家机构用这个代码",
        ),
    ],
)
def test_a_name_with_the_code_of_another_is_said_so(
    checked: Visitor, texts: Texts, typed: str, doubt: str, said: str
) -> None:
    answer = checked.json(f"/api/v1/filing-check?q={quote(typed)}")
    assert (answer["verdict"], answer["doubt"]) == ("similar", doubt)
    page = checked.page(f"/zh-hans/filing-check?q={quote(typed)}")
    (told,) = texts(page, ".//section[@class='verdict verdict--waits']/p[@class='verdict__doubt']")
    assert told.startswith(said)


@pytest.mark.parametrize(
    ("typed", "said", "said_by"),
    [
        ("苏州名录托育园", "A source of another kind says this (Directory or map)", "directory"),
        ("苏州纠错托育园", "Only the operator of this site noted this", "correction"),
    ],
)
def test_who_is_not_the_authority_is_not_called_one(
    stated: Visitor, texts: Texts, typed: str, said: str, said_by: str
) -> None:
    answer = stated.json(f"/api/v1/filing-check?q={quote(typed)}")
    assert [(one["filed"], one["said_by"]) for one in answer["matches"]] == [("yes", said_by)]
    page = stated.page(f"/en/filing-check?q={quote(typed)}")
    assert texts(page, ".//section[@class='verdict verdict--waits']/h2") == [
        "In our copy, but what it says of the filing is not from a list of filings"
    ]
    (statement,) = texts(page, ".//p[@class='match__filing']/span[last()]")
    assert statement.startswith(said)
    assert "list of the authority says that" not in statement


def test_a_code_with_a_wrong_check_digit_is_said_so(checked: Visitor, texts: Texts) -> None:
    page = checked.page("/zh-hant/filing-check?q=91320508MA1NAKDR29")
    (doubt,) = texts(page, ".//p[@class='verdict__doubt']")
    assert doubt.startswith("這個代碼的最後一碼")
    assert texts(page, ".//section/h2")[0] == "沒有完全一致的，有相近的"
    sound = checked.page(f"/zh-hant/filing-check?q={CODE}")
    assert texts(sound, ".//p[@class='verdict__doubt']") == []


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("typed", ["", "苏州云雀托育有限公司", "苏州旧园托育中心", "没有这家"])
def test_no_page_calls_anything_illegal(
    checked: Visitor, texts: Texts, locale: Locale, typed: str
) -> None:
    page = checked.page(f"/{locale}/filing-check?q={quote(typed)}")
    (said,) = texts(page, ".//body")
    for word in ("illegal", "unlawful", "违法", "非法", "無照", "违规", "違法", "黑托"):
        assert word not in said.lower()
    assert len(page.findall(".//ol[@class='steps']/li")) == 6
    assert all(len(step.findall(".//a")) == 1 for step in page.findall(".//ol[@class='steps']/li"))
    rows = texts(page, ".//table//tbody/tr/td")
    newest = {"en": "June 30, 2026"}.get(locale, "2026年6月30日")
    assert rows == ["3", "2", newest]


def test_the_json_has_the_keys_of_the_contract(checked: Visitor) -> None:
    answer = checked.json(f"/api/v1/filing-check?q={quote('苏州云雀托育有限公司')}")
    assert list(answer) == ["verdict", "matches", "covered", "doubt", "general"]
    assert answer["doubt"] is None
    assert answer["verdict"] == "exact"
    (match,) = answer["matches"]
    told = ("name", "filed", "match", "elsewhere", "filed_on", "authority", "said_by")
    document = checked.json(f"/api/v1/nurseries/{match['id']}")
    of_filing = {
        claim["source"]
        for claim in document["claims"]
        if claim["used"] and claim["field"] in ("filed", "filed_on", "authority")
    }
    assert of_filing
    assert match["sources"] == [one for one in document["sources"] if one["id"] in of_filing]
    assert {"title", "issuer", "published_on", "url"} <= set(match["sources"][0])
    assert {key: match[key] for key in told} == {
        "name": "苏州云雀托育有限公司",
        "filed": "yes",
        "match": "name",
        "elsewhere": False,
        "filed_on": "2023-05-12",
        "authority": "姑苏区卫生健康委员会",
        "said_by": "filing",
    }
    assert set(document) >= set(match) - {
        "match",
        "elsewhere",
        "filed_on",
        "authority",
        "said_by",
    }
    assert answer["covered"] == [
        {"region": "320506", "name": "吴中区", "nurseries": 1, "as_of": "2026-06-30"},
        {"region": "320508", "name": "姑苏区", "nurseries": 2, "as_of": "2026-06-30"},
        {"region": "320509", "name": "吴江区", "nurseries": 0, "as_of": "2026-06-30"},
    ]
    nothing = checked.json(f"/api/v1/filing-check?q={quote('没有这家')}")
    assert (nothing["verdict"], nothing["matches"]) == ("not_in_copy", [])
    assert nothing["covered"] == answer["covered"]
    assert checked.json(f"/api/v1/filing-check?q={quote('托育中心')}") == nothing | {
        "general": True
    }
    assert (answer["general"], nothing["general"]) == (False, False)


@pytest.mark.parametrize(
    "typed", ["托" * 200, "(" * 150, "😀" * 50, "\x00", "a", "１", "' OR 1=1 --", "%", "\u202e苏"]
)
def test_absurd_input_has_an_answer(checked: Visitor, typed: str) -> None:
    answer = checked.json(f"/api/v1/filing-check?q={quote(typed)}")
    assert answer["verdict"] in ("exact", "similar", "not_in_copy")
    assert checked.get(f"/zh-hans/filing-check?q={quote(typed)}").status_code == 200


def test_what_cannot_be_checked_is_said(checked: Visitor, texts: Texts) -> None:
    for query, reason in (
        ("q=" + "a" * 201, "At most 200 characters can be searched for."),
        ("q=a&q=b", "This was given more than once; please give it once."),
    ):
        refused = checked.get(f"/api/v1/filing-check?{query}&lang=en")
        assert refused.status_code == 400
        assert [error["message"] for error in (refused.json or {})["errors"]] == [reason]
        page = checked.page(f"/en/filing-check?{query}")
        assert texts(page, ".//p[@class='problem']") == [reason]
        assert page.findall(".//ol[@class='check__matches']") == []
    assert checked.get("/api/v1/filing-check").status_code == 400


def test_fictional_nurseries_are_marked(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page(f"/en/filing-check?q={quote('苏阳托育')}")
    assert texts(page, ".//p[@class='fictional']/strong") == ["Demonstration data."]
    assert texts(page, ".//ol/li/h3")[0] == "苏阳托育服务(苏州)有限公司"


@pytest.mark.parametrize("locale", list(Locale))
def test_what_is_elsewhere_stands_apart(checked: Visitor, texts: Texts, locale: Locale) -> None:
    typed = quote("南京市云鹊之家")
    answer = checked.json(f"/api/v1/filing-check?q={typed}")
    assert [one["elsewhere"] for one in answer["matches"]] == [True]
    page = checked.page(f"/{locale}/filing-check?q={typed}")
    heading = {
        "zh-hans": "名称相近，但不在您写的地方",
        "zh-hant": "名稱相近，但不在您寫的地方",
        "en": "Similar, but elsewhere than the place you typed",
    }
    assert texts(page, ".//h2[@class='check__elsewhere']") == [heading[locale]]
