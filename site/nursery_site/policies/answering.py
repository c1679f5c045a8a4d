"""The article that answers a question, as the search page and the suggestions need it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nursery_site.policies.library import Library, Policy
from registry.keys import name_key
from search_index.passages import Passage
from search_index.suggest import Suggestion

SHORTEST: Final = 2
"""Characters from which on a text is completed to a question."""


def answer(library: Library, text: str) -> tuple[Policy, Passage] | None:
    """The article that answers a question, with its best passage; `None` for a name."""
    found = library.passages.answer(text)
    return None if found is None else (library.policies[found.owner], found)


def suggestions(library: Library, text: str, limit: int = 2) -> tuple[Suggestion, ...]:
    """Articles whose title or question holds what has been typed so far.

    `text` is the title, or the question that begins so; `value` the article's slug.
    """
    key = name_key(text)
    if len(key) < SHORTEST:
        return ()
    found = dict(_beginning(library, key))
    return tuple(Suggestion("policy", said, slug) for slug, said in list(found.items())[:limit])


def _beginning(library: Library, key: str) -> Iterator[tuple[str, str]]:
    for slug, policy in library.policies.items():
        article = policy.article
        said = (article.title, *article.questions, article.english.title)
        held = [one for one in said if key in name_key(one)]
        if held:
            yield slug, next((one for one in held if name_key(one).startswith(key)), held[0])
