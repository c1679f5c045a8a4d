"""The house as DESIGN has it: what a wheel holds, what git keeps, and what the tools are told."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = ["site/nursery_site", "search_index", "registry"]

LOCK_LINE = re.compile(
    r"[a-z0-9.-]+==[0-9][0-9a-z.+!]*( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|( *#.*)?"
)


def test_every_tool_knows_the_same_packages() -> None:
    names = [Path(package).name for package in PACKAGES]
    tool = PROJECT["tool"]
    assert tool["hatch"]["build"]["targets"]["wheel"]["packages"] == PACKAGES
    assert tool["importlinter"]["root_packages"] == names
    assert tool["importlinter"]["contracts"][0]["layers"] == names
    assert set(names) < set(tool["mypy"]["packages"])


def test_site_is_a_source_root_and_hides_no_standard_module() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()
    shown = subprocess.run(
        [sys.executable, "-c", "import site, sys; print(site.__file__)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(shown.stdout.strip()) == Path(sysconfig.get_path("stdlib"), "site.py")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("site/nursery_site/app.py", True),
        ("translations/messages.pot", True),
        ("translations/zh_Hans/LC_MESSAGES/messages.mo", True),
        ("static/lib/icons.svg", True),
        (".venv/bin/python", False),
        (".venv-bench/bin/python", False),
        ("var/ledger.sqlite3", False),
        ("registry/__pycache__/keys.pyc", False),
    ],
)
def test_git_keeps_what_a_wheel_needs(path: str, kept: bool) -> None:
    ignored = subprocess.run(
        ["git", "check-ignore", "--quiet", "--no-index", path], cwd=ROOT, check=False
    )
    assert ignored.returncode == (1 if kept else 0)


def test_a_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    there = {
        file.relative_to((ROOT / package).parent).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert "nursery_site/settings.py" in there
    assert held == there


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt", "bench.txt"])
def test_requirements_are_versions_and_hashes_and_name_no_host(name: str) -> None:
    lines = (ROOT / "requirements" / name).read_text("utf-8").splitlines()
    assert [line for line in lines if not LOCK_LINE.fullmatch(line)] == []
    assert [line for line in lines if "://" in line or " /" in line] == []


def test_the_lock_pins_what_the_project_asks_for() -> None:
    runtime, dev = _pins("runtime.txt"), _pins("dev.txt")
    asked = {_name(requirement) for requirement in PROJECT["project"]["dependencies"]}
    assert asked <= {name for name, _ in runtime}
    assert runtime <= dev
    assert runtime <= _pins("bench.txt")
    assert {_name(requirement) for requirement in PROJECT["dependency-groups"]["dev"]} <= {
        name for name, _ in dev
    }


def test_the_readme_lists_every_make_target_and_no_other() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {"setup", "run", "check", "test", "bench", "words", "lock", "help"} <= set(targets)
    assert set(re.findall(r"^\| `make ([a-z]+)`", _readme(), re.MULTILINE)) == set(targets)


def test_the_readme_lists_every_setting_and_no_other() -> None:
    source = (ROOT / "site/nursery_site/settings.py").read_text("utf-8")
    read = set(re.findall(r"\"(SHANYU_[A-Z_]+)\"", source))
    assert "SHANYU_DATA" in read
    assert set(re.findall(r"^\| `(SHANYU_[A-Z_]+)`", _readme(), re.MULTILINE)) == read


def _readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


def _pins(name: str) -> set[tuple[str, str]]:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return set(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


def _name(requirement: str) -> str:
    """`psycopg[binary]>=3.2` → `psycopg`"""
    (name,) = re.findall(r"^[A-Za-z0-9.-]+", requirement)
    return str(name)
