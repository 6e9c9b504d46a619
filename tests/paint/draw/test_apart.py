"""What has faded is drawn anew only where it looks another way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Shot, Stage
from sidecar_viz.paint.draw.apart import Fading
from sidecar_viz.paint.draw.pieces import Part
from sidecar_viz.paint.draw.regions import Regions
from sidecar_viz.paint.layout.layout import laid_out

pytestmark = pytest.mark.usefixtures("qapp")
WIDE, HIGH = 900, 520
WHOLE = QRect(0, 0, WIDE, HIGH)
MEANT = frozenset({"receiver", "connection", "network"})
FAINT = Part(frozenset({"main", "logs", "main-mount"}), travelling=True)


class Drawn:
    """Notes what is drawn, as whoever draws a part of a stage."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self.parts: list[Part] = []

    def __call__(self, painter: QPainter, stage: Stage, part: Part) -> None:
        """Note a part."""
        del painter, stage
        if part.drawn:
            self.parts.append(part)


@pytest.fixture
def stage(sidecar_lesson: Lesson) -> Stage:
    """Give a moment at which main writes into the volume, out of the shot."""
    shown = Timeline(sidecar_lesson).stage_at(3.6)
    assert shown.chips
    assert shown.flows
    return replace(shown, shot=Shot(MEANT, MEANT, apart=1.0))


@pytest.fixture
def again(sidecar_lesson: Lesson, stage: Stage) -> Callable[..., int]:
    """Paint the moment, then another one; tell how often what is faint was drawn."""

    def count(then: Stage, first: QRect = WHOLE) -> int:
        drawn = Drawn()
        layout = laid_out(sidecar_lesson, (float(WIDE), float(HIGH)))
        fading = Fading(Regions(layout), 1.0, drawn)
        for shown, clip in ((stage, first), (then, WHOLE)):
            image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
            with QPainter(image) as painter:
                painter.setClipRect(clip)
                fading.paint(painter, shown, FAINT)
        return len(drawn.parts)

    return count


def test_what_looks_as_before_is_copied(
    stage: Stage, again: Callable[..., int]
) -> None:
    """Also while the rest of the stage moves, and while it fades on."""
    assert again(stage) == 1
    moved = tuple(
        replace(state, focus=0.4) if state.id == "receiver" else state
        for state in stage.actors
    )
    assert again(replace(stage, actors=moved)) == 1
    assert again(replace(stage, shot=Shot(MEANT, MEANT, apart=0.5))) == 1


def test_what_looks_another_way_is_drawn_anew(
    stage: Stage, again: Callable[..., int]
) -> None:
    """An actor, a link, what travels, and what goes on."""
    actors = tuple(
        replace(state, focus=0.4) if state.id == "main" else state
        for state in stage.actors
    )
    links = tuple(
        replace(link, openness=0.4) if link.id == "main-mount" else link
        for link in stage.links
    )
    chips = tuple(replace(chip, along=0.9) for chip in stage.chips)
    flows = tuple(replace(flow, head=0.4) for flow in stage.flows)

    assert again(replace(stage, actors=actors)) == 2
    assert again(replace(stage, links=links)) == 2
    assert again(replace(stage, chips=chips)) == 2
    assert again(replace(stage, flows=flows)) == 2


def test_rows_that_went_out_of_sight_elsewhere_count(
    stage: Stage, again: Callable[..., int]
) -> None:
    """All columns of a ledger show the same rows."""
    many = tuple(
        replace(state, holds=(*state.holds, 40)) if state.id == "receiver" else state
        for state in stage.actors
    )

    assert again(replace(stage, actors=many)) == 2


def test_a_part_that_was_not_drawn_yet_is(
    stage: Stage, again: Callable[..., int]
) -> None:
    """The clip of the frame before let less of it through."""
    assert again(stage, QRect(0, 0, WIDE // 8, HIGH)) == 2
