"""The list of articles: what parents read first, by topic, by region, and searched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.catalogs import ngettext
from nursery_site.pages.policy_cards import PolicyCard, policy_card
from nursery_site.pages.shell import Shell
from nursery_site.policies.article import TOPICS
from nursery_site.policies.library import Library, Policy
from nursery_site.reader import Reader
from nursery_site.reading import Text

FIRST: Final = ("filing", "choosing", "price", "subsidy")
"""The topics of which the first article is offered to who knows nothing yet."""


@dataclass(frozen=True, slots=True)
class PolicyGroup:
    """The articles of a topic or of a division."""

    id: str
    heading: Text
    cards: tuple[PolicyCard, ...]


@dataclass(frozen=True, slots=True)
class PoliciesPage:
    """`found` is `None` where nothing was searched for."""

    template: ClassVar[str] = "pages/policies.html"

    shell: Shell
    action: str
    words: str
    found: tuple[PolicyCard, ...] | None
    count: str
    first: tuple[PolicyCard, ...]
    topics: tuple[PolicyGroup, ...]
    regions: tuple[PolicyGroup, ...]
    which: str
    feed: str


def policies_page(shell: Shell, library: Library, words: str, reader: Reader) -> PoliciesPage:
    """The page model; `words` are what was searched for, or empty."""
    everything = tuple(library.policies.values())
    found = _found(library, words, reader) if words else None
    return PoliciesPage(
        shell=shell,
        action=links.page(reader.locale, "policies"),
        words=words,
        found=found,
        count=ngettext(
            "%(num)s article", "%(num)s articles", len(everything if found is None else found)
        ),
        first=first_cards(library, reader),
        topics=_by_topic(everything, reader),
        regions=_by_region(everything, reader),
        which=links.page(reader.locale, "policies", "which"),
        feed=links.page(reader.locale, "policies.atom"),
    )


def first_cards(library: Library, reader: Reader) -> tuple[PolicyCard, ...]:
    """The articles that parents read first."""
    return _cards(_first(tuple(library.policies.values())), reader)


def _found(library: Library, words: str, reader: Reader) -> tuple[PolicyCard, ...]:
    return tuple(
        policy_card(library.policies[passage.owner], reader, passage)
        for passage in library.passages.search(words)
    )


def _cards(policies: Iterable[Policy], reader: Reader) -> tuple[PolicyCard, ...]:
    return tuple(policy_card(policy, reader) for policy in policies)


def _first(policies: tuple[Policy, ...]) -> tuple[Policy, ...]:
    """Of each of the first topics the broadest article."""
    chosen: list[Policy] = []
    for topic in FIRST:
        of_topic = [policy for policy in policies if policy.article.topics[0] == topic]
        if of_topic:
            chosen.append(max(of_topic, key=_breadth))
    return tuple(chosen)


def _breadth(policy: Policy) -> tuple[bool, int]:
    """An article that is not about one province is broader, and one that answers more."""
    return not policy.is_local, len(policy.article.questions)


def _by_topic(policies: tuple[Policy, ...], reader: Reader) -> tuple[PolicyGroup, ...]:
    """Every article once, under the topic it names first."""
    groups = (
        PolicyGroup(
            f"topic-{topic}",
            Text(reader.word("topic", topic)),
            _cards((one for one in policies if one.article.topics[0] == topic), reader),
        )
        for topic in TOPICS
    )
    return tuple(group for group in groups if group.cards)


def _by_region(policies: tuple[Policy, ...], reader: Reader) -> tuple[PolicyGroup, ...]:
    regions = sorted({region for policy in policies for region in policy.article.regions})
    return tuple(
        PolicyGroup(
            f"region-{region}",
            reader.place([region[:end] for end in range(2, len(region) + 1, 2)]),
            _cards((one for one in policies if region in one.article.regions), reader),
        )
        for region in regions
    )
