"""Colours as others see them."""

from __future__ import annotations

import pytest

from sidecar_viz.core.colour_vision import (
    MATRICES,
    Vision,
    linear,
    seen_by,
    washed_out,
)

VISIONS: tuple[Vision, ...] = ("protan", "deutan", "tritan")


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("grey", ["#000000", "#808080", "#ffffff"])
def test_greys_stay_grey(vision: Vision, grey: str) -> None:
    """Each row of the published matrices adds up to one."""
    assert all(sum(row) == pytest.approx(1.0, abs=2e-6) for row in MATRICES[vision])
    assert seen_by(vision, grey) == grey


def test_red_and_green_come_near_to_each_other() -> None:
    """For protan and deutan vision, and not for tritan vision."""

    def apart(vision: Vision) -> float:
        red, green = (linear(seen_by(vision, c)) for c in ("#c83232", "#328232"))
        return sum(abs(a - b) for a, b in zip(red, green, strict=True))

    assert apart("protan") < 0.3
    assert apart("deutan") < 0.3
    assert apart("tritan") > 0.5


def test_pure_colours_as_published() -> None:
    """Red darkens for protan vision; blue and green meet for tritan vision."""
    assert seen_by("protan", "#ff0000") == "#6d5f00"
    assert seen_by("deutan", "#ff0000") == "#a39000"
    assert seen_by("tritan", "#0000ff") == "#006b96"


def test_other_light_takes_the_contrast() -> None:
    """White stays white, black becomes grey, more light makes it lighter."""
    assert washed_out("#ffffff") == "#ffffff"
    assert washed_out("#000000", 0.0) == "#000000"
    assert washed_out("#000000") == "#656565"
    assert washed_out("#000000", 1.0) == "#bcbcbc"
