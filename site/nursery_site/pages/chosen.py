"""The nurseries a page about several stands on: who was found, who was not, who can be added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nursery_site import links
from nursery_site.choosing import Choice
from nursery_site.pages.difference_words import LETTERS
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.nursery import Nursery


@dataclass(frozen=True, slots=True)
class Chosen:
    """`unknown` ids are in no list of ours; `left_out` are more than a page takes."""

    nurseries: tuple[Nursery, ...]
    unknown: tuple[str, ...]
    left_out: tuple[Nursery, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One of the nurseries of the page, and the page without it."""

    id: str
    letter: str
    name: Name
    district: Text
    href: str
    remove: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A nursery that can be added, or was left out; `href` is the page with it."""

    name: Name
    district: Text
    href: str


@dataclass(frozen=True, slots=True)
class Finder:
    """A box to look for one more. `kept` are the keys its form carries along.

    `found` are the matches of `value`, or suggestions where nothing was looked for; `nothing`
    says that nothing matches.
    """

    action: str
    kept: tuple[tuple[str, str], ...]
    value: str
    found: tuple[Addition, ...]
    nothing: bool


@dataclass(frozen=True, slots=True)
class Troubles:
    """What of the URL could not be used, each kind for a sentence of its own."""

    unknown: tuple[str, ...]
    left_out: tuple[Addition, ...]
    repeated: bool


def members(chosen: Chosen, choice: Choice, name: str, reader: Reader) -> tuple[Member, ...]:
    """The nurseries of the page `name` in their order."""
    return tuple(
        Member(
            id=nursery.id,
            letter=letter,
            name=reader.name(nursery.name),
            district=reader.within_province(nursery.region),
            href=links.nursery(reader.locale, nursery.id),
            remove=choice.without(nursery.id).link(reader.locale, name),
        )
        for letter, nursery in zip(LETTERS, chosen.nurseries, strict=False)
    )


def additions(
    nurseries: Iterable[Nursery], choice: Choice, name: str, reader: Reader
) -> tuple[Addition, ...]:
    """Nurseries with the page `name` that also holds them."""
    return tuple(
        Addition(
            name=reader.name(nursery.name),
            district=reader.within_province(nursery.region),
            href=choice.adding(nursery.id).link(reader.locale, name),
        )
        for nursery in nurseries
    )


def troubles(chosen: Chosen, choice: Choice, name: str, reader: Reader) -> Troubles:
    """What the page `name` says of what it could not use; a nursery left out can take a turn."""
    first = [nursery.id for nursery in chosen.nurseries]
    instead = choice.of(first[:-1])
    return Troubles(
        chosen.unknown, additions(chosen.left_out, instead, name, reader), choice.repeated
    )


def finder(
    choice: Choice, name: str, found: Iterable[Nursery], reader: Reader, *, room: bool
) -> Finder | None:
    """The box, `None` where the page has no room for another."""
    if not room:
        return None
    here = tuple(one for one in found if one.id not in choice.ids)
    return Finder(
        action=links.page(reader.locale, name),
        kept=choice.kept(aged=True),
        value=choice.text,
        found=additions(here, choice, name, reader),
        nothing=bool(choice.text) and not here,
    )
