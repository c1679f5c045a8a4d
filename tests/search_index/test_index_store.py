"""Generations are built aside, swapped at once, refused when damaged, and kept for rollback."""

from __future__ import annotations

import fcntl
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from registry.nursery import Nursery
from search_index.errors import (
    BuildInProgress,
    DamagedGeneration,
    NoGeneration,
    RepeatedNursery,
)
from search_index.live import LiveIndex
from search_index.manifest import MANIFEST, Manifest
from search_index.request import SearchRequest
from search_index.store import KEPT, Store
from tests.search_index.synthetic import REGION_NAMES, TODAY, named

PROJECT = Path(__file__).parents[2]
OLD = [named("a", "苏阳托育中心"), named("b", "小天使托儿所")]
NEW = [*OLD, named("c", "金色摇篮托育园")]


def build(store: Store, nurseries: list[Nursery]) -> Manifest:
    return store.build(
        nurseries, revision=str(len(nurseries)), fictional=True, region_names=REGION_NAMES
    )


def total(store: Store) -> int:
    return store.open_current(TODAY).search(SearchRequest()).total


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_store_without_a_build_serves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "absent")
    with pytest.raises(NoGeneration, match="nothing has been built yet"):
        store.open_current(TODAY)
    assert store.status() == ()


def test_an_empty_generation_answers(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store, [])
    answer = store.open_current(TODAY).search(SearchRequest(text="托育"))
    assert (answer.total, answer.hits) == (0, ())


def test_the_manifest_says_what_was_built(tmp_path: Path) -> None:
    store = Store(tmp_path)
    manifest = build(store, OLD)
    assert store.open_current(TODAY).manifest == manifest
    assert (manifest.documents, manifest.revision, manifest.fictional) == (2, "2", True)
    assert manifest.region_names == REGION_NAMES
    on_disk = {
        path.relative_to(tmp_path / manifest.generation).as_posix()
        for path in (tmp_path / manifest.generation).rglob("*")
        if path.is_file()
    }
    assert on_disk == {*manifest.files, MANIFEST}


@pytest.mark.parametrize("harm", [Path.unlink, truncate, flip])
def test_any_damaged_file_is_refused_and_the_previous_generation_serves(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    sound = Store(tmp_path / "sound")
    build(sound, OLD)
    newest = build(sound, NEW)
    files = [name for name, record in newest.files.items() if record.size]
    assert len(files) > 30
    for name in (MANIFEST, *files):
        root = tmp_path / "damaged"
        shutil.copytree(sound.root, root)
        harm(root / newest.generation / name)
        generation = Store(root).open_current(TODAY)
        assert generation.search(SearchRequest()).total == len(OLD)
        (refused,) = generation.refused
        assert refused.generation == newest.generation
        assert name in refused.reason
        problems = {one.generation: one.problem for one in Store(root).check()}
        assert problems.pop(newest.generation) == refused.reason
        assert list(problems.values()) == [None]
        shutil.rmtree(root)


def test_nothing_sound_is_said_with_every_reason(tmp_path: Path) -> None:
    store = Store(tmp_path)
    manifest = build(store, OLD)
    (tmp_path / manifest.generation / "words.txt").unlink()
    with pytest.raises(
        NoGeneration, match=f"{manifest.generation} is refused: words.txt is missing"
    ):
        store.open_current(TODAY)


def test_another_layout_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    manifest = build(store, OLD)
    replace(manifest, schema_version=0).write(tmp_path / manifest.generation)
    with pytest.raises(NoGeneration, match="its layout is 0"):
        store.open_current(TODAY)


def test_the_last_few_are_kept_and_rollback_goes_back_one(tmp_path: Path) -> None:
    store = Store(tmp_path)
    built = [build(store, NEW[:count]) for count in (0, 1, 2, 3)]
    names = [manifest.generation for manifest in built]
    assert [one.generation for one in store.status()] == names[:0:-1]
    assert len(store.status()) == KEPT
    assert store.rollback() == built[2]
    assert total(store) == 2
    assert [one.current for one in store.status()] == [False, True, False]
    assert store.rollback() == built[1]
    with pytest.raises(NoGeneration, match="no earlier generation"):
        store.rollback()
    assert build(store, NEW).generation > names[-1]
    assert total(store) == 3


def test_rollback_passes_over_a_damaged_generation(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first, second = build(store, OLD[:1]), build(store, OLD)
    build(store, NEW)
    flip(tmp_path / second.generation / "documents.bin")
    assert store.rollback() == first


def test_a_repeated_id_stops_the_build_and_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store, OLD)
    with pytest.raises(RepeatedNursery, match="share the id a"):
        build(store, [*OLD, OLD[0]])
    assert total(store) == 2


def test_two_builds_do_not_collide(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store, OLD)
    with (tmp_path / "build.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BuildInProgress):
            build(store, NEW)
    assert total(store) == 2
    build(store, NEW)
    assert total(store) == 3


KILLED = """
import os, signal, sys
from pathlib import Path
from search_index.store import Store
from tests.search_index.synthetic import REGION_NAMES, named

def nurseries():
    yield named("x", "半途托育")
    os.kill(os.getpid(), signal.SIGKILL)

Store(Path(sys.argv[1])).build(
    nurseries(), revision="x", fictional=True, region_names=REGION_NAMES
)
"""


def test_a_killed_build_leaves_the_old_generation_serving(tmp_path: Path) -> None:
    store = Store(tmp_path)
    build(store, OLD)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=PROJECT, check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "building").is_dir()
    assert total(store) == 2
    build(store, NEW)
    assert not (tmp_path / "building").exists()
    assert total(store) == 3


def test_an_open_generation_outlives_its_folder(tmp_path: Path) -> None:
    store = Store(tmp_path)
    manifest = build(store, OLD)
    generation = store.open_current(TODAY)
    shutil.rmtree(tmp_path / manifest.generation)
    answer = generation.search(SearchRequest(text="苏阳"))
    assert [hit.nursery for hit in answer.hits] == [OLD[0]]


def test_a_live_index_follows_the_pointer_and_the_day(tmp_path: Path) -> None:
    store = Store(tmp_path)
    days = [TODAY]
    live = LiveIndex(tmp_path, lambda: days[-1])
    with pytest.raises(NoGeneration):
        _ = live.generation
    build(store, OLD)
    first = live.generation
    assert live.generation is first
    build(store, NEW)
    second = live.generation
    assert [one.search(SearchRequest()).total for one in (first, second)] == [2, 3]
    days.append(TODAY + timedelta(days=1))
    assert live.generation.today == date(2026, 11, 22)
    store.rollback()
    assert live.generation.manifest == first.manifest


def test_a_live_index_keeps_what_is_open_when_nothing_else_is_left(tmp_path: Path) -> None:
    store = Store(tmp_path)
    manifest = build(store, OLD)
    live = LiveIndex(tmp_path, lambda: TODAY)
    opened = live.generation
    shutil.rmtree(tmp_path / manifest.generation)
    (tmp_path / "current").write_text("000009-nowhere")
    assert live.generation is opened


def test_a_folder_with_nothing_sound_is_looked_through_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = Store(tmp_path)
    manifest = build(store, OLD)
    flip(tmp_path / manifest.generation / "documents.bin")
    live = LiveIndex(tmp_path, lambda: TODAY)
    for _ in range(3):
        with pytest.raises(NoGeneration, match=r"documents.bin was changed"):
            _ = live.generation
    assert len(caplog.records) == 1
    assert live.built
    build(store, NEW)
    assert live.generation.search(SearchRequest()).total == len(NEW)
    assert not live.degraded


def test_a_damaged_generation_says_which_and_why() -> None:
    damage = DamagedGeneration("000001-x", "words.txt is missing")
    assert str(damage) == "generation 000001-x is refused: words.txt is missing"


def test_a_whole_credit_code_finds_every_place_and_nothing_else(tmp_path: Path) -> None:
    code, other = "91320582XX0000001X", "91320582XX0000001Y"
    places = [
        replace(named("a", "苏阳托育中心"), credit_code=code),
        replace(named("b", "小天使托儿所"), credit_code=other),
        replace(named("c", "金色摇篮托育园"), credit_code=code),
        named("d", "无码托育园"),
    ]
    build(Store(tmp_path), places)
    generation = Store(tmp_path).open_current(TODAY)
    assert [one.id for one in generation.with_code(code)] == ["a", "c"]
    assert [generation.coded(one) for one in (code, other, code[:-1], "", "\ud800")] == [
        2,
        1,
        0,
        0,
        0,
    ]
