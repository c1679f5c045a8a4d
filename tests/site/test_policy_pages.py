"""The pages on policies: in every locale, for every article, and what they lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from flask import Flask

from nursery_site.locales import Locale
from nursery_site.pages.evidence import Evidence
from nursery_site.pages.passports import passports
from nursery_site.pages.search import Field
from nursery_site.pages.which import which_page
from nursery_site.policies.concerning import Family
from nursery_site.policies.library import load
from nursery_site.stores import stores
from nursery_site.views import visit
from tests.site.page_checker import simplified_only
from tests.site.sample import PLAIN, PROVINCIAL, STARS
from tests.site.staging import ROOT
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]

SLUGS = sorted(load(ROOT / "content").policies)
PAGES = (
    "/policies",
    "/policies?q=示范能退费吗",
    "/policies?q=示範能退費嗎",
    "/policies?q=没有这样的词语组合",
    "/policies/which",
    "/policies/which?region=3205&age=20&residence=permit&need=check&need=tax",
    "/policies/which?region=x&age=two&residence=y&need=z",
    *(f"/policies/{slug}" for slug in SLUGS),
)


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_sound(visitor: Visitor, locale: Locale, path: str) -> None:
    page = visitor.page(f"/{locale}{path}")
    assert page.findall(".//main")


@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_keeps_what_it_promises(visitor: Visitor, slug: str) -> None:
    page = visitor.page(f"/zh-hans/policies/{slug}")
    article = load(ROOT / "content").policies[slug].article
    numbers = [source.get("id") for source in page.findall(".//ol[@class='sources']/li")]
    assert numbers == [f"source-{place}" for place in range(1, len(article.sources) + 1)]
    contents = [link.get("href") for link in page.findall(".//nav[@class='toc']//a")]
    assert len(contents) >= 3
    assert len(page.findall(".//ol[@class='steps']/li")) == len(article.timeline)
    explained = {note.get("id") for note in page.findall(".//div[@popover]")}
    asked = {button.get("popovertarget") for button in page.findall(".//button[@class='term']")}
    assert asked == explained
    searches = page.findall(".//section[@aria-labelledby='searches']//a")
    assert len(searches) == len(article.searches)
    for search in searches:
        assert visitor.page(str(search.get("href"))).findall(".//form[@id='search']")


def test_terms_explain_themselves_without_script(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hant/policies/liaoning-demonstration")
    button = page.find(".//button[@class='term']")
    assert button is not None
    target = button.get("popovertarget")
    assert texts(page, f".//div[@id='{target}']/p")[0] == "".join(button.itertext())


def test_titles_of_documents_stay_as_published(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hant/policies/liaoning-demonstration")
    kept = texts(page, ".//div[@class='policy__body']//span[@lang='zh-Hans']")
    assert "《辽宁省省级示范托育机构自评分表（试行）》" in kept
    body = "".join(texts(page, ".//div[@class='policy__body']"))
    assert "「省級示範」" in body
    assert "“" not in body


def test_english_has_title_and_summary_and_says_that_the_body_is_chinese(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page("/en/policies/liaoning-demonstration")
    assert texts(page, ".//h1") == ["How Liaoning names its provincial demonstration nurseries"]
    assert texts(page, ".//p[@class='policy__original']") == ["辽宁省级示范托育机构是怎么评出来的"]
    assert texts(page, ".//p[@class='notice']") == [
        "The article itself is written in Chinese; title and summary are translated."
    ]
    bodies = page.findall(".//div[@class='policy__body']")
    assert {body.get("lang") for body in bodies} == {"zh-Hans"}
    live = page.find(".//span[@class='live']")
    assert live is not None
    assert live.get("lang") == "en"


def test_a_figure_of_the_copy_is_drawn_with_its_day_and_called_fictional(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page("/zh-hans/policies/filing")
    (said,) = texts(page, ".//span[@class='live']")
    assert said == "虚构的演示数据，全部：29 家托育机构（截至 2026年6月30日）"


def test_a_division_without_nurseries_has_no_figure(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/policies/liaoning-demonstration")
    assert set(texts(page, ".//span[@class='live']")) == {"本站没有21的这项数据"}


@pytest.mark.parametrize(
    ("locale", "query"), [("zh-hans", "示范能退费吗"), ("zh-hant", "示範能退費嗎")]
)
def test_the_policy_that_answers_stands_above_the_list(
    visitor: Visitor, texts: Texts, locale: str, query: str
) -> None:
    page = visitor.page(f"/{locale}/nurseries?q={query}")
    (link,) = page.findall(".//p[@class='policy-answer__title']/a")
    assert str(link.get("href")).startswith(f"/{locale}/policies/")
    marked = texts(page, ".//section[@class='policy-answer']//mark")
    assert marked[:2] == (["示范", "退费"] if locale == "zh-hans" else ["示範", "退費"])


@pytest.mark.parametrize("query", ["苏阳托育", "蘇陽託育", "示范托育中心", "江阳区", ""])
def test_a_name_brings_up_no_policy(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/zh-hans/nurseries?q={query}")
    assert page.findall(".//section[@class='policy-answer']") == []


def test_a_title_leads_to_the_article_of_its_scheme(app: Flask) -> None:
    titled = replace(PROVINCIAL, scheme="liaoning-demonstration")
    with app.test_request_context("/zh-hans/"):
        reader = visit.reader()
        nursery = replace(PLAIN, recognitions=(titled, STARS))
        made = passports(nursery, Evidence((), {}, reader), stores().rulebook, reader)
    explained = {passport.label.text: passport.article for passport in made}
    assert explained[PROVINCIAL.label] == "/zh-hans/policies/liaoning-demonstration"
    assert len(explained) == 2


def test_which_groups_by_need_and_says_where_nothing_is_held(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page("/zh-hans/policies/which?need=check&age=20")
    groups = page.findall(".//div[@id='applies']/section")
    assert [texts(group, "./h2") for group in groups] == [["核实一家机构"]]
    assert texts(page, ".//div[@id='applies']/p") == ["没有选择城市：这里只列全国适用的规定。"]
    clauses = texts(groups[0], ".//p[@class='clause__text']")
    assert "材料齐全的，五个工作日内发给备案回执" in clauses
    assert all(texts(groups[0], ".//p[@class='clause__facts']"))
    assert visitor.page("/zh-hans/policies/which").find(".//div[@id='applies']") is None


def test_a_birthday_is_refused(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/policies/which?age=2025-03-01")
    assert texts(page, ".//p[@id='age-problem']") == ["请填写整月数，例如 18。"]


def test_the_feed_names_every_article(visitor: Visitor) -> None:
    response = visitor.get("/zh-hant/policies.atom")
    assert (response.status_code, response.mimetype) == (200, "application/atom+xml")
    root = fromstring(response.data)  # noqa: S314 - our own feed
    atom = "{http://www.w3.org/2005/Atom}"
    links = [link.get("href") for link in root.findall(f"{atom}entry/{atom}link")]
    assert sorted(str(link).rsplit("/", 1)[1] for link in links) == SLUGS
    said = "".join(root.itertext())
    assert [sign for sign in said if simplified_only(sign)] == []
    again = visitor.get(
        "/zh-hant/policies.atom", headers={"If-None-Match": response.headers["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("slug", ["nix", "filing.md"])
def test_an_unknown_article_is_not_found(visitor: Visitor, slug: str) -> None:
    assert visitor.get(f"/zh-hans/policies/{slug}").status_code == 404


def test_an_article_is_not_made_twice_for_the_same_reader(visitor: Visitor) -> None:
    first = visitor.get("/zh-hans/policies/filing")
    assert first.status_code == 200
    seen = visitor.get("/zh-hans/policies/filing")
    held = {"If-None-Match": seen.headers["ETag"]}
    assert visitor.get("/zh-hans/policies/filing", headers=held).status_code == 304


def test_the_article_is_described_for_machines(app: Flask, visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/policies/filing")
    (script,) = page.findall(".//script[@type='application/ld+json']")
    described = app.json.loads(script.text or "")
    assert (described["@type"], described["dateModified"]) == ("Article", "2026-11-21")
    assert len(described["citation"]) == 7


def test_of_a_need_three_clauses_stand_open_the_own_province_first(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page("/zh-hans/policies/which?region=5105&age=26&need=price&need=subsidy")
    price, subsidy = page.findall(".//div[@id='applies']/section")
    opened = texts(price, "./ul/li/p[@class='clause__text']")
    assert opened[0] == "目标：托育平均价格占居民人均可支配收入的比重逐步降到30%以下"
    assert len(opened) == 3
    rest = price.findall("./details/ul/li/p[@class='clause__text']")
    assert texts(price, "./details/summary") == [f"其余 {len(rest)} 条"]
    places = texts(subsidy, ".//p[@class='clause__facts']/span[1]")
    assert places == ["四川省", *["全国"] * 4]
    sources = texts(page, ".//details[@class='clause__source']/summary")
    assert {source.count(" · ") for source in sources} == {2}
    assert "标题未录" not in "".join(page.itertext())


def test_of_a_need_a_document_is_named_once_with_all_that_it_says(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page("/zh-hans/policies/which?region=5105&age=26&need=visit")
    rest = page.findall(".//div[@id='applies']/section/details/ul/li")
    said = [texts(one, "./p[@class='clause__text']") for one in rest]
    assert max(map(len, said)) > 1
    documents = [tuple(texts(one, "./details/summary")) for one in rest]
    assert len({*documents}) == len(documents)
    for one in rest:
        titles = texts(one, "./p[@class='clause__more']/a")
        assert len(titles) == len({*titles}) >= 1


def test_counties_stand_for_the_city_that_they_do_not_have(app: Flask) -> None:
    names = {"42": "湖北省", "4201": "武汉市", "4290": "省直辖县级行政区划", "429004": "仙桃市"}
    with app.test_request_context("/zh-hans/"):
        reader = replace(visit.reader(), region_names=names)
        shell = visit.frame(reader, "")
        (hubei,) = which_page(shell, Family(), Field("", None), None, (), reader).provinces
    assert [(city.value, city.text.text) for city in hubei.cities] == [
        ("42", "湖北省"),
        ("4201", "武汉市"),
        ("429004", "仙桃市"),
    ]
