"""What screen readers are told: each step in one message, and what else happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.keys.actions import said as in_words
from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.play.player import Player
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.words.announce import (
    ASKED_FOR,
    MOST_WORDS,
    announce,
    announcement,
    comes_back,
    speaking_time,
    stages_speak,
)
from sidecar_viz.app.words.step_words import (
    after,
    aloud,
    ending_words,
    moments_of,
    turning,
)
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.markup import plain


class Voice(QObject):
    """Tells screen readers, in the window that is in front.

    Attributes:
        told: what they were told of the step that is shown.

    Signals:
        said: what they are told.
    """

    said: SignalOf[str] = signal(str)

    def __init__(
        self,
        player: Player,
        stage: StageView,
        front: Callable[[], QWidget],
        seen: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Tell nothing yet.

        Args:
            stage: what speaks of a step while no stage has the keyboard.
            front: gives the window that is worked in.
            seen: says whether the lesson is shown to anybody.
        """
        super().__init__(parent)
        self.told = ""
        self._player, self._stage = player, stage
        self._front, self._seen = front, seen
        self._heard = 0  # the last step that was told, or need not be
        self._turned = ""
        self._hushed = False

    @contextmanager
    def hushed(self) -> Iterator[None]:
        """Say nothing of steps meanwhile: whatever shows them says what is to be said.

        What can be read of the stage follows all the same.
        """
        self._hushed = True
        try:
            yield
        finally:
            self._hushed = False

    def turn(self, before: Course, now: Course) -> None:
        """Say with the next step that a what-if was entered or left."""
        self._turned = turning(before, now)

    def tell_step(self, step: int) -> None:
        """Tell a step, unless it is only scrubbed past."""
        if self._player.scrubbing:
            return
        self._heard = step
        turned, self._turned = self._turned, ""
        course = self._player.timeline.course
        self.told = announcement(after(turned, self._words(course, step)))
        focused = QApplication.focusWidget()
        stage = focused if isinstance(focused, StageView) else self._stage
        stage.tell(self.told)
        if self._seen() and not self._hushed:
            self._player.dwelling.least = speaking_time(self.told)
            front = self._front()
            led = stage is focused or (stage.window() is front and comes_back(stage))
            if not (led and stages_speak()):
                announce(front, self.told)
            self.said.emit(self.told)

    def make_good(self) -> None:
        """Tell a step that scrubbing led to, once the scrubber is let go."""
        if self._player.target != self._heard:
            self.tell_step(self._player.target)

    def say(self, text: str, most: int = MOST_WORDS) -> None:
        """Tell this, in at most so many words."""
        announce(self._front(), text, most)
        self.said.emit(announcement(text, most))

    def say_state(self, command: AnyCommand, *, on: bool) -> None:
        """Tell whether something is on now."""
        words = self.tr("{name}: on.") if on else self.tr("{name}: off.")
        self.say(words.format(name=in_words(command.text)))

    def say_blank(self, colour: str) -> None:
        """Tell what covers the window now."""
        words = {
            "#000000": self.tr("The screen is black."),
            "#ffffff": self.tr("The screen is white."),
        }
        self.say(words.get(colour, self.tr("The screen shows the lesson again.")))

    def say_again(self) -> None:
        """Tell this step's words once more."""
        self.say(self._words(self._player.timeline.course, self._player.target))

    def _words(self, course: Course, step: int) -> str:
        """Return what is told of a step, or of the ending while it is shown."""
        if self._player.ended:
            return plain(ending_words(course).say)
        return aloud(course, step)

    def say_moments(self) -> None:
        """Tell the key moments of this step: questions and answers."""
        found = moments_of(self._player.timeline.course, self._player.target)
        said = " ".join(f"{m.question} {m.answer}" for m in found)
        self.say(said or self.tr("This step has no key moment."), ASKED_FOR)
