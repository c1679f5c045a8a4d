"""The bars above the price fields: where the prices of this search lie, its own range aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nursery_site.catalogs import gettext
from nursery_site.reader import Reader
from search_index.answer import Answer
from search_index.price_bars import STEP, ends
from search_index.request import SearchRequest

HEIGHT: Final = 40
BAR: Final = 20


@dataclass(frozen=True, slots=True)
class Bars:
    """Two paths, of the bars inside the range asked for and outside; `text` says it in words."""

    width: int
    height: int
    inside: str
    outside: str
    text: str


def bars(answer: Answer, meant: SearchRequest, reader: Reader) -> Bars | None:
    """The bars of an answer, `None` where nobody publishes a price."""
    counts = answer.prices
    most = max(counts, default=0)
    if not most:
        return None
    paths: dict[bool, list[str]] = {True: [], False: []}
    for step, count in enumerate(counts):
        tall = round(count / most * HEIGHT) or (1 if count else 0)
        path = f"M{step * BAR + 1} {HEIGHT}v-{tall}h{BAR - 2}v{tall}z"
        paths[_meets(step, meant)].append(path if tall else "")
    step = counts.index(most)
    low, high = step * STEP, None if ends(step)[1] is None else (step + 1) * STEP
    text = gettext(
        "Published prices of this search; most lie at %(span)s", span=reader.money_span(low, high)
    )
    width = len(counts) * BAR
    return Bars(width, HEIGHT, "".join(paths[True]), "".join(paths[False]), text)


def _meets(step: int, meant: SearchRequest) -> bool:
    first, last = ends(step)
    above = meant.price_min is None or last is None or last >= meant.price_min
    return above and (meant.price_max is None or first <= meant.price_max)
