"""Error pages: what happened, and the way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader

BUILD_COMMAND = "flask index build"


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """`command` is what the operator types, where that is the way on."""

    template: ClassVar[str] = "pages/error.html"

    shell: Shell
    status: int
    heading: str
    text: str
    command: str | None
    action: str | None


def heading(status: int) -> str:
    """What happened, in a few words."""
    return {
        404: gettext("This page does not exist"),
        405: gettext("This page cannot be used that way"),
        503: gettext("There is nothing to search yet"),
    }.get(status) or gettext("Something went wrong here")


def error_page(shell: Shell, status: int, reader: Reader) -> ErrorPage:
    """The page model of an error."""
    text = {
        404: gettext(
            "The address may be mistyped, or the nursery is no longer in our copy. "
            "That is no statement about whether it is filed."
        ),
        405: gettext("Please go back and follow a link or press a button."),
        503: gettext("Lists have to be read in and an index has to be built first."),
    }.get(status) or gettext("The fault is ours. Please try again in a moment.")
    return ErrorPage(
        shell=shell,
        status=status,
        heading=heading(status),
        text=text,
        command=BUILD_COMMAND if status == 503 else None,
        action=None if status == 503 else links.search(reader.locale),
    )
