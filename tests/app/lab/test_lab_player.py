"""The playhead of a run: by changes, by seconds, playing, scrubbing."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.held.lab_player import LabPlayer
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.showing.way import Way

WAY = Way(100, (0, 5, 20, 90))


@pytest.fixture
def player(qtbot: QtBot) -> LabPlayer:
    """Make a player without motion."""
    del qtbot
    made = LabPlayer(WAY)
    made.set_motion("none")
    return made


def test_next_and_back_go_from_change_to_change(player: LabPlayer) -> None:
    """After the last change comes the end; before the first one nothing."""
    seen = []
    for _ in range(5):
        player.next()
        seen.append(player.moment.t)
    assert seen == [5, 20, 90, 100, 100]
    for _ in range(5):
        player.back()
        seen.append(player.moment.t)
    assert seen[5:] == [90, 20, 5, 0, 0]


def test_a_second_on_and_back_stay_within_the_run(player: LabPlayer) -> None:
    """Not before the start, nor after the end."""
    player.by(1)
    player.by(1)
    assert player.moment.t == 2
    player.by(-9)
    assert player.moment.t == 0
    player.by(1000)
    assert player.moment.t == 100


def test_with_motion_a_change_is_swept_to_and_then_shown(player: LabPlayer) -> None:
    """The way first, then cause and effect; the words come at the end."""
    player.set_motion("full")
    arrived: list[float] = []
    player.arrived.connect(lambda moment: arrived.append(moment.t))
    player.next()
    assert player.running
    player.advance(0.175)
    assert 0 < player.moment.t < 5
    player.advance(0.2)
    assert (player.moment.t, player.moment.beat) == (5, 0)
    player.advance(0.45)
    assert 0.4 < player.moment.beat < 0.6
    assert arrived == []
    player.advance(0.5)
    assert player.moment == Moment(5, 5, 1)
    assert arrived == [5]
    assert not player.running


def test_a_second_press_finishes_what_is_under_way(player: LabPlayer) -> None:
    """It does not go on to the change after it."""
    player.set_motion("full")
    player.next()
    player.advance(0.1)
    player.next()
    assert player.moment == Moment(5, 5, 1)


def test_playing_goes_as_fast_as_a_pod_lives(player: LabPlayer) -> None:
    """A second in a second, and twice as many at twice the speed."""
    player.set_playing(playing=True)
    player.advance(0.25)
    assert player.moment.t == pytest.approx(0.25)
    player.set_speed(2)
    player.advance(0.25)
    assert player.moment.t == pytest.approx(0.75)
    player.set_playing(playing=False)


def test_playing_runs_through_a_fold_in_less_than_half_a_second(
    player: LabPlayer,
) -> None:
    """70 idle seconds are no reason to wait."""
    fold = WAY.folded.folds[0]
    player.jump(fold.begin)
    player.set_playing(playing=True)
    player.advance(0.2)
    player.advance(0.2)
    assert player.moment.t == pytest.approx(fold.end)
    player.set_playing(playing=False)


def test_playing_stops_at_every_change_to_show_it(player: LabPlayer) -> None:
    """Its beat begins exactly there, whatever the tick."""
    player.set_motion("full")
    player.jump(4.9)
    player.set_playing(playing=True)
    player.advance(0.25)
    assert (player.moment.t, player.moment.at, player.moment.beat) == (5, 5, 0)
    player.set_playing(playing=False)


def test_playing_ends_at_the_end_and_begins_again(player: LabPlayer) -> None:
    """The clock stops with it."""
    player.jump(99.9)
    player.set_playing(playing=True)
    player.advance(0.25)
    assert not player.playing
    assert not player.running
    assert player.moment.t == 100
    player.set_playing(playing=True)
    assert player.moment.t == 0
    player.set_playing(playing=False)


def test_a_scrub_lets_go_at_a_change_that_is_near(player: LabPlayer) -> None:
    """Else it stays where it was let go."""
    player.scrub(20.1)
    player.release()
    assert player.moment.t == 20
    player.scrub(60)
    player.release()
    assert player.moment.t == 60


def test_another_way_keeps_the_second(player: LabPlayer) -> None:
    """As far as it is as long."""
    player.jump(50)
    player.follow(Way(80, (0, 60)))
    assert player.moment.t == 50
    player.follow(Way(30, (0, 10)))
    assert player.moment.t == 30


def test_it_can_be_stopped_on_its_way(player: LabPlayer) -> None:
    """Also between two changes; its clock stops with it."""
    player.set_motion("full")
    player.jump(0)
    player.next()
    player.advance(0.1)
    assert player.running
    player.stop()
    assert not player.running
    assert player.moment.beat == 1
