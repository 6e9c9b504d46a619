"""A beam changes colours only, and nothing when it is none."""

from __future__ import annotations

from msgspec.structs import replace

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


def test_a_beam_changes_colours_by_so_much() -> None:
    """Contrast spreads around the middle grey, brightness moves; white stays white."""
    theme = replace(LIGHT, ink="#404040", bg="#f0f0f0")

    steep = adjusted(theme, Beam(contrast=0.3))
    bright = adjusted(theme, Beam(brightness=0.1))

    assert (steep.ink, steep.bg) == ("#1a1a1a", "#ffffff")
    assert (bright.ink, bright.bg) == ("#5a5a5a", "#ffffff")


def test_a_beam_has_bounds() -> None:
    """However often the key is pressed."""
    assert Beam().brighter(99).brightness == MOST
    assert Beam().steeper(-99).contrast == -MOST
