"""Which fictional nurseries hold which titles, and what had to happen for each state.

Every state of a title is reached by dates relative to today. Three authorities go through the
whole cycle (泸州 for the city, 辽宁 for the province, 重庆南岸 for the county level); the other
cities show what is usual: confirmed titles and one open publicity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from registry.demo.world import DemoNursery, DemoTitle
from registry.recognition import StageEvent
from registry.vocabulary import Level, RecognitionKind, Stage

TWO_YEARS = timedelta(days=730)
DEMONSTRATION = RecognitionKind.DEMONSTRATION


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which the demonstration's lists say things, all relative to today."""

    today: date

    def ago(self, days: int) -> date:
        """So many days before today."""
        return self.today - timedelta(days=days)

    @property
    def open_publicity(self) -> tuple[date, date]:
        """A publicity of five working days that is open today."""
        return five_working_days(self.ago(3))

    @property
    def past_publicity(self) -> tuple[date, date]:
        """A publicity that ended weeks ago."""
        return five_working_days(self.ago(60))

    @property
    def progress(self) -> date:
        """The day of the workbook with applications, recommendations and reviews."""
        return self.ago(25)

    @property
    def supervision(self) -> date:
        """The day of the decisions on objections, rectification, cancelling and revoking."""
        return self.ago(15)


def five_working_days(start: date) -> tuple[date, date]:
    """First and last of five working days, the first included; Monday to Friday.

    Public holidays are left out of account: a demonstration may start on any date, and no
    holiday table reaches beyond the coming year.
    """
    while start.weekday() > 4:
        start += timedelta(days=1)
    end, counted = start, 1
    while counted < 5:
        end += timedelta(days=1)
        counted += end.weekday() < 5
    return start, end


def histories(calendar: Calendar) -> tuple[tuple[StageEvent, ...], ...]:
    """One history for each state of a title, and one of a title restored after rectification."""
    stale = _conferred(calendar.ago(70) - TWO_YEARS, calendar.ago(70))
    ending = _conferred(calendar.ago(-45) - TWO_YEARS, calendar.ago(-45))
    firm = _conferred(calendar.ago(240), calendar.ago(240) + TWO_YEARS)
    shown = _event(Stage.PUBLICITY, *calendar.past_publicity)

    def later(stage: Stage) -> StageEvent:
        return _event(stage, calendar.supervision)

    return (
        (firm,),
        (_event(Stage.PUBLICITY, *calendar.open_publicity),),
        (ending,),
        (stale,),
        (_event(Stage.DECLARED, calendar.progress),),
        (_event(Stage.RECOMMENDED, calendar.progress),),
        (_event(Stage.REVIEW, calendar.progress),),
        (shown,),
        (shown, later(Stage.OBJECTION)),
        (firm, later(Stage.RECTIFICATION)),
        (firm, later(Stage.CANCELLED)),
        (firm, later(Stage.REVOKED)),
        (firm, later(Stage.RESTORED)),
    )


def _event(stage: Stage, on: date, until: date | None = None) -> StageEvent:
    return StageEvent(stage, on, until, source=0)


def _conferred(on: date, until: date | None) -> StageEvent:
    return _event(Stage.CONFERRED, on, until)


def award(nurseries: Sequence[DemoNursery], calendar: Calendar) -> tuple[DemoNursery, ...]:
    """The same nurseries with their titles; only filed ones hold any."""
    rank = 0
    awarded = []
    for nursery in nurseries:
        if nursery.filed is None or nursery.filed == "cancelled":
            awarded.append(nursery)
            continue
        titles = (
            *_demonstration(nursery, rank, calendar),
            *_inclusive(nursery, calendar),
            *_scale(nursery, rank, calendar),
            *_pilot(nursery, rank, calendar),
        )
        awarded.append(replace(nursery, titles=titles) if titles else nursery)
        rank += 1
    return tuple(awarded)


def _demonstration(nursery: DemoNursery, rank: int, calendar: Calendar) -> tuple[DemoTitle, ...]:
    if nursery.city.key not in _DEMONSTRATION:
        return ()
    level, every = _DEMONSTRATION[nursery.city.key]
    turn, rest = divmod(rank, every)
    if rest:
        return ()
    if nursery.city.key in ("3201", "3205") and turn % 8 == 3:
        level = Level.NATIONAL
    elif nursery.city.key == "5001" and nursery.district.name != "南岸区":
        return ()
    told = histories(calendar)
    if level is Level.NATIONAL:
        return (DemoTitle(DEMONSTRATION, level, told[(0, 2, 3)[turn // 8 % 3]]),)
    if nursery.city.key not in CYCLES:
        told = told[:2]
    return (DemoTitle(DEMONSTRATION, level, told[turn % len(told)]),)


_DEMONSTRATION: dict[str, tuple[Level, int]] = {
    "5105": (Level.CITY, 3),
    "2101": (Level.PROVINCIAL, 3),
    "5001": (Level.COUNTY, 2),
    "3201": (Level.PROVINCIAL, 6),
    "3205": (Level.CITY, 5),
    "1301": (Level.CITY, 9),
    "3209": (Level.CITY, 6),
}
"""The level that a city's titles have, and every which nursery bears one."""

CYCLES = ("5105", "2101", "5001")
"""The cities whose lists go through every stage."""


def _inclusive(nursery: DemoNursery, calendar: Calendar) -> tuple[DemoTitle, ...]:
    if not nursery.inclusive_places:
        return ()
    if nursery.number % 6 == 0 and nursery.city.key in CYCLES:
        event = _event(Stage.PUBLICITY, *calendar.open_publicity)
    else:
        event = _conferred(calendar.ago(330), None)
    return (DemoTitle(RecognitionKind.INCLUSIVE, Level.CITY, (event,)),)


def _scale(nursery: DemoNursery, rank: int, calendar: Calendar) -> tuple[DemoTitle, ...]:
    """Stars in 泸州, grades in 绍兴 and 大理: each under a scheme of its own."""
    event = _conferred(calendar.ago(180), None)
    if nursery.city.key == "5105" and rank % 4 == 1:
        return (DemoTitle(RecognitionKind.STAR, str(5 - rank // 4 % 5), (event,)),)
    words = {"3306": ("一级", "二级", "三级"), "5329": ("AAAA", "AAA", "AA")}
    if nursery.city.key in words and rank % 3 == 0:
        scale = words[nursery.city.key]
        return (DemoTitle(RecognitionKind.GRADE, scale[rank // 3 % 3], (event,)),)
    return ()


def _pilot(nursery: DemoNursery, rank: int, calendar: Calendar) -> tuple[DemoTitle, ...]:
    event = _conferred(calendar.ago(400), None)
    if nursery.city.key == "1301" and rank % 8 == 2:
        return (DemoTitle(RecognitionKind.PILOT, Level.PROVINCIAL, (event,)),)
    if nursery.city.key == "5001" and rank % 20 == 7:
        return (DemoTitle(RecognitionKind.STANDARDISATION, Level.CITY, (event,)),)
    return ()
