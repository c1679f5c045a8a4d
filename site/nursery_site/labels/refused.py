"""What is said where a request never reached the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

REFUSED: Final[Mapping[str, object]] = {
    "long": lazy_gettext("This address is too long"),
    "long_text": lazy_gettext(
        "A search takes at most 200 characters. Please go back and type fewer, or use the filters."
    ),
    "home": lazy_gettext("To the home page"),
}
