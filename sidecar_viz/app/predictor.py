"""Asks what changes before a step is shown, when that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sidecar_viz.app.bars import PredictBar
from sidecar_viz.app.markup import plain
from sidecar_viz.app.player import Player
from sidecar_viz.app.prediction import Verdict, choices, verdict


class Predictor(QObject):
    """Stands between the Next key and the player.

    Signals:
        answered: what is said about a guess, for screen readers.
    """

    answered = Signal(str)

    def __init__(self, player: Player, bar: PredictBar) -> None:
        super().__init__(bar)
        self._player = player
        self._bar = bar
        self.wanted = False
        self.asking = False

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Ask before every step, or not."""
        self.wanted = wanted
        if not wanted:
            self.close()

    def next(self) -> None:
        """Ask, or go on: a second Next always goes on."""
        player = self._player
        at_rest = player.playhead.resting and player.target < player.timeline.end
        if self.wanted and at_rest and not self.asking:
            self.asking = True
            self._bar.ask(self._names())
            self.answered.emit(self._bar.message.text())
            return
        self.close()
        player.step(1)

    def guess(self, ids: frozenset[str]) -> bool:
        """Take a guess, show the step, say how right it was; False if none is due."""
        if not self.asking or not ids:
            return False
        self.asking = False
        course = self._player.timeline.course
        found = verdict(course, self._player.target + 1, ids)
        self._player.step(1)
        said = self._said(found)
        self._bar.say(said)
        self.answered.emit(said)
        return True

    def guess_number(self, number: int) -> bool:
        """Take a guess by its key, 1 to 9."""
        every = choices(self._player.timeline.course)
        if not self.asking or not 1 <= number <= len(every):
            return False
        return self.guess(frozenset({every[number - 1][0]}))

    def close(self) -> bool:
        """Put the question away; whether there was anything to put away."""
        open_before = not self._bar.isHidden()
        self.asking = False
        self._bar.hide()
        return open_before

    def _names(self) -> str:
        every = choices(self._player.timeline.course)[:9]
        return " · ".join(f"{n} {name}" for n, (_, name) in enumerate(every, start=1))

    def _said(self, found: Verdict) -> str:
        others = ", ".join(found.others)
        if found.blocked is not None:
            return self.tr("This step cannot happen: {why}").format(
                why=plain(found.blocked)
            )
        if found.right and others:
            return self.tr("Right: {name} changes. So does: {others}.").format(
                name=found.guess, others=others
            )
        if found.right:
            return self.tr("Right: {name} changes.").format(name=found.guess)
        if others:
            return self.tr("Not {name}. What changes: {others}.").format(
                name=found.guess, others=others
            )
        return self.tr("Nothing changes its state in this step.")
