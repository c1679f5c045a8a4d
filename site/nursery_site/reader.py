"""Who reads the page: a locale, a day, and how values are said to them.

Presenters ask the reader for every word, number, date and name, so that no template and no
other module knows a locale's manners.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from nursery_site import formats, labels, links
from nursery_site.arguments import CHOICES
from nursery_site.catalogs import gettext
from nursery_site.locales import FACTS, Locale
from nursery_site.reading import Name, Reading, Text, published
from registry.places.names import short_name
from search_index.understanding.phrases import BORNE_ELSEWHERE


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader on one day. `region_names` maps division keys to their official names,
    `scheme_titles` keys of recognition schemes to their published titles, `explained` kinds of
    badges and keys of schemes to the slugs of the articles about them. `generation` names what
    the reader reads, "" where nothing can be served."""

    locale: Locale
    today: date
    reading: Reading
    region_names: Mapping[str, str]
    scheme_titles: Mapping[str, str]
    explained: Mapping[str, str] = field(default_factory=dict)
    generation: str = ""

    @property
    def tag(self) -> str:
        """The language of the reader's pages, as HTML names it."""
        return FACTS[self.locale].tag

    def word(self, table: str, value: str) -> str:
        """The word for a value of `labels.TABLES`."""
        return labels.word(self.locale, table, value)

    def value(self, facet: str, value: str) -> str:
        """The word for a value of a facet with a closed set."""
        return labels.word(self.locale, f"value.{facet}", value)

    def all_of(self, facet: str, values: Iterable[str]) -> str | None:
        """Several values of a facet in one line, in the order of the panel; `None` for none."""
        ordered = sorted(values, key=CHOICES[facet].index)
        return self.list(self.value(facet, value) for value in ordered) or None

    def list(self, items: Iterable[str]) -> str:
        """Items in one line, with the locale's own comma."""
        return ("、" if self.locale is not Locale.EN else ", ").join(items)

    def data(self, text: str) -> Text:
        """Published text, converted for readers of the other script."""
        return self.reading.text(text, self.locale)

    def name(self, text: str) -> Name:
        """A legal string with its reading aid."""
        return self.reading.name(text, self.locale)

    def as_published(self, text: str) -> Text:
        """Published text that stays letter by letter."""
        return published(text, self.locale)

    def day(self, day: date) -> str:
        """A date in words."""
        return formats.day(day, self.locale)

    def published_date(self, published: str) -> str:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words; anything else as it is."""
        return formats.published_date(published, self.locale)

    def days(self, first: date, last: date | None) -> str:
        """A span of days in words; the last may be unknown."""
        return self.published_days(first.isoformat(), last.isoformat() if last else None)

    def published_days(self, first: str, last: str | None) -> str:
        """The same of days, months or years as `published_date` takes them."""
        begins = self.published_date(first)
        if last is None:
            return gettext("from %(first)s", first=begins)
        return gettext("%(first)s to %(last)s", first=begins, last=self.published_date(last))

    def any_of(self, items: Iterable[str]) -> str:
        """Alternatives in one line."""
        found = list(items)
        if len(found) < 2:
            return "".join(found)
        return gettext("%(others)s or %(last)s", others=self.list(found[:-1]), last=found[-1])

    def number(self, number: float) -> str:
        """A number with thousands marked; no decimals that say nothing."""
        return formats.number(number, self.locale)

    def money(self, yuan: float) -> str:
        """An amount with its unit."""
        return formats.money(yuan, self.locale)

    def percent(self, share: float) -> str:
        """A share of one, with at most one decimal."""
        return formats.percent(share, self.locale)

    def months(self, months: int) -> str:
        """An age or a time in months."""
        return formats.measured(months, "month", self.locale)

    def ages(self, youngest: int, oldest: int) -> str:
        """A span of ages in months."""
        first, last = self.number(youngest), self.months(oldest)
        return gettext("%(youngest)s to %(oldest)s", youngest=first, oldest=last)

    def area(self, square_metres: float) -> str:
        """An area with its unit."""
        return formats.measured(square_metres, "square-meter", self.locale)

    def span(self, low: float | None, high: float | None) -> str:
        """A span of numbers whose unit stands elsewhere; one end may be unknown."""
        if high is None:
            return gettext("from %(low)s", low=self.number(low or 0))
        if low is None:
            return gettext("up to %(high)s", high=self.number(high))
        return self.number(high) if low == high else f"{self.number(low)}–{self.number(high)}"

    def money_span(self, low: float | None, high: float | None) -> str:
        """A span of amounts with its unit, which is said once; one end may be unknown."""
        if high is None:
            return gettext("from %(amount)s", amount=self.money(low or 0))
        if low is None:
            return gettext("up to %(amount)s", amount=self.money(high))
        return self.money(high) if low == high else f"{self.number(low)}–{self.money(high)}"

    def distance(self, metres: int) -> str:
        """A straight-line distance, as exactly as it can be meant."""
        return formats.distance(metres, self.locale)

    def kilometres(self, kilometres: float) -> str:
        """A distance that somebody chose, as exactly as they did."""
        return formats.measured(kilometres, "kilometer", self.locale)

    def region(self, key: str) -> str:
        """A division's own name; its key where the copy has no name."""
        return self.reading.in_script(self.region_names.get(key, key), self.locale)

    def region_text(self, key: str) -> Text:
        """A division's own name, marked as Chinese on an English page."""
        return self.data(self.region_names[key]) if key in self.region_names else Text(key)

    def division(self, key: str) -> Text:
        """A division by itself: its name, with its city where the name alone says too little.

        That is where several bear the name, in a municipality, and where it is a foreign city's.
        """
        name = self.region_names[key]
        unclear = len(key) > 4 and (
            self.fills_a_level(key[:4])
            or short_name(name) in BORNE_ELSEWHERE
            or list(self.region_names.values()).count(name) > 1
        )
        return self.within_province(lineage(key)) if unclear else self.data(name)

    def scheme(self, key: str) -> Text:
        """A scheme's published title; one that nobody has described is named by its parts."""
        if key in self.scheme_titles:
            return self.data(self.scheme_titles[key])
        region, *kind_and_level = key.split(".")
        tables = zip(("kind", "level"), kind_and_level, strict=False)
        words = [self.word(table, value) for table, value in tables]
        return Text(" · ".join([self.region(region), *words]))

    def article(self, kind: str, scheme: str) -> str | None:
        """Where the article about a badge is: about its scheme, else about its kind."""
        slug = self.explained.get(scheme) or self.explained.get(kind)
        return links.page(self.locale, "policies", slug) if slug else None

    def place(self, keys: Iterable[str]) -> Text:
        """Divisions from the largest to the smallest, without those that only fill a level."""
        names = (self.region_names.get(key, "") for key in keys if not self.fills_a_level(key))
        return self.data(" ".join(filter(None, names)))

    def within_province(self, keys: Iterable[str]) -> Text:
        """A place without its province: 苏州市 姑苏区. Where the city only fills a level, the
        municipality stands in its place: 重庆市 渝北区.
        """
        chain = tuple(keys)
        named = len(chain) > 1 and not self.fills_a_level(chain[1])
        return self.place(chain[1:] if named else chain)

    def fills_a_level(self, key: str) -> bool:
        """Whether a division has no name of its own: the only "city" of a municipality."""
        name = self.region_names.get(key)
        return (
            name in ("市辖区", "县")
            or self.is_ungoverned(key)
            or (len(key) == 4 and name == self.region_names.get(key[:2]))
        )

    def is_ungoverned(self, key: str) -> bool:
        """Whether a "city" only stands for the counties that its province governs itself."""
        return self.region_names.get(key, "").endswith("直辖县级行政区划")


def lineage(key: str) -> tuple[str, ...]:
    """A division's key after those of the divisions around it.

    >>> lineage("5105z1")
    ('51', '5105', '5105z1')
    """
    city = key.partition("z")[0]
    return tuple(dict.fromkeys((*(city[:end] for end in range(2, len(city) + 1, 2)), key)))
