"""A key that is held is heard once, in whichever widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.keys.command import AnyCommand


class HeldKeys(QObject):
    """Takes away presses of a key that was never let go.

    Some X servers send a held key as a release and a press again and again, both at
    the same moment, and call neither a repetition. No finger is that fast. It listens
    to the widget that has the keyboard alone: a filter on the whole application would
    see every paint and every tick.
    """

    def __init__(
        self, parent: QObject, commands: Callable[[], Iterable[AnyCommand]]
    ) -> None:
        """Leave alone the keys that repeat, of the *commands* as they are then."""
        super().__init__(parent)
        self._commands = commands
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
        return same and not self._repeats(event)

    def _repeats(self, event: QKeyEvent) -> bool:
        wanted = QKeySequence(event.keyCombination())
        keys = (one.keys for one in self._commands() if one.repeats)
        return any(QKeySequence(key) == wanted for each in keys for key in each)


def typed_into(watched: QObject) -> bool:
    """Return whether a held key writes there, as it should."""
    writes = Qt.WidgetAttribute.WA_InputMethodEnabled
    return isinstance(watched, QWidget) and watched.testAttribute(writes)
