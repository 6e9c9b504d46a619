"""The texts of the lab: manifest and script are shown, typed, marked and lit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sidecar_viz.app.lab.compared import Compared
from sidecar_viz.app.lab.held.keeping import Typed
from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.opened import Opened, as_shown
from sidecar_viz.app.lab.lab_files import LabFiles
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.lab.watched import Watched
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.given.script_text import script_text

if TYPE_CHECKING:
    from sidecar_viz.app.lab.views.text.editor import Editor
    from sidecar_viz.app.lab.views.text.excerpt import Excerpt


class Texts(QObject):
    """Connects what is played with the editor and with the excerpt.

    Signals:
        said: a problem of the script, or one that was gone to, or that all is good.
        remarked: that there is no problem to go to, or no fix to take.
    """

    said: SignalOf[str] = signal(str)
    remarked: SignalOf[str] = signal(str)

    def __init__(
        self,
        model: LabModel,
        window: LabWindow,
        files: LabFiles,
        compared: Compared,
        watched: Watched,
    ) -> None:
        super().__init__(window)
        self._model, self._window = model, window
        self._files, self._compared, self._watched = files, compared, watched
        self._problems: tuple[Problem, ...] = ()
        self._lit: tuple[int, ...] = ()
        model.file_changed.connect(self._show_file)
        model.script_changed.connect(self._show_script)
        model.refused.connect(self._show_refused)
        model.script_refused.connect(self._show_script_refused)
        model.run_changed.connect(lambda _run: self._show_played())
        window.closing.connect(window.flush)
        window.late.editor.then(self._connect)
        window.late.excerpt.then(self._fill)

    @property
    def typed(self) -> Typed:
        """The texts as they are being typed."""
        editor = self._window.late.editor.made
        if editor is None:
            return Typed(self._model.draft)
        script, played = editor.script.text.toPlainText(), self._model.opened.script
        other = as_shown(script) != as_shown(script_text(played))
        return Typed(editor.text.toPlainText(), script if other else "")

    def type_script(self, text: str) -> None:
        """Show a script that was being typed, with its mistakes if it has any."""
        if not self._window.late.editor.visible:
            self.toggle()
        editor = self._window.editor
        editor.bar.setCurrentIndex(1)
        editor.script.show_text(text)
        self._model.edit_script(text.encode("utf-8"))

    def toggle(self) -> None:
        """Show the texts with the keyboard in them, or put them away."""
        window = self._window
        shown = not window.late.editor.visible
        if not shown:
            window.flush()
        elif self._compared.on:
            self._compared.toggle()
        window.show_editor(shown=shown)
        self._watched.set_watching(on=shown)
        window.editor.light(())
        window.time_line.show_before(None)

    def show_lines(self, lines: Iterable[int]) -> None:
        """Show lines of the manifest in the editor."""
        if not self._window.late.editor.visible:
            self.toggle()
        self._window.editor.light(lines)

    def go_to_problem(self, by: int) -> None:
        """Go to the next problem (+1), or the one before (-1), or say there is none.

        It is one of the text in front if that has any; the texts are shown for it.
        """
        window = self._window
        window.flush()
        editor = window.late.editor.made
        scripted = editor is not None and editor.script.refused
        if not self._problems and not scripted:
            self.remarked.emit(self.tr("There is no problem in manifest or script."))
            return
        if not window.late.editor.visible:
            self.toggle()
        if not window.editor.sheet.refused:
            window.editor.bar.setCurrentIndex(int(scripted))
        window.editor.go_to_problem(by)

    def take_fix(self) -> None:
        """Write what is offered for the problem that is told, or say there is none."""
        editor = self._window.late.editor.made
        if editor is None or not editor.take_fix():
            self.remarked.emit(self.tr("No fix is offered here."))

    def light(self, lines: tuple[int, ...]) -> None:
        """Light the lines of the manifest that decide what is seen."""
        self._lit = lines
        if (excerpt := self._window.late.excerpt.made) is not None:
            excerpt.light(lines)

    def _connect(self, editor: Editor) -> None:
        """Show in an editor that has just been made what it is to show."""
        model = self._model
        editor.manifest.typed.connect(model.edit)
        editor.script.typed.connect(model.edit_script)
        editor.left.connect(self.toggle)
        editor.save_wanted.connect(self._files.save)
        model.draft_shown.connect(editor.manifest.show_text)
        for sheet in (editor.manifest, editor.script):
            sheet.said.connect(self.said)
        problems = self._problems
        self._show_file(model.opened)
        self._show_problems(problems)
        self._show_script(model.opened.script)

    def _fill(self, excerpt: Excerpt) -> None:
        excerpt.show_text(self._model.opened.name, self._model.opened.text)
        excerpt.light(self._lit)

    def _show_file(self, opened: Opened) -> None:
        self._problems = ()
        if (editor := self._window.late.editor.made) is not None:
            editor.show_text(opened.name, self._model.draft)
            editor.show_problems(())

    def _show_script(self, script: Script) -> None:
        if (editor := self._window.late.editor.made) is not None:
            editor.script.show_text(script_text(script))
            editor.script.show_problems(())

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        if (editor := self._window.late.editor.made) is not None:
            editor.show_problems(problems)

    def _show_refused(self, problems: tuple[Problem, ...]) -> None:
        mended = bool(self._problems) and not problems
        self._show_problems(problems)
        self._tell_good(0, mended=mended)

    def _show_script_refused(self, problems: tuple[Problem, ...]) -> None:
        if (editor := self._window.late.editor.made) is not None:
            mended = editor.script.refused and not problems
            editor.script.show_problems(problems)
            self._tell_good(1, mended=mended)
        if problems:
            self.said.emit(str(problems[0]))

    def _tell_good(self, at: int, *, mended: bool) -> None:
        """Say what stands below the text in front if it has just been mended."""
        editor = self._window.late.editor
        if mended and editor.visible and editor.get().bar.currentIndex() == at:
            self.said.emit(editor.get().told)

    def _show_played(self) -> None:
        """Show the text that is played, and below the time line what was before."""
        editing = self._window.late.editor.visible
        self._window.time_line.show_before(self._model.before if editing else None)
        if (excerpt := self._window.late.excerpt.made) is not None:
            self._fill(excerpt)
