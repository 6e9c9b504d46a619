"""Prints a lesson: each step with its picture and its words, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPainter

from sidecar_viz.core.beside.told import Told, cannot_happen, told
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, Question, WhatIf
from sidecar_viz.export.paper.html import HEAD, MUTED, STEP_HEAD, marked, unmarked
from sidecar_viz.export.paper.page import SMALL, Block, Page
from sidecar_viz.export.paper.pdf import new_pdf
from sidecar_viz.export.pictures.stills import Stills
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import LIGHT

MARGIN = 15.0  # millimetres
PICTURE = (840, 600)  # pixels
LETTERS = "ABCDEF"


def handout_pdf(
    lesson: Lesson, *, teacher: bool, what_if: WhatIf | None = None
) -> Iterator[bytes]:
    """Make a PDF in A4, piece by piece; for a *teacher* with notes and answers.

    The first piece is the head, then comes one for each step from 0 on. Two thousand
    steps need no more memory than twenty, if nobody keeps the pieces.
    """
    with new_pdf(lesson.title, MARGIN, lesson.language) as pdf:
        with QPainter(pdf.writer) as painter:
            paper = Page(pdf.writer, painter)
            for block in _blocks(lesson, what_if, teacher=teacher):
                paper.draw(block)
                yield pdf.taken()
        yield pdf.taken()


def printed_handout(
    lesson: Lesson, *, teacher: bool, fonts: Path, what_if: WhatIf | None = None
) -> Iterator[bytes]:
    """Make a PDF of all steps as `handout_pdf` does, without a running program.

    Args:
        teacher: with notes and answers.
        what_if: what to show instead of the lesson's own course.
        fonts: the folder of the bundled fonts.
    """
    application = QGuiApplication.instance() or QGuiApplication(["sidecar-viz"])
    load_fonts(fonts)
    yield from handout_pdf(lesson, teacher=teacher, what_if=what_if)
    del application


def _blocks(
    lesson: Lesson, what_if: WhatIf | None = None, *, teacher: bool
) -> Iterator[Block]:
    yield Block(_head(lesson) + (_other_course(what_if) if what_if else ""))
    timeline, stills = Timeline(lesson, what_if), Stills(lesson, PICTURE, LIGHT)
    for number in range(timeline.end + 1):
        picture = stills.draw(timeline.rest(number))
        html = _step(number, told(timeline.course, number), teacher=teacher)
        yield Block(html, picture)
    if lesson.ending is not None and what_if is None:
        words = f'<p style="{STEP_HEAD}">{unmarked(lesson.ending.remember)}</p>'
        words += f"<p>{marked(lesson.ending.note)}</p>"
        yield Block(words, stills.draw(timeline.rest(timeline.final)))
    yield from _list(
        lesson.headings.snapshot,
        [f"<li>{marked(point)}</li>" for point in lesson.snapshot],
    )
    asked = [
        f"<li><b>{marked(m.question)}</b>{_answer(m.answer) if teacher else ''}</li>"
        for m in lesson.key_moments
    ]
    yield from _list(lesson.headings.key_moments, asked)
    heading = f"<h2>{unmarked(lesson.headings.quiz)}</h2>"
    for number, question in enumerate(lesson.quiz, start=1):
        words = _question(number, question, teacher=teacher)
        yield Block(heading * (number == 1) + words)


def _head(lesson: Lesson) -> str:
    minutes = f"{lesson.minutes} min" if lesson.minutes else ""
    about = " · ".join(filter(None, (lesson.subject, lesson.category, minutes)))
    return (
        f'<p style="{HEAD}">{unmarked(lesson.title)}</p>'
        f'<p style="{MUTED}">{unmarked(about)}</p>'
    )


def _other_course(what_if: WhatIf) -> str:
    return f"<h2>{unmarked(what_if.title)}</h2><p>{marked(what_if.summary)}</p>"


def _step(number: int, step: Told, *, teacher: bool) -> str:
    title = unmarked(step.title)
    if step.blocked is not None and not step.retitled:
        title = f"<s>{title}</s>"
    parts = [f'<p style="{STEP_HEAD}">{number} · {title}</p>']
    if step.blocked is not None:
        why = step.blocked if step.retitled else cannot_happen(step.blocked)
        parts.append(f"<p><b>{marked(why)}</b></p>")
    if further := step.caption if step.blocked is None else step.instead:
        parts.append(f"<p>{marked(further)}</p>")
    small = f"font-size:{SMALL}pt; {MUTED}"
    if step.in_reality:
        parts.append(f'<p style="{small}">{marked(step.in_reality)}</p>')
    if teacher and step.notes:
        parts.append(f'<p style="font-size:{SMALL}pt"><i>{marked(step.notes)}</i></p>')
    return "".join(parts)


def _list(heading: str, items: list[str]) -> Iterator[Block]:
    if items:
        yield Block(f"<h2>{unmarked(heading)}</h2><ul>{''.join(items)}</ul>")


def _answer(text: str) -> str:
    return f"<br>{marked(text)}"


def _question(number: int, question: Question, *, teacher: bool) -> str:
    rows = []
    for letter, option in zip(LETTERS, question.options, strict=False):
        right = teacher and (option.right or option.order)
        text = f"{letter}  {marked(option.text)}"
        text = f"{option.order}. {text}" if right and option.order else text
        why = f" – {marked(option.why)}" if teacher and option.why else ""
        rows.append(f"<p>{f'<b>✓ {text}</b>' if right else text}{why}</p>")
    return f"<p><b>{number}. {marked(question.question)}</b></p>{''.join(rows)}"
