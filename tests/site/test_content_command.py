"""`flask content check` as the shell runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from nursery_site.application import create_app
from nursery_site.settings import Settings
from tests.site.staging import ROOT
from tests.site.written import written


def run(root: Path, *words: str, today: str = "2026-11-21") -> Result:
    """Run the command over the content of a folder."""
    environ = {"SHANYU_DATA": str(root / "var"), "SHANYU_TODAY": today}
    app = create_app(Settings.from_environ(root, environ))
    return app.test_cli_runner().invoke(args=["content", "check", *words])


def site(folder: Path, **front: Any) -> Path:
    """The root of a site with one article of its own."""
    shutil.copytree(ROOT / "translations", folder / "translations")
    shutil.copytree(ROOT / "content" / "schemes", folder / "content" / "schemes")
    written(folder / "content", **front)
    return folder


def test_sound_content_passes(tmp_path: Path) -> None:
    done = run(site(tmp_path))
    assert (done.exit_code, done.stdout) == (0, "1 articles, 0 errors, 0 warnings.\n")


def test_a_fault_fails_in_one_sentence(tmp_path: Path) -> None:
    done = run(site(tmp_path, related=["two"]))
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "error: policies/one.md: related two: there is no other article of that name.",
        "1 articles, 1 errors, 0 warnings.",
    ]


FACT = {"id": "f", "text": "规定", "source": "one", "as_of": "2026-01-01"}


@pytest.mark.parametrize(
    ("changed", "rule", "entry"),
    [
        ({"body": "## 对您意味着什么\n\n五个工作日[^two]。\n"}, "source", "[^two]"),
        ({"body": "## 甲\n\n[看](policy:nowhere)[^one]\n"}, "link", "link policy:nowhere"),
        ({"body": "## 甲\n\n[[无此词]][^one]\n"}, "term", "section 甲"),
        (
            {"facts": [{key: value for key, value in FACT.items() if key != "as_of"}]},
            "unreadable",
            "facts.0.as_of",
        ),
        ({"reviewed": "2025-11-20"}, "review", "reviewed"),
    ],
)
def test_each_kind_of_fault_fails(
    tmp_path: Path, changed: dict[str, Any], rule: str, entry: str
) -> None:
    done = run(site(tmp_path, **changed), "--json")
    assert done.exit_code == 1
    errors = [one for one in json.loads(done.stdout)["findings"] if not one["warning"]]
    assert [(one["rule"], one["entry"]) for one in errors] == [(rule, entry)]


def test_a_review_counts_by_the_stated_day(tmp_path: Path) -> None:
    root = site(tmp_path)
    late = run(root, "--json", today="2027-11-22")
    assert late.exit_code == 1
    assert json.loads(late.stdout) == {
        "articles": 1,
        "errors": 1,
        "findings": [
            {
                "rule": "review",
                "file": "policies/one.md",
                "entry": "reviewed",
                "sentence": "it was last reviewed on 2026-11-21, over a year ago.",
                "warning": False,
            }
        ],
    }
    assert run(root, "--no-review", today="2027-11-22").exit_code == 0
