"""The search page over 130,000 nurseries: server time in process, and requests per second.

Requests per second are measured by wrk against the same gunicorn that serves an empty Flask page,
one sync worker each, in turn. Kept pages are asked again and again; a page that nobody asked
lately is found in a list of searches that is longer than what a worker keeps. A mixture asks
searches as readers do, few very often and most hardly ever, by Zipf's law: that of rank r is asked
1/r times as often as the first. A worker of its own answers it, which has been asked two thousand
of them before; every round asks further ones.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from typing import Final
from urllib.parse import quote

from flask.testing import FlaskClient

from benchmarks.corpus import TODAY
from benchmarks.country import NURSERIES, data_folder
from benchmarks.request_rate import SECONDS, Server, rate
from nursery_site.application import create_app
from nursery_site.settings import Settings

TARGET_MS: Final = 50
TARGET_SHARE: Final = 0.4
ROUNDS: Final = 3
_ASKED_BEFORE: Final = 2000
"""Searches of the mixture that its worker has answered before it is measured."""

_LOCALES: Final = ("zh-hans", "zh-hant", "en")
_TEXTS: Final = ("", "托育", "普惠 托班", "託兒所", "蒙台梭利", "人民路")
_FILTERS: Final = (
    "",
    "inclusive=yes&price_max=2000",
    "form=full_day&age=18&sort=price",
    "demo=city&demo=provincial&nature=public",
)
_BROWSER: Final = "gzip, deflate, br, zstd"
_ROOT: Final = Path(__file__).parents[1]


def main(count: int = NURSERIES) -> None:
    """Ask every page twice in process, then measure both servers."""
    environ = {"SHANYU_DATA": str(data_folder(count)), "SHANYU_TODAY": TODAY.isoformat()}
    client = create_app(Settings.from_environ(_ROOT, environ)).test_client()
    urls = _urls(2)
    client.get(urls[0])
    for kind in ("first time", "once more"):
        times = [_milliseconds(client, url) for url in urls]
        p95 = quantiles(times, n=20)[-1]
        print(
            f"  {kind}: p50 {median(times):6.2f} ms  p95 {p95:6.2f} ms  "
            f"({len(urls)} pages, target p50 {TARGET_MS} ms)"
        )
    _rates(environ)


def _rates(environ: dict[str, str]) -> None:
    """Requests per second of both servers, the best of some rounds in turn."""
    one, many, mixed = _urls(1)[:1], _urls(3), _mixture()
    new = _urls(60)[len(many) :]
    with (
        Server("benchmarks.empty_page:app", {}) as empty,
        Server("wsgi:app", environ) as site,
        Server("wsgi:app", environ) as other,
    ):
        cases = {
            "an empty Flask page": (empty, ["/"], ""),
            "one search, plain": (site, one, ""),
            "one search, compressed": (site, one, _BROWSER),
            f"{len(many)} searches in turn, compressed": (site, many, _BROWSER),
            f"{len(new)} searches, none asked before": (site, new, _BROWSER),
            f"a mixture of {len(set(mixed))} searches": (other, mixed, _BROWSER),
        }
        site.ask(many, _BROWSER)
        other.ask(mixed[:_ASKED_BEFORE], _BROWSER)
        best = dict.fromkeys(cases, (0.0, 0.0))
        for number in range(ROUNDS):
            for name, (server, paths, coding) in cases.items():
                asked = paths
                if paths is mixed or paths is new:  # others in every round
                    asked = paths[(_ASKED_BEFORE if paths is mixed else 0) + number :: ROUNDS]
                best[name] = max(best[name], _measured(server, asked, coding))
    _print(best)


def _measured(server: Server, paths: Sequence[str], coding: str) -> tuple[float, float]:
    """Answers a second, and milliseconds of the worker's processor for each."""
    before = server.cpu_seconds()
    found = rate(server, paths, coding)
    return found, (server.cpu_seconds() - before) * 1000 / (found * SECONDS)


def _print(best: dict[str, tuple[float, float]]) -> None:
    """Shares of the empty page by the clock and, for busy machines, by the processor."""
    base, base_cpu = next(iter(best.values()))
    print(f"  {'':42}{'a second':>9}{'share':>7}{'ms of CPU':>11}{'share':>7}")
    for name, (found, cpu) in best.items():
        print(f"  {name:42}{found:9.0f}{found / base:7.2f}{cpu:11.2f}{base_cpu / cpu:7.2f}")
    print(f"  a share is of the empty page; the target is {TARGET_SHARE}")


def _urls(pages: int) -> list[str]:
    return [
        f"/{locale}/nurseries?q={quote(text)}&{filters}&page={page}"
        for page, locale, text, filters in product(range(1, pages + 1), _LOCALES, _TEXTS, _FILTERS)
    ]


def _mixture() -> list[str]:
    """Searches in the order of a day, made by chance and always the same."""
    chance = random.Random(20261122)  # noqa: S311  # meant to repeat
    urls = _urls(60)
    # First pages are asked most: a rank counts pages first, then what is asked, by chance.
    ranked = sorted(urls, key=lambda url: (int(url.rpartition("=")[2]), chance.random()))
    return chance.choices(ranked, [1 / rank for rank in range(1, len(ranked) + 1)], k=20_000)


def _milliseconds(client: FlaskClient, url: str) -> float:
    start = time.perf_counter()
    answer = client.get(url)
    elapsed = time.perf_counter() - start
    if answer.status_code != 200:
        raise SystemExit(f"a page answered {answer.status_code}")
    return elapsed * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
