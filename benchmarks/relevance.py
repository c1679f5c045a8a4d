"""Relevance over the demonstration data: `python -m benchmarks relevance`.

Judged queries are made from the data, the same on every machine: names as registered, trading
names, Traditional characters, pieces of names, pinyin, one wrong or missing character, sentences.
A query for a name is answered by the nurseries that bear it, a sentence by those of which every
named fact is published. Next to ours: plain Whoosh (pairs of characters, any of them) and SQLite
FTS5 with its trigram tokenizer (every word), both over names, address and description as published.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from pathlib import Path
from typing import Any, Final

import opencc
import pypinyin

from registry.demo.loading import load
from registry.keys import name_key
from registry.ledger import Ledger
from registry.nursery import Nursery
from registry.places.divisions import Divisions
from registry.vocabulary import HELD, Filed, Form, Inclusive, Nature, RecognitionKind
from search_index.beginnings import brand_of, division_keys, tail_of
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.stock import create_in
from search_index.store import Store
from search_index.understanding import applied

TODAY: Final = date(2026, 11, 21)
NURSERIES: Final = 600
_SEED: Final = 20261121
_EACH: Final = 25
_WRONG = "安宝贝成德恩方国海金康乐美宁平启仁世天文心雅元中"

Engine = Callable[[str], list[str]]
"""From a typed text to the ids of the first ten."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A typed text of one kind, with the ids that answer it."""

    kind: str
    text: str
    relevant: frozenset[str]


def judged(nurseries: Sequence[Nursery], divisions: Divisions) -> list[Judged]:
    """Every judged query, the same for the same nurseries."""
    chance = random.Random(_SEED)  # noqa: S311  # meant to repeat
    found = [nursery for nursery in nurseries if nursery.filed is not Filed.CANCELLED]
    return [
        *_names(found, chance),
        *_pieces(found, divisions, chance),
        *_slips(found, chance),
        *_sentences(found, divisions, chance),
    ]


def _bearing(nurseries: Sequence[Nursery], name: str) -> frozenset[str]:
    key = name_key(name)
    return frozenset(
        one.id for one in nurseries if any(name_key(other) == key for other in one.names)
    )


def _names(nurseries: Sequence[Nursery], chance: random.Random) -> Iterator[Judged]:
    traditional = opencc.OpenCC("s2t")
    for one in chance.sample(nurseries, 2 * _EACH):
        yield Judged("name", one.name, _bearing(nurseries, one.name))
    for one in chance.sample(nurseries, _EACH):
        yield Judged("traditional", traditional.convert(one.name), _bearing(nurseries, one.name))
    trading = [one for one in nurseries if one.trading_names]
    for one in chance.sample(trading, _EACH):
        yield Judged(
            "trading name", one.trading_names[0], _bearing(nurseries, one.trading_names[0])
        )


def _pieces(
    nurseries: Sequence[Nursery], divisions: Divisions, chance: random.Random
) -> Iterator[Judged]:
    names = divisions.names()
    tails = []
    for one in nurseries:
        forms = division_keys(one.region, names)
        tail = tail_of(name_key(one.name), forms)
        brand = brand_of(tail, forms)
        if brand is not None and len(one.region) > 2:
            tails.append((one, tail, brand))
    for _, tail, _ in chance.sample(tails, _EACH):
        yield Judged("name without place", tail, _holding(nurseries, tail))
    for one, _, brand in chance.sample(tails, _EACH):
        there = [other for other in nurseries if other.region[:3] == one.region[:3]]
        text = f"{divisions.name(one.region[2])} {brand}"
        yield Judged("district and brand", text, _holding(there, brand))
    for _, _, brand in chance.sample(tails, _EACH):
        text = "".join(pypinyin.lazy_pinyin(brand))
        alike = [other for _, _, other in tails if "".join(pypinyin.lazy_pinyin(other)) == text]
        relevant = frozenset().union(*(_holding(nurseries, other) for other in alike))
        yield Judged("pinyin of brand", text, relevant)


def _holding(nurseries: Sequence[Nursery], piece: str) -> frozenset[str]:
    return frozenset(
        one.id for one in nurseries if any(piece in name_key(name) for name in one.names)
    )


def _slips(nurseries: Sequence[Nursery], chance: random.Random) -> Iterator[Judged]:
    for one in chance.sample(nurseries, 2 * _EACH):
        at = chance.randrange(len(one.name))
        wrong = chance.choice([sign for sign in _WRONG if sign != one.name[at]])
        text = one.name[:at] + wrong + one.name[at + 1 :]
        yield Judged("one wrong character", text, _bearing(nurseries, one.name))
    for one in chance.sample(nurseries, _EACH):
        at = chance.randrange(len(one.name))
        text = one.name[:at] + one.name[at + 1 :]
        yield Judged("one missing character", text, _bearing(nurseries, one.name))


def _costs_at_most(nursery: Nursery, most: int) -> bool:
    price = nursery.monthly_price
    low = None if price is None else price.high if price.low is None else price.low
    return low is not None and low <= most


def _is_provincial(nursery: Nursery) -> bool:
    titles = nursery.states(RecognitionKind.DEMONSTRATION, TODAY)
    return any(title.level == "provincial" and state in HELD for title, state in titles)


_FACTS: Final[tuple[tuple[str, Callable[[Nursery], bool]], ...]] = (
    ("公办", lambda one: one.nature is Nature.PUBLIC),
    ("私立", lambda one: one.nature is Nature.PRIVATE),
    ("全日托", lambda one: Form.FULL_DAY in one.forms),
    ("临时托", lambda one: Form.TEMPORARY in one.forms),
    ("普惠", lambda one: one.inclusive(TODAY) in (Inclusive.YES, Inclusive.PARTIAL)),
    ("两岁半", lambda one: one.ages is not None and one.ages[0] <= 30 <= one.ages[1]),
    ("有空位", lambda one: one.vacancy is not None),
    ("2000以内", lambda one: _costs_at_most(one, 2000)),
    ("两千五以下", lambda one: _costs_at_most(one, 2500)),
    ("五星", lambda one: one.star(TODAY) == 5),
    ("省級示範", _is_provincial),
)


def _sentences(
    nurseries: Sequence[Nursery], divisions: Divisions, chance: random.Random
) -> Iterator[Judged]:
    made = 0
    while made < 2 * _EACH:
        home = chance.choice(nurseries).region
        if not home:
            continue
        key = home[chance.randrange(min(1, len(home) - 1), len(home))]
        facts = chance.sample(_FACTS, chance.choice((1, 2, 2, 3)))
        relevant = frozenset(
            one.id for one in nurseries if key in one.region and all(is_(one) for _, is_ in facts)
        )
        if relevant:
            words = [divisions.full_name(key), *(word for word, _ in facts)]
            yield Judged("sentence", " ".join(words), relevant)
            made += 1


def ours(generation: Generation) -> Engine:
    """What the page answers: the understood sentence; where that finds nobody, its corrections."""

    def answer(text: str) -> list[str]:
        request = applied(SearchRequest(per_page=10), generation.understand(text))
        hits = list(generation.search(request).hits)
        for correction in generation.corrections(text) if not hits else ():
            hits += generation.search(SearchRequest(text=correction, per_page=10)).hits
        return list(dict.fromkeys(hit.nursery.id for hit in hits))[:10]

    return answer


def _texts(nursery: Nursery) -> tuple[str, str, str]:
    return " ".join(nursery.names), nursery.address or "", nursery.description or ""


def plain_whoosh(folder: Path, nurseries: Sequence[Nursery]) -> Engine:
    """Stock Whoosh: its own field type for languages without spaces, BM25F, any pair."""
    from whoosh import fields, qparser  # noqa: PLC0415  # a peer here, not our index

    pair = fields.NGRAM(minsize=2, maxsize=2, queryor=True)
    index: Any = create_in(
        str(folder), fields.Schema(id=fields.STORED, name=pair, address=pair, description=pair)
    )
    writer = index.writer()
    for nursery in nurseries:
        name, address, description = _texts(nursery)
        writer.add_document(id=nursery.id, name=name, address=address, description=description)
    writer.commit()
    searcher = index.searcher()
    parser = qparser.MultifieldParser(
        ["name", "address", "description"], index.schema, group=qparser.OrGroup
    )
    return lambda text: [hit["id"] for hit in searcher.search(parser.parse(text), limit=10)]


def sqlite_trigram(nurseries: Sequence[Nursery]) -> Engine:
    """SQLite FTS5 with its trigram tokenizer; names weigh most."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE n USING fts5"
        "(id UNINDEXED, name, address, description, tokenize='trigram')"
    )
    rows = [(nursery.id, *_texts(nursery)) for nursery in nurseries]
    database.executemany("INSERT INTO n VALUES (?, ?, ?, ?)", rows)
    query = "SELECT id FROM n WHERE n MATCH ? ORDER BY bm25(n, 0, 4, 1.5, 1) LIMIT 10"

    def answer(text: str) -> list[str]:
        words = [word.replace('"', '""') for word in text.split()]
        match = " ".join(f'"{word}"' for word in words)
        return [id_ for (id_,) in database.execute(query, (match,))]

    return answer


@dataclass(frozen=True, slots=True)
class Score:
    """Means over queries: nDCG@10 and how often one of the first, or first five, answers."""

    ndcg: float
    first: float
    first_five: float


def score(queries: Sequence[Judged], engine: Engine) -> Score:
    """How well an engine answers."""
    found = [(engine(query.text), query.relevant) for query in queries]
    return Score(
        sum(_ndcg(ids, relevant) for ids, relevant in found) / len(found),
        sum(not relevant.isdisjoint(ids[:1]) for ids, relevant in found) / len(found),
        sum(not relevant.isdisjoint(ids[:5]) for ids, relevant in found) / len(found),
    )


def _ndcg(ids: Sequence[str], relevant: frozenset[str]) -> float:
    gained = sum(1 / log2(place + 2) for place, id_ in enumerate(ids) if id_ in relevant)
    return gained / sum(1 / log2(place + 2) for place in range(min(len(relevant), 10)))


def prepared(folder: Path, count: int) -> tuple[list[Judged], dict[str, Engine]]:
    """The judged queries and every engine by name, over a demonstration of that size."""
    schemes = Path(__file__).parents[1] / "content" / "schemes"
    ledger = Ledger.open(f"sqlite:///{folder / 'ledger.db'}", schemes=schemes)
    load(ledger, folder / "lists", nurseries=count, seed=1, today=TODAY)
    nurseries, divisions = list(ledger.nurseries()), ledger.divisions()
    ledger.close()
    store = Store(folder / "index")
    store.build(nurseries, revision="1", fictional=True, region_names=divisions.names())
    (folder / "whoosh").mkdir()
    return judged(nurseries, divisions), {
        "shanyu": ours(store.open_current(TODAY)),
        "whoosh": plain_whoosh(folder / "whoosh", nurseries),
        "sqlite": sqlite_trigram(nurseries),
    }


def main() -> None:
    """Load the demonstration, build, ask everybody, print."""
    with tempfile.TemporaryDirectory() as name:
        _print(*prepared(Path(name), NURSERIES))


def _print(queries: Sequence[Judged], engines: dict[str, Engine]) -> None:
    print(f"{len(queries)} judged queries; nDCG@10, success@1, success@5")
    print(f"{'':22}{'':>5}" + "".join(f"{name:>22}" for name in engines))
    kinds = dict.fromkeys(query.kind for query in queries)
    for kind in (*kinds, "all"):
        asked = [query for query in queries if kind in (query.kind, "all")]
        scores = [score(asked, engine) for engine in engines.values()]
        columns = "".join(
            f"{one.ndcg:10.3f}{one.first:6.2f}{one.first_five:6.2f}" for one in scores
        )
        print(f"{kind:22}{len(asked):5}{columns}")


if __name__ == "__main__":
    main()
