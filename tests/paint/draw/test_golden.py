"""A few pictures that were looked at and found good; record new ones with --record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.theme import THEMES

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson

GOLDEN = Path(__file__).parents[2] / "golden"
STAGES = Path(__file__).parents[2] / "stages"
SIZE = (960, 580)
VISIBLE, SHARE = 24, 0.002
"""A value differs visibly by this much; so few of them may differ."""


def compare(name: str, picture: QImage, request: pytest.FixtureRequest) -> None:
    """Compare with the golden picture, or record it; a failing one is saved."""
    path = GOLDEN / f"{name}.png"
    if request.config.getoption("--record"):
        assert picture.save(str(path))
        return
    golden = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert golden.size() == picture.size(), f"{path} is missing or of another size"
    pairs = zip(bytes(golden.constBits()), bytes(picture.constBits()), strict=True)
    differing = sum(abs(one - other) > VISIBLE for one, other in pairs)
    if differing > SHARE * picture.sizeInBytes():
        failed = path.with_suffix(".failed.png")
        picture.save(str(failed))
        pytest.fail(f"{differing} values of {path} differ; look at {failed}")


@pytest.mark.parametrize("theme", THEMES)
def test_the_sidecar_reads_the_logs(
    sidecar_lesson: Lesson, theme: str, request: pytest.FixtureRequest
) -> None:
    """Step 4 in each theme: both containers, the volume filling, sheets under way."""
    stage = Timeline(sidecar_lesson).stage_at(4.0)

    compare(
        f"step-4-{theme}", still(sidecar_lesson, stage, SIZE, THEMES[theme]), request
    )


@pytest.mark.parametrize("position", [0.0, 1.5, 5.5])
def test_moments_in_between(
    sidecar_lesson: Lesson, position: float, request: pytest.FixtureRequest
) -> None:
    """Ghosts at the start, a container coming up, everything stopping."""
    lesson = replace(sidecar_lesson, opening=None)
    stage = Timeline(lesson).stage_at(position)

    compare(
        f"at-{position}", still(sidecar_lesson, stage, SIZE, THEMES["light"]), request
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("name", "step"), [("opening", 0), ("ending", 7)])
def test_a_beginning_and_an_end(
    sidecar_lesson: Lesson,
    name: str,
    step: int,
    theme: str,
    request: pytest.FixtureRequest,
) -> None:
    """A broken card and who asks; at the end what is left without and with it."""
    stage = Timeline(sidecar_lesson).rest(step)

    picture = still(sidecar_lesson, stage, (960, 448), THEMES[theme])

    compare(f"scenes/{name}-{theme}", picture, request)


def test_what_is_taken_away_is_crossed_out(
    sidecar_lesson: Lesson, request: pytest.FixtureRequest
) -> None:
    """With the volume not mounted, step 4 shows a red cross and no traffic."""
    what_if = next(w for w in sidecar_lesson.what_ifs if w.id == "volume-not-mounted")
    stage = Timeline(sidecar_lesson, what_if).stage_at(4.0)

    compare("what-if", still(sidecar_lesson, stage, SIZE, THEMES["light"]), request)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("name", "size"), [("kinds", (1000, 800)), ("links", (1000, 760))]
)
def test_every_kind_has_its_shape(
    name: str, size: tuple[int, int], theme: str, request: pytest.FixtureRequest
) -> None:
    """A sheet of all kinds of actors, and one of links off, on and denied."""
    path = STAGES / f"{name}.yaml"
    lesson = read_lesson(path.read_bytes(), path.name)

    picture = still(lesson, Timeline(lesson).stage_at(0.0), size, THEMES[theme])

    compare(f"{name}-{theme}", picture, request)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["two-pods", "nodes"])
def test_stages_that_arrange_themselves(
    name: str, theme: str, request: pytest.FixtureRequest
) -> None:
    """Nobody says where they stand; links run in the gaps, with their words."""
    path = STAGES / f"{name}.yaml"
    lesson = read_lesson(path.read_bytes(), path.name)

    picture = still(lesson, Timeline(lesson).stage_at(0.0), (936, 812), THEMES[theme])

    compare(f"{name}-{theme}", picture, request)
