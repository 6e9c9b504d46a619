"""The state of a frame with forty actors."""

from __future__ import annotations

import sys
import time
from statistics import median

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson
from tests.bench.measure import tell

ACTORS = 40


def lesson(moving: int) -> Lesson:
    """Make a lesson in whose only step *moving* of forty actors change."""
    actors = "".join(
        f"- {{id: a{n}, name: A{n}, state: Stopped}}\n" for n in range(ACTORS)
    )
    changes = "".join(f"- {{id: a{n}, state: Running}}\n" for n in range(moving))
    text = (
        f"format: 1\nid: forty\ntitle: Forty\nactors:\n{actors}"
        f"steps:\n- id: go\n  title: Go\n  focus: [a0]\n  actors:\n"
        + "".join(f"  {line}\n" for line in changes.splitlines())
    )
    return read_lesson(text.encode(), "forty.yaml")


def microseconds(timeline: Timeline, frames: int) -> float:
    """Give the median time of one state, over many positions."""
    times = []
    for number in range(frames):
        position = (number + 0.5) / frames
        began = time.perf_counter()
        timeline.stage_at(position)
        times.append((time.perf_counter() - began) * 1e6)
    return median(times)


def main() -> None:
    """Measure forty of forty and eight of forty."""
    frames = int(sys.argv[1])
    tell(
        all_us=microseconds(Timeline(lesson(ACTORS)), frames),
        some_us=microseconds(Timeline(lesson(8)), frames),
    )


if __name__ == "__main__":
    main()
