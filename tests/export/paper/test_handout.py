"""The handout: a whole lesson on paper."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.paper.handout import _blocks, handout_pdf
from sidecar_viz.paint.brush.fonts import load_fonts

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    """Write with the bundled fonts."""
    del qapp
    load_fonts(FONTS)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_every_step_is_on_paper(sidecar_lesson: Lesson) -> None:
    """Seven pictures and the ending's, three to a page, and what follows them."""
    pdf = b"".join(handout_pdf(sidecar_lesson, teacher=False))

    assert pdf.startswith(b"%PDF")
    assert page_count(pdf) == 4
    assert pdf.count(b"/Subtype /Image") >= 8


def test_notes_and_answers_take_room(sidecar_lesson: Lesson) -> None:
    """The teacher's is a page longer where there are many questions."""
    lesson = replace(sidecar_lesson, quiz=sidecar_lesson.quiz * 8)
    pupils, notes = (
        page_count(b"".join(handout_pdf(lesson, teacher=who))) for who in (False, True)
    )
    assert notes == pupils + 1


def test_a_handout_comes_piece_by_piece(sidecar_lesson: Lesson) -> None:
    """None holds another step's picture; the last one knows where everything is."""
    pieces = list(handout_pdf(replace(sidecar_lesson, ending=None), teacher=True))
    pictures = [piece.count(b"/Subtype /Image") for piece in pieces]

    steps = len(sidecar_lesson.steps) + 1
    assert pictures[0] == 0
    assert all(0 < found <= 2 for found in pictures[1 : steps + 1])
    assert not any(pictures[steps + 1 :])
    pdf = b"".join(pieces)
    table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    assert pdf[table:].startswith(b"xref")


def test_the_margins_are_millimetres(sidecar_lesson: Lesson) -> None:
    """Printers leave a few of them white: 15 mm at each side are enough for all."""
    pdf = b"".join(handout_pdf(sidecar_lesson, teacher=False))
    first = PdfReader(io.BytesIO(pdf), strict=True).pages[0]
    places: list[float] = []

    def place(_: str, matrix: list[float], inner: list[float], *_more: object) -> None:
        places.append(matrix[0] * inner[4] + matrix[2] * inner[5] + matrix[4])

    first.extract_text(visitor_text=place)
    millimetre = 72 / 25.4
    assert min(x for x in places if x > 0) == pytest.approx(15 * millimetre, abs=1.5)


def words_of(lesson: Lesson, *, teacher: bool) -> str:
    """Join all words of a handout, without their form."""
    return " ".join(
        unescape(re.sub(r"<[^>]*>", "", block.html))
        for block in _blocks(lesson, teacher=teacher)
    )


def test_every_word_of_the_lesson_is_on_paper(sidecar_lesson: Lesson) -> None:
    """Captions, what is to be remembered, questions and options, for everybody."""
    lesson = sidecar_lesson
    words = words_of(lesson, teacher=False)

    asked = [option.text for question in lesson.quiz for option in question.options]
    texts = [lesson.title, *(step.caption for step in lesson.steps), *lesson.snapshot]
    texts += [question.question for question in lesson.quiz]
    texts += [moment.question for moment in lesson.key_moments]
    assert [text for text in (*texts, *asked) if plain(text) not in words] == []


def test_pupils_get_no_answers(sidecar_lesson: Lesson) -> None:
    """Notes, answers, what is right and why stand on the teacher's paper only."""
    lesson = sidecar_lesson
    pupils, teacher = (words_of(lesson, teacher=who) for who in (False, True))

    secret = [moment.answer for moment in lesson.key_moments]
    secret += [step.notes for step in lesson.steps if step.notes]
    secret += [o.why for question in lesson.quiz for o in question.options if o.why]
    assert [text for text in (*secret, "✓") if plain(text) not in teacher] == []
    assert [text for text in (*secret, "✓") if plain(text) in pupils] == []


def test_a_very_long_text_goes_on_to_the_next_page(lesson: Lesson) -> None:
    """It begins on a page of its own; a lesson with hardly anything is one page."""
    short = replace(lesson, steps=lesson.steps[:1])
    long = replace(lesson.steps[0], caption="word " * 790)

    assert page_count(b"".join(handout_pdf(short, teacher=True))) == 1
    assert (
        page_count(b"".join(handout_pdf(replace(lesson, steps=(long,)), teacher=True)))
        == 3
    )


def test_a_what_if_is_printed_as_it_is_told(sidecar_lesson: Lesson) -> None:
    """With its question, why steps cannot happen, and nothing of the lesson's notes."""
    what_if = next(w for w in sidecar_lesson.what_ifs if w.id == "network-down")
    words = " ".join(
        unescape(re.sub(r"<[^>]*>", "", block.html))
        for block in _blocks(sidecar_lesson, what_if, teacher=True)
    )
    step = sidecar_lesson.steps[4]

    assert what_if.title in words
    assert f"Cannot happen: {what_if.fails[0].why}" in words
    beyond_the_reason = plain(what_if.steps[0].caption).split(". ", 1)[1]
    assert beyond_the_reason in words
    assert words.count("The network is down") == 1
    assert plain(step.caption) not in words
    assert step.notes not in words
    assert sidecar_lesson.steps[3].notes in words
