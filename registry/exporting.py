"""Every nursery as CSV or JSON lines, as resolved, for whoever works with the data elsewhere."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from registry.nursery import Nursery, to_json
from registry.places.divisions import Divisions
from registry.spreadsheets import inert

COLUMNS = (
    "id",
    "name",
    "other_names",
    "region",
    "region_name",
    "address",
    "lat",
    "lng",
    "credit_code",
    "filed",
    "filed_on",
    "nature",
    "setting",
    "forms",
    "classes",
    "capacity",
    "inclusive",
    "inclusive_places",
    "price_min",
    "price_max",
    "star",
    "phones",
    "as_of",
    "fictional",
)


def as_csv(nurseries: Iterable[Nursery], divisions: Divisions, on: date, out: TextIO) -> int:
    """Write one line a nursery under `COLUMNS` and return how many; what is unknown is empty."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    count = 0
    for nursery in nurseries:
        writer.writerow([inert(cell) for cell in _line(nursery, divisions, on)])
        count += 1
    return count


def as_json(nurseries: Iterable[Nursery], out: TextIO) -> int:
    """Write one JSON document a line, each a whole `Nursery`, and return how many."""
    count = 0
    for nursery in nurseries:
        out.write(f"{to_json(nursery).decode()}\n")
        count += 1
    return count


def _line(nursery: Nursery, divisions: Divisions, on: date) -> tuple[object, ...]:
    price, place, inclusive = nursery.monthly_price, nursery.location, nursery.inclusive(on)
    district = nursery.region[-1] if nursery.region else ""
    return (
        nursery.id,
        nursery.name,
        "|".join(nursery.names[1:]),
        district,
        divisions.full_name(district) if district else "",
        nursery.address,
        place.lat if place else None,
        place.lng if place else None,
        nursery.credit_code,
        nursery.filed,
        nursery.filed_on,
        nursery.nature,
        nursery.setting,
        "|".join(nursery.forms),
        "|".join(nursery.classes),
        nursery.capacity,
        inclusive,
        nursery.inclusive_places,
        price.low if price else None,
        price.high if price else None,
        nursery.star(on),
        "|".join(nursery.phones),
        nursery.as_of,
        nursery.fictional,
    )
