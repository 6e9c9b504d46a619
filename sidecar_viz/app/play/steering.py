"""The one way to move: what has to happen before the player, in one order."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.play.predictor import Predictor
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.words.announce import heard
from sidecar_viz.app.words.step_words import moment_steps

MOST_DIGITS = 4
PATIENCE = 5000
"""Milliseconds after which a digit that led nowhere is forgotten."""
MORE = 10  # times as long where a screen reader first has to say what was typed


class Cover(Protocol):
    """Something that may hide the picture from those who look at it."""

    def uncover(self) -> bool:
        """Show the picture again; return whether it was hidden."""


class Chooser(Protocol):
    """Something on the picture that is chosen by its number, while it asks for one."""

    def take_number(self, number: int) -> bool:
        """Take the thing with this number; False when no such number is asked for."""

    def put_away(self) -> bool:
        """Ask no longer; return whether it was asking."""


class Steering(QObject):
    """Stands before the player, whoever wants to move: keys, clicker, views, dialogs.

    A key that moves first shows a picture that was hidden, and does nothing else
    then; takes the number that was typed; closes the question that is asked; and
    moves. What is chosen by itself (a step in a list, a mark, a link) moves under
    the cover, too: so teachers prepare what they show next.

    A number counts exactly as long as it is said to: until something moves, or some
    time has passed.

    Signals:
        remarked: what there is to say about a number that is typed, "" when it is
            over.
        stayed: what is told of a wish to move that led nowhere.
    """

    remarked: SignalOf[str] = signal(str)
    stayed: SignalOf[str] = signal(str)

    def __init__(
        self,
        player: Player,
        predictor: Predictor,
        cover: Cover,
        *,
        patience: int = PATIENCE,
    ) -> None:
        """Move the *player*; forget a number after some *patience*, in milliseconds."""
        super().__init__(player)
        self._player, self._predictor = player, predictor
        self._window_cover = self._cover = cover
        self._digits = self._remark = ""
        self._chooser: Chooser | None = None
        self._wait = patience
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.forget_typed)
        player.step_changed.connect(self.forget_typed)

    def set_cover(self, cover: Cover | None) -> None:
        """Uncover this from now on; with None, the window again."""
        self._cover = cover or self._window_cover

    def let_choose(self, chooser: Chooser) -> None:
        """Give numbers to this from now on, whenever it asks for one."""
        self._chooser = chooser
        self._player.step_changed.connect(chooser.put_away)

    def put_away(self) -> bool:
        """Let nothing ask for a number any more; whether something did."""
        return self._chooser is not None and self._chooser.put_away()

    def next(self) -> None:
        """Go to the step whose number was typed; else ask, or show the next step."""
        if self._cover.uncover():
            return
        if self._digits:
            self._go_to(int(self._digits))
        elif not self._predictor.ask():
            player = self._player
            at_end = player.playhead.position >= player.timeline.end
            ended = player.ended
            player.step(1)
            if ended:
                self.stayed.emit(self.tr("That was the end."))
            elif at_end and not player.ended:
                self.stayed.emit(self.tr("This is the last step."))

    def previous(self) -> None:
        """Take the move under way back, or the step."""
        if self._cleared():
            at_start = self._player.playhead.position <= 0.0
            self._player.step(-1)
            if at_start:
                self.stayed.emit(self.tr("This is the start."))

    def first(self) -> None:
        """Cut to the start."""
        if self._cleared():
            self._player.first()

    def last(self) -> None:
        """Cut to the last step."""
        if self._cleared():
            self._player.last()

    def to_moment(self, by: int) -> None:
        """Cut to the next step with a key moment (+1), or to the one before (-1)."""
        if not self._cleared():
            return
        here = self._player.target
        steps = moment_steps(self._player.timeline.course)
        found = [step for step in steps if (step - here) * by > 0]
        if found:
            self._player.jump(found[0] if by > 0 else found[-1])

    def toggle_playing(self) -> None:
        """Play, or pause."""
        if self._cleared():
            self._player.set_playing(playing=not self._player.playing)

    def creep(self, by: float) -> None:
        """Scrub a part of a step on, or back (in steps, -1 to 1)."""
        if self._cleared():
            self._player.scrub(round(self._player.playhead.position + by, 2))

    def jump(self, step: int) -> None:
        """Cut to a step that was chosen by itself."""
        self._predictor.close()
        self.forget_typed()
        self._player.jump(step)

    def type_digit(self, digit: int) -> None:
        """Take a digit (0 to 9) as the answer to a question, or of a step's number."""
        if self._chooser is not None and self._chooser.take_number(digit):
            return
        if not self._predictor.guess_number(digit):
            self._digits = (self._digits + str(digit))[-MOST_DIGITS:]
            self._patience.start(self._wait * (MORE if heard() else 1))
            said = self.tr("Go to step {n}: press Enter")
            self._say(said.format(n=self._digits))

    def forget_typed(self) -> bool:
        """Forget what was typed, and what is said of it; whether there was any."""
        said = bool(self._remark)
        self._digits = ""
        self._patience.stop()
        self._say("")
        return said

    def _cleared(self) -> bool:
        """Clear the way; False when showing the picture again was all that is due."""
        if self._cover.uncover():
            return False
        self._predictor.close()
        self.forget_typed()
        return True

    def _go_to(self, step: int) -> None:
        """Cut to a step; where there is none with this number, say so and stay."""
        self.forget_typed()
        end = self._player.timeline.end
        if step > end:
            told = self.tr("There is no step {n}; the last one is {last}.")
            self._say(told.format(n=step, last=end))
            return
        self._player.jump(step)

    def _say(self, remark: str) -> None:
        if remark != self._remark:
            self._remark = remark
            self.remarked.emit(remark)
