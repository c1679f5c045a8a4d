"""The article that answers a question, as the search page and the suggestions need it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from nursery_site.policies.library import Library, Policy
from registry.keys import fold, name_key
from registry.places.divisions import Divisions
from search_index.passages import Passage
from search_index.suggest import Suggestion

ALIKE: Final = 0.7
"""The share of the best answer's score from which on another article answers as well."""

SHORTEST: Final = 2
"""Characters from which on a text is completed to a question."""


def answer(library: Library, text: str) -> tuple[Policy, Passage] | None:
    """The article that answers a question, with its best passage; `None` for a name.

    What one province rules answers a question about the country only where nothing else does;
    a place that the question names is no part of what is asked there.
    """
    asked, named = fold(text), set[str]()
    for region in library.regions:
        for name in _spellings(region):
            if name in asked:
                asked = asked.replace(name, " ")
                named.add(region)
    answers = library.passages.answers(asked)
    alike = [one for one in answers if one.score >= ALIKE * answers[0].score]
    found = [(library.policies[one.owner], one) for one in alike]
    return min(found, key=lambda one: _nearness(one[0], named), default=None)


def _nearness(policy: Policy, named: set[str]) -> int:
    """0 for articles about a named place, 1 for broad ones, 2 for those of another province."""
    if named.intersection(policy.article.regions):
        return 0
    return 2 if policy.is_local else 1


@cache
def _spellings(region: str) -> tuple[str, ...]:
    """What a division is called, folded, the longest first."""
    divisions = Divisions()
    known = divisions.spellings(region) if divisions.get(region) else ()
    return tuple(sorted(map(fold, known), key=len, reverse=True))


def suggestions(library: Library, text: str, limit: int = 2) -> tuple[Suggestion, ...]:
    """Articles whose title or question holds what has been typed so far, or begins so in pinyin.

    `text` is the title, or the question that begins so; `value` the article's slug.
    """
    key = name_key(text)
    if len(key) < SHORTEST:
        return ()
    found = sorted(_holding(library, key), key=lambda one: one[0])
    return tuple(Suggestion("policy", said, slug) for _, said, slug in found[:limit])


def _holding(library: Library, key: str) -> Iterator[tuple[int, str, str]]:
    """Articles with what of them holds a key: 0 where it begins so, 1 by pinyin, 2 inside it."""
    latin = key.isascii() and key.isalpha()
    for slug, policy in library.policies.items():
        article = policy.article
        said = (article.title, *article.questions, article.english.title)
        begun = next((one for one in said if name_key(one).startswith(key)), None)
        if begun is not None:
            yield 0, begun, slug
        elif latin and any(one.startswith(key) for one in library.readings[slug]):
            yield 1, article.title, slug
        elif (held := next((one for one in said if key in name_key(one)), None)) is not None:
            yield 2, held, slug
