"""A sender who trickles its request holds a worker for a moment and not for a minute."""

from __future__ import annotations

from socket import socketpair
from threading import Event, Thread
from time import monotonic

from nursery_site.serving import read_rest


def test_the_rest_of_a_request_has_one_deadline() -> None:
    ours, theirs = socketpair()
    done = Event()

    def trickle() -> None:
        while not done.wait(0.1):
            theirs.send(b"x")

    sender = Thread(target=trickle)
    with ours, theirs:
        sender.start()
        before = monotonic()
        read_rest(ours, 0.5)
        took = monotonic() - before
        done.set()
        sender.join()
    assert 0.4 < took < 1.5


def test_it_is_read_to_its_end() -> None:
    ours, theirs = socketpair()
    with ours:
        with theirs:
            theirs.sendall(b"x" * 10_000)
        read_rest(ours, 5)
        assert ours.recv(1) == b""


def test_who_says_nothing_is_not_waited_for() -> None:
    ours, theirs = socketpair()
    before = monotonic()
    with ours, theirs:
        read_rest(ours, 0.1)
    assert monotonic() - before < 1
