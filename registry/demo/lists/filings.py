"""Filing lists (备案名单), and the maps (托育地图) that list the unfiled as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.demo.draft import Cell, Draft, DraftTable
from registry.demo.lists.layouts import Layout, layout_of
from registry.demo.lists.press import commission, parts, table
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.vocabulary import SourceKind

_MAP = (
    "机构登记名称",
    "机构收托名称",
    "区县",
    "所属街道",
    "社区",
    "地址",
    "办托类型",
    "举办性质",
    "是否普惠",
    "联系电话",
    "开放时间",
)


def filing_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """The filing list of a city; for a main city also its map, which is no proof of filing."""
    layout = layout_of(city)
    as_of = calendar.ago(40)
    draft = Draft(
        name=f"{city.key}-filing{layout.suffix}",
        title=f"{city.name}已备案托育机构名单（截至{as_of.year}年{as_of.month}月）",
        issuer=commission(city.region),
        published=calendar.ago(35),
        region=city.region,
        kind=SourceKind.FILING,
        tables=(),
        encoding=layout.encoding,
        datum=layout.datum,
    )
    listed = [nursery for nursery in nurseries if nursery.filed is not None]
    yield from parts(draft, listed, lambda chunk: _filing_table(draft, layout, chunk))
    if city.is_main:
        yield from _map(city, nurseries, calendar)


def _filing_table(draft: Draft, layout: Layout, chunk: Sequence[DemoNursery]) -> DraftTable:
    set_table = table(
        draft.title if layout.titled else None,
        layout.headings,
        chunk,
        above=(f"公布日期：{draft.published.isoformat()}",) if layout.titled else (),
        notes=("注：本表为虚构的演示数据。",) if layout.titled else (),
        merged=layout.merged,
    )
    spoiled = (*set_table.rows, *_spoiled(set_table)) if len(chunk) >= 40 else set_table.rows
    total = _total(layout, chunk) if layout.merged else None
    return replace(set_table, rows=spoiled, total=total)


def _total(layout: Layout, chunk: Sequence[DemoNursery]) -> tuple[Cell, ...]:
    """The row under a table that looks like one more nursery, and is none."""
    sums: dict[str, Cell] = {
        "区县": "合计",
        "机构名称": f"{len(chunk)}家",
        "托位总数(个)": sum(nursery.capacity for nursery in chunk),
    }
    return tuple(sums.get(heading) for heading in layout.headings)


def _spoiled(set_table: DraftTable) -> Iterator[tuple[Cell, ...]]:
    """Two rows that nobody can use: one without a name, one whose text was damaged."""
    for name in (None, "檐铃?。\ue420育\ufffd心"):
        yield tuple(
            name if heading.endswith("名称") else cell
            for heading, cell in zip(set_table.headings, set_table.rows[-1], strict=True)
        )


def _map(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    title = f"{city.name}托育服务地图机构名录"
    suffix = ".json" if city.key in ("2101", "3201") else ".html"
    listed = [one for one in nurseries if one.filed is None or one.number % 3 == 0]
    draft = Draft(
        name=f"{city.key}-map{suffix}",
        title=title,
        issuer=commission(city.region),
        published=calendar.ago(200),
        region=city.region,
        kind=SourceKind.DIRECTORY,
        tables=(),
    )
    yield from parts(draft, listed, lambda chunk: table(title, _MAP, chunk))
