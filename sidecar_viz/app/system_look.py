"""What the system asks for: dark or light, and more contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from sidecar_viz.paint.theme import THEMES, Theme

if TYPE_CHECKING:
    from sidecar_viz.app.preferences import ThemeChoice


class SystemLook(QObject):
    """Follows the system's colour scheme.

    Signals:
        changed: the system asks for something else now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Kept here: PySide drops the style hints when nobody holds them.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._tell)
        self._accessibility.contrastPreferenceChanged.connect(self._tell)

    def theme(self, choice: ThemeChoice) -> Theme:
        """The theme chosen, or the one that the system asks for."""
        if choice != "system":
            return THEMES[choice]
        wanted = self._accessibility.contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return THEMES["contrast"]
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return THEMES["dark" if dark else "light"]

    def _tell(self) -> None:
        self.changed.emit()
