"""Asks what changes before a step is shown, when that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.bars import PredictBar
from sidecar_viz.core.learning.prediction import Verdict, choices, verdict
from sidecar_viz.core.markup import isolated, plain


class Predictor(QObject):
    """Asks for a guess before a step, and says how right it was.

    Signals:
        answered: what is said about a guess, for screen readers.
        guessed: the ids that were guessed, while the answer is being shown.
        settled: the Verdict, once the answer has been shown.
        put_away: the question, or its answer, is no longer of interest.
    """

    answered: SignalOf[str] = signal(str)
    guessed: SignalOf[frozenset[str]] = signal(object)
    settled: SignalOf[Verdict] = signal(object)
    put_away = Signal()

    def __init__(self, player: Player, bar: PredictBar) -> None:
        super().__init__(bar)
        self._player = player
        self._bar = bar
        self.wanted = False
        self.asking = False
        self._asked_at = 0
        self._due: Verdict | None = None
        player.moved.connect(self._moved)

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Ask before every step while it is *wanted*."""
        self.wanted = wanted
        self.keep_place()
        if not wanted:
            self.close()

    def keep_place(self) -> None:
        """Keep room for every question of the lesson, while they are wanted."""
        steps = range(self._player.timeline.end)
        names = max((self._names(step) for step in steps), key=len, default="")
        self._bar.keep_place(keep=self.wanted, names=names)

    def ask(self) -> bool:
        """Ask what changes next; False when it is time to go on.

        That is so when nobody wants to be asked, when the question stands there
        already, and while its answer is being shown.
        """
        player = self._player
        if self._due is not None:
            return False
        at_rest = player.playhead.resting and player.target < player.timeline.end
        if self.wanted and at_rest and not self.asking:
            self.put_away.emit()
            self.asking, self._asked_at = True, player.target
            player.lift_opening(lifted=True)
            self._bar.ask(self._names(player.target))
            asked = self.tr("What changes now? {names}")
            names = self._names(player.target, between=", ")
            self.answered.emit(asked.format(names=names))
            return True
        self.close()
        return False

    def guess(self, ids: frozenset[str]) -> bool:
        """Take a guess, show the step, then say how right it was; False if not due."""
        if not self.asking or not ids:
            return False
        self.asking = False
        course = self._player.timeline.course
        self._due = found = verdict(course, self._player.target + 1, ids)
        said = self.tr("You say: {name}. Watch.")
        self._bar.say(said.format(name=isolated(found.guess)))
        self.guessed.emit(ids)
        self._player.step(1)
        return True

    def guess_number(self, number: int) -> bool:
        """Take a guess by its key, 1 to 9."""
        every = choices(self._player.timeline.course, self._player.target)
        if not self.asking or not 1 <= number <= len(every):
            return False
        return self.guess(frozenset({every[number - 1][0]}))

    def close(self) -> bool:
        """Put the question away; whether there was anything to put away."""
        self.asking = False
        self._due = None
        self._player.lift_opening(lifted=False)
        if self._bar.isHidden():
            return False
        self.put_away.emit()
        self._bar.hide()
        return True

    def _moved(self) -> None:
        """Say how right the guess was, as soon as the answer has been shown.

        A question is put away when the lesson moves on by other means.
        """
        if self.asking and self._player.target != self._asked_at:
            self.close()
        if self._due is not None and self._player.playhead.resting:
            found, self._due = self._due, None
            self._player.lift_opening(lifted=False)
            said = self._said(found)
            self._bar.say(said)
            self.answered.emit(said)
            self.settled.emit(found)

    def _names(self, step: int, between: str = " · ") -> str:
        every = choices(self._player.timeline.course, step)[:9]
        numbered = enumerate((isolated(name) for _, name in every), start=1)
        return between.join(f"{number} {name}" for number, name in numbered)

    def _said(self, found: Verdict) -> str:
        guess, others = isolated(found.guess), ", ".join(map(isolated, found.others))
        if found.blocked is not None:
            return self.tr("This step cannot happen: {why}").format(
                why=isolated(plain(found.blocked))
            )
        if found.right and others:
            said = self.tr("Right: {name} changes. Besides: {others}.")
            return said.format(name=guess, others=others)
        if found.right:
            return self.tr("Right: {name} changes.").format(name=guess)
        if others:
            return self.tr("Not {name}. What changes: {others}.").format(
                name=guess, others=others
            )
        return self.tr("Nothing changes its state in this step.")
