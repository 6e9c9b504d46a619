"""What screen readers are told, by the window and while presenting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.announce import MOST_WORDS, announcement
from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import WhatIf
from sidecar_viz.core.markup import plain
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import ROOT, MakeWindow
from tests.app.programs import program_of

LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))


def heard_by(window: MainWindow) -> list[str]:
    """Give the list that all that is said from now on goes to."""
    heard: list[str] = []
    window.voice.said.connect(heard.append)
    return heard


def test_all_bundled_lessons_are_here() -> None:
    """The next test goes through six lessons."""
    assert len(LESSONS) == 6


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_a_what_if_is_heard_with_its_own_words(
    make_window: MakeWindow, path: Path
) -> None:
    """Its caption where it has one, never the lesson's sentence beside another."""
    lesson = load_lesson(path)
    window = make_window(lesson)
    heard = heard_by(window)
    for what_if in lesson.what_ifs:
        window.show_what_if("")
        window.player.jump(0)
        heard.clear()
        window.show_what_if(what_if.id)
        assert len(heard) == 1
        assert heard[0].startswith(plain(what_if.title))
        for number, step in enumerate(lesson.steps, start=1):
            heard.clear()
            window.player.jump(number)
            (said,) = heard
            outcome = window.player.timeline.course.outcomes[number]
            caption = outcome.own.caption if outcome.own else ""
            assert len(said.split()) <= MOST_WORDS
            if outcome.own is not None and outcome.own.say:
                assert said == announcement(outcome.own.say)
            elif outcome.blocked is not None:
                retitled = bool(outcome.own and outcome.own.title)
                assert said.startswith("Cannot happen: ") != retitled
            elif caption and plain(caption) != plain(step.caption):
                assert said == announcement(caption)
                assert said != step.say
            else:
                assert said == announcement(caption or step.say)
    assert lesson.what_ifs


def test_a_what_if_is_told_once_when_it_begins_and_ends(window: MainWindow) -> None:
    """First that, then the step, in one short message."""
    window.player.jump(5)
    heard = heard_by(window)
    window.show_what_if("volume-not-mounted")
    title = window.player.timeline.course.what_if.title  # type: ignore[union-attr]
    assert len(heard) == 1
    assert heard[0].startswith(f"{plain(title)} ")
    assert len(heard[0].split()) <= MOST_WORDS

    window.player.jump(4)
    assert heard[1:] == [announcement(step_words(window.player.timeline.course, 4).say)]

    window.show_what_if("")
    assert len(heard) == 3
    assert heard[2].startswith("Back to the lesson. ")
    assert len(heard[2].split()) <= MOST_WORDS

    window.player.jump(3)
    assert heard[3:] == [window.lesson.steps[2].say]


def test_a_title_that_is_no_question_is_told_as_a_what_if(window: MainWindow) -> None:
    """Whatever the author called it, one hears that this is not the lesson."""
    heard = heard_by(window)
    window.play(Timeline(window.lesson, WhatIf(id="none", title="Nothing is mounted")))

    assert heard[0].startswith("What if: Nothing is mounted. ")


def test_a_step_is_told_when_scrubbing_is_over(window: MainWindow) -> None:
    """Ctrl and arrows, then an arrow that ends the move; and the mouse let go."""
    heard = heard_by(window)
    stage = window.views.work.stage
    for _ in range(4):
        QTest.keyClick(stage, Qt.Key.Key_Right, CONTROL)
    assert heard == []
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert heard == [window.lesson.steps[0].say]

    window.player.scrub(2.8)
    assert len(heard) == 1
    window.player.release_scrub()
    assert heard[1:] == [window.lesson.steps[2].say]


def test_letting_go_tells_once_where_one_is(window: MainWindow) -> None:
    """Also where that is the step before it all."""
    window.player.jump(2)
    heard = heard_by(window)
    window.player.scrub(2.4)
    window.player.scrub(2.1)
    window.player.release_scrub()

    assert heard == [window.lesson.steps[1].say]


SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "held", "first", "second"),
    [
        (Qt.Key.Key_Y, PLAIN, "Predict first: on.", "Predict first: off."),
        (Qt.Key.Key_C, PLAIN, "Caption: off.", "Caption: on."),
        (Qt.Key.Key_L, SHIFT, "Loop this step: on.", "Loop this step: off."),
        (Qt.Key.Key_Up, CONTROL, "Speed 1.25×.", "Speed 1.5×."),
        (Qt.Key.Key_Down, CONTROL, "Speed 0.75×.", "Speed 0.5×."),
        (
            *(Qt.Key.Key_B, PLAIN),
            *("The screen is black.", "The screen shows the lesson again."),
        ),
        (
            *(Qt.Key.Key_W, PLAIN),
            *("The screen is white.", "The screen shows the lesson again."),
        ),
    ],
)
def test_a_toggle_says_what_it_now_is(
    window: MainWindow,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    first: str,
    second: str,
) -> None:
    """One short sentence at each press."""
    heard = heard_by(window)
    for _ in range(2):
        QTest.keyClick(window.views.work.stage, key, held)

    assert heard == [first, second]


def test_esc_tells_that_the_lesson_is_seen_again(window: MainWindow) -> None:
    """Black goes by other keys than B, too."""
    window.commands["black"].trigger()
    heard = heard_by(window)
    window.commands["leave"].trigger()

    assert heard == ["The screen shows the lesson again."]


def test_the_fastest_speed_is_said_again(make_window: MakeWindow) -> None:
    """So one hears that there is no faster one."""
    window = make_window(speed=2.0)
    heard = heard_by(window)
    window.commands["faster"].trigger()

    assert heard == ["Speed 2×."]


def test_a_step_beyond_the_ends_is_told(window: MainWindow) -> None:
    """A key that leads nowhere says so; the step itself is not said again."""
    heard = heard_by(window)

    window.steering.previous()
    window.player.jump(6)
    heard.clear()
    window.steering.next()
    (ending,) = heard
    assert ending.startswith("Twelve lines written, nine read")
    heard.clear()
    window.steering.next()
    assert heard == ["That was the end."]
    window.show_what_if("network-down")
    heard.clear()
    window.steering.next()

    assert heard == ["This is the last step."]
    window.steering.first()
    heard.clear()
    window.steering.previous()
    assert heard == ["This is the start."]


def test_a_pinned_actor_is_told(window: MainWindow) -> None:
    """Enter on an actor is heard, and once more when it is let go."""
    heard = heard_by(window)
    stage = window.views.work.stage

    stage.choose("main")
    stage.choose("main")

    assert heard == ["Main container stays marked.", "Nothing stays marked."]


def test_the_key_moment_is_told_with_its_answer(window: MainWindow) -> None:
    """All of it: somebody asked for it."""
    heard = heard_by(window)
    moment = window.lesson.key_moments[0]
    window.player.jump(window.player.timeline.course.index_of(moment.refers.steps[0]))
    heard.clear()

    window.commands["key_moment"].trigger()

    assert heard == [plain(f"{moment.question} {moment.answer}")]
    window.player.jump(0)
    heard.clear()
    window.commands["key_moment"].trigger()
    assert heard == ["This step has no key moment."]


def test_the_start_says_how_to_go_on(window: MainWindow) -> None:
    """Who cannot see the steps hears how many there are, in the same message."""
    window.player.jump(2)
    heard = heard_by(window)

    window.player.first()

    (said,) = heard
    assert said.endswith(" Steps: 6. The right arrow key shows the next.")
    assert len(said.split()) <= MOST_WORDS


def test_the_stage_says_what_is_told_and_has_the_rest_to_read(
    window: MainWindow,
) -> None:
    """Its description is the short message, its words what is to be seen."""
    stage = window.views.work.stage

    window.player.jump(2)

    words = step_words(window.player.timeline.course, 2)
    assert stage.accessibleDescription() == plain(words.say)
    assert stage.described == words.describe


def test_a_prediction_names_keys_that_work(make_window: MakeWindow) -> None:
    """Without single-letter keys the question names Tab and Enter."""
    window = make_window(predict_first=True, single_letter_keys=False)

    window.steering.next()

    asked = window.views.predict.accessibleName()
    assert asked.startswith("What changes now? Click it, or use Tab and Enter: 1 Pod")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_window_stays_the_same_to_screen_readers(window: MainWindow) -> None:
    """With another slot Qt asks anew what it is; its title would be said twice."""
    slots = window.metaObject().methodCount()
    for command in ("what_if", "pull", "quiz", "vote", "open", "find"):
        window.commands[command].trigger()
        window.dialogs.close_all()

    assert window.metaObject().methodCount() == slots


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_wrong_answer_that_is_played_is_heard_once(window: MainWindow) -> None:
    """Why it is wrong; the step that is shown for it is not said as well."""
    program_of(window).begin_session(restore=False)
    window.commands["quiz"].trigger()
    (dialog,) = window.findChildren(QuizDialog)
    heard = heard_by(window)

    dialog.body.choose(1)

    assert window.player.target == 2
    assert heard == []
    window.player.step(1)
    assert heard == [window.lesson.steps[2].say]
