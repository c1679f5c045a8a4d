"""The nurseries that the ledger knows when a list comes in, and the public ids that are taken."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import cached_property

from sqlalchemy import ColumnElement, Connection, select

from registry.keys import name_key
from registry.ledger import schema
from registry.ledger.decisions import merged_nurseries
from registry.matching import Identity, Register


class KnownNurseries:
    """Those of one world: a fictional nursery and a real one never match."""

    def __init__(self, connection: Connection, *, fictional: bool) -> None:
        self._connection = connection
        self._fictional = fictional

    def register(self, city: str, before: int) -> Register:
        """The nurseries known in a city, numbered below `before`."""
        key = schema.match_key.c
        rows = self._connection.execute(
            select(key.nursery_id, key.district, key.kind, key.key)
            .where(key.city == city[:4], key.nursery_id < before, self._same_world())
            .order_by(key.id)
        )
        register, merged = Register(), merged_nurseries(self._connection)
        for nursery, district, kind, value in rows:
            register.add(merged.get(nursery, nursery), district, [(kind, value)])
        return register

    def addresses(self, city: str) -> dict[str, dict[int, str]]:
        """The nurseries of a city, each with its district, by the key of their addresses."""
        key = schema.match_key.c
        rows = self._connection.execute(
            select(key.key, key.nursery_id, key.district)
            .where(key.city == city, key.kind == "address", self._same_world())
            .order_by(key.id)
        )
        merged = merged_nurseries(self._connection)
        found: defaultdict[str, dict[int, str]] = defaultdict(dict)
        for address, nursery, district in rows:
            found[address][merged.get(nursery, nursery)] = district
        return dict(found)

    def new_public_id(self, identity: Identity) -> str:
        """An id for a new nursery, made from what it is: the same lists give the same ids."""
        words = (identity.district, name_key(identity.name or ""), *identity.trading[:1])
        if identity.address:
            words = (*words, identity.address)
        for attempt in range(1000):
            digest = hashlib.sha256("\n".join((*words, str(attempt))).encode()).digest()
            public_id = digest.hex()[:12]
            if public_id not in self._taken:
                self._taken.add(public_id)
                return public_id
        raise AssertionError("a thousand rows of one name and address in one ledger")

    @cached_property
    def _taken(self) -> set[str]:
        return set(self._connection.execute(select(schema.nursery.c.public_id)).scalars())

    def _same_world(self) -> ColumnElement[bool]:
        return schema.match_key.c.fictional.is_(self._fictional)
