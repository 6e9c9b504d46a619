"""The time of a lesson in class."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTime
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


def test_a_screen_reader_is_told_minutes(qtbot: QtBot) -> None:
    """The figures go on each second; what is read of them, once a minute."""
    clocks = Clocks()
    qtbot.addWidget(clocks)
    heard, label = [], clocks.times["elapsed"]
    for seconds in (0.0, 1.0, 59.0, 60.0, 119.0, 3600.0):
        clocks.show_times(seconds, 600.0, QTime(9, 5), running=True)
        heard.append((label.text(), label.accessibleName()))

    assert heard == [
        ("00:00", "Elapsed: 0 min"),
        ("00:01", "Elapsed: 0 min"),
        ("00:59", "Elapsed: 0 min"),
        ("01:00", "Elapsed: 1 min"),
        ("01:59", "Elapsed: 1 min"),
        ("1:00:00", "Elapsed: 60 min"),
    ]
    assert clocks.times["planned"].accessibleName() == "Planned: 10 min"
    assert clocks.times["clock"].accessibleName() == "Clock: 09:05"


def test_without_a_plan_there_is_none_to_hear(qtbot: QtBot) -> None:
    """As the dash says it that is seen."""
    clocks = Clocks()
    qtbot.addWidget(clocks)
    clocks.show_times(0.0, None, QTime(9, 5), running=True)

    assert clocks.times["planned"].accessibleName() == "Planned: –"
