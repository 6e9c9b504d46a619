"""Lanes that have no room are scrolled to, and no further."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.views.line.time_line_view import TimeLineView
from tests.pods.showing.runs import shop


def turn(view: TimeLineView, notches: int) -> None:
    """Turn the wheel over a view; down is negative."""
    turned = QWheelEvent(
        QPointF(300, 60),
        view.mapToGlobal(QPointF(300, 60)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turned)


@pytest.mark.parametrize("high", [120, 130, 150])
def test_a_notch_back_from_the_end_is_seen(qtbot: QtBot, high: int) -> None:
    """However often the wheel was turned on there."""
    view = TimeLineView(shop())
    qtbot.addWidget(view)
    view.resize(1200, high)
    view.show()
    assert view.laid_out.rows.beyond[1] > 0
    turn(view, -30)
    above, below = view.laid_out.rows.beyond
    assert (above > 0, below) == (True, 0)

    turn(view, 1)

    assert view.laid_out.rows.beyond[0] < above
    turn(view, 30)
    assert view.laid_out.rows.beyond[0] == 0
