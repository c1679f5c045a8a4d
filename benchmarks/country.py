"""One generation of the whole country for every measurement that needs no build of its own.

`make bench` builds it once and names its folder in `SHANYU_BENCH`; a measurement that is run by
itself builds one that lasts as long as its process.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.corpus import nurseries, region_names
from search_index.store import Store

FOLDER: Final = "SHANYU_BENCH"
NURSERIES: Final = 130_000


def data_folder(count: int = NURSERIES) -> Path:
    """A data folder as the site takes it, its index built from so many nurseries."""
    given = os.environ.get(FOLDER)
    if given and count == NURSERIES:
        return Path(given)
    made = tempfile.TemporaryDirectory()
    atexit.register(made.cleanup)
    build(Path(made.name), count)
    return Path(made.name)


def store(count: int = NURSERIES) -> Store:
    """The index of that folder."""
    return Store(data_folder(count) / "index")


def build(folder: Path, count: int) -> None:
    """Build in a process of its own, so that what a build takes is gone with it."""
    order = [sys.executable, "-m", "benchmarks.country", str(folder), str(count)]
    subprocess.run(order, check=True)


if __name__ == "__main__":
    Store(Path(sys.argv[1]) / "index").build(
        nurseries(int(sys.argv[2])),
        revision="s0-d0",
        fictional=True,
        region_names=region_names(),
    )
