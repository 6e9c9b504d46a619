"""Loading, checking and folding the bundled lesson, once it is warm."""

from __future__ import annotations

import time
from statistics import median

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.files.rules.checks import problems_in
from tests.bench.measure import SIDECAR, tell


def once() -> float:
    """Give the milliseconds of one time through."""
    began = time.perf_counter()
    problems = problems_in(SIDECAR)
    Timeline(load_lesson(SIDECAR))
    assert not problems
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Warm up, then measure."""
    once()
    tell(all_ms=median(once() for _ in range(7)))


if __name__ == "__main__":
    main()
