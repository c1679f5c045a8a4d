"""An article's body: CommonMark with tables, and four things of ours.

    [^filing-2019]                     a citation of a source of the frontmatter
    [[备案]]  [[备案|已备案]]              a term of the glossary, perhaps in other words
    [text](policy:slug)  [text](search:region=21)
    {{figure nurseries region=5105}}   a figure of our own copy

Raw HTML is text. Each becomes a token of its own, which `rendering` writes for one reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

CITE, TERM, FIGURE = "cite", "term", "figure"

_STRONG: Final = re.compile(r"\*\*(?!\s)([^*\n]+?)(?<!\s)\*\*")

_MARKS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (CITE, re.compile(r"\[\^([^\]\s]+)\]")),
    (TERM, re.compile(r"\[\[([^\[\]|\\]+)(?:\\?\|([^\[\]|]+))?\]\]")),
    (FIGURE, re.compile(r"\{\{figure\s+(\w+)(?:\s+region=(\w+))?\s*\}\}")),
)
LEFT_OVER: Final = re.compile(r"\[\^|\[\[|\]\]|\{\{|\}\}|\*\*")
"""What is only seen in text where one of these was written wrongly."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of the second level; `anchor` is its id on the page."""

    anchor: str
    heading: str
    tokens: tuple[Token, ...]

    def blocks(self) -> Iterator[Token]:
        """Every piece of running text: paragraphs, items, cells."""
        return (token for token in self.tokens if token.type == "inline")


@dataclass(frozen=True, slots=True)
class Body:
    """A body in its sections; what comes before the first heading has an empty one."""

    sections: tuple[Section, ...]

    def inlines(self) -> Iterator[Token]:
        """Every token inside running text."""
        for section in self.sections:
            for block in section.blocks():
                yield from block.children or ()


def read(text: str) -> Body:
    """The body of an article, cut at its headings of the second level."""
    tokens = _parser().parse(text)
    starts = [place for place, token in enumerate(tokens) if _begins(token)]
    pieces = list(zip([0, *starts], [*starts, len(tokens)], strict=True))
    found = [tokens[start:end] for start, end in pieces if end > start]
    return Body(tuple(_section(number, piece) for number, piece in enumerate(found, start=1)))


def plain(block: Token) -> str:
    """The words of a piece of running text, without citations and figures."""
    return "".join(filter(None, map(_words, block.children or ())))


def cited(block: Token) -> tuple[str, ...]:
    """The sources that a piece of running text cites."""
    return tuple(token.content for token in block.children or () if token.type == CITE)


def paragraphs(section: Section) -> Iterator[tuple[str, bool]]:
    """The words of each paragraph, item or table, and whether it cites anything.

    A paragraph that leads to a list or table (it ends with a colon) belongs to what follows.
    """
    words, has_source, inside = "", False, 0
    for token in section.tokens:
        inside += {"table_open": 1, "table_close": -1}.get(token.type, 0)
        if token.type == "inline":
            words, has_source = f"{words} {plain(token)}".strip(), has_source or bool(cited(token))
        led = words.endswith(("：", ":"))
        if words and not inside and not led:
            yield words, has_source
            words, has_source = "", False
    if words:
        yield words, has_source


def term_of(token: Token) -> tuple[str, str]:
    """The glossary's term of a token, and the words that stand for it."""
    term, _, words = token.content.partition("|")
    return term, words or term


def figure_of(token: Token) -> tuple[str, str | None]:
    """Measure and region of a figure's token."""
    measure, _, region = token.content.partition("|")
    return measure, region or None


def links(body: Body) -> Iterator[tuple[str, str]]:
    """Scheme and rest of every link: `("policy", "filing")`, `("https", "//…")`."""
    for token in body.inlines():
        if token.type == "link_open":
            scheme, _, rest = str(token.attrs["href"]).partition(":")
            yield scheme, rest


def _begins(token: Token) -> bool:
    return token.type == "heading_open" and token.tag == "h2"


def _section(number: int, tokens: Sequence[Token]) -> Section:
    headed = _begins(tokens[0])
    heading = plain(tokens[1]) if headed else ""
    return Section(f"s{number}", heading, tuple(tokens[3:] if headed else tokens))


def _words(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return term_of(token)[1] if token.type == TERM else ""


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    for name, pattern in _MARKS:
        parser.inline.ruler.before("link", name, _rule(name, pattern))
    parser.inline.ruler.before("emphasis", "chinese_strong", _strong)
    return parser


def _rule(name: str, pattern: re.Pattern[str]) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own shape
        found = pattern.match(state.src, state.pos)
        if found is None:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.content = "|".join(filter(None, found.groups()))
        state.pos = found.end()
        return True

    return rule


def _strong(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own shape
    """`**…。**` before a Chinese character: CommonMark sees no end there, for want of a space."""
    found = _STRONG.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        end = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = found.span(1)
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = end
    state.pos = found.end()
    return True
