"""The opening and the ending in the window: words, buttons, and the next lesson."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.lesson import Lesson
from tests.app.conftest import MakeWindow


def at_the_ending(window: MainWindow) -> MainWindow:
    """Go there as users do."""
    window.player.jump(6)
    QTest.keyClick(window.views.work.stage, Qt.Key.Key_Right)
    assert window.player.ended
    return window


def shown(window: MainWindow) -> list[str]:
    """List the texts in the caption that can be seen."""
    caption = window.views.work.caption
    labels = (caption._title, caption._text, caption._moment)
    return [label.text() for label in labels if label.isVisible()]


def test_the_start_asks(window: MainWindow) -> None:
    """The question is the title, and what is to be seen is described."""
    title, text, *_ = shown(window)

    assert title == "How could we have kept it?"
    assert text == "The app has died, and its log died with it."
    assert "POST /pay 500" in window.views.work.stage.described


def test_nobody_can_be_pointed_at_under_a_scene(window: MainWindow) -> None:
    """Those who stand there are not seen; on step 1 they are."""
    stage = window.views.work.stage
    place = QPointF(stage.box_of("main").center())
    assert stage.actor_at(place) == ""
    assert stage.picture.present() == []

    window.player.jump(1)

    assert stage.actor_at(place) == "main"
    assert stage.picture.present()


def test_a_what_if_begins_at_its_start(window: MainWindow) -> None:
    """The start's own words and the empty stage: the question is the lesson's."""
    window.show_what_if("network-down")

    assert shown(window)[0] == "Start"
    assert window.views.work.stage.picture.stage is window.player.timeline.rest(0)
    assert not window.views.work.stage.picture.covered


def test_the_ending_says_what_to_take_home(window: MainWindow) -> None:
    """With what is missing and the lesson that follows, by its title."""
    title, text, following = shown(at_the_ending(window))

    assert title.endswith("and the app stays as it is.")
    assert text == "Six lines did not get out."
    assert "Next lesson: A native sidecar beside a plain one" in following
    assert "six are safe at the receiver" in window.views.work.stage.described


def test_the_way_to_the_next_lesson_is_never_left_away(
    make_window: MakeWindow,
) -> None:
    """In a small window with large text the note gives way to it."""
    window = make_window(text_scale=2.0)
    window.resize(1280, 720)

    title, following = shown(at_the_ending(window))

    assert title.startswith("A sidecar gives")
    assert "Next lesson" in following
    assert window.views.work.caption._title.width() > 300


@pytest.mark.parametrize("size", [(1280, 690), (1280, 720), (1024, 700), (1920, 1080)])
def test_the_ending_s_words_are_whole(
    window: MainWindow, size: tuple[int, int]
) -> None:
    """Beside the way to the next lesson, or before it where that would cut them."""
    window.resize(*size)

    at_the_ending(window)

    caption = window.views.work.caption
    words = " ".join(shown(window))
    assert "Six lines did not get out." in words
    assert "Next lesson" in words
    caption._inner.activate()  # Qt lays out with the next events
    inner = caption._title.parentWidget()
    assert inner is not None
    for label in (caption._title, caption._text):
        lowest = label.mapTo(inner, label.rect().bottomLeft()).y()
        assert label.height() >= label.heightForWidth(label.width())
        assert lowest <= caption._area.viewport().height()


def test_the_way_on_and_back_is_open_for_the_mouse(window: MainWindow) -> None:
    """At the last step there is something to come, where the lesson has an ending."""
    buttons = window.views.work.controller.buttons
    window.player.jump(6)
    assert buttons["next"].isEnabled()

    buttons["next"].click()
    assert window.player.ended
    buttons["previous"].click()

    assert not window.player.ended
    assert "Pod stops" in shown(window)[0]


def test_without_an_ending_next_is_off_at_the_last_step(
    make_window: MakeWindow, sidecar_lesson: Lesson
) -> None:
    """As it is in a what-if."""
    window = make_window(replace(sidecar_lesson, ending=None))
    window.player.jump(6)

    assert not window.views.work.controller.buttons["next"].isEnabled()


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
def test_the_next_lesson_is_opened(
    window: MainWindow, qtbot: QtBot, *, by_key: bool
) -> None:
    """By its key, or by a click on its line."""
    at_the_ending(window)

    if by_key:
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(window.views.work.stage, Qt.Key.Key_Return, control)
    else:
        window.views.work.caption._moment.linkActivated.emit("next")

    qtbot.waitUntil(lambda: window.lesson.id == "native-sidecar")
    assert (window.player.target, window.player.ended) == (0, False)


def test_without_a_next_lesson_that_is_said(
    make_window: MakeWindow, sidecar_lesson: Lesson
) -> None:
    """Nothing is opened, and the ending has no such line."""
    ending = sidecar_lesson.ending
    assert ending is not None
    for named in (None, "no-such-lesson"):
        lesson = replace(sidecar_lesson, ending=replace(ending, next_lesson=named))
        window = at_the_ending(make_window(lesson))
        heard: list[str] = []
        window.voice.said.connect(heard.append)

        window.commands["next_lesson"].trigger()

        assert heard == ["No lesson is named as the next."]
        assert len(shown(window)) == 2
        window.close()


def test_the_ending_is_said_again(window: MainWindow) -> None:
    """By the key that says a step again."""
    at_the_ending(window)
    heard: list[str] = []
    window.voice.said.connect(heard.append)

    window.commands["say_again"].trigger()

    (said,) = heard
    assert said.startswith("Twelve lines written, nine read, six safe")
