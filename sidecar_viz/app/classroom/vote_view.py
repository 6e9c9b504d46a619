"""The vote as the class sees it: question, options, bars; readable from afar."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.app.classroom.vote_bars import VoteBar, draw_bar
from sidecar_viz.app.classroom.vote_words import (
    LETTERS,
    bar_words,
    heard,
    result_words,
    stage_words,
    tr,
)
from sidecar_viz.app.look.fitting import largest_that_fits
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.core.learning.vote import Vote, percents
from sidecar_viz.core.lesson import Question
from sidecar_viz.core.markup import plain
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, SEMIBOLD, font
from sidecar_viz.paint.kinds.icons import draw_tone

# Sizes at 1080p. Nothing the class reads is smaller than 28 as long as it fits.
HEAD, QUESTION, OPTION, NUMBER = 30, 46, 36, 32
MARGIN, GAP, PAD, BADGE, BAR = 48, 16, 16, 58, 38
SHRINKS = (1.3, 1.15, 1.0, 0.94, 0.88, 0.82, 0.78, 0.7, 0.62, 0.54, 0.46, 0.38, 0.3)


class _Row(NamedTuple):
    """An option laid out: its text, and how high it must be."""

    text: WrappedText
    height: float


class _Page(NamedTuple):
    """Everything laid out at one size."""

    scale: float
    head: WrappedText
    question: WrappedText
    rows: tuple[_Row, ...]
    height: float


class VoteView(QWidget):
    """Paints a question and its vote as large as there is room.

    Attributes:
        labels: where what is asked is answered, if anywhere: to a screen reader this
            is the label of it, and not read a second time with the dialog.
    """

    heard_as: Final = "text"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: QWidget | None = None
        self._look = Look()
        self._question: Question | None = None
        self._vote: Vote | None = None
        self._place = ""
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)

    def show_vote(self, question: Question, vote: Vote, place: str) -> None:
        """Show this; *place* says which question it is of how many."""
        self._question, self._vote, self._place = question, vote, place
        self.setAccessibleName(f"{place}. {heard(question, vote)}")
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw the vote in this look."""
        self._look = look
        self.update()

    def text_size(self) -> float:
        """Return how large the options are written now, in pixels."""
        page = self._page()
        return self._size(OPTION, page.scale) if page else 0.0

    def fits(self) -> bool:
        """Return whether all of it can be seen."""
        page = self._page()
        return page is None or page.height <= self.height()

    def _size(self, size: float, scale: float) -> float:
        return max(8.0, size * self._look.ui * self._look.text * scale)

    def _page(self) -> _Page | None:
        """Everything laid out, shrunk only as far as it must be."""
        question, vote = self._question, self._vote
        if question is None or vote is None:
            return None
        pages = (self._laid(question, vote, scale) for scale in SHRINKS)
        page, _ = largest_that_fits(pages, lambda page: page.height, self.height())
        return page

    def _laid(self, question: Question, vote: Vote, scale: float) -> _Page:
        px = self._look.px
        inner = self.width() - 2 * px(MARGIN)
        head = laid(
            self._head_words(vote), font(self._size(HEAD, scale), SEMIBOLD), inner
        )
        big = font(self._size(QUESTION, scale), BOLD)
        asked = laid(plain(question.question), big, inner)
        room = inner - self._badge(scale) - 3 * px(PAD)
        rows = tuple(
            self._row(plain(option.text), room, vote, scale)
            for option in question.options
        )
        height = head.height + asked.height + 2 * px(MARGIN) * min(1.0, scale)
        height += sum(row.height + px(GAP) for row in rows) + px(GAP)
        return _Page(scale, head, asked, rows, height)

    def _row(self, text: str, room: float, vote: Vote, scale: float) -> _Row:
        px = self._look.px
        if vote.stage == "answer":
            room -= self._size(OPTION, scale) * 8
        written = laid(text, font(self._size(OPTION, scale), MEDIUM), room)
        height = max(written.height, self._badge(scale)) + 2 * px(PAD)
        bars = len(self._bars(vote, 0))
        height += bars * (self._bar(scale) + px(PAD) / 2)
        return _Row(written, height)

    def _badge(self, scale: float) -> float:
        return max(self._look.px(BADGE) * scale, self._size(OPTION, scale) * 1.4)

    def _bar(self, scale: float) -> float:
        return max(self._look.px(BAR) * scale, self._size(NUMBER, scale) * 1.2)

    def _head_words(self, vote: Vote) -> str:
        parts = [self._place, stage_words(vote)]
        if vote.stage == "answer" and result_words(vote):
            parts[1] = result_words(vote)
        return "  ·  ".join(parts)

    def _bars(self, vote: Vote, place: int) -> tuple[VoteBar, ...]:
        if vote.counting or vote.empty:
            return ()
        first = VoteBar(
            vote.first[place],
            percents(vote.first)[place],
            solid=False,
        )
        if vote.stage == "bars" or not any(vote.second):
            return (first._replace(solid=True),)
        second = VoteBar(
            vote.second[place],
            percents(vote.second)[place],
            name=tr("2nd"),
        )
        return (first._replace(name=tr("1st")), second)

    def sizeHint(self) -> QSize:
        """Most of a screen."""
        return QSize(self._look.px(1200), self._look.px(700))

    def minimumSizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(320, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page."""
        page = self._page()
        if page is None or self._vote is None:
            return
        px, theme = self._look.px, self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            spare = max(0.0, self.height() - page.height)
            gap = px(GAP) + min(px(26), spare / (len(page.rows) + 2))
            y = px(MARGIN) * min(1.0, page.scale) + min(spare / 4, px(20))
            page.head.draw(painter, px(MARGIN), y, theme.muted)
            y += page.head.height + px(GAP) / 2
            page.question.draw(painter, px(MARGIN), y, theme.ink)
            y += page.question.height + gap
            for place, row in enumerate(page.rows):
                width = self.width() - 2 * px(MARGIN)
                box = QRectF(px(MARGIN), y, width, row.height)
                self._draw_row(painter, place, row, box, page.scale)
                y += row.height + gap

    def _draw_row(
        self, painter: QPainter, place: int, row: _Row, box: QRectF, scale: float
    ) -> None:
        vote = self._vote
        if vote is None:
            return
        theme, px = self._look.theme, self._look.px
        right = vote.stage == "answer" and place == vote.right
        shade = theme.good
        width = max(4.0, px(4)) if right else max(1.5, px(2))
        painter.setPen(QPen(QColor(shade.line if right else theme.edge), width))
        painter.setBrush(QColor(shade.soft if right else theme.surface))
        painter.drawRoundedRect(box, px(14), px(14))
        side, pad = self._badge(scale), px(PAD)
        badge = QRectF(box.left() + pad, box.top() + pad, side, side)
        self._draw_badge(painter, badge, LETTERS[place], scale, right=right)
        high = max(row.text.height, side)
        top = box.top() + pad + (high - row.text.height) / 2
        left = badge.right() + pad
        row.text.draw(painter, left, top, theme.ink)
        if right:
            self._draw_right(painter, box, pad, high, scale)
        y = box.top() + pad + high + px(PAD) / 2
        bars = self._bars(vote, place)
        names = tuple(bar.name for bar in bars if bar.name)
        for bar in bars:
            place_of = QRectF(left, y, box.right() - pad - left, self._bar(scale))
            words = bar_words(bar.votes, bar.percent)
            made = font(self._size(NUMBER, scale), SEMIBOLD)
            draw_bar(
                painter,
                bar,
                place_of,
                words,
                made,
                self._look,
                names=names,
                right=right,
            )
            y += self._bar(scale) + px(PAD) / 2

    def _draw_badge(
        self, painter: QPainter, box: QRectF, letter: str, scale: float, *, right: bool
    ) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        fill = theme.good.line if right else theme.accent
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, self._look.px(10), self._look.px(10))
        painter.setPen(QColor(theme.bg if right and theme.dark else theme.on_accent))
        painter.setFont(font(self._size(OPTION, scale), BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _draw_right(
        self, painter: QPainter, box: QRectF, pad: int, high: float, scale: float
    ) -> None:
        """Draw a tick and the words: the colour alone does not say it."""
        size = self._size(NUMBER, scale)
        made = font(size, BOLD)
        words = laid(tr("Right answer"), made, box.width())
        left = box.right() - 2 * pad - words.width
        middle = box.top() + pad + high / 2
        colour = QColor(self._look.theme.good.text)
        words.draw(painter, left, middle - words.height / 2, colour.name())
        at = QPointF(left - size, middle)
        draw_tone(painter, "good", at.x(), at.y(), size * 0.42, colour)
