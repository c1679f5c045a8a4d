"""The weight of a page of results: its HTML over the fullest districts of a demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from nursery_site.locales import Locale
from registry.demo.loading import load
from registry.ledger import Ledger
from tests.site.conftest import made
from tests.site.sample import TODAY
from tests.site.staging import ROOT, build, settings_in
from tests.site.visitor import Visitor

MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def fullest(tmp_path_factory: pytest.TempPathFactory) -> tuple[Visitor, list[str]]:
    """A site over the demonstration, and its three districts with most nurseries."""
    settings = settings_in(tmp_path_factory.mktemp("weight"))
    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    load(ledger, Path(settings.data) / "demo", nurseries=2000, seed=1, today=TODAY)
    held: dict[str, int] = {}
    for one in ledger.nurseries():
        held[one.region[-1]] = held.get(one.region[-1], 0) + 1
    ledger.close()
    build(settings)
    districts = sorted((key for key in held if len(key) == 6), key=lambda key: -held[key])
    return Visitor(made(settings).test_client()), districts[:3]


@pytest.mark.parametrize("locale", Locale)
def test_full_districts_are_light(fullest: tuple[Visitor, list[str]], locale: Locale) -> None:
    visitor, districts = fullest
    assert len(districts) == 3
    for district in districts:
        address = f"/{locale}/nurseries?region={district}"
        assert len(visitor.page(address).findall(".//article")) == 20
        assert 20_000 <= len(visitor.get(address).data) <= MOST_BYTES, address
