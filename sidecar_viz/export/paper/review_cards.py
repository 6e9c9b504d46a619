"""Cards to learn from: a question, its answer beside it, to cut out and fold."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPdfWriter, QPen

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import bold
from sidecar_viz.export.contents.contents import Asked, contents
from sidecar_viz.export.paper.html import MUTED, marked, unmarked
from sidecar_viz.export.paper.page import draw_words, laid_out
from sidecar_viz.export.paper.pdf import MM, new_pdf

MARGIN, PAD, CUT = 10.0, 5.0, 0.25  # millimetres
ON_A_PAGE = 5
SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0)  # points
FOOT = 6.5  # points


class Card(Struct, frozen=True):
    """Both sides of a card, with light markup."""

    question: str
    answer: str
    brief: str = ""  # the answer without its reasons, where it has some


def review_cards(lesson: Lesson) -> tuple[Card, ...]:
    """Make a card of each key moment, each question and each what-if."""
    found = contents(course_of(lesson), notes=False)
    moments = (Card(m.question, m.answer) for m in found.key_moments)
    quiz = (_of_question(asked) for asked in found.quiz)
    others = (
        Card(what_if.title, what_if.summary)
        for what_if in found.what_ifs
        if what_if.summary
    )
    return (*moments, *quiz, *others)


def review_cards_pdf(lesson: Lesson) -> Iterator[tuple[bytes, float]]:
    """Make the cards as PDF, page by page, with how much is done then (0 to 1)."""
    cards = review_cards(lesson)
    with new_pdf(lesson.title, MARGIN, lesson.language) as pdf:
        with QPainter(pdf.writer) as painter:
            for first in range(0, len(cards), ON_A_PAGE):
                if first:
                    pdf.writer.newPage()
                _draw_page(
                    pdf.writer, painter, cards[first : first + ON_A_PAGE], lesson.title
                )
                yield pdf.taken(), first / len(cards)
        yield pdf.taken(), 1.0


def _of_question(asked: Asked) -> Card:
    options = "\n".join(f"{one.letter}  {one.text}" for one in asked.choices)
    brief = [
        bold(f"{f'{one.order}. ' if one.order else ''}{one.letter}  {one.text}")
        for one in asked.rights
    ]
    answers = (
        text + (f"\n{one.why}" if one.why else "")
        for text, one in zip(brief, asked.rights, strict=True)
    )
    how = f"\n{asked.how}" if asked.how else ""
    return Card(
        f"{asked.question}{how}\n\n{options}", "\n".join(answers), "\n".join(brief)
    )


def _draw_page(
    writer: QPdfWriter, painter: QPainter, cards: tuple[Card, ...], title: str
) -> None:
    page = QRectF(painter.viewport())
    high = page.height() / ON_A_PAGE
    for row, card in enumerate(cards):
        box = QRectF(0, row * high, page.width(), high)
        half = box.width() / 2
        for side, texts in enumerate(((card.question,), (card.answer, card.brief))):
            place = QRectF(box.x() + side * half, box.y(), half, high)
            _draw_side(writer, painter, place, texts, title)
        _draw_lines(painter, box)


def _draw_side(
    writer: QPdfWriter,
    painter: QPainter,
    box: QRectF,
    texts: tuple[str, ...],
    title: str,
) -> None:
    """Write the first text that fits, as large as it does, and whose card it is."""
    inner = box.adjusted(PAD * MM, PAD * MM, -PAD * MM, -PAD * MM)
    foot = laid_out(
        writer, f'<p style="{MUTED}">{unmarked(title)}</p>', inner.width(), FOOT
    )
    room = inner.height() - foot.size().height() - MM
    tried = ((text, points) for text in texts if text for points in SIZES)
    for text, points in tried:
        words = laid_out(writer, f"<p>{marked(text)}</p>", inner.width(), points)
        if words.size().height() <= room:
            break
    for document, top in (
        (words, inner.y()),
        (foot, inner.bottom() - foot.size().height()),
    ):
        painter.save()
        painter.translate(inner.x(), top)
        draw_words(painter, document)
        painter.restore()


def _draw_lines(painter: QPainter, box: QRectF) -> None:
    """Draw dashes to cut along, and dots to fold along."""
    pen = QPen(Qt.GlobalColor.black, CUT * MM)
    pen.setDashPattern([12.0, 8.0])
    painter.setPen(pen)
    painter.drawRect(box)
    pen.setDashPattern([1.0, 6.0])
    painter.setPen(pen)
    middle = box.center().x()
    painter.drawLine(QPointF(middle, box.top()), QPointF(middle, box.bottom()))
