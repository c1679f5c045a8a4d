"""A folder of data for a site: its settings, its lists, and a generation built of them."""

from __future__ import annotations

from pathlib import Path

from nursery_site.settings import Settings
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.overview import Survey
from search_index.store import Store
from tests.site.sample import NURSERIES, REGION_NAMES, TODAY

ROOT = Path(__file__).parents[2]


def settings_in(folder: Path) -> Settings:
    """Settings of a site of its own."""
    environ = {"SHANYU_DATA": str(folder), "SHANYU_TODAY": TODAY.isoformat()}
    return Settings.from_environ(ROOT, environ)


def build_sample(settings: Settings) -> None:
    """A generation of the hand-made nurseries, over an empty ledger."""
    Store(settings.index).build(
        NURSERIES, revision="s0-d0", fictional=True, region_names=REGION_NAMES
    )


def import_all(settings: Settings, *lists: tuple[Path, Statement]) -> None:
    """Read lists into the ledger; every row must be good."""
    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    for path, stated in lists:
        assert import_list(ledger, path, stated).rejected == 0
    ledger.close()


def build(settings: Settings) -> None:
    """A generation of what the ledger holds."""
    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    survey = Survey(ledger, ledger.revision())
    Store(settings.index).build(
        survey.nurseries(),
        revision=str(ledger.revision()),
        fictional=ledger.fictional(),
        region_names=ledger.divisions().names(),
        overview=lambda: survey.overview().to_json(),
    )
    ledger.close()
