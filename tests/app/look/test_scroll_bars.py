"""Scroll bars are hit easily."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import apply_style


@pytest.mark.parametrize("ui", [0.65, 1.0, 4.0])
def test_all_of_a_scroll_bar_is_hit_and_that_is_24_pixels(
    qtbot: QtBot, ui: float
) -> None:
    """The handle is dragged beside where it is seen, too (WCAG 2.5.8)."""
    area = QScrollArea()
    qtbot.addWidget(area)
    apply_style(area, Look(ui=ui))
    inside = QWidget()
    inside.resize(5000, 5000)
    area.setWidget(inside)
    area.resize(600, 600)
    area.show()
    left = Qt.MouseButton.LeftButton
    for bar, along in (
        (area.verticalScrollBar(), QPoint(0, 1)),
        (area.horizontalScrollBar(), QPoint(1, 0)),
    ):
        assert min(bar.width(), bar.height()) >= 24
        far = min(bar.width(), bar.height()) - 1
        edge = QPoint(far, far) - QPoint(along.x() * far, along.y() * far)
        QTest.mousePress(bar, left, pos=edge + along * 12)
        assert bar.value() == 0
        QTest.mouseMove(bar, edge + along * 112)
        QTest.mouseRelease(bar, left, pos=edge + along * 112)
        assert bar.value() > 0
