"""Draws worksheets: blanks, frames, boxes to tick, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.export.paper.blank_stage import blank_lesson, blank_stage
from sidecar_viz.export.paper.html import HEAD, MUTED, STEP_HEAD, marked, unmarked
from sidecar_viz.export.paper.page import Block, Page, Row
from sidecar_viz.export.paper.pdf import new_pdf
from sidecar_viz.export.paper.worksheet import (
    Blanks,
    Frame,
    Part,
    Ticks,
    Words,
    worksheet,
)
from sidecar_viz.export.pictures.stills import Stills
from sidecar_viz.paint.brush.theme import LIGHT

MARGIN = 15.0  # millimetres
PICTURE, SHARP = (640, 430), 2.0
WRITTEN, TIGHT, SHOWN = 14.0, 10.0, 5.0
"""How high (millimetres) a row is that is written in, one of words, and another."""
MANY = 6  # columns, from which on there is room for words alone
BELOW, HEADED = 62.0, 25.0  # millimetres: what stands below a heading, and a heading
NARROW = 0.35  # of a column's share: that of one with short texts alone
SHORT = 3  # letters
BOX, NUMBER = "☐", "____"
ANSWER = "font-weight:600"


def worksheet_pdf(
    lesson: Lesson, what_if: WhatIf | None, *, teacher: bool
) -> Iterator[tuple[bytes, float]]:
    """Make a sheet as PDF, piece by piece, with how much is done then (0 to 1)."""
    timeline = Timeline(lesson, what_if)
    parts = tuple(worksheet(timeline.course, teacher=teacher))
    drawn = _Drawn(timeline)
    with new_pdf(lesson.title, MARGIN, lesson.language) as pdf:
        with QPainter(pdf.writer) as painter:
            page = Page(pdf.writer, painter)
            followed = zip(parts, (*parts[1:], None), strict=True)
            for number, (part, after) in enumerate(followed, start=1):
                if isinstance(part, Words):
                    page.draw(_words(part, _wanted(page, after) if part.leads else 0.0))
                else:
                    _draw(page, part, drawn)
                yield pdf.taken(), number / (len(parts) + 1)
        yield pdf.taken(), 1.0


class _Drawn:
    """The pictures of a sheet, each drawn when it is wanted."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._stills = Stills(timeline.lesson, PICTURE, LIGHT, sharp=SHARP)
        self._blank = Stills(blank_lesson(timeline.lesson), PICTURE, LIGHT, sharp=SHARP)

    def of(self, step: int | None) -> QImage:
        """Draw a step, or the stage to draw on."""
        if step is None:
            return self._blank.draw(blank_stage(self._timeline))
        return self._stills.draw(self._timeline.rest(step))


def _wanted(page: Page, after: Part | None) -> float:
    """Return how much room a heading leaves: no table is parted that need not be."""
    if not isinstance(after, Blanks):
        return BELOW
    high = page.table_high(shares(after), _rows(after))
    return high if high < page.high - HEADED else BELOW


def _draw(page: Page, part: Blanks | Frame | Ticks, drawn: _Drawn) -> None:
    if isinstance(part, Blanks):
        page.table(shares(part), _rows(part))
    elif isinstance(part, Frame):
        label = f'<p style="{MUTED}">{unmarked(part.label)}</p>'
        html = f"{label}<p>{marked(part.text)}</p>"
        page.draw(Block(html, drawn.of(part.step), part.lines))
    else:
        page.draw(Block(_ticks(part)))


def _words(part: Words, below: float) -> Block:
    parts = []
    if part.head:
        style = HEAD if part.faint else STEP_HEAD
        parts.append(f'<p style="{style}">{unmarked(part.head)}</p>')
    if part.text:
        style = f' style="{MUTED}"' if part.faint else ""
        parts.append(f"<p{style}>{marked(part.text)}</p>")
    return Block("".join(parts), lines=part.lines, below=below)


def shares(part: Blanks) -> tuple[float, ...]:
    """Divide the width: columns with short texts alone, as numbers, are narrow."""
    wide = [
        NARROW if number < part.given and _is_short(part, number) else 1.0
        for number in range(len(part.columns))
    ]
    return tuple(share / sum(wide) for share in wide)


def _is_short(part: Blanks, column: int) -> bool:
    return all(len(row[column] or "") <= SHORT for row in part.rows)


def _rows(part: Blanks) -> list[Row]:
    head = tuple(f"<b>{unmarked(text)}</b>" for text in part.columns)
    rows = [Row(head, SHOWN, head=True)]
    written = WRITTEN if len(part.columns) < MANY else TIGHT
    for texts in part.rows:
        high = written if None in texts else SHOWN
        cells = tuple(
            _filled(text or "", answer=number >= part.given)
            for number, text in enumerate(texts)
        )
        rows.append(Row(cells, high))
    return rows


def _filled(text: str, *, answer: bool) -> str:
    written = marked(text)
    return f'<span style="{ANSWER}">{written}</span>' if answer and text else written


def _ticks(part: Ticks) -> str:
    how = f"<br>{marked(part.how)}" if part.how else ""
    rows = [f"<p><b>{part.number}. {marked(part.question)}</b>{how}</p>"]
    whys = part.whys or ("",) * len(part.options)
    for option, tick, why in zip(part.options, part.ticked, whys, strict=True):
        text = marked(option)
        box = NUMBER if part.ordered else BOX
        text = f"<b>{tick}  {text}</b>" if tick else f"{box}  {text}"
        rows.append(f"<p>{text}{f' – {marked(why)}' if why else ''}</p>")
    return "".join(rows)
