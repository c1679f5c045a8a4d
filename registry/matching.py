"""Which nursery a row speaks of. Stated rules, nothing guessed.

1. The same valid credit code at the same address is the same nursery.
2. A registered or trading name names one nursery inside a district. Where several bear the
   name, the address picks one of them.
3. It stays undecided, and the row is served as a nursery of its own until a person decides,
   where several fit, where both have a valid credit code and the codes differ, or where only
   the trading name agrees and the registered names, stated by both, do not.
4. Where only the city of one of the two is known, a name proposes and does not match.
5. An address alone never matches, it only proposes: two nurseries may share a building.
6. Two rows of one table never match each other, nor the same nursery; and what another row of
   the table took is never a reason to match what is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from registry.keys import name_key

KeyKind: TypeAlias = Literal["name", "trading", "code", "address"]
Verdict: TypeAlias = Literal["new", "matched", "ambiguous"]

_CITY_KEY = 4
"""Keys of provinces and cities have up to four characters, those of districts six."""


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
    """The keys of a city's known nurseries, as they stood before a table was read."""

    _owners: dict[tuple[KeyKind, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    _keys: dict[int, set[tuple[KeyKind, str]]] = field(default_factory=lambda: defaultdict(set))
    _districts: dict[int, str] = field(default_factory=dict)

    def add(self, nursery: int, district: str, keys: Iterable[tuple[KeyKind, str]]) -> None:
        """Make a nursery known under more keys."""
        self._districts[nursery] = max(district, self._districts.get(nursery, ""), key=len)
        for key in keys:
            owners = self._owners[key]
            if nursery not in owners:
                owners.append(nursery)
            self._keys[nursery].add(key)

    def match(self, row: Identity, taken: Container[int]) -> Match:
        """The verdict on one row, `taken` being the nurseries that its table already names."""
        keys = row.known_by()
        here = [
            nursery
            for nursery in self._bearing(keys, ("name", "trading"))
            if self._districts[nursery] == row.district
        ]
        at_address = self._bearing(keys, ("address",))
        same_code = [
            nursery
            for nursery in self._bearing(keys, ("code",))
            if nursery in at_address and self._districts[nursery] == row.district
        ]
        found = same_code or self._nearest(here, at_address)
        if len(found) == 1 and found[0] not in taken:
            sure = bool(same_code) or not self._contradicts(found[0], row, keys)
            return Match("matched", found[0]) if sure else _proposed(found, "name")
        free = [nursery for nursery in found if nursery not in taken]
        if found:
            return _proposed(free, "name") if free else Match("new")
        elsewhere = [one for one in self._vaguely(row, keys) if one not in taken]
        if elsewhere:
            return _proposed(elsewhere, "name")
        shared = [
            one for one in at_address if one not in taken and self._districts[one] == row.district
        ]
        return _proposed(shared, "address") if shared else Match("new")

    def _bearing(
        self, keys: Iterable[tuple[KeyKind, str]], kinds: tuple[KeyKind, ...]
    ) -> list[int]:
        """The nurseries known under one of the keys; the two kinds of names are one."""
        values = dict.fromkeys(key for kind, key in keys if kind in kinds)
        owned = [
            owner
            for value in values
            for kind in kinds
            for owner in self._owners.get((kind, value), ())
        ]
        return list(dict.fromkeys(owned))

    def _nearest(self, named: list[int], at_address: list[int]) -> list[int]:
        if len(named) < 2:
            return named
        return [nursery for nursery in named if nursery in at_address] or named

    def _vaguely(self, row: Identity, keys: Iterable[tuple[KeyKind, str]]) -> list[int]:
        """Nurseries of the name in the city, where one of the two is known no closer."""
        return [
            nursery
            for nursery in self._bearing(keys, ("name", "trading"))
            if min(len(row.district), len(self._districts[nursery])) <= _CITY_KEY
            and self._districts[nursery] != row.district
        ]

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


def _proposed(nurseries: Iterable[int], reason: str) -> Match:
    return Match("ambiguous", candidates=tuple((nursery, reason) for nursery in nurseries))
