"""Lists of inclusive nurseries (普惠名单): confirmed, and open for objection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registry.demo.contradiction import contradicted
from registry.demo.draft import Draft
from registry.demo.lists.press import commission, parts, single, table
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.vocabulary import RecognitionKind, SourceKind, Stage

_HEADINGS = ("序号", "县（市、区）", "机构名称", "地址", "核定托位", "普惠托位数")
_SUFFIXES = {"5105": ".xlsx", "1301": ".docx", "2101": ".html", "5001": ".xlsx", "3201": ".csv"}


def inclusive_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """The confirmed list of a city, and its publicity where one is open."""
    if city.key in _SUFFIXES:
        year = calendar.ago(330).year
        draft = Draft(
            name=f"{city.key}-inclusive{_SUFFIXES[city.key]}",
            title=f"{city.name}{year}年市级普惠托育机构名单",
            issuer=commission(city.region),
            published=calendar.ago(330),
            region=city.region,
            kind=SourceKind.INCLUSIVE,
            tables=(),
        )
        confirmed = [contradicted(one) for one in _told(nurseries, Stage.CONFERRED)]
        yield from parts(draft, confirmed, lambda chunk: table(draft.title, _HEADINGS, chunk))
    start, end = calendar.open_publicity
    caption = f"拟认定{start.year}年市级普惠托育机构名单"
    open_now = table(
        caption,
        _HEADINGS,
        _told(nurseries, Stage.PUBLICITY),
        above=(f"公示期：{start.year}年{start.month}月{start.day}日至{end.month}月{end.day}日",),
    )
    yield from single(
        f"{city.key}-inclusive-publicity.html",
        f"关于{caption.removeprefix('拟认定')}的公示",
        city.region,
        start,
        SourceKind.INCLUSIVE,
        (open_now,),
    )


def _told(nurseries: Sequence[DemoNursery], stage: Stage) -> list[DemoNursery]:
    return [
        one
        for one in nurseries
        if (title := one.title(RecognitionKind.INCLUSIVE)) is not None and title.stage is stage
    ]
