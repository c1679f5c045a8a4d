"""Divisions as CSV: plain numbers, blanks for what nobody published, and whose facts they are."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO
from typing import Final

from nursery_site.pages.measures import Measures
from registry.ledger.records import Figure, Source
from registry.spreadsheets import inert, note
from registry.vocabulary import Level

LICENCE: Final = (
    "Facts published by Chinese authorities, copied with their sources; free to use, naming the "
    "issuers. Counts are of this copy and are no official statistics."
)

HEADINGS: Final = (
    "region",
    "name",
    "nurseries",
    "filed",
    "places",
    "places_published_by",
    "places_of_filed",
    "population",
    "population_as_of",
    "population_source",
    "places_per_thousand",
    "children_under_3",
    "children_as_of",
    "children_source",
    "inclusive",
    "inclusive_said_of",
    "inclusive_places",
    "price_median",
    "price_low",
    "price_high",
    "prices",
    "income",
    "income_as_of",
    "income_source",
    "price_share_of_income",
    *(f"demonstration_{level}" for level in Level),
    "demonstration_without_level",
    "demonstration_named",
    "pilots",
    "pilots_named",
    "completeness",
    "fictional",
)


def as_csv(
    divisions: Iterable[Measures],
    names: Mapping[str, str],
    sources: Mapping[int, Source],
    today: date,
    *,
    fictional: bool,
) -> str:
    """The divisions in their order, a heading first; the last lines begin with `#`.

    With a byte order mark, without which spreadsheets take UTF-8 for something else.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for one in divisions:
        writer.writerow(_row(one, names, sources, fictional=fictional))
    out.write(f"{note(today.isoformat())}\r\n{note(LICENCE)}\r\n")
    return "\ufeff" + out.getvalue()


def _row(
    one: Measures, names: Mapping[str, str], sources: Mapping[int, Source], *, fictional: bool
) -> list[object]:
    counts, fees = one.counts, one.counts.fees[None]
    values: list[object] = [
        counts.region,
        names.get(counts.region, ""),
        counts.nurseries,
        counts.filed if one.says_filing else None,
        counts.places if counts.places_known else None,
        counts.places_known,
        counts.filed_places if counts.places_known else None,
        *_figure(one.population, sources, 0),
        _rounded(one.per_thousand, 3),
        *_figure(one.children, sources, 0),
        counts.inclusive if counts.inclusive_known else None,
        counts.inclusive_known,
        counts.inclusive_places if counts.inclusive_places_known else None,
        _rounded(fees.median, 2),
        _rounded(fees.low, 2),
        _rounded(fees.high, 2),
        fees.published,
        *_figure(one.income, sources, 2),
        _rounded(one.income_share, 4),
        *map(one.of_level, Level),
        None if one.demonstration is None else counts.demonstration_unlevelled,
        None if one.demonstration is None else counts.demonstration_named,
        one.pilots,
        None if one.pilots is None else counts.pilots_named,
        _rounded(counts.completeness, 4),
        "yes" if fictional else "no",
    ]
    return list(map(inert, values))


def _figure(
    figure: Figure | None, sources: Mapping[int, Source], digits: int
) -> tuple[object, object, object]:
    """A published figure with its day and whose it is; blanks where nobody published one."""
    if figure is None:
        return None, None, None
    source = sources[figure.source]
    value = round(figure.value, digits) if digits else round(figure.value)
    return value, figure.as_of, f"{source.issuer}：{source.title}"


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
