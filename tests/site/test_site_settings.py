"""What an operator can set, and what is set when nothing is."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from nursery_site.settings import HOME_ZONE, Settings, SettingsError

ROOT = Path("/srv/shanyu")


def test_defaults_are_right_for_production() -> None:
    settings = Settings.from_environ(ROOT, {})
    assert settings == Settings(
        root=ROOT,
        data=ROOT / "var",
        database_url="sqlite:////srv/shanyu/var/ledger.sqlite3",
        today=None,
        public_url=None,
    )
    assert settings.day() == datetime.now(HOME_ZONE).date()
    assert (settings.index, settings.assets) == (ROOT / "var/index", ROOT / "var/assets")


def test_everything_can_be_set() -> None:
    environ = {
        "SHANYU_DATA": "/data",
        "SHANYU_DATABASE_URL": "postgresql+psycopg://ledger",
        "SHANYU_TODAY": "2026-11-21",
        "SHANYU_PUBLIC_URL": "https://shanyu.example/",
    }
    settings = Settings.from_environ(ROOT, environ)
    assert settings == Settings(
        root=ROOT,
        data=Path("/data"),
        database_url="postgresql+psycopg://ledger",
        today=date(2026, 11, 21),
        public_url="https://shanyu.example",
    )
    assert settings.day() == date(2026, 11, 21)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="SHANYU_TODAY is 'tomorrow'"):
        Settings.from_environ(ROOT, {"SHANYU_TODAY": "tomorrow"})
