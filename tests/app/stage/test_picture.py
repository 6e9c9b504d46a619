"""The picture of a stage, on any surface."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.stage.picture import StagePicture
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import ROOT

pytestmark = pytest.mark.usefixtures("qapp")
SENDING = 1.8
"""Where in the ambassador lesson something travels that arrives."""


def surface(wide: int = 400, high: int = 360) -> QImage:
    """Make something to paint on."""
    return QImage(wide, high, QImage.Format.Format_RGB32)


def painted(picture: StagePicture, on: QImage) -> QImage:
    """Paint a picture, and give what was painted on."""
    painter = QPainter(on)
    picture.paint(painter)
    painter.end()
    return on


def test_on_a_surface_of_another_ratio_it_is_laid_out_anew(
    qapp: QApplication, lesson: Lesson
) -> None:
    """A window that is taken to a finer screen is as sharp as that can be."""
    del qapp
    paper = surface()
    picture = StagePicture(paper)
    picture.show_lesson(lesson)
    picture.show_stage(Timeline(lesson).rest(0))
    assert picture.painter() is picture.painter()
    assert picture.painter().ratio == 1.0

    paper.setDevicePixelRatio(2.0)

    assert picture.painter().ratio == 2.0


def test_a_still_is_the_picture_without_rings(lesson: Lesson) -> None:
    """What is taken along on the way to another view belongs to no view."""
    paper = surface()
    picture = StagePicture(paper)
    picture.show_lesson(lesson)
    picture.show_stage(Timeline(lesson).rest(0))
    plain = painted(picture, paper).copy()
    picture.mark(frozenset({"app"}))

    assert picture.still().toImage().convertToFormat(plain.format()) == plain
    assert painted(picture, paper) != plain


def test_what_another_run_has_otherwise_is_ringed(lesson: Lesson) -> None:
    """Actors and links; the same again asks for no painting, and a still has none."""
    paper = surface()
    picture = StagePicture(paper)
    picture.show_lesson(lesson)
    picture.show_stage(Timeline(lesson).rest(0))
    plain = painted(picture, paper).copy()

    for ids in (frozenset({"app"}), frozenset({"mount"})):
        assert not picture.differ(ids).isEmpty()
        assert picture.differ(ids).isEmpty()
        assert painted(picture, paper) != plain
    assert picture.still().toImage().convertToFormat(plain.format()) == plain
    assert not picture.differ(frozenset()).isEmpty()
    assert painted(picture, paper) == plain


def test_it_is_ready_once_it_is_laid_out(lesson: Lesson) -> None:
    """To lay out costs much; nothing is laid out before it is needed."""
    picture = StagePicture(surface())
    picture.show_lesson(lesson)
    picture.show_stage(Timeline(lesson).rest(0))
    assert not picture.ready
    picture.painter()
    assert picture.ready
    picture.forget()
    assert not picture.ready
    picture.painter()
    picture.show_lesson(lesson)

    assert not picture.ready


def test_the_same_marks_are_painted_once() -> None:
    """Not again on a moment in which something is on its way."""
    lesson = load_lesson(ROOT / "lessons" / "ambassador" / "lesson.yaml")
    moment = Timeline(lesson).stage_at(SENDING)
    assert moment.chips
    picture = StagePicture(surface())
    picture.show_lesson(lesson)
    picture.show_stage(moment)
    marks = frozenset({"proxy"})
    assert not picture.mark(marks).isEmpty()

    assert picture.mark(marks).isEmpty()
    assert picture.show_stage(moment).isEmpty()


def test_the_step_s_actors_are_in_focus(sidecar_lesson: Lesson) -> None:
    """They are what the teacher comes near to when nothing is pointed at."""
    moment = Timeline(sidecar_lesson).rest(4)
    picture = StagePicture(surface())
    assert picture.in_focus() == ()
    picture.show_lesson(sidecar_lesson)
    picture.show_stage(moment)

    found = picture.in_focus()
    assert set(found) == {state.id for state in moment.actors if state.focus}
    assert 0 < len(found) < len(moment.actors)
