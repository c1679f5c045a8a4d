"""Pages of a result as real links: the first, the last, and those around the current one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page; `gap` says that pages are left out before it."""

    number: int
    href: str
    current: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """The links under a result; `previous` and `next` are `None` at its ends."""

    pages: tuple[PageLink, ...]
    previous: str | None
    next: str | None


def last_page(total: int, per_page: int) -> int:
    """The number of a result's last page, from 0."""
    return -(-total // per_page)


def paging(total: int, page: int, per_page: int, href: Callable[[int], str]) -> Paging | None:
    """The paging of a result, `None` where one page holds it and is the one that is shown."""
    last = last_page(total, per_page)
    if total == 0 or last == page == 1:
        return None
    numbers = sorted({1, last, *range(max(1, page - 1), min(last, page + 1) + 1)})
    before = [0, *numbers]
    return Paging(
        pages=tuple(
            PageLink(number, href(number), number == page, number - earlier > 1)
            for earlier, number in zip(before, numbers, strict=False)
        ),
        previous=href(min(page - 1, last)) if page > 1 else None,
        next=href(page + 1) if page < last else None,
    )
