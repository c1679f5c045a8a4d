"""The one door to Whoosh.

Whoosh 2.7.4 compares with `is` in places, of which Python warns whenever it compiles the
module; the warning says nothing about us and is silenced here and nowhere else.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.codec.whoosh3 import (
        LENGTHS_COLUMN,
        W3Codec,
        W3FieldWriter,
        W3PerDocWriter,
        W3PostingsWriter,
        W3Segment,
    )
    from whoosh.codec.whoosh3 import _lenfield as lenfield
    from whoosh.fields import STORED, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC, create_in, open_dir
    from whoosh.query import And, Or, Term
    from whoosh.util.numeric import byte_to_length, length_to_byte

__all__ = [
    "LENGTHS_COLUMN",
    "STORED",
    "TEXT",
    "TOC",
    "And",
    "FileStorage",
    "Or",
    "Schema",
    "SpaceSeparatedTokenizer",
    "Term",
    "W3Codec",
    "W3FieldWriter",
    "W3PerDocWriter",
    "W3PostingsWriter",
    "W3Segment",
    "byte_to_length",
    "create_in",
    "lenfield",
    "length_to_byte",
    "open_dir",
]
