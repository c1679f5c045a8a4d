"""What changed in the lists about one nursery, its records, and who was at its address before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry import fields
from registry.changes import Change, What, changes_of
from registry.editions import Editions
from registry.ledger.records import Claim, Source
from registry.nursery import Nursery
from registry.values.statement import Json
from registry.vocabulary import SourceKind

_ON_NURSERY_PAGE: Final = 4


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: `before` and `after` as published; `tone` is what kind of thing happened."""

    day: str
    iso: str
    what: str
    tone: str
    before: Text | None
    after: Text | None
    source: Text
    issuer: Text
    href: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """A credit or penalty record in the issuer's wording, with what followed as published."""

    kind: Text
    text: Text
    day: str | None
    outcome: Text | None
    revoked: Text | None
    reply: Text | None
    source: Text
    href: str | None


@dataclass(frozen=True, slots=True)
class Predecessor:
    """Another nursery that lists named at the same address, last on `day`."""

    name: Name
    href: str
    day: str


@dataclass(frozen=True, slots=True)
class History:
    """What a nursery's page tells of its past. `left` is said while it is missing on a list."""

    lines: tuple[ChangeLine, ...]
    more: int
    href: str
    left: str | None
    predecessors: tuple[Predecessor, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Every change; `history` holds what the nursery's page tells too."""

    template: ClassVar[str] = "pages/history.html"

    shell: Shell
    name: Name
    back: str
    changes: str
    lines: tuple[ChangeLine, ...]
    history: History


def history_of(
    nursery: Nursery,
    claims: Sequence[Claim],
    sources: Mapping[int, Source],
    earlier: Iterable[tuple[Nursery, str]],
    editions: Editions,
    reader: Reader,
) -> History:
    """A nursery's past. `earlier` are nurseries once named at its address, with the last day."""
    changes = changes_of(claims, sources, editions)
    lines = tuple(change_line(one, sources, reader) for one in changes)
    return History(
        lines=lines[:_ON_NURSERY_PAGE],
        more=max(0, len(lines) - _ON_NURSERY_PAGE),
        href=links.page(reader.locale, "nurseries", nursery.id, "history"),
        left=_left(changes, claims, sources, reader),
        predecessors=tuple(
            Predecessor(reader.name(one.name), links.nursery(reader.locale, one.id), day)
            for one, day in earlier
        ),
        records=tuple(_records(claims, sources, reader)),
    )


def history_page(
    shell: Shell,
    nursery: Nursery,
    claims: Sequence[Claim],
    sources: Mapping[int, Source],
    history: History,
    editions: Editions,
    reader: Reader,
) -> HistoryPage:
    """The page model of everything that changed."""
    changes = changes_of(claims, sources, editions)
    return HistoryPage(
        shell=shell,
        name=reader.name(nursery.name),
        back=links.nursery(reader.locale, nursery.id),
        changes=links.page(reader.locale, "changes"),
        lines=tuple(change_line(one, sources, reader) for one in changes),
        history=history,
    )


def change_line(change: Change, sources: Mapping[int, Source], reader: Reader) -> ChangeLine:
    """One change in words."""
    source = sources[change.source]
    return ChangeLine(
        day=reader.day(change.on),
        iso=change.on.isoformat(),
        what=_what(change, reader),
        tone=change.what,
        before=reader.as_published(change.before) if change.before else None,
        after=reader.as_published(change.after) if change.after else None,
        source=reader.as_published(source.title),
        issuer=reader.as_published(source.issuer),
        href=links.to_web(source.url),
    )


def field_word(field: str, reader: Reader) -> str:
    """What a field of lists is called, members of a family with their own words behind it."""
    family, *members = field.split(".")
    words = [reader.word("change_field", family)]
    for member in members:
        for table in ("value.form", "value.class", "price_item", "staff"):
            said = reader.word(table, member)
            if said != member:
                words.append(said)
                break
    return " · ".join(words)


def _what(change: Change, reader: Reader) -> str:
    if change.what is What.CHANGED and change.field:
        return field_word(change.field, reader)
    if change.what is What.CORRECTED and change.field:
        field = field_word(change.field, reader)
        return gettext("Correction accepted: %(field)s", field=field)
    if change.what is What.TITLE and change.stage:
        return reader.word("stage", change.stage)
    return reader.word("change", change.what)


def _left(
    changes: Iterable[Change],
    claims: Iterable[Claim],
    sources: Mapping[int, Source],
    reader: Reader,
) -> str | None:
    """That the nursery is missing on the newest edition of a list, if it still is."""
    last = next((one for one in changes if one.what is What.LEFT), None)
    kinds = {one.source: sources[one.source].kind for one in claims if one.source in sources}
    filed = [sources[key].as_of for key, kind in kinds.items() if kind is SourceKind.FILING]
    if last is None or max(filed, default=last.on) >= last.on:
        return None
    return gettext(
        "It is no longer on the filing list of %(day)s, and was on the one before. "
        "That says neither that it closed nor why; ask the authority.",
        day=reader.day(last.on),
    )


def _records(
    claims: Iterable[Claim], sources: Mapping[int, Source], reader: Reader
) -> Iterable[Record]:
    told = [one for one in claims if one.field == fields.CREDIT and one.source in sources]
    for claim in sorted(told, key=lambda one: (one.as_of, one.id), reverse=True):
        value, source = claim.value, sources[claim.source]
        if isinstance(value, dict):
            said = {key: _published(value.get(key), reader) for key in value}
            day = value.get("on")
            yield Record(
                kind=said.get("kind") or Text(reader.word("source", source.kind)),
                text=said["text"] or Text(""),
                day=reader.published_date(str(day)) if day else None,
                outcome=said.get("outcome"),
                revoked=said.get("revoked"),
                reply=said.get("reply"),
                source=reader.as_published(source.title),
                href=links.to_web(source.url),
            )


def _published(value: Json, reader: Reader) -> Text | None:
    return reader.as_published(str(value)) if value else None
