"""The leak guard itself: each kind of thing that a test may leave is seen."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

import pytest
from PySide6.QtWidgets import QWidget

from tests.leaks import held, left, left_for_good


@contextmanager
def a_thread() -> Iterator[None]:
    """Run a thread that waits."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    thread.start()
    yield
    end.set()
    thread.join()


@contextmanager
def a_window() -> Iterator[None]:
    """Show a window."""
    window = QWidget()
    window.show()
    yield
    window.close()


@contextmanager
def a_child() -> Iterator[None]:
    """Run a program that waits for more to read."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1) as child:
        yield
        child.kill()


def a_socket() -> AbstractContextManager[object]:
    """Open a socket."""
    return closing(socket.socket())


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
@pytest.mark.parametrize(
    ("kept", "name"),
    [
        (a_thread, "thread forgotten"),
        (a_window, "window QWidget"),
        (a_child, "child process"),
        (a_socket, "socket:"),
    ],
)
def test_what_is_left_is_seen(
    kept: Callable[[], AbstractContextManager[object]], name: str
) -> None:
    """It is named while it is there, nothing else is, and it is not once it ended."""
    before = held()
    with kept():
        (found,) = left(before, held())
        assert found.startswith(name)
    assert left_for_good(before) == []


@pytest.mark.storm
def test_threads_may_end_while_they_are_looked_at() -> None:
    """That is no error, and none of them is left."""
    before = held()
    coming = threading.Thread(target=come_and_go)
    coming.start()
    while coming.is_alive():
        held()
    assert left_for_good(before) == []


def come_and_go() -> None:
    """Start threads that end soon."""
    for _ in range(1000):
        threading.Thread(target=str.encode, args=("a" * 200_000,)).start()


def test_what_was_there_before_is_nobodys_fault() -> None:
    """Only what came is left; what went is no matter."""
    assert left(frozenset("ab"), frozenset("bc")) == ["c"]
    assert left(frozenset("ab"), frozenset("a")) == []
