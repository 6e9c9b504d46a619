"""What the last row must read: contrast and sizes on the class's view."""

from __future__ import annotations

import pytest

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.band import band_colours
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES, Theme, contrast
from sidecar_viz.paint.layout.layout import laid_out

PROJECTOR = THEMES["projector"]
THINNEST = 0.8  # of a stroke: the thinnest line that carries meaning


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_the_band_can_be_read(theme: Theme) -> None:
    """At least 7:1 for what is written; the dots 3:1."""
    colours = band_colours(theme)
    for ink in (colours.title, colours.text, colours.number):
        assert contrast(ink, colours.ground) >= 7.0 or theme.name == "dark"
        assert contrast(ink, colours.ground) >= 4.5
    assert contrast(colours.dim, colours.ground) >= 3.0


@pytest.mark.parametrize("hue", PROJECTOR.hues)
def test_every_word_on_the_projector_s_stage(hue: str) -> None:
    """States and counts, on their own ground and on the stage: 7:1."""
    shade = PROJECTOR.hues[hue]  # type: ignore[index]
    for ground in (shade.soft, PROJECTOR.surface, PROJECTOR.inside, PROJECTOR.stage):
        assert contrast(shade.text, ground) >= 7.0, ground


def test_strokes_are_three_pixels_wide(sidecar_lesson: Lesson) -> None:
    """On a 1080p projector with a panel beside the stage."""
    layout = laid_out(sidecar_lesson, (1152.0, 876.0))

    brush = Brush(PROJECTOR, layout.em, Effects())

    assert brush.stroke * THINNEST >= 3.0


def test_captions_have_28_pixels(show: Presenting) -> None:
    """However small the teacher makes them, at 1080p."""
    band = show.audience.band
    for scale in (0.8, 1.0, 2.0):
        band.set_look(Look(PROJECTOR, 1.0, 1.0), scale)
        band.wanted_height(1920, 388)
        assert band.text_px() >= 27.9
