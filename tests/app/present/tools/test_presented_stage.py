"""A stage with tools, alone, with values."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.tools.presented_stage import PresentedStage
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.layout.zoom import WHOLE, View

LEFT = Qt.MouseButton.LeftButton
SIZE = (500, 420)


@pytest.fixture
def tools(qapp: QApplication) -> Tools:
    """Have no tool in hand."""
    return Tools(qapp)


@pytest.fixture
def stage(qtbot: QtBot, tools: Tools, lesson: Lesson) -> Iterator[PresentedStage]:
    """Show a lesson on a stage with these tools."""
    made = PresentedStage(tools)
    qtbot.addWidget(made.view)
    made.view.resize(*SIZE)
    made.view.show_lesson(lesson)
    made.view.show_stage(Timeline(lesson).rest(1))
    made.view.show()
    qtbot.waitExposed(made.view)
    QTest.mouseMove(made.view, QPoint(1, 1))  # wherever a test before left it
    yield made
    made.view.hide()


def middle(stage: PresentedStage, actor_id: str) -> QPoint:
    """Find a place where an actor is pointed at."""
    return stage.view.box_of(actor_id).center()


def picture(stage: PresentedStage) -> QImage:
    """Take a picture of all that is seen."""
    return stage.view.grab().toImage()


def test_without_a_tool_the_mouse_is_the_stage_s(
    stage: PresentedStage, tools: Tools
) -> None:
    """It hovers and chooses; a tool taken afterwards begins where it is."""
    heard: list[str] = []
    stage.view.hovered.connect(heard.append)
    stage.view.chosen.connect(heard.append)
    place = middle(stage, "app")
    QTest.mouseMove(stage.view, place)
    QTest.mouseClick(stage.view, LEFT, pos=place)
    QApplication.sendEvent(stage.view, QEvent(QEvent.Type.Leave))

    assert heard == ["app", "app", ""]
    assert tools.spot == pytest.approx(stage.spot_of("app"), abs=0.01)
    assert not tools.strokes


def test_with_a_tool_nothing_is_pointed_at(stage: PresentedStage, tools: Tools) -> None:
    """No hand for a cursor, no word about an actor any more; but a click chooses."""
    hovered: list[str] = []
    chosen: list[str] = []
    stage.view.hovered.connect(hovered.append)
    stage.view.chosen.connect(chosen.append)
    place = middle(stage, "app")
    QTest.mouseMove(stage.view, place)
    tools.toggle("laser")
    QTest.mouseMove(stage.view, middle(stage, "disk"))
    QApplication.sendEvent(stage.view, QEvent(QEvent.Type.Leave))
    QTest.mouseClick(stage.view, LEFT, pos=place)

    assert hovered == ["app"]
    assert chosen == ["app"]
    assert stage.view.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_pen_takes_the_mouse(stage: PresentedStage, tools: Tools) -> None:
    """It draws and chooses nobody; a double click draws, too; right does not."""
    chosen: list[str] = []
    stage.view.chosen.connect(chosen.append)
    tools.toggle("pen")
    place = middle(stage, "app")
    QTest.mousePress(stage.view, LEFT, pos=place)
    QTest.mouseMove(stage.view, place + QPoint(40, 0))
    QTest.mouseRelease(stage.view, LEFT, pos=QPoint(1, 1))
    assert len(tools.strokes) == 1
    QTest.mouseDClick(stage.view, LEFT, pos=place)
    QTest.mouseRelease(stage.view, LEFT, pos=place)
    assert tools.stroke is None
    QTest.mouseClick(stage.view, Qt.MouseButton.RightButton, pos=place)

    assert len(tools.strokes) == 2
    assert chosen == []
    assert stage.view.cursor().shape() == Qt.CursorShape.CrossCursor


@pytest.mark.parametrize("tool", ["laser", "spotlight"])
def test_where_a_tool_was_nothing_is_left(
    qtbot: QtBot, stage: PresentedStage, tools: Tools, tool: str
) -> None:
    """What is painted in parts is the same as all of it painted again."""
    tools.toggle("laser" if tool == "laser" else "spotlight")
    for spot in ((0.2, 0.3), (0.7, 0.6), (0.4, 0.4)):
        with qtbot.waitSignal(stage.view.painted):
            tools.point_at(spot)
        shown = stage.view.screen().grabWindow(stage.view.winId()).toImage()
        assert shown == picture(stage).convertToFormat(shown.format())


def test_the_keyboard_points(stage: PresentedStage, tools: Tools) -> None:
    """From actor to actor, without a mouse."""
    stage.view.spot.step(["pod", "app"], 1)
    stage.view.spot.step(["pod", "app"], 1)
    assert tools.spot == stage.spot_of("app")
    stage.view.spot.leave()

    assert tools.spot == stage.spot_of("app")


def test_a_ring_goes_round_an_actor(stage: PresentedStage) -> None:
    """It is closed, and the actor's middle is the ring's."""
    ring = stage.ring_round("app")
    x, y = stage.spot_of("app")

    assert ring[0] == pytest.approx(ring[-1])
    assert (min(s[0] for s in ring) + max(s[0] for s in ring)) / 2 == pytest.approx(x)
    assert min(s[1] for s in ring) < y < max(s[1] for s in ring)
    assert stage.actor_near((x, y)) == "app"


def test_a_nearer_view_is_another_layout(stage: PresentedStage, tools: Tools) -> None:
    """Places on the stage stay the same; pixels and the picture do not."""
    spot, wide = stage.spot_of("app"), stage.view.box_of("app").width()
    whole = picture(stage)
    tools.look(stage.view_of("app"))
    assert stage.spot_of("app") == spot
    assert stage.view.box_of("app").width() > wide * 1.2
    assert picture(stage) != whole

    tools.look(WHOLE)

    assert picture(stage) == whole


def test_a_copy_is_laid_out_as_its_model(
    qtbot: QtBot, stage: PresentedStage, tools: Tools, lesson: Lesson
) -> None:
    """Half as large, everything stands where it stands on the model."""
    copy = PresentedStage(tools)
    qtbot.addWidget(copy.view)
    copy.view.resize(SIZE[0] // 2, SIZE[1] // 2)
    copy.view.show_lesson(lesson)
    copy.view.show_stage(Timeline(lesson).rest(1))
    copy.copy((float(SIZE[0]), float(SIZE[1])))

    for actor in ("pod", "app", "disk"):
        assert copy.spot_of(actor) == stage.spot_of(actor)
        large, small = stage.view.box_of(actor), copy.view.box_of(actor)
        assert small.width() * 2 == pytest.approx(large.width(), abs=4)
    copy.copy(None)

    assert copy.whole().size == (SIZE[0] / 2, SIZE[1] / 2)


def test_every_paint_is_told(stage: PresentedStage, tools: Tools) -> None:
    """The console paints after the class: also on the way to another view."""
    painted: list[None] = []
    stage.view.painted.connect(lambda: painted.append(None))
    picture(stage)
    assert len(painted) == 1
    tools.look(View(2.0, 0.5, 0.5), glide=True)
    picture(stage)
    tools.arrive()

    assert len(painted) == 2
