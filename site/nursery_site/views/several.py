"""What the views about several nurseries ask: the nurseries of a choice, and their evidence."""

from __future__ import annotations

from flask import Response

from nursery_site import qr
from nursery_site.choosing import Choice
from nursery_site.pages.chosen import Chosen
from nursery_site.pages.evidence import Evidence
from nursery_site.pages.side_cells import Side
from nursery_site.reader import Reader
from nursery_site.views import visit
from registry.nursery import Nursery
from search_index.distance import straight_line
from search_index.request import Point, SearchRequest

SHOWN = 5
"""So many nurseries are offered to be added."""

NEARBY = 5.0
"""Kilometres within which a first nursery's neighbours are suggested."""


def resolve(choice: Choice, most: int) -> Chosen:
    """The nurseries of a choice, `most` at the utmost, in their order."""
    current = visit.generation()
    found = {one: current.get(one) for one in choice.ids}
    held = [nursery for nursery in found.values() if nursery is not None]
    unknown = tuple(one for one, nursery in found.items() if nursery is None)
    return Chosen(tuple(held[:most]), unknown, tuple(held[most:]))


def sides(chosen: Chosen, choice: Choice, reader: Reader) -> tuple[Side, ...]:
    """Each nursery with the claims and sources that it is read from."""
    evidence = visit.evidence([nursery.id for nursery in chosen.nurseries])
    return tuple(
        _side(nursery, Evidence(*evidence[nursery.id], reader), choice)
        for nursery in chosen.nurseries
    )


def code(link: str) -> Response:
    """A QR code of a page's own address."""
    response = Response(qr.svg(visit.origin() + link), mimetype="image/svg+xml")
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def offers(choice: Choice, chosen: Chosen) -> tuple[Nursery, ...]:
    """What is looked for, else the neighbours of a nursery that stands alone."""
    if choice.text:
        return _found(SearchRequest(text=choice.text, per_page=SHOWN + len(choice.ids)))
    first = chosen.nurseries[0] if len(chosen.nurseries) == 1 else None
    if first is None or first.location is None or not first.has_distance:
        return ()
    near = Point(first.location.lat, first.location.lng)
    asked = SearchRequest(near=near, within=NEARBY, sort="distance", per_page=SHOWN + 1)
    return _found(asked)


def _found(asked: SearchRequest) -> tuple[Nursery, ...]:
    return tuple(hit.nursery for hit in visit.generation().search(asked).hits)


def _side(nursery: Nursery, evidence: Evidence, choice: Choice) -> Side:
    metres = None if choice.near is None else straight_line(choice.near, nursery)
    return Side(nursery, evidence, metres)
