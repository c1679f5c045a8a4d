"""Requests per second of a WSGI application behind gunicorn, counted by wrk.

Without wrk (`apt-get install wrk`) Python's own client counts; it is slower than what it
measures, and the report says so.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from typing import Final, Self

SECONDS: Final = 3
_CONNECTIONS: Final = 2
_ROOT: Final = Path(__file__).parents[1]
_CONFIG: Final = (
    "from runpy import run_path\nglobals().update(run_path('gunicorn.conf.py'))\naccesslog = None\n"
)
"""Ours, but for the log, which would be the longest of all that is printed."""

_SCRIPT: Final = """
local paths, at = {}, 0
for path in io.lines("PATHS") do paths[#paths + 1] = path end
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
"""


class Server:
    """One gunicorn with one sync worker, while the block lasts."""

    def __init__(self, application: str, environ: dict[str, str]) -> None:
        self._folder = tempfile.TemporaryDirectory()
        config = Path(self._folder.name, "config.py")
        config.write_text(_CONFIG, "utf-8")
        self.port = _free_port()
        bind = f"127.0.0.1:{self.port}"
        order = [sys.executable, "-m", "gunicorn", "-c", str(config), "-b", bind]
        self._process = subprocess.Popen(
            [*order, "-w", "1", "--log-level", "warning", application],
            cwd=_ROOT,
            env={**os.environ, **environ, "PYTHONPATH": f"{_ROOT}:{_ROOT / 'site'}"},
            stdout=subprocess.DEVNULL,  # where it is, which nobody asks here
        )

    def __enter__(self) -> Self:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return self
        raise SystemExit("gunicorn did not start within a minute")

    def cpu_seconds(self) -> float:
        """The processor time that its worker has used, which other processes do not lengthen."""
        (worker,) = (
            Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        )
        used = Path(f"/proc/{worker}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")

    def ask(self, paths: Sequence[str], coding: str) -> None:
        """Ask every path once."""
        for path in paths:
            _status(self, path, coding)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()


def rate(server: Server, paths: Sequence[str], coding: str) -> float:
    """Answers per second to the paths in turn; `coding` is the `Accept-Encoding`, if any."""
    wrk = shutil.which("wrk")
    if wrk is None:
        print("  wrk is not installed: counted by Python's client, which is slower than a page")
        return _by_python(server, paths, coding)
    with tempfile.TemporaryDirectory() as name:
        listed, script = Path(name, "paths"), Path(name, "paths.lua")
        listed.write_text("\n".join(paths), "utf-8")
        script.write_text(_SCRIPT.replace("PATHS", str(listed)), "utf-8")
        order = [wrk, "-t1", f"-c{_CONNECTIONS}", f"-d{SECONDS}s", "-s", str(script)]
        if coding:
            order += ["-H", f"Accept-Encoding: {coding}"]
        address = f"http://127.0.0.1:{server.port}"
        said = subprocess.run([*order, address], check=True, capture_output=True, text=True).stdout
    found = re.search(r"Requests/sec: +([\d.]+)", said)
    if found is None or "Non-2xx" in said:
        raise SystemExit(f"wrk reports:\n{said}")
    return float(found[1])


def _by_python(server: Server, paths: Sequence[str], coding: str) -> float:
    start = time.perf_counter()
    for answered, path in enumerate(cycle(paths), start=1):
        _status(server, path, coding)
        if (elapsed := time.perf_counter() - start) >= SECONDS:
            return answered / elapsed
    raise SystemExit("there is nothing to ask")


def _status(server: Server, path: str, coding: str) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": coding or "identity"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"a page answered {answer.status}")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port
