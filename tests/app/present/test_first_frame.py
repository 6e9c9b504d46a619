"""A move's first frame: on the screen before the words that follow on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.stage import Stage
from tests.app.conftest import MakeWindow
from tests.app.present.conftest import Begin

NEXT = Qt.Key.Key_PageDown


class Log(QObject):
    """Notes in one list when widgets are painted."""

    def __init__(self, **named: QWidget) -> None:
        super().__init__()
        self.names = {widget: name for name, widget in named.items()}
        self.lines: list[str] = []
        for widget in named.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.lines.append(self.names[watched])
        return super().eventFilter(watched, event)


@pytest.fixture
def moving(make_window: MakeWindow) -> Iterator[MainWindow]:
    """Open the window; nothing is left to be painted, and moves take their time."""
    window = make_window(motion="full")
    for _ in range(3):
        QApplication.processEvents()
    yield window
    window.player.arrive()


def test_the_picture_does_not_wait_for_the_words(moving: MainWindow) -> None:
    """It is painted within the key press; words and tables follow, and it once only."""
    work = moving.views.work
    log = Log(stage=work.stage, flow=work.flow.view)
    before, words = work.stage.described, list[str]()
    moving.player.begun.connect(lambda _stage: words.append(work.stage.described))
    QTest.keyClick(work.stage, NEXT)
    assert log.lines == ["stage"]
    assert words == [before] != [work.stage.described]
    QApplication.processEvents()
    assert log.lines == ["stage", "flow"]


def test_the_first_frame_is_a_frame_further(moving: MainWindow) -> None:
    """Not what rested there: something of it has moved, whatever the speed."""
    player = moving.player
    begun: list[Stage] = []
    player.begun.connect(begun.append)
    rested = player.stage()
    player.step(1)
    assert begun == [player.stage()]
    assert begun != [rested]
    assert player.running


@pytest.mark.parametrize("key", [NEXT, Qt.Key.Key_Home])
def test_what_is_there_at_once_is_no_move(moving: MainWindow, key: Qt.Key) -> None:
    """A cut has no first frame, nor has a step without motion."""
    moving.player.jump(3)
    moving.player.set_motion("none")
    begun: list[Stage] = []
    moving.player.begun.connect(begun.append)
    QTest.keyClick(moving.views.work.stage, key)
    assert moving.player.target in {0, 4}
    assert begun == []


def test_the_class_sees_it_before_its_words(begin: Begin) -> None:
    """The caption below it comes with the next painting, the picture not again."""
    show = begin(1, motion="full")
    for _ in range(3):
        QApplication.processEvents()
    log = Log(stage=show.audience.stage, band=show.audience.band)
    QTest.keyClick(show.audience.stage, NEXT)
    assert log.lines == ["stage"]
    QApplication.processEvents()
    assert log.lines == ["stage", "band"]
    show.player.arrive()
