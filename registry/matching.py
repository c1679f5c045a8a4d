"""Which nursery a row speaks of. Stated rules, nothing guessed.

1. The same valid credit code at the same address is the same nursery.
2. A registered or trading name names one nursery inside a district. Where several bear the
   name, the address picks one of them.
3. It stays undecided, and the row is served as a nursery of its own until a person decides,
   where several fit, where both have a valid credit code and the codes differ, or where only
   the trading name agrees and the registered names, stated by both, do not.
4. An address alone never matches, it only proposes: two nurseries may share a building.
5. Two rows of one table never match each other, nor the same nursery.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from registry.keys import name_key

KeyKind: TypeAlias = Literal["name", "trading", "code", "address"]
Verdict: TypeAlias = Literal["new", "matched", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Identity:
    """What a row says of who it is. `code` only where its check digit holds.

    `address` is the key of the address inside its city (`registry.addresses.local_key`).
    """

    district: str
    name: str | None
    trading: tuple[str, ...]
    code: str | None
    address: str | None

    def known_by(self) -> tuple[tuple[KeyKind, str], ...]:
        """The keys under which a later row finds this nursery, none empty, none twice."""
        keys: list[tuple[KeyKind, str]] = []
        if self.name:
            keys.append(("name", name_key(self.name)))
        keys += [("trading", name_key(name)) for name in self.trading]
        if self.code:
            keys.append(("code", self.code))
        if self.address:
            keys.append(("address", self.address))
        return tuple(dict.fromkeys(key for key in keys if key[1]))


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on one row: the nursery it is, or those it may be, with the reason."""

    verdict: Verdict
    nursery: int | None = None
    candidates: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class Register:
    """The keys of known nurseries, by district, as they stood before a table was read."""

    _owners: dict[tuple[str, KeyKind, str], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _keys: dict[int, set[tuple[KeyKind, str]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, nursery: int, district: str, keys: Iterable[tuple[KeyKind, str]]) -> None:
        """Make a nursery known under more keys."""
        for kind, key in keys:
            owners = self._owners[district, kind, key]
            if nursery not in owners:
                owners.append(nursery)
            self._keys[nursery].add((kind, key))

    def match(self, row: Identity, taken: set[int]) -> Match:
        """The verdict on one row, `taken` being the nurseries that its table already names."""
        keys = row.known_by()
        addresses = {key for kind, key in keys if kind == "address"}
        same_code = [
            nursery
            for nursery in self._owned(row.district, keys, "code")
            if any(("address", address) in self._keys[nursery] for address in addresses)
        ]
        named = self._named(row.district, keys)
        found = same_code or self._nearest(named, addresses)
        free = [nursery for nursery in found if nursery not in taken]
        if len(free) == 1 and (same_code or not self._contradicts(free[0], row, keys)):
            return Match("matched", free[0])
        if free:
            return Match("ambiguous", candidates=tuple((nursery, "name") for nursery in free))
        if found:
            return Match("new")
        shared = [
            nursery
            for nursery in self._owned(row.district, keys, "address")
            if nursery not in taken
        ]
        if shared:
            return Match("ambiguous", candidates=tuple((one, "address") for one in shared))
        return Match("new")

    def _owned(
        self, district: str, keys: Iterable[tuple[KeyKind, str]], kind: KeyKind
    ) -> list[int]:
        owned = [
            owner
            for key_kind, key in keys
            if key_kind == kind
            for owner in self._owners.get((district, kind, key), ())
        ]
        return list(dict.fromkeys(owned))

    def _named(self, district: str, keys: Iterable[tuple[KeyKind, str]]) -> list[int]:
        names = dict.fromkeys(key for kind, key in keys if kind in ("name", "trading"))
        kinds: tuple[KeyKind, ...] = ("name", "trading")
        owned = [
            owner
            for name in names
            for kind in kinds
            for owner in self._owners.get((district, kind, name), ())
        ]
        return list(dict.fromkeys(owned))

    def _nearest(self, named: list[int], addresses: set[str]) -> list[int]:
        if len(named) < 2:
            return named
        there = [
            nursery
            for nursery in named
            if any(("address", address) in self._keys[nursery] for address in addresses)
        ]
        return there or named

    def _contradicts(
        self, nursery: int, row: Identity, keys: Iterable[tuple[KeyKind, str]]
    ) -> bool:
        known = self._keys[nursery]
        codes = {key for kind, key in known if kind == "code"}
        if row.code and codes and row.code not in codes:
            return True
        names = {key for kind, key in known if kind == "name"}
        every = {key for kind, key in known if kind in ("name", "trading")}
        mine = name_key(row.name) if row.name else None
        both_stated = bool(mine and row.trading and names and len(every) > len(names))
        return both_stated and mine not in every and not names & {key for _, key in keys}
