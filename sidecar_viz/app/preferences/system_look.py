"""What the system asks for: dark or light, more contrast, less motion."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from sidecar_viz.paint.brush.theme import THEMES, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints, QStyleHints

    from sidecar_viz.app.play.motion import Motion
    from sidecar_viz.app.preferences.preferences import MotionChoice, ThemeChoice


class SystemLook(QObject):
    """Follows the system's colour scheme, and what else it asks for.

    Signals:
        changed: the system asks for something else now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._less_motion = False
        self._hints = _hints()
        self._accessibility = accessibility()
        self._hints.colorSchemeChanged.connect(self._tell)
        self._accessibility.contrastPreferenceChanged.connect(self._tell)

    def theme(self, choice: ThemeChoice) -> Theme:
        """Return the theme chosen, or the one that the system asks for."""
        if choice != "system":
            return THEMES[choice]
        wanted = self._accessibility.contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return THEMES["contrast"]
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return THEMES["dark" if dark else "light"]

    def motion(self, choice: MotionChoice) -> Motion:
        """Return the motion chosen, or the one that the system asks for."""
        if choice != "system":
            return choice
        return "none" if self._less_motion else "full"

    def ask_less_motion(self, less: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Follow a system that asks for less motion, or no longer."""
        if less != self._less_motion:
            self._less_motion = less
            self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()


# WORKAROUND PySide6 (.github/upstream/pyside-accessibility-hints.md): when no Python
# name holds the style hints any more, those for accessibility are gone; so both are
# held as long as the program runs.
@cache
def _hints() -> QStyleHints:
    return QGuiApplication.styleHints()


@cache
def accessibility() -> QAccessibilityHints:
    """Return what Qt knows of the system's wishes; it tells when they change."""
    return _hints().accessibility()
