"""A column that scrolls when it is higher than its room, and follows the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

MARGIN = 12


class ScrollPage(QScrollArea):
    """Holds a column of widgets.

    What it follows stays in sight while the column grows, until the user scrolls.
    """

    heard_as: Final = "page"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: QWidget | None = None
        self._to_its_end = False
        self.inside = QWidget(self)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focused)

    def follow(self, widget: QWidget) -> None:
        """Scroll so that the *widget* can be seen whole, or else its beginning."""
        self._follow(widget, to_its_end=False)

    def follow_to_the_end(self, widget: QWidget) -> None:
        """Scroll so that the *widget* can be seen whole, or else its end."""
        self._follow(widget, to_its_end=True)

    def _follow(self, widget: QWidget, *, to_its_end: bool) -> None:
        self._followed, self._to_its_end = widget, to_its_end
        self.column.activate()
        self._keep_in_sight()

    def height_for(self, width: int) -> int:
        """Return the height at which nothing must be scrolled, at a width (pixels)."""
        if self.column.hasHeightForWidth():
            return self.column.heightForWidth(width)
        return self.column.sizeHint().height()

    def to_top(self) -> None:
        """Show the beginning."""
        self._let_go()
        self.verticalScrollBar().setValue(0)

    def _let_go(self) -> None:
        self._followed = None

    def _keep_in_sight(self) -> None:
        """Scroll as little as what is followed needs where it stands now."""
        widget = self._followed
        if widget is None or not isValid(widget) or widget.isHidden():
            return
        top = widget.mapTo(self.inside, QPoint(0, 0)).y()
        spare = self.viewport().height() - widget.height()
        margin = min(MARGIN, spare // 2)
        bar = self.verticalScrollBar()
        if spare < 0:
            bar.setValue(top - spare if self._to_its_end else top)
        else:
            bar.setValue(min(max(bar.value(), top + margin - spare), top - margin))

    @Slot(QWidget, QWidget)
    def _show_focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring into sight what the keyboard came to from outside.

        Qt does it only for what follows by Tab within the page.
        """
        if now is None or not self.isVisible() or not self.inside.isAncestorOf(now):
            return
        if now.visibleRegion().isEmpty():
            self.ensureWidgetVisible(now, 0, MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep in sight what is followed as the column grows."""
        handled = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._keep_in_sight()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is followed where there is less room."""
        super().resizeEvent(event)
        self._keep_in_sight()
