"""The words of the statements: text fields, facts that count, cookies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

TEXT_FIELDS: Final[Mapping[str, object]] = {
    "name": lazy_gettext("Registered name"),
    "trading": lazy_gettext("Trading and former names"),
    "region": lazy_gettext("Province, city and district"),
    "address": lazy_gettext("Address, street and community"),
    "description": lazy_gettext("Description"),
    "code": lazy_gettext("Credit code"),
}
"""The fields whose words are searched, by `search_index.schema.WEIGHTS`."""

COMPLETE_FACTS: Final[Mapping[str, object]] = {
    "address": lazy_gettext("address"),
    "location": lazy_gettext("place on the map"),
    "phones": lazy_gettext("telephone"),
    "filed": lazy_gettext("filing"),
    "filed_on": lazy_gettext("day of filing"),
    "nature": lazy_gettext("founder"),
    "setting": lazy_gettext("setting"),
    "forms": lazy_gettext("service forms"),
    "classes": lazy_gettext("class types or ages"),
    "capacity": lazy_gettext("number of places"),
    "inclusive": lazy_gettext("inclusive or not"),
    "vacancy": lazy_gettext("free places"),
    "price": lazy_gettext("monthly full-day price"),
    "recognitions": lazy_gettext("titles"),
    "hours": lazy_gettext("opening hours"),
    "description": lazy_gettext("description"),
}
"""What counts as published, by `search_index.orders.FACTS`."""

COOKIES: Final[Mapping[str, object]] = {
    "locale": lazy_gettext("Your language, for a year."),
    "care": lazy_gettext("Your type size, for a year."),
    "form": lazy_gettext(
        "Only once you open the form for reporting an error, until you close the browser: a random "
        "mark that keeps others from sending the form in your place."
    ),
}
"""What each cookie is for, by its name."""
