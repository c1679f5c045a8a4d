"""A whole result as one JSON document: the API's items without `why`, their sources, a licence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from nursery_site.documents import item_document, source_document
from nursery_site.pages.division_csv import LICENCE
from nursery_site.pages.search_csv import MOST
from nursery_site.reader import Reader
from registry.ledger.records import Source
from search_index.answer import Hit


def pieces(
    hits: Iterable[Hit],
    total: int,
    sources: Mapping[int, Source],
    generation: str,
    reader: Reader,
    *,
    fictional: bool,
) -> Iterator[str]:
    """The document, an item at a time; it is `truncated` where `total` is more than `most`.

    An item's `sources` are ids of the document's `sources`, which come last.
    """
    head = {
        "date": reader.today.isoformat(),
        "licence": LICENCE,
        "generation": generation,
        "fictional": fictional,
        "total": total,
        "most": MOST,
        "truncated": total > MOST,
    }
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "items": ['
    between, named = "\n", set[int]()
    for hit in hits:
        own = sorted(key for key in hit.nursery.sources if key in sources)
        named.update(own)
        item = item_document(hit.nursery, reader) | {"distance_m": hit.distance_m, "sources": own}
        del item["why"]  # of a page's first places alone
        yield between + json.dumps(item, ensure_ascii=False)
        between = ",\n"
    told = [source_document(sources[key]) for key in sorted(named)]
    yield f'\n], "sources": {json.dumps(told, ensure_ascii=False)}}}\n'
