"""The lesson's own run in step with a what-if."""

from __future__ import annotations

import pytest

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.twin.comparison import Comparison, Moment
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson

pytestmark = pytest.mark.usefixtures("qapp")


class Seen:
    """A comparison of the first lesson, and what it told."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.player = Player(Timeline(lesson))
        self.comparison = Comparison(self.player)
        self.moments: list[Moment] = []
        self.turns: list[bool] = []
        self.words: list[str] = []
        self.comparison.moved.connect(self.moments.append)
        self.comparison.turned.connect(self.turns.append)
        self.comparison.described.connect(self.words.append)

    def play(self, what_if: int | None) -> None:
        """Play a what-if, or the lesson, as the window does."""
        found = None if what_if is None else self.lesson.what_ifs[what_if]
        timeline = Timeline(self.lesson, found)
        self.comparison.show_course(timeline)
        self.player.load(timeline)


@pytest.fixture
def seen(sidecar_lesson: Lesson) -> Seen:
    """Play the first lesson's first what-if, at step 4."""
    made = Seen(sidecar_lesson)
    made.player.jump(4)
    made.play(0)
    return made


def test_nothing_is_compared_before_it_is_wanted(seen: Seen) -> None:
    """No second run is computed for who does not look at it."""
    assert (seen.turns, seen.moments, seen.words) == ([], [], [])
    assert not seen.comparison.on
    assert seen.comparison.moment() is None


def test_once_wanted_the_lesson_stands_beside_it(seen: Seen) -> None:
    """At the same step, with what differs and its own words."""
    seen.comparison.set_wanted(wanted=True)

    (moment,) = seen.moments
    usual = Timeline(seen.lesson).rest(4)
    assert seen.turns == [True]
    assert moment.stage == usual
    assert moment.differs == {
        *("logs", "main", "main-mount", "sidecar", "sidecar-mount"),
    }
    assert seen.words[0].startswith("Both containers run. Log lines travel")


def test_both_runs_have_one_playhead(seen: Seen) -> None:
    """Each frame of the one comes with the frame of the other."""
    seen.comparison.set_wanted(wanted=True)
    seen.moments.clear()

    seen.player.step(1)
    seen.player.advance(0.8)

    at = seen.player.playhead.position
    assert 4.0 < at < 5.0
    usual = Timeline(seen.lesson).stage_at(at)
    last = seen.moments[-1].stage
    assert (last.actors, last.links, last.chips) == (
        usual.actors,
        usual.links,
        usual.chips,
    )


def test_both_runs_have_one_camera(seen: Seen) -> None:
    """Else the same actor would stand at two places."""
    seen.comparison.set_wanted(wanted=True)
    for position in (1.5, 2.5, 3.5, 4.5):
        seen.player.scrub(position)
        shot = seen.player.stage().shot
        assert shot is not None
        assert seen.moments[-1].stage.shot == shot


def test_a_camera_that_is_held_is_held_in_both(seen: Seen) -> None:
    """And one that does not come near stays away from both."""
    seen.comparison.set_wanted(wanted=True)
    seen.player.scrub(4.5)
    near = seen.moments[-1].stage.shot
    assert near is not None
    assert near.near > 0.0

    seen.player.hold_camera(held=True)
    held = seen.moments[-1].stage.shot

    assert held is not None
    assert held.near == 0.0


def test_no_opening_lies_over_the_lesson(seen: Seen) -> None:
    """A what-if has none: there would be nothing to compare."""
    seen.comparison.set_wanted(wanted=True)
    seen.player.jump(0)

    assert Timeline(seen.lesson).rest(0).scene is not None
    assert seen.moments[-1].stage.scene is None


def test_another_what_if_is_compared_and_the_lesson_is_not(seen: Seen) -> None:
    """It stays wanted for the next what-if."""
    seen.comparison.set_wanted(wanted=True)

    seen.play(1)
    assert seen.moments[-1].differs == {"network"}
    seen.play(None)
    assert not seen.comparison.on
    told = len(seen.moments)
    seen.player.jump(5)
    assert len(seen.moments) == told
    seen.play(1)

    assert seen.turns == [True, True, False, True]


def test_no_longer_wanted_there_is_one_run(seen: Seen) -> None:
    """Nothing more is told."""
    seen.comparison.set_wanted(wanted=True)
    seen.comparison.set_wanted(wanted=False)
    told = len(seen.moments)
    seen.player.jump(5)

    assert seen.turns == [True, False]
    assert len(seen.moments) == told
