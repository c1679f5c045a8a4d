"""Captions, titles and notes as facts."""

from __future__ import annotations

from datetime import date

import pytest

from registry.values.dates import Dated
from registry.values.statement import TitleFacts
from registry.values.titles import facts_of, merge
from registry.vocabulary import Filed, Level, RecognitionKind, SourceKind, Stage

DAY = date(2023, 10, 31)


def test_a_caption_tells_everything_of_its_titles() -> None:
    line = "附件2：拟确认2023年市级示范托育机构名单"
    assert facts_of(line, "公示期：2023年10月31日至11月4日", published=DAY) == TitleFacts(
        kind=SourceKind.DEMONSTRATION,
        recognition=RecognitionKind.DEMONSTRATION,
        level=Level.CITY,
        label="2023年市级示范托育机构",
        year=2023,
        stage=Stage.PUBLICITY,
        publicity=(date(2023, 10, 31), date(2023, 11, 4)),
        text=line,
    )


@pytest.mark.parametrize(
    ("line", "recognition", "level", "stage", "label"),
    [
        ("关于撤销某某托育中心省级示范托育机构称号的决定", "demonstration", "provincial",
         "revoked", "省级示范托育机构"),
        ("取消市级示范托育机构的公告", "demonstration", "city", "cancelled", "市级示范托育机构"),
        ("省级示范托育机构申报汇总表", "demonstration", "provincial",
         "declared", "省级示范托育机构"),
        ("推荐省级示范托育机构名单", "demonstration", "provincial",
         "recommended", "省级示范托育机构"),
        ("入围省级示范托育机构名单", "demonstration", "provincial", "review", "省级示范托育机构"),
        ("已命名第二批省级示范托育机构名单", "demonstration", "provincial",
         "conferred", "第二批省级示范托育机构"),
        ("限期整改的州级示范托育机构", "demonstration", "city",
         "rectification", "州级示范托育机构"),
        ("整改合格的区级示范托育机构", "demonstration", "county", "restored", "区级示范托育机构"),
        ("县级普惠托育机构名单", "inclusive", "county", None, "县级普惠托育机构"),
        ("五星级托育机构名单", "star", "5", None, "五星级托育机构"),
        ("托育服务试点机构", "pilot", None, None, "试点机构"),
        ("标准化托育机构名单", "standardisation", None, None, "标准化托育机构"),
    ],
)  # fmt: skip
def test_words_of_titles(
    line: str, recognition: str, level: str | None, stage: str | None, label: str
) -> None:
    facts = facts_of(line, published=DAY)
    assert (facts.recognition, facts.level, facts.stage, facts.label) == (
        recognition,
        level,
        stage,
        label,
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("张家港市备案托育机构名单（节选）", SourceKind.FILING),
        ("托育机构收费公示", SourceKind.PRICE),
        ("普惠托育机构收费标准", SourceKind.PRICE),
        ("2025年托育机构质量评估自评结果", SourceKind.ASSESSMENT),
        ("各托育机构空余托位情况", SourceKind.VACANCY),
        ("未备案托育机构名单", None),
        ("关于2023年市级普惠托育机构和市级示范托育机构名单的公示", None),
    ],
)
def test_a_plain_list_never_becomes_a_recognition(line: str, kind: SourceKind | None) -> None:
    facts = facts_of(line, published=DAY)
    assert (facts.kind, facts.recognition) == (kind, None)


def test_cancelled_filings() -> None:
    assert facts_of("注销备案托育机构名单", published=DAY).filed is Filed.CANCELLED
    assert facts_of("备案托育机构名单", published=DAY).filed is Filed.YES
    assert facts_of("未备案托育机构名单", published=DAY).filed is None


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("公示时间：2025年9月26日—10月9日", (date(2025, 9, 26), date(2025, 10, 9))),
        ("公示时间为2025年9月26日起5个工作日", (date(2025, 9, 26), date(2025, 10, 9))),
        ("公示期：11月 28 日- 12月4日", (date(2023, 11, 28), date(2023, 12, 4))),
        ("公示期5个工作日（2025年3月5日至11日）", (date(2025, 3, 5), date(2025, 3, 11))),
        ("自公示之日起7天", (date(2023, 10, 31), date(2023, 11, 6))),
        ("公示期：2023年12月28日至1月4日", (date(2023, 12, 28), date(2024, 1, 4))),
        ("公示期5个工作日", None),
    ],
)
def test_publicity(line: str, span: tuple[date, date] | None) -> None:
    assert facts_of(line, published=DAY).publicity == span


def test_working_days_beyond_the_calendar_are_estimated() -> None:
    lines = ("拟确认市级普惠托育机构名单", "公示期：自发布之日起5个工作日")
    told = [facts_of(*lines, published=day) for day in (date(2025, 3, 5), date(2031, 3, 5))]
    assert [(one.publicity and one.publicity[1], one.publicity_estimated) for one in told] == [
        (date(2025, 3, 11), False),
        (date(2031, 3, 11), True),
    ]
    assert merge(TitleFacts(), told[1]).publicity_estimated


@pytest.mark.parametrize(
    "line",
    [
        "有效期截止2023年9月30日",
        "公示截止日期：2023年9月30日",
        "意见反馈截止时间：2023年9月30日",
        "投诉受理截止到2023年9月30日",
        "公示期（截至2023年9月30日）",
    ],
)
def test_the_end_of_something_else_is_not_the_day_of_the_data(line: str) -> None:
    assert facts_of(line, published=DAY).as_of is None


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("拟予命名2026年市级示范托育机构名单", "publicity"),
        ("拟通过2026年市级示范托育机构认定名单", "publicity"),
        ("拟新认定2026年市级普惠托育机构名单", "publicity"),
        ("拟继续认定2026年市级普惠托育机构名单", "publicity"),
        ("拟获评2026年市级示范托育机构名单", "publicity"),
        ("拟恢复市级示范托育机构称号名单", "publicity"),
        ("关于命名云朵托育园等10家机构为2026年市级示范托育机构的决定", "conferred"),
        ("无锡市2025年普惠托育机构一览表", None),
        ("2025年市级普惠托育机构名单", None),
        ("市级示范托育机构名录", None),
    ],
)
def test_titles_that_are_read_to_their_end(line: str, stage: str | None) -> None:
    facts = facts_of(line, published=DAY)
    assert (facts.stage, facts.no_title, facts.recognition is not None) == (stage, None, True)


def test_validity_and_as_of_and_meals() -> None:
    facts = facts_of("省级示范托育机构名单", "有效期：2023年10月至2026年10月", published=DAY)
    assert facts.valid == (Dated(2023, 10), Dated(2026, 10))
    assert facts_of("有效期2023-2025年", published=DAY).valid == (Dated(2023), Dated(2025))
    assert facts_of("有效期三年", published=DAY).valid_months == 36
    later = date(2024, 7, 1)
    assert facts_of("截止日期：2024年6月", published=later).as_of == date(2024, 6, 30)
    assert facts_of("截至2023年", published=later).as_of == date(2023, 12, 31)
    titled = "备案托育机构名单（截至2024年6月30日）"
    assert facts_of(titled, published=later).as_of == date(2024, 6, 30)
    assert facts_of("截止日期：2024年6月", published=DAY).as_of is None  # after the publication
    assert facts_of("注：以上价格不含伙食费", published=DAY).meals == "excluded"


def test_objections_are_one_masked_sentence() -> None:
    notes = "公示期间如有异议，请实名反映。联系电话：0515-88668000，13800000000（张三）。"
    assert facts_of(notes, published=DAY).objections == (
        "公示期间如有异议，请实名反映；联系电话：0515-88668000，（手机号不公开）（（姓名不公开））"
    )


def test_the_caption_outranks_the_document() -> None:
    document = facts_of(
        "关于2023年市级普惠托育机构和市级示范托育机构名单的公示",
        "公示期：2023年10月31日至11月4日",
        published=DAY,
    )
    merged = merge(facts_of("2023年市级普惠托育机构名单", published=DAY), document)
    assert (merged.kind, merged.stage, merged.publicity, merged.unused) == (
        SourceKind.INCLUSIVE,
        Stage.PUBLICITY,
        (date(2023, 10, 31), date(2023, 11, 4)),
        (),
    )
    notice = facts_of("关于命名省级示范托育机构的决定", published=DAY)
    filing = merge(facts_of("备案托育机构名单", published=DAY), notice)
    assert (filing.kind, filing.recognition, filing.level, filing.label, filing.stage) == (
        SourceKind.FILING,
        None,
        None,
        None,
        None,
    )
