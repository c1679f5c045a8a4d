"""Templates without the indentation they are written with: a tenth of a page of results.

Done once, when a template is compiled. Lines stay lines, so an error still names its own. No
template holds text in which spaces at the start of a line are seen (`pre`, `textarea`).
"""

from __future__ import annotations

import re
from typing import Final

from jinja2.ext import Extension

_INDENT: Final = re.compile(r"(?:(%\}\n)|^)[ \t]+", re.MULTILINE)
"""Behind a block tag the end of the line is taken away too: one space stays between words."""


class Unindented(Extension):
    """Takes the white space off the start of every line of a template."""

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002 - Jinja's own signature
        filename: str | None = None,  # noqa: ARG002 - the same
    ) -> str:
        """The source as the compiler gets it."""
        return _INDENT.sub(lambda found: f"{found[1]} " if found[1] else "", source)
