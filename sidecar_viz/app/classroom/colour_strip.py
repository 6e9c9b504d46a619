"""A grey wedge and the palette, as the projector and other eyes show them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.core.colour_vision import seen_by, washed_out
from sidecar_viz.paint.brush.fonts import SEMIBOLD, font
from sidecar_viz.paint.brush.theme import Theme, luminance

STEPS = 11
NAME, HIGH, SIZE = 250, 58, 16


def tr(text: str) -> str:
    """Return a text of the strip in the user's language."""
    return QCoreApplication.translate("colour_strip", text)


def wedge() -> tuple[str, ...]:
    """Greys from black to white, in even steps."""
    values = (round(255 * step / (STEPS - 1)) for step in range(STEPS))
    return tuple(f"#{value:02x}{value:02x}{value:02x}" for value in values)


def colours_of(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Return the names and colours that lessons are drawn in."""
    hues = ((name, shade.line) for name, shade in theme.hues.items())
    tones = (
        (tr("good"), theme.good.line),
        (tr("warning"), theme.warning.line),
        (tr("failed"), theme.failed.line),
    )
    return (*hues, *tones)


def rows_of(theme: Theme) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return each row's name, and its fields: a word and a colour."""
    greys = tuple((str(10 * n), grey) for n, grey in enumerate(wedge()))
    made: list[tuple[str, tuple[tuple[str, str], ...]]] = [(tr("Grey wedge"), greys)]
    eyes: tuple[tuple[str, Callable[[str], str]], ...] = (
        (tr("As designed"), str),
        (tr("Projector in a bright room"), washed_out),
        (tr("Little red (protan)"), partial(seen_by, "protan")),
        (tr("Little green (deutan)"), partial(seen_by, "deutan")),
        (tr("Little blue (tritan)"), partial(seen_by, "tritan")),
    )
    for name, seen in eyes:
        fields = colours_of(theme)
        made.append((name, tuple((word, seen(colour)) for word, colour in fields)))
    return tuple(made)


class ColourStrip(QWidget):
    """Rows of fields, each with its word."""

    heard_as: Final = "picture"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_look(self, look: Look) -> None:
        """Show the colours of this look's theme."""
        self._look = look
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        names = ", ".join(name for name, _ in rows_of(self._look.theme))
        self.setAccessibleName(names)

    def _high(self) -> float:
        line = QFontMetricsF(self._look.font(SIZE, SEMIBOLD)).height()
        return max(self._look.px(HIGH), 2.2 * line)

    def sizeHint(self) -> QSize:
        """Return a row a way of seeing."""
        rows = len(rows_of(self._look.theme))
        return QSize(self._look.px(800), round(rows * self._high()))

    def minimumSizeHint(self) -> QSize:
        """Return the height that it must have."""
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            high = self._high()
            for number, (name, fields) in enumerate(rows_of(self._look.theme)):
                row = QRectF(0, number * high, self.width(), high - self._look.px(6))
                self._draw_row(painter, row, name, fields)

    def _draw_row(
        self,
        painter: QPainter,
        row: QRectF,
        name: str,
        fields: tuple[tuple[str, str], ...],
    ) -> None:
        look, theme = self._look, self._look.theme
        left = min(look.roomy(NAME), row.width() * 0.36)
        painter.setFont(look.font(SIZE, SEMIBOLD))
        painter.setPen(QColor(theme.ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(row.adjusted(0, 0, left - row.width(), 0), flags, name)
        wide = (row.width() - left) / len(fields)
        made = _fitting([word for word, _ in fields], wide - 4, look)
        for place, (word, colour) in enumerate(fields):
            box = QRectF(
                row.left() + left + place * wide, row.top(), wide, row.height()
            )
            painter.setPen(QPen(QColor(theme.edge), 1))
            painter.setBrush(QColor(colour))
            painter.drawRect(box)
            ink = "#000000" if luminance(colour) > 0.18 else "#ffffff"
            painter.setPen(QColor(ink))
            painter.setFont(made)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)


def _fitting(words: list[str], room: float, look: Look) -> QFont:
    """Return the font in which the longest word has room, normal if it can be."""
    size = look.text_px(SIZE)
    widest = max(map(QFontMetricsF(font(size)).horizontalAdvance, words))
    return font(size * min(1.0, room / max(1.0, widest)))
