"""The look of a dialog: taken from the window below it, and kept in step with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import SMALLEST_TEXT, Look, ui_scale
from sidecar_viz.paint.brush.theme import LIGHT, THEMES, Theme

BODY = 16
BIGGEST_TEXT = 2.0
PIXELS_PER_POINT = 96 / 72
RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


def look_over(
    parent: QWidget | None,
    theme: Theme | None = None,
    text_scale: float | None = None,
) -> Look:
    """How a dialog over *parent* is drawn.

    Args:
        parent: a widget of the window below; without one the dialog is drawn for
            the screen.
        theme: if not given, the one whose colours the window has.
        text_scale: if not given, that of the window's own text.
    """
    ui = _ui_over(parent)
    below = parent.window() if parent is not None else None
    found = _theme_of(below)
    if text_scale is None:
        text_scale = _text_of(below, ui) if below and found else 1.0
    return Look(theme or found or LIGHT, ui, text_scale)


def theme_below(dialog: QWidget) -> Theme | None:
    """The theme that the window below a *dialog* was dressed in, if it was."""
    parent = dialog.parentWidget()
    return _theme_of(parent.window()) if parent is not None else None


def field_sheet(theme: Theme) -> str:
    """What Qt would write too faintly: the hint in an empty field."""
    return f"QLineEdit {{ placeholder-text-color: {theme.muted}; }}"


class Follower(QObject):
    """Tells a dialog when the window below it looks different now."""

    def __init__(self, dialog: QWidget, follow: Callable[[], None]) -> None:
        super().__init__(dialog)
        self._follow = follow
        parent = dialog.parentWidget()
        if parent is not None:
            parent.window().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Pass everything on; a new style is told first."""
        if event.type() in RESTYLED:
            self._follow()
        return False


def _ui_over(parent: QWidget | None) -> float:
    if parent is not None:
        window = parent.window()
        return ui_scale(window.width(), window.height())
    screen = QGuiApplication.primaryScreen().availableGeometry()
    return ui_scale(screen.width(), screen.height())


def _theme_of(window: QWidget | None) -> Theme | None:
    """The theme that the *window* was dressed in, if it was."""
    if window is None:
        return None
    ground = window.palette().color(QPalette.ColorRole.Window).name()
    ink = window.palette().color(QPalette.ColorRole.WindowText).name()
    same = (t for t in THEMES.values() if (t.bg, t.ink) == (ground, ink))
    return next(same, None)


def _text_of(window: QWidget, ui: float) -> float:
    """How much larger than its design the *window* writes."""
    written = window.font().pointSizeF() * PIXELS_PER_POINT
    scale = written / max(SMALLEST_TEXT, BODY * ui)
    return round(max(1.0, min(BIGGEST_TEXT, scale)), 2)
