"""What the lab plays: manifest and script as they are, and as they were before."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, structs
from PySide6.QtCore import QObject, Signal

from sidecar_viz.app.lab.held.opened import (
    Opened,
    Saved,
    as_shown,
    read_opened,
    saved_state,
    shown_text,
)
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError, Location, Problem
from sidecar_viz.pods.given.fitting import fitted
from sidecar_viz.pods.given.script import Life, Script
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.showing.run import Run, played
from sidecar_viz.pods.showing.usual import with_usual


class Whole(Struct, frozen=True):
    """All that is open: what is played, the text being edited, and what is saved."""

    opened: Opened
    draft: str
    saved: Saved


class LabModel(QObject):
    """Holds the run that is shown; a mistake keeps the last good one.

    Attributes:
        opened: what is open.
        run: what it comes to.
        before: the run before the last change, while the text is edited.
        draft: the text that is edited, which may have mistakes.
        saved: what is saved of it.
        restored: the marks of what was kept and goes on here.

    Signals:
        run_changed: the Run to show from now on.
        file_changed: another manifest is open.
        refused: problems of the text that is edited, none once it is good again.
        script_changed: the Script, when something else than its text changed it.
        script_refused: the same of the script's text.
        undo_changed: what would be undone, "" for nothing.
        leaving: something else is about to be opened.
        moving: it was saved as another file.
        draft_shown: the text to edit from now on.
        change_told: whether there is something unsaved.
    """

    run_changed: SignalOf[Run] = signal(object)
    file_changed: SignalOf[Opened] = signal(object)
    refused: SignalOf[tuple[Problem, ...]] = signal(object)
    script_changed: SignalOf[Script] = signal(object)
    script_refused: SignalOf[tuple[Problem, ...]] = signal(object)
    undo_changed: SignalOf[str] = signal(str)
    leaving = Signal()
    moving = Signal()
    draft_shown: SignalOf[str] = signal(str)
    change_told: SignalOf[bool] = signal(bool)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.run = played(opened.pod, opened.script, opened.version)
        self.before: Run | None = None
        self.draft = opened.text
        self.saved = saved_state(opened)
        self.restored: set[str] = set()
        self._told = False
        self._done: list[tuple[str, Script | Whole]] = []
        self._undone: list[tuple[str, Script | Whole]] = []

    @property
    def changed(self) -> bool:
        """Whether something would be lost if nobody kept it."""
        if as_shown(self.draft) != as_shown(self.saved.text):
            return True
        pod, saved = self.opened.pod, self.saved.script
        return saved is None or fitted(self.opened.script, pod) != fitted(saved, pod)

    def begin(self, opened: Opened) -> None:
        """Play another manifest from its start; what was unsaved can be undone to."""
        self.leaving.emit()
        self._done = [*self._done, self._opening(opened)] if self.changed else []
        self._undone = []
        self._take(Whole(opened, opened.text, saved_state(opened)))

    def restore(self, kept: Opened, draft: str) -> bool:
        """Go on with what was not saved; tell whether it is only breaks."""
        steps = added_breaks(self.opened.script, kept.script)
        breaks = bool(steps) and as_shown(draft) == as_shown(self.draft)
        if breaks:
            word = self.tr("last break")
            self._done += [(word, script) for script in steps]
        else:
            self._done.append((self.tr("restoring"), self._whole()))
        self._take(Whole(kept, draft, self.saved))
        return breaks

    def forget_saved(self) -> None:
        """Know no more what is saved: all counts as changed."""
        self.saved = structs.replace(self.saved, script=None)
        self._tell_change()

    def _opening(self, opened: Opened) -> tuple[str, Whole]:
        return self.tr("opening {name}").format(name=opened.name), self._whole()

    def _whole(self) -> Whole:
        return Whole(self.opened, self.draft, self.saved)

    def _take(self, whole: Whole) -> None:
        """Play and show all of it."""
        self.before = None
        self.opened, self.draft, self.saved = whole.opened, whole.draft, whole.saved
        self.file_changed.emit(self.opened)
        self.script_changed.emit(self.opened.script)
        self._play()
        self._show_draft()
        self._tell_undo()
        self._tell_change()

    def _show_draft(self) -> None:
        """Show the text that is edited, with its problems if it has any."""
        if self.draft != self.opened.text:
            self.edit(self.draft.encode("utf-8"))

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

    def undo(self) -> str:
        """Take the last change of the script back; return what it was, "" for none."""
        return self._step(self._done, self._undone)

    def redo(self) -> str:
        """Make the change again that was taken back; return what it was."""
        return self._step(self._undone, self._done)

    def _step(
        self,
        back: list[tuple[str, Script | Whole]],
        on: list[tuple[str, Script | Whole]],
    ) -> str:
        """Take the last of one list; what it takes the place of goes on the other."""
        if not back:
            return ""
        what, before = back.pop()
        if isinstance(before, Whole):
            self.leaving.emit()
            on.append((what, self._whole()))
            here = self.opened.path
            same = here is not None and here == before.opened.path
            saved = self.saved if same else before.saved  # it may be saved since
            self._take(structs.replace(before, saved=saved))
        else:
            on.append((what, self.opened.script))
            self._with(before)
        return what

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
        if version is None:
            self.draft = shown_text(data)
        self._edit(data, version)
        self._tell_change()

    def _edit(self, data: bytes, version: str | None) -> None:
        old = self.opened
        try:
            new = read_opened(
                data,
                old.name,
                path=old.path,
                script=old.script,
                wanted=old.wanted,
                version=version or old.version,
                about=old.about,
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

    def edited_elsewhere(self, data: bytes) -> None:
        """Take a manifest that was saved with another program."""
        self.edit(data)
        self.saved = Saved(self.draft, self.opened.script, data)
        self.draft_shown.emit(self.draft)
        self._tell_change()

    def saved_as(self, path: Path, data: bytes) -> None:
        """Remember where it was saved, and as what."""
        if path != self.opened.path:
            self.moving.emit()
        self.opened = structs.replace(self.opened, path=path, name=path.name)
        self.saved = Saved(self.opened.text, self.opened.script, data)
        self.file_changed.emit(self.opened)
        self._show_draft()
        self._tell_change()

    def _with(self, script: Script, *, typed: bool = False) -> None:
        self.opened = structs.replace(self.opened, script=script)
        if not typed:
            self.script_changed.emit(script)
        self.before = None
        self._play()
        self._tell_undo()
        self._tell_change()

    def _play(self) -> None:
        opened = self.opened
        script = fitted(opened.script, opened.pod)  # the text may have lost names
        self.run = played(opened.pod, script, opened.version)
        self.run_changed.emit(self.run)

    def _tell_undo(self) -> None:
        self.undo_changed.emit(self._done[-1][0] if self._done else "")

    def _tell_change(self) -> None:
        if self.changed != self._told:
            self._told = not self._told
            self.change_told.emit(self._told)


def added_breaks(base: Script, script: Script) -> tuple[Script, ...]:
    """Return the script before each break that it has and *base* has not.

    Returns none if there is any other difference.
    """
    added = [action for action in script.actions if action not in base.actions]
    rest = tuple(action for action in script.actions if action in base.actions)
    calm = structs.replace(script, actions=rest, max_seconds=base.max_seconds)
    if calm != base:
        return ()
    before = [base]
    for n in range(1, len(added)):
        actions = tuple(one for one in script.actions if one not in added[n:])
        before.append(structs.replace(script, actions=actions))
    return tuple(before[: len(added)])
