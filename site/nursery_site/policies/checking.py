"""What an editor has to put right in `content/`: one human sentence for each finding.

An error fails `flask content check`; a warning is only said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

from markdown_it.token import Token

from nursery_site.policies import markup
from nursery_site.policies.library import Library, Policy
from nursery_site.policies.searches import named_search
from registry.vocabulary import RecognitionKind
from search_index.figures import MEASURES

Rule = Literal[
    "unreadable",
    "source",
    "unused",
    "link",
    "term",
    "figure",
    "markup",
    "date",
    "uncited",
    "review",
]
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
WARNINGS: Final = frozenset[Rule]({"unused", "uncited"})

BADGES: Final = frozenset({"filed", "founder", *RecognitionKind})
"""The badges that an article can explain, beside the keys of schemes."""

_NUMBER: Final = re.compile(
    r"\d|[二三四五六七八九十百千万]+(?=个工作日|个月|年|天|日内|周岁|倍|成|元)|一(?=个月|年内)"
)
_QUOTED: Final = re.compile(r"“[^”]*”")
"""Words to say to a nursery, or names: a number in them states nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`entry` is where in the file; the sentence says what is wrong."""

    rule: Rule
    file: str
    entry: str
    sentence: str

    @property
    def warns(self) -> bool:
        """Whether it is said only."""
        return self.rule in WARNINGS

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.sentence}"


def check(
    library: Library, today: date, divisions: Collection[str], schemes: Collection[str]
) -> tuple[Finding, ...]:
    """Everything that is wrong with the content on a day, file by file."""
    found = [Finding("unreadable", one.file, one.entry, one.sentence) for one in library.flaws]
    for policy in library.policies.values():
        found += _Checker(library, policy, divisions, schemes).findings(today)
    return (*found, *_of_terms(library))


def _of_terms(library: Library) -> Iterator[Finding]:
    for term in library.terms.values():
        if term.article is not None and term.article not in library.slugs:
            sentence = f"its article {term.article} does not exist."
            yield Finding("link", "glossary.yaml", term.term, sentence)


@dataclass(frozen=True)
class _Checker:
    """Checks one article."""

    library: Library
    policy: Policy
    divisions: Collection[str]
    schemes: Collection[str]

    def findings(self, today: date) -> Iterator[Finding]:
        yield from self._sources()
        yield from self._dates(today)
        yield from self._frontmatter_links()
        yield from self._regions()
        yield from self._body()

    def _find(self, rule: Rule, entry: str, sentence: str) -> Finding:
        return Finding(rule, self.policy.file, entry, sentence)

    def _sources(self) -> Iterator[Finding]:
        article = self.policy.article
        cited = {token.content for token in self.policy.body.inlines() if token.type == markup.CITE}
        named = {fact.source for fact in article.facts}
        named |= {step.source for step in article.timeline}
        for source in article.sources:
            if source.id not in cited | named:
                yield self._find(
                    "unused", f"source {source.id}", "nothing in the article cites it."
                )
        known = {source.id for source in article.sources}
        for missing in sorted(cited - known):
            yield self._find("source", f"[^{missing}]", "no source of the frontmatter has this id.")

    def _dates(self, today: date) -> Iterator[Finding]:
        article = self.policy.article
        if article.is_past_review(today):
            yield self._find(
                "review",
                "reviewed",
                f"it was last reviewed on {article.reviewed}, over a year ago.",
            )
        if article.reviewed > today:
            yield self._find("date", "reviewed", f"{article.reviewed} is still to come.")
        if article.since and article.until and article.until < article.since:
            yield self._find("date", "until", "it ends before it begins.")
        for fact in article.facts:
            if fact.as_of > today:
                yield self._find("date", f"fact {fact.id}", f"as_of {fact.as_of} is still to come.")

    def _frontmatter_links(self) -> Iterator[Finding]:
        article = self.policy.article
        for slug in article.related:
            if slug not in self.library.slugs or slug == self.policy.slug:
                yield self._find(
                    "link", f"related {slug}", "there is no other article of that name."
                )
        for search in article.searches:
            yield from self._search(f"search {search.text}", search.query)
        for key in article.explains:
            if key not in BADGES and key not in self.schemes:
                yield self._find("link", f"explains {key}", "no badge and no scheme is called so.")

    def _search(self, entry: str, query: str) -> Iterator[Finding]:
        asked = named_search(query)
        for key in asked.ignored:
            yield self._find("link", entry, f"our search knows no key {key}.")
        for problem in asked.problems:
            yield self._find("link", entry, f"{problem.key} cannot be {problem.value}.")
        for region in asked.request.choices.get("region", ()):
            if region not in self.divisions:
                yield self._find("link", entry, f"there is no division {region}.")
        for scheme in asked.request.choices.get("scheme", ()):
            if scheme not in self.schemes:
                yield self._find("link", entry, f"there is no scheme {scheme}.")

    def _regions(self) -> Iterator[Finding]:
        article = self.policy.article
        named = [("regions", region) for region in article.regions]
        named += [(f"fact {fact.id}", fact.region) for fact in article.facts if fact.region]
        for entry, region in named:
            if region not in self.divisions:
                yield self._find("link", entry, f"there is no division {region}.")

    def _body(self) -> Iterator[Finding]:
        if not self.policy.body.sections:
            yield self._find("markup", "body", "it is empty.")
        for section in self.policy.body.sections:
            where = f"section {section.heading}" if section.heading else "the beginning"
            for block in section.blocks():
                yield from self._block(where, block.content, block.children or [])
            yield from self._uncited(where, section)
        for scheme, rest in markup.links(self.policy.body):
            yield from self._link(scheme, rest)

    def _block(self, where: str, source: str, tokens: list[Token]) -> Iterator[Finding]:
        for token in tokens:
            if token.type == markup.TERM and markup.term_of(token)[0] not in self.library.terms:
                term = markup.term_of(token)[0]
                yield self._find("term", where, f"the glossary has no term {term}.")
            elif token.type == markup.FIGURE:
                yield from self._figure(where, *markup.figure_of(token))
            elif token.type == "image":
                yield self._find("markup", where, "pictures are not shown.")
            elif token.type == "text" and markup.LEFT_OVER.search(token.content):
                yield self._find("markup", where, f"a mark is not closed in: {source[:40]}")

    def _figure(self, where: str, measure: str, region: str | None) -> Iterator[Finding]:
        if measure not in MEASURES:
            yield self._find("figure", where, f"our copy has no measure {measure}.")
        if region is not None and region not in self.divisions:
            yield self._find("figure", where, f"there is no division {region}.")

    def _uncited(self, where: str, section: markup.Section) -> Iterator[Finding]:
        """Numbers beside no citation; a table is one paragraph, its lead-in included."""
        for words, cited in markup.paragraphs(section):
            if not cited and _NUMBER.search(_QUOTED.sub("", words)):
                yield self._find("uncited", where, f"a number without a source: {words[:40]}")

    def _link(self, scheme: str, rest: str) -> Iterator[Finding]:
        entry = f"link {scheme}:{rest}"
        if scheme == "policy" and rest not in self.library.slugs:
            yield self._find("link", entry, "there is no article of that name.")
        elif scheme == "search":
            yield from self._search(entry, rest)
        elif scheme not in ("policy", "http", "https"):
            yield self._find("link", entry, "it leads to no page of ours and to none of the web.")
