"""The class's prediction, marked on every stage while the answer is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.wrapped_text import laid
from sidecar_viz.app.play.predictor import Predictor
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.learning.prediction import Verdict
from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.fonts import BOLD, font
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.kinds.icons import draw_tone

LEAST_TEXT, TEXT = 13.0, 30 / 1080  # pixels; of the stage's height
FRAME, REACH = 5 / 1080, 12 / 1080  # of the stage's height


class PredictionMarks(QObject):
    """Marks what was guessed on the stages that can be seen."""

    def __init__(
        self, predictor: Predictor, stage: StageView, theme_of: Callable[[], Theme]
    ) -> None:
        """Mark on this *stage* first, in the colours of the theme at that time."""
        super().__init__(predictor)
        self._theme_of = theme_of
        self._stages = [stage]
        self.marks: list[PredictionMark] = []
        predictor.guessed.connect(self.show_guess)
        predictor.settled.connect(self.show_verdict)
        predictor.put_away.connect(self.clear)

    def add_stage(self, stage: StageView) -> None:
        """Mark on this stage, too, while it can be seen."""
        self._stages.append(stage)

    def show_guess(self, ids: frozenset[str]) -> None:
        """Mark these actors on each stage."""
        self.clear()
        self.marks = [
            PredictionMark(stage, ids, self._theme_of())
            for stage in self._stages
            if stage.isVisible()
        ]

    def show_verdict(self, verdict: Verdict) -> None:
        """Say at the marks whether they were right."""
        for mark in self.marks:
            mark.show_right(right=verdict.right)

    def clear(self) -> None:
        """Take the marks away."""
        for mark in self.marks:
            mark.hide()
            mark.deleteLater()
        self.marks = []


class PredictionMark(QWidget):
    """Lies over a stage; what is below can still be seen and clicked."""

    def __init__(self, stage: StageView, ids: frozenset[str], theme: Theme) -> None:
        super().__init__(stage)
        self._stage, self._ids, self._theme = stage, ids, theme
        self.right: bool | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(stage.rect())
        stage.installEventFilter(self)
        self.show()
        self._describe()

    def show_right(self, *, right: bool) -> None:
        """Say whether it was right."""
        self.right = right
        self._describe()
        self.update()

    def words(self) -> str:
        """Return what is written at the mark."""
        if self.right is None:
            return self.tr("Our prediction")
        if self.right:
            return self.tr("Our prediction: right")
        return self.tr("Our prediction: this did not change")

    def _describe(self) -> None:
        self.setAccessibleName(self.words())

    def _boxes(self) -> list[QRectF]:
        boxes = [QRectF(self._stage.box_of(actor_id)) for actor_id in self._ids]
        return [box for box in boxes if not box.isEmpty()]

    def _colours(self) -> tuple[str, str]:
        """Return the line, and the ground of the words."""
        theme = self._theme
        if self.right is None:
            return theme.accent, theme.on_accent
        shade = theme.good if self.right else theme.failed
        return shade.line, theme.bg if theme.dark else theme.surface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the stage."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._stage.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame what was guessed; the words say that it is a guess."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            high = self.height()
            stroke, reach = max(3.0, FRAME * high), REACH * high
            line, ground = self._colours()
            for box in self._boxes():
                around = box.adjusted(-reach, -reach, reach, reach)
                around = around.intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3))
                pen = QPen(QColor(line), stroke)
                if self.right is not True:
                    pen.setDashPattern([3.0, 2.0])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(around, 2 * reach, 2 * reach)
                self._draw_words(painter, around, line, ground)

    def _draw_words(
        self, painter: QPainter, around: QRectF, line: str, ground: str
    ) -> None:
        """Draw a label on the frame's lower edge, inside the stage."""
        size = max(LEAST_TEXT, TEXT * self.height())
        made = font(size, BOLD)
        sign = size * 1.3 if self.right is not None else 0.0
        text = laid(self.words(), made, self.width() - 2 * size - sign)
        plate = QRectF(0, 0, text.width + 1.2 * size + sign, text.height + 0.4 * size)
        plate.moveCenter(QPointF(around.center().x(), around.bottom()))
        plate.moveLeft(max(2.0, min(plate.left(), self.width() - plate.width() - 2)))
        plate.moveTop(min(plate.top(), self.height() - plate.height() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(line))
        painter.drawRoundedRect(plate, size * 0.4, size * 0.4)
        left = plate.left() + 0.6 * size
        if self.right is not None:
            tone: Tone = "good" if self.right else "failed"
            middle = QPointF(left + size * 0.4, plate.center().y())
            draw_tone(
                painter, tone, middle.x(), middle.y(), size * 0.36, QColor(ground)
            )
        text.draw(painter, left + sign, plate.top() + 0.2 * size, ground)
