"""A key that is held is heard once, in whichever widget."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.keys.actions import AnyCommand


class HeldKeys(QObject):
    """Takes away presses of a key that was never let go.

    Some X servers send a held key as a release and a press again and again, both at
    the same moment, and call neither a repetition. No finger is that fast. It listens
    to the widget that has the keyboard alone: a filter on the whole application would
    see every paint and every tick.
    """

    def __init__(self, parent: QObject, commands: Iterable[AnyCommand]) -> None:
        """Leave the keys of *commands* that repeat alone."""
        super().__init__(parent)
        self._repeating = frozenset(
            QKeySequence(key).toString()
            for command in commands
            if command.repeats
            for key in command.stage
        )
        self._released = (0, 0)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is held for no shortcut and no press."""
        if isinstance(event, QKeyEvent) and not typed_into(watched):
            if event.type() == QEvent.Type.KeyRelease:
                self._released = (event.key(), event.timestamp())
            elif self._held(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _held(self, event: QKeyEvent) -> bool:
        """Return whether this press comes from a key that was never let go."""
        if not event.timestamp() or event.isAutoRepeat():
            return False
        same = self._released == (event.key(), event.timestamp())
        wanted = QKeySequence(event.keyCombination()).toString()
        return same and wanted not in self._repeating


def typed_into(watched: QObject) -> bool:
    """Return whether a held key writes there, as it should."""
    writes = Qt.WidgetAttribute.WA_InputMethodEnabled
    return isinstance(watched, QWidget) and watched.testAttribute(writes)
