"""The words above a mount between two columns."""

from __future__ import annotations

from pathlib import Path

from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.columns.docks import AIR, SIZE, label_fits, labels_fit
from sidecar_viz.paint.layout.layout import laid_out


def test_words_above_a_bridge_keep_away_from_its_ends() -> None:
    """A bridge as wide as its words is too narrow for them: they would touch."""
    wide = width("reads", SEMIBOLD) * SIZE

    assert not label_fits("reads", wide * 1.01)
    assert label_fits("reads", wide + AIR)


def test_all_bridges_have_words_or_none() -> None:
    """One with, beside one without, would look like a difference."""
    lesson = load_lesson(Path(__file__).parents[3] / "lessons/sidecar/lesson.yaml")
    found = {}
    for wide in range(1000, 1400, 10):
        layout = laid_out(lesson, (float(wide), 400.0))
        bridges = [way for way in layout.ways.values() if way.dock is not None]
        if bridges:
            fits = [
                label_fits(way.link.label, way.dock.width / layout.em)
                for way in bridges
                if way.dock is not None
            ]
            found[tuple(sorted(fits))] = labels_fit(layout)

    assert found.pop((True, True))
    assert (False, True) in found
    assert not any(found.values())
