"""Holds what is to be said of the files that the program keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.reason import reason_of
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.session.notice_bar import NoticeBar


def said_of_damaged(aside: Sequence[Path]) -> str:
    """Say under which names damaged files were put aside."""
    said = QCoreApplication.translate(
        "KeptNotices", "What was kept is damaged in part. It is still there: {names}"
    )
    return said.format(names=", ".join(str(path) for path in aside))


class KeptNotices(QObject):
    """Holds what is to be said, each for as long as it counts, and a bar for all of it.

    Signals:
        told: all that is said now; "" for nothing any more.
    """

    told: SignalOf[str] = signal(str)

    def __init__(
        self,
        window: QWidget,
        put: Callable[[NoticeBar], None],
        say: Callable[[str], None],
    ) -> None:
        """Say it in a *window*; *put* gives the bar a place, *say* tells readers."""
        super().__init__(window)
        self._window, self._put, self._say = window, put, say
        self._bar: NoticeBar | None = None
        self._aside: list[Path] = []
        self._left_out: list[str] = []
        self._refused = ""

    @property
    def text(self) -> str:
        """All that is said now, or ""."""
        said = more = ""
        if self._aside:
            said = said_of_damaged(self._aside)
        if self._left_out:
            more = self.tr(
                "There is no room to keep any longer what was not saved of {names}."
            ).format(names=", ".join(self._left_out))
        return "\n".join(filter(None, (said, more, self._refused)))

    def tell_aside(self, aside: Sequence[Path]) -> None:
        """Say which damaged files were kept under which names, until it is put away."""
        new = [path for path in aside if path not in self._aside]
        if new:
            self._aside += new
            self._tell()

    def tell_left_out(self, names: Sequence[str]) -> None:
        """Say what is kept no longer, as there is too much, until it is put away."""
        new = [name for name in dict.fromkeys(names) if name not in self._left_out]
        if new:
            self._left_out += new
            self._tell()

    def tell_refused(
        self, path: Path, error: OSError | ValueError | None = None
    ) -> None:
        """Say why a file cannot be kept; with None, that all can be again."""
        said = ""
        if error is not None:
            said = self.tr(
                "Nothing can be kept in {file} now: {why}. It is tried again."
            ).format(file=path, why=reason_of(error))
        if said != self._refused:
            self._refused = said
            self._tell()

    def _put_away(self) -> None:
        """What is damaged was read; what cannot be kept still counts."""
        self._aside.clear()
        self._left_out.clear()
        self.told.emit(self.text)

    def _tell(self) -> None:
        if self._bar is None:
            self._bar = NoticeBar(self._window)
            self._bar.put_away.connect(self._put_away)
            self._put(self._bar)
        self._bar.show_text(self.text)
        self.told.emit(self.text)
        if self.text:
            self._say(self.text)
