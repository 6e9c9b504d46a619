"""Where an arrow key leads to among the boxes of a flow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView

from sidecar_viz.core.flow.chart import Chart

Action = QAbstractItemView.CursorAction
WALKS = {
    Action.MoveRight: (1, 0),
    Action.MoveLeft: (-1, 0),
    **dict.fromkeys((Action.MoveDown, Action.MoveNext), (0, 1)),
    **dict.fromkeys((Action.MoveUp, Action.MovePrevious), (0, -1)),
}
"""By how many boxes to the right, or rows down, the keyboard goes."""


def neighbour(
    chart: Chart, boxes: Sequence[str], box: int, *, across: int, down: int
) -> int:
    """Return the number of the box that stands there; where there is none, the same.

    Args:
        boxes: the ids of all boxes; the numbers are their places in it.
        across: how many boxes to the right in its row, or 0.
        down: how many rows below, if it is none in its row: to the nearest box.
    """
    numbers = {one: n for n, one in enumerate(boxes)}
    rows = [[numbers[one] for one in line] for line in chart.rows]
    line = next((n for n, row in enumerate(rows) if box in row), None)
    if line is None:
        return box
    if across:
        place = rows[line].index(box) + across
        return rows[line][place] if 0 <= place < len(rows[line]) else box
    if not 0 <= line + down < len(rows):
        return box
    x = chart.boxes[boxes[box]].centre[0]
    near = rows[line + down]
    return min(near, key=lambda other: abs(chart.boxes[boxes[other]].centre[0] - x))
