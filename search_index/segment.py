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
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.schema import WEIGHTS, schema
from search_index.stock import (
    LENGTHS_COLUMN,
    TOC,
    FileStorage,
    W3Codec,
    W3FieldWriter,
    W3PerDocWriter,
    W3PostingsWriter,
    W3Segment,
    byte_to_length,
    lenfield,
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
    field = schema()["id"]
    writer = _ListDocumentWriter(W3Codec(), storage, segment)
    for number, id_ in enumerate(ids):
        writer.start_doc(number)
        writer.add_field("id", field, id_, 0)
        writer.finish_doc()
    for name in sorted(WEIGHTS):
        writer.add_lengths(name, fields[name].lengths)
    writer.close()


class _ListDocumentWriter(W3PerDocWriter):  # type: ignore[misc]  # Whoosh has no types
    def add_lengths(self, name: str, lengths: NDArray[np.int32]) -> None:
        """Write every document's length in one field; a column ends with its last length."""
        used = int(lengths.nonzero()[0].max(initial=-1)) + 1
        if not used:
            return
        values, places = np.unique(lengths[:used], return_inverse=True)
        kept = np.array([length_to_byte(value) for value in values.tolist()], np.uint8)
        self._create_column(lenfield(name), LENGTHS_COLUMN)
        column = self._get_column(lenfield(name))
        column._dbfile.write(kept[places].tobytes())  # noqa: SLF001  # it takes one number a call
        column._count = used  # noqa: SLF001  # the same
        self._fieldlengths[name] = int(lengths.sum())


class _ListCodec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Stock codec with a postings writer that takes whole lists."""

    @property
    def block_limit(self) -> int:
        """Postings of a block at most."""
        limit: int = self._blocklimit
        return limit

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
        blocks = _Blocks(postings, self._codec.block_limit)
        self.start_field(name, field)
        for term, first, last in zip(
            postings.terms.tolist(), blocks.firsts[:-1], blocks.firsts[1:], strict=True
        ):
            self.start_term(vocabulary[term])
            self._postwriter.add_blocks(blocks, first, last)
            self.finish_term()
        self.finish_field()


class _Blocks:
    """The posting lists of a field cut into blocks, with what is told of each.

    `firsts` are each list's first block, and where the last list ends. Told of all blocks at
    once, since most lists are short and a call for each would take longer than the list.
    """

    def __init__(self, postings: FieldPostings, limit: int) -> None:
        sizes = np.diff(postings.starts)
        counts = -(-sizes // limit)
        self.firsts: list[int] = np.append(0, np.cumsum(counts)).tolist()
        within = np.arange(self.firsts[-1]) - np.repeat(self.firsts[:-1], counts)
        starts = np.repeat(postings.starts[:-1], counts) + within * limit
        self.borders: list[int] = np.append(starts, postings.starts[-1]).tolist()
        self.docs, self.frequencies = postings.docs, postings.frequencies
        self.steps = np.diff(postings.docs, prepend=np.int32(0))
        self.steps[starts] = postings.docs[starts]
        lengths = _rounded(postings.lengths)[postings.docs]
        self.rarest: list[int] = np.minimum.reduceat(self.frequencies, starts).tolist()
        self.most: list[int] = np.maximum.reduceat(self.frequencies, starts).tolist()
        self.shortest: list[int] = np.minimum.reduceat(lengths, starts).tolist()
        self.longest: list[int] = np.maximum.reduceat(lengths, starts).tolist()


class _ListPostingsWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    def add_blocks(self, blocks: _Blocks, first: int, last: int) -> None:
        """Buffer a list block by block; `finish_postings` writes the last one."""
        for number in range(first, last):
            if number > first:
                self._write_block()
            block = slice(blocks.borders[number], blocks.borders[number + 1])
            frequencies = blocks.frequencies[block]
            self._ids = blocks.docs[block].tolist()
            self._weights = array("f", frequencies.tolist())
            self._values = frequencies.astype(">u4").tobytes()
            self._steps = tuple(blocks.steps[block].tolist())
            self._alike = blocks.rarest[number] == blocks.most[number]
            self._maxweight = float(blocks.most[number])
            self._minlength = blocks.shortest[number]
            self._maxlength = blocks.longest[number]

    def _mini_ids(self) -> tuple[int, ...]:
        steps: tuple[int, ...] = self._steps
        return steps

    def _mini_weights(self) -> tuple[float, ...] | float | None:
        if not self._alike:
            return tuple(self._weights)
        return None if self._maxweight == 1.0 else self._maxweight

    def _mini_values(self) -> bytes:
        values: bytes = self._values
        return values


def _rounded(lengths: NDArray[np.int32]) -> NDArray[np.int32]:
    """Lengths as Whoosh keeps them, in one byte."""
    values, places = np.unique(lengths, return_inverse=True)
    kept = [byte_to_length(length_to_byte(value)) for value in values.tolist()]
    return np.asarray(kept, np.int32)[places]
