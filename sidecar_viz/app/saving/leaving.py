"""Asks before the window is closed while something is still being saved."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.saving.queue import SaveQueue
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel

MEASURES = Measures(width=620, height=230, side=28, top=24, bottom=20, heading=24)


class LeavingDialog(QDialog):
    """Lets users wait, stop what is being saved, or go back to the window.

    It closes by itself once all is saved.

    Signals:
        leaving: the window may close now.
    """

    leaving: SignalOf[()] = signal()

    def __init__(
        self, queue: SaveQueue, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._look = queue, look
        self._waits = False
        self.frame = DialogFrame(
            self, self.tr("Something is still being saved"), MEASURES
        )
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        self.said.setFont(look.font(17))
        self.frame.add(self.said, stretch=1)
        self.wait = KeyButton(self.tr("Close when it is saved"), "", self, primary=True)
        self.stop = EdgedButton(self.tr("Stop and close"), "", self)
        self.back = EdgedButton(self.tr("Back"), "Esc", self)
        self.frame.add_buttons((self.back,), (self.stop, self.wait))
        self.wait.clicked.connect(self._wait)
        self.stop.clicked.connect(self._stop)
        self.back.clicked.connect(self.reject)
        queue.changed.connect(self._show)
        self.frame.set_look(look)
        self.frame.place()
        self._show()
        self.wait.setFocus()

    def _show(self) -> None:
        names = [job.out.name for job in self._queue.jobs if not job.over]
        said = self.tr("Not saved yet: {names}.")
        if self._waits:
            said = self.tr("The window closes when it is saved: {names}.")
        self.said.setText(said.format(names=", ".join(names)))
        self.setAccessibleDescription(self.said.text())
        if not names:
            self.accept()
            if self._waits:
                self.leaving.emit()

    def _wait(self) -> None:
        self._waits = True
        self.wait.hide()
        self.back.setFocus()
        self._show()

    def _stop(self) -> None:
        self._waits = True
        self._queue.stop_all()
