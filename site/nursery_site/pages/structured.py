"""A nursery as schema.org `ChildCare`, for machines that read pages.

`ChildCare` has no properties of its own beyond `LocalBusiness`; what is ours alone goes into
`additionalProperty`. Official titles are awards, never an `aggregateRating`.
"""

from __future__ import annotations

from nursery_site.reader import Reader
from registry.nursery import Nursery
from registry.values.statement import Json
from registry.vocabulary import HELD


def child_care(nursery: Nursery, url: str, reader: Reader) -> dict[str, Json]:
    """The JSON-LD object of a nursery. Everything in it is as published."""
    names = [reader.region_names.get(key, "") for key in nursery.region]
    address: dict[str, Json] = {"@type": "PostalAddress", "addressCountry": "CN"}
    address |= _given(
        addressRegion=names[0] if names else None,
        addressLocality="".join(names[1:]) or None,
        streetAddress=nursery.address,
    )
    context: list[Json] = ["https://schema.org", {"@language": "zh-Hans"}]
    thing: dict[str, Json] = {"@context": context, "@type": "ChildCare", "url": url}
    return thing | _given(
        name=nursery.name,
        alternateName=list(nursery.names[1:]) or None,
        address=address,
        telephone=nursery.phones[0] if nursery.phones else None,
        geo=_geo(nursery),
        award=_awards(nursery, reader) or None,
        maximumAttendeeCapacity=nursery.capacity,
        identifier=_identifier(nursery),
        priceRange=_price_range(nursery),
    )


def _identifier(nursery: Nursery) -> Json:
    if nursery.credit_code is None:
        return None
    return {
        "@type": "PropertyValue",
        "propertyID": "统一社会信用代码",
        "value": nursery.credit_code,
    }


def _price_range(nursery: Nursery) -> str | None:
    """The full-day fees a month, only where both ends are published."""
    price = nursery.monthly_price
    if price is None or price.low is None or price.high is None:
        return None
    ends = dict.fromkeys(f"{end:g}" for end in (price.low, price.high))
    return f"CNY {'–'.join(ends)} / month"


def _geo(nursery: Nursery) -> Json:
    if nursery.location is None or not nursery.has_distance:
        return None
    place = nursery.location
    return {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lng}


def _awards(nursery: Nursery, reader: Reader) -> list[Json]:
    return [
        recognition.label
        for recognition in nursery.recognitions
        if recognition.state(reader.today) in HELD
    ]


def _given(**values: Json) -> dict[str, Json]:
    return {key: value for key, value in values.items() if value is not None}
