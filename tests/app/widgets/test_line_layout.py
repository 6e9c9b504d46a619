"""Items in lines, as words in a paragraph."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.widgets.line_layout import FlowLayout


def lines(qtbot: QtBot, many: int, width: int) -> list[int]:
    """How many items stand in each line, in a width; each is 100 pixels wide."""
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window)
    flow.setSpacing(10)
    for _ in range(many):
        item = QWidget()
        item.setMinimumSize(100, 30)
        flow.addWidget(item)
    flow.setGeometry(QRect(0, 0, width, 300))
    items = (flow.itemAt(n) for n in range(many))
    counted = Counter(item.geometry().top() for item in items if item is not None)
    return [counted[top] for top in sorted(counted)]


@pytest.mark.parametrize(
    ("many", "width", "wanted"),
    [
        *((11, 1300, [11]), (12, 1100, [6, 6]), (11, 900, [6, 5])),
        *((11, 400, [3, 3, 3, 2]), (3, 50, [1, 1, 1]), (0, 100, [])),
    ],
)
def test_lines_are_few_and_about_as_long(
    qtbot: QtBot, many: int, width: int, wanted: list[int]
) -> None:
    """No button stands alone below ten others."""
    assert lines(qtbot, many, width) == wanted
