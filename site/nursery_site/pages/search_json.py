"""A whole result as one JSON document: the API's items without `why`, its day and its licence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from nursery_site.documents import item_document
from nursery_site.pages.division_csv import LICENCE
from nursery_site.reader import Reader
from search_index.answer import Hit


def pieces(
    hits: Iterable[Hit], total: int, generation: str, reader: Reader, *, fictional: bool
) -> Iterator[str]:
    """The document, an item at a time; `total` may be more than it holds."""
    head = {
        "date": reader.today.isoformat(),
        "licence": LICENCE,
        "generation": generation,
        "fictional": fictional,
        "total": total,
    }
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "items": ['
    between = "\n"
    for hit in hits:
        item = item_document(hit.nursery, reader) | {"distance_m": hit.distance_m}
        del item["why"]  # of a page's first places alone
        yield between + json.dumps(item, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"
