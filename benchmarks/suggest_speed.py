"""Measures what is read while a parent types: `python -m benchmarks suggest_speed`.

Over synthetic nurseries, CPU time of this process: suggestions for every beginning of names,
divisions and their pinyin; reading sentences; corrections of names with one wrong character;
ladders of requests that find little.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable
from statistics import quantiles
from typing import Final

import pypinyin

from benchmarks import country
from benchmarks.corpus import TODAY, nurseries
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.understanding import applied

_SEED: Final = 20261121
_NAMES: Final = 60
_SENTENCES: Final = (
    "江阳区 18个月 2000以内 省级示范 全日托",
    "離我近 公辦 有空位",
    "普惠 一岁半 鼓楼",
    "我想找离家近的普惠托班 两岁 三公里以内",
    "苏阳托育 全日托 1500到2500",
    "星河 学府路 公办",
)


def main(count: int = 130_000) -> None:
    """Ask each question of many texts."""
    print(f"{count} nurseries; CPU time per call")
    _measure(country.store(count).open_current(TODAY))


def _measure(generation: Generation) -> None:
    chance = random.Random(_SEED)  # noqa: S311  # meant to repeat
    names = [one.name for one in chance.sample(list(nurseries(2000)), _NAMES)]
    readings = ["".join(pypinyin.lazy_pinyin(name)) for name in names[:20]]
    typed = [text[:end] for text in (*names, *readings) for end in range(1, min(len(text), 16))]
    wrong = [name[:at] + "喆" + name[at + 1 :] for name in names for at in (0, 3, len(name) // 2)]
    sentences = [f"{text} {extra}" for text in _SENTENCES for extra in ("", "北京", "童心托育")]
    asked = [applied(SearchRequest(), generation.understand(text)) for text in sentences]
    _report("suggest", typed, generation.suggest)
    _report("understand", sentences, generation.understand)
    _report("corrections", wrong, generation.corrections)
    _report("relaxations", asked, generation.relaxations)


def _report(name: str, texts: Iterable[object], ask: Callable[..., object]) -> None:
    times = []
    for text in texts:
        best = min(_timed(ask, text) for _ in range(3))
        times.append(best)
    cuts = quantiles(times, n=100, method="inclusive")
    print(
        f"{name:12} {len(times):5} calls   p50 {cuts[49]:7.2f} ms   p95 {cuts[94]:7.2f} ms"
        f"   worst {max(times):7.2f} ms"
    )


def _timed(ask: Callable[..., object], text: object) -> float:
    start = time.process_time()
    ask(text)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
