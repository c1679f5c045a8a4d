"""A large build is written by two processes: the same files, and no process is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.nursery import Nursery
from search_index.build import write_files
from search_index.errors import LostProcess, RepeatedNursery
from search_index.manifest import records
from tests.search_index.synthetic import REGION_NAMES
from tests.search_index.test_index_whoosh import many

PROJECT = Path(__file__).parents[2]


def children() -> list[int]:
    """The processes this one has started and that still run."""
    tasks = Path("/proc/self/task").glob("*/children")
    return [int(number) for task in tasks for number in task.read_text().split()]


def written(folder: Path, alone: int) -> dict[str, object]:
    folder.mkdir()
    assert write_files(folder, many(), REGION_NAMES, alone=alone) == 300
    return dict(records(folder))


def test_two_processes_write_what_one_would_have_written(tmp_path: Path) -> None:
    before = children()
    one = written(tmp_path / "one", alone=300)
    assert len(one) > 50
    assert written(tmp_path / "two", alone=299) == one
    assert written(tmp_path / "at once", alone=0) == one
    assert children() == before


def test_a_build_says_that_its_second_process_is_gone(tmp_path: Path) -> None:
    before = children()
    ended = []

    def nurseries() -> Iterator[Nursery]:
        for number, nursery in enumerate(many()):
            if number == 100:
                (other,) = set(children()) - set(before)
                ended.append(other)
                os.kill(other, signal.SIGKILL)
            yield nursery

    with pytest.raises(LostProcess, match="ended with -9"):
        write_files(tmp_path, nurseries(), REGION_NAMES, alone=0)
    assert len(ended) == 1
    assert children() == before


def test_a_build_that_is_given_up_ends_its_second_process(tmp_path: Path) -> None:
    before = children()
    with pytest.raises(RepeatedNursery):
        write_files(tmp_path, [*many(), *many()], REGION_NAMES, alone=0)
    assert children() == before


FULL = """
import resource, signal, sys
from pathlib import Path
from search_index.build import write_files
from tests.search_index.synthetic import REGION_NAMES
from tests.search_index.test_index_whoosh import many

folder, limit = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing fails, as on a full disk
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    write_files(folder, many(), REGION_NAMES, alone=0)
except OSError as error:
    print("refused", error.errno)
else:
    print("written")
"""


@pytest.mark.parametrize("limit", [1_000, 100_000])
def test_a_full_disk_is_said_by_whichever_process_meets_it(tmp_path: Path, limit: int) -> None:
    full = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path), str(limit)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": f"{PROJECT}:{PROJECT / 'site'}"},
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    assert full.stdout == "refused 27\n"  # EFBIG


def test_what_goes_wrong_in_the_second_process_is_raised_in_the_first(tmp_path: Path) -> None:
    before = children()
    (tmp_path / "whoosh").mkdir()
    with pytest.raises(FileExistsError, match="whoosh"):
        write_files(tmp_path, many(), REGION_NAMES, alone=0)
    assert children() == before
