"""A file that is being saved, by the program's own command in a process beside it.

So nothing that is drawn there keeps the window waiting, and nothing that fails there
takes the window with it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QProcessEnvironment

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.files.library.places import PACKAGE
from sidecar_viz.files.saved.whole import stamp_of

Stage = Literal["waiting", "running", "saved", "failed", "stopped"]
STOPPED = 130  # the exit code of what was ended on purpose
BEHIND = 5  # how nice it is to others: the window goes on without a stutter
PATIENCE = 3000  # milliseconds that what is to stop may go on


class Job(QObject):
    """One file; it begins when it is told to.

    Attributes:
        out: the file.
        stage: how far it is.
        done: how much of the work is done, 0 to 1.
        reason: why it failed, in a sentence; "" otherwise.

    Signals:
        changed: something of it is other than before.
        ended: it is saved, has failed, or was stopped.
    """

    changed: SignalOf[()] = signal()
    ended: SignalOf[()] = signal()

    def __init__(
        self, words: Sequence[str], out: Path, parent: QObject | None = None
    ) -> None:
        """Save with the *words* of the command, to the file *out* that they name."""
        super().__init__(parent)
        self.out = out
        self.stage: Stage = "waiting"
        self.done = 0.0
        self.reason = ""
        self._told = ""
        self._took = 0.0
        self._clock = QElapsedTimer()
        self._process = QProcess(self)
        program, *first = own_command()
        self._process.setProgram(program)
        self._process.setArguments([*first, *words])
        self._process.setProcessEnvironment(_environment())
        self._process.started.connect(self._stand_back)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)

    @property
    def over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.stage in ("saved", "failed", "stopped")

    @property
    def seconds_left(self) -> float | None:
        """How long it will go on, about; None while nobody can tell."""
        if self.stage != "running" or self.done < 0.02:
            return None
        return self._clock.elapsed() / 1000 * (1 - self.done) / self.done

    @property
    def seconds(self) -> float:
        """How long it took, in all."""
        return self._took

    @property
    def length(self) -> int:
        """How many bytes the file has; 0 before it is there."""
        stamp = stamp_of(self.out)
        return stamp[1] if stamp is not None else 0

    def start(self) -> None:
        """Begin."""
        self.stage = "running"
        self._clock.start()
        self._process.start()
        self.changed.emit()

    def stop(self) -> None:
        """Make no more of it; what was at its place stays there."""
        if self.stage == "waiting":
            self._end("stopped")
        elif self.stage == "running":
            self.stage = "stopped"
            self._process.closeWriteChannel()
            self.changed.emit()

    def stop_now(self) -> None:
        """Stop, and wait until it has, some seconds at most."""
        self.stop()
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.waitForFinished(PATIENCE)
            self._process.kill()

    @property
    def process_id(self) -> int:
        """The number of its process; 0 while there is none."""
        return self._process.processId()

    def _stand_back(self) -> None:
        """Leave the processor to the window, where the system can do that."""
        if os.name == "posix":
            mine = os.getpriority(os.PRIO_PROCESS, 0)
            with contextlib.suppress(OSError):  # it is through already
                os.setpriority(os.PRIO_PROCESS, self.process_id, mine + BEHIND)

    def _read(self) -> None:
        self._told += bytes(self._process.readAllStandardOutput().data()).decode()
        *lines, self._told = self._told.split("\n")
        percents = [one.removesuffix(" %").strip() for one in lines]
        known = [int(one) / 100 for one in percents if one.isdecimal()]
        if known:
            self.done = known[-1]
            self.changed.emit()

    def _finish(self, code: int) -> None:
        if code == 0:  # it may have been through when it was to stop
            self.done = 1.0
            self._end("saved")
        elif self.stage == "stopped" or code == STOPPED:
            self._end("stopped")
        else:
            said = bytes(self._process.readAllStandardError().data()).decode()
            died = self.tr("the process that saved it was ended; try again")
            self.reason = _reason(said, str(self.out)) or died
            self._end("failed")

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.reason = self._process.errorString()
            self._end("failed")

    def _end(self, stage: Stage) -> None:
        self._took = self._clock.elapsed() / 1000 if self._clock.isValid() else 0.0
        self.stage = stage
        self.changed.emit()
        self.ended.emit()


def own_command() -> tuple[str, ...]:
    """Return the words that start this program again."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "sidecar_viz")


def _environment() -> QProcessEnvironment:
    """Return an environment in which Python finds this very program."""
    found = QProcessEnvironment.systemEnvironment()
    here = str(PACKAGE.parent)
    before = found.value("PYTHONPATH")
    found.insert("PYTHONPATH", os.pathsep.join(one for one in (here, before) if one))
    found.insert("PYTHONUTF8", "1")
    return found


def _reason(said: str, out: str) -> str:
    """Return what the command said last, without names that all of its lines have."""
    lines = [line for line in said.splitlines() if line.strip()]
    last = lines[-1] if lines else ""
    return last.removeprefix("sidecar-viz: ").removeprefix(f"{out}: ")
