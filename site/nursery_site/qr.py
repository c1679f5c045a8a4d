"""A QR code of one of our own links, drawn on the server: no other party learns what is chosen."""

from __future__ import annotations

from io import BytesIO

import segno


def svg(link: str) -> str:
    """An SVG of `link`, black on white in any colour scheme, with the quiet zone scanners need.

    Raises `ValueError` (segno's `DataOverflowError`) for a link longer than a code can hold.
    """
    out = BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, border=4, scale=4, dark="#000", light="#fff"
    )
    return out.getvalue().decode()
