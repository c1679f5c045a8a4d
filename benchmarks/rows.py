"""What the peers and brute force are given: a nursery as a row of terms, values and numbers.

The terms are those of `search_index.analysis`, so that all engines search the same text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

from benchmarks.corpus import TODAY
from registry.nursery import Nursery
from registry.vocabulary import HELD, Level, RecognitionKind
from search_index.analysis import Analyzer
from search_index.orders import completeness
from search_index.request import UNPUBLISHED

FACETS: Final = (
    *("form", "class", "price", "nature", "setting", "filed", "vacancy"),
    *("inclusive", "demo", "demo_state", "star", "scheme"),
)
EARTH_RADIUS: Final = 6_371_008.8


@dataclass(frozen=True, slots=True)
class Row:
    """One nursery as the peers index it. Numbers nobody published are -1, a place unknown `None`.

    `values` has the values of each of `FACETS`, `point` is a unit vector.
    """

    number: int
    name: str
    terms: list[str]
    region: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    price: int
    capacity: int
    complete: int
    place: tuple[float, float] | None
    point: tuple[float, float, float]


def row_of(number: int, nursery: Nursery, names: dict[str, str], analyzer: Analyzer) -> Row:
    """The row of one nursery, as of `corpus.TODAY`."""
    place = nursery.location if nursery.has_distance else None
    price = nursery.monthly_price
    street = (nursery.address, nursery.street, nursery.community)
    return Row(
        number,
        nursery.name,
        [
            *analyzer.name_terms([nursery.name]),
            *analyzer.name_terms(nursery.names[1:]),
            *analyzer.address_terms(names[key] for key in nursery.region),
            *analyzer.address_terms(part for part in street if part),
            *analyzer.words(nursery.description or ""),
        ],
        nursery.region,
        tuple(_values(nursery)),
        -1 if price is None or price.low is None else int(price.low),
        -1 if nursery.capacity is None else nursery.capacity,
        completeness(nursery),
        None if place is None else (place.lat, place.lng),
        (0.0, 0.0, 0.0) if place is None else unit_vector(place.lat, place.lng),
    )


def unit_vector(lat: float, lng: float) -> tuple[float, float, float]:
    """A place on the sphere, from degrees."""
    phi, theta = radians(lat), radians(lng)
    return (cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi))


def chord_square(kilometres: float) -> float:
    """The square of the chord of the unit sphere under an arc."""
    half = 2 * sin(kilometres * 1000 / EARTH_RADIUS / 2)
    return half * half


def _values(nursery: Nursery) -> Iterator[tuple[str, ...]]:
    demos = nursery.states(RecognitionKind.DEMONSTRATION, TODAY)
    kinds = (RecognitionKind.STAR, RecognitionKind.GRADE)
    graded = [one for kind in kinds for one in nursery.states(kind, TODAY)]
    star = nursery.star(TODAY)
    inclusive = nursery.inclusive(TODAY)
    found: tuple[Iterable[object], ...] = (
        nursery.forms,
        nursery.classes,
        ("published",) if nursery.monthly_price else (),
        (nursery.nature,) if nursery.nature else (),
        (nursery.setting,) if nursery.setting else (),
        (nursery.filed,) if nursery.filed else (),
        ("yes",) if nursery.vacancy else (),
        () if inclusive is None else (inclusive,),
        {title.level for title, state in demos if state in HELD and title.level in set(Level)},
        {state for _, state in demos},
        () if star is None else (star,),
        {title.scheme for title, state in graded if state in HELD},
    )
    for values in found:
        said = tuple(sorted(map(str, values)))
        yield said or (UNPUBLISHED,)
