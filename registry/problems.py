"""Every reason a row or a value could not be used, with the sentence an operator reads."""

from __future__ import annotations

from typing import Final

from registry.values.problems import SENTENCES as IN_CELLS

IN_PLACES: Final[dict[str, str]] = {
    "unknown-district": "No division or zone has this name; a wider one is kept, but no figure.",
    "ambiguous-district": "Several divisions have this name; a wider one is kept, but no figure.",
    "district-outside-region": "The division lies outside the region that the source covers.",
    "code-disagrees": "The division code names another place; the published name stands.",
    "credit-code-length": "A credit code has 18 characters; it is kept as published.",
    "credit-code-letter": "A credit code never holds I, O, S, V or Z; it is kept as published.",
    "credit-code-check-digit": "The credit code's check digit is wrong; it is kept as published.",
    "credit-code-organisation": "The organisation code inside is wrong; it is kept as published.",
    "coordinate-swapped": "Latitude and longitude look exchanged; no place is given.",
    "coordinate-outside-china": "The coordinate lies outside China; no place is given.",
    "missing-address": "The row has no address.",
    "missing-coordinate": "The row has no coordinate.",
    "address-unknown": "No nursery in the ledger has this address.",
    "address-ambiguous": "Nurseries in several districts have this address; none gets the place.",
    "missing-division": "The row names no division of its own.",
    "division-repeated": "The list has told this figure of this division before.",
    "missing-figure": "The row has no figure that can be used.",
    "district-carried": "The cell was empty and was read as the one above it.",
    "more-cells-than-headings": "The row has more cells than the table has headings.",
}
"""Reasons found outside a cell: in divisions, codes, coordinates and addresses."""

_SENTENCES: Final[dict[str, str]] = {str(one): text for one, text in IN_CELLS.items()} | IN_PLACES


def sentence(reason: str) -> str:
    """The sentence of a reason. Raises `KeyError` for a code that nobody explains."""
    return _SENTENCES[reason]
