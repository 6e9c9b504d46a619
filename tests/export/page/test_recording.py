"""Frames come out as the painter draws them, however much is kept from others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.page.film import film_of
from sidecar_viz.export.page.frames import (
    NOWHERE,
    Frames,
    applied,
    changed,
    differences,
    rebuilt,
)
from sidecar_viz.export.page.ops import Inks
from sidecar_viz.export.page.recording import Frame, Recording
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts
from tests.export.page.conftest import FONTS, ROOT

LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))
SIZE = (1104, 664)
PIECES = st.lists(st.integers(0, 9), max_size=12)


@pytest.fixture(autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    """Have the bundled fonts."""
    del qapp
    load_fonts(FONTS)


def drawn(recording: Recording, frame: Frame) -> list[tuple[object, ...]]:
    """Return all that is drawn in a frame, with nothing left to look up."""
    tables = recording.tables
    pieces, ops = tables.pieces.listed(), tables.ops.listed()
    shapes, forms = tables.shapes.listed(), tables.forms.listed()
    clips, inks = tables.clips.listed(), tables.inks.listed()
    return [
        (op[0], shapes[op[1]], *op[2:4], forms[op[4]], clips[op[5]], inks[op[6]])
        for piece in frame.pieces
        for op in (ops[number] for number in pieces[piece])
    ]


def frames_of(recording: Recording, timeline: Timeline, step: int) -> Iterator[Frame]:
    """Record some frames of the way into a step, its ends included."""
    for tenth in range(11):
        yield recording.frame(timeline.stage_at(step - 1 + tenth / 10))


@pytest.mark.storm
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_what_is_kept_is_as_if_drawn_anew(path: Path) -> None:
    """A frame among all others is that of a recording that has drawn nothing before."""
    lesson = load_lesson(path)
    recording, timeline = Recording(lesson, SIZE), Timeline(lesson)
    with recording.painting():
        for step in range(1, timeline.end + 1):
            for number, frame in enumerate(frames_of(recording, timeline, step)):
                if number not in (3, 7, 10):
                    continue
                alone = Recording(lesson, SIZE)
                with alone.painting():
                    stage = timeline.stage_at(step - 1 + number / 10)
                    afresh = alone.frame(stage)
                where = f"step {step}, {number} tenths"
                assert frame.camera == afresh.camera, where
                assert drawn(recording, frame) == drawn(alone, afresh), where


def test_both_themes_draw_the_same_shapes(sidecar_lesson: Lesson) -> None:
    """Only colours are recorded in the dark: each shape has one there, and another."""
    recording, timeline = Recording(sidecar_lesson, SIZE), Timeline(sidecar_lesson)
    with recording.painting():
        ops = drawn(recording, recording.frame(timeline.stage_at(4.6)))
    pairs = [op[6] for op in ops]

    differing = 0
    for pair in pairs:
        assert isinstance(pair, tuple)
        light, dark = pair
        assert isinstance(light, Inks)
        assert isinstance(dark, Inks)
        assert (light.fill is None) == (dark.fill is None)
        assert (light.stroke is None) == (dark.stroke is None)
        differing += light != dark
    assert differing > len(pairs) * 0.8


@given(PIECES, PIECES)
def test_a_change_leads_from_one_frame_to_the_next(
    before: list[int], after: list[int]
) -> None:
    """Whatever differs, and however much."""
    assert applied(before, changed(before, after)) == tuple(after)


def test_one_piece_that_differs_is_all_that_is_told() -> None:
    """Also where pieces come between, or go."""
    assert changed((1, 2, 3), (1, 9, 3)) == (1, 9)
    assert changed((1, 2, 3), (1, 2, 7, 3)) == (-1, 2, 1, 7)
    assert changed((1, 2, 3), (1, 3)) == (-1, 1, 1)


def test_differences_rebuild_every_frame(lesson: Lesson) -> None:
    """Exactly, with their cameras."""
    recording = Recording(lesson, SIZE)
    frames = Frames(recording)
    with recording.painting():
        for _ in frames.run(Timeline(lesson)):
            pass
    listed = frames.listed()

    assert len(listed) > 40
    cameras = [frame.camera for frame in listed]
    assert rebuilt(differences(listed), cameras) == listed


def test_a_what_if_shares_the_frames_in_which_nothing_differs(
    sidecar_lesson: Lesson,
) -> None:
    """Only where it differs is anything recorded for it."""
    fails = [one for one in sidecar_lesson.what_ifs if one.id == "network-down"]
    lesson = replace(sidecar_lesson, what_ifs=(replace(fails[0], holds=(), steps=()),))
    films = film_of(lesson, SIZE)
    while True:
        try:
            done = next(films)
        except StopIteration as end:
            film = end.value
            break
        assert 0.0 < done <= 1.0
    usual, other = film.runs

    assert usual.moves[1:4] == other.moves[1:4]
    assert usual.moves[4] != other.moves[4]
    assert usual.ending >= 0
    assert other.ending == NOWHERE


def test_a_move_has_25_frames_a_second(sidecar_lesson: Lesson) -> None:
    """The last one is the step at rest."""
    lesson = replace(sidecar_lesson, what_ifs=(), steps=sidecar_lesson.steps[:1])
    recording = Recording(lesson, SIZE)
    frames = Frames(recording)
    timeline = Timeline(lesson)
    with recording.painting():
        steps = frames.run(timeline)
        assert next(steps) is None
        with pytest.raises(StopIteration) as end:
            next(steps)
        run = end.value.value
        rest = recording.frame(timeline.rest(1))

    assert len(run.moves[0]) == 25 * lesson.steps[0].seconds
    assert frames.listed()[run.moves[0][-1]] == rest
