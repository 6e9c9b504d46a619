"""Who is changing on the way into a step: from the first change to the last."""

from __future__ import annotations

import pytest

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson

TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: a, name: A, state: "Off", count: 0}
  - {id: b, name: B, state: "Off", count: 0}
  - {id: c, name: C, state: "Off"}
links: [{id: ab, from: a, to: b, state: "on"}]
steps:
  - id: pass
    title: Pass
    seconds: 4
    actors:
      - {id: a, state: Running}
      - {id: c, state: Running, moment: 3}
    sends: [{from: a, to: b, moment: 2, receiver: {count: +1}}]
"""


def made() -> Timeline:
    """Lay out a step in which one actor changes, one receives, and a third changes."""
    return Timeline(read_lesson(TEXT.encode(), "made.yaml"))


@pytest.mark.parametrize(
    ("position", "moving"),
    [(0.02, {"a"}), (0.5, {"a", "b"}), (0.98, {"c"})],
    ids=["first", "middle", "last"],
)
def test_only_who_is_changing_moves(position: float, moving: set[str]) -> None:
    """Who has not begun yet rests, and so does who has ended."""
    assert moving <= made().stage_at(position).moving
    assert made().stage_at(position).moving - moving <= {"a", "b"} - {"c"}


def test_a_count_that_is_drawn_larger_still_changes() -> None:
    """Until it is as large as before."""
    timeline = made()
    places = [number / 200 for number in range(1, 200)]
    bumped = [p for p in places if timeline.stage_at(p).actor("b").bump > 0.0]

    assert bumped
    assert all("b" in timeline.stage_at(place).moving for place in bumped)


def test_who_moves_not_is_as_before_or_as_afterwards(sidecar_lesson: Lesson) -> None:
    """At every place of every step."""
    timeline = Timeline(sidecar_lesson)
    for number in range(timeline.end):
        before, after = timeline.rest(number), timeline.rest(number + 1)
        for part in range(1, 40):
            stage = timeline.stage_at(number + part / 40)
            for old, state, new in zip(
                before.actors, stage.actors, after.actors, strict=True
            ):
                assert state.id in stage.moving or state in (old, new)
            for was, link, shall in zip(
                before.links, stage.links, after.links, strict=True
            ):
                assert link.id in stage.moving or link in (was, shall)


def test_little_is_moving_in_most_of_a_step(sidecar_lesson: Lesson) -> None:
    """When the pod stops, who has nothing to do any more rests."""
    stage = Timeline(sidecar_lesson).stage_at(5.75)

    assert "receiver" not in stage.moving
    assert {"main", "sidecar", "logs"} <= stage.moving
