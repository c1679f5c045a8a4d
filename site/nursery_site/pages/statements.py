"""Three short statements: how results are ordered, privacy, accessibility.

What can be read from the code is: weights, facts, orders and cookies are its own tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from search_index.orders import FACTS
from search_index.request import SORTS
from search_index.schema import WEIGHTS

RANKING_DOCUMENT: Final = "docs/ranking.md"
"""Where the same is written in full, with its formula."""


@dataclass(frozen=True, slots=True)
class Line:
    """A thing and what is said of it."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class RankingPage:
    """`fields` hold the weight of each text field, `facts` what counts as published."""

    template: ClassVar[str] = "pages/ranking.html"

    shell: Shell
    fields: tuple[Line, ...]
    facts: str
    sorts: tuple[Line, ...]
    document: str


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    """`cookies` are all that the site ever sets."""

    template: ClassVar[str] = "pages/privacy.html"

    shell: Shell
    cookies: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """`corrections` leads to where a barrier can be reported beside any other error."""

    template: ClassVar[str] = "pages/accessibility.html"

    shell: Shell
    larger: str


def ranking_page(shell: Shell, reader: Reader) -> RankingPage:
    """The page model: the tables of `docs/ranking.md` in the reader's words."""
    return RankingPage(
        shell=shell,
        fields=tuple(
            Line(reader.word("text_field", field), reader.number(weight))
            for field, weight in WEIGHTS.items()
        ),
        facts=reader.list(reader.word("complete_fact", fact) for fact in FACTS),
        sorts=tuple(
            Line(reader.word("sort", sort), reader.word("sort_note", sort)) for sort in SORTS
        ),
        document=RANKING_DOCUMENT,
    )


def privacy_page(shell: Shell, cookies: tuple[str, ...], reader: Reader) -> PrivacyPage:
    """The page model. `cookies` are the names of the cookies that the site sets."""
    lines = tuple(Line(name, reader.word("cookie", name)) for name in cookies)
    return PrivacyPage(shell=shell, cookies=lines)


def accessibility_page(shell: Shell, reader: Reader) -> AccessibilityPage:
    """The page model, with the switch of 关怀版 at hand."""
    back = links.page(reader.locale, "accessibility")
    return AccessibilityPage(
        shell=shell, larger=links.care(reader.locale, larger=not shell.larger, back=back)
    )


def titles() -> dict[str, str]:
    """The title of each statement, by the last part of its address."""
    return {
        "ranking": gettext("How results are ordered"),
        "privacy": gettext("Privacy"),
        "accessibility": gettext("Accessibility"),
    }
