"""What a time line shows is a value; where all of it stands follows from its room."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.app.lab.views.line.shown_line import ShownLine
from sidecar_viz.app.lab.views.line.sight import Sight
from tests.pods.showing.runs import shop

SIZE, EM = (1200.0, 300.0), 16.0


def test_the_lane_looked_at_is_one_of_the_run_or_none() -> None:
    """Going on from the last lane stays there, going back from the first is none."""
    line = ShownLine(shop())
    first, *_, last = line.run.lane
    assert line.neighbour(1) == first
    assert line.neighbour(-1) == ""
    assert replace(line, focused=first).neighbour(-1) == ""
    assert replace(line, focused=last).neighbour(1) == last


def test_the_pods_own_lanes_give_way_to_those_of_containers() -> None:
    """In a low room only its phase stays."""
    line = ShownLine(shop())
    assert len(line.laid_out(SIZE, EM).rows.pod) > 1
    assert list(line.laid_out((1200.0, 130.0), EM).rows.pod) == ["Phase"]


def test_idle_time_is_folded_or_every_second_is_shown() -> None:
    """The same run on two axes."""
    line = ShownLine(shop())
    assert line.laid_out(SIZE, EM).axis.folded.folds
    assert not replace(line, folding=False).laid_out(SIZE, EM).axis.folded.folds


@pytest.mark.parametrize("high", range(60, 420, 24))
@pytest.mark.parametrize("em", [13.0, 16.0, 32.0])
@pytest.mark.parametrize("scrolled", [0.0, 30.0, 500.0])
def test_each_lane_is_seen_or_counted_once(
    high: int, em: float, scrolled: float
) -> None:
    """Above or below; and where all are seen from the top, none is scrolled away."""
    line, size = ShownLine(shop()), (1200.0, float(high))
    rows = replace(line, sight=Sight(scrolled=scrolled)).laid_out(size, em).rows

    seen = sum(rows.shows(name) for name in rows.lanes)
    assert seen + sum(rows.beyond) == len(rows.lanes)
    if not any(line.laid_out(size, em).rows.beyond):
        assert rows.beyond == (0, 0)
