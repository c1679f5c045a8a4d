"""From text to terms, the same way for documents and for queries.

Every text is folded (`registry.keys.fold`) and split into runs: Chinese characters, or letters
and digits. A run of letters and digits is one term. A Chinese run gives the words of rjieba
with our dictionary; names and addresses give every pair of neighbours besides, so that a word
no dictionary knows is found, and names give single characters, for queries of one character.

    苏阳托育  →  words 托育, pairs 苏阳 阳托 托育, characters 苏 阳 托 育
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from pathlib import Path
from typing import Final

import rjieba

from registry.keys import address_key, fold, name_key
from search_index.synonyms import GENERIC, WIDER

LONGEST_QUERY: Final = 200
"""Characters of a query that are looked at; nobody types more on purpose."""

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_CHINESE = re.compile(f"[{_HAN}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_DICTIONARY = Path(__file__).with_name("dictionary.txt")

Alternative = tuple[str, ...]
"""Terms that must all be there."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query. A document answers it by any one of its alternatives.

    No alternative at all means that the word says nothing (`synonyms.GENERIC`).
    """

    typed: str
    alternatives: tuple[Alternative, ...]


def domain_words() -> tuple[str, ...]:
    """The dictionary of the field, without the divisions."""
    return tuple(_DICTIONARY.read_text("utf-8").split())


def clean(text: str) -> str:
    """What is looked at of a query: not its tail, and nothing that is no character."""
    return _SURROGATES.sub(" ", text[:LONGEST_QUERY])


def pairs(run: str) -> list[str]:
    """Every two neighbours of a run."""
    return list(map(add, run, run[1:]))


def name_run(run: str) -> list[str]:
    """What a run of a name's key is found by beside its words: pairs and single characters."""
    return [*pairs(run), *run] if is_chinese(run) else [run]


def address_run(run: str) -> list[str]:
    """What a run of an address's key is found by beside its words."""
    return pairs(run) if is_chinese(run) else []


def runs(text: str) -> list[str]:
    """The runs of a folded text: Chinese characters, or letters and digits."""
    found: list[str] = _RUNS.findall(text)
    return found


class Analyzer:
    """Splits texts with one dictionary: `words` are added to rjieba's own."""

    def __init__(self, words: Iterable[str]) -> None:
        self._jieba = rjieba.Jieba()
        for word in words:
            # Without a frequency rjieba picks the one that keeps the word whole.
            self._jieba.add_word(fold(word), None, None)

    def name_terms(self, names: Iterable[str]) -> list[str]:
        """The terms of names, none twice."""
        terms: dict[str, None] = {}
        for name in names:
            terms |= dict.fromkeys(self.words(name))
            for run in runs(name_key(name)):
                terms |= dict.fromkeys(name_run(run))
        return list(terms)

    def address_terms(self, parts: Iterable[str]) -> list[str]:
        """The terms of addresses or names of divisions, none twice."""
        terms: dict[str, None] = {}
        for part in parts:
            for run in runs(address_key(part)):
                terms |= dict.fromkeys((*self.words_of_run(run), *address_run(run)))
        return list(terms)

    def words(self, text: str) -> list[str]:
        """The words of running text, the shorter words inside longer ones included."""
        return [word for run in runs(fold(text)) for word in self.words_of_run(run)]

    def words_of_run(self, run: str) -> list[str]:
        """The words of one run."""
        if not is_chinese(run):
            return [run]
        pieces = self._jieba.cut_for_search(run, hmm=False)
        return [piece for piece in pieces if len(piece) > 1]

    def cut(self, text: str) -> list[str]:
        """The text cut into words, none inside another, nothing left out."""
        pieces: list[str] = self._jieba.cut(fold(text), hmm=False)
        return pieces

    def query(self, text: str) -> tuple[Word, ...]:
        """The words of a clean query, in its order; words are not joined across a space."""
        folded = fold(text)
        # Folding rarely changes the length; where it does, the folded words are shown.
        typed = text if len(text) == len(folded) else folded
        words: list[Word] = []
        for run in _RUNS.finditer(folded):
            start = run.start()
            for piece in self._pieces(run.group()):
                end = start + len(piece.text)
                words.append(Word(typed[start:end], self._alternatives(piece)))
                start = end
        return tuple(words)

    def _pieces(self, run: str) -> list[_Piece]:
        if not is_chinese(run):
            return [_Piece(run, known=True)]
        pieces: list[_Piece] = []
        for cut in self._jieba.cut(run, hmm=False):
            known = len(cut) > 1 or cut in GENERIC
            if not known and pieces and not pieces[-1].known:
                pieces[-1] = _Piece(pieces[-1].text + cut, known=False)
            else:
                pieces.append(_Piece(cut, known))
        return _without_lone_characters(pieces)

    def _alternatives(self, piece: _Piece) -> tuple[Alternative, ...]:
        if piece.text in GENERIC:
            return ()
        own = _own_alternatives(piece)
        phrases = WIDER.get(piece.text, ())
        wider = [tuple(self._phrase(phrase)) for phrase in phrases]
        # Descriptions have words and no pairs, and so long a word may stand there (蒙台梭利).
        whole = [(phrase,) for phrase in phrases if len(phrase) > 3]
        return tuple(dict.fromkeys((*own, *wider, *whole)))

    def _phrase(self, phrase: str) -> list[str]:
        return [phrase] if len(phrase) == 2 else pairs(phrase)


@lru_cache(maxsize=2)
def analyzer_for(words: str) -> Analyzer:
    """The analyzer of a dictionary with one word a line; generations of the same words share it."""
    return Analyzer(words.split("\n"))


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    known: bool  # to the dictionary


def _own_alternatives(piece: _Piece) -> tuple[Alternative, ...]:
    """A longer word also matches by its pairs: a document may have been cut elsewhere."""
    if len(piece.text) <= 2 or not is_chinese(piece.text):
        return ((piece.text,),)
    in_pairs = tuple(dict.fromkeys(pairs(piece.text)))
    return ((piece.text,), in_pairs) if piece.known else (in_pairs,)


def _without_lone_characters(pieces: list[_Piece]) -> list[_Piece]:
    """Join a character left over between words to the next word, or to the one before.

    贝托育 is cut 贝, 托育; alone, 贝 would match every name that holds it anywhere.
    """
    joined: list[_Piece] = []
    for piece in reversed(pieces):
        lone = len(piece.text) == 1 and not piece.known
        if lone and joined and joined[-1].text not in GENERIC:
            joined[-1] = _Piece(piece.text + joined[-1].text, known=False)
        else:
            joined.append(piece)
    joined.reverse()
    last = joined[-1]
    if len(joined) > 1 and len(last.text) == 1 and not last.known:
        before = joined[-2]
        if before.text not in GENERIC:
            joined[-2:] = [_Piece(before.text + last.text, known=False)]
    return joined


def is_chinese(run: str) -> bool:
    """Whether a run is one of Chinese characters."""
    return _CHINESE.match(run) is not None
