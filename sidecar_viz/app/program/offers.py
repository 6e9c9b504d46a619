"""Dialogs on the lesson that is shown: what they ask about, and what follows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.program.panes import Panel, Panes
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.caption_words import reality_remark
from sidecar_viz.app.words.next_lesson import next_lesson
from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.core.beside.find import Passage, Where

PANEL_OF: dict[Where, Panel] = {
    "moment": "moments",
    "snapshot": "snapshot",
    "transcript": "transcript",
    "sample": "sample",
}
"""Which panel shows a passage that was found."""


class Offers:
    """Lets users choose a step, a what-if, a passage, their preferences."""

    def __init__(self, window: MainWindow, steering: Steering, panes: Panes) -> None:
        self._window, self._steering, self._panes = window, steering, panes
        self._dialogs, self._player = window.dialogs, window.player

    def quiz(self) -> None:
        """Ask the lesson's questions."""
        window = self._window
        self._dialogs.quiz(window.lesson, window.proofs.show)

    def what_ifs(self) -> None:
        """Let users choose what goes wrong."""
        window = self._window
        chosen = self._player.timeline.course.what_if
        now = chosen.id if chosen else ""
        self._dialogs.what_if(window.lesson, now, window.show_what_if)

    def steps(self) -> None:
        """Let users choose a step by its title."""
        player = self._player
        self._dialogs.go_to(player.timeline, player.target, self._steering.jump)

    def next_lesson(self) -> None:
        """Open the lesson that comes next, or say that there is none."""
        found = next_lesson(self._window.lesson)
        if found is not None:
            self._window.opener.open(found[0])
        else:
            said = QCoreApplication.translate(
                "Offers", "No lesson is named as the next."
            )
            self._window.voice.say(said)

    def overview(self) -> None:
        """Let users choose a step by its picture."""
        player = self._player
        jump = self._steering.jump
        self._dialogs.overview(player.timeline, player.target, jump)

    def find(self) -> None:
        """Let users find words anywhere in the lesson, and go there."""
        self._dialogs.find(self._player.timeline.course, self.go_to)

    def preferences(self) -> None:
        """Let users choose colours, text size, motion and keys."""
        window = self._window
        self._dialogs.preferences(
            window.preferences, window.take_preferences, self.keys
        )

    def keys(self) -> None:
        """Let users choose which keys do what."""
        window = self._window
        self._dialogs.keys(
            window.commands.first_commands,
            lambda: window.preferences,
            lambda own: window.change(own_keys=own),
            window.voice.say,
        )

    def help(self) -> None:
        """Show all keys."""
        self._dialogs.help(self.keys)

    def go_to(self, passage: Passage) -> None:
        """Go to the step that a passage leads to, or open its panel."""
        window = self._window
        if passage.step is not None:
            self._steering.jump(passage.step)
        hidden = not window.preferences.real_cluster_notes
        if passage.where == "reality" and passage.step is not None and hidden:
            words = step_words(self._player.timeline.course, passage.step)
            window.highlighter.say(reality_remark(words) if words.in_reality else "")
        if passage.where in PANEL_OF and not window.presenting:
            self._panes.open(PANEL_OF[passage.where])
