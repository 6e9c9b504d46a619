"""What is looked at on one side is lit on the other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.play.predictor import Predictor
from sidecar_viz.app.widgets.bars import PredictBar
from sidecar_viz.app.window.highlighter import Highlighter
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson


class Lights:
    """A highlighter of the sidecar lesson, with what it told."""

    def __init__(self, qtbot: QtBot, lesson: Lesson) -> None:
        self.inside = QWidget()
        qtbot.addWidget(self.inside)
        self.player = Player(Timeline(lesson))
        self.player.set_motion("none")
        self.predictor = Predictor(self.player, PredictBar(self.inside))
        self.highlighter = Highlighter(self.predictor)
        self.lit: list[frozenset[str]] = []
        self.highlighter.on_stage.connect(self.lit.append)
        self.highlighter.show_course(course_of(lesson))


@pytest.fixture
def lights(qtbot: QtBot, sidecar_lesson: Lesson) -> Lights:
    """Make the lights of the sidecar lesson."""
    return Lights(qtbot, sidecar_lesson)


def test_a_pinned_actor_stays_lit(lights: Lights) -> None:
    """What is pointed at elsewhere is lit instead, and the pinned one after it."""
    pinned = frozenset({"volume"})
    lights.highlighter.choose_actor("volume")
    assert lights.lit[-1] == pinned
    lights.highlighter.hover_box("")
    assert lights.lit[-1] == pinned
    lights.highlighter.hover_tracker_row("")
    assert lights.lit[-1] == pinned
    lights.highlighter.hover_cell(None, "")
    assert lights.lit[-1] == pinned

    assert lights.highlighter.unpin()
    assert lights.lit[-1] == frozenset()
    assert not lights.highlighter.unpin()


def test_a_row_of_the_lesson_before_lights_nothing(
    lights: Lights, sidecar_lesson: Lesson
) -> None:
    """The table may have more rows until it shows the other lesson, too."""
    last = len(sidecar_lesson.steps)
    lights.highlighter.hover_cell(last, "")
    lights.highlighter.hover_cell(last + 1, "")
    assert lights.lit[-1] == frozenset()


def test_chosen_again_an_actor_is_let_go(lights: Lights) -> None:
    """As a lamp is switched off where it is switched on."""
    lights.highlighter.choose_actor("volume")
    lights.highlighter.choose_actor("volume")

    assert lights.lit[-1] == frozenset()


def test_while_something_is_asked_a_choice_is_the_answer(lights: Lights) -> None:
    """The actor is not pinned then, and the step is shown."""
    lights.predictor.set_wanted(True)
    assert lights.predictor.ask()
    before = len(lights.lit)

    lights.highlighter.choose_actor("volume")

    assert lights.player.target == 1
    assert len(lights.lit) == before


def test_who_is_gone_with_another_lesson_is_lit_no_longer(
    lights: Lights, lesson: Lesson
) -> None:
    """An actor that the next lesson has, too, stays pinned."""
    lights.highlighter.pin_actor("logs")
    lights.highlighter.show_course(lights.player.timeline.course)
    assert lights.lit[-1] == frozenset({"logs"})

    lights.highlighter.show_course(course_of(lesson))
    assert lights.lit[-1] == frozenset()
