"""What the lab plays: manifest and script as they are, and as they were before."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject

from sidecar_viz.app.lab.held.opened import Opened, read_opened
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError, Location, Problem
from sidecar_viz.pods.given.fitting import fitted
from sidecar_viz.pods.given.script import Life, Script
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.showing.run import Run, played
from sidecar_viz.pods.showing.usual import with_usual


class LabModel(QObject):
    """Holds the run that is shown; a mistake keeps the last good one.

    Attributes:
        opened: what is open.
        run: what it comes to.
        before: the run before the last change, while the text is edited.

    Signals:
        run_changed: the Run to show from now on.
        file_changed: another manifest is open.
        refused: problems of the text that is edited, none once it is good again.
        script_changed: the Script, when something else than its text changed it.
        script_refused: the same of the script's text.
        undo_changed: what would be undone, "" for nothing.
    """

    run_changed: SignalOf[Run] = signal(object)
    file_changed: SignalOf[Opened] = signal(object)
    refused: SignalOf[tuple[Problem, ...]] = signal(object)
    script_changed: SignalOf[Script] = signal(object)
    script_refused: SignalOf[tuple[Problem, ...]] = signal(object)
    undo_changed: SignalOf[str] = signal(str)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.run = played(opened.pod, opened.script, opened.version)
        self.before: Run | None = None
        self._done: list[tuple[str, Script]] = []
        self._undone: list[tuple[str, Script]] = []

    def begin(self, opened: Opened) -> None:
        """Play another manifest from its start."""
        self._done, self._undone = [], []
        self.before = None
        self.opened = opened
        self.file_changed.emit(opened)
        self.script_changed.emit(opened.script)
        self._play()
        self._tell_undo()

    def take_script(self, script: Script, what: str) -> None:
        """Play with another script; *what* names the change, for its undo."""
        self._done.append((what, self.opened.script))
        self._undone = []
        self._with(script)

    def assume(self, who: str, life: Life) -> None:
        """Play with another assumption of what a container does."""
        old = self.opened.script
        if life != old.life(who):
            lives = {**old.containers, who: life}
            said = self.tr("{name}'s guess").format(name=who)
            self.take_script(structs.replace(old, containers=lives), said)

    def undo(self) -> bool:
        """Take the last change of the script back; tell whether there was one."""
        if not self._done:
            return False
        what, script = self._done.pop()
        self._undone.append((what, self.opened.script))
        self._with(script)
        return True

    def redo(self) -> bool:
        """Make the change again that was taken back; tell whether there was one."""
        if not self._undone:
            return False
        what, script = self._undone.pop()
        self._done.append((what, self.opened.script))
        self._with(script)
        return True

    def undo_all(self) -> None:
        """Go back to the undisturbed run, without any action."""
        if self.opened.script.actions:
            calm = structs.replace(self.opened.script, actions=())
            self.take_script(calm, self.tr("all"))

    def edit_script(self, data: bytes) -> None:
        """Play with another text of the script, if it is good; else tell why not."""
        try:
            script = Script()
            if data.strip():
                script = read_script(data, self.tr("script"), self.opened.pod)
        except LessonError as error:
            self.script_refused.emit(tuple(error.problems))
            return
        self.script_refused.emit(())
        if script != self.opened.script:
            self._done.append((self.tr("script"), self.opened.script))
            self._undone = []
            self._with(script, typed=True)

    def set_version(self, version: str) -> None:
        """Play it as another Kubernetes would; one that refuses it says why."""
        self.edit(self.opened.data, version)

    def edit(self, data: bytes, version: str | None = None) -> None:
        """Play another text of the manifest, if it is good; else tell what is wrong."""
        old = self.opened
        try:
            new = read_opened(
                data,
                old.name,
                path=old.path,
                script=old.script,
                wanted=old.wanted,
                version=version or old.version,
            )
        except LessonError as error:
            self.refused.emit(tuple(error.problems))
            return
        except ManifestError as error:
            place = Location(old.name, 1, 1)
            self.refused.emit((Problem(place, "manifest", str(error)),))
            return
        self.refused.emit(())
        fresh = tuple(c for c in new.pod.containers if c.name not in old.pod.by_name)
        script = with_usual(new.script, fresh, new.pod)
        new = structs.replace(new, script=script)
        if new.pod != old.pod or new.version != old.version:
            self.before = self.run
            self.opened = new
            self._play()
        else:
            self.opened = new

    def saved_as(self, path: Path) -> None:
        """Remember where it was saved."""
        self.opened = structs.replace(self.opened, path=path, name=path.name)
        self.file_changed.emit(self.opened)

    def _with(self, script: Script, *, typed: bool = False) -> None:
        self.opened = structs.replace(self.opened, script=script)
        if not typed:
            self.script_changed.emit(script)
        self.before = None
        self._play()
        self._tell_undo()

    def _play(self) -> None:
        opened = self.opened
        script = fitted(opened.script, opened.pod)  # the text may have lost names
        self.run = played(opened.pod, script, opened.version)
        self.run_changed.emit(self.run)

    def _tell_undo(self) -> None:
        self.undo_changed.emit(self._done[-1][0] if self._done else "")
