"""The first frame has the stage; table and tabs come in the second, in their places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.qt.first_frame import FirstFrame
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.core.lesson import Lesson
from tests.app.conftest import LESSON
from tests.app.programs import remember

SIZES = ((1766, 994), (1366, 768), (1024, 600))
TEXTS = (1.0, 1.5)
LONG = 60_000


class Order(QObject):
    """Notes which widgets are painted first, in their order."""

    def __init__(self, **watched: QWidget) -> None:
        super().__init__()
        self.names = {id(widget): name for name, widget in watched.items()}
        self.painted: list[str] = []
        for widget in watched.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint of each."""
        if event.type() == QEvent.Type.Paint and id(watched) in self.names:
            self.painted.append(self.names.pop(id(watched)))
        return super().eventFilter(watched, event)


def opened(lesson: Lesson, size: tuple[int, int], text: float) -> MainWindow:
    """Make a window that is not shown yet."""
    chosen = Preferences(motion="none", theme="light", text_scale=text)
    window = remember(connected_program(lesson, LESSON, chosen))
    window.resize(*size)
    return window


def places(window: MainWindow) -> list[QRect]:
    """Tell where everything is that the first frame shows."""
    work = window.views.work
    shown = (window.views.header, work.stage, work.caption, work.controller)
    parts: list[QWidget] = [*shown, *([work.flow] if work.footer.has_flow() else [])]
    return [QRect(p.mapTo(window, p.rect().topLeft()), p.size()) for p in parts]


def test_table_and_tabs_come_in_the_second_frame(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Before the first one nothing stands behind the tabs, and they are not painted."""
    window = opened(sidecar_lesson, SIZES[0], 1.0)
    qtbot.addWidget(window)
    work = window.views.work
    order = Order(
        stage=work.stage,
        caption=work.caption,
        controller=work.controller,
        tabs=work.tabs.bar,
    )
    frame = FirstFrame(work.stage, LONG)
    first: list[tuple[list[str], tuple[str, ...]]] = []
    frame.seen.connect(lambda: first.append(([*order.painted], work.tabs.made())))
    work.show_stage_first(frame)

    window.show()
    qtbot.waitUntil(lambda: len(order.painted) == 4)

    (seen, made), *others = first
    assert not others
    assert sorted(seen) == ["caption", "controller", "stage"]
    assert (made, work.tabs.made()) == ((), ("table",))
    assert work.tabs.panel() is work.table
    assert work.table.isVisible()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_as_they_appear(
    qtbot: QtBot, sidecar_lesson: Lesson, size: tuple[int, int], text: float
) -> None:
    """And in the end the window looks as one that was shown at once."""
    whole = opened(sidecar_lesson, size, text)
    qtbot.addWidget(whole)
    whole.show()
    qtbot.waitUntil(whole.views.work.stage.hasFocus)
    wanted = whole.grab().toImage(), places(whole)
    whole.close()
    window = opened(sidecar_lesson, size, text)
    qtbot.addWidget(window)
    frame = FirstFrame(window.views.work.stage, LONG)
    at_first: list[QRect] = []
    frame.seen.connect(lambda: at_first.extend(places(window)))
    window.views.work.show_stage_first(frame)

    window.show()
    qtbot.waitUntil(window.views.work.stage.hasFocus)
    qtbot.waitUntil(lambda: bool(at_first))

    assert at_first == places(window) == wanted[1]
    assert window.grab().toImage() == wanted[0]
