"""What a search leaves out, words or blanks: said, counted, and where it can be, a link away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.words import not_understood
from nursery_site.reader import Reader
from search_index.answer import Answer
from search_index.request import UNPUBLISHED, SearchRequest


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the search leaves out, and the way to see it, where there is one."""

    text: str
    link: str | None
    href: str | None


def notices(request: SearchRequest, answer: Answer, reader: Reader) -> tuple[Notice, ...]:
    """What gave no word, and one notice for each kind of blank that hides nurseries."""
    hidden = answer.hidden
    lost = not_understood(request.text, answer.words)
    found = []
    if lost:
        text = gettext("Not understood: %(words)s", words=" ".join(lost))
        found.append(Notice(text, None, None))
    if hidden.without_price:
        text = ngettext(
            "%(num)s more nursery publishes no price and is hidden by the price range.",
            "%(num)s more nurseries publish no price and are hidden by the price range.",
            hidden.without_price,
        )
        wider = links.added(request, "price", UNPUBLISHED)
        found.append(_notice(text, gettext("Show them too"), wider, reader))
    if hidden.without_age:
        text = ngettext(
            "%(num)s more nursery publishes no ages or classes and is hidden by the child's age.",
            "%(num)s more nurseries publish no ages or classes and are hidden by the child's age.",
            hidden.without_age,
        )
        wider = links.first_page(replace(request, age=None))
        found.append(_notice(text, gettext("Search without the age"), wider, reader))
    if hidden.without_place:
        text = ngettext(
            "%(num)s more nursery has no published place on the map and so no distance.",
            "%(num)s more nurseries have no published place on the map and so no distance.",
            hidden.without_place,
        )
        wider = links.first_page(replace(request, within=None))
        found.append(_notice(text, gettext("Search at any distance"), wider, reader))
    return tuple(found)


def _notice(text: str, link: str, wider: SearchRequest, reader: Reader) -> Notice:
    return Notice(text, link, links.search(reader.locale, wider))
