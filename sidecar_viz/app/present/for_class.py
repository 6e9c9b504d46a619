"""What the teacher changes in the class's view: panels, brightness, captions, words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.preferences.preferences import AudiencePanel
from sidecar_viz.app.present.audience.side_panel import with_panel
from sidecar_viz.app.present.seats import Seats
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.core.markup import bold


class ForClass(QObject):
    """Changes what the class sees beside the step.

    Signals:
        remarked: what to write in the caption's place, "" for the caption.
    """

    remarked: SignalOf[str] = signal(str)

    def __init__(self, window: MainWindow, seats: Seats) -> None:
        super().__init__(seats)
        self._window, self._seats = window, seats
        self._shown = 0

    def begin_step(self) -> None:
        """Begin with the caption again: another step's moments are to be shown."""
        self._shown = 0

    def beam(self, *, brightness: int = 0, contrast: int = 0) -> None:
        """Make the class's picture brighter or steeper, by notches."""
        chosen = self._window.preferences
        chosen = chosen.beam_by(brightness=brightness, contrast=contrast)
        self._window.take_preferences(chosen)

    def normal_beam(self) -> None:
        """Undo what was changed for the projector."""
        self._window.change(brightness=0.0, contrast=0.0)

    def scale_captions(self, notches: int) -> None:
        """Make the class's captions larger or smaller, by notches."""
        self._window.take_preferences(self._window.preferences.captions_by(notches))

    def show_panel(self, panel: AudiencePanel) -> None:
        """Show the class a panel beside the stage; asked for again, hide it."""
        now = self._window.preferences.audience_panel
        self._window.change(audience_panel=with_panel(now, panel))
        self._seats.focus()

    def show_moment(self) -> None:
        """Show the step's key question; then its answer; then the caption again."""
        player = self._window.player
        words = step_words(player.timeline.course, player.target)
        texts = [""]
        for moment in words.moments:
            texts += [moment.question, f"{moment.question} {bold(moment.answer)}"]
        self._shown = (self._shown + 1) % len(texts)
        self.remarked.emit(texts[self._shown])
