"""How many a result holds, in words: all of it, the filed ones, and what a button leads to."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import ngettext
from nursery_site.reader import Reader
from search_index.answer import Answer
from search_index.request import SearchRequest


@dataclass(frozen=True, slots=True)
class OnlyFiled:
    """How many of a result are filed, and the search for these alone."""

    text: str
    href: str


def count_text(total: int) -> str:
    """The result's own count."""
    return ngettext("%(num)s nursery", "%(num)s nurseries", total)


def view_text(total: int) -> str:
    """What the button says that leads to so many."""
    return ngettext("View %(num)s nursery", "View %(num)s nurseries", total)


def only_filed(answer: Answer, asked: SearchRequest, reader: Reader) -> OnlyFiled | None:
    """Said where nothing was chosen about filing and not every nursery of the result is filed."""
    filed = sum(one.count for one in answer.facets.get("filed", ()) if one.value == "yes")
    if asked.choices.get("filed") or not 0 < filed < answer.total:
        return None
    text = ngettext("%(num)s of them is filed.", "%(num)s of them are filed.", filed)
    return OnlyFiled(text, links.search(reader.locale, links.chosen(asked, "filed", "yes")))
