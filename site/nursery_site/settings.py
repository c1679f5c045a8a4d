"""What an operator can set, from the environment only."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

HOME_ZONE = ZoneInfo("Asia/Shanghai")
"""Every date a Chinese authority publishes is a day of this zone."""


def in_china(moment: datetime) -> datetime:
    """A moment on China's clocks; one without an offset, as SQLite keeps it, is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(HOME_ZONE)


class SettingsError(click.ClickException):
    """A setting holds something that cannot be meant. `str(error)` is one sentence.

    Every `flask` command shows it so, and ends with status 2.
    """

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one running site.

    `root` is the folder that holds `content/`, `static/` and `translations/`; it is handed in,
    so that no package guesses where it stands. `today` fixes the date for which states and ages
    are computed; `None` follows the calendar. `public_url` is the origin that canonical links
    name; without it they name the host that was asked. `secret` signs forms; without it a key is
    made once in `data`. `proxies` of our own stand before the site: only what the nearest of them
    says of where a request comes from is believed. `design` shows the living page of the design,
    which is for developers and of no use to readers.
    """

    root: Path
    data: Path
    database_url: str
    today: date | None = None
    public_url: str | None = None
    secret: str | None = field(default=None, repr=False)
    proxies: int = 0
    design: bool = False

    @classmethod
    def from_environ(cls, root: Path, environ: Mapping[str, str] | None = None) -> Settings:
        """Read `SHANYU_*`. Raises `SettingsError` for a value that cannot be read."""
        given = os.environ if environ is None else environ
        data = Path(given.get("SHANYU_DATA") or root / "var").absolute()
        return cls(
            root=root.absolute(),
            data=data,
            database_url=given.get("SHANYU_DATABASE_URL") or f"sqlite:///{data / 'ledger.sqlite3'}",
            today=_day(given.get("SHANYU_TODAY")),
            public_url=(given.get("SHANYU_PUBLIC_URL") or "").rstrip("/") or None,
            secret=given.get("SHANYU_SECRET") or None,
            proxies=_whole("SHANYU_PROXIES", given.get("SHANYU_PROXIES")),
            design=_whole("SHANYU_DESIGN", given.get("SHANYU_DESIGN")) > 0,
        )

    @property
    def index(self) -> Path:
        """The folder of the index generations."""
        return self.data / "index"

    @property
    def assets(self) -> Path:
        """The folder of the static files under their immutable names."""
        return self.data / "assets"

    def day(self) -> date:
        """Today, in China."""
        return self.today or datetime.now(HOME_ZONE).date()


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(
            f"SHANYU_TODAY is {text!r}, which is no date like 2026-11-21."
        ) from None


def _whole(name: str, text: str | None) -> int:
    if not text:
        return 0
    if not text.isdecimal():
        raise SettingsError(f"{name} is {text!r}, which is no whole number like 1.")
    return int(text)
