"""Demonstration titles from application to revocation, stars, grades and pilots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from registry.demo.columns import LEVEL_WORDS
from registry.demo.draft import Draft, DraftTable
from registry.demo.lists.press import authority, single, table
from registry.demo.places import City
from registry.demo.titles import CYCLES, Calendar
from registry.demo.world import DemoNursery
from registry.vocabulary import Level, RecognitionKind, SourceKind, Stage

_HEADINGS = ("序号", "县（市、区）", "机构名称", "园所名称", "地址")
_PROVINCIAL = ("序号", "城市", "县（市、区）", "机构名称", "地址")
_NAMED = ("区县", "机构名称", "统一社会信用代码", "示范级别", "认定日期", "有效期至")
_REGISTERS: dict[str, tuple[str, ...]] = {
    Level.NATIONAL: ("省份", "城市", "区县", "机构名称", "认定日期", "有效期至"),
    Level.PROVINCIAL: ("城市", *_NAMED),
}

_PROGRESS = {
    Stage.DECLARED: "{year}年{title}申报汇总表",
    Stage.RECOMMENDED: "{year}年{title}推荐名单",
    Stage.REVIEW: "{year}年{title}评审名单",
}
_SUPERVISION = {
    Stage.OBJECTION: "{year}年{title}公示异议核查名单",
    Stage.RECTIFICATION: "{title}限期整改名单",
    Stage.CANCELLED: "取消{title}称号名单",
    Stage.REVOKED: "撤销{title}称号名单",
    Stage.RESTORED: "{title}整改合格恢复称号名单",
}


def honour_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """Every list of titles about a city's nurseries, one set for each level of authority."""
    for level, words in LEVEL_WORDS.items():
        titled = [
            one
            for one in nurseries
            if (title := one.title(RecognitionKind.DEMONSTRATION)) is not None
            and title.level == level
        ]
        issued = Issued(city, level, f"{words}示范托育机构", titled, calendar)
        yield from issued.publicity(*calendar.open_publicity)
        yield from issued.publicity(*calendar.past_publicity)
        yield from issued.register()
        if city.key in CYCLES:
            yield from issued.progress()
            yield from issued.supervision()
    yield from _scales(city, nurseries, calendar)
    yield from _pilots(city, nurseries, calendar)


class Issued:
    """The lists that one authority issues about its demonstration title of one level."""

    def __init__(
        self,
        city: City,
        level: str,
        title: str,
        nurseries: Sequence[DemoNursery],
        calendar: Calendar,
    ) -> None:
        self._city = city
        self._level = level
        self._title = title
        self._nurseries = nurseries
        self._calendar = calendar
        self._region = authority(city, level)
        self._headings = _PROVINCIAL if level == Level.PROVINCIAL else _HEADINGS

    def progress(self) -> Iterator[Draft]:
        """One workbook of applications, recommendations and reviews, a sheet for each."""
        when = self._calendar.progress
        tables = [self._stage_table(stage, text, when) for stage, text in _PROGRESS.items()]
        title = f"{when.year}年{self._title}创建工作进展"
        yield from self._file("progress.xlsx", title, when, tables, SourceKind.DEMONSTRATION)

    def supervision(self) -> Iterator[Draft]:
        """One document of objections, rectifications, cancellations and revocations."""
        when = self._calendar.supervision
        tables = [self._stage_table(stage, text, when) for stage, text in _SUPERVISION.items()]
        title = f"关于{self._title}动态管理情况的通报"
        yield from self._file("supervision.docx", title, when, tables, SourceKind.DECISION)

    def publicity(self, start: date, end: date) -> Iterator[Draft]:
        """One page that proposes titles and says until when to object."""
        caption = f"拟确认{start.year}年{self._title}名单"
        period = f"公示期：{start.year}年{start.month}月{start.day}日至{end.month}月{end.day}日"
        proposed = [
            one
            for one in self._nurseries
            for event in one.titles[0].events
            if event.stage is Stage.PUBLICITY and event.on == start
        ]
        shown = table(caption, self._headings, proposed, above=(period,), notes=self._objections())
        title = f"关于{caption}的公示"
        name = f"publicity-{start.isoformat()}.html"
        yield from self._file(name, title, start, [shown], SourceKind.DEMONSTRATION)

    def register(self) -> Iterator[Draft]:
        """The register of titles conferred, with first and last day of validity."""
        when = self._calendar.ago(120)
        held = [one for one in self._nurseries if one.titles[0].validity is not None]
        title = f"{self._title}名录"
        headings = _REGISTERS.get(self._level, _NAMED)
        shown = table(title, headings, held, merged=headings.index("机构名称"))
        suffix = "xlsx" if self._city.key in CYCLES else "docx"
        yield from self._file(f"register.{suffix}", title, when, [shown], SourceKind.DEMONSTRATION)

    def _stage_table(self, stage: Stage, text: str, when: date) -> DraftTable:
        told = [one for one in self._nurseries if one.titles[0].stage is stage]
        caption = text.format(year=when.year, title=self._title)
        return table(caption, self._headings, told)

    def _objections(self) -> tuple[str, ...]:
        return (
            f"对名单有异议的，请在公示期内实名反映。联系电话：{self._city.area_code}-5550000",
            "匿名和超过期限的异议不予受理。",
        )

    def _file(
        self, name: str, title: str, when: date, tables: Sequence[DraftTable], kind: SourceKind
    ) -> Iterator[Draft]:
        full = f"{self._city.key}-{self._level}-{name}"
        yield from single(full, title, self._region, when, kind, tables)


def _scales(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    """Stars and grades. The star scale of the demonstration is invented, and its note says so."""
    when = calendar.ago(180)
    star = [one for one in nurseries if one.title(RecognitionKind.STAR)]
    title = f"{city.name}{when.year}年星级托育机构认定名单"
    headings = ("序号", "县（市、区）", "机构名称", "地址", "星级")
    note = ("注：星级标准未见公布，本表一至五星为演示虚构。",)
    shown = table(title, headings, star, notes=note)
    yield from single(f"{city.key}-stars.xlsx", title, city.region, when, SourceKind.STAR, [shown])
    graded = [one for one in nurseries if one.title(RecognitionKind.GRADE)]
    title = f"{city.name}{when.year}年托育机构等级评定结果"
    headings = ("序号", "县（市、区）", "机构名称", "地址", "等级")
    shown = table(title, headings, graded)
    yield from single(f"{city.key}-grades.html", title, city.region, when, SourceKind.STAR, [shown])


def _pilots(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    when = calendar.ago(400)
    for kind, title, region in (
        (RecognitionKind.PILOT, "省级托育服务试点机构名单", city.key[:2]),
        (RecognitionKind.STANDARDISATION, "婴幼儿托育服务标准化试点单位名单", city.region),
    ):
        chosen = [one for one in nurseries if one.title(kind)]
        shown = table(title, _PROVINCIAL, chosen)
        name = f"{city.key}-{kind.value}.docx"
        yield from single(name, title, region, when, SourceKind.PILOT, [shown])
