"""A run beside its twin: shown, put away, and followed by the playhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sidecar_viz.app.lab.asked.lab_dialogs import show_text
from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.lab_player import LabPlayer
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.pods.asking.said_of_change import said_of_change
from sidecar_viz.pods.asking.twin import switches_of

if TYPE_CHECKING:
    from sidecar_viz.app.lab.views.twin.twin_view import TwinView
    from sidecar_viz.paint.lab.pod.stage import Moment
    from sidecar_viz.pods.showing.run import Run


class Compared(QObject):
    """Connects what is played with the view of a run and its twin.

    Signals:
        toggled: whether the twin is shown from now on.
    """

    toggled: SignalOf[bool] = signal(bool)

    def __init__(self, model: LabModel, player: LabPlayer, window: LabWindow) -> None:
        super().__init__(window)
        self._model, self._player, self._window = model, player, window
        window.late.twin.then(self._connect)

    @property
    def on(self) -> bool:
        """Whether the twin is shown."""
        return self._window.late.twin.visible

    def toggle(self) -> None:
        """Show the run beside its twin, or alone."""
        window, run = self._window, self._model.run
        shown = not self.on
        if shown and not switches_of(run.pod):
            window.header.twin.setChecked(False)
            said = self.tr("There is nothing to switch here.")
            show_text(self.tr("Twin run"), said, window.looks.look, window)
            return
        window.show_twin(shown=shown)
        if shown:
            window.twin.show_run(run)
        else:
            self._player.follow(run.way)
        self.toggled.emit(shown)

    def toggle_only(self) -> None:
        """Show of the two runs only where they differ, or all of them."""
        if not self.on:
            self.toggle()
        if self.on:
            self._window.twin.only.toggle()

    def show_run(self, run: Run) -> None:
        """Let the playhead go through another run, and its twin if that is shown."""
        if self.on:
            self._window.twin.show_run(run)
        else:
            self._player.follow(run.way)

    def show_moment(self, moment: Moment) -> None:
        """Show both runs at a moment."""
        if self.on:
            self._window.twin.show_moment(moment)

    def show_second(self, t: float) -> None:
        """Say what has come of it at a second."""
        if self.on:
            self._window.twin.show_second(t)

    def said(self, t: float) -> str:
        """Say what changes at a second, and in which run if there are two."""
        if self.on:
            return self._window.twin.said(t)
        run = self._model.run
        return said_of_change(run.pod, run.trace, t)

    def _connect(self, twin: TwinView) -> None:
        player = self._player
        twin.way_changed.connect(player.follow)
        twin.second_wanted.connect(player.jump)
        twin.scrubbed.connect(player.scrub)
        twin.released.connect(player.release)
