"""Which policies concern me: four questions, and the clauses that apply, by need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.search import Field
from nursery_site.pages.shell import Shell
from nursery_site.pages.which_clauses import NeedGroup, need_groups
from nursery_site.policies.article import NEEDS, RESIDENCES, Need
from nursery_site.policies.concerning import Concern, Family
from nursery_site.reader import Reader
from nursery_site.reading import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a question."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class City:
    """A city of the list."""

    value: str
    text: Text
    chosen: bool


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its cities, as a group of the list."""

    text: Text
    cities: tuple[City, ...]


@dataclass(frozen=True, slots=True)
class WhichPage:
    """`groups` is `None` before anything was asked; `local` says what we hold of the place."""

    template: ClassVar[str] = "pages/which.html"

    shell: Shell
    action: str
    back: str
    provinces: tuple[Province, ...]
    age: Field
    residences: tuple[Choice, ...]
    needs: tuple[Choice, ...]
    problems: tuple[str, ...]
    local: tuple[Text, ...] | None
    groups: tuple[NeedGroup, ...] | None


def which_page(
    shell: Shell,
    family: Family,
    age: Field,
    found: Mapping[Need, tuple[Concern, ...]] | None,
    problems: tuple[str, ...],
    reader: Reader,
) -> WhichPage:
    """The page model; `found` is `None` where nothing was asked."""
    return WhichPage(
        shell=shell,
        action=links.page(reader.locale, "policies", "which"),
        back=links.page(reader.locale, "policies"),
        provinces=_provinces(family.region, reader),
        age=age,
        residences=(
            Choice("", gettext("Either, or not sure"), family.residence is None),
            *(
                Choice(value, reader.word("residence", value), value == family.residence)
                for value in RESIDENCES
            ),
        ),
        needs=tuple(
            Choice(need, reader.word("need", need), need in family.needs) for need in NEEDS
        ),
        problems=problems,
        local=None if found is None else _local(family.region, found, reader),
        groups=None if found is None else need_groups(found, reader),
    )


def city_keys(names: Iterable[str]) -> tuple[str, ...]:
    """The keys of provinces and cities among division keys, each province before its cities."""
    return tuple(sorted(key for key in names if len(key) in (2, 4)))


def _provinces(chosen: str | None, reader: Reader) -> tuple[Province, ...]:
    inside: dict[str, list[str]] = {}
    for key in city_keys(reader.region_names):
        inside.setdefault(key[:2], []).extend(_offered(key, reader))
    return tuple(
        Province(
            reader.region_text(province),
            tuple(City(key, reader.region_text(key), key == chosen) for key in keys),
        )
        for province, keys in inside.items()
    )


def _offered(key: str, reader: Reader) -> tuple[str, ...]:
    """A province or city; for the counties that no city governs, these themselves."""
    if not reader.fills_a_level(key):
        return (key,)
    if not reader.is_ungoverned(key):
        return ()
    return tuple(sorted(one for one in reader.region_names if len(one) == 6 and one[:4] == key))


def _local(
    region: str | None, found: Mapping[Need, tuple[Concern, ...]], reader: Reader
) -> tuple[Text, ...]:
    if region is None:
        said = gettext("No city was chosen: only what holds for the whole country is listed.")
    elif any(one.fact.region for ones in found.values() for one in ones):
        said = gettext(
            "Clauses of %(place)s come first, then those of the whole country.",
            place=reader.region(region),
        )
    else:
        said = gettext(
            "We hold no source of %(place)s’s own rules on this: what follows holds for the whole "
            "country. There may be local rules; ask the county’s health authority.",
            place=reader.region(region),
        )
    return reader.reading.marked(said, reader.locale)
