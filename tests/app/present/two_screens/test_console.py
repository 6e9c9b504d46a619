"""The class on one screen, the teacher on the other, one player for both."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.screens.screens import screen_of
from tests.app.present.conftest import Begin, at_hand, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def agreed(show: Presenting, step: int) -> bool:
    """Whether player, class and teacher are at this step."""
    return (
        show.player.target == step
        and show.console.steps.currentRow() == step
        and f"STEP {step} OF 6" in show.console.now.heading.text()
    )


def test_each_has_a_screen(show: Presenting) -> None:
    """The teacher stays, the class gets the other one; both fill theirs."""
    assert screen_of(show.console) == "Laptop"
    assert screen_of(show.audience) == "Projector"
    assert show.console.geometry() == show.console.screen().geometry()
    assert show.audience.geometry() == show.audience.screen().geometry()


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_words_stand_right_below_what_the_class_sees(
    begin: Begin, qtbot: QtBot, size: tuple[int, int], text: float
) -> None:
    """The picture begins where its steps do, and floats in no empty room."""
    console = begin(4, text_scale=text).console
    console.showNormal()
    console.resize(*size)
    qtbot.waitUntil(lambda: console.size().toTuple() == size)
    QApplication.processEvents()
    stage = console.stage
    top = stage.mapTo(console, QPoint(0, 0)).y()
    bottom = stage.mapTo(console, stage.rect().bottomLeft()).y()
    title = console.title.mapTo(console, QPoint(0, 0)).y()
    steps = console.steps.mapTo(console, QPoint(0, 0)).y()
    em = console.title.fontMetrics().height()

    assert abs(top - steps) < em
    assert 0 < title - bottom < 2 * em
    assert stage.height() > 0.1 * size[1]


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_what_is_pressed_during_a_show_is_large(
    begin: Begin, qtbot: QtBot, text: float
) -> None:
    """44 pixels at 1920×1080, buttons and steps; the step we are at is seen whole."""
    console = begin(5, text_scale=text).console
    console.showNormal()
    console.resize(1920, 1080)
    qtbot.waitUntil(lambda: console.steps.currentRow() == 5)
    qtbot.waitUntil(lambda: console.width() == 1920)
    QApplication.processEvents()
    steps = console.steps
    row = steps.visualItemRect(steps.currentItem())

    assert min(button.height() for button in console.buttons.values()) >= 44
    assert min(steps.sizeHintForRow(n) for n in range(steps.count())) >= 44
    assert steps.viewport().rect().contains(row.center())
    assert row.bottom() <= steps.viewport().height()


def test_a_number_that_is_typed_is_seen_by_the_teacher(
    show: Presenting, qtbot: QtBot
) -> None:
    """Large, and no warning; the class goes on reading the caption."""
    caption = show.audience.band.text.text()
    press(show, Key.Key_4)
    assert show.console.picture.instead() == "Go to step 4: press Enter"
    assert show.console.picture.accessibleName() == "Go to step 4: press Enter"
    assert "step 4" not in show.console.note.text()
    assert show.audience.band.text.text() == caption
    press(show, Key.Key_Return)
    qtbot.waitUntil(lambda: agreed(show, 4))
    assert show.console.picture.instead() == ""
    assert show.console.picture.accessibleName() == "Picture of the next step"

    press(show, Key.Key_9, Key.Key_Return)
    assert "There is no step 9" in show.console.picture.instead()
    press(show, Key.Key_PageDown)
    assert show.console.picture.instead() == ""


@pytest.mark.parametrize("name", ["console", "audience"])
def test_a_clicker_works_in_either_window(
    show: Presenting, qtbot: QtBot, name: str
) -> None:
    """PgDn, PgUp, full stop, F5, Enter, whichever window has the keyboard."""
    view = show.console if name == "console" else show.audience
    view.activateWindow()
    qtbot.waitUntil(lambda: view.isActiveWindow() and view.stage.hasFocus())
    stage = view.stage
    QTest.keyClick(stage, Key.Key_PageDown)
    qtbot.waitUntil(lambda: agreed(show, 1))
    QTest.keyClick(stage, Key.Key_Return)
    qtbot.waitUntil(lambda: agreed(show, 2))
    QTest.keyClick(stage, Key.Key_Period)
    assert show.audience.cover.isVisible()
    assert not show.console.findChild(type(show.audience.cover))
    QTest.keyClick(stage, Key.Key_PageDown)
    assert not show.audience.cover.isVisible()
    QTest.keyClick(stage, Key.Key_F5)
    QTest.keyClick(stage, Key.Key_PageUp)

    qtbot.waitUntil(lambda: agreed(show, 1))


def test_a_whole_lesson_by_one_key(show: Presenting, qtbot: QtBot) -> None:
    """Step, title, notes and the next step's picture agree all the way."""
    for step in range(1, 7):
        press(show, Key.Key_PageDown)
        qtbot.waitUntil(partial(agreed, show, step))
        title = show.audience.band.title.text()
        assert title in show.console.title.text()
        assert show.console.notes.text.text()
    assert show.console.next.heading.text() == "NEXT · WHAT REMAINS"


def test_swap_and_swap_back(show: Presenting, qtbot: QtBot) -> None:
    """X changes the places, X again brings them back; the step stays."""
    press(show, Key.Key_PageDown, Key.Key_X)
    assert screen_of(show.audience) == "Laptop"
    assert screen_of(show.console) == "Projector"
    qtbot.waitUntil(lambda: at_hand(show))

    press(show, Key.Key_X)

    assert screen_of(show.audience) == "Projector"
    assert show.player.target == 1


def test_the_class_s_screen_can_be_chosen(show: Presenting) -> None:
    """By its name; the console takes the other one."""
    show.seats.place("Laptop")
    assert screen_of(show.audience) == "Laptop"
    assert screen_of(show.console) == "Projector"

    show.seats.offer_screens()
    menu = show.console.findChildren(QMenu)[-1]
    names = [action.text() for action in menu.actions()]
    menu.close()

    assert len(names) == 2
    assert "1920 × 1080" in names[0]


def test_hide_and_back(show: Presenting) -> None:
    """H shows the desktop for a demo, H again the lesson; the console says so."""
    press(show, Key.Key_H)
    assert not show.audience.isVisible()
    assert "HIDDEN" in show.console.now.heading.text()

    press(show, Key.Key_H)

    assert show.audience.isVisible()
    assert screen_of(show.audience) == "Projector"


def test_freeze_is_said_on_the_console(show: Presenting, qtbot: QtBot) -> None:
    """The teacher looks ahead and knows what the class still sees."""
    press(show, Key.Key_PageDown)
    press(show, Key.Key_F, modifier="shift")
    press(show, Key.Key_PageDown)

    qtbot.waitUntil(lambda: "STILL SEES STEP 1" in show.console.now.heading.text())
    assert show.console.buttons["freeze"].isChecked()


def test_the_copy_has_the_class_s_layout(begin: Begin, qtbot: QtBot) -> None:
    """What the teacher draws on the console lies where the class sees it."""
    show = begin(3)
    big, small = show.audience.stage, show.console.stage
    qtbot.waitUntil(lambda: small.width() > 300)
    assert small.width() / small.height() == pytest.approx(
        big.width() / big.height(), rel=0.01
    )
    press(show, Key.Key_D)
    x, y = show.console.presented.spot_of("main")
    place = QPoint(round(x * small.width()), round(y * small.height()))
    QTest.mousePress(small, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(small, Qt.MouseButton.LeftButton, pos=place)

    assert show.tools.strokes[0].points[0] == pytest.approx(
        show.audience.presented.spot_of("main"), abs=0.01
    )


def test_the_timer_runs_stands_and_begins_anew(show: Presenting) -> None:
    """Shift+T pauses, Ctrl+T goes back to nought; the pace has a word."""
    assert show.following.timekeeper.stopwatch.running
    assert "·" in show.console.clocks.heads["elapsed"].text()
    press(show, Key.Key_T, modifier="shift")
    assert not show.following.timekeeper.stopwatch.running
    assert "PAUSED" in show.console.clocks.heads["elapsed"].text()

    press(show, Key.Key_T, modifier="ctrl")

    assert show.console.clocks.times["elapsed"].text() == "00:00"
    assert show.console.clocks.times["planned"].text() == "10:00"


def test_esc_brings_the_window_back(show: Presenting) -> None:
    """Both views go; nothing is left on the projector."""
    press(show, Key.Key_PageDown, Key.Key_Escape)

    assert show.window.isVisible()
    assert not show.console.isVisible()
    assert not show.audience.isVisible()
    assert show.player.target == 1


def test_the_console_can_be_put_away(show: Presenting, qtbot: QtBot) -> None:
    """S: only the class's view is left, and the keys work there; S again."""
    press(show, Key.Key_S)
    assert not show.console.isVisible()
    qtbot.waitUntil(lambda: at_hand(show))
    press(show, Key.Key_PageDown)
    assert show.player.target == 1
    press(show, Key.Key_S)

    assert screen_of(show.console) == "Laptop"


def test_what_can_be_read_from_the_last_row(show: Presenting) -> None:
    """At 1080p the captions have 28 pixels at least, and strokes 3."""
    assert show.audience.band.text_px() >= 28.0
    press(show, Key.Key_P, modifier="ctrl+shift")
    painter = show.audience.stage.picture.painter()

    assert painter.brush.stroke * 0.8 >= 3.0
