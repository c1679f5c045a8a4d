"""`make bench`: every measurement, or those that are named, each in a process of its own.

    python -m benchmarks.everything [MODULE…]

What is printed is kept in `var/bench/report.md`, with the conditions, to be pasted into
`docs/performance.md`; the figures of the engines also in `var/bench/search.json`.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TextIO

from benchmarks import country

ROOT: Final = Path(__file__).parents[1]
PARTS: Final = (
    "search_speed",
    "page_speed",
    "suggest_speed",
    "worker_memory",
    "relevance",
    "import_speed",
)
"""`paint_speed` is not among them: it needs the browser, which the other environment has."""


def run(names: list[str]) -> None:
    """Build the country once, then measure; ends with the first that fails."""
    kept = ROOT / "var" / "bench"
    kept.mkdir(parents=True, exist_ok=True)
    chosen = names or list(PARTS)
    start = time.monotonic()
    with (
        (kept / "report.md").open("w", encoding="utf-8") as report,
        tempfile.TemporaryDirectory(prefix="shanyu-bench-") as folder,
    ):
        _say(report, _conditions())
        if not {"page_speed", "suggest_speed", "worker_memory"}.isdisjoint(chosen):
            before = time.monotonic()
            country.build(Path(folder), country.NURSERIES)
            os.environ[country.FOLDER] = folder
            _say(report, f"built {country.NURSERIES:,} in {time.monotonic() - before:.0f} s\n")
        for name in chosen:
            _measure(name, kept, report)
        _say(report, f"everything took {(time.monotonic() - start) / 60:.0f} minutes")


def _measure(name: str, kept: Path, report: TextIO) -> None:
    _say(report, f"\n## {name}\n```text")
    order = [sys.executable, "-c", f"from benchmarks import {name}; {name}.main()"]
    if name == "search_speed":
        order = [sys.executable, "-m", "benchmarks", "--json", str(kept / "search.json")]
    child = subprocess.Popen(order, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None  # noqa: S101 - for the types
    for line in child.stdout:
        _say(report, line.rstrip("\n"))
    _say(report, "```")
    if child.wait():
        raise SystemExit(f"{name} failed")


def _say(report: TextIO, line: str) -> None:
    print(line, flush=True)
    print(line, file=report, flush=True)


def _conditions() -> str:
    day = datetime.now(UTC).date().isoformat()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{day}, Python {platform.python_version()}, {platform.machine()}, "
        f"{os.cpu_count()} cores, load before: {load}"
    )


if __name__ == "__main__":
    run(sys.argv[1:])
