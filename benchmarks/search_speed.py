"""Our engine and its peers on the same corpus and the same 200 searches, in one run.

Every total, every count and every first page is held against brute force before the time of a
search counts. Engines take turns search by search, so that a busy machine is busy for all.
"""

from __future__ import annotations

import json
import pickle
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

from benchmarks.brute_force import Asked, BruteForce, Given
from benchmarks.corpus import nurseries, region_names
from benchmarks.engines import NAMES, Corpus, Engine
from benchmarks.queries import EACH, KINDS, queries
from benchmarks.rows import Row, row_of
from search_index.analysis import analyzer_for, domain_words

ROUNDS: Final = 5
SLOW_MS: Final = 250.0
"""A search this slow is timed once; the others as often as `ROUNDS`, and the least counts."""

WHOOSH_SECONDS: Final = 180.0
"""Plain Whoosh is left out of the remaining searches after so long, and that is said."""

WHOOSH_MOST: Final = 200_000
"""Nurseries that plain Whoosh is asked to index."""


@dataclass
class Measured:
    """What one engine did: milliseconds by kind of search, and what it got wrong."""

    build_s: float
    times: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    errors: list[str] = field(default_factory=list)
    skipped: int = 0

    def every(self) -> list[float]:
        """The times of all searches."""
        return [one for of_kind in self.times.values() for one in of_kind]


def main(
    count: int = 130_000, engines: Sequence[str] = NAMES, report: Path | None = None
) -> dict[str, Any]:
    """Build, verify, time, print; returns what `--json` writes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        analyzer = analyzer_for("\n".join(sorted({*domain_words(), *region_names().values()})))
        asked = [
            (query.kind, Asked(query.request, analyzer.query(query.request.text)))
            for query in queries()
        ]
        print(f"{count:,} nurseries, {len(asked)} searches", flush=True)
        rows = _Rows(folder / "rows", count)
        rows.write(analyzer)
        truth = BruteForce(rows.read(), [one for _, one in asked])
        running, measured = _built(engines, count, rows, folder)
        _ask(asked, running, measured, truth)
        for engine in running.values():
            engine.close()
    result = _result(count, measured)
    _print(measured, result)
    if report is not None:
        report.write_text(json.dumps(result, ensure_ascii=False, indent=1), "utf-8")
    return result


class _Rows:
    """The rows of the corpus in a file, so that they are made once and never all in memory."""

    def __init__(self, path: Path, count: int) -> None:
        self._path = path
        self._count = count

    def write(self, analyzer: Any) -> None:
        names = region_names()
        with self._path.open("wb") as file:
            for number, nursery in enumerate(nurseries(self._count)):
                pickle.dump(row_of(number, nursery, names, analyzer), file, protocol=5)

    def read(self) -> Iterator[Row]:
        with self._path.open("rb") as file:
            for _ in range(self._count):
                yield pickle.load(file)  # noqa: S301  # written above


def _built(
    engines: Sequence[str], count: int, rows: _Rows, folder: Path
) -> tuple[dict[str, Engine], dict[str, Measured]]:
    running: dict[str, Engine] = {}
    measured: dict[str, Measured] = {}
    for name in engines:
        try:
            engine: Engine = import_module(f"benchmarks.engines.{name}").Engine()
        except ImportError as error:
            print(f"{name}: not installed ({error}); `make bench` installs the peers", flush=True)
            continue
        if name == "whoosh" and count > WHOOSH_MOST:
            print(f"whoosh: left out, its writer needs hours for more than {WHOOSH_MOST:,}")
            continue
        (folder / name).mkdir()
        start = time.perf_counter()
        engine.build(Corpus(count, rows.read, folder / name))
        measured[name] = Measured(time.perf_counter() - start)
        running[name] = engine
        print(f"{name}: built in {measured[name].build_s:.1f} s", flush=True)
    return running, measured


def _ask(
    asked: list[tuple[str, Asked]],
    running: dict[str, Engine],
    measured: dict[str, Measured],
    truth: BruteForce,
) -> None:
    """Ask every engine every search, in turn; a wrong answer has no time."""
    spent = 0.0
    for number in range(EACH):
        for kind, one in asked[number::EACH]:
            for name, engine in running.items():
                if name == "whoosh" and spent > WHOOSH_SECONDS:
                    measured[name].skipped += 1
                    continue
                least, given = _timed(engine, one)
                spent += least / 1000 if name == "whoosh" else 0
                problem = truth.wrong(one, given)
                if problem is not None:
                    measured[name].errors.append(f"{kind} {one.request}: {problem}")
                    continue
                for _ in range(1, ROUNDS if least < SLOW_MS else 1):
                    least = min(least, _timed(engine, one)[0])
                measured[name].times[kind].append(least)


def _timed(engine: Engine, asked: Asked) -> tuple[float, Given]:
    start = time.perf_counter()
    given = engine.answer(asked)
    return (time.perf_counter() - start) * 1000, given


def _cut(times: list[float], percent: int) -> float:
    if len(times) < 2:
        return times[0] if times else float("nan")
    return quantiles(times, n=100, method="inclusive")[percent - 1]


def _result(count: int, measured: dict[str, Measured]) -> dict[str, Any]:
    engines = {name: _figures(one) for name, one in measured.items()}
    ours = engines.get("shanyu")
    ratios = {
        name: {cut: round(one[f"{cut}_ms"] / ours[f"{cut}_ms"], 2) for cut in ("p50", "p95")}
        for name, one in engines.items()
        if ours is not None and name != "shanyu"
    }
    return {"nurseries": count, "engines": engines, "ratios": ratios}


def _figures(measured: Measured) -> dict[str, Any]:
    every = measured.every()
    figures: dict[str, Any] = {
        f"p{percent}_ms": round(_cut(every, percent), 4) for percent in (50, 95, 99)
    }
    figures["classes"] = {
        kind: {f"p{percent}_ms": round(_cut(times, percent), 4) for percent in (50, 95)}
        for kind, times in measured.times.items()
    }
    figures |= {"build_s": round(measured.build_s, 2), "wrong": len(measured.errors)}
    # Only plain Whoosh runs out of time; who reads the figures has to know.
    return figures | ({"skipped": measured.skipped} if measured.skipped else {})


def _print(measured: dict[str, Measured], result: dict[str, Any]) -> None:
    headings = "".join(f"{kind:>17}" for kind in ("every", *KINDS))
    print(f"\n{'milliseconds':12}{headings}{'p99':>9}{'build s':>10}{'wrong':>7}")
    for name, figures in result["engines"].items():
        pairs = [figures, *figures["classes"].values()]
        cells = "".join(f"{pair['p50_ms']:8.3f} {pair['p95_ms']:8.2f}" for pair in pairs)
        tail = f"{figures['p99_ms']:9.2f}{figures['build_s']:10.1f}{figures['wrong']:7}"
        print(f"{name:12}{cells}{tail}")
        for error in measured[name].errors[:3]:
            print(f"    wrong: {error}")
        if measured[name].skipped:
            print(f"    {measured[name].skipped} searches left out after {WHOOSH_SECONDS:.0f} s")
    print("each pair is p50 and p95; a ratio is the peer's time over ours")
    for name, ratio in result["ratios"].items():
        print(f"{name:12} p50 {ratio['p50']:8.1f} ×   p95 {ratio['p95']:8.1f} ×")
