"""An article's body as HTML for one reader.

Readers of Traditional characters get it converted; titles of documents (《…》) stay as published
and are marked. What comes out is cleaned once more: only the elements below reach a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.policies import markup
from nursery_site.policies.library import Library, Policy
from nursery_site.policies.searches import named_search
from nursery_site.policies.wording import worded
from nursery_site.reader import Reader
from nursery_site.reading import Text

_TEXT: Final = ("a", "blockquote", "br", "button", "code", "em", "hr", "p", "pre", "span", "strong")
_LISTS: Final = ("h3", "h4", "li", "ol", "ul")
_TABLES: Final = ("div", "table", "tbody", "td", "th", "thead", "tr")
ELEMENTS: Final = frozenset((*_TEXT, *_LISTS, *_TABLES))
_ATTRIBUTES: Final = {
    "*": {"class", "lang"},
    "a": {"href", "rel", "aria-label"},
    "button": {"type", "popovertarget"},
    "div": {"role", "tabindex", "aria-label"},
    "ol": {"start"},
    "th": {"scope"},
}

LiveFigure = Callable[[str, str | None], tuple[Text, ...]]
"""The words for a figure of our own copy, by its measure and its division."""


@dataclass
class Rendering:
    """One article for one reader. `terms` are those met so far, in their order."""

    policy: Policy
    library: Library
    reader: Reader
    figure: LiveFigure
    terms: list[str] = field(default_factory=list)

    def html(self, section: markup.Section) -> Markup:
        """A section without its heading."""
        renderer, options = _writer()
        written = renderer.render(section.tokens, options, {"rendering": self, "open": []})
        clean = nh3.clean(str(written), tags=set(ELEMENTS), attributes=_ATTRIBUTES, link_rel=None)
        return Markup(clean)  # noqa: S704 - cleaned on the line above

    def text(self, text: str) -> str:
        """Words, marked where their language differs from the page's."""
        if self.reader.locale == "en":
            return str(escape(text))  # the whole body is marked as Chinese
        return "".join(map(_marked, worded(text, self.reader)))

    def cite(self, source: str) -> str:
        """The number of a source; nothing for one that is missing."""
        number = self.policy.article.number(source)
        if number is None:
            return ""
        label = escape(gettext("Source %(number)s", number=number))
        lang = escape(self.reader.tag)
        return (
            f'<a class="ref" href="#source-{number}" lang="{lang}" aria-label="{label}">'
            f"{number}</a>"
        )

    def term(self, term: str, words: str) -> str:
        """A word that explains itself when it is pressed; plain where the glossary lacks it."""
        if term not in self.library.terms:
            return self.text(words)
        if term not in self.terms:
            self.terms.append(term)
        target = f"term-{self.terms.index(term) + 1}"
        inside = self.text(words)
        return f'<button type="button" class="term" popovertarget="{target}">{inside}</button>'

    def live(self, measure: str, region: str | None) -> str:
        """A figure of our own copy, in the reader's language."""
        said = "".join(map(_marked, self.figure(measure, region)))
        return f'<span class="live" lang="{escape(self.reader.tag)}">{said}</span>'

    def link(self, href: str) -> str | None:
        """Where a link leads; `None` for an article or a scheme that we do not have."""
        scheme, _, rest = href.partition(":")
        if scheme == "policy":
            found = rest in self.library.policies
            return links.page(self.reader.locale, "policies", rest) if found else None
        if scheme == "search":
            return links.search(self.reader.locale, named_search(rest).request)
        return links.to_web(href)


class _Html(RendererHTML):
    """Writes our tokens; markdown-it finds a rule by the name of its method."""

    def text(self, tokens: Sequence[Token], idx: int, _options: Any, env: EnvType) -> str:
        return _of(env).text(tokens[idx].content)

    def cite(self, tokens: Sequence[Token], idx: int, _options: Any, env: EnvType) -> str:
        return _of(env).cite(tokens[idx].content)

    def term(self, tokens: Sequence[Token], idx: int, _options: Any, env: EnvType) -> str:
        return _of(env).term(*markup.term_of(tokens[idx]))

    def figure(self, tokens: Sequence[Token], idx: int, _options: Any, env: EnvType) -> str:
        return _of(env).live(*markup.figure_of(tokens[idx]))

    def image(self, tokens: Sequence[Token], idx: int, _options: Any, env: EnvType) -> str:
        return _of(env).text(tokens[idx].content)  # pictures of others are never asked for

    def link_open(self, tokens: Sequence[Token], idx: int, _options: Any, env: EnvType) -> str:
        href = _of(env).link(str(tokens[idx].attrs["href"]))
        env["open"].append("span" if href is None else "a")
        if href is None:
            return "<span>"
        outside = ' rel="noopener noreferrer external"' if links.to_web(href) else ""
        return f'<a href="{escape(href)}"{outside}>'

    def link_close(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: EnvType) -> str:
        return f"</{env['open'].pop()}>"

    def th_open(self, _tokens: Sequence[Token], _idx: int, _options: Any, _env: EnvType) -> str:
        return '<th scope="col">'

    def table_open(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: EnvType) -> str:
        label = escape(gettext("Table"))
        lang = escape(_of(env).reader.tag)
        return (
            f'<div class="scroll" role="region" tabindex="0" lang="{lang}" aria-label="{label}">'
            f"<table{_chinese(env)}>"
        )

    def table_close(self, _tokens: Sequence[Token], _idx: int, _options: Any, _env: EnvType) -> str:
        return "</table></div>"


@cache
def _writer() -> tuple[_Html, OptionsDict]:
    """What writes every section; all that differs is in its `env`."""
    parser = MarkdownIt("commonmark")
    return _Html(parser), parser.options


def _of(env: EnvType) -> Rendering:
    found: Rendering = env["rendering"]
    return found


def _chinese(env: EnvType) -> str:
    return ' lang="zh-Hans"' if _of(env).reader.locale == "en" else ""


def _marked(text: Text) -> str:
    if text.lang is None:
        return str(escape(text.text))
    return f'<span lang="{escape(text.lang)}">{escape(text.text)}</span>'
