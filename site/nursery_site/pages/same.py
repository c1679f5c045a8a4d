"""What several places of one operator have in common, and in what they differ.

Compared is what stands in the nursery, not how it is said. A value that nobody published is
neither the same nor different: such a trait is "partly" published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nursery_site.catalogs import gettext
from nursery_site.pages.badges import title_text
from nursery_site.pages.card import month_price
from nursery_site.pages.scores import by, cell
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery
from registry.vocabulary import Assessor

Verdict: TypeAlias = Literal["same", "differs", "partly", "unpublished"]
Say: TypeAlias = Callable[[Nursery, Reader], tuple[Text, ...]]
"""What a place has of a trait, in a reader's words; empty where nobody published it."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One line of the comparison: what each place has, in the order of the places."""

    term: str
    verdict: Verdict
    cells: tuple[tuple[Text, ...], ...]


def traits(nurseries: Sequence[Nursery], reader: Reader) -> tuple[Trait, ...]:
    """Every trait, in the order in which parents ask."""
    return tuple(
        Trait(term, _verdict(values), values)
        for term, say in _traits(reader)
        if (values := tuple(say(nursery, reader) for nursery in nurseries))
    )


def _verdict(values: Sequence[tuple[Text, ...]]) -> Verdict:
    published = [value for value in values if value]
    if not published:
        return "unpublished"
    if len(set(published)) > 1:
        return "differs"
    return "same" if len(published) == len(values) else "partly"


def _traits(reader: Reader) -> Iterator[tuple[str, Say]]:
    yield reader.word("fact", "address"), _address
    yield reader.word("fact", "price"), _price
    yield reader.word("fact", "capacity"), _capacity
    yield reader.word("fact", "inclusive"), _inclusive
    yield gettext("Titles"), _titles
    yield reader.word("fact", "forms"), lambda n, r: _all(r.all_of("form", n.forms))
    yield reader.word("fact", "classes"), lambda n, r: _all(r.all_of("class", n.classes))
    yield reader.word("fact", "hours"), lambda n, r: (r.data(n.hours),) if n.hours else ()
    yield reader.word("fact", "filed"), lambda n, r: _all(n.filed and r.value("filed", n.filed))
    yield reader.word("fact", "nature"), lambda n, r: _all(n.nature and r.value("nature", n.nature))
    yield (
        reader.word("fact", "setting"),
        lambda n, r: _all(n.setting and r.value("setting", n.setting)),
    )
    yield gettext("Self-assessed total"), lambda n, r: _sum(n, Assessor.SELF, r)
    yield (
        gettext("Authority's total"),
        lambda n, r: _sum(n, Assessor.AUTHORITY, r),
    )


def _all(words: str | None) -> tuple[Text, ...]:
    return (Text(words),) if words else ()


def _address(nursery: Nursery, reader: Reader) -> tuple[Text, ...]:
    return (reader.as_published(nursery.address),) if nursery.address else ()


def _price(nursery: Nursery, reader: Reader) -> tuple[Text, ...]:
    return _all(month_price(nursery, reader))


def _capacity(nursery: Nursery, reader: Reader) -> tuple[Text, ...]:
    return () if nursery.capacity is None else (Text(reader.number(nursery.capacity)),)


def _inclusive(nursery: Nursery, reader: Reader) -> tuple[Text, ...]:
    value = nursery.inclusive(reader.today)
    return () if value is None else (Text(reader.value("inclusive", value)),)


def _titles(nursery: Nursery, reader: Reader) -> tuple[Text, ...]:
    told = []
    for title in nursery.recognitions:
        state = title.state(reader.today)
        if state is not None:
            words = title_text(title, reader)
            told.append(Text(f"{words.text} · {reader.word('state', state)}", words.lang))
    return tuple(told)


def _sum(nursery: Nursery, assessor: Assessor, reader: Reader) -> tuple[Text, ...]:
    assessment = by(nursery, assessor)
    if assessment is None or (said := cell(assessment.sum, reader).text) is None:
        return ()
    if assessment.total is None:
        said = gettext("%(points)s, added up here from the areas", points=said)
    return (Text(said),)
