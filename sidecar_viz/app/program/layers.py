"""What lies over the window, and how it is put away: one layer at each Esc."""

from __future__ import annotations

from collections.abc import Callable

from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.window.main_window import MainWindow


class Layers:
    """Tips, dialogs, black, numbers, question, problems, drawer, full screen, pins."""

    def __init__(
        self,
        window: MainWindow,
        steering: Steering,
        put_away_tip: Callable[[], bool],
    ) -> None:
        self._window, self._steering = window, steering
        self._put_away_tip = put_away_tip

    def leave(self) -> None:
        """Put away what lies on top; the step stays, and nothing is quit."""
        window, views = self._window, self._window.views
        if self._put_away_tip() or window.dialogs.close_top():
            return
        if views.blank.uncover() or self._steering.put_away():
            return
        if window.predictor.close():
            return
        if views.problems.isVisible():
            views.problems.put_away()
        elif views.work.drawer_open():
            window.change(drawer=False)
            views.work.stage.setFocus()
        elif window.isFullScreen():
            window.set_full_screen(full=False)
        elif not self._steering.forget_typed():
            window.highlighter.unpin()
            views.work.stage.setFocus()
