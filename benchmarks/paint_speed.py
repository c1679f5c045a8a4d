"""Pages as a phone of 2020 paints them: Chromium at a quarter of the speed over a slow line.

150 ms round trips, 1.6 Mbit/s down, nothing cached; over the hand-made site or a running one.

python -m benchmarks.paint_speed [ORIGIN]
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import serving
from tests.site.staging import build_sample, settings_in

TARGET_MS: Final = 1500
ROUND_TRIP_MS: Final = 150
BYTES_A_SECOND: Final = 1_600_000 // 8
SLOWER: Final = 4
ROUNDS: Final = 3
"""The best paint is told, and the worst shift: a busy machine is slower than a phone."""

PAGES: Final = ("/zh-hans/", "/zh-hans/nurseries", "/zh-hans/regions", "/zh-hans/policies")
_OBSERVE: Final = """
  window.painted = 0; window.shifted = 0;
  new PerformanceObserver((list) => { for (const it of list.getEntries()) painted = it.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) if (!it.hadRecentInput) shifted += it.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


def main(origin: str = "") -> None:
    """Print the largest paint and the layout shift of each page."""
    if origin:
        _measure(origin)
        return
    with tempfile.TemporaryDirectory() as name:
        settings = settings_in(Path(name))
        build_sample(settings)
        with serving(settings) as sample:
            _measure(sample)


def _measure(origin: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        for path in (*PAGES, _nursery(origin)):
            rounds = [painted(browser, origin + path) for _ in range(ROUNDS)]
            paint, shift = min(paint for paint, _ in rounds), max(shift for _, shift in rounds)
            print(f"  {path:32} largest paint {paint:6.0f} ms  layout shift {shift:.3f}")
        print(f"  target: {TARGET_MS} ms, no shift")
        browser.close()


def _nursery(origin: str) -> str:
    """The page of the nursery that a search without words puts first."""
    with urlopen(f"{origin}/api/v1/nurseries?per_page=1&lang=zh-hans") as answer:  # noqa: S310 - ours
        url: str = json.load(answer)["items"][0]["url"]
    return url


def painted(browser: Browser, url: str) -> tuple[float, float]:
    """When the largest thing of a page was painted, in ms, and how far the layout shifted."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    chromium = context.new_cdp_session(page)
    chromium.send("Network.enable")
    chromium.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": ROUND_TRIP_MS,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND // 2,
        },
    )
    chromium.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(_OBSERVE)
    page.goto(url, wait_until="load")
    page.wait_for_timeout(1000)
    paint, shift = page.evaluate("[painted, shifted]")
    context.close()
    return float(paint), float(shift)


if __name__ == "__main__":
    main(*sys.argv[1:2])
