"""The top of the quiz: its name, how far it is, and the score."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.quiz.words import score_text, tr
from sidecar_viz.app.widgets.choice_paint import RING
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.learning.quiz import Attempt
from sidecar_viz.paint.brush.fonts import BOLD

SIZE, TRACK, SPACING = 17.5, 8, 16


class QuizBar(QWidget):
    """Shows how far an attempt is."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(title, self)
        self.place = PlainLabel("", self)
        self.score = PlainLabel("", self)
        self.track = _Track(self)
        for label in (self.place, self.score):
            label.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(RING, 0, RING, 0)
        self._row.addWidget(self.title)
        self._row.addWidget(self.place)
        self._row.addWidget(self.track, 1)
        self._row.addWidget(self.score)

    def show_attempt(self, attempt: Attempt, place: int) -> None:
        """Say which question is asked, or that it is the result, and the score."""
        count = len(attempt.questions)
        asked = tr("Question {n} of {count}", n=place + 1, count=count)
        words = (tr("Result") if place >= count else asked) if count else ""
        self.place.setText(words)
        self.score.setText(score_text(attempt.scored()) if count else "")
        self.track.show_amount(min(1.0, (place + 1) / count) if count else 0.0, words)

    def set_look(self, look: Look) -> None:
        """Style the words and the bar."""
        self.title.setFont(look.font(SIZE, BOLD))
        self.place.setFont(look.font(SIZE))
        self.score.setFont(look.font(SIZE))
        self._row.setSpacing(look.px(SPACING))
        self.track.set_look(look)


class _Track(QWidget):
    """A bar that fills from the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = Look()
        self._amount = 0.0
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Preferred)

    def show_amount(self, amount: float, said: str) -> None:
        """Fill so much of the bar (0 to 1)."""
        self._amount = max(0.0, min(1.0, amount))
        self.setAccessibleName(said)
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw the bar in this look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line, as long as there is room."""
        return QSize(self._look.px(200), self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        """May be short: the words say it, too."""
        return QSize(self._look.px(24), self._look.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        theme = self._look.theme
        height = float(self._look.px(TRACK))
        top = (self.height() - height) / 2
        box = QRectF(1, top, self.width() - 2, height)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = QPen(QColor(theme.edge), 1)
            painter.setPen(
                edge if theme.name == "contrast" else QPen(Qt.PenStyle.NoPen)
            )
            painter.setBrush(
                QColor(theme.line if theme.name != "contrast" else theme.bg)
            )
            painter.drawRoundedRect(box, height / 2, height / 2)
            if self._amount > 0.0:
                box.setWidth(max(height, box.width() * self._amount))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(box, height / 2, height / 2)
