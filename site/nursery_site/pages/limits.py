"""The published classes, places and carers beside what the national rule allows.

It shows both and judges neither: lists count places and staff in ways of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.evidence import Evidence, Reference
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry import fields
from registry.limits import ClassLimit, Limits
from registry.nursery import Nursery
from registry.vocabulary import AgeClass

ARTICLE = "class-sizes-and-ratios"


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class type: how many the nursery publishes, and the rule's numbers in words."""

    name: str
    published: str | None
    references: tuple[Reference, ...]
    ages: str
    children: str
    carers: str


@dataclass(frozen=True, slots=True)
class NationalLimits:
    """`sums` compare what all published classes together allow with what is published."""

    lines: tuple[ClassLine, ...]
    sums: tuple[str, ...]
    title: Text
    document: Text
    issuer: Text
    copy: bool
    article: str


def national_limits(
    nursery: Nursery, evidence: Evidence, limits: Limits, reader: Reader
) -> NationalLimits | None:
    """The rule for the published classes; `None` where no class is published."""
    counted = {AgeClass(key) for key, count in nursery.class_counts.items() if count}
    shown = [one for one in AgeClass if one in counted or one in nursery.classes]
    if not shown:
        return None
    return NationalLimits(
        lines=tuple(_line(one, nursery, evidence, limits.classes[one], reader) for one in shown),
        sums=_sums(nursery, limits, reader),
        title=reader.as_published(limits.title),
        document=reader.as_published(limits.document),
        issuer=reader.as_published(limits.issuer),
        copy=limits.verified == "V-copy",
        article=links.page(reader.locale, "policies", ARTICLE),
    )


def _line(
    one: AgeClass, nursery: Nursery, evidence: Evidence, limit: ClassLimit, reader: Reader
) -> ClassLine:
    count = nursery.class_counts.get(one)
    if limit.until is None:
        ages = gettext("from %(age)s", age=reader.months(limit.first))
    else:
        ages = reader.ages(limit.first, limit.until)
    return ClassLine(
        name=reader.value("class", one),
        published=None if not count else ngettext("%(num)s class", "%(num)s classes", count),
        references=evidence.references(f"{fields.CLASS_COUNT}.{one}") if count else (),
        ages=ages,
        children=ngettext("at most %(num)s child", "at most %(num)s children", limit.children),
        carers=gettext("not set nationally")
        if limit.per_carer is None
        else gettext("1 carer for at most %(num)s", num=limit.per_carer),
    )


def _sums(nursery: Nursery, limits: Limits, reader: Reader) -> tuple[str, ...]:
    """Only where the number of every class is published: a part of them allows no sum."""
    counts = {AgeClass(key): count for key, count in nursery.class_counts.items() if count}
    if not counts or set(nursery.classes) - set(counts):
        return ()
    children = sum(limits.classes[one].children * count for one, count in counts.items())
    said = [
        gettext(
            "These classes hold at most %(children)s children by the rule.",
            children=reader.number(children),
        )
    ]
    if nursery.capacity is not None:
        said.append(
            gettext(
                "Approved places published: %(places)s.", places=reader.number(nursery.capacity)
            )
        )
    needs = [(limits.classes[one].carers, count) for one, count in counts.items()]
    if all(carers is not None for carers, _ in needs):
        carers = sum((each or 0) * count for each, count in needs)
        said.append(
            gettext(
                "If every class is full, it takes at least %(carers)s carers at a time.",
                carers=reader.number(carers),
            )
        )
    if (staff := nursery.staff.get("care")) is not None:
        said.append(gettext("Carers published: %(carers)s.", carers=reader.number(staff)))
    return tuple(said)
