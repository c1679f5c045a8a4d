"""The Whoosh schema, and what each field weighs.

The analyzer on disk only splits at spaces: the terms are made by `search_index.analysis` before
a document reaches Whoosh. So a segment needs nothing of ours to be opened, and the same terms
stand in Whoosh and in the columns.
"""

from __future__ import annotations

from typing import Final

from search_index.stock import STORED, TEXT, Schema, SpaceSeparatedTokenizer

WEIGHTS: Final = {
    "name": 4.0,  # the registered name
    "trading": 3.0,  # trading and former names
    "region": 2.0,  # the names of its province, city and district
    "address": 1.5,  # with street and community
    "description": 1.0,
    "code": 4.0,  # the unified social credit code (统一社会信用代码)
}
"""The text fields, each with its weight in BM25F."""


def schema() -> Schema:
    """A fresh schema; positions are left out, since pairs of characters stand for phrases."""
    text = {
        name: TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False, stored=False)
        for name in WEIGHTS
    }
    return Schema(id=STORED(), **text)
