"""Error pages: what happened, and the way on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader

Event = int | Literal["damaged"]
"""What happened: a status, or that no generation of the index is sound."""

COMMANDS: Final[Mapping[Event, str]] = {503: "flask index build", "damaged": "flask index check"}
"""What the operator types, where that is the way on."""


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """`command` is for the operator, `action` where a search can still be made."""

    template: ClassVar[str] = "pages/error.html"

    shell: Shell
    status: int
    heading: str
    text: str
    command: str | None
    action: str | None


def heading(event: Event) -> str:
    """What happened, in a few words."""
    headings: dict[Event, str] = {
        404: gettext("This page does not exist"),
        405: gettext("This page cannot be used that way"),
        503: gettext("There is nothing to search yet"),
        "damaged": gettext("The search is out of order"),
    }
    return headings.get(event) or gettext("Something went wrong here")


def error_page(shell: Shell, status: int, event: Event, reader: Reader) -> ErrorPage:
    """The page model of an error."""
    texts: dict[Event, str] = {
        404: gettext(
            "The address may be mistyped, or the nursery is no longer in our copy. "
            "That is no statement about whether it is filed."
        ),
        405: gettext("Please go back and follow a link or press a button."),
        503: gettext("Lists have to be read in and an index has to be built first."),
        "damaged": gettext("The fault is ours: no sound copy of the index is left."),
    }
    return ErrorPage(
        shell=shell,
        status=status,
        heading=heading(event),
        text=texts.get(event) or gettext("The fault is ours. Please try again in a moment."),
        command=COMMANDS.get(event),
        action=None if status == 503 else links.search(reader.locale),
    )
