"""The time line on screen is whole, though only parts of it are painted again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.views.time_line_view import TimeLineView
from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.lab.stage import Moment
from tests.pods.showing.runs import shop


def moved(view: TimeLineView, t: float) -> None:
    """Put the playhead there."""
    view.show_moment(Moment(t, t))


def looked_at(view: TimeLineView, t: float) -> None:
    """Show a cause there, and take it away again."""
    view.show_cause(view.laid_out.run.arrows[-1])
    moved(view, t)
    view.show_cause(None)


def hid(view: TimeLineView, t: float) -> None:
    """Hide what is ahead there, and show it again."""
    view.set_hidden(hidden=True)
    moved(view, t)
    view.set_hidden(hidden=False)


def zoomed(view: TimeLineView, t: float) -> None:
    """Show half of the time around a second."""
    view.zoom(2.0)
    moved(view, t)


@pytest.mark.parametrize("between", [moved, looked_at, hid, zoomed])
def test_the_screen_shows_what_a_whole_picture_shows(
    qapp: QApplication, qtbot: QtBot, between: Callable[[TimeLineView, float], None]
) -> None:
    """After each of many small and large moves, whatever came between them."""
    view = TimeLineView(shop())
    qtbot.addWidget(view)
    view.set_look(Look())
    view.resize(1200, 360)
    with qtbot.waitExposed(view):
        view.show()
    end = view.laid_out.run.end
    for part in (0.0, 0.5, 0.51, 0.2, 1.0, 0.99, 0.0, 0.7):
        moved(view, part * end)
        qapp.processEvents()
        between(view, (1 - part) * end)
        qapp.processEvents()
        seen = view.screen().grabWindow(view.winId()).toImage()
        whole = view.grab().toImage()
        rgb = QImage.Format.Format_RGB32
        assert seen.convertToFormat(rgb) == whole.convertToFormat(rgb)
