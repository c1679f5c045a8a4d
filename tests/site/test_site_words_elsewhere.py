"""What Taiwan and Hong Kong call the same things leads to our words, and says so."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.site.page_checker import simplified_only
from tests.site.visitor import Visitor

TEMPORARY, PRIVATE, FILED, FULL_DAY, AT_HOME = (
    [("form", "temporary")],
    [("nature", "private")],
    [("filed", "yes")],
    [("form", "full_day")],
    [("setting", "home")],
)
BY_THE_STATE = [("nature", "public"), ("nature", "public_private")]
CAPPED = [("inclusive", "yes"), ("inclusive", "partial")]


@pytest.mark.parametrize(
    ("typed", "filters", "meant"),
    [
        ("托嬰中心", [], ["托育", "托儿所", "托幼", "托婴"]),
        ("託育中心", [], ["托育", "托儿所", "托幼", "托婴"]),
        ("托嬰", [], ["托育", "托儿所"]),
        ("幼兒中心", [], ["幼儿园", "托育"]),
        ("幼兒學校", [], ["幼儿园", "托育"]),
        ("幼稚園", [], ["幼儿园"]),
        ("育嬰園", [], ["育婴", "托育"]),
        ("準公共", CAPPED, ["普惠"]),
        ("平價", CAPPED, ["普惠"]),
        ("暫託", TEMPORARY, ["临时托"]),
        ("臨時託育", TEMPORARY, ["临时托"]),
        ("日間託兒", FULL_DAY, ["全日托"]),
        ("公托", BY_THE_STATE, ["公办或公建民营"]),
        ("公共托嬰中心", BY_THE_STATE, ["公办或公建民营"]),
        ("公共托育家園", BY_THE_STATE, ["公办或公建民营"]),
        ("私托", PRIVATE, ["民办"]),
        ("私立", PRIVATE, ["民办"]),
        ("立案", FILED, ["已备案"]),
        ("居家托育", AT_HOME, ["家庭托育点"]),
    ],
)
def test_a_word_of_the_other_side_leads_to_ours(
    visitor: Visitor, typed: str, filters: list[tuple[str, str]], meant: list[str]
) -> None:
    understood = visitor.json(f"/api/v1/nurseries?lang=zh-hant&q={quote(typed)}")["understood"]
    assert [(one["key"], one["value"]) for one in understood["filters"]] == filters
    assert understood["synonyms"] == [{"phrase": typed, "meant": meant}]
    said = visitor.page(f"/zh-hant/nurseries?q={quote(typed)}").findall(".//p[@class='readings']")
    assert len(said) == 1
    assert f"「{typed}」" in "".join(said[0].itertext())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("安親班", "after_school"),
        ("課後照顧", "after_school"),
        ("親子館", "early_education"),
        ("保母", "nanny"),
        ("居家保母", "nanny"),
        ("非營利", "non_profit"),
        ("非營利幼兒園", "non_profit"),
        ("臺北市", "elsewhere"),
        ("新北市", "elsewhere"),
        ("香港", "elsewhere"),
        ("澳門", "elsewhere"),
    ],
)
def test_what_we_do_not_hold_is_said(visitor: Visitor, typed: str, code: str) -> None:
    understood = visitor.json(f"/api/v1/nurseries?lang=zh-hant&q={quote(typed)}")["understood"]
    (hint,) = understood["hints"]
    assert (hint["phrase"], hint["code"]) == (typed, code)
    assert not [sign for sign in hint["text"] if simplified_only(sign)]
    page = visitor.page(f"/zh-hant/nurseries?q={quote(typed)}")
    assert hint["text"] in "".join(page.itertext())
