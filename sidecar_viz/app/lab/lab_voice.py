"""What screen readers are told in the lab: each change, and what else happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from sidecar_viz.app.lab.compared import Compared
from sidecar_viz.app.lab.held.lab_player import LabPlayer
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.words.announce import (
    ASKED_FOR,
    MOST_WORDS,
    announce,
    announcement,
    comes_back,
    stages_speak,
)
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.showing.assumed import seconds


class LabVoice(QObject):
    """Tells one short message at a time.

    Signals:
        said: what is told.
    """

    said: SignalOf[str] = signal(str)

    def __init__(
        self, window: LabWindow, player: LabPlayer, compared: Compared
    ) -> None:
        super().__init__(window)
        self._window, self._player, self._compared = window, player, compared
        self._told, self._silent = "", False
        self._second, self._why = player.moment.t, ""
        player.playing_changed.connect(self._play)
        player.stayed.connect(self._stay)
        compared.toggled.connect(self._compare)

    def begin(self) -> None:
        """Let be read, at the pod, where one is and how to go on."""
        self._why = self._reason()
        keys = self.tr("The right arrow key goes to the next change.")
        stage = self._window.stage
        stage.setAccessibleDescription(announcement(f"{self._where()} {keys}"))

    def say(self, text: str, most: int = MOST_WORDS) -> None:
        """Tell this, in at most so many words.

        It is told of the pod if that has the keyboard: all readers speak it then.
        """
        stage, told = self._window.stage, announcement(text, most)
        new = told != stage.accessibleDescription()
        led = (stage.hasFocus() and new) or comes_back(stage)
        if stages_speak() and led and not stage.focused:
            stage.setAccessibleDescription(told)
            self._tell(text, told)
        else:
            self.announce(text, most)

    def announce(self, text: str, most: int = MOST_WORDS) -> None:
        """Tell this wherever the keyboard is; at the pod it is not read once more."""
        stage = self._window.stage
        if not stage.hasFocus():
            stage.setAccessibleDescription(announcement(self._where()))
        announce(stage, text, most)
        self._tell(text, announcement(text, most))

    def _tell(self, text: str, told: str) -> None:
        self._told = text
        self.said.emit(told)

    def _where(self) -> str:
        return f"{seconds(self._player.moment.t)}. {self._reason()}"

    def say_state(self, name: str, *, on: bool) -> None:
        """Tell whether something is on now."""
        words = self.tr("{name}: on.") if on else self.tr("{name}: off.")
        self.announce(words.format(name=name))

    def say_again(self) -> None:
        """Tell the last message once more."""
        told = self._told or self._window.why.spoken()
        announce(self._window.stage, told, ASKED_FOR)
        self.said.emit(announcement(told, ASKED_FOR))

    def keep(self, text: str) -> None:
        """Take what is told in another way for the last message."""
        self._told = text

    def _reason(self) -> str:
        """Return why it is so; only its first sentence."""
        why = self._window.why.why
        return why.said if why is not None else self._window.why.spoken()

    def arrive(self, moment: Moment) -> None:
        """Tell what changes at this second; else which one it is, and why it is so."""
        if self._player.playing:
            return
        before, self._second = (self._second, self._why), moment.t
        self._why = self._reason()
        if self._silent:
            return
        if moment.t in self._player.way.stops:
            self.say(self._compared.said(moment.t))
            return
        told = [seconds(moment.t) + "."] if moment.t != before[0] else []
        told += [self._why] if self._why != before[1] else []
        if told:
            self.say(" ".join(told))

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Tell nothing of where one arrives meanwhile: another message does."""
        self._silent = True
        try:
            yield
        finally:
            self._silent = False

    def _play(self, playing: bool) -> None:  # noqa: FBT001 - a Qt slot
        if playing:
            self.say(self.tr("Playing."))

    def _compare(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.say_state(self.tr("Twin run"), on=on)

    def _stay(self, by: int) -> None:
        ends = (self.tr("This is the start."), self.tr("That was the end."))
        self.say(ends[by > 0])
