"""Writes files on a thread of its own, so that nobody waits for the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread

from sidecar_viz.files.saved.whole import write_whole


class Writer:
    """Writes the latest content of each file, whole, and skips older content.

    *failed* is called on the writing thread with the path and the reason. The thread
    waits for more to write until the writer is closed.
    """

    def __init__(self, failed: Callable[[Path, str], None] | None = None) -> None:
        self._failed = failed
        self._waiting: dict[Path, bytes] = {}
        self._busy = False
        self._closed = False
        self._change = Condition()
        self._thread: Thread | None = None

    def put(self, path: Path, content: bytes) -> None:
        """Have *content* written to *path* soon; return at once."""
        with self._change:
            self._waiting[path] = content
            if self._thread is None:
                self._thread = Thread(target=self._work, name="writer", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def finish(self, patience: float) -> bool:
        """Wait at most *patience* seconds; return whether everything is on the disk."""
        with self._change:
            return self._change.wait_for(self._idle, patience)

    def close(self) -> None:
        """Let the thread end once all is on the disk; returns at once.

        What is put later is written, too, and its thread ends then.
        """
        with self._change:
            self._closed = True
            self._change.notify_all()

    def _idle(self) -> bool:
        return not self._waiting and not self._busy

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            path, content = wanted
            try:
                write_whole(path, content)
            except OSError as error:
                if self._failed is not None:
                    self._failed(path, error.strerror or str(error))

    def _next(self) -> tuple[Path, bytes] | None:
        with self._change:
            self._busy = False
            self._change.notify_all()
            self._change.wait_for(lambda: bool(self._waiting) or self._closed)
            if not self._waiting:
                self._thread = None
                return None
            path = next(iter(self._waiting))
            self._busy = True
            return path, self._waiting.pop(path)
