"""Folds columns of check marks into one that says what was checked.

机构性质/举办类别/公办 [√] and 机构性质/举办类别/民办 [ ] become 举办类别: 公办.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

_CHOSEN = frozenset("√✓✔☑■●☒✅") | {"是", "有", "V", "v"}
_NOT_CHOSEN = frozenset("×✕✗✘☐□○/-—－\\") | {"", "否", "无", "——", "--"}


def fold_marks(
    names: Sequence[str], rows: list[tuple[str, ...]]
) -> tuple[list[str], list[tuple[str, ...]], list[int]]:
    """The names and rows with every group of mark columns as one column, in its first place.

    Last comes where each column stood before.
    """
    groups = [group for group in _groups(names) if _is_marked(group, rows)]
    if not groups:
        return list(names), rows, list(range(len(names)))
    first = {group[0]: group for group in groups}
    gone = {at for group in groups for at in group[1:]}
    kept = [at for at in range(len(names)) if at not in gone]
    folded = [_last(_parent(names[at])) if at in first else names[at] for at in kept]
    cells = [
        tuple(_choice(names, row, first[at]) if at in first else row[at] for at in kept)
        for row in rows
    ]
    return folded, cells, kept


def _groups(names: Sequence[str]) -> Iterable[list[int]]:
    """Columns that share the whole path above their own name."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        if _parent(name):
            groups[_parent(name)].append(at)
    return (group for group in groups.values() if len(group) > 1)


def _is_marked(group: list[int], rows: list[tuple[str, ...]]) -> bool:
    found = {row[at] for row in rows for at in group}
    return found <= _CHOSEN | _NOT_CHOSEN and bool(found & _CHOSEN)


def _choice(names: Sequence[str], row: tuple[str, ...], group: list[int]) -> str:
    return "、".join(_last(names[at]) for at in group if row[at] in _CHOSEN)


def _parent(name: str) -> str:
    return name.rpartition("/")[0]


def _last(name: str) -> str:
    return name.rpartition("/")[2]
