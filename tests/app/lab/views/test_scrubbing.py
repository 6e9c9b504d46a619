"""The time line on screen is whole, though only parts of it are painted again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.views.line.time_line_view import TimeLineView
from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.theme import THEMES
from sidecar_viz.paint.lab.pod.stage import Moment
from tests.pods.showing.runs import shop


def moved(view: TimeLineView, t: float) -> None:
    """Put the playhead there."""
    view.show_moment(Moment(t, t))


def looked_at(view: TimeLineView, t: float) -> None:
    """Show a cause, and go past it by a little; then show none and go there."""
    cause = view.laid_out.run.arrows[-1]
    if t > view.laid_out.run.end / 2:
        view.show_cause(cause)
        for by in (-0.05, 0.05):
            QApplication.processEvents()
            moved(view, cause.t + by)
    else:
        view.show_cause(None)
        QApplication.processEvents()
        moved(view, t)


def entered(view: TimeLineView, t: float) -> None:
    """Give it the keyboard, go there, and take the keyboard again now and then."""
    view.setFocus()
    QApplication.processEvents()
    moved(view, t)
    if t < view.laid_out.run.end / 2:
        view.clearFocus()


def hid(view: TimeLineView, t: float) -> None:
    """Hide what is ahead, or show it again; then go there."""
    view.set_hidden(hidden=not view.hidden)
    QApplication.processEvents()
    moved(view, t)


def zoomed(view: TimeLineView, t: float) -> None:
    """Show half of the time around a second."""
    view.zoom(2.0)
    moved(view, t)


@pytest.mark.parametrize("look", [Look(), Look(THEMES["contrast"], text=2.0)])
@pytest.mark.parametrize("between", [moved, looked_at, entered, hid, zoomed])
def test_the_screen_shows_what_a_whole_picture_shows(
    qapp: QApplication,
    qtbot: QtBot,
    between: Callable[[TimeLineView, float], None],
    look: Look,
) -> None:
    """After each of many small and large moves, whatever came between them."""
    view = TimeLineView(shop())
    qtbot.addWidget(view)
    view.set_look(look)
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
