"""What lies over the window, and how it is put away: one layer at each Esc."""

from __future__ import annotations

from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.window.main_window import MainWindow


class Layers:
    """Dialogs, black, a question, problems, full screen, a typed number, a pin."""

    def __init__(self, window: MainWindow, steering: Steering) -> None:
        self._window, self._steering = window, steering

    def leave(self) -> None:
        """Put away what lies on top; the step stays, and nothing is quit."""
        window, views = self._window, self._window.views
        if window.dialogs.close_top() or views.blank.uncover():
            return
        if window.predictor.close():
            return
        if views.problems.isVisible():
            views.problems.put_away()
        elif window.isFullScreen():
            window.set_full_screen(full=False)
        elif not self._steering.forget_typed():
            window.highlighter.unpin()
            views.work.stage.setFocus()
