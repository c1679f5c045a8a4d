"""Writes a Whoosh segment through Whoosh's codec, a whole posting list at a time.

`IndexWriter.add_document` takes 130,000 nurseries one posting at a time through a pool of
pickles on disk, for minutes. We hold the sorted postings already, so they go straight to the
codec. Blocks, statistics and term table are those stock Whoosh would have written, and a test
compares them; reading needs stock Whoosh only.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.schema import WEIGHTS, schema
from search_index.stock import (
    TOC,
    FileStorage,
    W3Codec,
    W3FieldWriter,
    W3PostingsWriter,
    W3Segment,
    byte_to_length,
    length_to_byte,
)

_INDEX_NAME = "MAIN"  # what `whoosh.index.open_dir` looks for
_SEGMENT_ID = "0" * 16


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """The postings of one field, ordered by term, then document.

    Term `terms[i]` of the vocabulary stands in `docs[starts[i]:starts[i + 1]]`, as often as
    `frequencies` says. `lengths` has one entry per document: the number of its tokens.
    """

    terms: NDArray[np.int32]
    starts: NDArray[np.int64]
    docs: NDArray[np.int32]
    frequencies: NDArray[np.int32]
    lengths: NDArray[np.int32]


def write_segment(
    folder: Path,
    ids: Sequence[str],
    vocabulary: Sequence[bytes],
    fields: Mapping[str, FieldPostings],
) -> None:
    """Write a complete Whoosh index of one segment; `vocabulary` is sorted."""
    storage = FileStorage(str(folder))
    segment = W3Segment(W3Codec(), _INDEX_NAME, segid=_SEGMENT_ID)
    segment.set_doc_count(len(ids))
    _write_documents(storage, segment, ids, fields)
    writer = _ListFieldWriter(_ListCodec(), storage, segment)
    for name in sorted(WEIGHTS):
        if len(fields[name].terms):
            writer.add_field_postings(name, schema()[name], vocabulary, fields[name])
    writer.close()
    TOC(schema(), [segment] if ids else [], 1).write(storage, _INDEX_NAME)


def _write_documents(
    storage: Any, segment: Any, ids: Sequence[str], fields: Mapping[str, FieldPostings]
) -> None:
    objects = schema()
    names = sorted(WEIGHTS)
    lengths = zip(*(fields[name].lengths.tolist() for name in names), strict=True)
    writer = W3Codec().per_document_writer(storage, segment)
    for number, (id_, of_fields) in enumerate(zip(ids, lengths, strict=True)):
        writer.start_doc(number)
        writer.add_field("id", objects["id"], id_, 0)
        for name, length in zip(names, of_fields, strict=True):
            if length:
                writer.add_field(name, objects[name], None, length)
        writer.finish_doc()
    writer.close()


class _ListCodec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Stock codec with a postings writer that takes whole lists."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:  # noqa: FBT001, FBT002  # Whoosh's signature
        return _ListPostingsWriter(
            dbfile,
            blocklimit=self._blocklimit,
            byteids=byteids,
            compression=self._compression,
            inlinelimit=self._inlinelimit,
        )


class _ListFieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    def add_field_postings(
        self, name: str, field: Any, vocabulary: Sequence[bytes], postings: FieldPostings
    ) -> None:
        """Write every posting list of one field."""
        rounded = _rounded(postings.lengths)[postings.docs]
        starts = postings.starts.tolist()
        self.start_field(name, field)
        for position, term in enumerate(postings.terms.tolist()):
            part = slice(starts[position], starts[position + 1])
            self.start_term(vocabulary[term])
            self._postwriter.add_list(
                postings.docs[part], postings.frequencies[part], rounded[part]
            )
            self.finish_term()
        self.finish_field()


class _ListPostingsWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    def add_list(
        self, docs: NDArray[np.int32], frequencies: NDArray[np.int32], lengths: NDArray[np.int32]
    ) -> None:
        """Buffer the list block by block; `finish_postings` writes the last one."""
        for start in range(0, len(docs), self._blocklimit):
            if start:
                self._write_block()
            block = slice(start, start + self._blocklimit)
            self._ids = array("I", docs[block].tolist())
            self._weights = array("f", frequencies[block].tolist())
            self._values = frequencies[block].astype(">u4").tobytes()
            self._maxweight = float(frequencies[block].max())
            self._minlength = int(lengths[block].min())
            self._maxlength = int(lengths[block].max())

    def _mini_ids(self) -> tuple[int, ...]:
        ids = self._ids.tolist()
        return (ids[0], *(after - before for before, after in pairwise(ids)))

    def _mini_values(self) -> bytes:
        values: bytes = self._values
        return values


def _rounded(lengths: NDArray[np.int32]) -> NDArray[np.int32]:
    """Lengths as Whoosh keeps them, in one byte."""
    values, places = np.unique(lengths, return_inverse=True)
    kept = [byte_to_length(length_to_byte(value)) for value in values.tolist()]
    return np.asarray(kept, np.int32)[places]
