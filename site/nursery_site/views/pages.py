"""The pages a parent sees, each under its locale."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from flask import Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from nursery_site import links
from nursery_site.arguments import as_shown, parse
from nursery_site.catalogs import gettext
from nursery_site.cost_arguments import cost_choice
from nursery_site.examples import examples
from nursery_site.pages.about import about_page
from nursery_site.pages.beside import NEAREST, WITHIN, peer_class
from nursery_site.pages.home import Counted, cities_of, home_page, provinces_of
from nursery_site.pages.nursery import Beside, nursery_page, summary
from nursery_site.pages.policy_cards import policy_answer
from nursery_site.pages.search import search_page, sentence
from nursery_site.question import question
from nursery_site.settings import in_china
from nursery_site.stores import stores
from nursery_site.submitted import TYPED, submitted
from nursery_site.views import caching, visit
from nursery_site.views.history import past_of
from nursery_site.views.localised import localised
from nursery_site.ways import ways
from nursery_site.wishes import WISH, spoken
from registry.values.problems import Reason
from search_index.request import SearchRequest

pages = localised("pages", __name__)


@pages.get("/")
def home() -> Response:
    """One box and the places."""
    if unchanged := caching.unchanged():
        return unchanged
    reader, current = visit.reader(), visit.generation()
    shell = visit.frame(
        reader,
        gettext("Find a filed nursery near you"),
        description=gettext(
            "What is officially published about nurseries for children under three."
        ),
    )
    everything = current.search(SearchRequest(per_page=1))
    places = current.search(provinces_of(everything))
    if (districts := cities_of(places)) is not None:
        places = current.search(districts)
    newest = max((source.as_of for source in visit.published_lists()), default=None)
    divisions = places.facets["region"]
    filed = next((one.count for one in everything.facets["filed"] if one.value == "yes"), 0)
    counted = Counted(everything.total, filed, divisions, newest)
    tried = examples(current, divisions, reader)
    page = home_page(shell, tried, counted, visit.notices(), stores().policies, reader)
    return visit.render(page)


@pages.get("/nurseries")
def search() -> AnyResponse:
    """The result of a search, with its filters."""
    if unchanged := caching.unchanged():
        return unchanged
    reader, current, given = visit.reader(), visit.generation(), parse(spoken(request.args))
    shown = as_shown(given.request)
    if (typed := request.args.get(TYPED)) is not None:
        shown = submitted(current, typed, shown, request.args)
    if not given.problems and (typed is not None or WISH in request.args):
        return _moved(links.search(reader.locale, links.first_page(shown)))
    asked = question(current, shown)
    answer = current.search(asked.meant, mapped=True)
    title = sentence(asked.meant, answer, reader)
    first = links.search(reader.locale, replace(links.first_page(shown), view=None))
    shell = visit.frame(reader, title, canonical_path=first, listed=not shown.near)
    beside = ways(current, asked, answer)
    policy = policy_answer(shown.text, stores().policies, reader)
    page = search_page(shell, asked, given.problems, answer, beside, reader, policy)
    return visit.render(page)


def _moved(to: str) -> AnyResponse:
    """To the one address of what a form sent."""
    response = redirect(to, 303)
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.get("/nurseries/<nursery_id>")
def nursery(nursery_id: str) -> Response:
    """One nursery."""
    reader, ledger = visit.reader(), stores().ledger
    current = visit.generation()
    found = current.get(nursery_id)
    if found is None:
        abort(404)
    name = reader.name(found.name)
    where = reader.place(found.region).text
    shell = visit.frame(
        reader, f"{name.reading or name.published} · {where}", description=summary(found, reader)
    )
    claims = ledger.claims_of(nursery_id, revision=current.manifest.revision)
    sources = visit.known_sources()
    notes = ledger.notes_of(claims)
    past = past_of(found, claims, sources, reader)
    choice = cost_choice(request.args)
    beside = Beside(
        history=past,
        rulebook=stores().rulebook,
        standard=stores().standard,
        places=current.coded(found.credit_code) if found.credit_code else 1,
        choice=choice,
        peers=current.price_peers(found, peer_class(found, choice)),
        nearest=current.nearest(found, WITHIN, NEAREST),
        units_assumed=ledger.doubted(claims, Reason.UNIT_ASSUMED),
        limits=stores().limits,
    )
    page = nursery_page(shell, found, claims, sources, notes, beside, reader)
    return visit.render(page)


@pages.get("/about")
def about() -> Response:
    """What the copy covers, how results are ordered, and the API."""
    reader, manifest = visit.reader(), visit.generation().manifest
    shell = visit.frame(reader, gettext("About the data"))
    built = reader.day(in_china(datetime.fromisoformat(manifest.built_at)).date())
    sources = visit.published_lists()
    page = about_page(shell, visit.coverage(), sources, manifest.generation, built, reader)
    return visit.render(page)


@pages.get("/care")
def care() -> AnyResponse:
    """Switch 关怀版 on or off and go back to where the reader was.

    A link and not a form, so that it works in every page's head without a token: all it can do
    is to set the type size. Nobody lists or follows it.
    """
    back = request.args.get("back", "")
    # Only to a page of ours: `//host` and `/\host` would lead elsewhere.
    ours = back.startswith(f"/{visit.locale()}/") and "\\" not in back and back.isprintable()
    response = redirect(back if ours else links.home(visit.locale()), 303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    larger = request.args.get("size") == "larger"
    visit.remember(response, visit.LARGER_COOKIE, "1" if larger else "0")
    return response
