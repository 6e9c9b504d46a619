"""A move's first frame: on the screen before the words that follow on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.play.motion import Motion
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.stage import Stage
from tests.app.conftest import MakeWindow
from tests.app.present.conftest import Begin, press

NEXT = Qt.Key.Key_PageDown
LIT = 4
"""A step on which a trail is lit meanwhile."""


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
    """It is painted within the key press, and only once; words and tables follow."""
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


@pytest.mark.parametrize("step", range(6))
@pytest.mark.parametrize("motion", ["full", "gentle"])
def test_it_is_painted_once(make_window: MakeWindow, motion: Motion, step: int) -> None:
    """Whatever moves in it: chips, what fades, and where a trail is lit."""
    window = make_window(motion=motion)
    stage = window.views.work.stage
    window.player.jump(step)
    if step == LIT:
        stage.follow(1)
    for _ in range(3):
        QApplication.processEvents()
    log = Log(stage=stage)
    window.player.step(1)
    window.player.clock.stop()
    for _ in range(3):
        QApplication.processEvents()
    assert log.lines == ["stage"]
    window.player.arrive()


def test_what_stood_still_goes_on_at_once(moving: MainWindow) -> None:
    """It waits for no tick of the clock, and for no words: they are the same."""
    player = moving.player
    player.step(1)
    player.set_still(still=True)
    left = player.playhead.position
    player.set_still(still=False)
    assert player.playhead.position > left
    assert player.running


@pytest.mark.parametrize(
    ("key", "motion"),
    [(NEXT, "none"), (Qt.Key.Key_Home, "none"), (Qt.Key.Key_Home, "full")],
)
def test_what_is_there_at_once_is_no_move(
    moving: MainWindow, key: Qt.Key, motion: Motion
) -> None:
    """A cut has no first frame, nor has a step without motion."""
    moving.player.jump(3)
    moving.player.set_motion(motion)
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


def test_the_class_sees_it_without_the_last_step_s_ink(begin: Begin) -> None:
    """What was drawn on a step goes with it, before anything of the next is seen."""
    show = begin(1, motion="full")
    tools = show.tools
    tools.draw(((0.2, 0.2), (0.4, 0.4)))
    assert tools.strokes
    seen: list[int] = []
    show.audience.stage.painted.connect(lambda: seen.append(len(tools.strokes)))
    QTest.keyClick(show.audience.stage, NEXT)
    assert seen == [0]
    show.player.arrive()


def test_the_lesson_beside_a_what_if_moves_with_it(begin: Begin) -> None:
    """Both of the class's stages are painted within the key press."""
    show = begin(3, motion="full")
    show.window.show_what_if("volume-not-mounted")
    press(show, Qt.Key.Key_U, modifier="shift")
    for _ in range(3):
        QApplication.processEvents()
    stage = show.audience.stage
    every = show.audience.findChildren(StageView)
    (beside,) = (one for one in every if one is not stage)
    log = Log(stage=stage, beside=beside)
    QTest.keyClick(stage, NEXT)
    assert log.lines == ["stage", "beside"]
    show.player.arrive()
