"""What gunicorn writes with our settings: never a place, never a reader, one line an event."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.site.staging import ROOT, build_sample, settings_in

DYING = """
import os, signal, time
def app(environ, start_response):
    os.kill(os.getpid(), signal.SIGABRT)  # as gunicorn does to a worker that takes too long
    time.sleep(9)
"""
Ask = Callable[[bytes], bytes]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the server writes."""
    return tmp_path / "server.log"


@pytest.fixture
def ask(tmp_path: Path, log: Path, request: pytest.FixtureRequest) -> Iterator[Ask]:
    """Send a request line to gunicorn as the site runs it, or with the app that dies."""
    build_sample(settings_in(tmp_path))
    (tmp_path / "dying.py").write_text(DYING, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = os.environ | {
        "SHANYU_DATA": str(tmp_path),
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        "PYTHONPATH": str(tmp_path),
    }
    command = [sys.executable, "-m", "gunicorn", *getattr(request, "param", [])]
    with log.open("wb") as written:
        server = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=written, stderr=written)

    def send(line: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(
                b"GET " + line + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            )
            return b"".join(iter(lambda: connection.recv(65536), b""))

    try:
        until(lambda: "Booting worker" in log.read_text("utf-8"))
        yield send
    finally:
        server.terminate()
        server.wait(20)


def until(done: Callable[[], bool]) -> None:
    """Wait for what must happen within a minute."""
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_line_holds_a_path_and_nothing_more(ask: Ask, log: Path) -> None:
    assert ask(b"/zh-hans/nurseries?near=31.98765,118.7").startswith(b"HTTP/1.1 200")
    ask(b"/zh-hans/nurseries%3Fnear=31.98765,118.7")
    ask(b"/zh-hans/nurseries%253Fnear=31.98765,118.7")
    ask(b"/zh-hans/x%0a%5B21/Nov/2026%5D%20FAKE%20LINE")
    answer = ask("/zh-hans/nurseries?q=苏&near=31.98765,118.7".encode())
    assert answer.startswith(b"HTTP/1.1 400")
    until(lambda: "Invalid request" in log.read_text("utf-8"))
    text = log.read_text("utf-8")
    lines = re.findall(r'^\[.*"GET (\S+)" (\d+) \d+ \d+ms$', text, re.MULTILINE)
    assert lines == [
        ("/zh-hans/nurseries", "200"),
        ("/zh-hans/nurseries", "404"),
        ("/zh-hans/nurseries", "404"),
        ("/zh-hans/x%0A%5B21/Nov/2026%5D%20FAKE%20LINE", "404"),
    ]
    assert "[WARNING] Invalid request: InvalidRequestLine" in text
    assert "31.98765" not in text
    assert "ip=" not in text


@pytest.mark.parametrize("ask", [["dying:app"]], indirect=True)
def test_a_worker_that_dies_names_the_path_alone(ask: Ask, log: Path) -> None:
    ask(b"/zh-hans/nurseries?near=31.98765,118.7")
    until(lambda: "Error handling request" in log.read_text("utf-8"))
    text = log.read_text("utf-8")
    assert "[ERROR] Error handling request GET /zh-hans/nurseries\n" in text
    assert "31.98765" not in text


@pytest.mark.parametrize("letters", [1_000, 10_000])
def test_an_address_that_is_too_long_is_answered_in_every_language(
    ask: Ask, log: Path, letters: int
) -> None:
    typed = quote("托" * letters).encode()
    head, _, body = ask(b"/zh-hans/nurseries?q=" + typed).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 414 URI Too Long\r\n")
    said = dict(re.findall(r'<section lang="([^"]+)"><h2>([^<]+)</h2>', body.decode()))
    assert said == {
        "zh-Hans": "网址太长了",
        "zh-Hant": "網址太長了",
        "en": "This address is too long",
    }
    homes = re.findall(rb'<a href="([^"]+)"', body)
    assert [ask(home)[:12] for home in homes] == [b"HTTP/1.1 200"] * 3
    until(lambda: "Invalid request: LimitRequestLine" in log.read_text("utf-8"))
    assert "%E6%89%98" not in log.read_text("utf-8")
