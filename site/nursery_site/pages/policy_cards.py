"""An article as a line of a list, and the one that answers a search, above its result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.locales import Locale
from nursery_site.policies.answering import answer
from nursery_site.policies.library import Library, Policy
from nursery_site.policies.wording import in_script, spoken
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.passages import Passage

AROUND = 36
"""Characters shown on each side of what a question hits."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a passage; `hit` where the question's words stand."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """`pieces` are the passage that was found, in `lang` where that is not the page's.

    `stale` says that the article has not been reviewed for over a year.
    """

    href: str
    title: tuple[Text, ...]
    summary: tuple[Text, ...]
    places: tuple[Text, ...]
    reviewed: str
    stale: str | None
    pieces: tuple[Piece, ...]
    lang: str | None


def policy_card(policy: Policy, reader: Reader, passage: Passage | None = None) -> PolicyCard:
    """One article; `passage` where it was searched for."""
    article = policy.article
    anchor = f"#{passage.place}" if passage and passage.place else ""
    return PolicyCard(
        href=links.page(reader.locale, "policies", policy.slug) + anchor,
        title=spoken(article.title, article.english.title, reader),
        summary=spoken(article.summary, article.english.summary, reader),
        places=tuple(reader.region_text(region) for region in article.regions),
        reviewed=gettext("Reviewed on %(day)s", day=reader.day(article.reviewed)),
        stale=stale(policy, reader),
        pieces=tuple(_pieces(passage, reader)) if passage and passage.text else (),
        lang="zh-Hans" if reader.locale is Locale.EN else None,
    )


def policy_answer(text: str, library: Library, reader: Reader) -> PolicyCard | None:
    """The article that answers what was typed; `None` for a name, and for what none answers."""
    found = answer(library, text)
    return None if found is None else policy_card(found[0], reader, found[1])


def stale(policy: Policy, reader: Reader) -> str | None:
    """The words for an article whose review is over a year old."""
    if not policy.article.is_past_review(reader.today):
        return None
    return gettext("Not reviewed for over a year")


def _pieces(passage: Passage, reader: Reader) -> Iterator[Piece]:
    """The passage around its first hit, cut at the hits.

    It is converted whole and then cut: its words need their neighbours to be read rightly.
    """
    said = in_script(passage.text, reader)
    marks = passage.marks if len(said) == len(passage.text) else ()
    first = marks[0][0] if marks else 0
    start = max(first - AROUND, 0) if first > 2 * AROUND else 0
    end = min(max(first + 2 * AROUND, start + 3 * AROUND), len(said))
    if start:
        yield Piece("…", hit=False)
    at = start
    for left, right in marks:
        if left >= at and right <= end:
            yield from _some(said[at:left], hit=False)
            yield from _some(said[left:right], hit=True)
            at = right
    yield from _some(said[at:end] + ("…" if end < len(said) else ""), hit=False)


def _some(text: str, *, hit: bool) -> Iterator[Piece]:
    if text:
        yield Piece(text, hit)
