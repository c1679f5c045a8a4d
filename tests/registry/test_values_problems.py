"""Every reason has a sentence and a use."""

from __future__ import annotations

import re
from pathlib import Path

from registry.values import problems
from registry.values.problems import SENTENCES, Reason


def test_every_reason_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Reason)
    assert all(re.fullmatch(r"[A-Z].+\.", sentence) for sentence in SENTENCES.values())


def test_every_reason_is_used_and_none_is_invented() -> None:
    here = Path(problems.__file__)
    sources = [path.read_text("utf-8") for path in here.parent.glob("*.py") if path != here]
    used = {name for text in sources for name in re.findall(r"Reason\.([A-Z_]+)", text)}
    assert used == {reason.name for reason in Reason}
