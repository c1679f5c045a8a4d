"""What every page has around its content: title, alternates, switches, and the banner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.locales import FACTS, Locale
from nursery_site.reader import Reader


@dataclass(frozen=True, slots=True)
class Address:
    """Where the reader is: origin (`https://host`), path, and the query letter by letter."""

    origin: str
    path: str
    query: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu or of the footer. `current` also on the pages below it."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Switch:
    """One locale of the switch; also one `hreflang` alternate by its absolute `url`."""

    tag: str
    name: str
    short: str
    href: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """`canonical` is `None` for pages no search engine should list."""

    title: str
    description: str
    tag: str
    canonical: str | None
    switches: tuple[Switch, ...]
    home: str
    search: str
    about: str
    menu: tuple[Entry, ...]
    footer: tuple[Entry, ...]
    larger: bool
    larger_switch: str
    fictional: bool
    here: str
    today: str


def shell(  # noqa: PLR0913 - a page's frame is the sum of these, each given by another part
    reader: Reader,
    address: Address,
    *,
    title: str,
    description: str = "",
    larger: bool = False,
    fictional: bool = False,
    listed: bool = True,
    canonical_path: str | None = None,
) -> Shell:
    """The frame of a page. `canonical_path` where it is not the path that was asked."""
    here = f"{address.path}?{address.query}" if address.query else address.path
    return Shell(
        title=title,
        description=description,
        tag=FACTS[reader.locale].tag,
        canonical=address.origin + (canonical_path or address.path) if listed else None,
        switches=tuple(_switch(locale, reader.locale, address) for locale in Locale),
        home=links.home(reader.locale),
        search=links.search(reader.locale),
        about=links.about(reader.locale),
        menu=_entries(_menu(), reader.locale, address.path),
        footer=_entries(_footer(), reader.locale, address.path),
        larger=larger,
        larger_switch=links.care(reader.locale, larger=not larger, back=here),
        fictional=fictional,
        here=address.origin + here,
        today=reader.day(reader.today),
    )


def _menu() -> dict[str, str]:
    """Short words: in Chinese all of them stand on one line of a phone."""
    return {
        "nurseries": gettext("Find care"),
        "filing-check": gettext("Verify"),
        "notices": gettext("Notices"),
        "regions": gettext("Regions"),
        "policies": gettext("Policies"),
        "about": gettext("Data"),
    }


def _footer() -> dict[str, str]:
    return {
        "about": gettext("About the data"),
        "ranking": gettext("How results are ordered"),
        "corrections": gettext("Reported errors"),
        "changes": gettext("What has changed"),
        "prepayment": gettext("Before you prepay"),
        "worksheet": gettext("Self-assessment for nurseries"),
        "accessibility": gettext("Accessibility"),
        "privacy": gettext("Privacy"),
    }


def _entries(names: Mapping[str, str], locale: Locale, path: str) -> tuple[Entry, ...]:
    pages = {links.page(locale, name): text for name, text in names.items()}
    return tuple(
        Entry(text, href, f"{path}/".startswith(f"{href}/")) for href, text in pages.items()
    )


def _switch(locale: Locale, current: Locale, address: Address) -> Switch:
    facts = FACTS[locale]
    href = links.switched(locale, address.path, address.query)
    return Switch(
        tag=facts.tag,
        name=facts.own_name,
        short=facts.short_name,
        href=href,
        url=address.origin + href,
        current=locale is current,
    )
