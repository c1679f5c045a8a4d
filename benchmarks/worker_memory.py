"""What one more worker costs: forked workers search and read what the system says of them."""

from __future__ import annotations

import gc
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks import country
from benchmarks.corpus import TODAY
from benchmarks.queries import queries
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.store import Store

WORKERS: Final = 4


def main(count: int = country.NURSERIES) -> None:
    """Open, fork, search, print."""
    _measure(country.store(count), count)


def _measure(store: Store, count: int) -> None:
    gc.collect()
    gc.freeze()  # as gunicorn.conf.py does
    alone = _apart(lambda: _opening(store))
    # As gunicorn does with `preload_app`: the master opens, the workers share.
    generation = store.open_current(TODAY)
    generation.parts.analyzer.query("托育")
    asked = [query.request for query in queries()]
    gc.collect()
    gc.freeze()
    found = [_apart(lambda: _serving(generation, asked)) for _ in range(WORKERS)]
    print(f"{count:,} nurseries, {WORKERS} forked workers, the largest of each figure")
    for name, size in alone.items():
        print(f"  {name:56}{size:8.1f}")
    for name in found[0]:
        print(f"  {name:56}{max(one[name] for one in found):8.1f}")


def _opening(store: Store) -> dict[str, float]:
    """What opening a generation after the fork costs, as after a swap."""
    before = _memory()
    start = time.process_time()
    opened = store.open_current(TODAY)
    opening = (time.process_time() - start) * 1000
    private = _memory()["private"] - before["private"]
    opened.parts.analyzer.query("托育")
    dictionary = _memory()["private"] - before["private"] - private
    return {
        "opening for the first time, ms of CPU": opening,
        "private MB when a worker opens a new generation itself": private,
        "private MB of rjieba, if the dictionary is new too": dictionary,
    }


def _serving(generation: Generation, asked: list[SearchRequest]) -> dict[str, float]:
    """What a worker adds by answering the 200 searches with nurseries."""
    before = _memory()
    for request in asked:
        generation.search(request)
    after = _memory()
    return {
        "private MB of a further worker before the first search": before["private"],
        "private MB of a further worker after 200 searches": after["private"],
        "RSS in MB of that worker, all that is shared included": after["rss"],
    }


def _memory() -> dict[str, float]:
    """Megabytes of this process alone, and of all that it touches (Linux).

    Clean pages of mapped files belong to the page cache, also where one worker alone maps them.
    """
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    sizes = {name: int(size) / 1024 for name, size, _ in map(str.split, lines)}
    return {"rss": sizes["Rss:"], "private": sizes["Private_Dirty:"]}


def _apart(work: Callable[[], dict[str, float]]) -> dict[str, float]:
    """Run in a forked process and hand back what it found."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.write(write, json.dumps(work()).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    figures: dict[str, float] = json.loads(text)
    return figures


if __name__ == "__main__":
    main()
