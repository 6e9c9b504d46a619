"""The first frame is told of once, and nobody waits for one that does not come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.qt.first_frame import FirstFrame

LONG, SOON = 60_000, 10


def test_the_first_frame_is_told_of_once(qtbot: QtBot) -> None:
    """A second frame is none of its business."""
    widget, told = QWidget(), list[bool]()
    qtbot.addWidget(widget)
    first = FirstFrame(widget, LONG)
    first.seen.connect(lambda: told.append(first.painted))

    widget.show()
    qtbot.waitUntil(lambda: bool(told))
    again = FirstFrame(widget, LONG)
    again.seen.connect(lambda: told.append(again.painted))
    widget.repaint()
    qtbot.waitUntil(lambda: len(told) > 1)

    assert told == [True, True], "one of each"


def test_what_is_hidden_at_once_keeps_nobody_waiting(qtbot: QtBot) -> None:
    """So it is with a window that opens to present."""
    widget = QWidget()
    qtbot.addWidget(widget)
    told = list[bool]()
    first = FirstFrame(widget, LONG)
    first.seen.connect(lambda: told.append(first.painted))

    widget.show()
    widget.hide()

    qtbot.waitUntil(lambda: told == [False])


def test_what_is_never_shown_keeps_nobody_waiting(qtbot: QtBot) -> None:
    """So it is with a window that is minimized from the start."""
    widget = QWidget()
    qtbot.addWidget(widget)
    told = list[bool]()

    first = FirstFrame(widget, SOON)
    first.seen.connect(lambda: told.append(first.painted))

    qtbot.waitUntil(lambda: told == [False])
