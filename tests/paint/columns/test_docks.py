"""The words above a mount between two columns."""

from __future__ import annotations

from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.columns.docks import AIR, SIZE, label_fits


def test_words_above_a_bridge_keep_away_from_its_ends() -> None:
    """A bridge as wide as its words is too narrow for them: they would touch."""
    wide = width("reads", SEMIBOLD) * SIZE

    assert not label_fits("reads", wide * 1.01)
    assert label_fits("reads", wide + AIR)
