"""Lists of one matter each: prices, vacancies, assessments, credit records, coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from registry.demo import spelling
from registry.demo.contradiction import contradicted
from registry.demo.draft import Cell, Draft, DraftTable
from registry.demo.lists.press import commission, parts, single, table
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.vocabulary import Datum, SourceKind

_PRICES = (
    "区县",
    "机构名称",
    "举办性质",
    "托位数",
    "收费标准（元/人·月）|全日托保育费|乳儿班收费",
    "收费标准（元/人·月）|全日托保育费|托小班收费",
    "收费标准（元/人·月）|全日托保育费|托大班收费",
    "收费标准（元/人·月）|全日托保育费|混龄班收费",
    "收费标准（元/人·月）|其他形式|半日托收费",
    "收费标准（元/人·月）|其他形式|计时托收费",
    "收费标准（元/人·月）|其他形式|临时托收费",
    "伙食费",
)
_PRICE_FILES = {"5105": ".xlsx", "2101": ".xlsx", "3201": ".html"}
_VACANCY_FILES = {"3201": ".json", "3205": ".html", "5105": ".csv"}
_VACANCIES = ("机构名称", "区县", "托位数", "在托人数", "空余托位")
_ASSESSED = ("区县", "序号", "机构名称", "统一社会信用代码", "地址", "举办性质", "托位数")
_GEOCODED = ("5105", "1301", "2101", "5001", "3201", "5101")

AREAS = {
    "办托条件": 100,
    "托育队伍": 140,
    "保育照护": 200,
    "卫生保健": 210,
    "养育支持": 80,
    "安全保障": 200,
    "机构管理": 70,
}
"""The seven areas of WS/T 821-2023 with their points, issued 2023-10-31."""


def detail_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """Whatever further lists a city publishes."""
    if city.key in _PRICE_FILES:
        yield from _prices(city, nurseries, calendar)
    if city.key in _VACANCY_FILES:
        yield from _vacancies(city, nurseries, calendar)
    if city.key in ("2101", "3201"):
        yield from _assessments(city, nurseries, calendar)
    if city.key in ("5105", "3201"):
        yield from _credit(city, nurseries, calendar)
    if city.key in _GEOCODED:
        yield from _geocodes(city, nurseries, calendar)


def _draft(city: City, name: str, title: str, when: date, kind: SourceKind) -> Draft:
    region = city.region
    return Draft(f"{city.key}-{name}", title, commission(region), when, region, kind, ())


def _prices(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    name, title = f"prices{_PRICE_FILES[city.key]}", f"{city.name}托育机构收费公示"
    draft = _draft(city, name, title, calendar.ago(20), SourceKind.PRICE)
    priced = [contradicted(one) for one in nurseries if one.prices is not None and one.filed]
    notes = ("注：1.收费为保育费，不含伙食费。", "2.本表为虚构的演示数据。")

    def chunk_table(chunk: Sequence[DemoNursery]) -> DraftTable:
        return table(title, _PRICES, chunk, notes=notes, merged=1)

    yield from parts(draft, priced, chunk_table)


def _vacancies(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    as_of = calendar.ago(12)
    name, title = f"vacancies{_VACANCY_FILES[city.key]}", f"{city.name}托育机构空余托位情况"
    title += f"（截至{as_of.year}年{as_of.month}月{as_of.day}日）"
    draft = _draft(city, name, title, calendar.ago(10), SourceKind.VACANCY)
    told = [one for one in nurseries if one.filed == "yes" and one.number % 2 == 0]
    yield from parts(draft, told, lambda chunk: table(title, _VACANCIES, chunk))


def _assessments(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """Scores by area; 沈阳 prints the self-assessment beside the authority's."""
    when = calendar.ago(90)
    title = f"{city.name}{when.year}年托育机构质量评估得分表"
    assessed = [one for one in nurseries if one.filed == "yes" and one.number % 5 == 1]
    draft = _draft(city, "assessment.xlsx", title, when, SourceKind.ASSESSMENT)
    scorers = ("自评", "评估") if city.key == "2101" else ("评估",)
    for part in parts(draft, assessed, lambda chunk: table(title, _ASSESSED, chunk, merged=1)):
        yield replace(part, tables=tuple(_scored(one, scorers) for one in part.tables))


def _scored(named: DraftTable, scorers: tuple[str, ...]) -> DraftTable:
    headings = tuple(
        f"{area}（{by}）（{points}分）" for area, points in AREAS.items() for by in scorers
    )
    rows = tuple(
        (*row, *(_score(number, points, by) for points in AREAS.values() for by in scorers))
        for number, row in enumerate(named.rows)
    )
    return replace(named, headings=(*_ASSESSED, *headings), rows=rows)


def _score(number: int, points: int, by: str) -> int | None:
    """Points out of so many; the authority is stricter, and silent on some nurseries."""
    own = points * (88 + number * 7 % 12) // 100
    if by == "自评":
        return own
    return None if number % 9 == 4 else own - points * (number % 8) // 100


def _credit(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    when = calendar.ago(30)
    chosen = [one for one in nurseries if one.filed == "yes" and one.number % 60 == 11]
    named = ("县（市、区）", "机构名称", "信用类别", "处罚内容", "处罚日期")
    headings = (*named, "整改情况", "撤销情况", "陈述申辩")
    fined, put_right = calendar.ago(75), calendar.ago(45)
    told = "已在收费处张贴收费项目和标准，并向家长说明。"
    kept = _records(
        chosen[1:],
        ("行政处罚", "未按规定公示收费项目，警告", fined, f"{put_right}复查合格", None, told),
    )
    lifted = _records(
        chosen[:1],
        ("行政处罚", "警告", fined, None, f"{put_right}经复议撤销", "收费项目此前已在网上公示。"),
    )
    tables = [
        DraftTable("托育机构信用记录名单", headings, kept),
        DraftTable("已撤销的托育机构信用记录名单", headings, lifted),
    ]
    title = f"{city.name}托育机构信用档案公示"
    name = f"{city.key}-credit.docx"
    yield from single(name, title, city.region, when, SourceKind.CREDIT, tables)


def _records(
    nurseries: Sequence[DemoNursery], record: tuple[Cell, ...]
) -> tuple[tuple[Cell, ...], ...]:
    return tuple((one.district.name, spelling.name(one), *record) for one in nurseries)


def _geocodes(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    """Coordinates by address, spaces set as the map service likes, one address that fits nobody."""
    headings = ("地址", "行政区划代码", "经度", "纬度", "匹配级别")
    rows = [
        _geocode(one)
        for one in nurseries
        if one.premises.address is not None and one.premises.lng is not None and one.number % 5
    ]
    stranger: tuple[Cell, ...] = ("无此路1号", city.key.ljust(6, "0"), 104.1, 30.1, "门址")
    shown = DraftTable(None, headings, (*rows, stranger))
    title = f"{city.name}托育机构地址坐标"
    for draft in single(
        f"{city.key}-geocodes.csv",
        title,
        city.region,
        calendar.ago(5),
        SourceKind.GEOCODE,
        (shown,),
    ):
        yield replace(draft, datum=Datum.GCJ02, encoding="utf-8-sig")


def _geocode(nursery: DemoNursery) -> tuple[Cell, ...]:
    """One address with its point; one in twelve was found no closer than its road or district."""
    coarse = {3: "道路", 8: "区县"}.get(nursery.number % 24)
    premises = nursery.premises
    address = (premises.address or "").replace("号", " 号" if nursery.number % 4 == 0 else "号")
    fine = "住宅区" if "号楼" in (premises.address or "") else "门址"
    key = nursery.district.key or nursery.city.key.ljust(6, "0")
    address = (nursery.premises.address or "").replace(
        "号", " 号" if nursery.number % 4 == 0 else "号"
    )
    return address, key, nursery.premises.lng, nursery.premises.lat, coarse or fine
