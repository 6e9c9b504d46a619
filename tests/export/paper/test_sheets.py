"""Worksheets on paper: room for the pupils, answers for the teacher alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.paper.sheets import shares, worksheet_pdf
from sidecar_viz.export.paper.worksheet import Blanks
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts
from tests.export.paper.readings import (
    dense,
    pictures_in,
    reader_of,
    secrets_of,
    squeezed,
    streams_of,
    told_in,
    words_in,
)

ROOT = Path(__file__).parents[3]
LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    """Write with the bundled fonts."""
    del qapp
    load_fonts(ROOT / "resources" / "fonts")


def sheet(lesson: Lesson, *, teacher: bool) -> bytes:
    """Make a worksheet."""
    return b"".join(data for data, _ in worksheet_pdf(lesson, None, teacher=teacher))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_no_answer_is_anywhere_in_the_pupils_file(path: Path) -> None:
    """Neither in text, seen or not, nor in metadata, attachments, bookmarks, pixels."""
    lesson = load_lesson(path)
    secrets = secrets_of(lesson)

    pupils = sheet(lesson, teacher=False)

    assert len(secrets) > 60
    assert told_in(pupils, secrets) == set()
    assert reader_of(pupils).attachments == {}
    assert reader_of(pupils).outline == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_no_step_is_in_the_pupils_pictures(path: Path) -> None:
    """They are the same where the steps do nothing at all; the teacher's are not."""
    lesson = load_lesson(path)
    idle = replace(
        lesson,
        steps=tuple(
            replace(step, actors=(), links=(), sends=()) for step in lesson.steps
        ),
    )
    pupils, teacher, at_rest = (
        pictures_in(sheet(one, teacher=who))
        for one, who in ((lesson, False), (lesson, True), (idle, False))
    )

    assert len(pupils) == len(teacher) >= 2
    assert pupils == at_rest
    assert not set(pupils) & set(teacher)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_the_teachers_file_has_the_answers(path: Path) -> None:
    """Cells, moments and reasons: so the search for them finds what is there."""
    lesson = load_lesson(path)
    answers = [moment.answer for moment in lesson.key_moments]
    answers += [o.why for q in lesson.quiz for o in q.options if o.why]
    answers += lesson.snapshot

    told = dense(words_in(sheet(lesson, teacher=True)))

    assert [a for a in answers if dense(plain(a)) not in told] == []
    assert len(told_in(sheet(lesson, teacher=True), secrets_of(lesson))) > 30


def test_an_answer_that_slips_in_is_found(sidecar_lesson: Lesson) -> None:
    """As the caption of a step in a question would be."""
    secret = sidecar_lesson.key_moments[0].answer
    moment = sidecar_lesson.key_moments[1]
    leaky = type(moment)(id="leak", question=f"Is it so? {secret}", answer="Yes.")
    pupils = sheet(replace(sidecar_lesson, key_moments=(leaky,)), teacher=False)

    assert told_in(pupils, secrets_of(sidecar_lesson)) == {squeezed(plain(secret))}


def test_pupils_have_room_to_write(sidecar_lesson: Lesson) -> None:
    """Three pages, of which none is empty; no table is parted, no heading alone."""
    reader = reader_of(sheet(sidecar_lesson, teacher=False))

    assert len(reader.pages) == 3
    texts = [squeezed(page.extract_text()) for page in reader.pages]
    assert all(len(text) > 60 for text in texts)
    assert texts[0].startswith(f"{sidecar_lesson.title} Kubernetes · devops · 10 min")
    assert "Name ____" in texts[0]
    assert texts[0].endswith("Network Connection Inactive")
    assert texts[1].startswith("Key moments Draw into the picture")
    assert texts[-1].endswith("What I take home")


def test_what_is_copied_has_spaces(sidecar_lesson: Lesson) -> None:
    """Fonts have one glyph for spaces and tabs; a reader is told that it is a space."""
    maps = streams_of(sheet(sidecar_lesson, teacher=True))

    assert any(b"begincmap" in data for data in maps)
    assert not any(b"<0009>" in data for data in maps if b"begincmap" in data)


def test_columns_with_numbers_are_narrow() -> None:
    """So that there is room for what is written."""
    table = Blanks(("Step", "Action", "State"), (("1", "It starts", None),), 2)

    narrow, *others = shares(table)
    assert others[0] == others[1] > 2 * narrow
    assert narrow + sum(others) == pytest.approx(1.0)
