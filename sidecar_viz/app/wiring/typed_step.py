"""A step's number, typed digit by digit on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from sidecar_viz.app.window.main_window import MainWindow


def show_typed(window: MainWindow, number: str) -> None:
    """Show what was typed so far, and what makes it count."""
    _tell(window, _said("Go to step {n}: press Enter").format(n=number))


def go_to_typed(window: MainWindow, step: int) -> None:
    """Go to a step; if there is none with this number, say so and stay."""
    end = window.player.timeline.end
    if step > end:
        told = _said("There is no step {n}; the last one is {last}.")
        _tell(window, told.format(n=step, last=end))
        return
    window.views.work.caption.show_remark("")
    window.player.jump(step)


def _tell(window: MainWindow, told: str) -> None:
    window.views.work.caption.show_remark(told)
    window.say(told)


def _said(text: str) -> str:
    return QCoreApplication.translate("typed_step", text)
