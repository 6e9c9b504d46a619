"""The ending comes after the last step, whoever goes there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.play.player import Player
from sidecar_viz.core.beside.dwelling import DWELL
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage


@pytest.fixture
def player(qapp: QApplication, sidecar_lesson: Lesson) -> Player:
    """Make a player at rest at the last step of the sidecar lesson."""
    del qapp
    made = Player(Timeline(sidecar_lesson))
    made.jump(6)
    return made


def test_next_at_the_last_step_shows_the_ending(player: Player) -> None:
    """It is told once, with the last step's number; again, nothing happens."""
    steps: list[int] = []
    stages: list[Stage] = []
    player.step_changed.connect(steps.append)
    player.stage_changed.connect(stages.append)

    player.step(1)
    assert player.ended
    assert (player.target, steps) == (6, [6])
    assert [stage.covered for stage in stages] == [True]
    assert not player.running
    player.step(1)

    assert player.ended
    assert (len(steps), len(stages)) == (1, 1)


def test_back_returns_to_the_last_step_at_rest(player: Player) -> None:
    """Its words hold again, and nothing moves."""
    player.step(1)
    steps: list[int] = []
    player.step_changed.connect(steps.append)

    player.step(-1)

    assert not player.ended
    assert (player.playhead.position, steps) == (6.0, [6])
    assert player.stage() is player.timeline.rest(6)
    assert not player.running


@pytest.mark.parametrize("goal", [0, 3, 6])
def test_whoever_goes_elsewhere_leaves_the_ending(player: Player, goal: int) -> None:
    """Also for the last step, whose words hold again."""
    player.step(1)
    steps: list[int] = []
    player.step_changed.connect(steps.append)

    player.jump(goal)

    assert not player.ended
    assert steps == [goal]
    assert player.stage() is player.timeline.rest(goal)


def test_in_mid_move_next_arrives_first(player: Player) -> None:
    """The last step is seen before the ending is."""
    player.jump(5)
    player.step(1)
    player.advance(0.1)

    player.step(1)
    assert (player.playhead.position, player.ended) == (6.0, False)
    player.step(1)

    assert player.ended


def test_end_pressed_twice_is_the_ending(player: Player) -> None:
    """The first End leads to the last step."""
    player.jump(2)

    player.last()
    assert (player.target, player.ended) == (6, False)
    player.last()

    assert (player.target, player.ended) == (6, True)


def test_autoplay_ends_with_the_ending(player: Player) -> None:
    """After the last step has rested as every other has; then it stops."""
    player.jump(5)
    player.set_playing(playing=True)
    for _ in range(40):
        player.advance(0.1)
    assert (player.playhead.position, player.ended) == (6.0, False)
    assert player.playing

    player.advance(DWELL)

    assert player.ended
    assert not player.playing
    assert not player.running


def test_playing_from_the_ending_begins_anew(player: Player) -> None:
    """As it does from the last step."""
    player.step(1)

    player.set_playing(playing=True)

    assert not player.ended
    assert player.target == 1


def test_less_motion_does_not_leave_it(player: Player) -> None:
    """It stands still anyway."""
    player.step(1)

    player.set_motion("none")

    assert player.ended


def test_without_an_ending_the_last_step_is_the_end(
    qapp: QApplication, sidecar_lesson: Lesson
) -> None:
    """Next and End lead nowhere, and playing stops there at once."""
    del qapp
    player = Player(Timeline(replace(sidecar_lesson, ending=None)))
    player.jump(6)
    player.step(1)
    player.last()
    assert not player.ended

    player.jump(5)
    player.set_playing(playing=True)
    for _ in range(40):
        player.advance(0.1)

    assert player.target == 6
    assert not player.playing
