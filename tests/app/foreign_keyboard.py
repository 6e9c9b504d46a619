"""A keyboard with another layout than that of the United States."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.keys.by_place import ByPlace
from sidecar_viz.app.keys.places import PLACES
from sidecar_viz.app.window.main_window import MainWindow

Modifier = Qt.KeyboardModifier
NUMBERS = {sign: number + 8 for number, sign in PLACES.items()}  # as X counts


class Keyboard:
    """Presses keys by their place, on a layout that is told with each."""

    def __init__(self, window: MainWindow) -> None:
        self._by_place = ByPlace(lambda: window.chosen_keys)

    def claims(
        self, place: str, writes: str, held: Modifier = Modifier.NoModifier
    ) -> bool:
        """Say whether a press is kept from being a shortcut by what it writes."""
        return self._heard(QEvent.Type.ShortcutOverride, place, writes, held)

    def press(
        self,
        place: str,
        writes: str,
        held: Modifier = Modifier.NoModifier,
        *,
        repeats: bool = False,
    ) -> bool:
        """Press a key that is no shortcut by what it writes; say whether it counts."""
        self.claims(place, writes, held)
        return self._heard(QEvent.Type.KeyPress, place, writes, held, repeats=repeats)

    def type(
        self, place: str, writes: str, held: Modifier = Modifier.NoModifier
    ) -> None:
        """Press a key where keys are told of, and let it come through."""
        self.claims(place, writes, held)
        event = self._event(QEvent.Type.KeyPress, place, writes, held)
        focused = _focused()
        if not self._by_place.takes(event, focused):
            QApplication.sendEvent(focused, event)

    def _heard(
        self,
        kind: QEvent.Type,
        place: str,
        writes: str,
        held: Modifier,
        *,
        repeats: bool = False,
    ) -> bool:
        """Let it pass the filter alone: Qt would send it on without its place."""
        event = self._event(kind, place, writes, held, repeats=repeats)
        return self._by_place.takes(event, _focused())

    def _event(
        self,
        kind: QEvent.Type,
        place: str,
        writes: str,
        held: Modifier,
        *,
        repeats: bool = False,
    ) -> QKeyEvent:
        text = "" if held & Modifier.ControlModifier else writes
        number = ord(writes.upper())
        return QKeyEvent(kind, number, held, NUMBERS[place], 0, 0, text, repeats)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
