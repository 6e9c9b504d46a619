"""Pointers that turn: their arrows swing from the one to the other."""

from __future__ import annotations

import pytest

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.paint.layout.layout import laid_out
from tests.core.course.test_pointers import lesson


def test_while_it_turns_an_arrow_swings_from_the_one_to_the_other() -> None:
    """Its end is between the two ends, and at rest exactly where it leads."""
    timeline = Timeline(lesson())
    layout = laid_out(lesson(), (800.0, 400.0))

    def end(position: float) -> tuple[float, float]:
        links = timeline.stage_at(position).links
        line = layout.way(next(k for k in links if k.id == "first")).curve
        return line.points[-1]

    before, after = end(1.0), end(2.0)
    halfway = end(1.0 + 0.5 * 0.4)

    assert before == layout.ways["first"].curve.points[-1]
    assert before != after
    between = [(one + other) / 2 for one, other in zip(before, after, strict=True)]
    assert halfway == pytest.approx(between)
