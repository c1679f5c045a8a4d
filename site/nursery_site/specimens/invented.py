"""Three invented nurseries and the lists that would say it: full, blank, and in trouble."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from nursery_site.pages.evidence import Evidence
from nursery_site.reader import Reader
from registry import fields
from registry.assessment import AreaScore, Assessment, ItemOutcome, Score
from registry.ledger.records import Claim, Source
from registry.nursery import Nursery, Price, Vacancy
from registry.recognition import Recognition, StageEvent
from registry.values.statement import Json
from registry.vocabulary import (
    AgeClass,
    Assessor,
    Filed,
    Form,
    Inclusive,
    Meals,
    Nature,
    Outcome,
    QualityArea,
    RecognitionKind,
    SourceKind,
    Stage,
    Unit,
)

ISSUER: Final = "示例市卫生健康委员会"
_REGION: Final = ("32", "3205", "320508")


@dataclass(frozen=True, slots=True)
class Invented:
    """The nurseries, none of them real, and the evidence for the full one."""

    full: Nursery
    blank: Nursery
    troubled: Nursery
    evidence: Evidence


def invented(reader: Reader) -> Invented:
    """Everything is dated from the reader's day, so that each state stays what it is."""
    today = reader.today
    blank = _blank(today)
    full = replace(
        blank,
        id="full",
        name="示例云朵托育有限公司",
        trading_names=("云朵托育",),
        former_names=("示例小溪托育园",),
        address="示例区云朵路1号",
        filed=Filed.YES,
        nature=Nature.PRIVATE,
        forms=(Form.FULL_DAY, Form.HOURLY),
        classes=(AgeClass.JUNIOR, AgeClass.SENIOR),
        ages=(12, 36),
        capacity=60,
        inclusive_places=30,
        inclusive_changes=((today - timedelta(400), Inclusive.PARTIAL),),
        vacancy=Vacancy(4, today - timedelta(30)),
        prices=_prices(today),
        recognitions=(
            _title(
                "provincial",
                (Stage.PUBLICITY, today - timedelta(120), today - timedelta(115)),
                (Stage.CONFERRED, today - timedelta(90), today + timedelta(1005)),
            ),
        ),
        staff={"care": 12},
        class_counts={"junior": 2, "senior": 1},
        assessments=_assessments(today),
    )
    troubled = replace(
        blank,
        id="troubled",
        name="示例旧园托育中心",
        filed=Filed.CANCELLED,
        recognitions=(
            _title("city", (Stage.CONFERRED, today - timedelta(900), today - timedelta(170))),
            replace(
                _title(
                    "county",
                    (Stage.CONFERRED, today - timedelta(500), None),
                    (Stage.REVOKED, today - timedelta(20), None),
                ),
                scheme="320508.demonstration.county",
            ),
        ),
    )
    return Invented(full, blank, troubled, _evidence(reader))


def invented_source(today: date, number: int = 1) -> Source:
    """A list that nobody published."""
    return Source(
        id=number,
        sha256="",
        file_name="list.csv",
        title=f"示例市托育机构名单（第{number}批）",
        issuer=ISSUER,
        url="https://example.org/list",
        published_on=today - timedelta(30 * number),
        as_of=today - timedelta(30 * number),
        captured_at=datetime.combine(today, time(), UTC),
        region="3205",
        kind=SourceKind.FILING,
        datum=None,
        fictional=True,
    )


def _evidence(reader: Reader) -> Evidence:
    def claim(number: int, field: str, value: Json, source: int, *, used: bool = True) -> Claim:
        day = reader.today - timedelta(30 * source)
        return Claim(number, field, value, str(value), source, 2, day, used, not used)

    claims = (
        claim(1, fields.CAPACITY, 60, 1),
        claim(2, fields.CAPACITY, 55, 2, used=False),
        claim(3, "price.full_day", 1980, 1),
        claim(4, f"{fields.CLASS_COUNT}.junior", 2, 1),
        claim(5, fields.AGES, "12-36", 2),
    )
    return Evidence(claims, {one: invented_source(reader.today, one) for one in (1, 2)}, reader)


def _title(level: str, *events: tuple[Stage, date, date | None]) -> Recognition:
    stages = tuple(StageEvent(stage, on, until, 1) for stage, on, until in events)
    kind = RecognitionKind.DEMONSTRATION
    return Recognition(kind, f"32.{kind}.{level}", level, "示例示范托育机构", ISSUER, stages)


def _prices(today: date) -> tuple[Price, ...]:
    def price(high: float, unit: Unit, form: Form | None = None, item: str | None = None) -> Price:
        meals = Meals.EXCLUDED if form else None
        as_of = today - timedelta(30)
        return Price(form, None, item, high, high, unit, meals, about=False, as_of=as_of)

    return (
        price(1980, Unit.MONTH, Form.FULL_DAY),
        price(30, Unit.HOUR, Form.HOURLY),
        price(18, Unit.DAY, item="meals"),
        price(500, Unit.TIME, item="deposit"),
    )


def _assessments(today: date) -> tuple[Assessment, ...]:
    areas = tuple(QualityArea)

    def scored(
        by: Assessor, points: tuple[float | None, ...], items: tuple[str, ...]
    ) -> Assessment:
        return Assessment(
            by,
            tuple(
                AreaScore(area, Score(one, 100, today - timedelta(60)))
                for area, one in zip(areas, points, strict=True)
                if one is not None
            ),
            None,
            tuple(ItemOutcome(one, Outcome.UNMET, today - timedelta(60)) for one in items),
        )

    return (
        scored(Assessor.SELF, (92, 88, 95, 81, 90, 86, 94), ()),
        scored(Assessor.AUTHORITY, (85, 84, None, 72, 88, None, 90), ("4.1.4",)),
    )


def _blank(today: date) -> Nursery:
    return Nursery(
        id="blank",
        name="示例溪边托育中心",
        trading_names=(),
        former_names=(),
        region=_REGION,
        street=None,
        community=None,
        address=None,
        location=None,
        coordinate=None,
        credit_code=None,
        phones=(),
        filed=None,
        filed_on=None,
        authority=None,
        nature=None,
        profit=None,
        setting=None,
        forms=(),
        classes=(),
        ages=None,
        capacity=None,
        inclusive_places=None,
        inclusive_changes=(),
        enrolled=None,
        vacancy=None,
        prices=(),
        recognitions=(),
        denied=(),
        operating=None,
        opened_on=None,
        hours=None,
        prepay_months=None,
        floor_area=None,
        outdoor_area=None,
        floors=None,
        staff={},
        class_counts={},
        description=None,
        as_of=today - timedelta(30),
        sources=(1, 2),
        conflicts=(),
        fictional=True,
    )
