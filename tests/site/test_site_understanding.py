"""What is typed, on the page and in the API: chips, choices, spellings, the ladder, the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit
from xml.etree.ElementTree import Element

import pytest

from nursery_site.locales import Locale
from registry.vocabulary import Form
from search_index.store import Store
from tests.site.conftest import made
from tests.site.sample import PLAIN
from tests.site.staging import settings_in
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]

KINDERGARTEN = "幼儿园的小班从 3 岁开始。3 岁以下的孩子，有些幼儿园另设托班。"
FULL = Form.FULL_DAY
SENTENCE = "姑苏区 18个月 3000以内 省级示范 全日托"


GULOU = {
    "32": "江苏省",
    "3201": "南京市",
    "320106": "鼓楼区",
    "3203": "徐州市",
    "320302": "鼓楼区",
    "35": "福建省",
    "3501": "福州市",
    "350102": "鼓楼区",
    "11": "北京市",
    "1101": "市辖区",
    "110105": "朝阳区",
    "22": "吉林省",
    "2201": "长春市",
    "220104": "朝阳区",
}


@pytest.fixture(scope="module")
def real_places(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A site over three nurseries in two of four districts of one name."""
    settings = settings_in(tmp_path_factory.mktemp("gulou"))
    homes = (("32", "3201", "320106"), ("32", "3201", "320106"), ("35", "3501", "350102"))
    nurseries = [
        replace(PLAIN, id=f"n{number}", name=f"云雀第{number}托育园", region=home, forms=(FULL,))
        for number, home in enumerate(homes)
    ]
    Store(settings.index).build(nurseries, revision="s0-d0", fictional=True, region_names=GULOU)
    return Visitor(made(settings).test_client())


def url(query: str, **keys: str) -> str:
    """A search page's address."""
    return f"/zh-hans/nurseries?{urlencode({'q': query} | keys)}"


def asked(href: str | None) -> list[tuple[str, str]]:
    """The keys and values of a link."""
    return parse_qsl(urlsplit(href or "").query)


def chips(page: Element) -> dict[str, list[tuple[str, str]]]:
    """The chips with what their links ask; typed ones have a star before them."""
    found = {}
    for chip in page.findall(".//ul[@class='chips']/li/a"):
        read = "chip--read" in (chip.get("class") or "")
        words = " ".join("".join(chip.itertext()).split()).partition(" ，")[0]
        found[("*" if read else "") + words] = asked(chip.get("href"))
    found.pop("全部清除", None)
    return found


def form(page: Element) -> list[tuple[str, str]]:
    """What the form sends as it stands."""
    box = page.find(".//input[@id='q']")
    panel = page.find(".//form[@id='search']")
    assert box is not None
    assert panel is not None
    fields = [
        (str(field.get("name")), field.get("value") or "")
        for field in panel.iter("input")
        if field.get("type") != "checkbox" or field.get("checked") is not None
    ]
    return [("q", box.get("value") or ""), *fields]


def sent(visitor: Visitor, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Where a sent form leads."""
    response = visitor.get(f"/zh-hans/nurseries?{urlencode(fields)}")
    assert response.status_code == 303
    assert response.headers["Cache-Control"] == "no-store"
    return asked(response.location)


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "離我近 公辦 有空位 3公里內",
        "鼓楼区 托班",
        "普惠路幼儿园 早教 晚托 月子中心 幼儿园小班 2000",
        "準公共 托嬰中心",
        "苏洋 *** 😀",
        "苏阳托玉",
        "suyang",
        "一岁 两岁 全日托 2000到3000",
    ],
)
def test_every_reading_is_a_sound_page(visitor: Visitor, locale: Locale, text: str) -> None:
    for more in ("", "&form=half_day&region=51&near=31.31,120.63&near2=31.4,120.7&within=3"):
        page = visitor.page(f"/{locale}/nurseries?q={quote(text)}{more}")
        assert page.find(".//div[@class='search__head']") is not None


def test_a_sentence_becomes_filters_with_chips(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page(url(SENTENCE))
    assert texts(page, ".//h1") == [
        "1 家托育机构 18 个月大，每月不超过 3,000 元，姑苏区，现有示范称号：省级，全日托"
    ]
    assert texts(page, ".//ol[@class='cards']/li//h2/a") == ["苏阳托育服务(苏州)有限公司"]
    assert chips(page) == {
        "*地区 姑苏区": [("q", "18个月 3000以内 省级示范 全日托")],
        "*月龄 18 个月大": [("q", "姑苏区 3000以内 省级示范 全日托")],
        "*月价 每月不超过 3,000 元": [("q", "姑苏区 18个月 省级示范 全日托")],
        "*现有示范称号 省级": [("q", "姑苏区 18个月 3000以内 全日托")],
        "*服务形式 全日托": [("q", "姑苏区 18个月 3000以内 省级示范")],
    }
    box = page.find(".//input[@id='q']")
    assert box is not None
    assert box.get("value") == SENTENCE
    ticked = {
        (field.get("name"), field.get("value"))
        for field in page.iter("input")
        if field.get("checked") is not None
    }
    assert ticked == {("region", "320508"), ("demo", "provincial"), ("form", "full_day")}


def test_taking_a_chip_off_keeps_the_others_typed_or_chosen(visitor: Visitor) -> None:
    page = visitor.page(url("姑苏区 全日托", nature="private", age="18"))
    found = chips(page)
    assert found["*服务形式 全日托"] == [("q", "姑苏区"), ("age", "18"), ("nature", "private")]
    assert found["月龄 18 个月大"] == [("q", "姑苏区 全日托"), ("nature", "private")]
    left = chips(visitor.page(f"/zh-hans/nurseries?{urlencode(found['月龄 18 个月大'])}"))
    assert set(left) == {"*地区 姑苏区", "*服务形式 全日托", "举办性质 民办"}


def test_what_was_chosen_outranks_what_was_typed_and_that_is_said(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page(url("全日托", form="half_day"))
    assert set(chips(page)) == {"服务形式 半日托"}
    assert texts(page, ".//p[@class='notice']") == ["“全日托”没有采用：以您选定的筛选条件为准。"]
    # Inside what was typed is no contradiction.
    page = visitor.page(url("江苏", region="320508"))
    assert (set(chips(page)), texts(page, ".//p[@class='notice']")) == ({"地区 姑苏区"}, [])


def test_the_form_as_it_stands_keeps_the_text_as_typed(visitor: Visitor) -> None:
    page = visitor.page(url(SENTENCE, sort="price", nature="private"))
    assert sent(visitor, form(page)) == [("q", SENTENCE), ("nature", "private"), ("sort", "price")]


def test_what_is_changed_in_the_panel_leaves_the_text(visitor: Visitor) -> None:
    fields = form(visitor.page(url(SENTENCE)))
    without = [pair for pair in fields if pair != ("form", "full_day")]
    assert sent(visitor, without) == [("q", "姑苏区 18个月 3000以内 省级示范")]
    both = [*fields, ("form", "temporary")]
    assert sent(visitor, both) == [
        ("q", "姑苏区 18个月 3000以内 省级示范"),
        ("form", "full_day"),
        ("form", "temporary"),
    ]
    dearer = [("price_max", "4000") if key == "price_max" else (key, v) for key, v in fields]
    assert sent(visitor, dearer) == [
        ("q", "姑苏区 18个月 省级示范 全日托"),
        ("price_max", "4000"),
    ]


def test_one_end_of_a_typed_span_keeps_the_other(visitor: Visitor) -> None:
    fields = form(visitor.page(url("全日托 2000到3000")))
    dearer = [("price_max", "4000") if key == "price_max" else (key, v) for key, v in fields]
    assert sent(visitor, dearer) == [
        ("q", "全日托"),
        ("price_min", "2000"),
        ("price_max", "4000"),
    ]


def test_a_text_typed_anew_is_read_anew(visitor: Visitor) -> None:
    fields = form(visitor.page(url("姑苏区 全日托", region="51")))
    typed = [("q", "张家港市 半日托") if key == "q" else (key, value) for key, value in fields]
    assert sent(visitor, typed) == [("q", "张家港市 半日托")]


def test_a_bad_value_of_the_form_is_shown_beside_what_was_read(visitor: Visitor) -> None:
    fields = [*form(visitor.page(url("姑苏区 全日托"))), ("star", "9")]
    page = visitor.page(f"/zh-hans/nurseries?{urlencode(fields)}")
    assert set(chips(page)) == {"*地区 姑苏区", "*服务形式 全日托"}
    assert page.find(".//p[@id='star-problem']") is not None


def test_near_me_needs_a_start_point_and_says_how(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page(url("离我近 3公里内 全日托"))
    assert texts(page, ".//div[@class='notice notice--near']/p") == [
        "“离我近”需要一个起点。 可以分享您的位置，也可以在筛选里选择区县或填写起点。"
    ]
    button = page.find(".//div[@class='notice notice--near']//button")
    assert button is not None
    assert (button.get("data-key"), button.get("data-within")) == ("near", "")
    page = visitor.page(url("离我近 3公里内 全日托", near="31.316,120.636"))
    assert page.find(".//div[@class='notice notice--near']") is None
    assert "*起点 您的位置 3 公里内" in chips(page)
    ring = page.find(".//select[@id='within']/option[@selected]")
    assert ring is not None
    assert ring.get("value") == "3"


def test_two_start_points_are_said_in_words(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page(
        "/zh-hans/nurseries?near=31.316,120.636&near2=31.4,120.7&sort=distance&per_page=1"
    )
    assert texts(page, ".//nav[@class='sorts']/ul/li/a")[:3] == [
        "最相关",
        "较远的一段",
        "两段路程之和",
    ]
    (ways,) = texts(page, ".//p[@class='card__ways']")
    assert ways.startswith("直线距离：距第一起点 ")
    assert [page.find(f".//input[@id='{key}']") is not None for key in ("near", "near2")] == [
        True,
        True,
    ]
    assert chips(page)["起点 第二个位置"] == [
        ("near", "31.316,120.636"),
        ("sort", "distance"),
        ("per_page", "1"),
    ]


def test_a_name_of_several_places_is_asked_about(real_places: Visitor, texts: Texts) -> None:
    page = real_places.page(url("鼓楼区 全日托"))
    assert texts(page, ".//p[@class='which__ask']") == ["您说的是哪个“鼓楼区”？"]
    options = page.findall(".//ul[@class='which__options']/li")
    said = [" ".join("".join(option.itertext()).split()) for option in options]
    assert said == [
        "江苏省 南京市 鼓楼区 2",
        "福建省 福州市 鼓楼区 1",
        "江苏省 徐州市 鼓楼区 本站未收录",
    ]
    links = [option.find("a") for option in options]
    assert [asked(link.get("href")) for link in links if link is not None] == [
        [("q", "全日托"), ("region", "320106")],
        [("q", "全日托"), ("region", "350102")],
    ]
    understood = real_places.json(f"/api/v1/nurseries?q={quote('鼓楼区 全日托')}")["understood"]
    (choice,) = understood["choices"]
    assert (choice["phrase"], choice["key"]) == ("鼓楼区", "region")
    told = ("value", "name", "count", "covered")
    assert [tuple(one[key] for key in told) for one in choice["options"]] == [
        ("320106", "江苏省 南京市 鼓楼区", 2, True),
        ("350102", "福建省 福州市 鼓楼区", 1, True),
        ("320302", "江苏省 徐州市 鼓楼区", 0, False),
    ]


def test_words_in_a_name_are_offered_and_others_told_apart(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page(url("2000 早教 幼儿园小班"))
    notices = page.findall(".//p[@class='notice']")
    said = {" ".join("".join(one.itertext()).split()): one.find("a") for one in notices}
    assert list(said) == [
        "“早教”：早教是课程，多由家长陪同，不是托育。这里只收录托育机构。",
        f"“幼儿园小班”：{KINDERGARTEN} 看幼儿园办的托班",
        "“2000”是按文字搜索的。 改作条件：每月不超过 2,000 元",
    ]
    links = [asked(link.get("href")) for link in said.values() if link is not None]
    assert links == [
        [("setting", "kindergarten")],
        [("q", "早教 幼儿园小班"), ("price_max", "2000")],
    ]
    assert texts(visitor.page(url("準公共 托嬰中心")), ".//p[@class='readings']/span") == [
        "虚线框的条件是从您输入的文字里读出来的。",
        "“準公共”按“普惠”理解",
        "“托嬰中心”也查“托育、托儿所、托幼、托婴”",
    ]


def test_a_slip_is_asked_about(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page(url("苏洋托育 全日托"))
    assert texts(page, ".//p[@class='which__ask']") == ["您是不是要找"]
    first = page.find(".//ul[@class='which__options']/li/a")
    assert first is not None
    assert (first.text, asked(first.get("href"))) == (
        "苏阳托育",
        [("q", "苏阳托育"), ("form", "full_day")],
    )
    assert texts(page, ".//p[@class='notice']")[0].startswith("收录的机构里没有与这些字有关的：")


def test_nothing_found_gives_up_one_thing_at_a_time(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page(url("江阳区 临时托"))
    rungs = page.findall(".//div[@class='ladder']/ul/li")
    assert rungs
    for rung in rungs:
        link = rung.find("a")
        assert link is not None
        wider = visitor.page(str(link.get("href")))
        count = "".join(rung.find("span").itertext())  # type: ignore[union-attr]  # each has one
        assert texts(wider, ".//h1")[0].startswith(f"{count} 家托育机构")
    assert texts(page, ".//div[@class='ladder']/ul/li/a") == [
        "不限“地区：江阳区”",
        "不限“服务形式：临时托”",
    ]
    # A name that is found needs no ladder, a narrow search with few results has one.
    assert visitor.page(url("苏阳托育服务")).find(".//div[@class='ladder']") is None
    assert visitor.page(url("苏阳托育服务 全日托")).find(".//div[@class='ladder']") is not None


def test_the_api_says_what_the_text_was_taken_for(visitor: Visitor) -> None:
    understood: Any = visitor.json(f"/api/v1/nurseries?q={quote(SENTENCE)}&sort=name&utm=1")
    assert (understood["total"], understood["understood"]) == (
        1,
        {
            "words": [],
            "filters": [
                {"key": "age", "value": "18", "text": "18 个月大", "phrase": "18个月"},
                {
                    "key": "price_max",
                    "value": "3000",
                    "text": "每月不超过 3,000 元",
                    "phrase": "3000以内",
                },
                {"key": "region", "value": "320508", "text": "姑苏区", "phrase": "姑苏区"},
                {"key": "demo", "value": "provincial", "text": "省级", "phrase": "省级示范"},
                {"key": "form", "value": "full_day", "text": "全日托", "phrase": "全日托"},
            ],
            "choices": [],
            "left": [],
            "ignored": ["utm"],
            "offers": [],
            "hints": [],
            "synonyms": [],
            "wants_near": False,
            "did_you_mean": [],
            "relaxations": [],
            "uncovered": [],
        },
    )
    selected = {
        (key, value["value"])
        for key, values in understood["facets"].items()
        for value in values
        if value["selected"]
    }
    assert selected == {("region", "320508"), ("demo", "provincial"), ("form", "full_day")}


def test_the_api_offers_what_the_page_offers(visitor: Visitor) -> None:
    understood = visitor.json(
        f"/api/v1/nurseries?q={quote('苏洋托育 2000 準公共 离我近 ***')}&lang=zh-hans"
    )["understood"]
    assert understood["left"][-1] == "***"
    assert [(one["phrase"], one["text"]) for one in understood["offers"]] == [
        ("2000", "每月不超过 2,000 元")
    ]
    assert {"phrase": "準公共", "meant": ["普惠"]} in understood["synonyms"]
    assert understood["wants_near"] is True
    hints = visitor.json(f"/api/v1/nurseries?q={quote('早教')}&lang=en")["understood"]["hints"]
    assert [(one["phrase"], one["code"]) for one in hints] == [("早教", "early_education")]
    meant = visitor.json(f"/api/v1/nurseries?q={quote('苏洋托育')}")["understood"]["did_you_mean"]
    assert (meant[0]["q"], meant[0]["count"]) == ("苏阳托育", 1)
    rungs = visitor.json(f"/api/v1/nurseries?q={quote('江阳区 临时托')}")["understood"]
    for rung in rungs["relaxations"]:
        assert visitor.json(rung["url"])["total"] == rung["count"]


@pytest.mark.parametrize("locale", list(Locale))
def test_a_place_without_filings_is_explained_and_not_met_with_silence(
    visitor: Visitor, texts: Callable[[Element, str], list[str]], locale: Locale
) -> None:
    typed = quote("托嬰中心 準公共 新北")
    hints = visitor.json(f"/api/v1/nurseries?q={typed}&lang={locale}")["understood"]["hints"]
    assert [(one["phrase"], one["code"]) for one in hints] == [("新北", "elsewhere")]
    page = visitor.page(f"/{locale}/nurseries?q={typed}")
    (notice,) = (said for said in texts(page, ".//p[@class='notice']") if hints[0]["text"] in said)
    assert notice.startswith(
        {"zh-hans": "“新北”：本站", "zh-hant": "「新北」：本站"}.get(locale, "“新北”: ")
    )
    hrefs = [str(link.get("href")) for link in page.findall(".//p[@class='notice']/a")]
    # Changzhou has a district of the same name: it is offered, never taken.
    assert hrefs[0] == f"/{locale}/regions"
    assert [asked(href) for href in hrefs[1:]] == [[("q", "托嬰中心 準公共"), ("region", "320411")]]
    assert all(visitor.get(href).status_code == 200 for href in hrefs)
    understood = visitor.json(f"/api/v1/nurseries?q={typed}&lang={locale}")["understood"]
    assert "region" not in {one["key"] for one in understood["filters"]}


def test_a_page_of_results_is_light(visitor: Visitor) -> None:
    for locale in Locale:
        page = visitor.page(f"/{locale}/nurseries")
        assert len(page.findall(".//article")) == 20
        assert 20_000 <= len(visitor.get(f"/{locale}/nurseries").data) <= 60_000


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("张加港 拖育", "张家港 托育"), ("普慧", "普惠")],
)
def test_a_filter_or_a_place_typed_by_its_sound_is_proposed(
    visitor: Visitor, typed: str, meant: str
) -> None:
    understood = visitor.json(f"/api/v1/nurseries?q={quote(typed)}")["understood"]
    proposed = {one["q"]: one["count"] for one in understood["did_you_mean"]}
    total = visitor.json(f"/api/v1/nurseries?q={quote(meant)}")["total"]
    assert proposed[meant] == total > 0


def test_a_place_without_a_list_is_said_to_be_missing_and_not_empty(
    real_places: Visitor, texts: Texts
) -> None:
    for query in ("region=320302", "q=" + quote("徐州市鼓楼区 全日托")):
        page = real_places.page(f"/zh-hans/nurseries?{query}")
        assert texts(page, ".//*[@class='empty']/h2") == ["本站没有收录江苏省 徐州市 鼓楼区的名单"]
        first, *_ = page.findall(".//*[@class='empty']/ul")
        assert [str(link.get("href")) for link in first.findall(".//a")] == [
            "/zh-hans/about",
            "/zh-hans/filing-check#verify",
        ]
    held = real_places.page("/zh-hans/nurseries?region=320106&price_min=99999")
    assert texts(held, ".//*[@class='empty']/h2") == ["收录的名单里没有同时符合的机构"]
    found = real_places.json(f"/api/v1/suggest?q={quote('鼓楼')}&lang=zh-hant")["suggestions"]
    details = {one["region"]: one["detail"] for one in found if one["kind"] == "division"}
    assert details["320302"] == "本站未收錄"
    assert details["320106"] == "2 家托育機構"


@pytest.mark.parametrize("typed", ["鼓楼", "鼓樓區", "gulou", "gu lou qu"])
def test_a_place_alone_is_asked_about_and_says_where(
    real_places: Visitor, texts: Texts, typed: str
) -> None:
    page = real_places.page(url(typed))
    assert texts(page, ".//ul[@class='which__options']/li") == [
        "江苏省 南京市 鼓楼区 2",
        "福建省 福州市 鼓楼区 1",
        "江苏省 徐州市 鼓楼区 本站未收录",
    ]
    assert texts(page, ".//p[@class='card__why']") == [
        "排在这里的原因：在南京市 鼓楼区",
        "排在这里的原因：在南京市 鼓楼区",
        "排在这里的原因：在福州市 鼓楼区",
    ]
    items = real_places.json(f"/api/v1/nurseries?q={quote(typed)}&lang=en")["items"]
    assert {item["why"] for item in items} == {"In the division you named"}


@pytest.mark.parametrize("typed", ["nanjing gulou", "Gulou Qu, Nanjing Shi", "gu lou nanjing city"])
def test_a_place_is_read_by_its_sound(real_places: Visitor, typed: str) -> None:
    found = real_places.json(f"/api/v1/nurseries?q={quote(typed)}")
    filters = [(one["key"], one["value"], one["text"]) for one in found["understood"]["filters"]]
    assert filters == [("region", "320106", "南京市 鼓楼区")]
    assert found["total"] == 2


@pytest.mark.parametrize("locale", list(Locale))
def test_what_is_not_used_is_said_and_empties_nothing(
    real_places: Visitor, texts: Texts, locale: Locale
) -> None:
    typed = quote("南京 双休 没有空位 不要民办")
    page = real_places.page(f"/{locale}/nurseries?q={typed}")
    assert len(page.findall(".//ol[@class='cards']/li")) == 2
    said = {
        "zh-hans": [
            (
                "本站的搜索没有用上这些词：双休。"
                "收录的名单没有这项信息，或者本站没有读懂；这不表示没有机构提供。其余条件照常查找。"
            ),
            "没有用上：没有空位。只有举办性质、办托类型、普惠和星级可以用“不要”排除。",
        ],
        "zh-hant": [
            (
                "本站的搜尋沒有用上這些詞：雙休。"
                "收錄的名單沒有這項資訊，或者本站沒有讀懂；這不表示沒有機構提供。其餘條件照常搜尋。"
            ),
            "沒有用上：沒有空位。只有舉辦性質、辦托類型、普惠和星級可以用「不要」排除。",
        ],
        "en": [
            (
                "The search did not use these words: 双休. The lists hold no such information, "
                "or it was not understood; that does not mean that no nursery offers it."
            ),
            (
                "Not used: 没有空位. What is not wanted can only be left out of the kind of "
                "founder, the setting, inclusive care and stars."
            ),
        ],
    }
    assert texts(page, ".//p[@class='notice']") == said[locale]
    understood = real_places.json(f"/api/v1/nurseries?q={typed}")["understood"]
    assert (understood["words"], understood["left"]) == ([], ["双休", "没有空位"])
    unwanted = [one["value"] for one in understood["filters"] if one["key"] == "nature"]
    assert unwanted == ["public", "public_private", "unpublished"]


def test_a_division_without_a_list_is_said_beside_what_is_found(
    real_places: Visitor, texts: Texts
) -> None:
    page = real_places.page("/zh-hans/nurseries?region=320106&region=320302")
    assert texts(page, ".//h1")[0].startswith("2 家托育机构")
    notices = texts(page, ".//p[@class='notice']")
    assert notices == ["本站没有收录江苏省 徐州市 鼓楼区的名单 官方核实的办法"]
    ticks = {
        field.get("value"): "".join(label.itertext()).split()[-1]
        for label in page.iter("label")
        for field in label.iter("input")
        if field.get("name") == "region"
    }
    assert ticks["320302"] == "本站未收录"
    understood = real_places.json("/api/v1/nurseries?region=320302")["understood"]
    assert understood["uncovered"] == [
        {"key": "region", "value": "320302", "text": "徐州市 鼓楼区"}
    ]


def test_a_municipality_stands_before_its_districts(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?region=500108&q=" + quote("南岸区"))
    assert set(chips(page)) == {"地区 重庆市 南岸区"}
    assert set(chips(visitor.page(url("南岸区")))) == {"*地区 重庆市 南岸区"}


@pytest.mark.parametrize("locale", list(Locale))
def test_a_name_of_which_nothing_is_covered_is_no_slip(
    real_places: Visitor, texts: Texts, locale: Locale
) -> None:
    page = real_places.page(f"/{locale}/nurseries?q={quote('朝阳区')}")
    heading = {
        "zh-hans": "本站没有收录北京市 朝阳区、吉林省 长春市 朝阳区的名单",
        "zh-hant": "本站沒有收錄北京市 朝陽區、吉林省 長春市 朝陽區的名單",
        "en": "Our copy holds no list of 北京市 朝阳区, 吉林省 长春市 朝阳区",
    }
    assert texts(page, ".//*[@class='empty']/h2") == [heading[locale]]
    assert page.find(".//div[@class='which']") is None
    understood = real_places.json(f"/api/v1/nurseries?q={quote('朝阳区')}")["understood"]
    assert understood["did_you_mean"] == []
    assert [one["value"] for one in understood["uncovered"]] == ["110105", "220104"]


@pytest.mark.parametrize("locale", list(Locale))
def test_only_what_may_be_near_is_missed_on_the_map(
    visitor: Visitor, texts: Texts, locale: Locale
) -> None:
    here, far = (f"/{locale}/nurseries?near={at},120.636&within=3" for at in (31.316, 41.316))
    said = {
        "zh-hans": "起点附近的区县另有 6 家未公布位置，无法计算距离，未列入。 不限距离再搜",
        "zh-hant": "起點附近的區縣另有 6 家未公布位置，無法計算距離，未列入。 不限距離再搜",
        "en": "6 more nurseries of the districts around your place publish no place on the map "
        "and so no distance. Search at any distance",
    }
    assert texts(visitor.page(here), ".//p[@class='notice']") == [said[locale]]
    assert texts(visitor.page(far), ".//p[@class='notice']") == []


def test_a_name_whose_filing_was_cancelled_is_found_and_said(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page(url("重庆旧园托育中心"))
    assert texts(page, ".//div[@class='empty']/h2") == ["收录的名单里有相符的机构，但备案已取消"]
    link = page.find(".//div[@class='empty']/p[@class='notice notice--problem']/a")
    assert link is not None
    assert link.text == "查看（1 家）"
    found = visitor.page(str(link.get("href")))
    assert texts(found, ".//li[@class='card']//h2") == ["重庆旧园托育中心"]


def test_without_words_a_start_point_is_the_order(visitor: Visitor, texts: Texts) -> None:
    current = ".//nav[@class='sorts']//a[@aria-current='true']"
    assert texts(visitor.page(url("", near="31.31,120.63")), current) == ["距离"]
    assert texts(visitor.page(url("苏阳", near="31.31,120.63")), current) == ["最相关"]
