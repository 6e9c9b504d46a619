"""Faults of real disks, made at the system's border: our own code is what it is.

A fault stands in the place of a file, or of the folder around it; each is over when
its block is. Where the system does not let one be made, the test is skipped.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest

NOBODY = 65534
ROOM = 64 * 1024  # bytes of the small disk
LIMIT = 24  # bytes that a file may have, less than any of ours

Fault = Callable[[Path], AbstractContextManager[None]]
"""Makes a fault for the file at a path, in a folder that is there and is its own."""


def _mounted(folder: Path, *more: str) -> None:
    """Put a small disk in the place of a folder, or skip the test."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    options = ["-o", ",".join((f"size={ROOM}", "mode=755", *more))]
    command = ["mount", "-t", "tmpfs", *options, "none", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")


@contextmanager
def _on_a_disk_of_its_own(folder: Path) -> Iterator[None]:
    """Move what is in a folder to a small disk, and back."""
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    _mounted(folder)
    try:
        for name, content in kept.items():
            (folder / name).write_bytes(content)
        yield
    finally:
        kept = {path.name: path.read_bytes() for path in folder.iterdir()}
        subprocess.run(["umount", str(folder)], check=True)
        for name, content in kept.items():
            (folder / name).write_bytes(content)


@contextmanager
def full(path: Path) -> Iterator[None]:
    """The disk is full to the last byte."""
    with _on_a_disk_of_its_own(path.parent):
        filler = path.parent / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 512)
        try:
            yield
        finally:
            filler.unlink()


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """The disk was mounted read-only, as after an error."""
    remount = ["mount", "-o"]
    with _on_a_disk_of_its_own(path.parent):
        subprocess.run([*remount, "remount,ro", str(path.parent)], check=True)
        try:
            yield
        finally:
            subprocess.run([*remount, "remount,rw", str(path.parent)], check=True)


@contextmanager
def no_larger(_path: Path) -> Iterator[None]:
    """No file may grow, as with `ulimit -f` or a quota."""
    if sys.platform == "win32":
        pytest.skip("limits are those of POSIX")
    import resource  # noqa: PLC0415 - not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def shut(path: Path) -> Iterator[None]:
    """The folder may not be entered; root gives its right up for this."""
    if sys.platform == "win32":
        pytest.skip("modes are those of POSIX")
    as_root = os.geteuid() == 0
    path.parent.chmod(0)
    if as_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if as_root:
            os.seteuid(0)
        path.parent.chmod(0o700)


@contextmanager
def a_file_in_the_way(path: Path) -> Iterator[None]:
    """Where the folder was there is a file, and the folder is elsewhere."""
    aside = path.parent.with_name("elsewhere")
    path.parent.rename(aside)
    path.parent.touch()
    try:
        yield
    finally:
        path.parent.unlink()
        aside.rename(path.parent)


@contextmanager
def _instead(path: Path, make: Callable[[Path], object]) -> Iterator[None]:
    """Something else stands in the place of the file, which comes back at last."""
    if sys.platform != "linux":
        pytest.skip("devices are those of Linux")
    aside = path.parent.with_name("kept")
    if path.exists():
        path.rename(aside)
    make(path)
    try:
        yield
    finally:
        if path.is_symlink() or path.is_fifo():
            path.unlink()
        if aside.exists() and not path.exists():
            aside.rename(path)


def fifo(path: Path) -> AbstractContextManager[None]:
    """A FIFO, which waits for ever for whoever reads or writes it."""
    return _instead(path, lambda place: os.mkfifo(place))  # noqa: PLW0108 - not on Windows


@contextmanager
def fifo_for_good(path: Path) -> Iterator[None]:
    """A FIFO that nobody can remove: it is mounted there."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a FIFO")
    place = path.with_name("fifo")
    os.mkfifo(place)
    path.touch()
    command = ["mount", "--bind", str(place), str(path)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a FIFO")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=True)
        place.unlink()
        path.unlink()


def endless(path: Path) -> AbstractContextManager[None]:
    """A link to a device without an end."""
    return _instead(path, lambda place: place.symlink_to("/dev/zero"))


@contextmanager
def broken(path: Path) -> Iterator[None]:
    """A file whose reading fails with EIO: a process's own memory at 0 does so."""
    if sys.platform != "linux":
        pytest.skip("/proc is of Linux")
    with _instead(path, lambda place: place.symlink_to("/proc/self/mem")):
        try:
            path.read_bytes()
        except OSError as error:
            if error.errno != errno.EIO:
                pytest.skip(f"reading memory gives {error}")
        yield


WRITING: tuple[Fault, ...] = (full, read_only, no_larger, shut, a_file_in_the_way)
"""What keeps a file from being written and leaves it as it is."""
READING: tuple[Fault, ...] = (broken, shut)
"""What keeps a file from being read and says nothing of what is in it."""
STRANGE: tuple[Fault, ...] = (fifo, endless)
"""What is no file at all."""
