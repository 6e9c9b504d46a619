"""An export is whole or not at all; what was there before stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOM = 16 * 1024  # bytes: less than any picture or handout needs
OLD = b"what was there before"
MAIN = "import sys; from sidecar_viz.cli import main; sys.exit(main(sys.argv[1:]))"
LIMITED = f"import resource as r; r.setrlimit(r.RLIMIT_FSIZE, ({ROOM}, {ROOM})); {MAIN}"
PARTS = [("out.png",), ("out.pdf",), ("out.pdf", "--notes"), ("out.md",), ("out.pptx",)]
PARTS += [("out.pdf", "--sheet", "pupils")]


def export(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Export the first lesson in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, "export", "sidecar", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Put a disk that is soon full in the place of *folder*, or skip the test."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def assert_untouched(
    done: subprocess.CompletedProcess[str], out: Path, reason: str
) -> None:
    """The reason is named in one line, and nothing else has happened."""
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"sidecar-viz: {out}: could not be written: {reason}\n"
    assert [path.name for path in out.parent.iterdir()] == [out.name]
    assert out.read_bytes() == OLD


@pytest.mark.parametrize("arguments", PARTS, ids=" ".join)
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Half a handout would have taken the place of a good one."""
    out = tmp_path / arguments[0]
    with small_disk(tmp_path):
        out.write_bytes(OLD)

        done = export(MAIN, str(out), *arguments[1:])

        assert_untouched(done, out, "no space left on device")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
@pytest.mark.parametrize("arguments", PARTS, ids=" ".join)
def test_a_limit_on_files_leaves_the_old_one(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """A quota is as good as a full disk, also for who is not root."""
    out = tmp_path / arguments[0]
    out.write_bytes(OLD)

    done = export(LIMITED, str(out), *arguments[1:])

    assert_untouched(done, out, "file too large")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
def test_without_an_old_file_nothing_is_left(tmp_path: Path) -> None:
    """Neither an empty picture nor a part of one."""
    done = export(LIMITED, str(tmp_path / "new.png"))

    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_good_export_replaces_the_old_file(tmp_path: Path) -> None:
    """What a link names is replaced; the link stays."""
    (tmp_path / "real.png").write_bytes(OLD)
    link = tmp_path / "out.png"
    link.symlink_to("real.png")

    assert export(MAIN, str(link)).returncode == 0

    assert link.is_symlink()
    assert (tmp_path / "real.png").read_bytes().startswith(b"\x89PNG")


def progress_of(tmp_path: Path, *before: str) -> subprocess.Popen[str]:
    """Begin to export a handout for another program, by the words *before*, if any."""
    out = tmp_path / "out.pdf"
    out.write_bytes(OLD)
    words = (sys.executable, "-c", MAIN, "export", "sidecar", str(out), "--progress")
    return subprocess.Popen(
        [*before, *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_another_program_is_told_how_much_is_done(tmp_path: Path) -> None:
    """In percent that go up to 100; then the file is there."""
    with progress_of(tmp_path) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        told = [int(line.removesuffix(" %\n")) for line in running.stdout]

    assert running.returncode == 0
    assert told == sorted(told)
    assert told[-1] == 100
    assert len(told) > 3
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="other signals there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_it_ends_when_it_is_told_to(tmp_path: Path, name: str) -> None:
    """By a key, by another program, or as a session ends: nothing half is left."""
    with progress_of(tmp_path) as running:
        assert running.stdout is not None
        running.stdout.readline()  # it has begun
        running.send_signal(signal.Signals[name])

    assert running.returncode == 130
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]
    assert (tmp_path / "out.pdf").read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="other signals there")
def test_it_ends_in_the_background_when_it_is_told_to(tmp_path: Path) -> None:
    """There a shell has Ctrl+C ignored; the others count all the same."""
    with progress_of(tmp_path, "sh", "-c", 'trap "" INT; exec "$@"', "-") as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGTERM)

    assert running.returncode == 130
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


def test_it_ends_with_whoever_asked_for_it(tmp_path: Path) -> None:
    """What was there stays, and nothing is left beside it."""
    with progress_of(tmp_path) as running:
        assert running.stdin is not None
        running.stdin.close()

    assert running.returncode == 130
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]
    assert (tmp_path / "out.pdf").read_bytes() == OLD
