"""A class votes, led by real keys; most of it by one clicker button."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.classroom.class_commands import ClassCommands, separator_of
from sidecar_viz.app.classroom.vote_bars import WIDEST
from sidecar_viz.app.classroom.vote_words import bar_words
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.vote import MOST
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.saved.folders import data_file
from sidecar_viz.files.saved.results_file import load_results
from tests.app.classroom.voting import Room
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def test_one_button_leads_through_all_questions(room: Room) -> None:
    """Count, bars, the answer; then the next question, at last the end."""
    for _ in room.window.lesson.quiz:
        right = room.dialog.vote.right
        room.press("ABCD"[right], "9", *[Key.Key_PageDown] * 2)
        assert room.dialog.vote.stage == "answer"
        room.press(Key.Key_PageDown)

    assert room.window.dialogs.names() == ()


def test_nobody_sees_the_answer_with_the_bars(room: Room) -> None:
    """The bars say how the class voted; which option is right comes later."""
    room.press("5", Key.Key_Return, "5", Key.Key_PageDown)
    assert room.stage() == "bars"
    assert "right answer" not in room.dialog.view.accessibleName()
    assert "5 · 50 %" in room.dialog.view.accessibleName()
    before = room.dialog.view.grab().toImage()

    room.press(Key.Key_PageDown, Key.Key_PageDown)

    assert room.stage() == "answer"
    assert "right answer" in room.dialog.view.accessibleName()
    assert room.dialog.view.grab().toImage() != before


def test_half_right_suggests_a_talk_and_a_second_vote(room: Room) -> None:
    """The first counts stay beside the second."""
    room.press("10", Key.Key_Return, "10", Key.Key_PageDown)
    assert "two minutes" in room.dialog.foot.message.text()

    room.press(Key.Key_PageDown, "18", Key.Key_Return, "2", Key.Key_PageDown)

    assert room.dialog.vote.stage == "both"
    assert room.dialog.vote.first == (10, 10, 0, 0)
    assert room.dialog.vote.second == (18, 2, 0, 0)
    assert "10 · 50 %, then 18 · 90 %" in room.dialog.view.accessibleName()


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (("1", "9"), "again together"),
        (("9", "1"), "on to the answer"),
        (("3", "7"), "two"),
    ],
)
def test_what_is_suggested(room: Room, counts: tuple[str, str], said: str) -> None:
    """By the share of right answers (A is right)."""
    room.press(counts[0], Key.Key_Return, counts[1], Key.Key_PageDown)

    assert said in room.dialog.foot.message.text()


def test_without_counts_there_are_no_bars(room: Room) -> None:
    """The button asks for the counts instead."""
    room.press(Key.Key_PageDown)

    assert room.dialog.vote.stage == "count"
    assert room.dialog.foot.message.text() == "Type what you counted first."


def test_back_leads_to_the_question_before(room: Room) -> None:
    """Stage by stage, then over the question's edge."""
    room.press("9", *[Key.Key_PageDown] * 3)
    assert room.dialog.place == 1

    room.press(Key.Key_PageUp)
    assert (room.dialog.place, room.dialog.vote.stage) == (0, "answer")

    room.press(Key.Key_PageUp, Key.Key_PageUp)
    assert room.dialog.vote.stage == "count"
    assert room.dialog.vote.first == (9, 0, 0, 0)


def test_a_vote_goes_on_after_it_was_closed(room: Room, qtbot: QtBot) -> None:
    """Esc loses nothing; the step on the stage is as it was."""
    room.press("9", Key.Key_PageDown, Key.Key_Escape)
    assert room.window.dialogs.names() == ()
    QApplication.sendPostedEvents(None, 52)

    again = Room(qtbot, room.window)

    assert again.dialog.vote.first == (9, 0, 0, 0)
    assert again.dialog.vote.stage == "bars"


def test_what_was_voted_is_kept_with_its_time(room: Room) -> None:
    """Lesson, question, counts; a second vote does not make a second row."""
    room.press("4", Key.Key_Return, "4", Key.Key_PageDown, Key.Key_PageDown)
    room.press("7", Key.Key_Return, "1", Key.Key_PageDown)
    program_of(room.window).session.finish()

    (found,) = load_results(data_file("results.json"))

    assert found.lesson == room.window.lesson.title
    assert found.question == room.window.lesson.quiz[0].id
    assert (found.first, found.second) == ((4, 4, 0, 0), (7, 1, 0, 0))
    assert len(found.time) == len("2026-03-02T10:15:00+01:00")


def test_a_vote_begun_anew_is_another_result(room: Room) -> None:
    """What the class before did stays."""
    room.press("4", *[Key.Key_PageDown] * 2)
    first = room.dialog.vote.began
    QTest.keyClick(room.dialog, Key.Key_N, Qt.KeyboardModifier.AltModifier)

    assert room.dialog.vote.stage == "count"
    assert room.dialog.vote.empty
    assert first
    assert room.dialog.vote.began == ""


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(800, 480), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_nothing_is_cut(
    make_window: type, theme: str, size: tuple[int, int], text: float, qtbot: QtBot
) -> None:
    """At every stage all options can be seen, and read from the last row."""
    window: MainWindow = make_window(theme=theme, text_scale=text)
    window.resize(*size)
    room = Room(qtbot, window)
    room.dialog.resize(*size)
    room.press("999", Key.Key_Return, "999")
    for _ in range(4):
        assert room.dialog.view.fits()
        assert room.dialog.view.text_size() >= 28 * min(size[0] / 1920, size[1] / 1080)
        room.press(Key.Key_PageDown, *("9" if room.dialog.vote.counting else ""))
    room.dialog.close()


def test_the_widest_words_have_room() -> None:
    """What is written after a bar is never longer than its place."""
    assert len(bar_words(MOST, 100)) == len(WIDEST)


def test_single_letters_can_be_switched_off(make_window: type, qtbot: QtBot) -> None:
    """Then a letter does nothing, and the numbers still count."""
    window: MainWindow = make_window(single_letter_keys=False)
    room = Room(qtbot, window)
    room.press("B", "7")
    assert room.dialog.vote.first == (7, 0, 0, 0)


def test_an_open_vote_follows_when_letters_are_switched(room: Room) -> None:
    """Off, a letter chooses nothing and none is named; on again, it does."""
    room.window.change(single_letter_keys=False)
    room.press("B", "7")
    assert room.dialog.vote.first == (7, 0, 0, 0)
    assert room.dialog.foot.chips.accessibleName().startswith("↑")

    room.window.change(single_letter_keys=True)
    room.press("B", "5")
    assert room.dialog.vote.first == (7, 5, 0, 0)
    assert room.dialog.foot.chips.accessibleName().startswith("A–D")


def test_a_lesson_without_a_quiz_has_no_vote(make_window: type, lesson: Lesson) -> None:
    """The command does nothing there."""
    window: MainWindow = make_window(lesson)
    window.commands["vote"].trigger()

    assert window.dialogs.names() == ()


def test_results_are_saved_as_a_table(room: Room, tmp_path: Path) -> None:
    """For spreadsheets; a place that cannot be written is said."""
    room.press("4", Key.Key_PageDown)
    desk = program_of(room.window).classroom

    assert desk.save_to(tmp_path / "out.csv")
    assert "4" in (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[1]
    assert not desk.save_to(tmp_path)
    assert "told" in room.window.dialogs.names()
    room.window.dialogs.close_all()


def test_the_table_is_parted_as_spreadsheets_there_want() -> None:
    """By the desktop's decimal sign: 0,5 and semicolons go together."""
    found = {name: separator_of(QLocale(name)) for name in ("en_US", "de_DE", "fr_CH")}

    assert found == {"en_US": ",", "de_DE": ";", "fr_CH": ";"}


def test_without_results_nothing_is_saved(window: MainWindow) -> None:
    """A sentence says so."""
    window.commands["save_results"].trigger()

    assert window.dialogs.names() == ("save_results",)
    window.dialogs.close_all()
    assert isinstance(program_of(window).classroom, ClassCommands)


def test_damaged_votes_of_another_quiz_are_left_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    """A vote kept for a question that has other options now begins anew."""
    keeper = program_of(window).session
    room = Room(qtbot, window)
    room.press("4", Key.Key_Escape)
    QApplication.sendPostedEvents(None, 52)
    kept = next(iter(keeper.votes.values()))
    text = json.loads(json.dumps([*kept.first, 9]))
    keeper.votes[kept.question] = type(kept)(
        kept.question, kept.right, tuple(text), tuple(text)
    )

    again = Room(qtbot, window)

    assert again.dialog.vote.first == (0, 0, 0, 0)


def test_a_count_is_no_result_before_it_is_done(
    window: MainWindow, qtbot: QtBot
) -> None:
    """What is still being counted stands in no table; then it does."""
    room = Room(qtbot, window)
    classroom = program_of(window).classroom
    room.press("4")
    assert classroom.results == ()

    room.press(Key.Key_PageDown)
    assert len(classroom.results) == 1
    room.window.dialogs.close_all()
