"""Writes files on a thread of its own, so that nobody waits for the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread

from sidecar_viz.files.saved.whole import write_whole

AGAIN = 5.0  # seconds until what could not be written is tried again

Content = bytes | Callable[[], bytes]
"""What to write, or what makes it: on the writing thread, just before it is written."""
Written = Callable[[], None]
"""Is called on the writing thread as soon as the content is on the disk."""
Failed = Callable[[Path, OSError | ValueError | None], None]


class Writer:
    """Writes the latest content of each file, whole, and skips older content.

    What cannot be written is tried again, every few seconds and with whatever is put
    next, until it can. *failed* is called on the writing thread with the path and the
    reason, once, and with None for the reason when everything could be written again.
    The thread waits for more to write until the writer is closed.
    """

    def __init__(self, failed: Failed | None = None) -> None:
        self._failed = failed
        self._waiting: dict[Path, tuple[Content, Written]] = {}
        self._refused: dict[Path, tuple[Content, Written]] = {}
        self._told = False
        self._busy = False
        self._closed = False
        self._change = Condition()
        self._thread: Thread | None = None

    def put(
        self, path: Path, content: Content, written: Written = lambda: None
    ) -> None:
        """Have *content* written to *path* soon; return at once.

        What makes the content may raise OSError, as writing may.
        """
        with self._change:
            self._again()
            self._waiting[path] = content, written
            self._start()

    @property
    def resting(self) -> bool:
        """Whether nothing is written, waits, or could not be written."""
        with self._change:
            return self._idle() and not self._refused

    def finish(self, patience: float) -> bool:
        """Wait at most *patience* seconds; return whether everything is on the disk."""
        with self._change:
            if self._refused:
                self._again()
                self._start()
            self._change.wait_for(self._idle, patience)
            return self._idle() and not self._refused

    def close(self) -> None:
        """Let the thread end once all is on the disk; returns at once.

        What is put later is written, too, and its thread ends then.
        """
        with self._change:
            self._closed = True
            self._change.notify_all()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="writer", daemon=True)
            self._thread.start()
        self._change.notify_all()

    def _again(self) -> None:
        """Let what was refused wait once more; what is newer stays."""
        self._waiting = {**self._refused, **self._waiting}
        self._refused = {}

    def _idle(self) -> bool:
        return not self._waiting and not self._busy

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            path, content, written = wanted
            try:
                write_whole(path, content() if callable(content) else content)
            except (OSError, ValueError) as error:
                self._refuse(path, content, written, error)
            else:
                written()
                self._tell_when_well(path)

    def _refuse(
        self,
        path: Path,
        content: Content,
        written: Written,
        error: OSError | ValueError,
    ) -> None:
        """Keep what could not be written, unless something newer waits already."""
        with self._change:
            if path not in self._waiting:
                self._refused[path] = content, written
            first, self._told = not self._told, True
        if first and self._failed is not None:
            self._failed(path, error)

    def _tell_when_well(self, path: Path) -> None:
        with self._change:
            well = self._told and not self._refused and not self._waiting
            self._told = self._told and not well
        if well and self._failed is not None:
            self._failed(path, None)

    def _next(self) -> tuple[Path, Content, Written] | None:
        with self._change:
            self._busy = False
            self._change.notify_all()
            while not self._waiting and not self._closed:
                if not self._change.wait(AGAIN if self._refused else None):
                    self._again()
            if not self._waiting:
                self._thread = None
                return None
            path = next(iter(self._waiting))
            self._busy = True
            return path, *self._waiting.pop(path)
