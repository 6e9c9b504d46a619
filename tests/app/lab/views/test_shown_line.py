"""What a time line shows is a value; where all of it stands follows from its room."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.app.lab.views.line.shown_line import ShownLine
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
