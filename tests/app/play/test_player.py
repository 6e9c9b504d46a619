"""The player moves by values: time is passed to it, never waited for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.play.motion import GENTLE_MOVE
from sidecar_viz.app.play.player import Player
from sidecar_viz.core.beside.dwelling import DWELL
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson

FIRST_FRAME = 0.05
"""Steps: more than a frame of a move, less than two."""


@pytest.fixture
def player(qapp: QApplication, sidecar_lesson: Lesson) -> Player:
    """Make a player at the start of the sidecar lesson."""
    del qapp
    return Player(Timeline(sidecar_lesson))


def arrive(player: Player) -> None:
    """Let enough time pass for any move."""
    for _ in range(60):
        player.advance(0.25)


def test_the_words_change_once_when_a_move_begins(player: Player) -> None:
    """step_changed comes at the start of the move, with the target."""
    steps: list[int] = []
    player.step_changed.connect(steps.append)

    player.step(1)
    assert steps == [1]
    assert 0.0 < player.playhead.position < FIRST_FRAME
    arrive(player)

    assert steps == [1]
    assert player.playhead.position == 1.0
    assert not player.running


def test_a_second_press_on_the_way_arrives(player: Player) -> None:
    """Next in mid-move finishes the move; the one after that moves on."""
    player.step(1)
    player.advance(0.1)

    player.step(1)
    assert (player.playhead.position, player.target) == (1.0, 1)
    player.step(1)

    assert player.target == 2
    player.first()


def test_previous_plays_backwards(player: Player) -> None:
    """Going back moves through the same positions in the other direction."""
    player.jump(3)
    player.step(-1)
    player.advance(0.2)

    assert 2.0 < player.playhead.position < 3.0
    assert player.target == 2
    player.first()


def test_scrubbing_holds_and_releasing_settles(player: Player) -> None:
    """A held playhead does not move on by itself; released it goes to the nearest."""
    player.scrub(2.3)
    player.advance(5.0)
    assert player.playhead.position == 2.3
    assert not player.running

    player.release_scrub()
    arrive(player)

    assert player.playhead.position == 2.0


def test_autoplay_rests_at_each_step_and_stops_at_the_end(player: Player) -> None:
    """Playing goes on after a dwell, to the last step, and then stops."""
    playing: list[bool] = []
    player.playing_changed.connect(playing.append)
    player.set_playing(playing=True)
    assert player.target == 1
    while not player.playhead.resting:
        player.advance(0.1)
    player.advance(DWELL / 2)
    assert player.target == 1
    player.advance(DWELL / 2)
    assert player.target == 2

    for _ in range(400):
        player.advance(0.25)

    assert player.playhead.position == player.timeline.end
    assert playing == [True, False]
    assert not player.running


def test_autoplay_waits_for_a_voice_at_any_speed(player: Player) -> None:
    """What is told of a step is spoken in real seconds, however fast it is played."""
    player.set_motion("none")
    player.set_speed(2.0)
    player.set_playing(playing=True)
    player.dwelling.least = 10.0

    player.advance(9.0)
    assert player.target == 1
    player.advance(1.5)

    assert player.target == 2
    player.set_playing(playing=False)


def test_autoplay_waits_until_the_words_are_read(player: Player) -> None:
    """As fast as it is played; a step with few words rests as long as any."""
    player.set_motion("none")
    player.set_playing(playing=True)
    player.dwelling.reading = 8.0

    player.advance(7.5)
    assert player.target == 1
    player.advance(0.6)
    assert player.target == 2

    player.set_speed(2.0)
    player.advance(4.1)
    assert player.target == 3
    player.dwelling.reading = 0.1
    player.advance(DWELL / 2 - 0.1)
    assert player.target == 3
    player.set_playing(playing=False)


def test_replaying_shows_the_step_again_without_new_words(player: Player) -> None:
    """Replay begins at the step before and ends where it was; words stay."""
    player.jump(4)
    steps: list[int] = []
    player.step_changed.connect(steps.append)

    player.replay()
    assert 3.0 < player.playhead.position < 3.0 + FIRST_FRAME
    arrive(player)

    assert player.playhead.position == 4.0
    assert steps == []


def test_replaying_backwards_ends_where_it_began(player: Player) -> None:
    """The step runs back to the one before, then forwards again."""
    player.jump(4)
    player.replay_backwards()
    least = 4.0
    for _ in range(80):
        player.advance(0.1)
        least = min(least, player.playhead.position)

    assert least == 3.0
    assert player.playhead.position == 4.0
    assert not player.running


def test_a_looped_step_begins_again(player: Player) -> None:
    """Looping plays the same step until it is switched off."""
    player.jump(3)
    player.set_looping(looping=True)
    player.advance(0.1)
    assert player.playhead.position < 3.0

    player.set_looping(looping=False)
    arrive(player)

    assert player.playhead.position == 3.0
    assert not player.running


def test_twice_the_speed_takes_half_the_time(player: Player) -> None:
    """Speed is a factor on time, between a quarter and two."""
    player.set_speed(2.0)
    player.step(1)
    player.advance(player.timeline.seconds(1) / 2)

    assert player.playhead.resting
    player.set_speed(9.0)
    assert player.speed == 2.0


def test_gentle_moves_are_short(player: Player) -> None:
    """Gentle motion arrives soon."""
    player.set_motion("gentle")
    player.jump(3)
    player.step(1)
    player.advance(GENTLE_MOVE)

    assert player.playhead.position == 4.0
    assert not player.running


def test_without_motion_every_move_arrives_at_once(player: Player) -> None:
    """No motion: a press shows the next step at rest."""
    player.set_motion("none")
    player.step(1)

    assert player.playhead.resting
    assert player.target == 1
    assert not player.running


def test_nothing_runs_at_rest(player: Player) -> None:
    """Neither where nothing travels nor where something goes on travelling."""
    for step in (1, 4):
        player.jump(step)

        assert not player.running


def test_loading_keeps_the_step(player: Player, lesson: Lesson) -> None:
    """Another timeline shows the same step, or its last one."""
    player.jump(5)
    steps: list[int] = []
    player.step_changed.connect(steps.append)

    player.load(Timeline(lesson))

    assert steps == [2]


@pytest.mark.parametrize("replay", [Player.replay, Player.replay_backwards])
def test_a_replay_without_motion_leaves_nothing_half_way(
    player: Player, replay: Callable[[Player], None]
) -> None:
    """A picture held between two steps arrives; no clock is owed."""
    player.set_motion("none")
    player.scrub(2.4)

    replay(player)

    assert player.playhead.resting
    assert not player.running


def test_after_a_hiccup_the_film_does_not_leap(lesson: Lesson) -> None:
    """However long the machine was away, a tick moves a quarter of a second on."""
    left, short = Player(Timeline(lesson)), Player(Timeline(lesson))
    for player, since in ((left, 60.0), (short, 0.25)):
        player.step(1)
        player.clock.tick(since)

    assert 0 < left.playhead.position < 1
    assert left.playhead == short.playhead


def test_autoplay_begins_again_at_the_end(lesson: Lesson) -> None:
    """Asked to play where nothing follows, it starts over."""
    player = Player(Timeline(lesson))
    player.set_motion("none")
    player.last()

    player.set_playing(playing=True)

    assert player.target == 1
    player.set_playing(playing=False)


def test_all_motion_stops_at_once_and_goes_on(player: Player) -> None:
    """In mid-move, too; no clock runs."""
    player.step(1)
    player.advance(0.3)
    place = player.playhead.position
    assert 0.0 < place < 1.0

    player.set_still(still=True)
    player.advance(0.3)
    assert player.playhead.position == place
    assert not player.running

    player.set_still(still=False)
    assert player.running
    player.advance(0.3)
    assert player.playhead.position > place


def test_while_all_stands_still_steps_arrive_at_once(player: Player) -> None:
    """Play and loop end with it, and asking for them ends it."""
    told: list[bool] = []
    player.still_changed.connect(told.append)
    player.set_looping(looping=True)
    player.set_playing(playing=True)
    player.set_still(still=True)
    assert (player.playing, player.looping) == (False, False)

    player.step(1)
    player.step(1)
    assert player.playhead.resting
    player.replay()
    assert player.playhead.resting
    player.set_playing(playing=True)
    assert not player.still
    player.set_playing(playing=False)
    player.set_still(still=True)
    player.set_looping(looping=True)
    assert told == [True, False, True, False]
    player.set_looping(looping=False)
    player.first()
