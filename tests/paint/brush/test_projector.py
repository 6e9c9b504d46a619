"""A beam changes colours only, and nothing when it is none."""

from __future__ import annotations

from sidecar_viz.paint.brush.projector import MOST, Beam, adjusted
from sidecar_viz.paint.brush.theme import LIGHT, luminance


def test_no_beam_is_the_very_theme() -> None:
    """Nothing is changed, and nothing is made anew."""
    assert adjusted(LIGHT, Beam()) is LIGHT


def test_brighter_is_brighter_everywhere() -> None:
    """Ink, hues and grounds; the name and the widths stay."""
    made = adjusted(LIGHT, Beam().brighter(2))

    assert luminance(made.ink) > luminance(LIGHT.ink)
    assert luminance(made.hue("blue").line) > luminance(LIGHT.hue("blue").line)
    assert made.stroke == LIGHT.stroke
    assert made.name == LIGHT.name


def test_more_contrast_parts_dark_and_light() -> None:
    """Dark gets darker, light lighter."""
    made = adjusted(LIGHT, Beam().steeper(2))

    assert luminance(made.muted) < luminance(LIGHT.muted)
    assert luminance(made.bg) > luminance(LIGHT.bg)


def test_a_beam_has_bounds() -> None:
    """However often the key is pressed."""
    assert Beam().brighter(99).brightness == MOST
    assert Beam().steeper(-99).contrast == -MOST
