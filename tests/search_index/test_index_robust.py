"""Builds under load and on a full disk: no search is lost, and no answer mixes two generations."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from registry.nursery import Nursery
from search_index.live import LiveIndex
from search_index.request import SearchRequest
from search_index.store import Store
from tests.search_index.synthetic import REGION_NAMES, TODAY, named

PROJECT = Path(__file__).parents[2]


def world(number: int) -> list[Nursery]:
    """Every nursery of a world bears its number, and there are as many as it says."""
    return [named(f"w{number}-{one}", f"第{number}托育中心") for one in range(number)]


def build(store: Store, number: int) -> None:
    store.build(world(number), revision=str(number), fictional=True, region_names=REGION_NAMES)


def ask(live: LiveIndex) -> int:
    """Search once; the world that answered, when everything in the answer is of that world."""
    generation = live.generation
    answer = generation.search(SearchRequest(text="托育中心", per_page=50))
    number = int(generation.manifest.revision)
    assert answer.generation == generation.manifest.generation
    assert answer.total == number == len(answer.hits)
    assert {hit.nursery.name for hit in answer.hits} == {f"第{number}托育中心"}
    assert sum(value.count for value in answer.facets["filed"]) == number
    assert [value.count for value in answer.facets["region"] if value.value == "32"] == [number]
    return number


def test_threads_that_search_while_builds_swap_lose_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store, 1)
    live = LiveIndex(tmp_path, lambda: TODAY)
    done = threading.Event()
    seen: list[set[int]] = [set() for _ in range(4)]
    failures: list[BaseException] = []

    def search(numbers: set[int]) -> None:
        try:
            while not done.is_set():
                numbers.add(ask(live))
        except BaseException as error:  # noqa: BLE001  # reported by the test
            failures.append(error)

    threads = [threading.Thread(target=search, args=(numbers,)) for numbers in seen]
    for thread in threads:
        thread.start()
    for number in range(2, 12):
        build(store, number)
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(set().union(*seen)) > 3
    assert ask(live) == 11


SEARCHING = """
import sys
from pathlib import Path
from search_index.live import LiveIndex
from tests.search_index.synthetic import TODAY
from tests.search_index.test_index_robust import ask

live = LiveIndex(Path(sys.argv[1]), lambda: TODAY)
seen = set()
while max(seen, default=0) < 8:
    seen.add(ask(live))
    if len(seen) == 1:
        print("ready", flush=True)
print(len(seen))
"""


def test_processes_that_search_while_builds_swap_lose_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store, 1)
    searching = [
        subprocess.Popen(
            [sys.executable, "-c", SEARCHING, str(tmp_path)],
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": f"{PROJECT}:{PROJECT / 'site'}"},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for one in searching:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for number in range(2, 9):
        build(store, number)
    for one in searching:
        out, _ = one.communicate(timeout=60)
        assert one.returncode == 0
        assert int(out.split()[-1]) > 1


FULL = """
import resource, signal, sys
from pathlib import Path
from search_index.store import Store
from tests.search_index.synthetic import REGION_NAMES
from tests.search_index.test_index_robust import world

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing fails, as on a full disk
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    Store(Path(sys.argv[1])).build(
        world(60), revision="60", fictional=True, region_names=REGION_NAMES
    )
except OSError as error:
    print("refused", error.errno)
"""


def test_a_build_on_a_full_disk_leaves_the_old_generation_serving(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store, 3)
    live = LiveIndex(tmp_path, lambda: TODAY)
    for limit in (0, 100, 5_000, 20_000):
        full = subprocess.run(
            [sys.executable, "-c", FULL, str(tmp_path), str(limit)],
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": f"{PROJECT}:{PROJECT / 'site'}"},
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        )
        assert full.stdout == "refused 27\n"  # EFBIG
        assert ask(live) == 3
        assert ask(LiveIndex(tmp_path, lambda: TODAY)) == 3
        assert [one.problem for one in store.check()] == [None]
    build(store, 4)
    assert ask(live) == 4
    assert not (tmp_path / "building").exists()
