"""What a class voted is counted by keys and buttons, on any keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.by_place import ByPlace
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.vote import votable
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.classroom.voting import Room

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LESSONS = Path(__file__).parents[3] / "lessons"
Key = Qt.Key


def test_the_teacher_types_what_was_counted(room: Room) -> None:
    """Numbers and Enter go through the options; letters choose one."""
    room.press("12", Key.Key_Return, "3", Key.Key_Return, "D", "25", "A", "+", "-", "-")

    assert room.dialog.vote.first == (11, 3, 0, 25)
    assert room.dialog.counts.boxes[0].value() == 11


def test_up_and_down_walk_and_plus_and_minus_count(room: Room) -> None:
    """All without a digit; nothing goes below zero."""
    room.press(Key.Key_Down, "+++", Key.Key_Up, "-", Key.Key_Down, Key.Key_Down, "=")

    assert room.dialog.vote.first == (0, 3, 1, 0)


def test_the_buttons_count_too(room: Room) -> None:
    """Plus and minus beside each box, for the mouse."""
    for button in room.dialog.counts._buttons[1::2]:
        button.click()
    room.dialog.counts._buttons[0].click()

    assert room.dialog.vote.first == (0, 1, 1, 1)


@pytest.mark.parametrize("name", ["job", "adapter", "ambassador", "init-containers"])
def test_the_first_digit_replaces_at_every_question(
    make_window: type, qtbot: QtBot, name: str
) -> None:
    """Also in boxes made anew, where a question has another number of options."""
    made: MainWindow = make_window(load_lesson(LESSONS / name / "lesson.yaml"))
    room = Room(qtbot, made)
    for place in range(len(votable(made.lesson))):
        assert room.dialog.place == place
        assert room.dialog.counts.boxes[0].lineEdit().selectedText() == "0"
        room.press("56")
        assert room.dialog.vote.first[0] == 56
        room.press("ABCDEF"[room.dialog.vote.right], "900", *[Key.Key_PageDown] * 3)


def test_a_digit_after_plus_and_minus_replaces(room: Room) -> None:
    """What stands in a box without having been typed is no beginning of a number."""
    room.press("+++", "7")
    assert room.dialog.vote.first[0] == 7

    room.press("-", "12")
    assert room.dialog.vote.first[0] == 12


def test_a_digit_after_a_click_replaces(room: Room) -> None:
    """The mouse gives a box the focus; the number in it is still to be replaced."""
    room.press("12", Key.Key_Return, "3")
    box = room.dialog.counts.boxes[0]
    QTest.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
    assert box.lineEdit().selectedText() == "12"
    room.press("4", "5")

    assert room.dialog.vote.first == (45, 3, 0, 0)


def test_a_click_into_a_number_that_is_typed_mends_it(room: Room) -> None:
    """The cursor goes where the mouse says, and nothing is marked."""
    room.press("12")
    box = room.dialog.counts.boxes[0]
    QTest.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)

    assert not box.lineEdit().hasSelectedText()


def test_a_wheel_changes_no_count(room: Room) -> None:
    """It turns by accident, and nobody would see it."""
    room.press("12")
    box = room.dialog.counts.boxes[0]
    place = QPointF(box.rect().center())
    turned = QWheelEvent(
        *(place, box.mapToGlobal(place), QPoint(), QPoint(0, 120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(box, turned)

    assert room.dialog.vote.first[0] == 12


def test_a_number_can_be_mended(room: Room) -> None:
    """Whoever goes into it with Backspace or an arrow changes what is there."""
    room.press("12", Key.Key_Backspace, "5", Key.Key_Return, Key.Key_Up)
    assert room.dialog.vote.first[0] == 15

    room.press(Key.Key_Left, "3")

    assert room.dialog.vote.first[0] in {135, 315}


@pytest.mark.parametrize("name", ["ar_EG", "fa_IR", "bn_BD", "de_CH"])
def test_counts_are_written_like_the_words_around(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    """Whatever the desktop's digits; whoever types those counts with them, too."""
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        room = Room(qtbot, window)
        room.press("12", Key.Key_Return)
        room.write("٣٤")
        room.press(Key.Key_Return)
        room.write("\N{EXTENDED ARABIC-INDIC DIGIT FIVE}")
    finally:
        QLocale.setDefault(before)

    written = [box.text() for box in room.dialog.counts.boxes]
    assert written == ["12", "34", "5", "0"]
    assert room.dialog.vote.first == (12, 34, 5, 0)


def test_a_digit_that_is_raised_is_no_number(room: Room) -> None:
    """A French keyboard has a key for it; it changes nothing."""
    room.press("12")
    room.write("²")

    assert room.dialog.vote.first[0] == 12


def test_a_vote_begun_anew_takes_whole_numbers(room: Room) -> None:
    """Alt+N while typing: the next digit begins a number."""
    room.press("12")
    QTest.keyClick(room.dialog, Key.Key_N, Qt.KeyboardModifier.AltModifier)
    room.press("3")

    assert room.dialog.vote.first[0] == 3


@pytest.mark.parametrize(("place", "writes"), [(15, "-"), (11, "é"), (19, "à")])
def test_a_key_with_a_digit_on_it_types_that(
    room: Room, place: int, writes: str
) -> None:
    """A French 6 writes "-", which takes one off elsewhere; 2 and 0 write letters."""
    room.press("1", Key.Key_Return, "4", Key.Key_Up)
    box, none = room.dialog.counts.boxes[0], Qt.KeyboardModifier.NoModifier
    override = QEvent.Type.ShortcutOverride
    early = QKeyEvent(override, ord(writes.upper()), none, place, 0, 0, writes)
    early.ignore()
    QApplication.sendEvent(box, early)
    press = QKeyEvent(
        QEvent.Type.KeyPress, ord(writes.upper()), none, place, 0, 0, writes
    )
    box.keyPressEvent(press)

    assert early.isAccepted()
    digit = {15: 6, 11: 2, 19: 0}[place]
    assert room.dialog.vote.first[:2] == (digit, 4)


def test_letters_choose_a_box_by_their_place(room: Room) -> None:
    """A Russian keyboard has no D; in its place, it chooses D while one types."""
    by_place = ByPlace(lambda: ())
    room.press("1")
    number, none = ord("В"), Qt.KeyboardModifier.NoModifier  # noqa: RUF001 - Cyrillic
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        pressed = QKeyEvent(kind, number, none, 40, 0, 0, "в")
        by_place.takes(pressed, room.dialog.counts.boxes[0])
    room.press("25")

    assert room.dialog.vote.first == (1, 0, 0, 25)
