"""A whole result as CSV: values as published, blanks for what nobody published, with sources."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Final

from nursery_site import links
from nursery_site.pages.division_csv import LICENCE
from nursery_site.reader import Reader
from registry.ledger.records import Source
from registry.nursery import Nursery
from registry.recognition import Recognition
from registry.spreadsheets import inert, note
from search_index.answer import Hit

MOST: Final = 5000
"""Nurseries of a file at most; it says so where there are more."""

HEADINGS: Final = (
    "id",
    "name",
    "other_names",
    "region",
    "place",
    "address",
    "lat",
    "lng",
    "distance_m",
    "distance2_m",
    "filed",
    "filed_on",
    "inclusive",
    "inclusive_places",
    "capacity",
    "titles",
    "nature",
    "setting",
    "forms",
    "classes",
    "price_min",
    "price_max",
    "phones",
    "as_of",
    "page",
    "sources",
    "fictional",
)

_ROWS: Final = 100
"""Rows of a piece: what is sent at a time."""


def lines(
    hits: Iterable[Hit],
    total: int,
    sources: Mapping[int, Source],
    generation: str,
    origin: str,
    reader: Reader,
) -> Iterator[str]:
    """The file in pieces: a heading, the hits in their order, and lines that begin with `#`.

    With a byte order mark, without which spreadsheets take UTF-8 for something else.
    """
    out = StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    told = {key: f"{one.issuer}《{one.title}》{one.published_on}" for key, one in sources.items()}
    written = 0
    for hit in hits:
        writer.writerow(map(inert, _row(hit, told, origin, reader)))
        written += 1
        if written % _ROWS == 0:
            yield _taken(out)
    for line in (
        f"{written} of {total} nurseries; a file holds {MOST} at most",
        f"{reader.today.isoformat()}, generation {generation}",
        LICENCE,
    ):
        out.write(f"{note(line)}\r\n")
    yield _taken(out)


def _taken(out: StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


def _row(hit: Hit, told: Mapping[int, str], origin: str, reader: Reader) -> list[object]:
    nursery, price = hit.nursery, hit.nursery.monthly_price
    place = nursery.location if nursery.has_distance else None
    return [
        nursery.id,
        nursery.name,
        "；".join(nursery.names[1:]),
        nursery.region[-1],
        " ".join(reader.region_names.get(key, key) for key in nursery.region),
        nursery.address,
        round(place.lat, 6) if place else None,
        round(place.lng, 6) if place else None,
        hit.distance_m,
        hit.distance2_m,
        nursery.filed,
        nursery.filed_on,
        nursery.inclusive(reader.today),
        nursery.inclusive_places,
        nursery.capacity,
        "；".join(_title(title, reader) for title in nursery.recognitions),
        nursery.nature,
        nursery.setting,
        " ".join(nursery.forms),
        " ".join(nursery.classes),
        price.low if price else None,
        price.high if price else None,
        "；".join(nursery.phones),
        nursery.as_of,
        origin + links.nursery(reader.locale, nursery.id),
        _sources(nursery, told),
        "yes" if nursery.fictional else "no",
    ]


def _title(title: Recognition, reader: Reader) -> str:
    """The label as published with the state of today, as its code."""
    return f"{title.label} ({title.state(reader.today)})"


def _sources(nursery: Nursery, told: Mapping[int, str]) -> str:
    return "；".join(told[key] for key in nursery.sources if key in told)
