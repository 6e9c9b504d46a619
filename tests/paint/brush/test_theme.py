"""Contrast of every role in every theme, computed."""

from __future__ import annotations

import pytest

from sidecar_viz.paint.brush.theme import (
    THEMES,
    Shade,
    Theme,
    contrast,
    luminance,
    mixed,
)

SURFACES = ("bg", "surface", "stage", "stage_edge", "inside", "row", "fresh")
every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def shades(theme: Theme) -> dict[str, Shade]:
    """Give all shades of a theme by name."""
    tones = {
        name: getattr(theme, name) for name in ("good", "warning", "failed", "idle")
    }
    return {**tones, **{str(hue): shade for hue, shade in theme.hues.items()}}


@every_theme
@pytest.mark.parametrize("role", ["ink", "muted"])
def test_text_is_legible_on_every_surface(theme: Theme, role: str) -> None:
    """At least 4.5:1; 7:1 in high contrast and on projectors (WCAG 1.4.3, 1.4.6)."""
    least = 7.0 if theme.name in ("contrast", "projector") else 4.5

    for surface in (*SURFACES, "accent_soft"):
        assert contrast(getattr(theme, role), getattr(theme, surface)) >= least, surface


@every_theme
def test_every_shade_can_be_read_and_seen(theme: Theme) -> None:
    """Words at least 4.5:1, lines and signs at least 3:1 against both neighbours."""
    for name, shade in shades(theme).items():
        for surface in ("surface", "stage", "inside", "row"):
            assert contrast(shade.text, getattr(theme, surface)) >= 4.5, (name, surface)
            assert contrast(shade.line, getattr(theme, surface)) >= 3.0, (name, surface)
        assert contrast(shade.text, shade.soft) >= 4.5, name
        assert contrast(shade.line, shade.soft) >= 3.0, name
        assert contrast(theme.ink, shade.soft) >= 4.5, name


@every_theme
def test_what_the_accent_is_used_for_stands_out(theme: Theme) -> None:
    """Focus rings, marks and the writing on primary buttons."""
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for surface in ("bg", "surface", "accent_soft", "row", "stage"):
        assert contrast(theme.accent, getattr(theme, surface)) >= 3.0, surface
    for surface in ("surface", "stage", "stage_edge", "inside", "bg"):
        assert contrast(theme.edge, getattr(theme, surface)) >= 3.0, surface


@every_theme
def test_a_frame_s_label_can_be_read_on_its_own_colour(theme: Theme) -> None:
    """The pod's name is written on a filled tab."""
    for name in ("blue", "slate"):
        assert contrast(theme.on_accent, theme.hues[name].line) >= 4.5, name


def test_luminance_and_contrast_are_those_of_the_definition() -> None:
    """Black on white is 21:1; the grey #767676 on white is just above 4.5:1."""
    assert luminance("#ffffff") == pytest.approx(1.0)
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_mixing_is_exact_at_both_ends() -> None:
    """At 0 it is the one colour, at 1 the other."""
    assert mixed("#102030", "#ffffff", 0.0) == "#102030"
    assert mixed("#102030", "#ffffff", 1.0) == "#ffffff"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
