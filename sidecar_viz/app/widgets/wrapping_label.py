"""Rich text that wraps and knows how high it is: Qt lays it out at every question."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget


class WrappingLabel(QLabel):
    """Rich text with links; as wide as it may be, and then as high as it must be.

    A layout asks for these sizes many times over, and QLabel answers each time by
    laying out the whole document several times.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[int, int] = {}
        self._for: tuple[str, str, int] | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

    def sizeHint(self) -> QSize:
        """Return the size that it has: its height follows from its width alone."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        """Return how high the text is at this *width*; laid out once for each."""
        now = (self.text(), self.font().key(), self.contentsMargins().left())
        if now != self._for:
            self._for, self._known = now, {}
        if width not in self._known:
            self._known[width] = super().heightForWidth(width)
        return self._known[width]
