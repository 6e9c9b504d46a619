"""Ctrl+C while something is exported: the exit code, and not a word."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sidecar_viz.commands.interrupted import ending_between
from sidecar_viz.files.saved.whole import write_pieces, write_whole
from sidecar_viz.start.ending import ending_at_once

ROOT = Path(__file__).parents[2]
SLOW = """
import signal, sys
from sidecar_viz.start.ending import ending_at_once
with ending_at_once():
    try:
        signal.raise_signal(signal.SIGINT)
        print("went on")
    except BaseException as error:
        print("raised", error)
"""


def test_it_ends_at_once_and_raises_nothing() -> None:
    """Also within code that would take an error for something else, as Qt's does."""
    done = subprocess.run(
        [sys.executable, "-c", SLOW],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_afterwards_it_is_as_it_was() -> None:
    """Whoever ignores interrupts, as after nohup, ignores them there, too."""
    usual = signal.getsignal(signal.SIGINT)
    assert usual == signal.default_int_handler
    with ending_at_once():
        assert signal.getsignal(signal.SIGINT) != usual
    assert signal.getsignal(signal.SIGINT) == usual
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ending_at_once():
            assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, usual)


def test_an_interrupt_while_writing_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays."""
    file = tmp_path / "out.pdf"
    file.write_bytes(b"old")

    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [
        ("out.pdf", b"old")
    ]


def test_a_lesson_without_a_name_is_wrong_usage() -> None:
    """An empty argument, as of a variable that is not set, means no lesson."""
    for words in (["describe", ""], ["edit", ""], [""], ["export", "", "x.png"]):
        done = subprocess.run(
            [sys.executable, "-m", "sidecar_viz", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 2, words
        assert "name or path is wanted" in done.stderr


def test_between_two_pieces_it_ends(tmp_path: Path) -> None:
    """The piece that is being made is finished; what was there stays."""
    file, made = tmp_path / "out.pdf", []
    file.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        for number in range(3):
            if number == 1:
                signal.raise_signal(signal.SIGINT)
            made.append(number)
            yield b"new"

    with pytest.raises(KeyboardInterrupt):
        list(write_pieces(file, ending_between(pieces())))

    assert made == [0, 1]
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [
        ("out.pdf", b"old")
    ]
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler


def test_without_an_interrupt_all_pieces_come() -> None:
    """Also where it is no business of ours who interrupts."""
    assert list(ending_between((b"a", b"b"))) == [b"a", b"b"]
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler
