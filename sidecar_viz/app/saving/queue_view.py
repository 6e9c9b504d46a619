"""The files that are being saved: how far each is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.saving.job import Job
from sidecar_viz.app.saving.lengths import size_said, time_said
from sidecar_viz.app.saving.queue import SaveQueue
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import SEMIBOLD

SHOWN = 4  # of those that are over: older ones give way


class JobRow(QWidget):
    """One file: its name, how far it is, and a button."""

    def __init__(self, job: Job, queue: SaveQueue, parent: QWidget) -> None:
        super().__init__(parent)
        self.job, self._queue = job, queue
        self.name = PlainLabel(job.out.name, self)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        self.said.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Saving {name}").format(name=job.out.name))
        self.stop = EdgedButton(self.tr("Stop"), "", self)
        self.opens = EdgedButton(self.tr("Open"), "", self)
        self.folder = EdgedButton(self.tr("Show folder"), "", self)
        self.away = EdgedButton(self.tr("Put away"), "", self)
        for button, verb in (
            (self.stop, self.tr("Stop saving {name}")),
            (self.opens, self.tr("Open {name}")),
            (self.folder, self.tr("Show the folder of {name}")),
            (self.away, self.tr("Put {name} away")),
        ):
            button.setAccessibleName(verb.format(name=job.out.name))
        self.stop.clicked.connect(job.stop)
        self.opens.clicked.connect(lambda: self._open(str(job.out)))
        self.folder.clicked.connect(lambda: self._open(str(job.out.parent)))
        self.away.clicked.connect(lambda: queue.forget(job))
        words = QVBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self.bar)
        words.addWidget(self.said)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(words, 1)
        for button in (self.stop, self.opens, self.folder, self.away):
            self._row.addWidget(button)
        job.changed.connect(self.show_stage)
        self.show_stage()

    def show_stage(self) -> None:
        """Show how far it is."""
        job = self.job
        running, saved = job.stage == "running", job.stage == "saved"
        self.bar.setVisible(running)
        self.bar.setValue(round(100 * job.done))
        self.stop.setVisible(not job.over)
        self.opens.setVisible(saved)
        self.folder.setVisible(saved)
        self.away.setVisible(job.over)
        self.said.setText(self._words())

    def _words(self) -> str:
        job = self.job
        if job.stage == "waiting":
            return self.tr("waits for its turn")
        if job.stage == "running":
            left = job.seconds_left
            if left is None:
                return self.tr("begins")
            said = self.tr("{n} % done, about {time} left")
            return said.format(n=round(100 * job.done), time=time_said(left))
        if job.stage == "saved":
            size, time = size_said(job.length), time_said(job.seconds)
            said = self.tr("saved in {folder}, {size}, after {time}")
            return said.format(folder=job.out.parent, size=size, time=time)
        if job.stage == "stopped":
            return self.tr("stopped; nothing was saved")
        return self.tr("not saved: {why}").format(why=job.reason)

    def _open(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            said = self.tr("No program was found that opens it; it is in {file}.")
            self.said.setText(said.format(file=self.job.out))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._row.setSpacing(look.px(8))
        self.name.setFont(look.font(16, SEMIBOLD))
        self.said.setFont(look.font(15))
        self.bar.setFixedHeight(look.px(8))
        for button in (self.stop, self.opens, self.folder, self.away):
            button.set_look(look)


class QueueView(QWidget):
    """A row for each file, the newest at the top."""

    def __init__(self, queue: SaveQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue, self._look = queue, Look()
        self.rows: list[JobRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        queue.changed.connect(self._show)
        self._show()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self._column.setSpacing(look.px(10))
        for row in self.rows:
            row.set_look(look)

    def _show(self) -> None:
        over = [job for job in self._queue.jobs if job.over]
        old = over[:-SHOWN]
        jobs = [job for job in self._queue.jobs if job not in old]
        if [row.job for row in self.rows] == jobs[::-1]:
            return
        kept = {row.job: row for row in self.rows}
        for job, row in kept.items():
            if job not in jobs:
                row.hide()
                row.deleteLater()
        self.rows = []
        for job in reversed(jobs):
            row = kept.get(job) or JobRow(job, self._queue, self)
            row.set_look(self._look)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        self.setVisible(bool(self.rows))
        self.updateGeometry()
