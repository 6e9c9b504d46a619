"""The card under the stage: marks under the boxes that they light, and the controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.controller import Controller
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.beside.belonging import lit_boxes
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import LESSON, ROOT, MakeWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
JOB = ROOT / "lessons" / "job" / "lesson.yaml"


def middles(window: MainWindow) -> list[int]:
    """Tell how far each mark is from the middle of the boxes that it lights."""
    work, course = window.views.work, window.player.timeline.course
    scrubber, view = work.controller.scrubber, work.flow.view
    found = []
    for step in range(1, course.end + 1):
        boxes = [
            view.visualRect(view.model().index(row, 0))
            for row, node in enumerate(course.lesson.flow.nodes)
            if node.id in lit_boxes(course, step)[0]
        ]
        left, right = boxes[0].left(), boxes[-1].right() + 1
        middle = view.viewport().mapTo(window, QPoint((left + right) // 2, 0)).x()
        mark = scrubber.mapTo(window, QPoint(round(scrubber.x_of(step)), 0)).x()
        found.append(abs(middle - mark))
    return found


@pytest.mark.parametrize("size", [(1280, 720), (1600, 900), (1920, 1080)])
def test_each_mark_stands_under_its_boxes(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """At every width, and after other steps."""
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0])
    QApplication.processEvents()
    window.player.jump(4)

    assert window.views.work.footer.has_flow()
    assert max(middles(window)) <= 2


def test_a_click_between_two_marks_goes_to_the_nearer(window: MainWindow) -> None:
    """Though they are not evenly apart."""
    scrubber = window.views.work.controller.scrubber
    for step in (1, 4, 6, 3):
        before, here = scrubber.x_of(step - 1), scrubber.x_of(step)
        place = QPoint(round(here - 0.4 * (here - before)), scrubber.height() // 2)
        QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=place)
        assert window.player.target == step


def test_a_flow_with_branches_leaves_the_line_of_steps(
    make_window: MakeWindow, sidecar_lesson: Lesson
) -> None:
    """Its marks stand evenly; the chain of another lesson comes back to it."""
    window = make_window(load_lesson(JOB))
    work = window.views.work
    scrubber = work.controller.scrubber
    steps = [scrubber.x_of(step + 1) - scrubber.x_of(step) for step in range(10)]
    assert not work.footer.has_flow()
    assert max(steps) == pytest.approx(min(steps))
    assert "flow" in work.tabs.guests()

    window.show_lesson(sidecar_lesson, LESSON)
    QApplication.processEvents()

    assert work.footer.has_flow()
    assert work.flow.isVisible()
    assert "flow" not in work.tabs.guests()
    assert max(middles(window)) <= 2


def test_boxes_without_room_stand_behind_a_tab(make_window: MakeWindow) -> None:
    """With text at 200 % seven boxes are too wide for one row; hidden, for none."""
    window = make_window(text_scale=2.0)
    work = window.views.work
    assert not work.footer.has_flow()
    assert "flow" in work.tabs.guests()

    window.change(text_scale=1.0)
    assert work.footer.has_flow()
    window.change(show_flow=False)
    assert not work.flow.isVisible()
    assert "flow" not in work.tabs.guests()


def test_boxes_that_are_lit_together_have_a_bracket(window: MainWindow) -> None:
    """It goes from the middle of one to the middle of the other; one box has none."""
    view = window.views.work.flow.view

    def under(step: int) -> bool:
        window.player.jump(step)
        QApplication.processEvents()
        picture = view.viewport().grab().toImage()
        box = view.visualRect(view.model().index(3, 0))
        place = (box.right(), box.bottom() + 3)
        column = [picture.pixelColor(place[0], place[1] + y).name() for y in range(6)]
        return window.look.theme.accent in column

    assert [under(step) for step in (3, 4, 6)] == [False, True, False]


@pytest.fixture
def controller(qapp: QApplication) -> Controller:
    """Make one in the size of the design."""
    assert qapp is not None
    made = Controller()
    made.set_look(Look())
    return made


def test_what_has_no_room_is_left_away(controller: Controller) -> None:
    """First predict first, then the speed; the way through the steps never."""
    whole = controller.minimumSizeHint().width()
    controller.fit(whole)
    assert not controller.speed.isHidden()
    assert not controller.predict.isHidden()

    controller.fit(whole - 12)
    assert not controller.speed.isHidden()
    assert controller.predict.isHidden()

    controller.fit(whole - controller.predict.sizeHint().width() - 24)
    assert controller.speed.isHidden()
    assert not any(button.isHidden() for button in controller.buttons.values())
    controller.fit(whole)
    assert not controller.predict.isHidden()


@pytest.mark.parametrize("size", [(480, 270), (800, 480)])
def test_no_end_of_the_controller_is_cut(
    make_window: MakeWindow, size: tuple[int, int]
) -> None:
    """Full HD at a desktop scale of 400 % has the room of 480 × 270 pixels."""
    window = make_window()
    window.setMinimumSize(*size)
    window.resize(*size)
    QApplication.processEvents()
    work = window.views.work
    right = work.controller.mapTo(window, work.controller.rect().topRight()).x()

    assert window.width() == size[0]
    assert right < window.width()


def test_the_buttons_grow_with_the_text(controller: Controller) -> None:
    """Half as much as it does: at 200 % they are larger, not smaller than letters."""
    usual = controller.buttons["next"].sizeHint()
    controller.set_look(Look(text=2.0))

    assert controller.buttons["next"].sizeHint() == usual * 1.5
    assert controller.buttons["play"].sizeHint().height() == usual.height() * 1.5
