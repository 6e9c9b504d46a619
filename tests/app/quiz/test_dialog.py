"""The quiz, walked through with real keys."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.core.learning.quiz import Answer, Score
from sidecar_viz.core.lesson import Lesson
from tests.app.at_dialogs import Walk

# The offscreen platform neither knows least sizes nor what is in front, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


@pytest.fixture
def walk(qtbot: QtBot, sidecar_lesson: Lesson) -> Walk:
    """Open the sidecar lesson's quiz."""
    return Walk(qtbot, sidecar_lesson)


def test_the_whole_quiz_can_be_walked_with_the_keyboard(walk: Walk) -> None:
    """Right at once, right on try 2 with the hint, and shown: the summary says so."""
    walk.press(Key.Key_A, Key.Key_Return)
    walk.press(Key.Key_A, Key.Key_H, Key.Key_C, Key.Key_Enter)
    walk.press(Key.Key_D, Key.Key_PageDown, Key.Key_PageDown)

    body = walk.dialog.body
    assert body.at_end
    assert walk.dialog.attempt.answers == (
        Answer((0,), "right"),
        Answer((0, 2), "right", hinted=True),
        Answer((3,), "revealed"),
    )
    assert body.summary.headline.text() == "2 of 3 right"
    assert [card.choice.remark for card in body.summary.questions.cards] == [
        "Right at the first try",
        "Right on try 2",
        "Answer shown after 1 try",
    ]
    assert body.bar.score.text() == "Score 2 · 4 tries"


def test_a_right_answer_turns_good_with_its_explanation(walk: Walk) -> None:
    """The card says so in words, and the screen reader is told the same."""
    walk.press(Key.Key_A)

    choice = walk.dialog.body.page.options.cards[0].choice
    assert (choice.fate, choice.remark) == ("right", "Correct on try 1")
    assert choice.detail.startswith("Yes: in step 3")
    assert walk.fates == ["right", "past", "past", "past"]
    assert walk.said[-1] == f"Correct on try 1. {choice.detail}"


def test_a_wrong_answer_keeps_its_own_explanation(walk: Walk) -> None:
    """The others are still open, and nothing is given away."""
    walk.press(Key.Key_2)

    choice = walk.dialog.body.page.options.cards[1].choice
    assert (choice.fate, choice.remark) == ("wrong", "Not this one")
    assert "only the main container runs" in choice.detail
    assert walk.fates == ["open", "wrong", "open", "open"]
    assert walk.said[-1].startswith("Not B: Step 2. In step 2")


def test_a_wrong_option_cannot_be_chosen_twice(walk: Walk) -> None:
    """It is said again, but not counted again."""
    walk.press(Key.Key_B, Key.Key_B, Key.Key_Space)

    assert walk.dialog.attempt.answers[0].tries == (1,)
    assert len(walk.said) == 3
    assert len(set(walk.said)) == 1


def test_a_key_without_an_option_does_nothing(walk: Walk) -> None:
    """F and 6 are there for questions with six options."""
    walk.press(Key.Key_F, Key.Key_6)

    assert not walk.dialog.attempt.answers[0].touched


def test_arrows_move_and_enter_submits(walk: Walk) -> None:
    """Down goes to the first option, the ends are ends, Enter tries."""
    options = walk.dialog.body.page.options

    walk.press(Key.Key_Down)
    assert options.place == 0
    walk.press(Key.Key_Up, Key.Key_Down, Key.Key_Down)
    assert options.place == 2
    walk.press(*[Key.Key_Down] * 5)
    assert options.place == 3
    walk.press(Key.Key_Return)
    assert walk.dialog.attempt.answers[0].tries == (3,)


def test_a_second_enter_does_not_answer_the_next_question(walk: Walk) -> None:
    """A nervous thumb goes on once; then the dialog asks for an answer."""
    walk.press(Key.Key_A, Key.Key_Return, Key.Key_Return)

    assert walk.dialog.body.place == 1
    assert not walk.dialog.attempt.answers[1].touched
    assert walk.said[-1] == "Choose an answer first."


def test_the_hint_is_shown_and_read_out(walk: Walk) -> None:
    """It stays for this question, and its button is no longer offered."""
    assert walk.dialog.body.page.hint.isHidden()

    walk.press(Key.Key_H)

    assert walk.dialog.body.page.hint.isVisible()
    assert walk.said[-1].startswith("Hint: Go down the Container State column")
    assert walk.dialog.attempt.answers[0].hinted


def test_show_me_steps_aside_and_names_the_proof(walk: Walk) -> None:
    """The dialog becomes a strip at the top; any way back restores it."""
    before = walk.dialog.geometry()

    walk.press(Key.Key_S)

    assert walk.proofs == [(3, "")]
    assert walk.dialog.peeking
    assert walk.dialog.height() < before.height() / 3
    walk.press(Key.Key_Escape)
    assert not walk.dialog.peeking
    assert walk.dialog.isVisible()
    assert walk.dialog.geometry() == before


@pytest.mark.parametrize(
    "key", [Key.Key_S, Key.Key_PageDown, Key.Key_Return, Key.Key_A, Key.Key_R]
)
def test_every_key_leads_back_from_the_proof(walk: Walk, key: Qt.Key) -> None:
    """Nothing is answered by accident while the stage is looked at."""
    walk.press(Key.Key_S, key)

    assert not walk.dialog.peeking
    assert walk.dialog.attempt.answers[0] == Answer(looked=True)


def test_the_third_question_plays_the_what_if(walk: Walk) -> None:
    """Its proof is step 4 with the volume not mounted."""
    walk.press(Key.Key_A, Key.Key_Return, Key.Key_C, Key.Key_Return, Key.Key_B)

    walk.press(Key.Key_S)

    assert walk.proofs == [(4, "volume-not-mounted")]


def test_a_clicker_runs_the_quiz_with_one_button(walk: Walk) -> None:
    """PgDn reveals, then goes on; at the summary it does nothing."""
    walk.press(*[Key.Key_PageDown] * 9)

    assert walk.dialog.body.at_end
    assert walk.dialog.attempt.scored() == Score(revealed=3)
    assert walk.dialog.body.summary.headline.text() == "0 of 3 right"


def test_page_up_goes_back_to_the_question_before(walk: Walk) -> None:
    """What was answered there is still to be seen."""
    walk.press(Key.Key_A, Key.Key_Return, Key.Key_PageUp)

    assert walk.dialog.body.place == 0
    assert walk.fates[0] == "right"


def test_try_again_goes_to_an_option_that_is_left(walk: Walk) -> None:
    """R puts the focus on the first option that was not tried."""
    walk.press(Key.Key_B, Key.Key_C, Key.Key_R)

    assert walk.dialog.body.page.options.place == 0


def test_all_right_at_once_is_said_so(walk: Walk) -> None:
    """The best result has its own words."""
    walk.press(Key.Key_A, Key.Key_Return, Key.Key_C, Key.Key_Return, Key.Key_B)
    walk.press(Key.Key_Return)

    summary = walk.dialog.body.summary
    assert summary.headline.text() == "All 3 right"
    assert summary.words.text().startswith("Every answer was right at the first try")


def test_start_again_clears_everything(walk: Walk) -> None:
    """R at the summary begins a new attempt at question 1."""
    walk.press(*[Key.Key_PageDown] * 6, Key.Key_R)

    assert walk.dialog.body.place == 0
    assert walk.dialog.attempt.scored() == Score(unanswered=3)
    assert walk.fates == ["open"] * 4


def test_a_question_can_be_looked_at_again_from_the_summary(walk: Walk) -> None:
    """Down and Enter open it as it stands."""
    walk.press(*[Key.Key_PageDown] * 6, Key.Key_Down, Key.Key_Down, Key.Key_Return)

    assert walk.dialog.body.place == 1
    assert walk.fates == ["past", "past", "told", "past"]


def test_escape_closes_and_opening_goes_on(walk: Walk) -> None:
    """Progress is kept: the second question is asked again, with its wrong try."""
    walk.press(Key.Key_A, Key.Key_Return, Key.Key_D, Key.Key_Escape)
    assert not walk.dialog.isVisible()

    walk.open()

    assert walk.dialog.body.bar.place.text() == "Question 2 of 3"
    assert walk.fates == ["open", "open", "open", "wrong"]


def test_a_click_answers_too(walk: Walk) -> None:
    """The mouse does what the letter does."""
    card = walk.dialog.body.page.options.cards[0]

    QTest.mouseClick(card, Qt.MouseButton.LeftButton)

    assert walk.dialog.attempt.answers[0] == Answer((0,), "right")


def test_letters_can_be_switched_off(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """Then only arrows, Enter, PgUp, PgDn and Esc are keys."""
    walk = Walk(qtbot, sidecar_lesson, letters=False)

    walk.press(Key.Key_A, Key.Key_1, Key.Key_H, Key.Key_S)
    assert not walk.dialog.attempt.answers[0].touched

    walk.press(Key.Key_Down, Key.Key_Return)
    assert walk.dialog.attempt.answers[0].progress == "right"


def test_tab_goes_from_the_question_to_its_options(walk: Walk) -> None:
    """Then to the buttons below, as they stand; so it is at the next question, too."""
    body = walk.dialog.body
    page = body.page

    for place in (0, 1):
        body.go_to(place)
        page.question.setFocus()
        passed = []
        for _ in range(len(page.options.cards) + 1):
            walk.press(Key.Key_Tab)
            passed.append(walk.dialog.focusWidget())
        assert passed == [*page.options.cards, body.foot.hint]


def test_the_keyboard_goes_straight_to_where_reading_begins(
    walk: Walk, sidecar_lesson: Lesson
) -> None:
    """A screen reader reads each thing that has it on the way, with what it says then.

    Nor is the question read again by what is announced: only where it stands.
    """
    met: list[str] = []
    walk.press(Key.Key_A)
    heard, app = partial(_note, met), QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(heard)
    walk.press(Key.Key_PageDown)
    assert walk.said[-1] == "Question 2 of 3."
    walk.press(Key.Key_C, Key.Key_PageDown, Key.Key_B, Key.Key_PageDown)
    app.focusChanged.disconnect(heard)

    body = walk.dialog.body
    _, second, third = sidecar_lesson.quiz
    assert met == [
        second.question,
        "C: After Step 5. Correct on try 1",
        third.question,
        "B: Sidecar could not read logs at Step 4. Correct on try 1",
        "All 3 right",
    ]
    assert walk.said[-1] == body.summary.words.text()


def _note(met: list[str], _before: QWidget | None, now: QWidget | None) -> None:
    """Note what a screen reader reads of what has the keyboard *now*."""
    if now is not None:
        text = now.text() if isinstance(now, QLabel) else ""
        met.append(now.accessibleName() or text)
