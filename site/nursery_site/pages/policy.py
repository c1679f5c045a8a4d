"""One article: what it means, its sections with numbered sources, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.locales import Locale
from nursery_site.pages.evidence import Reference
from nursery_site.pages.policy_cards import PolicyCard, policy_card, stale
from nursery_site.pages.policy_live import LiveSearch, live_figure, live_searches
from nursery_site.pages.policy_sources import PolicySource, policy_source
from nursery_site.pages.policy_structured import article_document
from nursery_site.pages.shell import Shell
from nursery_site.policies.article import Article
from nursery_site.policies.library import Library, Policy
from nursery_site.policies.rendering import Rendering
from nursery_site.policies.wording import spoken, worded
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.values.statement import Json
from search_index.generation import Generation


@dataclass(frozen=True, slots=True)
class PolicySection:
    """What stands under one heading."""

    anchor: str
    heading: tuple[Text, ...]
    html: Markup


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A word of the article that explains itself; `href` leads to the article about it."""

    id: str
    term: tuple[Text, ...]
    text: tuple[Text, ...]
    href: str | None


@dataclass(frozen=True, slots=True)
class PolicyStep:
    """One step of a procedure."""

    step: tuple[Text, ...]
    text: tuple[Text, ...]
    day: str | None
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class PolicyFact:
    """A statement of the article with the day it is of."""

    text: tuple[Text, ...]
    place: Text | None
    as_of: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, and the list of its articles."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """`original` is the Chinese title on an English page; `body` the body's language there."""

    template: ClassVar[str] = "pages/policy.html"

    shell: Shell
    back: str
    title: tuple[Text, ...]
    original: Text | None
    summary: tuple[Text, ...]
    topics: tuple[Topic, ...]
    places: tuple[Text, ...]
    force: str | None
    reviewed: str
    stale: str | None
    body: str | None
    sections: tuple[PolicySection, ...]
    steps: tuple[PolicyStep, ...]
    searches: tuple[LiveSearch, ...]
    facts: tuple[PolicyFact, ...]
    sources: tuple[PolicySource, ...]
    terms: tuple[ExplainedTerm, ...]
    related: tuple[PolicyCard, ...]
    structured: dict[str, Json]


def policy_page(
    shell: Shell, policy: Policy, library: Library, generation: Generation, reader: Reader
) -> PolicyPage:
    """The page model of an article; its figures and counts are those of `generation`."""
    article = policy.article
    english = reader.locale is Locale.EN
    rendering = Rendering(policy, library, reader, live_figure(generation, reader))
    sections = tuple(
        PolicySection(section.anchor, worded(section.heading, reader), rendering.html(section))
        for section in policy.body.sections
    )
    return PolicyPage(
        shell=shell,
        back=links.page(reader.locale, "policies"),
        title=spoken(article.title, article.english.title, reader),
        original=reader.as_published(article.title) if english else None,
        summary=spoken(article.summary, article.english.summary, reader),
        topics=tuple(_topics(article, reader)),
        places=tuple(reader.region_text(region) for region in article.regions),
        force=_force(article.since, article.until, reader),
        reviewed=gettext("Reviewed on %(day)s", day=reader.day(article.reviewed)),
        stale=stale(policy, reader),
        body="zh-Hans" if english else None,
        sections=sections,
        steps=tuple(_steps(article, reader)),
        searches=live_searches(article, generation, reader),
        facts=tuple(_facts(article, reader)),
        sources=tuple(policy_source(article, source, reader) for source in article.sources),
        terms=tuple(_terms(rendering, library, reader)),
        related=_related(policy, library, reader),
        structured=article_document(policy, shell.canonical or "", reader),
    )


def _topics(article: Article, reader: Reader) -> Iterator[Topic]:
    listing = links.page(reader.locale, "policies")
    for topic in article.topics:
        # Only the first is a heading of the list.
        anchor = f"#topic-{article.topics[0]}" if topic == article.topics[0] else ""
        yield Topic(reader.word("topic", topic), f"{listing}{anchor}")


def _force(since: date | None, until: date | None, reader: Reader) -> str | None:
    if since is None and until is None:
        return None
    if until is None:
        return gettext("In force since %(day)s", day=reader.day(since)) if since else None
    if until < reader.today:
        return gettext("In force until %(day)s, no longer today", day=reader.day(until))
    if since is None:
        return gettext("In force until %(day)s", day=reader.day(until))
    return gettext("In force: %(days)s", days=reader.days(since, until))


def _reference(article: Article, source: str) -> tuple[Reference, ...]:
    number = article.number(source)
    return () if number is None else (Reference(number, f"#source-{number}"),)


def _steps(article: Article, reader: Reader) -> Iterator[PolicyStep]:
    for step in article.timeline:
        day = gettext("by %(day)s", day=reader.day(step.when)) if step.when else None
        references = _reference(article, step.source)
        yield PolicyStep(worded(step.step, reader), worded(step.text, reader), day, references)


def _facts(article: Article, reader: Reader) -> Iterator[PolicyFact]:
    for fact in article.facts:
        place = reader.region_text(fact.region) if fact.region else None
        references = _reference(article, fact.source)
        yield PolicyFact(worded(fact.text, reader), place, reader.day(fact.as_of), references)


def _terms(rendering: Rendering, library: Library, reader: Reader) -> Iterator[ExplainedTerm]:
    for place, name in enumerate(rendering.terms, start=1):
        term = library.terms[name]
        known = term.article in library.policies and term.article != rendering.policy.slug
        yield ExplainedTerm(
            id=f"term-{place}",
            term=worded(term.term, reader),
            text=spoken(term.text, term.english, reader),
            href=links.page(reader.locale, "policies", str(term.article)) if known else None,
        )


def _related(policy: Policy, library: Library, reader: Reader) -> tuple[PolicyCard, ...]:
    found = (library.policies.get(slug) for slug in policy.article.related)
    return tuple(policy_card(one, reader) for one in found if one is not None)
