"""What an operator can set, and what is set when nothing is."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nursery_site.settings import HOME_ZONE, Settings, SettingsError, in_china

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
        "SHANYU_SECRET": "of the operator",
        "SHANYU_PROXIES": "1",
    }
    settings = Settings.from_environ(ROOT, environ)
    assert settings == Settings(
        root=ROOT,
        data=Path("/data"),
        database_url="postgresql+psycopg://ledger",
        today=date(2026, 11, 21),
        public_url="https://shanyu.example",
        secret="of the operator",  # noqa: S106 - no real one
        proxies=1,
    )
    assert "of the operator" not in repr(settings)
    assert settings.day() == date(2026, 11, 21)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="SHANYU_TODAY is 'tomorrow'"):
        Settings.from_environ(ROOT, {"SHANYU_TODAY": "tomorrow"})


def test_a_command_says_so_in_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "index", "status"],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"SHANYU_TODAY": "tomorrow"},
        capture_output=True,
        text=True,
        check=False,
    )
    sentence = "Error: SHANYU_TODAY is 'tomorrow', which is no date like 2026-11-21.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence)


def test_a_day_is_a_day_of_china() -> None:
    late = datetime(2026, 11, 20, 17, 30)  # noqa: DTZ001 - as SQLite gives it back
    assert in_china(late).isoformat() == "2026-11-21T01:30:00+08:00"
    assert in_china(late.replace(tzinfo=UTC)) == in_china(late)
