"""The search page over 130,000 nurseries: server time from request to HTML, in process."""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from typing import Final
from urllib.parse import quote

from flask.testing import FlaskClient

from benchmarks.corpus import TODAY, nurseries, region_names
from nursery_site.application import create_app
from nursery_site.settings import Settings
from search_index.store import Store

TARGET_MS: Final = 50
_LOCALES: Final = ("zh-hans", "zh-hant", "en")
_TEXTS: Final = ("", "托育", "普惠 托班", "託兒所", "蒙台梭利", "人民路")
_FILTERS: Final = (
    "",
    "inclusive=yes&price_max=2000",
    "form=full_day&age=18&sort=price",
    "demo=city&demo=provincial&nature=public",
)
_ROOT: Final = Path(__file__).parents[1]


def main(count: int = 130_000) -> None:
    """Build, ask every page twice, and print first and later times."""
    with tempfile.TemporaryDirectory() as name:
        environ = {"SHANYU_DATA": name, "SHANYU_TODAY": TODAY.isoformat()}
        settings = Settings.from_environ(_ROOT, environ)
        Store(settings.index).build(
            nurseries(count), revision="bench", fictional=True, region_names=region_names()
        )
        client = create_app(settings).test_client()
        urls = [
            f"/{locale}/nurseries?q={quote(text)}&{filters}&page={page}"
            for locale, text, filters, page in product(_LOCALES, _TEXTS, _FILTERS, (1, 2))
        ]
        client.get(urls[0])
        for kind in ("first time", "once more"):
            times = [_milliseconds(client, url) for url in urls]
            p95 = quantiles(times, n=20)[-1]
            print(
                f"  {kind}: p50 {median(times):6.2f} ms  p95 {p95:6.2f} ms  "
                f"({len(urls)} pages, target p50 {TARGET_MS} ms)"
            )


def _milliseconds(client: FlaskClient, url: str) -> float:
    start = time.perf_counter()
    answer = client.get(url)
    elapsed = time.perf_counter() - start
    if answer.status_code != 200:
        raise SystemExit(f"a page answered {answer.status_code}")
    return elapsed * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
