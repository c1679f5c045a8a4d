"""The key of an address inside its city, whether or not a publisher wrote the city down.

苏州市张家港市杨舍镇新闸路160号, 张家港市杨舍镇新闸路160号 and 杨舍镇新闸路160号 are one place
to whoever knows the city.
"""

from __future__ import annotations

from functools import lru_cache

from registry.keys import address_key, fold
from registry.places.divisions import Divisions


def local_key(address: str, region: str, divisions: Divisions) -> str:
    """`address_key` without the names of the province, the city and its districts in front.

    `region` is the key of the city or of a division inside it.
    """
    key = address_key(address)
    names = _names(region[:4], divisions) if divisions.get(region[:4]) else ()
    stripped = True
    while stripped:
        stripped = False
        for name in names:
            if key.startswith(name) and len(key) > len(name):
                key, stripped = key[len(name) :], True
    return key


@lru_cache(maxsize=512)
def _names(city: str, divisions: Divisions) -> tuple[str, ...]:
    keys = (*divisions.chain(city), *divisions.children(city))
    names = {fold(divisions.name(key)) for key in keys}
    return tuple(sorted(names, key=len, reverse=True))
