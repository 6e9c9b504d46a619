"""What is done to a pod by hand: it is broken, and something else is assumed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from sidecar_viz.app.lab.asked.showing import show_over
from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.lab_player import LabPlayer
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.qt.while_open import while_open
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.asking.why import why_at

if TYPE_CHECKING:
    from sidecar_viz.app.lab.asked.answers import Prediction
    from sidecar_viz.pods.asking.breaks import Break, BreakId


class Hands(QObject):
    """Asks what is to be broken or assumed, and plays the pod with it.

    Signals:
        remarked: what there is to say of it, or what was taken back or done again.
    """

    remarked: SignalOf[str] = signal(str)

    def __init__(self, model: LabModel, player: LabPlayer, window: LabWindow) -> None:
        super().__init__(window)
        self._model, self._player, self._window = model, player, window

    def delete_it(self) -> None:
        """Let users delete the pod at the playhead's second, with a grace."""
        self.break_it("", "delete")

    def break_it(self, name: str | None = None, what: BreakId | None = None) -> None:
        """Let users choose what is broken at the playhead's second.

        *what* is chosen to begin with.
        """
        from sidecar_viz.app.lab.asked.break_dialog import (  # noqa: PLC0415 - only there
            BreakDialog,
        )

        self._player.set_playing(playing=False)
        who = self._window.chosen if name is None else name
        run, t = self._model.run, self._player.moment.t
        hidden = self._window.time_line.hidden
        dialog = BreakDialog(run, t, who, self._window, predicting=hidden)
        dialog.set_look(self._window.looks.look)
        if what is not None:
            dialog.choose(what)
        dialog.chosen.connect(self._break)
        dialog.predicted.connect(self._answer)
        self._ask(dialog)

    def _ask(self, dialog: QDialog) -> None:
        """Show a dialog on this run; with another run it has nothing to ask."""
        while_open(dialog, self._model.run_changed, lambda _run: dialog.reject())
        show_over(dialog)

    def _break(self, chosen: Break, value: int) -> None:
        run, t = self._model.run, self._player.moment.t
        if not chosen.actions:
            self.remarked.emit(chosen.no_effect)
            return
        given = None if chosen.value is None else value
        from sidecar_viz.pods.asking.breaks import (  # noqa: PLC0415 - here
            foreseen,
            with_break,
        )

        ahead = foreseen(run.pod, run.script, run.trace, t, chosen, given)
        script = with_break(self._model.opened.script, run.trace, t, chosen, given)
        self._model.take_script(script, chosen.word.partition(",")[0])
        if ahead.no_effect:
            self.remarked.emit(ahead.no_effect)

    def _answer(self, made: Prediction) -> None:
        """Say whether it comes as predicted, and how many of the class knew."""
        words = self.tr("It comes so: {what}")
        if made.said:
            right = made.said == made.comes
            words = self.tr("Yes: {what}") if right else self.tr("No: {what}")
        said = words.format(what=made.comes)
        if made.all:
            votes = self.tr("{n} of {all} votes were for it.")
            said = f"{said} {votes.format(n=made.knew, all=made.all)}"
        self.remarked.emit(said)

    def assume(self, name: str | None = None) -> None:
        """Let users change what is assumed of a container."""
        from sidecar_viz.app.lab.asked.assume_dialog import (  # noqa: PLC0415 - only there
            AssumeDialog,
        )

        run = self._model.run
        who = name or self._window.chosen or self._meant()
        dialog = AssumeDialog(run.pod.by_name[who], run.script.life(who), self._window)
        dialog.set_look(self._window.looks.look)
        dialog.chosen.connect(lambda life: self._model.assume(who, life))
        self._ask(dialog)

    def _meant(self) -> str:
        """Return the container that is meant while none has the keyboard.

        It is the one that the why line is about, else the first that runs.
        """
        run, t = self._model.run, self._player.moment.t
        why = why_at(run.pod, run.script, run.trace, t)
        stands = Scene(run.pod, run.script, run.trace, t).stands
        names = [one.name for one in run.pod.containers]
        running = [name for name in names if stands[name].runs]
        wanted = (why.actor, *why.who, *running, *names)
        return next(name for name in wanted if name in names)

    def undo(self) -> None:
        """Take the last change back, and say which."""
        what = self._model.undo()
        undone = self.tr("Undone: {what}.").format(what=what)
        self.remarked.emit(undone if what else self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Make the change again that was taken back, and say which."""
        what = self._model.redo()
        done = self.tr("Done again: {what}.").format(what=what)
        self.remarked.emit(done if what else self.tr("There is nothing to do again."))

    def undo_all(self) -> None:
        """Go back to the undisturbed run, and say so."""
        self._model.undo_all()
        self.remarked.emit(self.tr("This is the undisturbed run."))
