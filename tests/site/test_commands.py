"""The operator's commands as the shell runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from nursery_site.application import create_app
from nursery_site.settings import Settings
from registry.ledger import Ledger, schema

ROOT = Path(__file__).parents[2]
STATED = (
    "--title",
    "张家港市备案托育机构名单",
    "--issuer",
    "张家港市卫生健康委员会",
    "--published",
    "2024-07-01",
)


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


class Shell:
    """Runs `flask …` on a data folder of its own, on a fixed day."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        environ = {"SHANYU_DATA": str(folder), "SHANYU_TODAY": "2026-11-21"}
        self._runner = create_app(Settings.from_environ(ROOT, environ)).test_cli_runner()

    def run(self, *words: str) -> Done:
        done = self._runner.invoke(args=list(words))
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Done(done.exit_code, done.stdout, done.stderr)

    def json(self, *words: str) -> dict[str, Any]:
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        printed = json.loads(done.stdout)
        assert isinstance(printed, dict)
        return printed


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(
        "机构名称,地址,托位数\n云岫托育中心,江海路1号,40\n,无名路3号,20\n", encoding="utf-8"
    )
    return path


def test_the_commands_are_found_from_the_project_s_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "index", "status", "--json"],
        cwd=ROOT,
        env=os.environ | {"SHANYU_DATA": str(tmp_path / "new")},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    status = json.loads(done.stdout)
    assert (status["generation"], status["documents"]) == (None, 0)
    assert (tmp_path / "new" / "ledger.sqlite3").exists()


def test_from_a_list_to_a_generation(shell: Shell, listed: Path) -> None:
    report = shell.json("registry", "import", str(listed), *STATED)
    assert {key: report[key] for key in ("source", "rows", "accepted", "rejected")} == {
        "source": 1,
        "rows": 2,
        "accepted": 1,
        "rejected": 1,
    }
    assert report["nurseries"] == {"new": 1, "matched": 0, "ambiguous": 0}
    assert isinstance(report["claims"], int)
    (problem,) = report["problems"]
    assert (problem["row"], problem["reason"]) == (3, "missing-name")
    assert shell.json("index", "status")["generation"] is None
    built = shell.json("index", "build")
    assert built["documents"] == 1
    status = shell.json("index", "status")
    assert status["generation"] == built["generation"]
    assert status["up_to_date"] is True
    assert shell.json("index", "check")["damaged"] == 0
    again = shell.json("registry", "import", str(listed), *STATED)
    assert (again["unchanged"], again["claims"]) == (True, 0)
    exported = shell.run("registry", "export")
    assert exported.returncode == 0
    assert "云岫托育中心" in exported.stdout
    rows = shell.run("registry", "rows", "--problems")
    assert "row 3" in rows.stdout
    assert "names no nursery" in rows.stdout


def test_rollback_serves_the_generation_before(shell: Shell, listed: Path) -> None:
    shell.json("registry", "import", str(listed), *STATED)
    first = shell.json("index", "build")["generation"]
    second = shell.json("index", "build")["generation"]
    assert first != second
    assert shell.json("index", "rollback")["generation"] == first
    assert shell.json("index", "status")["generation"] == first
    refused = shell.run("index", "rollback")
    assert refused.returncode == 2


def rubbish(folder: Path) -> dict[str, Path]:
    """Files that are not what their names say."""
    folder.mkdir()
    files = {
        "empty.xlsx": b"",
        "pdf.xlsx": b"%PDF-1.7\n" + b"x" * 4000,
        "noise.csv": bytes(range(256)) * 40,
        "no-names.csv": "项目,金额\n补助,3\n".encode(),
        "no-table.html": b"<html><body><p>nothing here</p></body></html>",
        "cut.docx": b"PK\x03\x04" + b"\x00" * 60,
        "big5.csv": "機構名稱,地址\n雲岫托育中心,江海路1號\n".encode("big5"),
        "broken.json": b'{"data": [',
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        with bomb.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(1100):
                sheet.write(b"\x00" * 1_000_000)
    return {path.name: path for path in folder.iterdir()}


def test_rubbish_is_refused_in_one_sentence(tmp_path: Path, shell: Shell, listed: Path) -> None:
    shell.json("registry", "import", str(listed), *STATED)
    ledger = shell.folder / "ledger.sqlite3"
    before = shell.run("registry", "export", "--format", "json").stdout
    files = rubbish(tmp_path / "rubbish")
    assert len(files) == 9
    for name, path in files.items():
        done = shell.run("registry", "import", str(path), *STATED)
        assert done.returncode == 2, (name, done.stdout, done.stderr)
        assert len(done.stderr.strip().splitlines()) == 1, (name, done.stderr)
        assert "Traceback" not in done.stderr
    assert shell.run("registry", "export", "--format", "json").stdout == before
    assert ledger.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("registry", "import", "nowhere.csv", *STATED),
        ("registry", "geocode", "nowhere.csv", "--datum", "gcj02"),
        ("registry", "match", "77", "--own"),
        ("index", "rollback"),
    ],
)
def test_a_refusal_exits_with_two(shell: Shell, words: tuple[str, ...]) -> None:
    done = shell.run(*words)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("region", ["99", "3205abc", "32058", "3299", "320599", ""])
def test_a_region_that_is_no_division_is_refused(shell: Shell, listed: Path, region: str) -> None:
    done = shell.run("registry", "import", str(listed), *STATED, "--region", region)
    assert done.returncode == 2
    assert "no division code" in done.stderr


def test_a_region_may_be_written_with_six_digits(shell: Shell, listed: Path) -> None:
    first = shell.json("registry", "import", str(listed), *STATED, "--region", "3205")
    again = shell.json("registry", "import", str(listed), *STATED, "--region", "320500")
    assert (first["unchanged"], again["unchanged"]) == (False, True)


def test_a_data_folder_that_is_a_file_is_one_sentence(tmp_path: Path, listed: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    done = Shell(tmp_path / "file").run("registry", "import", str(listed), *STATED)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


_FULL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
sys.argv = ["flask", *sys.argv[1:]]
from flask.cli import main
main()
"""


def test_a_full_disk_leaves_the_ledger_as_it_was(
    tmp_path: Path, shell: Shell, listed: Path
) -> None:
    shell.json("registry", "import", str(listed), *STATED)
    before = shell.run("registry", "export", "--format", "json").stdout
    rows = "".join(f"云岫托育{number},江海路{number}号\n" for number in range(8000))
    long = tmp_path / "long.csv"
    long.write_text(f"机构名称,地址\n{rows}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, "registry", "import", str(long), *STATED],
        cwd=ROOT,
        env=os.environ | {"SHANYU_DATA": str(shell.folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2, done.stderr[-2000:]
    assert "ledger could not be written" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert shell.run("registry", "export", "--format", "json").stdout == before


def test_demo_goes_through_the_importer_and_is_refused_beside_real_lists(
    shell: Shell, listed: Path
) -> None:
    loaded = shell.json("demo", "load", "--nurseries", "60", "--seed", "3")
    assert loaded["lists"] > 5
    assert loaded["nurseries"] >= 60
    again = shell.json("demo", "load", "--nurseries", "60", "--seed", "3")
    assert again["nurseries"] == loaded["nurseries"]
    other = shell.json("demo", "load", "--nurseries", "30", "--seed", "4")
    assert 30 <= other["nurseries"] < loaded["nurseries"]
    shell.json("registry", "import", str(listed), *STATED)
    refused = shell.run("demo", "load", "--nurseries", "60")
    assert refused.returncode == 2
    assert "real lists" in refused.stderr


def test_a_report_groups_warnings_by_division(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "data")
    empty = shell.json("registry", "report")
    assert (empty["nurseries"], empty["warnings"], empty["ranking"]) == (0, [], [])
    path = tmp_path / "list.csv"
    path.write_text(
        "机构名称,地址,核定托位,在托人数\n云雀托育,江海路1号,20,30\n,江海路2号,,\n", "utf-8"
    )
    assert shell.run("registry", "import", str(path), *STATED).returncode == 0
    report = shell.json("registry", "report")
    assert report["today"] == "2026-11-21"
    assert report["counts"]["enrolled-above-capacity"] == 1
    (found,) = [one for one in report["warnings"] if one["kind"] == "enrolled-above-capacity"]
    assert (found["region"], found["division"]) == ("320582", "江苏省苏州市张家港市")
    assert (found["name"], found["detail"]) == ("云雀托育", "30 children, 20 places")
    assert report["ranking"][0]["completeness"] == 0.3
    (source,) = report["sources"]
    assert (source["rows_with_problems"], source["rows_not_used"]) == (1, 1)
    said = shell.run("registry", "report")
    assert said.returncode == 0
    assert "江苏省苏州市张家港市 320582" in said.stdout
    assert "云雀托育: 30 children, 20 places" in said.stdout


def test_an_import_of_population_tells_of_no_nursery(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "data")
    path = tmp_path / "people.csv"
    path.write_text("地区,常住人口（万人）\n张家港市,143.2\n没有市,1\n", "utf-8")
    words = ("--kind", "population", "--region", "3205")
    report = shell.json("registry", "import", str(path), *STATED, *words)
    assert (report["rows"], report["accepted"], report["rejected"]) == (2, 1, 1)
    assert report["nurseries"] == {"new": 0, "matched": 0, "ambiguous": 0}
    assert report["claims"] == 1
    (problem,) = report["problems"]
    assert (problem["row"], problem["reason"]) == (3, "unknown-district")


@pytest.mark.parametrize(
    ("about_one", "others", "warned"),
    [
        (37, 1400, []),
        (38, 0, ["Warning: nearly 50 reports about n wait, or all that may"]),
        (0, 1499, []),
        (0, 1500, ["Warning: 1500 of at most 2000 reports wait for a decision"]),
    ],
)
def test_a_form_that_is_nearly_full_is_told(
    shell: Shell, about_one: int, others: int, warned: list[str]
) -> None:
    flood = [f"m{number}" for number in range(others)] + ["n"] * about_one
    values = {"field": "hours", "said": "x", "received_on": date(2026, 11, 21)}
    database = f"sqlite:///{shell.folder / 'ledger.sqlite3'}"
    with closing(Ledger.open(database)) as ledger, ledger.writing() as connection:
        connection.execute(insert(schema.correction), [{"nursery": one} | values for one in flood])
    for command in ("corrections", "report"):
        told = shell.run("registry", command).stderr.splitlines()
        found = [line.partition(";")[0] for line in told if line.startswith("Warning: ")]
        assert found == warned, command
    listed = shell.json("registry", "corrections")
    assert len(listed["waiting"]) == len(flood)
    assert listed["most"] == 2000
    assert listed["nearly_full"] is (len(flood) >= 1500)
    assert listed["crowded"] == (["n"] if about_one >= 38 else [])
