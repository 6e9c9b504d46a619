"""What came of a command, for who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from sidecar_viz.app.program.program import Program


def text_size(at: Program) -> str:
    """Say how large all text is."""
    scale = at.window.preferences.text_scale
    return _tr("Text: {n} %.").format(n=round(100 * scale))


def full_screen(at: Program) -> str:
    """Say whether the window has the whole screen; nothing of those on show."""
    if at.window.presenting:
        return ""
    on = at.window.isFullScreen()
    return _tr("Full screen: on.") if on else _tr("Full screen: off.")


def beam(at: Program) -> str:
    """Say how the class's picture is changed for the projector."""
    chosen = at.window.preferences
    said = _tr("Brightness {b} %, contrast {c} %.")
    return said.format(
        b=_signed(100 * chosen.brightness), c=_signed(100 * chosen.contrast)
    )


def captions(at: Program) -> str:
    """Say how large the class's captions are."""
    scale = at.window.preferences.caption_scale
    return _tr("Captions: {n} %.").format(n=round(100 * scale))


def ink(at: Program) -> str:
    """Say how many lines are drawn on this step."""
    lines = len(at.show.tools.strokes)
    return _tr("Lines drawn on this step: {n}.").format(n=lines)


def zoom(at: Program) -> str:
    """Say how near the picture is."""
    factor = at.show.tools.view.factor
    near = _tr("Zoom: {n} times.").format(n=f"{factor:.2g}")
    return near if factor > 1 else _tr("The whole picture.")


def timer(at: Program) -> str:
    """Say whether the lesson's time runs."""
    runs = at.show.following.timekeeper.stopwatch.running
    return _tr("The time runs.") if runs else _tr("The time stands still.")


def timer_reset(at: Program) -> str:
    """Say that the lesson's time began anew."""
    return f"{_tr('The time begins from nought.')} {timer(at)}"


def _signed(number: float) -> str:
    return f"{round(number):+d}" if round(number) else "0"


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
