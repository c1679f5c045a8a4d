"""What a nursery's page is made of: costs, passports, quality, its past, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from nursery_site import links
from nursery_site.costs import Choice
from nursery_site.pages.beside import among, neighbours
from nursery_site.pages.cost import cost_of
from nursery_site.pages.history import ChangeLine, History, Predecessor, Record
from nursery_site.pages.limits import national_limits
from nursery_site.pages.passports import passports
from nursery_site.pages.quality import quality_of
from nursery_site.pages.scores import Clause
from nursery_site.reader import Reader
from nursery_site.specimens.invented import Invented, invented_source
from nursery_site.specimens.specimen import Shelf, Specimen
from nursery_site.specimens.words_and_badges import REFERENCES
from registry.changes import What
from registry.nursery import Nursery
from search_index.answer import Hit
from search_index.peers import PricePeers


def money(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """A sum, the sum for a child, a wrong entry, no price; and a price among others."""
    for state, nursery, choice in (
        ("priced", found.full, Choice()),
        ("for a child", found.full, Choice(age=20)),
        ("refused", found.full, Choice(problems=frozenset({"cost_age", "cost_days"}))),
        ("no price", found.blank, Choice()),
    ):
        cost = cost_of(nursery, choice, found.evidence, reader)
        yield Specimen("cost", "cost_section", state, (cost,))
    for state, median in (("below the median", 2200.0), ("too few", None)):
        peers = PricePeers(found.full.region[-1], None, 1980.0, median, 23 if median else 3, 9)
        yield Specimen("cost", "among_others", state, (among(peers, reader),))


def titles(found: Invented, shelf: Shelf, reader: Reader) -> Iterator[Specimen]:
    """Passports of titles: held under described rules, held without, over, revoked."""
    for nursery in (_described(found, shelf), found.full, found.troubled):
        for one in passports(nursery, found.evidence, shelf.rulebook, reader):
            state = f"{one.badge.tone}, {'described' if one.rules else 'not described'}"
            yield Specimen("passport", "passport", state, (one,), "ul.passports")


def _described(found: Invented, shelf: Shelf) -> Nursery:
    """The full nursery with a title under a scheme of which every step is known."""
    schemes = shelf.rulebook.schemes
    whole = next(key for key, one in schemes.items() if one.procedure and one.supervision)
    title = replace(found.full.recognitions[0], scheme=whole)
    return replace(found.full, recognitions=(title,))


def judged(found: Invented, shelf: Shelf, reader: Reader) -> Iterator[Specimen]:
    """Quality by area, published and not; a clause; classes beside the national rule."""
    for state, nursery in (("published with gaps", found.full), ("not published", found.blank)):
        quality = quality_of(nursery, found.evidence, shelf.standard, reader)
        yield Specimen("quality", "quality_section", state, (quality,))
    clause = Clause("4.1.4", reader.data("示例条款"), REFERENCES[:1])
    yield Specimen("quality", "clause", "with its source", (clause,))
    limits = national_limits(found.full, found.evidence, shelf.limits, reader)
    yield Specimen("limits", "limits_section", "three classes", (limits,))


def past(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """Changes of every kind, a record, who was there before."""
    day = reader.today - timedelta(30)
    source = invented_source(reader.today)
    lines = tuple(
        ChangeLine(
            day=reader.day(day),
            iso=day.isoformat(),
            what=reader.word("change", what),
            tone=what,
            before=reader.as_published("55") if what is What.CHANGED else None,
            after=reader.as_published("60") if what is What.CHANGED else None,
            source=reader.as_published(source.title),
            issuer=reader.as_published(source.issuer),
            href=source.url,
        )
        for what in What
    )
    record = Record(
        kind=reader.as_published("行政处罚"),
        text=reader.as_published("示例：未按规定公示收费"),
        day=reader.day(day),
        outcome=None,
        revoked=None,
        reply=None,
        source=reader.as_published(source.title),
        href=source.url,
    )
    earlier = Predecessor(
        reader.name(found.troubled.name), links.search(reader.locale), reader.day(day)
    )
    records = (record, replace(record, revoked=reader.as_published("已撤销")))
    here = links.search(reader.locale)
    yield Specimen(
        "history", "past", "everything", (History(lines, 3, here, None, (earlier,), records),)
    )
    nearest = (Hit(found.troubled, 320, None, ()), Hit(found.full, 1450, None, ()))
    nearby = neighbours(found.blank, nearest, reader)
    yield Specimen("neighbours", "nearby", "two", (nearby,))
