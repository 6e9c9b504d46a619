"""The time of a lesson in class."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.present.console.timer_bar import Clocks
from sidecar_viz.app.present.timekeeper import Timekeeper
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.learning.pace import Stopwatch
from sidecar_viz.core.lesson import Lesson


@pytest.fixture
def keeper(qtbot: QtBot, sidecar_lesson: Lesson) -> Timekeeper:
    """Keep the time of the sidecar lesson."""
    clocks = Clocks()
    qtbot.addWidget(clocks)
    made = Timekeeper(Player(Timeline(sidecar_lesson)), clocks)
    made.setProperty("clocks", clocks)
    made.follow(Timeline(sidecar_lesson))
    return made


def test_a_what_if_takes_no_time_away(
    keeper: Timekeeper, sidecar_lesson: Lesson, lesson: Lesson
) -> None:
    """Another course of the lesson goes on; another lesson begins from nought."""
    keeper.stopwatch = Stopwatch().started(0.0).stopped(90.0)
    what_if = Timeline(sidecar_lesson, sidecar_lesson.what_ifs[0])

    keeper.follow(what_if)
    assert keeper.stopwatch.elapsed(100.0) == 90.0
    keeper.follow(Timeline(lesson))
    assert keeper.stopwatch.elapsed(100.0) == 0.0


def test_time_runs_from_begin_to_end(keeper: Timekeeper) -> None:
    """And by its own key it stands still, or runs."""
    keeper.begin()
    assert keeper.stopwatch.running
    keeper.toggle()
    assert not keeper.stopwatch.running
    keeper.toggle()
    keeper.end()
    assert not keeper.stopwatch.running
