"""The handout: a whole lesson on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.handout import handout_pdf
from sidecar_viz.paint.brush.fonts import load_fonts

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    """Write with the bundled fonts."""
    del qapp
    load_fonts(FONTS)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_every_step_is_on_paper(sidecar_lesson: Lesson) -> None:
    """Seven pictures, three to a page, and what follows them."""
    pdf = handout_pdf(sidecar_lesson, teacher=False)

    assert pdf.startswith(b"%PDF")
    assert 3 <= page_count(pdf) <= 5
    assert pdf.count(b"/Subtype /Image") >= 7


def test_notes_and_answers_take_room(sidecar_lesson: Lesson) -> None:
    """The teacher's is longer than the pupils'."""
    pupils = handout_pdf(sidecar_lesson, teacher=False)
    teacher = handout_pdf(sidecar_lesson, teacher=True)

    assert page_count(teacher) >= page_count(pupils)
    assert teacher != pupils


def test_a_very_long_text_goes_on_to_the_next_page(lesson: Lesson) -> None:
    """And a lesson with hardly anything in it is one page."""
    assert page_count(
        handout_pdf(replace(lesson, steps=lesson.steps[:1]), teacher=True)
    )
    long = replace(lesson.steps[0], caption="word " * 790)
    pages = page_count(handout_pdf(replace(lesson, steps=(long,) * 1), teacher=True))
    assert pages >= 2
