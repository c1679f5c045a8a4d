"""Which nurseries a page about several is asked for, and everything else its URL holds.

Nothing here raises: what cannot be used is dropped, and the page says so. A start point is
rounded before it enters a link, so that no address names a home.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from werkzeug.datastructures import MultiDict

from nursery_site import argument_values as values
from nursery_site import links
from nursery_site.locales import Locale
from search_index.request import Point

MOST_COMPARED: Final = 4
MOST_LISTED: Final = 8
LONGEST_ID: Final = 64
MOST_READ: Final = 40
"""So many ids of one URL are looked at; nobody's list is longer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`ids` are those given, each once, in their order; `repeated` says that one came twice.

    `age` is in months. `text` is what is looked for to be added. `larger` asks for the sheet in
    large print, `differing` for the rows that differ.
    """

    ids: tuple[str, ...] = ()
    repeated: bool = False
    near: Point | None = None
    age: int | None = None
    age_problem: str | None = None
    age_given: str = ""
    text: str = ""
    differing: bool = False
    larger: bool = False

    def link(self, locale: Locale, name: str, *parts: str) -> str:
        """The page `name` for this choice; keys stand in one order, defaults are left out."""
        near = self.near and f"{_degrees(self.near.lat)},{_degrees(self.near.lng)}"
        query = [("id", one) for one in self.ids]
        query += [("near", near)] if near else []
        query += [("age", str(self.age))] if self.age is not None else []
        query += [("only", "differences")] if self.differing else []
        query += [("large", "1")] if self.larger else []
        return links.page(locale, name, *parts, query=query)

    def without(self, nursery_id: str) -> Choice:
        """The choice without one nursery."""
        return replace(self, ids=tuple(one for one in self.ids if one != nursery_id))

    def adding(self, nursery_id: str) -> Choice:
        """The choice with one more nursery."""
        return replace(self, ids=(*self.without(nursery_id).ids, nursery_id), text="")

    def of(self, ids: Iterable[str]) -> Choice:
        """The same wishes for other nurseries."""
        return replace(self, ids=tuple(ids))

    def kept(self, *, aged: bool) -> tuple[tuple[str, str], ...]:
        """Keys and values that a form of the page carries along hidden.

        `aged`: the age as well, where the form has no field of its own for it.
        """
        near = self.near and f"{_degrees(self.near.lat)},{_degrees(self.near.lng)}"
        return (
            *(("id", one) for one in self.ids),
            *((("near", near),) if near else ()),
            *((("age", str(self.age)),) if aged and self.age is not None else ()),
            *((("only", "differences"),) if self.differing else ()),
            *((("large", "1"),) if self.larger else ()),
        )


def parse(given: MultiDict[str, str]) -> Choice:
    """Read a URL's keys.

    >>> parse(MultiDict([("id", "a"), ("id", " a "), ("id", "b"), ("age", "20")])).ids
    ('a', 'b')
    """
    named = [one for part in given.getlist("id")[:MOST_READ] for one in _ids(part)]
    ids = tuple(dict.fromkeys(named))
    asked = given.get("age", "").strip()
    age, problem = _age(asked)
    return Choice(
        ids=ids,
        repeated=len(ids) < len(named),
        near=_near(given.get("near", "")),
        age=age,
        age_problem=problem,
        age_given=asked[:20],
        text=_text(given.get("q", "")),
        differing=given.get("only") == "differences",
        larger=given.get("large") == "1",
    )


def _ids(part: str) -> list[str]:
    """The ids of one value; somebody may paste several with commas, or a nursery's address."""
    pieces = part.replace("，", ",").split(",")
    found = [piece.strip().partition("?")[0].rstrip("/").rpartition("/")[2] for piece in pieces]
    return [one[:LONGEST_ID] for one in found if one]


def _age(asked: str) -> tuple[int | None, str | None]:
    if not asked:
        return None, None
    try:
        return values.whole(0, values.OLDEST, "whole_months")(asked), None
    except values.BadValue as error:
        return None, str(error)


def _near(asked: str) -> Point | None:
    try:
        found = values.point(asked.strip())
    except values.BadValue:
        return None
    return Point(round(found.lat, links.PLACES), round(found.lng, links.PLACES))


def _text(asked: str) -> str:
    return values.text(asked[: values.LONGEST_TEXT])


def _degrees(value: float) -> str:
    return f"{value:.{links.PLACES}f}".rstrip("0").rstrip(".")
