"""Opens labs beside the window of lessons, and shows there what they make."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject, Qt

from sidecar_viz.app.lab.held.examples import first_example
from sidecar_viz.app.lab.held.keeping import (
    Keeping,
    kept_of,
    lab_file,
    last_lab,
    opened_again,
)
from sidecar_viz.app.lab.held.opened import as_shown
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_actions import opened_lab, set_letters
from sidecar_viz.app.preferences.preferences import PreferenceName, Preferences
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.session.kept_notices import KeptNotices
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.saved.lab_file import KeptLab


def begin_keeping(lab: Lab) -> Keeping:
    """Keep from now on what is open in a lab, also through a sudden end."""
    keeping = Keeping(
        lab.model, lambda: lab.player.moment.t, lambda: lab.texts.typed, lab_file()
    )
    notices = KeptNotices(lab.window, lab.window.put_bar, lab.voice.say)
    keeping.disk.refused.connect(notices.tell_refused)
    keeping.disk.damaged.connect(notices.tell_aside)
    keeping.disk.left_out.connect(notices.tell_left_out)
    lab.model.run_changed.connect(keeping.touch)
    lab.model.file_changed.connect(keeping.touch)
    lab.player.arrived.connect(keeping.touch)
    lab.window.late.editor.then(
        lambda editor: [
            sheet.text.textChanged.connect(keeping.touch)
            for sheet in (editor.manifest, editor.script)
        ]
    )
    lab.window.closing.connect(keeping.close)
    lab.files.begun.connect(lambda: restore_unsaved(lab, keeping.waiting))
    return keeping


def restore_unsaved(lab: Lab, waiting: Sequence[KeptLab] = ()) -> None:
    """Go on with what was not saved of the file that has just been opened.

    What is *waiting* is not on the disk yet.
    """
    kept = kept_of(lab.model.opened, waiting)
    if kept is not None:
        stand_again(lab, kept)


def stand_again(lab: Lab, kept: KeptLab) -> None:
    """Let a lab stand where it was left, with the text as it was typed last."""
    now = lab.model.opened
    lab.model.restored.add(kept.mark)
    if not kept.unsaved:
        lab.player.jump(kept.second)
        return
    again = opened_again(kept) if kept.wanted == (now.wanted or "") else None
    left = structs.replace(again or now, path=now.path, name=now.name, given=now.given)
    text = kept.text
    if as_shown(text) == as_shown(left.text):
        text = left.text  # its ends of lines are the file's
    same = as_shown(text) == as_shown(now.text) and left.script == now.script
    same = same and not kept.typed
    if same:
        lab.player.jump(kept.second)
        if not now.given:
            lab.model.forget_saved()
        return
    lab.restore(left, text)
    if kept.typed:
        lab.texts.type_script(kept.typed)
    lab.player.jump(kept.second)
    lab.tell_restored()


class OpenLabs(QObject):
    """Keeps the labs that are open.

    Signals:
        lesson_shown: the Lesson of a run, to be presented.
    """

    lesson_shown: SignalOf[Lesson] = signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labs: list[Lab] = []
        self._presented: Lab | None = None

    def open_lab(self, preferences: Preferences, path: Path | None = None) -> Lab:
        """Open a lab with a file, or with an example."""
        last = last_lab() if path is None else None
        lab = opened_lab(last[0] if last else first_example(), preferences)
        if last:
            stand_again(lab, last[1])
        begin_keeping(lab)
        self._labs.append(lab)
        window = lab.window
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.closing.connect(lambda: self._forget(lab))
        lab.files.lesson_shown.connect(lambda lesson: self._present(lab, lesson))
        from sidecar_viz.app.lab.views.access import (  # noqa: PLC0415 - not before
            make_pictures_accessible,
        )

        make_pictures_accessible(window)
        window.show()
        if path is not None:
            lab.files.open_file(path)
            if lab.model.opened.path is None:  # refused: the example is what is kept
                restore_unsaved(lab)
        return lab

    def follow(self, chosen: Preferences, changed: frozenset[PreferenceName]) -> None:
        """Let single letters be keys of open labs, too, or no longer."""
        if "single_letter_keys" in changed:
            for lab in self._labs:
                set_letters(lab, letters=chosen.single_letter_keys)

    def come_back(self) -> None:
        """Bring the lab to the front whose run was presented last, once."""
        lab, self._presented = self._presented, None
        if lab is not None:
            lab.window.raise_()
            lab.window.activateWindow()

    def _present(self, lab: Lab, lesson: Lesson) -> None:
        self.lesson_shown.emit(lesson)
        self._presented = lab

    def _forget(self, lab: Lab) -> None:
        if self._presented is lab:
            self._presented = None
        if lab in self._labs:
            self._labs.remove(lab)
            lab.deleteLater()  # its parts hold each other
