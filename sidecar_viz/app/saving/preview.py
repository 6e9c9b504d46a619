"""What comes out of it, before it is saved: the stage in the frame of its kind."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.asked import is_picture, is_themed
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.theme import LIGHT, THEMES, Theme

HIGH, WIDE = 230, 400  # of the design
PICTURE = (1280, 720)  # pixels of the design that the stage is laid out for
A4 = 210 / 297
PAGE, FILM, PAPER, SLIDE, TEXT = ".html", (".mp4", ".webm"), ".pdf", ".pptx", ".md"


class Preview(QWidget):
    """Draws what is saved in small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._suffix, self._title = "", ""
        self._sheet = False
        self._theme: Theme = LIGHT
        self._image = QImage()
        self._drawn: tuple[Stage, str] | None = None
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.setAccessibleName(self.tr("Preview"))

    def show_stage(
        self, lesson: Lesson, stage: Stage, title: str, choice: SaveChoice
    ) -> None:
        """Show a *stage* as it will look in the file that is chosen.

        Args:
            title: of the step.
        """
        self._suffix, self._title = choice.suffix, title
        self._sheet = choice.suffix in (PAPER, TEXT) and not is_picture(choice)
        theme = choice.theme if is_themed(choice) else "light"
        drawn = (stage, theme)
        if drawn != self._drawn:
            self._drawn, self._theme = drawn, THEMES[theme]
            self._image = still(lesson, stage, PICTURE, self._theme)
        self.setAccessibleDescription(title)
        self.update()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as designed, whatever the size of the text."""
        return QSize(self._look.px(WIDE), self._look.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Need no width, and all of the height."""
        return QSize(0, self._look.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, and the picture in it."""
        if self._image.isNull():
            return
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing
                | QPainter.RenderHint.SmoothPixmapTransform
            )
            room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            if self._sheet:
                self._draw_sheet(painter, room)
            elif self._suffix == SLIDE:
                self._draw_slide(painter, room)
            elif self._suffix == PAGE:
                self._draw_page(painter, room)
            else:
                box = self._card(painter, _fitted(room, 16 / 9), self._theme.surface)
                self._draw_image(painter, box)
                if self._suffix in FILM:
                    self._draw_player(painter, box)

    def _card(self, painter: QPainter, box: QRectF, fill: str) -> QRectF:
        """Draw the edge of a card, and let nothing be drawn outside of it."""
        radius = self._look.px(8)
        painter.setPen(QPen(QColor(self._look.theme.edge), 1.5))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, radius, radius)
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        painter.setClipPath(path)
        return box

    def _draw_image(self, painter: QPainter, box: QRectF) -> None:
        box = _fitted(box, PICTURE[0] / PICTURE[1])
        size = (box.size() * self.devicePixelRatioF()).toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        ratio = Qt.AspectRatioMode.IgnoreAspectRatio
        painter.drawImage(box, self._image.scaled(size, ratio, smooth))

    def _draw_player(self, painter: QPainter, box: QRectF) -> None:
        """Draw what every player has: a triangle, and how far it is."""
        radius = box.height() * 0.13
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.accent))
        painter.drawEllipse(box.center(), radius, radius)
        middle, part = box.center(), radius * 0.45
        painter.setBrush(QColor(self._look.theme.on_accent))
        painter.drawPolygon(
            QPolygonF(
                [
                    middle + QPointF(-part * 0.7, -part),
                    middle + QPointF(-part * 0.7, part),
                    middle + QPointF(part, 0),
                ]
            )
        )

    def _draw_page(self, painter: QPainter, room: QRectF) -> None:
        theme = self._theme
        box = self._card(painter, _fitted(room, 16 / 9.6), theme.bg)
        bar = QRectF(box.topLeft(), QSizeF(box.width(), box.height() * 0.1))
        painter.fillRect(bar, QColor(theme.row))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.edge))
        for n in range(3):
            at = QPointF(bar.left() + bar.height() * (0.6 + 0.6 * n), bar.center().y())
            painter.drawEllipse(at, bar.height() * 0.16, bar.height() * 0.16)
        rest = box.adjusted(0, bar.height(), 0, 0)
        stage = QRectF(
            rest.left(), rest.top(), rest.width() * 0.72, rest.height() * 0.8
        )
        self._draw_image(painter, stage.adjusted(8, 8, -4, 0))
        side = QRectF(stage.right(), rest.top(), rest.right() - stage.right(), 0)
        side.setBottom(rest.bottom())
        self._draw_lines(painter, side.adjusted(8, 12, -12, 0), 9)
        under = QRectF(rest.left() + 12, stage.bottom() + 8, stage.width() - 20, 0)
        under.setBottom(rest.bottom())
        self._draw_lines(painter, under, 3)

    def _draw_slide(self, painter: QPainter, room: QRectF) -> None:
        box = self._card(painter, _fitted(room, 16 / 9), self._theme.surface)
        head = box.height() * 0.16
        self._write(painter, box.adjusted(16, 4, -16, 0), head)
        self._draw_image(painter, box.adjusted(16, head, -16, -head * 0.7))
        foot = box.adjusted(box.width() * 0.2, box.height() - head * 0.6, 0, 0)
        foot.setRight(box.right() - box.width() * 0.2)
        self._draw_lines(painter, foot, 1)

    def _draw_sheet(self, painter: QPainter, room: QRectF) -> None:
        theme = LIGHT if self._suffix == PAPER else self._theme
        box = self._card(painter, _fitted(room, A4 * 1.25), theme.surface)
        head = box.height() * 0.12
        self._write(painter, box.adjusted(12, 4, -12, 0), head)
        high = (box.width() - 24) * PICTURE[1] / PICTURE[0]
        top = box.top() + head
        picture = QRectF(box.left() + 12, top, box.width() - 24, high)
        self._draw_image(painter, picture)
        rest = box.adjusted(12, head + high + 8, -12, -8)
        self._draw_lines(painter, rest, 6)

    def _write(self, painter: QPainter, box: QRectF, high: float) -> None:
        """Write the title on a line so high."""
        light = self._suffix == PAPER
        painter.setPen(QColor((LIGHT if light else self._theme).ink))
        painter.setFont(
            self._look.font(max(8.0, high * 0.42 / self._look.ui), SEMIBOLD)
        )
        line = QRectF(box.left(), box.top(), box.width(), high)
        words = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_lines(self, painter: QPainter, box: QRectF, count: int) -> None:
        """Draw lines that stand for text, as many as have room."""
        light = self._suffix == PAPER
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor((LIGHT if light else self._theme).row))
        step = self._look.px(11)
        for n in range(count):
            top = box.top() + n * step
            if top + step > box.bottom():
                break
            wide = box.width() * (0.62 if n % 3 == 2 else 1.0)
            line = QRectF(box.left(), top, wide, step * 0.55)
            painter.drawRoundedRect(line, 2, 2)


def _fitted(room: QRectF, aspect: float) -> QRectF:
    """Return the largest box of this aspect in the middle of a room."""
    wide = min(room.width(), room.height() * aspect)
    high = wide / aspect
    return QRectF(
        room.center().x() - wide / 2, room.center().y() - high / 2, wide, high
    )
