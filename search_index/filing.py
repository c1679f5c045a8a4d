"""这家备案了吗: which nurseries of a generation a name, an address or a credit code means.

Exact is a whole name or a whole code; similar is one character away, part of a name, or an
address, since two nurseries may share a building. What is not found is not in our copy, and
that says nothing about the nursery. Every step looks at a bounded number of nurseries.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final, Literal, TypeAlias

from registry.keys import name_key
from registry.nursery import Nursery
from registry.places import credit_code
from search_index.analysis import clean
from search_index.lexicon import Lexicon
from search_index.names import one_change
from search_index.plain_words import telling
from search_index.typed_addresses import COMPARED, LONGEST, Addresses
from search_index.typed_codes import slips, typed_code

Verdict: TypeAlias = Literal["exact", "similar", "not_in_copy"]
Doubt: TypeAlias = Literal["code-of-another", "code-unknown"] | credit_code.CreditCodeProblem
Matched: TypeAlias = Literal["credit_code", "name", "trading_name", "former_name", "address"]

MOST: Final = 20
"""Matches of one answer."""

_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class FilingMatch:
    """A nursery, and what of it matched. `elsewhere`: the text names another place than its own."""

    nursery: Nursery
    match: Matched
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class FilingCheck:
    """`matches` are the closest `MOST`; `more`: there are, or may be, others.

    `code` is the credit code that was read in the text, `doubt` what is wrong with it, or that it
    is not the published code of the nursery whose name was typed beside it. `general`: beside a
    place the text holds only words that hundreds of names share, so nothing was compared with it.
    """

    verdict: Verdict
    matches: tuple[FilingMatch, ...]
    more: bool
    code: str | None
    doubt: Doubt | None
    general: bool = False


@dataclass(frozen=True)
class FilingDesk:
    """Answers for one generation. `read` gives the nursery of a document."""

    lexicon: Lexicon
    read: Callable[[int], Nursery]

    @cached_property
    def addresses(self) -> Addresses:
        """Who stands where."""
        return Addresses(self.lexicon)

    def check(self, text: str) -> FilingCheck:
        """What a typed text means; nothing of it can fail."""
        typed = clean(text)
        code = typed_code(typed)
        if not code:
            exact = self._named(name_key(typed))
            return _answer("exact", exact, None, None) if exact else self._alike(typed, None, None)
        doubt: Doubt | None = credit_code.check(code)
        rest = _without(typed, code)
        named = self._named(name_key(_CODE_WORDS.sub("", rest)))
        coded, slipped = self._coded(code), [] if self._coded(code) else self._slipped(code)
        if named:
            return _compared(named, coded, slipped, code, doubt)
        if coded:
            return self._beside_code(coded, rest, code, doubt)
        if slipped:
            return _answer("similar", slipped, code, doubt)
        alike = self._alike(rest, code, doubt)
        return replace(alike, doubt=doubt or "code-unknown") if alike.matches else alike

    def _beside_code(
        self, coded: list[FilingMatch], rest: str, code: str, doubt: Doubt | None
    ) -> FilingCheck:
        """What a known code means where a name, or part of one, may stand beside it."""
        typed = _CODE_WORDS.sub("", rest)
        own_words = telling(self.addresses.without_places(name_key(typed)))
        others = self._alike(typed, code, doubt).matches if len(own_words) >= _SHORTEST else ()
        own = {one.nursery.id for one in coded}
        if not others or any(one.nursery.id in own for one in others):
            return _answer("exact", coded, code, doubt)
        return _answer("similar", [*coded, *others], code, "code-of-another")

    def _alike(self, typed: str, code: str | None, doubt: Doubt | None) -> FilingCheck:
        """Who bears a similar name, or stands at the address."""
        key = name_key(typed)[:LONGEST]
        if key and not code and self._is_general(key):
            return FilingCheck("not_in_copy", (), more=False, code=code, doubt=doubt, general=True)
        docs = dict.fromkeys(islice(self._like(key), MOST + 1))
        found = [FilingMatch(one, "name") for one in map(self.read, docs)]
        matches = [FilingMatch(one.nursery, _closest(one.nursery, key)) for one in found]
        matches += [
            FilingMatch(self.read(doc), "address")
            for doc in self.addresses.standing_at(typed)[:MOST]
            if doc not in docs
        ]
        matches = _apart(matches, self.addresses.places_named(key))
        return _answer("similar" if matches else "not_in_copy", matches, code, doubt)

    def _is_general(self, key: str) -> bool:
        """Whether a key is plain words: 幼儿园, or 江阳区幼儿园, which no name holds."""
        if telling(self.addresses.without_places(key)):
            return False
        return not telling(key) or not self.lexicon.names.hold(key)

    def _coded(self, code: str) -> list[FilingMatch]:
        """The nurseries of a code: an operator may have several sites."""
        docs = self.lexicon.parts.postings.list_of(code.lower()).docs
        read = map(self.read, docs[: MOST + 1].tolist())
        return [FilingMatch(one, "credit_code") for one in read if _code_of(one) == code]

    def _slipped(self, code: str) -> list[FilingMatch]:
        each = (self._coded(other) for other in slips(code))
        return next((found for found in each if found), [])

    def _named(self, key: str) -> list[FilingMatch]:
        """Who bears a whole name: registered before trading before former."""
        parts = self.lexicon.parts
        if len(key) < _SHORTEST:
            return []
        docs = sorted(
            {int(parts.names_docs[at]) for at in parts.names.equal_to(key.encode())},
            key=lambda doc: int(parts.ranks["complete"][doc]),
        )
        matches = [FilingMatch(one, _borne(one, key)) for one in map(self.read, docs[: MOST * 2])]
        return sorted(matches, key=lambda one: _ORDER.index(one.match))

    def _like(self, key: str) -> Iterator[int]:
        """Documents with a name that holds the text, or is one change away, or is part of it."""
        bare = self.addresses.without_places(key)
        keys = [one for one in dict.fromkeys((key, bare)) if len(one) >= _SHORTEST and telling(one)]
        for one in keys:
            holding = islice(self.lexicon.names.around(one), COMPARED)
            yield from self._closest_first(one, holding)
        for one in keys:
            yield from self._one_slip_away(one)

    def _closest_first(self, key: str, docs: Iterable[int]) -> list[int]:
        rank = self.lexicon.parts.ranks["complete"]

        def far(doc: int) -> tuple[int, int]:
            lengths = [len(name) for name in self.lexicon.names.keys_of(doc) if key in name]
            return min(lengths, default=LONGEST), int(rank[doc])

        return sorted(docs, key=far)

    def _one_slip_away(self, key: str) -> list[int]:
        found: dict[int, tuple[int, int]] = {}
        tells = len(key) > _SHORTEST and len(telling(key)) >= _SHORTEST
        near = self.lexicon.names.sharing_pairs(key)[:COMPARED].tolist()
        for place, doc in enumerate(near):
            for name in self.lexicon.names.keys_of(doc):
                part_of_it = len(telling(name)) >= _SHORTEST and name in key
                if part_of_it or (tells and one_change(key, name)):
                    far = abs(len(name) - len(key))
                    found[doc] = min(found.get(doc, (far, place)), (far, place))
        return sorted(found, key=found.__getitem__)


_CODE_WORDS: Final = re.compile(
    "(?:统一)?(?:社会)?信用(?:代码|代碼|代號|代号)|統一社會信用代[碼號]|社會信用代[碼號]"
)
"""What stands before a code and is no part of a name."""

_ORDER: Final[tuple[Matched, ...]] = ("name", "trading_name", "former_name")


def _answer(
    verdict: Verdict,
    matches: list[FilingMatch],
    code: str | None,
    doubt: Doubt | None,
) -> FilingCheck:
    return FilingCheck(verdict, tuple(matches[:MOST]), len(matches) > MOST, code, doubt)


def _compared(
    named: list[FilingMatch],
    coded: list[FilingMatch],
    slipped: list[FilingMatch],
    code: str,
    doubt: Doubt | None,
) -> FilingCheck:
    """A whole name and a code together: exact only where one nursery publishes both."""
    own = {one.nursery.id for one in named}
    both = [one for one in coded if one.nursery.id in own]
    if both:
        return _answer("exact", both, code, doubt)
    if any(one.nursery.id in own for one in slipped):
        return _answer("similar", named, code, doubt or "code-unknown")
    others = [one for one in coded or slipped if one.nursery.id not in own]
    return _answer(
        "similar", [*named, *others], code, "code-of-another" if coded else doubt or "code-unknown"
    )


def _apart(matches: list[FilingMatch], places: list[tuple[str, ...]]) -> list[FilingMatch]:
    """Those in the places that were typed, then those elsewhere."""
    marked = [
        replace(one, elsewhere=any(set(keys).isdisjoint(one.nursery.region) for keys in places))
        for one in matches
    ]
    return sorted(marked, key=lambda one: one.elsewhere)


def _without(text: str, code: str) -> str:
    """The text without the code that was read in it."""
    signs = r"[\s-]*".join(map(re.escape, code))
    return re.sub(signs, " ", unicodedata.normalize("NFKC", text), flags=re.IGNORECASE)


def _code_of(nursery: Nursery) -> str | None:
    return credit_code.normalise(nursery.credit_code) if nursery.credit_code else None


def _borne(nursery: Nursery, key: str) -> Matched:
    """Which of a nursery's names a key is."""
    if name_key(nursery.name) == key:
        return "name"
    trading = map(name_key, nursery.trading_names)
    return "trading_name" if key in trading else "former_name"


def _closest(nursery: Nursery, key: str) -> Matched:
    """Which of a nursery's names a key resembles: one that holds it, else the most alike."""
    named: list[tuple[Matched, str]] = [
        *(("name", one) for one in (nursery.name,)),
        *(("trading_name", one) for one in nursery.trading_names),
        *(("former_name", one) for one in nursery.former_names),
    ]

    def alike(pair: tuple[Matched, str]) -> float:
        name = name_key(pair[1])
        return len(set(name) & set(key)) / max(len(name), len(key), 1)

    return max(named, key=lambda pair: (key in name_key(pair[1]), alike(pair)))[0]
