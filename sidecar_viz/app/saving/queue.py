"""The files that are being saved, one after another."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.saving.job import Job


class SaveQueue(QObject):
    """Starts one job after another; each may be stopped.

    Signals:
        changed: jobs came or went, or one of them is other than before.
        ended: the Job that has just been saved, stopped, or has failed.
    """

    changed: SignalOf[()] = signal()
    ended: SignalOf[Job] = signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: tuple[Job, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether something is still to be saved."""
        return any(not job.over for job in self.jobs)

    def add(self, job: Job) -> None:
        """Save it as soon as those before it are through.

        A job for the same file that waits is left out: the new one takes its place.
        """
        for other in self.jobs:
            if other.out == job.out and other.stage == "waiting":
                other.stop()
        job.setParent(self)
        job.changed.connect(self.changed)
        job.ended.connect(lambda: self._go_on(job))
        self.jobs = (*self.jobs, job)
        self.changed.emit()
        self._start_next()

    def forget(self, job: Job) -> None:
        """Show a job that is over no more."""
        if job.over and job in self.jobs:
            self.jobs = tuple(one for one in self.jobs if one is not job)
            job.deleteLater()
            self.changed.emit()

    def stop_all(self) -> None:
        """Stop all, and wait for what is under way."""
        for job in reversed(self.jobs):
            if not job.over:
                job.stop_now()

    def _go_on(self, job: Job) -> None:
        self.ended.emit(job)
        self._start_next()

    def _start_next(self) -> None:
        if any(job.stage == "running" for job in self.jobs):
            return
        waiting = next((job for job in self.jobs if job.stage == "waiting"), None)
        if waiting is not None:
            waiting.start()
