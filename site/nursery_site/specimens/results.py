"""What a result of a search is made of: cards, filters, map, paging, and what was understood."""

from __future__ import annotations

from collections.abc import Iterator

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.card import card
from nursery_site.pages.choices import choosing, own_choice
from nursery_site.pages.chosen import Addition, Finder, Troubles
from nursery_site.pages.facets import Facet
from nursery_site.pages.facets import Option as Value
from nursery_site.pages.filing_match import match_of
from nursery_site.pages.ladder import Rung
from nursery_site.pages.map import Circle, Move, ResultMap, Scale, Sign
from nursery_site.pages.meanings import Option, Which
from nursery_site.pages.paging import paging
from nursery_site.pages.search import Field
from nursery_site.reader import Reader
from nursery_site.reading import Text
from nursery_site.specimens.invented import Invented
from nursery_site.specimens.specimen import Specimen
from registry.vocabulary import Form
from search_index.answer import Hit
from search_index.filing import FilingMatch
from search_index.maps import HEIGHT, WIDTH


def cards(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """A nursery of which much is known, one of which nothing is, one in trouble."""
    for one, state in (
        (found.full, "much is known"),
        (found.blank, "nothing is known"),
        (found.troubled, "in trouble"),
    ):
        shown = card(Hit(one, 850, None, ("distance",)), reader)
        yield Specimen("card", "body", state, (shown.body.make(),), "article.card")
    yield Specimen("choosing", "choose", "not ticked", ("full",))
    yield Specimen("choosing", "choosing_bar", "shown", (choosing(None, 20, reader),))
    yield Specimen("choosing", "choose_links", "of one nursery", (own_choice("full", reader),))


def filters(reader: Reader) -> Iterator[Specimen]:
    """A facet closed, open and refused; numbers; a start point."""
    wrong = gettext("A whole number from %(least)s to %(most)s.", least=0, most=36)
    for state, problem, is_open in (
        ("open, one chosen", None, True),
        ("closed", None, False),
        ("refused", wrong, True),
    ):
        yield Specimen("facet", "facet", state, (_facet(problem, reader, is_open=is_open),))
    value = _values(reader)[0]
    yield Specimen("facet", "option", "chosen", ("form", value), "ul.options")
    yield Specimen("facet", "options", "a long list", (_facet(None, reader, is_open=True),))
    label, unit = gettext("Age of your child"), gettext("months")
    yield Specimen("facet", "number", "empty", ("months", label, Field("", None), unit))
    yield Specimen("facet", "number", "refused", ("months", label, Field("x", wrong), unit))
    place = reader.word("facet", "region")
    yield Specimen("facet", "point", "filled in", ("point", place, Field("31.31,120.63", None)))
    yield Specimen("facet", "point", "refused", ("point", place, Field("x", wrong)))


def understood(reader: Reader) -> Iterator[Specimen]:
    """Questions back, other spellings, and the ladder."""
    search = links.search(reader.locale)
    place = reader.data("示例区")
    asked = gettext("Which “%(phrase)s” do you mean?", phrase="示例")
    options = (
        Option(place, search, reader.number(42)),
        Option(reader.data("示例新区"), None, gettext("Not covered here")),
    )
    question = Which(reader.reading.marked(asked, reader.locale), options)
    yield Specimen("meanings", "which", "two places", (question,))
    yield Specimen("meanings", "spellings", "one correction", (options[:1],))
    rung = Rung((Text(reader.value("form", Form.HOURLY)),), search, reader.number(7))
    title = gettext("One condition less brings")
    yield Specimen("meanings", "ladder", "two rungs", ((rung, rung), title))
    yield Specimen("paging", "paging", "in the middle", (paging(400, 7, 20, lambda _: search),))
    yield Specimen("paging", "paging", "first page", (paging(60, 1, 20, lambda _: search),))


def maps(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """Numbers, a cluster, a start point with its rings."""
    search = links.search(reader.locale)
    name = found.full.name
    said = reader.distance(500)
    lang = reader.as_published(name).lang
    moves = (("closer", gettext("Closer")), ("wider", gettext("Wider")))
    shown = ResultMap(
        width=WIDTH,
        height=HEIGHT,
        points=(
            Sign(120, 140, 13, "1", f"1 {name}", search, lang),
            Sign(260, 240, 17, "2+1", f"2 {name}", search, lang),
        ),
        clusters=(Sign(300, 90, 19, "42", gettext("Closer"), search),),
        dots="M60 60h0M340 300h0",
        rings=(Circle(190, 190, 90, said, (190, 280)),),
        starts=((190, 190),),
        scale=Scale(80, said),
        moves=tuple(Move(kind, text, search) for kind, text in moves),
        lines=(said,),
        whole=search,
        hide=search,
    )
    yield Specimen("map", "result_map", "moved", (shown,))


def choices(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """What stands above a comparison that lacks something, and the box for one more."""
    compare = links.page(reader.locale, "compare")
    name, place = reader.name(found.full.name), reader.data("示例区")
    one = (Addition(name, place, compare),)
    yield Specimen("chosen", "troubles", "everything", (Troubles(("nix",), one, repeated=True),))
    box = gettext("Name, place, or what you are looking for")
    for state, typed, matched in (
        ("suggesting", "", one),
        ("found", "示例", one),
        ("nothing found", "xyz", ()),
    ):
        found_here = Finder(compare, (), typed, matched, nothing=typed == "xyz")
        yield Specimen("chosen", "finder", state, (found_here, box))
    first = Finder(compare, (), "", (), nothing=False)
    search = links.search(reader.locale)
    yield Specimen("chosen", "adding", "to some", (first, one, search))
    yield Specimen("chosen", "adding", "the first", (first, (), search))


def matches(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """What a filing check says of nurseries with much, with nothing, and in trouble."""
    for one, state in (
        (found.full, "much is known"),
        (found.blank, "nothing is known"),
        (found.troubled, "in trouble"),
    ):
        hit = FilingMatch(one, "name")
        said = match_of(hit, lambda _: ((), {}), reader)
        yield Specimen("match", "match", state, (said,), "ol.check__matches")


def _values(reader: Reader) -> tuple[Value, ...]:
    counts = (120, 42, 7, 0)
    return tuple(
        Value(
            form,
            Text(reader.value("form", form)),
            reader.number(count),
            selected=place == 0,
            disabled=count == 0,
        )
        for place, (form, count) in enumerate(zip(Form, counts, strict=True))
    )


def _facet(problem: str | None, reader: Reader, *, is_open: bool) -> Facet:
    values = _values(reader)
    name = reader.word("facet", "form")
    return Facet("form", name, values[:2], values[2:], is_open, 1, problem)
