"""Every article and term of `content/`, read once; what cannot be read is named and left out.

A broken article takes no page with it: the site shows the others, and `flask content check`
says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import frontmatter
import yaml
from pydantic import TypeAdapter, ValidationError

from nursery_site.policies import markup
from nursery_site.policies.article import NEEDS, Article, Need, Term
from search_index.orders import pinyin
from search_index.passages import Passages, Unit

RESERVED: Final = frozenset({"which"})
"""Addresses beside the articles that no article may take."""

_NEED_WORDS: Final[Mapping[Need, str]] = {
    "place": "学位 名额",
    "price": "价格 多少钱",
    "refund": "退费 退钱",
    "subsidy": "补贴 补助",
    "tax": "个税 抵税",
    "visit": "看园 参观",
    "check": "核实 正规",
    "complaint": "投诉 举报",
}
"""What parents type who have one of these needs."""

_GLOSSARY: Final = TypeAdapter(tuple[Term, ...])


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with a file of the content, as a sentence for its editor."""

    file: str
    entry: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.sentence}"


@dataclass(frozen=True)
class Policy:
    """One article with its body."""

    slug: str
    article: Article
    body: markup.Body

    @property
    def is_local(self) -> bool:
        """Whether it speaks of places of one province only."""
        return len({region[:2] for region in self.article.regions}) == 1

    @property
    def file(self) -> str:
        """The file's name below `content/`."""
        return f"policies/{self.slug}.md"


@dataclass(frozen=True)
class Library:
    """The articles by slug, the glossary by term, and what could not be read."""

    policies: Mapping[str, Policy]
    terms: Mapping[str, Term]
    flaws: tuple[Flaw, ...]

    @cached_property
    def slugs(self) -> frozenset[str]:
        """The articles that there are, those that cannot be read included."""
        flawed = (Path(flaw.file) for flaw in self.flaws)
        return frozenset((*self.policies, *(path.stem for path in flawed if path.suffix == ".md")))

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The divisions that articles speak of, the smallest first."""
        named = {region for one in self.policies.values() for region in one.article.regions}
        return tuple(sorted(named, key=lambda region: (-len(region), region)))

    @cached_property
    def passages(self) -> Passages:
        """The articles' words, to be searched."""
        return Passages(unit for policy in self.policies.values() for unit in _units(policy))

    @cached_property
    def readings(self) -> dict[str, tuple[str, ...]]:
        """How each title and question begins in pinyin and in initials, by slug."""
        found = {}
        for slug, policy in self.policies.items():
            said = (policy.article.title, *policy.article.questions)
            syllables = [pinyin([text]).split() for text in said]
            whole = ["".join(one) for one in syllables]
            initials = ["".join(part[0] for part in one) for one in syllables]
            found[slug] = (*whole, *initials)
        return found

    @cached_property
    def explained(self) -> dict[str, str]:
        """The slug of the article behind each badge: by its kind, and by its scheme's key."""
        found: dict[str, str] = {}
        for policy in self.policies.values():
            for key in policy.article.explains:
                found.setdefault(key, policy.slug)
        return found

    def article_for(self, kind: str, scheme: str | None = None) -> Policy | None:
        """The article that explains a badge: of its scheme, else of its kind."""
        slug = self.explained.get(scheme or "") or self.explained.get(kind)
        return None if slug is None else self.policies[slug]


def load(content: Path) -> Library:
    """The library of a content folder; an empty one where there are no articles."""
    flaws: list[Flaw] = []
    policies = {}
    for path in sorted((content / "policies").glob("*.md")):
        found = _read(path)
        if isinstance(found, Policy):
            policies[path.stem] = found
        else:
            flaws += found
    terms = _glossary(content / "glossary.yaml", flaws)
    return Library(policies, terms, tuple(flaws))


def _read(path: Path) -> Policy | list[Flaw]:
    name = f"policies/{path.name}"
    if path.stem in RESERVED:
        return [Flaw(name, "file", f"the address {path.stem} belongs to another page.")]
    try:
        post = frontmatter.loads(path.read_text("utf-8"))
        article = Article.model_validate(post.metadata)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return [Flaw(name, "file", f"it cannot be read: {error}")]
    except ValidationError as error:
        return list(_of_validation(name, error))
    return Policy(path.stem, article, markup.read(post.content))


def _of_validation(name: str, error: ValidationError) -> Iterator[Flaw]:
    found = error.errors(include_url=False)
    for one in found:
        place = one["loc"]
        if any(other["loc"][:-1][: len(place)] == place for other in found if other is not one):
            continue  # an empty list, say, of which the only entry is bad
        entry = ".".join(map(str, place)) or "frontmatter"
        yield Flaw(name, entry, f"{one['msg'].removeprefix('Value error, ')}.")


def _glossary(path: Path, flaws: list[Flaw]) -> dict[str, Term]:
    if not path.exists():
        return {}
    try:
        terms = _GLOSSARY.validate_python(yaml.safe_load(path.read_text("utf-8")) or ())
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        flaws.append(Flaw(path.name, "file", f"it cannot be read: {error}"))
        return {}
    except ValidationError as error:
        flaws += _of_validation(path.name, error)
        return {}
    return {term.term: term for term in terms}


def _units(policy: Policy) -> Iterator[Unit]:
    article, slug = policy.article, policy.slug
    for question in article.questions:
        yield Unit(slug, "question", question)
    for title in (article.title, article.english.title):
        yield Unit(slug, "title", title)
    needs = {need for fact in article.facts if fact.concerns for need in fact.concerns.needs}
    for need in NEEDS:
        if need in needs:
            yield Unit(slug, "need", _NEED_WORDS[need])
    for summary in (article.summary, article.english.summary):
        yield Unit(slug, "summary", summary)
    for section in policy.body.sections:
        yield Unit(slug, "heading", section.heading, section.anchor)
        for block in section.blocks():
            yield Unit(slug, "text", markup.plain(block), section.anchor)
