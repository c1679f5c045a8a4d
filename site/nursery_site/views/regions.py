"""The pages on divisions: all of them, and each with its parts and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.division import Survey, division_page
from nursery_site.pages.division_csv import as_csv
from nursery_site.pages.division_trend import edition_counts
from nursery_site.pages.measures import SORTS, TITLE_LISTS, Measures, measures_of, ordered
from nursery_site.pages.regions import parent
from nursery_site.reader import Reader
from nursery_site.stores import stores
from nursery_site.views import caching, visit
from nursery_site.views.localised import localised
from registry.ledger.records import Due, Enumerated
from registry.nursery import Nursery

regions = localised("regions", __name__)


@regions.get("/regions")
def overview() -> AnyResponse:
    """The provinces of the copy."""
    return _answer("")


@regions.get("/regions/<code>")
def division(code: str) -> AnyResponse:
    """One division. What only codes know, such as the one city of a municipality, has no page."""
    reader = visit.reader()
    if code not in reader.region_names:
        abort(404)
    if reader.fills_a_level(code):
        return redirect(links.page(reader.locale, "regions", parent(code)), 308)
    return _answer(code)


def _answer(region: str) -> AnyResponse:
    wants_csv = request.args.get("format") == "csv"
    if not wants_csv and (unchanged := caching.unchanged()):
        return unchanged
    reader = visit.reader()
    survey = _survey(region, reader)
    return _table(survey, reader) if wants_csv else _page(survey, reader)


def _page(survey: Survey, reader: Reader) -> Response:
    title = gettext("Nurseries by region")
    if survey.region:
        title = gettext("Nurseries in %(where)s in figures", where=reader.region(survey.region))
    shell = visit.frame(
        reader,
        title,
        description=gettext(
            "Filed nurseries, places, prices and titles, division by division, with what is "
            "not published."
        ),
        canonical_path=request.path,
    )
    return visit.render(division_page(shell, survey, reader))


def _table(survey: Survey, reader: Reader) -> Response:
    """What the page's first table shows: the parts of a division, or it and its neighbours."""
    fictional = visit.generation().manifest.fictional
    lines = ordered(survey.inside or survey.around or (survey.own,), survey.sort)
    text = as_csv(lines, reader.region_names, survey.sources, reader.today, fictional=fictional)
    response = make_response(text)
    response.mimetype = "text/csv"
    name = f"shanyu-regions-{survey.region or 'all'}-{reader.today.isoformat()}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _survey(region: str, reader: Reader) -> Survey:
    current, ledger = visit.generation(), stores().ledger
    revision, counted = current.manifest.revision, current.statistics
    above = tuple(_above(region, reader))
    inside = tuple(_below(region, reader))
    around = tuple(_below(above[-1] if above else "", reader)) if region else ()
    shown = dict.fromkeys((region, *inside, *around))
    figures = ledger.figures(revision, regions=shown)
    dues = tuple(_dues(region))
    editions = edition_counts(region, visit.editions().covering(region), _enumerated)
    said_by = {*(one.source for one in figures), *(due.source for due, _ in dues)}
    said_by |= {edition.source for one in editions for edition in one}
    sources = ledger.sources(said_by)
    lists = ledger.lists(TITLE_LISTS, revision)
    every = measures_of((counted.of(key) for key in shown), figures, sources, lists)
    measures: dict[str, Measures] = dict(zip(shown, every, strict=True))
    return Survey(
        region=region,
        sort=_sort(),
        own=measures[region],
        inside=tuple(measures[key] for key in inside),
        around=tuple(measures[key] for key in around),
        above=above,
        missing=tuple(_missing(region, inside, reader)),
        targets=stores().targets,
        dues=dues,
        editions=editions,
        sources=sources,
    )


def _sort() -> str:
    asked = request.args.get("sort", "")
    return asked if asked in SORTS else SORTS[0]


def _above(region: str, reader: Reader) -> Iterator[str]:
    """The divisions around one, the largest first."""
    wider = parent(region) if region else ""
    if wider:
        yield from _above(wider, reader)
        if not reader.fills_a_level(wider):
            yield wider


def _below(region: str, reader: Reader) -> Iterator[str]:
    """The divisions right below one that hold a nursery; a filler gives way to its own parts."""
    for key in visit.generation().statistics.inside(region):
        if reader.fills_a_level(key):
            yield from _below(key, reader)
        else:
            yield key


def _missing(region: str, inside: tuple[str, ...], reader: Reader) -> Iterator[str]:
    """The divisions right below one of which the copy holds no nursery, zones aside."""
    for key in sorted(reader.region_names):
        if parent(key) != region or "z" in key:
            continue
        if reader.fills_a_level(key):
            yield from _missing(key, inside, reader)
        elif key not in inside:
            yield key


def _enumerated(sources: tuple[int, ...]) -> tuple[Enumerated, ...]:
    return stores().enumerated(sources, visit.generation().manifest.generation)


def _dues(region: str) -> Iterator[tuple[Due, Nursery]]:
    current = visit.generation()
    manifest = current.manifest
    for due in stores().dues(manifest.revision, manifest.generation):
        nursery = current.get(due.nursery)
        if nursery is not None and (not region or region in nursery.region):
            yield due, nursery
