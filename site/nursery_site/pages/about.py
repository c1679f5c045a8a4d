"""The page about the data: what the copy covers, how results are ordered, and the API."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.pages.coverage import CoverageLine, coverage_lines
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Coverage, Source
from search_index.request import SORTS, SearchRequest

NEWEST_SOURCES = 12


@dataclass(frozen=True, slots=True)
class SourceTitle:
    """A list the copy was made from."""

    title: Text
    issuer: Text
    published: str
    href: str | None


@dataclass(frozen=True, slots=True)
class SortLine:
    """A sort, and how it treats what is not published."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """`sources` holds the newest ones; `sources_total` counts all."""

    template: ClassVar[str] = "pages/about.html"

    shell: Shell
    generation: str
    built: str
    coverage: tuple[CoverageLine, ...]
    sources: tuple[SourceTitle, ...]
    sources_total: str
    sorts: tuple[SortLine, ...]
    api: str


def about_page(
    shell: Shell,
    coverage: Iterable[Coverage],
    sources: Iterable[Source],
    generation: str,
    built: str,
    reader: Reader,
) -> AboutPage:
    """The page model of the data as they are today."""
    newest = sorted(sources, key=lambda source: (source.published_on, source.id))[::-1]
    return AboutPage(
        shell=shell,
        generation=generation,
        built=built,
        coverage=coverage_lines(coverage, reader),
        sources=tuple(_source(source, reader) for source in newest[:NEWEST_SOURCES]),
        sources_total=reader.number(len(newest)),
        sorts=tuple(
            SortLine(reader.word("sort", sort), reader.word("sort_note", sort)) for sort in SORTS
        ),
        api=links.api_search(SearchRequest(), reader.locale),
    )


def _source(source: Source, reader: Reader) -> SourceTitle:
    return SourceTitle(
        title=reader.as_published(source.title),
        issuer=reader.as_published(source.issuer),
        published=reader.day(source.published_on),
        href=links.to_web(source.url),
    )
