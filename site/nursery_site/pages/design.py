"""The living page of the design: every component in every state, by the macros the pages use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from markupsafe import Markup

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.evidence import SourceLine
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.specimens import documents, one_nursery, results, words_and_badges
from nursery_site.specimens.invented import invented
from nursery_site.specimens.specimen import Shelf, Specimen


@dataclass(frozen=True, slots=True)
class Shown:
    """A specimen as it was rendered, with the name of its macro, such as `badge.badge`.

    `id` is what the specimen is named by and does not hold: on a page, a caption has it.
    """

    id: str | None
    macro: str
    state: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Part:
    """Specimens that belong together; `id` is the anchor of the part."""

    id: str
    heading: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class DesignPage:
    """`form` is the id of an empty form to which boxes belong; `colours` and `sizes` are tokens.
    `sheets` are those that only some pages have, `sources` those that references lead to.
    """

    template: ClassVar[str] = "pages/design.html"

    shell: Shell
    sheets: tuple[str, ...]
    larger: str
    form: str
    colours: tuple[str, ...]
    sizes: tuple[str, ...]
    parts: tuple[Part, ...]
    sources: tuple[SourceLine, ...]


COLOURS: Final = (
    *("paper", "surface", "sunken", "line", "edge", "ink", "ink-soft"),
    *("accent", "accent-deep", "accent-soft", "accent-faint", "on-accent"),
    *("waits", "waits-soft", "broken", "broken-soft", "focus"),
)
_ON_EVERY_PAGE: Final = frozenset({"tokens.css", "page.css", "components.css", "print.css"})
SIZES: Final = ("display", "title-1", "title-2", "title-3", "large", "body", "small")


def design_page(
    shell: Shell,
    sheets: tuple[str, ...],
    shelf: Shelf,
    render: Callable[[Specimen], Markup],
    reader: Reader,
) -> DesignPage:
    """The page model. `sheets` are the names of all sheets, `render` calls a specimen's macro."""
    own = _OwnIds()
    back = links.page(reader.locale, "design")
    return DesignPage(
        shell=shell,
        sheets=tuple(sheet for sheet in sheets if sheet not in _ON_EVERY_PAGE),
        larger=links.care(reader.locale, larger=not shell.larger, back=back),
        form=words_and_badges.FORM,
        colours=COLOURS,
        sizes=SIZES,
        parts=tuple(
            Part(id_, heading, tuple(_shown(one, render, own) for one in specimens))
            for id_, heading, specimens in _parts(shelf, reader)
        ),
        sources=invented(reader).evidence.sources(),
    )


def _parts(shelf: Shelf, reader: Reader) -> Iterator[tuple[str, str, Iterable[Specimen]]]:
    found = invented(reader)
    wrong = gettext("A whole number from %(least)s to %(most)s.", least=0, most=36)
    boxes = (*words_and_badges.boxes(), words_and_badges.refused_box("***", wrong))
    yield "texts", gettext("Texts and sources"), words_and_badges.words(reader)
    yield "badges", gettext("Badges"), words_and_badges.badge_states(found, reader)
    yield "boxes", gettext("The search box"), boxes
    yield "cards", gettext("Cards and choosing"), results.cards(found, reader)
    yield "filters", gettext("Filters"), results.filters(reader)
    yield "understood", gettext("Questions back, and pages"), results.understood(reader)
    yield "maps", gettext("Map"), results.maps(found, reader)
    yield "matches", gettext("Verify"), results.matches(found, reader)
    yield "chosen", gettext("Comparing"), results.choices(found, reader)
    yield "money", gettext("Costs"), one_nursery.money(found, reader)
    yield "passports", gettext("Passports of titles"), one_nursery.titles(found, shelf, reader)
    yield "judged", gettext("Quality and classes"), one_nursery.judged(found, shelf, reader)
    yield "pasts", gettext("Changes and neighbours"), one_nursery.past(found, reader)
    yield "notices", gettext("Notices"), documents.notices(found, reader)
    yield "policies", gettext("Policies"), documents.policies(reader)
    yield "divisions", gettext("Figures of divisions"), documents.divisions(reader)


def _shown(specimen: Specimen, render: Callable[[Specimen], Markup], own: _OwnIds) -> Shown:
    html = own.made(render(specimen))
    return Shown(own.lacking(html), f"{specimen.file}.{specimen.macro}", specimen.state, html)


_ID: Final = re.compile(r'\bid="([^"]+)"')
_NAMED_BY: Final = re.compile(r'\baria-labelledby="([^" ]+)')
_NAMING: Final = re.compile(
    r'\b(id|for|form|aria-labelledby|aria-describedby|data-copy|data-months)="([^"]+)"'
    r'|\bhref="#([^"]+)"'
)


class _OwnIds:
    """Lets one component stand on a page many times: an id that is taken gets a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def made(self, html: Markup) -> Markup:
        """The same HTML, none of whose ids another has; what names them inside names them still."""
        ids = _ID.findall(html)
        new = {one: self._free(one) for one in ids if one in self._taken}
        self._taken |= {new.get(one, one) for one in ids}

        def renamed(found: re.Match[str]) -> str:
            attribute, names, anchor = found.groups()
            if anchor is not None:
                return f'href="#{new.get(anchor, anchor)}"'
            said = " ".join(new.get(name, name) for name in names.split())
            return f'{attribute}="{said}"'

        return Markup(_NAMING.sub(renamed, html))  # noqa: S704 - our own macros' HTML

    def lacking(self, html: Markup) -> str | None:
        """The first id by which something here is named that nothing has so far; it is taken."""
        id_ = next((one for one in _NAMED_BY.findall(html) if one not in self._taken), None)
        self._taken |= {id_} if id_ else set()
        return id_

    def _free(self, id_: str) -> str:
        number = 2
        while f"{id_}-{number}" in self._taken:
            number += 1
        return f"{id_}-{number}"
