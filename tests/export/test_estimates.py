"""Size and time are said before an export is made: near enough to choose by."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.estimates import COSTS, estimate
from sidecar_viz.export.formats import FORMATS, PAGES, exported_as
from sidecar_viz.export.wanted import Scope, Wanted

pytestmark = pytest.mark.usefixtures("qapp")

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


def test_every_format_has_a_cost() -> None:
    """A new one is measured, too."""
    assert set(COSTS) == {*FORMATS, "pictures"}


@pytest.mark.parametrize("only", [None, 4])
def test_the_estimate_of_pictures_on_pages_is_right(
    only: int | None, sidecar_lesson: Lesson
) -> None:
    """Of one, and of all."""
    wanted = Wanted(
        *(sidecar_lesson, 4.0, (1920, 1080), "light", None),
        notes=False,
        fonts=FONTS,
        only=only,
        sheet="pictures",
    )
    made = sum(len(piece.data) for piece in exported_as(PAGES, wanted).pieces)
    steps = 1 if only else len(sidecar_lesson.steps) + 1
    said, _ = estimate("pictures", steps, None)

    assert made / 2 < said < made * 2


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".md", ".pptx"])
def test_an_estimate_is_of_the_right_size(suffix: str, sidecar_lesson: Lesson) -> None:
    """A third of what it will be, or three times as much, at most."""
    kind = FORMATS[suffix]
    size = (1920, 1080)
    wanted = Wanted(sidecar_lesson, 4.0, size, "light", None, notes=False, fonts=FONTS)
    made = sum(len(piece.data) for piece in exported_as(kind, wanted).pieces)
    steps = 1 if kind.scope is Scope.STEP else len(sidecar_lesson.steps) + 1
    said, seconds = estimate(suffix, steps, size if suffix == ".png" else None)

    assert made / 3 < said < made * 3
    assert seconds > 0


def test_more_pixels_and_more_steps_cost_more() -> None:
    """A film in 4K takes longer than one in HD, and a step less than all."""
    small, large = (1280, 720), (3840, 2160)
    asked = ((1, small), (7, small), (7, large))
    costs = [estimate(".mp4", steps, size) for steps, size in asked]
    assert costs == sorted(costs)
    assert costs[0][1] < costs[1][1] < costs[2][1]
