"""Reads and writes files whole or not at all.

Only regular files are read, at most so many bytes, and nothing here ever blocks: a FIFO
or a device in a file's place is not opened. The looks at the disk never raise.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from sidecar_viz.files.saved.parts import hold, part_name, sweep

MAKE_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
READ = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO would wait for a writer
    | getattr(os, "O_CLOEXEC", 0)
)
NO_FILE = "not an ordinary file"
FOLDERS_CAN_BE_SYNCED = os.name == "posix"

Stamp = tuple[int, int, int]
"""When a file was changed (nanoseconds), its length (bytes) and its number."""


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* so that *path* holds all of it, or what it held before.

    Makes the folder if need be; returns when the content is on the disk. A hard link is
    parted: its other names keep what they held.

    Raises:
        OSError: it cannot be written. No unfinished file is left behind.
    """
    for _ in write_pieces(path, (content,)):
        pass


def write_pieces(path: Path, pieces: Iterable[bytes]) -> Generator[int]:
    """Write as `write_whole` does, one piece after the other; none is kept in memory.

    Yields:
        How many pieces were written. *path* holds them once there are no more; whoever
        closes this before that leaves everything as it was.

    Raises:
        OSError: as `write_whole`.
    """
    yield from write_together(path, ((path, piece) for piece in pieces))


def write_together(path: Path, parts: Iterable[tuple[Path, bytes]]) -> Generator[int]:
    """Write *path* and what else *parts* name: all of them whole, or none.

    A file's parts are put behind each other, in their order; other files' parts may
    come between them. *path* takes its place last, so that it never tells of files
    that are not there.

    Yields, raises:
        As `write_pieces` does, for each of the parts.
    """
    files = yield from _replaced(path, parts, synced=True)
    for file in files:
        sweep(file)
    if FOLDERS_CAN_BE_SYNCED:
        for folder in {file.parent for file in files}:
            _sync_folder(folder)


def write_unsynced(path: Path, content: bytes) -> None:
    """Write as `write_whole` does, without waiting for the disk.

    For what can be made again, as a power cut may damage it.
    """
    for _ in _replaced(path, ((path, content),), synced=False):
        pass


def is_file(path: Path) -> bool:
    """Return whether a regular file is there; what is out of reach is not."""
    return os.path.isfile(path)  # noqa: PTH113 - Path's own raises


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; what is out of reach is not."""
    return os.path.isdir(path)  # noqa: PTH112 - Path's own raises


def is_there(path: Path) -> bool:
    """Return whether anything is there; what is out of reach is not."""
    return os.path.exists(path)  # noqa: PTH110 - Path's own raises


def stamp_of(path: Path) -> Stamp | None:
    """Return what tells a file from what it was before; None if none can be seen."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def read_start(path: Path, most: int) -> bytes:
    """Read a regular file, at most *most* bytes of it.

    Raises:
        OSError: it cannot be read, or is no regular file.
        ValueError: the path holds a NUL.
    """
    try:
        handle = os.open(path, READ)
    except PermissionError as error:
        if is_folder(path):  # Windows opens none
            raise OSError(errno.EISDIR, NO_FILE, str(path)) from error
        raise
    try:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            kind = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
            raise OSError(kind, NO_FILE, str(path))
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(handle)


def read_whole(path: Path, most: int) -> bytes | None:
    """Read a file; None if it is missing, unreadable or over *most* bytes."""
    try:
        content = read_start(path, most + 1)
    except (OSError, ValueError):
        return None
    return content if len(content) <= most else None


def open_new(path: Path) -> TextIO:
    """Make a text file, UTF-8, where nothing is, and return it open for writing.

    Raises:
        OSError: something is there, or nothing can be made.
    """
    return os.fdopen(os.open(path, MAKE_NEW, 0o666), "w", encoding="utf-8")


class _Unfinished:
    """A file under a name of its own, until it takes its place or is thrown away."""

    def __init__(self, path: Path) -> None:
        """Name it; nothing is on the disk yet."""
        self._path = Path(os.path.realpath(path))  # a link stays one; Path's may raise
        self._new_folder = not is_folder(self._path.parent)
        self._part = self._path.with_name(part_name(self._path.name))

    def make(self) -> BinaryIO:
        """Make it, and the folder if need be, and return it open for writing.

        Raises:
            OSError: it cannot be made, or something stands in its place that must not
                be replaced.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:  # it is no folder
            said = (errno.ENOTDIR, os.strerror(errno.ENOTDIR), error.filename)
            raise OSError(*said) from error
        _refuse(self._path)
        # As any program makes a file: others may read it if the user's umask says so.
        with self._named():
            handle = os.open(self._part, MAKE_NEW, 0o666)
        hold(handle)
        _keep_mode(self._path, handle)
        return os.fdopen(handle, "wb")

    def look_again(self) -> None:
        """Raise OSError if something stands by now in its place that must stay."""
        _refuse(self._path)

    def take_place(self) -> None:
        """Take the place of what was there; raises OSError."""
        with self._named():
            self._part.replace(self._path)

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        """Name in an error the file that is written, of which somebody has heard."""
        try:
            yield
        except OSError as error:
            said = (error.errno, error.strerror, str(self._path))
            raise OSError(*said) from error

    def throw_away(self) -> None:
        """Remove it, unless it has taken its place, and a folder made for it alone."""
        with contextlib.suppress(OSError):  # it was never made; the others go, too
            self._part.unlink()
        if self._new_folder:
            with contextlib.suppress(OSError):  # something else is in it
                self._path.parent.rmdir()


def _replaced(
    path: Path, parts: Iterable[tuple[Path, bytes]], *, synced: bool
) -> Generator[int, None, tuple[Path, ...]]:
    """Write *parts* to their files; *path* is made if there are none, too.

    All files take their places after the last part, *path* after the others. Returns
    the files.

    Yields:
        How many parts were written.

    Raises:
        OSError: one of them cannot be written; then all is as it was.
    """
    made = {path: _Unfinished(path)}  # named first: Ctrl+C may come while one is made
    files: dict[Path, BinaryIO] = {}
    try:
        files[path] = made[path].make()
        for number, (name, piece) in enumerate(parts, start=1):
            if name not in made:
                made[name] = _Unfinished(name)
                files[name] = made[name].make()
            files[name].write(piece)
            yield number
        for file in files.values():
            _flush(file, synced=synced)
        for unfinished in made.values():  # before the first of them is replaced
            unfinished.look_again()
        for name, unfinished in reversed(made.items()):
            files[name].close()  # nobody holds it then: a sweep takes what is old
            unfinished.take_place()
    except BaseException:  # also Ctrl+C, and who stops before the end
        for file in files.values():
            with contextlib.suppress(OSError):  # what is buffered has no room
                file.close()
        for unfinished in reversed(made.values()):  # who made a folder is the last
            unfinished.throw_away()
        raise
    return tuple(made)


def _flush(file: BinaryIO, *, synced: bool) -> None:
    """Hand over what was written, to the disk if *synced*; raises OSError."""
    file.flush()
    if synced:
        os.fsync(file.fileno())


def _refuse(path: Path) -> None:
    """Raise OSError where something stands that must not be replaced."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise OSError(errno.EEXIST, "something that is no file is there", str(path))
    if not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, "it may not be written", str(path))


def _keep_mode(path: Path, handle: int) -> None:
    """Let whoever could read the old file, and nobody else, read the new one."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            os.fchmod(handle, stat.S_IMODE(path.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, too, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
