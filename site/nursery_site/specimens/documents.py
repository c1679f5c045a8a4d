"""What notices, policies and divisions are shown with: cards, tables, charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import badges
from nursery_site.pages.charts import BarRow, bar_chart, dot_plot, trend
from nursery_site.pages.coverage import CoverageLine
from nursery_site.pages.division_cells import Cell
from nursery_site.pages.division_table import Column, DivisionTable, Line
from nursery_site.pages.policy_cards import Piece, PolicyCard
from nursery_site.pages.policy_sources import PolicySource
from nursery_site.pages.publicity_cards import NoticeCard, Proposed
from nursery_site.pages.publicity_outcomes import Decision, Outcome
from nursery_site.reader import Reader
from nursery_site.reading import Text
from nursery_site.specimens.invented import ISSUER, Invented, invented_source
from nursery_site.specimens.specimen import Specimen
from registry.vocabulary import RecognitionKind, State


def notices(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """A notice that is open, and one that has ended."""
    day = reader.day(reader.today)
    source = invented_source(reader.today)
    proposed = Proposed(
        links.search(reader.locale),
        reader.name(found.full.name),
        reader.data("示例区"),
        badges(found.full, reader)[:2],
    )
    held = Outcome(
        reader.word("came_of", State.VALID), ngettext("%(num)s nursery", "%(num)s nurseries", 12)
    )
    title = reader.as_published(source.title)
    card = NoticeCard(
        id="notice-specimen",
        title=title,
        place=reader.data("示例市"),
        kind=reader.word("kind", RecognitionKind.DEMONSTRATION),
        days=reader.days(reader.today, reader.today),
        left=gettext("Last day"),
        doubts=(),
        objections=None,
        notes=(reader.as_published("注：示例"),),
        issuer=reader.as_published(ISSUER),
        source=title,
        source_href=source.url,
        published=day,
        count=ngettext("%(num)s nursery", "%(num)s nurseries", 2),
        first=(proposed,),
        others=(proposed,),
        untold=None,
        outcomes=(),
        decisions=(),
    )
    ended = replace(
        card,
        id="notice-specimen-ended",
        left=None,
        first=(),
        outcomes=(held,),
        decisions=(Decision(title, source.url, day),),
    )
    yield Specimen("notice", "notice", "open", (card, "h3"))
    yield Specimen("notice", "notice", "ended", (ended, "h3"))


def policies(reader: Reader) -> Iterator[Specimen]:
    """An article in a list, one that is old and was found, its answer, and its source."""
    lang = reader.data("").lang
    title, place = (reader.data("示例：什么是备案"),), (reader.data("示例市"),)
    reviewed = gettext("Reviewed on %(day)s", day=reader.day(reader.today))
    card = PolicyCard(
        links.page(reader.locale, "policies"), title, title, place, reviewed, None, (), lang
    )
    pieces = tuple(
        Piece(reader.data(said).text, hit) for said, hit in (("预收费", False), ("退费", True))
    )
    old = replace(card, stale=gettext("Not reviewed for over a year"), pieces=pieces)
    yield Specimen("policy", "policy_card", "in a list", (card,))
    yield Specimen("policy", "policy_card", "found, not reviewed for long", (old,))
    yield Specimen("policy", "policy_answer", "above a result", (replace(card, pieces=pieces),))
    source = PolicySource(
        number=1,
        title=reader.as_published("示例通知"),
        issuer=reader.as_published(ISSUER),
        document=reader.as_published("示卫〔2026〕1号"),
        published=reader.day(reader.today),
        known=(),
        copied=True,
        href="https://example.org/notice",
    )
    yield Specimen("policy", "source_line", "an official document", (source,))


def divisions(reader: Reader) -> Iterator[Specimen]:
    """Figures of divisions as a table and as charts; what the copy covers."""
    here, place = links.page(reader.locale, "regions"), reader.data("示例区")
    known = Cell("1,832", gettext("%(some)s of %(every)s", some="40", every="42"), here, known=True)
    unknown = Cell(gettext("Not published"), "", None, known=False)
    measure = reader.word("measure", "filed")
    title = (Text(measure),)
    rows = [
        BarRow(place, 42.0, "42", "", here=True),
        BarRow(reader.data("示例新区"), 17.0, "17", "", here=False),
        BarRow(reader.data("示例县"), 8.0, "8", "", here=False),
    ]
    chart = bar_chart("specimen-bars", title, rows)
    table = DivisionTable(
        id="specimen-divisions",
        caption=title,
        columns=(
            Column(reader.word("measure", "name"), here, current=False),
            Column(measure, here, current=True),
            Column(reader.word("measure", "price"), here, current=False),
        ),
        lines=(
            Line(place, here, (known, unknown), here=True),
            Line(reader.data("示例县"), here, (known, known), here=False),
        ),
        chart=bar_chart("specimen-table-bars", title, rows),
    )
    yield Specimen("charts", "bars", "one its own", (chart,))
    spans = [(reader.word("measure", "price"), (900.0, 1600.0, 3200.0), "1,600")]
    yield Specimen(
        "charts", "dots", "a span", (dot_plot("specimen-dots", measure, spans, "4,000"),)
    )
    years = [(2023, "2023", 12, "12"), (2024, "2024", 20, "20"), (2026, "2026", 42, "42")]
    yield Specimen("charts", "line", "over years", (trend("specimen-line", measure, years),))
    yield Specimen("divisions", "value", "known", (known,))
    yield Specimen("divisions", "value", "not published", (unknown,))
    yield Specimen("divisions", "divisions", "with its chart", (table,))
    covered = CoverageLine(
        place, reader.data("示例街道"), here, "42", "1", reader.day(reader.today)
    )
    bare = replace(covered, districts=None, as_of=gettext("No filing list"))
    yield Specimen("coverage", "coverage", "two places", ((covered, bare),))
