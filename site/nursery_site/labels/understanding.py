"""What is said of words that parents type for something else than a nursery under three."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

HINTS: Final[Mapping[str, object]] = {
    "early_education": lazy_gettext(
        "Early education is a course, often with a parent, and no day care. "
        "Only nurseries are listed here."
    ),
    "after_school": lazy_gettext(
        "After-school care is for schoolchildren. "
        "Only nurseries for children under three are listed here."
    ),
    "confinement": lazy_gettext(
        "A confinement centre looks after mothers and newborns. "
        "Only nurseries for children under three are listed here."
    ),
    "nanny": lazy_gettext(
        "Nannies and childminders in families are not filed as nurseries. "
        "Only nurseries for children under three are listed here."
    ),
    "non_profit": lazy_gettext(
        "Whether a nursery is run for profit stands on its own page, where it is published; there "
        "is no filter for it. A capped price is another thing: look for inclusive places."
    ),
    "elsewhere": lazy_gettext(
        "This copy holds lists of nurseries filed with authorities of the Chinese mainland only. "
        "Taiwan, Hong Kong and Macao have their own rules and registers."
    ),
    "kindergarten_class": lazy_gettext(
        "A kindergarten's own classes begin at three years. "
        "For younger children some kindergartens have a nursery class."
    ),
}
