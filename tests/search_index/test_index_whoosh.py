"""The text index is a stock Whoosh index: same postings, same hits, opened without us."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from registry.nursery import Nursery
from search_index.analysis import Analyzer
from search_index.generation import Generation
from search_index.layout import WHOOSH
from search_index.request import SearchRequest
from search_index.schema import WEIGHTS, schema
from search_index.stock import And, Or, Term, create_in, open_dir
from search_index.store import Store
from tests.search_index.synthetic import REGION_NAMES, TODAY, named

BRANDS = ("苏阳", "蘇陽", "贝托", "小天使", "爱和", "（金色）摇篮", "学府", "Happy 3")
KINDS = ("托育中心有限公司", "托儿所", "託育園", "幼儿园", "宝宝屋")
ROADS = ("学府路", "人民中路", "張家港大道", "Happy街")


def many() -> list[Nursery]:
    """A few hundred, so that posting lists go over several blocks of 128."""
    return [
        named(
            f"n{number:03}",
            f"{BRANDS[number % 8]}{KINDS[number % 5]}{number // 40 or ''}",
            f"{ROADS[number % 4]}{number % 7}号" if number % 3 else None,
        )
        for number in range(300)
    ]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    store = Store(tmp_path_factory.mktemp("index"))
    store.build(many(), revision="1", fictional=True, region_names=REGION_NAMES)
    return store.open_current(TODAY)


def text_index(generation: Generation) -> Any:
    """The Whoosh index of a generation."""
    return open_dir(str(generation.folder / WHOOSH), readonly=True)


def stock_index(folder: Path, generation: Generation) -> Any:
    """The same documents, written by Whoosh's own writer."""
    analyzer = generation.parts.analyzer
    index = create_in(str(folder), schema())
    writer = index.writer(limitmb=512)
    for nursery in generation.nurseries():
        writer.add_document(id=nursery.id, **_fields(analyzer, nursery))
    writer.commit()
    return index


def _fields(analyzer: Analyzer, nursery: Nursery) -> dict[str, str]:
    regions = [REGION_NAMES[key] for key in nursery.region]
    terms = {
        "name": analyzer.name_terms([nursery.name]),
        "trading": analyzer.name_terms(nursery.names[1:]),
        "region": analyzer.address_terms(regions),
        "address": analyzer.address_terms([nursery.address] if nursery.address else []),
        "description": analyzer.words(nursery.description or ""),
    }
    return {name: " ".join(of_field) for name, of_field in terms.items() if of_field}


def contents(index: Any) -> dict[str, Any]:
    """Everything a reader can tell: postings, statistics, lengths, stored fields."""
    with index.reader() as reader:
        postings = {}
        for field, term in reader.all_terms():
            info = reader.term_info(field, term)
            matcher = reader.postings(field, term)
            postings[field, term] = (
                list(matcher.items_as("frequency")),
                info.weight(),
                info.doc_frequency(),
                info.min_length(),
                info.max_length(),
                info.max_weight(),
                info.min_id(),
                info.max_id(),
            )
        lengths = {
            name: [reader.doc_field_length(doc, name) for doc in range(reader.doc_count())]
            for name in WEIGHTS
        }
        totals = {name: reader.field_length(name) for name in WEIGHTS}
        stored = [reader.stored_fields(doc) for doc in range(reader.doc_count())]
    return {"postings": postings, "lengths": lengths, "totals": totals, "stored": stored}


def test_the_segment_holds_what_stock_whoosh_would_have_written(
    tmp_path: Path, generation: Generation
) -> None:
    ours, theirs = contents(text_index(generation)), contents(stock_index(tmp_path, generation))
    assert max(len(posting[0]) for posting in ours["postings"].values()) > 256
    assert ours == theirs


def test_the_columns_hold_the_postings_of_whoosh(generation: Generation) -> None:
    held: dict[str, set[int]] = {}
    with text_index(generation).reader() as reader:
        for field, term in reader.all_terms():
            held.setdefault(term.decode(), set()).update(reader.postings(field, term).all_ids())
    postings = generation.parts.postings
    assert len(postings.vocabulary) == len(held) > 100
    assert {term: set(postings.list_of(term).docs.tolist()) for term in held} == held


@pytest.mark.parametrize(
    "text", ["苏阳托育", "蘇陽託育", "托儿所", "学府路", "苏", "happy", "金色摇篮 张家港", "无此"]
)
def test_whoosh_finds_what_the_columns_find(generation: Generation, text: str) -> None:
    query = And(
        [
            Or([And([_anywhere(term) for term in terms]) for terms in word.alternatives])
            for word in generation.parts.analyzer.query(text)
        ]
    )
    with text_index(generation).searcher() as searcher:
        ids = {hit["id"] for hit in searcher.search(query, limit=None)}
    answer = generation.search(SearchRequest(text=text, per_page=1000))
    assert ids == {hit.nursery.id for hit in answer.hits}
    assert bool(ids) == (text != "无此")


def _anywhere(term: str) -> Any:
    return Or([Term(name, term) for name in WEIGHTS])


STOCK = """
import sys, warnings
warnings.simplefilter("ignore")
import whoosh.index
with whoosh.index.open_dir(sys.argv[1], readonly=True).reader() as reader:
    print(reader.doc_count(), reader.doc_frequency("name", "苏阳"))
assert not any(name.startswith("search_index") for name in sys.modules)
"""


def test_stock_whoosh_opens_it_without_our_code(generation: Generation, tmp_path: Path) -> None:
    opened = subprocess.run(
        [sys.executable, "-c", STOCK, str(generation.folder / "whoosh")],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert opened.stdout.split() == ["300", "76"]
