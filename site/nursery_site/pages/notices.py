"""What a search hides only because nothing is published: said, counted, and one link away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.reader import Reader
from search_index.answer import Answer
from search_index.request import UNPUBLISHED, SearchRequest


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a filter hides only because nothing is published, and the way to see it."""

    text: str
    link: str | None
    href: str | None


def notices(request: SearchRequest, answer: Answer, reader: Reader) -> tuple[Notice, ...]:
    """One notice for each kind of blank that hides nurseries from this search."""
    hidden = answer.hidden
    found = []
    if hidden.without_price:
        text = ngettext(
            "%(num)s more nursery publishes no price and is hidden by the price range.",
            "%(num)s more nurseries publish no price and are hidden by the price range.",
            hidden.without_price,
        )
        wider = links.added(request, "price", UNPUBLISHED)
        show = gettext("Show them too")
        found.append(Notice(text, show, links.search(reader.locale, wider)))
    if hidden.without_age:
        text = ngettext(
            "%(num)s more nursery publishes no ages or classes and is hidden by the child's age.",
            "%(num)s more nurseries publish no ages or classes and are hidden by the child's age.",
            hidden.without_age,
        )
        wider = links.first_page(replace(request, age=None))
        any_age = gettext("Search without the age")
        found.append(Notice(text, any_age, links.search(reader.locale, wider)))
    if hidden.without_place:
        text = ngettext(
            "%(num)s more nursery has no published place on the map and so no distance.",
            "%(num)s more nurseries have no published place on the map and so no distance.",
            hidden.without_place,
        )
        wider = links.first_page(replace(request, within=None))
        any_distance = gettext("Search at any distance")
        found.append(Notice(text, any_distance, links.search(reader.locale, wider)))
    return tuple(found)
