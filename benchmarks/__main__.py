"""Our engine against its peers, verified: see `search_speed`.

    python -m benchmarks [--nurseries N] [--json FILE] [--engines shanyu,tantivy,…]

`make bench` runs this and the other measurements (`benchmarks.everything`).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import search_speed
from benchmarks.engines import NAMES


def run() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--nurseries", type=int, default=130_000, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--engines", default=",".join(NAMES), help="a list with commas")
    given = parser.parse_args()
    names = given.engines.split(",")
    if unknown := set(names) - set(NAMES):
        parser.error(f"unknown engines: {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    search_speed.main(given.nurseries, names, given.json)


if __name__ == "__main__":
    run()
