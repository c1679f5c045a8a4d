"""What presenters make of hard cases that no list of the sample has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask

from nursery_site.documents import item_document
from nursery_site.pages import line_values, scores
from nursery_site.pages.badges import badges
from nursery_site.pages.card import Figure, places_figure
from nursery_site.pages.evidence import Evidence, Reference
from nursery_site.pages.facts import premises
from nursery_site.pages.passports import Event, passports
from nursery_site.pages.rules import Rulebook
from nursery_site.reader import Reader
from nursery_site.views import visit
from registry.assessment import Score
from registry.ledger.records import Claim, Source
from registry.recognition import StageEvent
from registry.values.statement import Json
from registry.vocabulary import Inclusive, RecognitionKind, SourceKind, Stage
from tests.site.sample import PLAIN, PROPOSED, SUYANG, title

NEW_YEAR = date(2021, 1, 1)
RULES = Rulebook({}, ())


@pytest.fixture
def reader(app: Flask) -> Iterator[Reader]:
    """A reader of Simplified Chinese."""
    with app.test_request_context("/zh-hans/"):
        yield visit.reader()


def source(number: int, kind: SourceKind, as_of: date) -> Source:
    """A list."""
    return Source(
        id=number,
        sha256="",
        file_name="list.csv",
        title="名单",
        issuer="某局",
        url=None,
        published_on=as_of,
        as_of=as_of,
        captured_at=datetime(2026, 7, 1, tzinfo=UTC),
        region=None,
        kind=kind,
        datum=None,
        fictional=True,
    )


def claim(number: int, field: str, of: int, *, used: bool, differs: bool = False) -> Claim:
    """One value of one field; every value is as published."""
    value: Json = {"min": 1980, "max": 1980, "unit": "month", "meals": "excluded" if used else None}
    return Claim(number, field, value, "1980", of, 4, date(2026, 6, 30), used, differs)


SOURCES = {
    1: source(1, SourceKind.PRICE, date(2026, 6, 30)),
    2: source(2, SourceKind.PRICE, date(2025, 6, 30)),
    3: source(3, SourceKind.GEOCODE, date(2026, 11, 1)),
}


def test_a_year_is_no_day_and_two_sources_are_one_line(reader: Reader) -> None:
    conferred = StageEvent(Stage.CONFERRED, NEW_YEAR, None, 1, on_said="2021")
    told_twice = replace(
        title(RecognitionKind.DEMONSTRATION, "city", "2021年市级示范"),
        issuer="",
        events=(conferred, replace(conferred, source=2)),
    )
    claims = [claim(one, "price.full_day", one, used=True) for one in (1, 2)]
    nursery = replace(PLAIN, recognitions=(told_twice,))
    (passport,) = passports(nursery, Evidence(claims, SOURCES, reader), RULES, reader)
    both = (Reference(1, "#source-1"), Reference(2, "#source-2"))
    (once,) = passport.rounds
    assert once.events == (Event("认定年份", "2021年", both, "holds"),)
    assert (passport.issuer_term, passport.issuer) == ("认定机关", None)
    assert passport.endless
    assert passport.state_note == "收录的名单未见期满或撤销。"
    told: Any = item_document(nursery, reader)["recognitions"]
    assert [(one["from"], one["year"]) for one in told] == [(None, 2021)]


def test_a_step_that_was_overtaken_or_never_published_is_not_made_up(reader: Reader) -> None:
    publicity = StageEvent(Stage.PUBLICITY, date(2024, 3, 5), date(2024, 3, 11), 1)
    conferred = StageEvent(Stage.CONFERRED, date(2024, 3, 27), None, 1)
    restored = StageEvent(Stage.RESTORED, date(2024, 11, 7), None, 1)
    ordered = StageEvent(Stage.RECTIFICATION, date(2024, 9, 1), None, 1)

    def steps(*events: StageEvent) -> list[str]:
        told = replace(title(RecognitionKind.DEMONSTRATION, "city", "市级示范"), events=events)
        nursery = replace(PLAIN, recognitions=(told,))
        (passport,) = passports(nursery, Evidence((), {}, reader), RULES, reader)
        return [event.stage for event in passport.rounds[0].events]

    assert steps(publicity) == ["公示", "公示期满，本站副本中未见确认"]
    assert steps(publicity, conferred) == ["公示", "认定"]
    unknown = "整改何时开始：未公布"
    assert steps(conferred, restored) == ["认定", unknown, "整改合格"]
    again = replace(restored, on=date(2024, 11, 8))
    assert steps(conferred, restored, again).count(unknown) == 1
    assert steps(conferred, ordered, restored) == ["认定", "限期整改", "整改合格"]


@pytest.mark.parametrize(
    ("points", "said"), [(209, "99%"), (210, "100%"), (207, "99%"), (104, "50%"), (0, "0%")]
)
def test_only_the_full_mark_is_a_hundred(reader: Reader, points: float, said: str) -> None:
    assert scores.cell(Score(points, 210, date(2026, 3, 1)), reader).share == said


def test_a_title_that_is_only_proposed_is_granted_by_nobody(reader: Reader) -> None:
    nursery = replace(
        PLAIN,
        recognitions=(PROPOSED,),
        inclusive_places=20,
        inclusive_changes=((date(2023, 1, 1), Inclusive.PARTIAL),),
    )
    (passport,) = passports(nursery, Evidence((), {}, reader), RULES, reader)
    assert (passport.issuer_term, passport.endless) == ("发布机关", False)
    assert passport.no_promises == ("认定后才限定保育收费；与质量、空位无关。",)
    said = [(badge.text.text, badge.state) for badge in badges(nursery, reader)]
    assert said[1:] == [("普惠", "拟认定，未见确认")]
    assert places_figure(nursery, reader) == Figure(None, "", "普惠 20 个")


def test_people_are_counted_as_people(reader: Reader) -> None:
    group = premises(SUYANG, Evidence((), {}, reader), reader)
    said = [fact.texts[0].text for fact in group.facts if fact.texts[0].text.endswith("名")]
    assert said == ["18 名", "12 名"]
    assert list(line_values.staff(SUYANG, reader)) == ["工作人员：18 名", "保育人员：12 名"]


def test_the_newest_list_is_no_file_of_coordinates(reader: Reader) -> None:
    claims = [
        claim(1, "location", 3, used=True),
        claim(2, "price.full_day", 2, used=False),
        claim(3, "price.full_day", 1, used=True),
    ]
    evidence = Evidence(claims, SOURCES, reader)
    assert evidence.newest() == (date(2026, 6, 30), (Reference(1, "#source-1"),))
    assert [line.kind for line in evidence.sources()] == ["收费公示", "收费公示", "坐标"]
    # The same price, of which one list does not mention the meals.
    assert [one.number for one in evidence.references("price.full_day")] == [1, 2]


def test_one_cell_for_two_classes_differs_once(reader: Reader) -> None:
    claims = [
        claim(1, "price.full_day.junior", 2, used=False, differs=True),
        claim(2, "price.full_day.senior", 2, used=False, differs=True),
    ]
    others = Evidence(claims, SOURCES, reader).others("price.full_day")
    assert [(other.text.text, other.reference.number) for other in others] == [("1980", 1)]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2021", "2021年"),
        ("2021-09", "2021年9月"),
        ("2021-09-01", "2021年9月1日"),
        ("去年", "去年"),
    ],
)
def test_a_date_is_as_exact_as_it_was_published(reader: Reader, published: str, said: str) -> None:
    assert reader.published_date(published) == said


def test_a_month_is_shown_as_a_month(reader: Reader) -> None:
    conferred = StageEvent(
        Stage.CONFERRED,
        date(2023, 10, 1),
        date(2026, 10, 31),
        1,
        on_said="2023-10",
        until_said="2026-10",
    )
    named = title(RecognitionKind.DEMONSTRATION, "provincial", "省级示范")
    nursery = replace(PLAIN, recognitions=(replace(named, events=(conferred,)),))
    (passport,) = passports(nursery, Evidence([], SOURCES, reader), RULES, reader)
    told, expiring, expired = passport.rounds[0].events
    assert (told.days, expiring.days, expired.days) == (
        "2023年10月 至 2026年10月",
        "2026年8月2日",
        "2026年10月之后",
    )
    (badge,) = (one for one in badges(nursery, reader) if one.brief)
    assert badge.brief is not None
    assert badge.brief.days == "2023年10月 至 2026年10月"
    told_item: Any = item_document(nursery, reader)["recognitions"]
    assert [(one["from"], one["until"]) for one in told_item] == [("2023-10", "2026-10")]
