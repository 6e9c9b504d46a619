"""Where the quiz stands, how it looks, and lessons with little of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import DARK, THEMES
from tests.app.at_dialogs import LOOK, Walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


Key = Qt.Key


@pytest.fixture
def walk(qtbot: QtBot, sidecar_lesson: Lesson) -> Walk:
    """Open the sidecar lesson's quiz."""
    return Walk(qtbot, sidecar_lesson)


def test_the_dialog_is_not_modal(walk: Walk) -> None:
    """The stage can be used while a question is open."""
    assert not walk.dialog.isModal()


def test_a_lesson_without_a_quiz_says_so(qtbot: QtBot, lesson: Lesson) -> None:
    """Nothing to press but Close; no key breaks it."""
    walk = Walk(qtbot, lesson)

    walk.press(Key.Key_A, Key.Key_H, Key.Key_S, Key.Key_R, Key.Key_PageDown)
    walk.press(Key.Key_PageUp, Key.Key_Down)

    assert walk.dialog.body.empty.isVisible()
    assert walk.dialog.body.foot.shut.isVisible()
    assert walk.proofs == []


def test_a_question_may_lack_hint_proof_and_explanations(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """What is not there is not offered, and the answer is still said."""
    bare = replace(
        sidecar_lesson.quiz[0],
        hint="",
        shows=None,
        refers=replace(sidecar_lesson.quiz[0].refers, steps=()),
        options=tuple(replace(o, why="") for o in sidecar_lesson.quiz[0].options),
    )
    walk = Walk(qtbot, replace(sidecar_lesson, quiz=(bare,)))

    walk.press(Key.Key_H, Key.Key_S, Key.Key_A)

    foot = walk.dialog.body.foot
    assert foot.hint.isHidden()
    assert foot.show_me.isHidden()
    assert walk.said[-1] == "Correct on try 1."
    assert foot.onward.text() == "See the result"


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_another_theme_keeps_the_place(walk: Walk, name: str) -> None:
    """Colours change, the answers stay."""
    walk.press(Key.Key_B)

    walk.dialog.set_look(Look(THEMES[name], LOOK.ui))

    ground = walk.dialog.palette().color(QPalette.ColorRole.Window).name()
    assert ground == THEMES[name].surface
    assert walk.fates == ["open", "wrong", "open", "open"]


def test_another_look_is_taken_at_once(walk: Walk) -> None:
    """A new theme, and larger text, while a question is asked."""
    walk.dialog.set_look(Look(DARK, 0.75, 2.0))

    ground = walk.dialog.palette().color(QPalette.ColorRole.Window).name()
    assert ground == DARK.surface
    label = walk.dialog.body.bar.place
    assert label.font().pointSizeF() > 2 * 11 * 72 / 96


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_text_of_an_option_is_cut(walk: Walk, scale: float) -> None:
    """However large the text is, each card is as high as its words need."""
    walk.press(Key.Key_B, Key.Key_C, Key.Key_D, Key.Key_A, Key.Key_H)

    walk.dialog.set_look(Look(LOOK.theme, LOOK.ui, scale))

    cards = walk.dialog.body.page.options.cards
    walk.qtbot.waitUntil(
        lambda: all(c.height() >= c.heightForWidth(c.width()) for c in cards)
    )


def test_the_dialog_keeps_its_size_to_the_end_and_again(walk: Walk) -> None:
    """Questions of all lengths, the summary, and the start again: one width."""
    before = walk.dialog.geometry()
    for _ in range(3):
        walk.press(Key.Key_PageDown, Key.Key_PageDown)
        assert walk.dialog.geometry() == before
    walk.dialog.body.again()
    QApplication.processEvents()

    assert walk.dialog.geometry() == before


def test_raising_a_closed_quiz_shows_it_again(walk: Walk) -> None:
    """Whoever kept it need not know that it was hidden."""
    walk.press(Key.Key_A, Key.Key_Escape)

    walk.dialog.raise_()

    assert walk.dialog.isVisible()
    assert walk.fates[0] == "right"


def test_it_is_finished_only_when_the_program_closes_it(walk: Walk) -> None:
    """Esc keeps the answers; close(), for another lesson, gives them up."""
    ended: list[int] = []
    walk.dialog.finished.connect(ended.append)

    walk.press(Key.Key_Escape)
    assert ended == []

    walk.dialog.close()
    assert ended == [0]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("key", [Key.Key_D, Key.Key_C, Key.Key_PageDown])
def test_the_reason_of_an_answer_is_in_sight(
    walk: Walk, scale: float, key: int
) -> None:
    """In a small quiz, too: the card grows by its reason, and its end is seen."""
    walk.dialog.set_look(Look(LOOK.theme, LOOK.ui, scale))
    walk.dialog.resize(474, 393)
    QApplication.processEvents()

    walk.press(Key(key))
    told = {"wrong", "told"}
    cards = walk.dialog.body.page.options.cards
    card = next(card for card in cards if card.choice.fate in told)
    page = walk.dialog.body.page.viewport()

    def seen() -> bool:
        end = card.mapTo(page, card.rect().bottomLeft()).y()
        grown = card.height() >= card.heightForWidth(card.width())
        return grown and 0 < end < page.height()

    walk.qtbot.waitUntil(seen)
    QApplication.processEvents()
    assert seen()


def test_what_was_followed_is_let_go_when_the_user_scrolls(walk: Walk) -> None:
    """A page that grows later does not jump back."""
    walk.dialog.resize(474, 393)
    walk.press(Key.Key_D)
    page = walk.dialog.body.page
    walk.qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)

    page.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    walk.dialog.resize(474, 380)
    QApplication.processEvents()

    assert page.verticalScrollBar().value() == 0
