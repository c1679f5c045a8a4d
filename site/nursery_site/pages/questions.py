"""What is not published, turned into questions to ask. Unknown is never "no"."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site.reader import Reader
from registry.nursery import Nursery


@dataclass(frozen=True, slots=True)
class Question:
    """A blank and the question that fills it."""

    term: str
    text: str


def questions(nursery: Nursery, reader: Reader) -> tuple[Question, ...]:
    """One question for every blank that matters to a parent, the dearest first."""
    known = {
        "price": nursery.monthly_price,
        "prepay_months": nursery.prepay_months,
        "capacity": nursery.capacity,
        "classes": nursery.classes or nursery.ages,
        "forms": nursery.forms,
        "hours": nursery.hours,
        "staff": nursery.staff,
        "filed": nursery.filed,
        "inclusive": nursery.inclusive(reader.today),
        "address": nursery.address,
        "phones": nursery.phones,
        "floor_area": nursery.floor_area,
    }
    blanks = [key for key, value in known.items() if value in (None, (), {})]
    return tuple(Question(_term(key, reader), reader.word("question", key)) for key in blanks)


def _term(key: str, reader: Reader) -> str:
    return reader.word("staff", "total") if key == "staff" else reader.word("fact", key)
