"""The API's objects, built from the same answers as the pages. Their shape is a contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nursery_site import links
from nursery_site.pages.card import why
from nursery_site.question import Question
from nursery_site.reader import Reader
from nursery_site.settings import in_china
from nursery_site.understood import understood_document
from nursery_site.ways import Ways
from registry.ledger.records import Claim, Source
from registry.nursery import MonthlyPrice, Nursery
from registry.recognition import Recognition
from registry.values.statement import Json
from search_index.answer import Answer, Hit
from search_index.request import FACETS, UNPUBLISHED


def answer_document(
    question: Question, answer: Answer, ways: Ways, ignored: tuple[str, ...], reader: Reader
) -> dict[str, Json]:
    """A page of results with the counts of every facet, and what the text was taken for."""
    return {
        "total": answer.total,
        "page": answer.page,
        "per_page": answer.per_page,
        "items": [hit_document(hit, reader) for hit in answer.hits],
        "facets": {
            key: [
                {"value": value.value, "count": value.count, "selected": value.selected}
                for value in answer.facets.get(key, ())
            ]
            for key in FACETS
        },
        "understood": understood_document(question, answer, ways, ignored, reader),
        "generation": answer.generation,
    }


def hit_document(hit: Hit, reader: Reader) -> dict[str, Json]:
    """One result: the nursery, its distance, and why it stands where it stands."""
    return item_document(hit.nursery, reader) | {
        "distance_m": hit.distance_m,
        "why": why(hit, reader),
    }


def item_document(nursery: Nursery, reader: Reader) -> dict[str, Json]:
    """A nursery as an item of a list. What nobody published is `unpublished`, null or empty."""
    today = reader.today
    return {
        "id": nursery.id,
        "name": nursery.name,
        "names": list(nursery.names),
        "url": links.nursery(reader.locale, nursery.id),
        "region": list(nursery.region),
        "address": nursery.address,
        "location": _location(nursery),
        "distance_m": None,
        "filed": nursery.filed or UNPUBLISHED,
        "recognitions": [_recognition(title, reader) for title in nursery.recognitions],
        "inclusive": nursery.inclusive(today) or UNPUBLISHED,
        "inclusive_places": nursery.inclusive_places,
        "star": nursery.star(today),
        "price": _price(nursery.monthly_price),
        "capacity": nursery.capacity,
        "forms": list(nursery.forms),
        "classes": list(nursery.classes),
        "nature": nursery.nature or UNPUBLISHED,
        "setting": nursery.setting or UNPUBLISHED,
        "why": "",
    }


def nursery_document(
    nursery: Nursery, claims: Iterable[Claim], sources: Mapping[int, Source], reader: Reader
) -> dict[str, Json]:
    """One nursery with everything that was said of it, and by whom."""
    return item_document(nursery, reader) | {
        "claims": [_claim(claim) for claim in claims],
        "sources": [source_document(source) for _, source in sorted(sources.items())],
    }


def _location(nursery: Nursery) -> Json:
    if nursery.location is None or not nursery.has_distance:
        return None
    return {"lat": round(nursery.location.lat, 6), "lng": round(nursery.location.lng, 6)}


def _price(price: MonthlyPrice | None) -> Json:
    if price is None:
        return None
    return {"min": _yuan(price.low), "max": _yuan(price.high), "per": "month"}


def _yuan(amount: float | None) -> Json:
    """An amount as a whole number where it is one: 1880, and 12.5."""
    return int(amount) if amount is not None and amount.is_integer() else amount


def _recognition(title: Recognition, reader: Reader) -> Json:
    # A title that was never conferred has the days of what has been said of it so far.
    first, ending = title.conferral() or title.events[0], title.ending()
    return {
        "kind": title.kind,
        "scheme": title.scheme,
        "level": title.level,
        "label": title.label,
        "state": title.state(reader.today),
        "from": None if first.year_only else first.first,
        "year": first.on.year,
        "until": ending.last if ending else None,
    }


def _claim(claim: Claim) -> Json:
    return {
        "field": claim.field,
        "value": claim.value,
        "raw": claim.raw,
        "source": claim.source,
        "row": claim.row,
        "as_of": claim.as_of.isoformat(),
        "used": claim.used,
        "differs": claim.differs,
    }


def source_document(source: Source) -> Json:
    """A source as everywhere in the API."""
    return {
        "id": source.id,
        "title": source.title,
        "issuer": source.issuer,
        "url": source.url,
        "file_name": source.file_name,
        "kind": source.kind,
        "published_on": source.published_on.isoformat(),
        "as_of": source.as_of.isoformat(),
        "captured_at": in_china(source.captured_at).isoformat(),
        "sha256": source.sha256,
        "fictional": source.fictional,
    }
