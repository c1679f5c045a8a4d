"""Differences in words are true: every claim about generated nurseries is checked against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nursery_site.pages import claims
from nursery_site.pages.difference_words import LETTERS, Saying
from nursery_site.pages.differences import differences
from nursery_site.pages.line_values import vacancy
from nursery_site.pages.price_differences import kind_of
from nursery_site.reader import Reader
from nursery_site.views import visit
from registry.assessment import AreaScore, Assessment, Score
from registry.nursery import Nursery, Price, Vacancy
from registry.recognition import Recognition
from registry.vocabulary import (
    HELD,
    AgeClass,
    Assessor,
    Filed,
    Form,
    Inclusive,
    Level,
    Meals,
    QualityArea,
    RecognitionKind,
    Stage,
    State,
    Unit,
)
from tests.site.sample import CANCELLED, PLAIN, PROVINCIAL, RIVER, SUYANG, TODAY, price, title

AMOUNTS = st.sampled_from([None, 800.0, 1200.0, 1200.5, 2000.0])


@st.composite
def prices(draw: st.DrawFn) -> Price:
    """A price as lists publish it: exact, a span, or an end of one; meals known or not."""
    low, high = draw(AMOUNTS), draw(AMOUNTS)
    if draw(st.booleans()) or (low is None and high is None):
        low = high = draw(st.sampled_from([1200.0, 1500.0]))
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Price(
        form=draw(st.sampled_from([Form.FULL_DAY, Form.FULL_DAY, Form.HALF_DAY, None])),
        age_class=draw(st.sampled_from([None, AgeClass.JUNIOR])),
        item="deposit",
        low=low,
        high=high,
        unit=draw(st.sampled_from([Unit.MONTH, Unit.DAY])),
        meals=draw(st.sampled_from([None, *Meals])),
        about=draw(st.sampled_from([False, False, True])),
        as_of=date(2026, 1, 1),
    )


def demonstration(level: Level) -> st.SearchStrategy[Recognition]:
    """A title that is held, one in each state of those lost, one that is only proposed."""
    held = (Stage.CONFERRED, date(2025, 1, 1), None)
    rounds = [
        (held,),
        ((Stage.CONFERRED, date(2020, 1, 1), date(2022, 1, 1)),),
        ((Stage.PUBLICITY, date(2026, 1, 1), date(2026, 1, 7)),),
        *((held, (stage, date(2026, 2, 1), None)) for stage in _LOSING),
    ]
    kind = RecognitionKind.DEMONSTRATION
    return st.sampled_from(
        [
            replace(title(kind, level, "示范", *events), scheme=f"32.demonstration.{level}")
            for events in rounds
        ]
    )


_LOSING = (Stage.REVOKED, Stage.CANCELLED, Stage.RECTIFICATION)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Scored in all areas or in one, with full marks or without, with a total or without."""
    areas = list(QualityArea) if draw(st.booleans()) else [QualityArea.SAFETY]
    of = draw(st.sampled_from([None, 100.0, 100.0, 100.0]))
    points = draw(st.sampled_from([80.0, 92.5]))
    score = Score(points, of, date(2026, 3, 1))
    total = Score(points * 7, 700.0, date(2026, 3, 1)) if draw(st.booleans()) else None
    by = draw(st.sampled_from([Assessor.AUTHORITY, Assessor.AUTHORITY, Assessor.SELF]))
    return Assessment(by, tuple(AreaScore(area, score) for area in areas), total, ())


@st.composite
def nurseries(draw: st.DrawFn) -> Nursery:
    """A nursery with blanks anywhere."""
    first = draw(st.integers(0, 24))
    titles = draw(st.lists(st.sampled_from(Level).flatmap(demonstration), max_size=2))
    vacancy = draw(st.none() | st.integers(0, 9))
    inclusive = draw(st.none() | st.sampled_from(Inclusive))
    return replace(
        PLAIN,
        prices=tuple(draw(st.lists(prices(), max_size=4))),
        filed=draw(st.none() | st.sampled_from(Filed)),
        forms=tuple(draw(st.lists(st.sampled_from(Form), unique=True, max_size=3))),
        ages=draw(st.none() | st.just((first, first + 12))),
        hours=draw(st.none() | st.just("7:30—17:30")),
        capacity=draw(st.none() | st.integers(10, 90)),
        staff=draw(st.sampled_from([{}, {"care": 4}])),
        prepay_months=draw(st.none() | st.integers(1, 12)),
        vacancy=None if vacancy is None else Vacancy(vacancy, date(2026, 6, 30)),
        inclusive_changes=() if inclusive is None else ((date(2024, 1, 1), inclusive),),
        recognitions=tuple(titles),
        assessments=tuple(draw(st.lists(assessments(), max_size=1))),
        denied=draw(st.sampled_from([(), (RecognitionKind.DEMONSTRATION,)])),
    )


GROUPS = st.lists(nurseries(), min_size=2, max_size=4)
METRES = st.lists(st.none() | st.integers(0, 5000), min_size=4, max_size=4)
AGES = st.none() | st.integers(0, 40)


def test_every_claim_is_true_and_every_kind_is_made() -> None:
    seen: Counter[str] = Counter()

    @settings(
        max_examples=400,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(GROUPS, METRES, AGES)
    def true(group: list[Nursery], ways: list[int | None], age: int | None) -> None:
        metres = ways[: len(group)]
        for claim in differences(group, TODAY, metres, age):
            seen[type(claim).__name__] += 1
            assert holds(claim, group, metres), claim

    true()
    assert set(seen) == {kind.__name__ for kind in claims.Difference.__args__}


def holds(  # noqa: C901, PLR0911, PLR0912 - one arm for each kind of claim
    claim: claims.Difference, group: Sequence[Nursery], metres: list[int | None]
) -> bool:
    """Whether a claim is true of the data, found out by another way than it was made."""
    everybody = set(range(len(group)))
    match claim:
        case claims.Cheapest():
            ours, theirs = (_of(group[one], claim.kind) for one in (claim.who, claim.than))
            others = [_of(group[one], claim.kind) for one in everybody - {claim.who}]
            lows = [one.low for one in others if one is not None]
            assert ours is not None
            assert ours.high is not None
            assert theirs is not None
            exact = ours.low == ours.high and theirs.low == theirs.high
            return (
                claim.kind.meals is not None
                and all(low is not None and low - ours.high >= claim.by > 0 for low in lows)
                and theirs.low is not None
                and theirs.low - ours.high == claim.by
                and claim.at_least is not exact
                and claim.about is (ours.about or theirs.about)
                and claim.others == len(lows) - 1
            )
        case claims.SamePrice():
            found = [_of(one, claim.kind) for one in group]
            same = [who for who, one in enumerate(found) if one is not None]
            return tuple(same) == claim.who and all(
                one.low == one.high == claim.amount for one in found if one is not None
            )
        case claims.NotComparable():
            kinds = [{kind_of(one) for one in group[who].prices} - {None} for who in claim.who]
            return not any(
                a & b for place, a in enumerate(kinds) for b in kinds[place + 1 :]
            ) and all(any(one.form for one in group[who].prices) for who in claim.who)
        case claims.Nearest():
            ours_m = metres[claim.who]
            assert ours_m is not None
            rest = [way for who, way in enumerate(metres) if who != claim.who and way is not None]
            return min(rest) - ours_m == claim.by >= 200 and metres[claim.than] == min(rest)
        case claims.AboutAsFar():
            known = [way for way in metres if way is not None]
            return len(claim.who) == len(known) > 1 and max(known) - min(known) < 200
        case claims.LostTitle():
            assert claim.title.level is not None
            lost = [_levels_in(one, claim.state) - _held(one) for one in group]
            return claim.who == tuple(
                who for who, levels in enumerate(lost) if claim.title.level in levels
            )
        case claims.HoldsTitle():
            return (
                all(claim.level in _held(group[who]) for who in claim.who)
                and not any(claim.level in _held(group[who]) for who in everybody - {*claim.who})
                and all(not _held(group[who]) and not group[who].denied for who in claim.not_said)
                and all(not group[who].recognitions for who in claim.not_said)
                and all(group[who].denied and not _held(group[who]) for who in claim.denied)
            )
        case claims.InclusiveAre():
            values: dict[Inclusive | None, tuple[int, ...]] = {
                Inclusive.YES: claim.who,
                Inclusive.PARTIAL: claim.partly,
                Inclusive.NO: claim.denied,
                None: claim.not_said,
            }
            return all(
                group[who].inclusive(TODAY) is value
                for value, them in values.items()
                for who in them
            ) and sum(map(len, values.values())) == len(group)
        case claims.FilingDiffers():
            return (
                all(group[who].filed is Filed.YES for who in claim.filed)
                and all(group[who].filed is Filed.CANCELLED for who in claim.cancelled)
                and all(group[who].filed is None for who in claim.not_said)
                and len({*claim.filed, *claim.cancelled, *claim.not_said}) == len(group)
            )
        case claims.Youngest():
            firsts = {who: one.ages[0] for who, one in enumerate(group) if one.ages}
            return (
                firsts[claim.who] == claim.months
                and all(claim.months < first for who, first in firsts.items() if who != claim.who)
                and firsts[claim.than] == claim.than_months
            )
        case claims.AgeFits():
            return (
                all(group[who].ages is None for who in claim.not_said)
                and all(_takes(group[who], claim.months) for who in claim.who)
                and all((group[who].ages or (0, 0))[1] == claim.months for who in claim.edge)
                and all(
                    group[who].ages is not None and not _takes(group[who], claim.months)
                    for who in (*claim.edge, *claim.outside)
                )
                and {*claim.who, *claim.edge, *claim.outside, *claim.not_said} == everybody
            )
        case claims.Assessed():
            scored = {who: _points(one) for who, one in enumerate(group)}
            judged = {who: one for who, one in scored.items() if one is not None}
            return (
                judged
                == {
                    who: (points, claim.of)
                    for who, points in zip(claim.who, claim.points, strict=True)
                }
                and len({points for points, _ in judged.values()}) > 1
            )
        case claims.OnlyLists():
            named = [_named(one, claim.form) for one in group]
            return (
                named.count(True) == 1
                and named[claim.who]
                and claim.priced is (claim.form not in group[claim.who].forms)
                and all(group[who].forms for who in claim.others)
            )
        case claims.FreePlaces():
            return (
                group[claim.who].vacancy == Vacancy(claim.places, claim.on)
                and claim.places > 0
                and all(group[who].vacancy is None for who in claim.not_said)
            )
        case claims.NobodyPublishes():
            return not any(_published(one, field) for one in group for field in claim.fields)


def _of(nursery: Nursery, kind: claims.Kind) -> Price | None:
    for one in nursery.prices:
        if (one.form, one.age_class, one.unit, one.meals) == (
            kind.form,
            kind.age_class,
            kind.unit,
            kind.meals,
        ):
            return one
    return None


def _held(nursery: Nursery) -> set[str | None]:
    return {title.level for title in nursery.recognitions if title.state(TODAY) in HELD}


def _levels_in(nursery: Nursery, state: State) -> set[str | None]:
    """The levels whose newest round is in a state."""
    newest = {title.level: title.state(TODAY) for title in nursery.recognitions}
    return {level for level, found in newest.items() if found is state}


def _points(nursery: Nursery) -> tuple[float, float] | None:
    """The authority's points of all areas and their full mark: the total, or seven areas."""
    for one in nursery.assessments:
        if one.by is not Assessor.AUTHORITY:
            continue
        if one.total is not None:
            assert one.total.of is not None
            return one.total.points, one.total.of
        marks = [area.score.of for area in one.areas]
        known = [mark for mark in marks if mark is not None]
        if len(known) == len(QualityArea):
            return sum(area.score.points for area in one.areas), sum(known)
    return None


def _takes(nursery: Nursery, months: int) -> bool:
    return nursery.ages is not None and nursery.ages[0] <= months < nursery.ages[1]


def _named(nursery: Nursery, form: Form) -> bool:
    return form in nursery.forms or any(one.form is form for one in nursery.prices)


def _published(nursery: Nursery, field: str) -> bool:
    if field == "price":
        return any(one.form for one in nursery.prices)
    return getattr(nursery, field) not in (None, {}, ())


@pytest.fixture
def reader(app: Flask) -> Iterator[Reader]:
    """A reader of Simplified Chinese."""
    with app.test_request_context("/zh-hans/"):
        yield visit.reader()


def said(reader: Reader, *group: Nursery, age: int | None = None) -> list[str]:
    """The differences in words."""
    saying = Saying(reader)
    found = differences(group, reader.today, (), age)
    return ["".join(saying.sentences(claim)) for claim in found]


def test_every_kind_of_claim_has_words(reader: Reader) -> None:
    saying, worded = Saying(reader), Counter[str]()

    @settings(
        max_examples=200,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(GROUPS, METRES, AGES)
    def worded_so(group: list[Nursery], metres: list[int | None], age: int | None) -> None:
        for claim in differences(group, TODAY, metres[: len(group)], age):
            said = saying.sentences(claim)
            assert said
            worded[type(claim).__name__] += 1
            for sentence in said:
                assert sentence.endswith("。")
                assert "%" not in sentence
                named = {letter for letter in LETTERS if letter in sentence}
                assert named or isinstance(claim, claims.NobodyPublishes)
                assert named <= set(LETTERS[: len(group)])

    worded_so()
    assert set(worded) == {kind.__name__ for kind in claims.Difference.__args__}


def test_points_need_the_authority_and_full_marks(reader: Reader) -> None:
    def scored(points: float, of: float | None, by: Assessor = Assessor.AUTHORITY) -> Nursery:
        return replace(
            PLAIN, assessments=(Assessment(by, (), Score(points, of, date(2026, 3, 1)), ()),)
        )

    better, worse = scored(921, 1000), scored(880.5, 1000)
    assert said(reader, worse, better)[0] == (
        "主管部门评估，七个方面满分 1,000 分：A 得 880.5 分、B 得 921 分。"
    )
    silent = (scored(921, None), scored(921, 1000, Assessor.SELF), scored(921, 500), worse, PLAIN)
    for other in silent:
        assert not any("满分" in one for one in said(reader, worse, other))


def test_an_amount_that_is_not_exact_reads_as_one_sentence(reader: Reader) -> None:
    spans = replace(PLAIN, prices=(price(1500, 1500),)), replace(PLAIN, prices=(price(1620, 1800),))
    assert said(reader, *spans)[0] == "全日托、不含伙食费：A 每月比 B 便宜至少 120 元。"
    about = replace(PLAIN, prices=(replace(price(2000, 2000), about=True),))
    assert said(reader, spans[0], about)[0] == "全日托、不含伙食费：A 每月比 B 便宜约 500 元。"


def test_what_was_lost_is_said_first(reader: Reader) -> None:
    def city(*events: tuple[Stage, date, date | None]) -> Nursery:
        level = Level.CITY
        shown = replace(
            title(RecognitionKind.DEMONSTRATION, level, "市级示范托育机构", *events),
            scheme="5105.demonstration.city",
        )
        return replace(PLAIN, recognitions=(shown,), prices=(price(1500, 1500),))

    conferred = (Stage.CONFERRED, date(2024, 5, 1), None)
    held = city(conferred)
    revoked = city(conferred, (Stage.REVOKED, date(2026, 2, 1), None))
    cancelled = city(conferred, (Stage.CANCELLED, date(2026, 2, 1), None))
    righting = city(conferred, (Stage.RECTIFICATION, date(2026, 2, 1), None))
    over = city((Stage.CONFERRED, date(2022, 12, 1), date(2024, 11, 30)))
    assert said(reader, over, held, revoked, righting)[:3] == [
        "C 的“市级示范”已被撤销。",
        "D 的“市级示范”正在限期整改，整改期间不算持有。",
        "A 的“市级示范”已过期。",
    ]
    assert said(reader, over, cancelled, over)[:2] == [
        "B 的“市级示范”已被取消。",
        "A、C 的“市级示范”已过期。",
    ]
    again = replace(held, recognitions=(*over.recognitions, *held.recognitions), prices=held.prices)
    assert not any("过期" in one for one in said(reader, again, held))


def test_every_level_that_some_hold_is_said(reader: Reader) -> None:
    def holding(*levels: Level) -> Nursery:
        conferred = (Stage.CONFERRED, date(2024, 5, 1), None)
        kind = RecognitionKind.DEMONSTRATION
        titles = (
            replace(title(kind, one, "示范", conferred), scheme=f"51.demonstration.{one}")
            for one in levels
        )
        return replace(PLAIN, recognitions=tuple(titles))

    both, city, none = holding(Level.NATIONAL, Level.CITY), holding(Level.CITY), PLAIN
    assert said(reader, city, none, both)[:2] == [
        "C 持有“国家级示范”。B 未见公布示范称号。",
        "A、C 持有“市级示范”。",
    ]
    assert said(reader, city, both)[0] == "B 持有“国家级示范”。"
    assert not any("市级" in one for one in said(reader, city, both))


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        (5, "按公布的收托月龄，A 不收 5 个月的孩子。B：收托月龄未公布。"),
        (6, "按公布的收托月龄，A 收 6 个月的孩子。B：收托月龄未公布。"),
        (35, "按公布的收托月龄，A 收 35 个月的孩子。B：收托月龄未公布。"),
        (36, "A 公布的收托月龄正好到 36 个月为止，请问清楚。B：收托月龄未公布。"),
        (37, "按公布的收托月龄，A 不收 37 个月的孩子。B：收托月龄未公布。"),
    ],
)
def test_an_age_at_the_edge_is_a_question(reader: Reader, age: int, sentence: str) -> None:
    assert sentence in said(reader, replace(PLAIN, ages=(6, 36)), PLAIN, age=age)


def test_unknown_is_never_less() -> None:
    known = replace(PLAIN, prices=(price(1980, 1980),), capacity=60, vacancy=SUYANG.vacancy)
    found = differences((known, PLAIN), TODAY, (800, None))
    assert [type(claim) for claim in found] == [claims.FreePlaces, claims.NobodyPublishes]


def test_prices_with_and_without_meals_are_not_compared(reader: Reader) -> None:
    without = replace(PLAIN, prices=(price(1500, 1500),))
    with_meals = replace(PLAIN, prices=(price(1800, 1800, meals=Meals.INCLUDED),))
    unknown = replace(PLAIN, prices=(price(1800, 1800, meals=None),))
    for other in (with_meals, unknown):
        assert said(reader, without, other)[0].startswith("A、B 的价格无法直接比较")
    assert said(reader, without, replace(PLAIN, prices=(price(2100, 2100),)))[0] == (
        "全日托、不含伙食费：A 每月比 B 便宜 600 元。"
    )


def test_the_sentences_of_two_real_shapes(reader: Reader) -> None:
    assert said(reader, SUYANG, RIVER, age=18) == [
        "B 的“区县级示范”正在限期整改，整改期间不算持有。",
        "A、B 的价格无法直接比较：服务形式、班型或计价单位不同，或没有同样写明是否含伙食费。",
        "A 持有“省级示范”。",
        "B：普惠。A：部分托位普惠。",
        "按公布的收托月龄，A 收 18 个月的孩子。B：收托月龄未公布。",
        "只有 A 列出这种服务形式：临时托。",
        "A 在2026年6月30日有 6 个空余托位（据公布）。",
    ]
    assert said(reader, RIVER, CANCELLED)[:2] == [
        "A 的“区县级示范”正在限期整改，整改期间不算持有。",
        "A：已备案。B：备案已取消。",
    ]
    assert PROVINCIAL.state(TODAY) in HELD


def test_a_form_that_is_only_priced_is_not_called_listed(reader: Reader) -> None:
    hourly = replace(price(35, 35), form=Form.HOURLY)
    listing = replace(PLAIN, forms=(Form.FULL_DAY,))
    priced = replace(listing, prices=(hourly,))
    sentence = "只有 A 公布了这种服务形式的价格（其服务形式一栏没有列出）：计时托。"
    assert sentence in said(reader, priced, listing)
    both = replace(priced, forms=(Form.FULL_DAY, Form.HOURLY))
    assert "只有 A 列出这种服务形式：计时托。" in said(reader, both, listing)


def test_the_day_of_free_places_is_not_called_the_day_of_publication(reader: Reader) -> None:
    (_, day) = vacancy(SUYANG, reader)
    assert day == "截至 2026年6月30日。"
