"""The vote as the class sees it: question, options, bars; readable from afar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.app.classroom.vote_bars import draw_bar
from sidecar_viz.app.classroom.vote_page import (
    GAP,
    MARGIN,
    NUMBER,
    OPTION,
    PAD,
    Arrangement,
    Placed,
    Row,
    Shown,
    Sizes,
    arranged,
)
from sidecar_viz.app.classroom.vote_picture import PicturePainter, VotePicture
from sidecar_viz.app.classroom.vote_words import LETTERS, bar_words, heard
from sidecar_viz.app.look.look import DESIGN_HEIGHT, DESIGN_WIDTH, Look
from sidecar_viz.app.look.wrapped_text import laid
from sidecar_viz.core.learning.vote import Vote
from sidecar_viz.core.lesson import Question
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD, font
from sidecar_viz.paint.kinds.icons import draw_tone


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
        self._shown: Shown | None = None
        self._pictures = PicturePainter()
        self._arranged: tuple[object, Arrangement] | None = None
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)

    def show_vote(
        self,
        question: Question,
        vote: Vote,
        place: str,
        picture: VotePicture | None = None,
    ) -> None:
        """Show this; *place* says which question it is of how many."""
        self._shown = Shown(question, vote, place, picture)
        self.setAccessibleName(f"{place}. {heard(question, vote)}")
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw the vote in this look."""
        self._look = look
        self.update()

    def text_size(self) -> float:
        """Return how large the options are written now, in pixels."""
        arrangement = self.arrangement()
        return arrangement.page.sizes.text(OPTION) if arrangement else 0.0

    def fits(self) -> bool:
        """Return whether all of it can be seen."""
        arrangement = self.arrangement()
        return arrangement is None or arrangement.page.height <= self.height()

    def arrangement(self) -> Arrangement | None:
        """Return how everything is laid out now; None before there is anything."""
        if self._shown is None:
            return None
        room, display = (self.width(), self.height()), self.window().size()
        high = min(display.height(), display.width() * DESIGN_HEIGHT / DESIGN_WIDTH)
        key = (self._shown, self._look, room, high)
        if self._arranged is None or self._arranged[0] != key:
            made = arranged(self._shown, self._look, room, high, self._pictures)
            self._arranged = (key, made)
        return self._arranged[1]

    def sizeHint(self) -> QSize:
        """Most of a screen."""
        return QSize(self._look.px(1200), self._look.px(700))

    def minimumSizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(320, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, and the picture beside it."""
        arrangement, shown = self.arrangement(), self._shown
        if arrangement is None or shown is None:
            return
        px, theme = self._look.px, self._look.theme
        page, width = arrangement.page, arrangement.width - 2 * px(MARGIN)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if arrangement.picture is not None and shown.picture is not None:
                self._draw_picture(painter, shown.picture, arrangement.picture)
            spare = max(0.0, self.height() - page.height)
            gap = px(GAP) + min(px(26), spare / (len(page.rows) + 2))
            y = px(MARGIN) * min(1.0, page.sizes.scale) + min(spare / 4, px(20))
            page.head.draw(painter, px(MARGIN), y, theme.muted)
            y += page.head.height + px(GAP) / 2
            page.question.draw(painter, px(MARGIN), y, theme.ink)
            y += page.question.height + gap
            for place, row in enumerate(page.rows):
                box = QRectF(px(MARGIN), y, width, row.height)
                self._draw_row(painter, shown, place, row, box, page.sizes)
                y += row.height + gap

    def _draw_picture(
        self, painter: QPainter, picture: VotePicture, placed: Placed
    ) -> None:
        theme, px = self._look.theme, self._look.px
        radius = px(14)
        self._pictures.draw(painter, picture, placed.box, theme, placed.least, radius)
        painter.setPen(QPen(QColor(theme.line), max(1.0, px(1))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(placed.box, radius, radius)
        if placed.words is not None:
            top = placed.box.bottom() + px(GAP)
            placed.words.draw(painter, placed.box.left(), top, theme.muted)

    def _draw_row(
        self,
        painter: QPainter,
        shown: Shown,
        place: int,
        row: Row,
        box: QRectF,
        sizes: Sizes,
    ) -> None:
        theme, px = self._look.theme, self._look.px
        right = bool(shown.right(place))
        shade = theme.good
        width = max(4.0, px(4)) if right else max(1.5, px(2))
        painter.setPen(QPen(QColor(shade.line if right else theme.edge), width))
        painter.setBrush(QColor(shade.soft if right else theme.surface))
        painter.drawRoundedRect(box, px(14), px(14))
        side, pad = sizes.badge, px(PAD)
        badge = QRectF(box.left() + pad, box.top() + pad, side, side)
        self._draw_badge(painter, badge, LETTERS[place], sizes, right=right)
        high = max(row.text.height, side)
        top = box.top() + pad + (high - row.text.height) / 2
        left = badge.right() + pad
        row.text.draw(painter, left, top, theme.ink)
        if right and row.reason is None:
            self._draw_right(painter, box, shown.right(place), high, sizes)
        y = box.top() + pad + high + px(PAD) / 2
        if row.reason is not None:
            row.reason.draw(painter, left + sizes.tick, y, shade.text)
            at, size = sizes.tick * 0.4, sizes.text(NUMBER) * 0.42
            ink = QColor(shade.text)
            draw_tone(painter, "good", left + at, y + size * 1.3, size, ink)
            y += row.reason.height + px(PAD) / 2
        names = tuple(bar.name for bar in row.bars if bar.name)
        for bar in row.bars:
            place_of = QRectF(left, y, box.right() - pad - left, sizes.bar)
            words = bar_words(bar.votes, bar.percent)
            made = font(sizes.text(NUMBER), SEMIBOLD)
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
            y += sizes.bar + px(PAD) / 2

    def _draw_badge(
        self, painter: QPainter, box: QRectF, letter: str, sizes: Sizes, *, right: bool
    ) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        fill = theme.good.line if right else theme.accent
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, self._look.px(10), self._look.px(10))
        painter.setPen(QColor(theme.bg if right and theme.dark else theme.on_accent))
        painter.setFont(font(sizes.text(OPTION), BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _draw_right(
        self, painter: QPainter, box: QRectF, right: str, high: float, sizes: Sizes
    ) -> None:
        """Draw a tick and the words: the colour alone does not say it."""
        pad, size = self._look.px(PAD), sizes.text(NUMBER)
        made = font(size, BOLD)
        words = laid(right, made, box.width())
        left = box.right() - 2 * pad - words.width
        middle = box.top() + pad + high / 2
        colour = QColor(self._look.theme.good.text)
        words.draw(painter, left, middle - words.height / 2, colour.name())
        at = QPointF(left - size, middle)
        draw_tone(painter, "good", at.x(), at.y(), size * 0.42, colour)
