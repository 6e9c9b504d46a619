"""Prints a lesson: each step with its picture and its words, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from sidecar_viz.core.beside.told import Told, cannot_happen, told
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, Question, WhatIf
from sidecar_viz.core.markup import rich
from sidecar_viz.export.pictures.stills import Stills
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import LIGHT, MONO, SANS

DPI = 300
MM = DPI / 25.4
MARGIN, GAP, BESIDE = 15.0, 6.0, 6.0  # millimetres
PICTURE = (840, 600)  # pixels
PICTURE_SHARE = 0.48  # of the width between the margins
BODY, SMALL = 10.5, 9.0  # points
STEP_HEAD = "font-size:13pt; font-weight:600"
LETTERS = "ABCDEF"


class Block(Struct, frozen=True):
    """A piece of the handout that is not split: words, and a picture to their left."""

    html: str
    picture: QImage | None = None


def handout_pdf(
    lesson: Lesson, *, teacher: bool, what_if: WhatIf | None = None
) -> Iterator[bytes]:
    """Make a PDF in A4, piece by piece; for a *teacher* with notes and answers.

    The first piece is the head, then comes one for each step from 0 on. Two thousand
    steps need no more memory than twenty, if nobody keeps the pieces.
    """
    written = _Written()
    writer = QPdfWriter(written.device)
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        )
    )
    writer.setTitle(lesson.title)
    with QPainter(writer) as painter:
        paper = _Paper(writer, painter)
        for block in _blocks(lesson, what_if, teacher=teacher):
            paper.draw(block)
            yield written.taken()
    yield written.taken()


class _Written:
    """What a PDF's writer writes, until it is taken out."""

    def __init__(self) -> None:
        self._bytes = QByteArray()
        self.device = QBuffer(self._bytes)
        self.device.open(QIODevice.OpenModeFlag.WriteOnly)

    def taken(self) -> bytes:
        """Take out what was written since; the writer counts itself where it is."""
        part = self._bytes.data()
        self._bytes.clear()
        self.device.seek(0)
        return bytes(part)


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


class _Paper:
    """Places blocks below each other; begins a page where one does not fit."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer, self._painter = writer, painter
        self._width, self._height = float(writer.width()), float(writer.height())
        self._at = 0.0

    def draw(self, block: Block) -> None:
        """Draw a block below the last one."""
        left = 0.0
        high = 0.0
        if block.picture is not None:
            wide = self._width * PICTURE_SHARE
            high = wide * block.picture.height() / block.picture.width()
            left = wide + BESIDE * MM
        words = self._laid(block.html, self._width - left)
        whole = max(high, words.size().height())
        if self._at and self._at + whole > self._height:
            self._writer.newPage()
            self._at = 0.0
        if block.picture is not None:
            box = QRectF(0, self._at, left - BESIDE * MM, high)
            self._painter.drawImage(box, block.picture)
        self._write(words, left)
        self._at += whole + GAP * MM

    def _laid(self, html: str, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        font = QFont(SANS)
        font.setPointSizeF(BODY)
        document.setDefaultFont(font)
        document.documentLayout().setPaintDevice(self._writer)
        document.setHtml(html)
        document.setPageSize(QSizeF(width, -1))
        document.setTextWidth(width)
        return document

    def _write(self, words: QTextDocument, left: float) -> None:
        """Write *words*, over several pages if they are too long for one."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))
        done, high = 0.0, words.size().height()
        while done < high:
            part = min(high - done, self._height - self._at)
            self._painter.save()
            self._painter.translate(left, self._at - done)
            clip = QRectF(0, done, self._width, part)
            self._painter.setClipRect(clip)
            context.clip = clip
            words.documentLayout().draw(self._painter, context)
            self._painter.restore()
            done += part
            if done < high:
                self._writer.newPage()
                self._at = 0.0


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
        words = f'<p style="{STEP_HEAD}">{_plain(lesson.ending.remember)}</p>'
        words += f"<p>{_rich(lesson.ending.note)}</p>"
        yield Block(words, stills.draw(timeline.rest(timeline.final)))
    yield from _list(
        lesson.headings.snapshot,
        [f"<li>{_rich(point)}</li>" for point in lesson.snapshot],
    )
    asked = [
        f"<li><b>{_rich(m.question)}</b>{_answer(m.answer) if teacher else ''}</li>"
        for m in lesson.key_moments
    ]
    yield from _list(lesson.headings.key_moments, asked)
    heading = f"<h2>{_plain(lesson.headings.quiz)}</h2>"
    for number, question in enumerate(lesson.quiz, start=1):
        words = _question(number, question, teacher=teacher)
        yield Block(heading * (number == 1) + words)


def _head(lesson: Lesson) -> str:
    minutes = f"{lesson.minutes} min" if lesson.minutes else ""
    about = " · ".join(filter(None, (lesson.subject, lesson.category, minutes)))
    return (
        f'<p style="font-size:20pt; font-weight:700">{_plain(lesson.title)}</p>'
        f'<p style="color:{LIGHT.muted}">{_plain(about)}</p>'
    )


def _other_course(what_if: WhatIf) -> str:
    return f"<h2>{_plain(what_if.title)}</h2><p>{_rich(what_if.summary)}</p>"


def _step(number: int, step: Told, *, teacher: bool) -> str:
    title = _plain(step.title)
    if step.blocked is not None and not step.retitled:
        title = f"<s>{title}</s>"
    parts = [f'<p style="{STEP_HEAD}">{number} · {title}</p>']
    if step.blocked is not None:
        why = step.blocked if step.retitled else cannot_happen(step.blocked)
        parts.append(f"<p><b>{_rich(why)}</b></p>")
    if further := step.caption if step.blocked is None else step.instead:
        parts.append(f"<p>{_rich(further)}</p>")
    small = f"font-size:{SMALL}pt; color:{LIGHT.muted}"
    if step.in_reality:
        parts.append(f'<p style="{small}">{_rich(step.in_reality)}</p>')
    if teacher and step.notes:
        parts.append(f'<p style="font-size:{SMALL}pt"><i>{_rich(step.notes)}</i></p>')
    return "".join(parts)


def _list(heading: str, items: list[str]) -> Iterator[Block]:
    if items:
        yield Block(f"<h2>{_plain(heading)}</h2><ul>{''.join(items)}</ul>")


def _answer(text: str) -> str:
    return f"<br>{_rich(text)}"


def _question(number: int, question: Question, *, teacher: bool) -> str:
    rows = []
    for letter, option in zip(LETTERS, question.options, strict=False):
        right = teacher and (option.right or option.order)
        text = f"{letter}  {_rich(option.text)}"
        text = f"{option.order}. {text}" if right and option.order else text
        why = f" – {_rich(option.why)}" if teacher and option.why else ""
        rows.append(f"<p>{f'<b>✓ {text}</b>' if right else text}{why}</p>")
    return f"<p><b>{number}. {_rich(question.question)}</b></p>{''.join(rows)}"


def _rich(text: str) -> str:
    return rich(text, MONO)


def _plain(text: str) -> str:
    return rich(text.replace("*", "").replace("`", ""), MONO)
