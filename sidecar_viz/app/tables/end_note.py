"""The note under the table on how it all ends, with a light bulb before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tables.model import HIDDEN
from sidecar_viz.paint.kinds.icons import draw_icon

ROOM, BULB = 26, 9


class EndNote(QLabel):
    """A few words in rich text; the bulb stands in their left margin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._said = ""
        self._due = False
        self._hides = False
        # Its own text is not to be set for measuring: that asks for a layout, which
        # asks for the height.
        self._gauge = QLabel(self)
        self._gauge.hide()
        for label in (self, self._gauge):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)

    def say(self, said: str) -> None:
        """Say this, in rich text."""
        self._said = said
        self._gauge.setText(self._announced())
        self._write()

    def set_due(self, *, due: bool) -> None:
        """Write it plainly once it is *due*, dimmed while it is still to come."""
        if due != self._due:
            self._due = due
            self._write()
            self.update()  # the bulb, which no text tells

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide what is still to come while it is to be predicted."""
        self._hides = hidden
        self._write()

    def _write(self) -> None:
        theme = self._look.theme
        ink = theme.ink if self._due else theme.muted
        said = self._said if self._due else self._announced()
        if self._hides and not self._due:
            said = self._announced(HIDDEN)
        self.setText(f'<span style="color:{ink}">{said}</span>' if self._said else "")

    def _announced(self, said: str = "") -> str:
        """Return what is said as long as it is still to come."""
        return self.tr("At the end: {said}").format(said=said or self._said)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the longest way to say it, at every step."""
        high = self._gauge.heightForWidth(width)
        return high if self._said else super().heightForWidth(width)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        for label in (self, self._gauge):
            label.setFont(look.font(15))
            label.setContentsMargins(look.px(ROOM), 0, 0, 0)
        self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bulb beside the first line."""
        super().paintEvent(event)
        if not self._said:
            return
        look = self._look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            colour = QColor(look.theme.warning.line if self._due else look.theme.muted)
            draw_icon(painter, "bulb", look.px(11), middle, look.px(BULB), colour)
