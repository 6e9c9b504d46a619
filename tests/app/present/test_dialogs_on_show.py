"""Dialogs over the windows that present: they look like the window below them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog

from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.paint.brush.theme import DARK
from tests.app.present.conftest import Begin, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def opened(show: Presenting, name: str) -> QDialog:
    """Find the dialog of this name."""
    return show.window.dialogs._open[name]


def looks_like(dialog: QDialog, look: Look) -> bool:
    """Whether a dialog has the ground, the ink and the text size of a look."""
    colour, role = dialog.palette().color, QPalette.ColorRole
    ground, ink = colour(role.Window).name(), colour(role.WindowText).name()
    alike = ground in {look.theme.bg, look.theme.surface} and ink == look.theme.ink
    return alike and dialog.font() == look.font(16)


def test_preferences_over_an_adjusted_picture_look_like_it(begin: Begin) -> None:
    """Dark, 180 %, brighter for the projector: so is what Ctrl+comma opens."""
    show = begin(theme="dark", text_scale=1.8, brightness=0.1)
    look = show.audience.looks.look
    assert (look.theme.bg, look.text) != (DARK.bg, 1.0)
    assert look.text == 1.8

    press(show, Key.Key_Comma, modifier="ctrl")

    assert looks_like(opened(show, "preferences"), look)


@pytest.mark.parametrize(
    ("command", "name"),
    [("help", "help"), ("overview", "overview"), ("open", "library"), ("find", "find")],
)
def test_a_dialog_over_the_class_s_view_has_its_colours(
    begin: Begin, command: CommandId, name: str
) -> None:
    """As they are adjusted for the projector, not as the window has them."""
    show = begin(theme="dark", brightness=0.1)

    show.window.commands[command].trigger()

    assert looks_like(opened(show, name), show.audience.looks.look)


def test_a_dialog_follows_the_class_s_view(begin: Begin) -> None:
    """Made brighter, and written larger, while it is open."""
    show = begin(theme="dark")
    press(show, Key.Key_Comma, modifier="ctrl")
    before = show.audience.looks.look

    show.window.change(brightness=0.2, text_scale=1.5)

    assert show.audience.looks.look != before
    assert looks_like(opened(show, "preferences"), show.audience.looks.look)


def test_a_dialog_over_the_console_is_not_adjusted(begin: Begin) -> None:
    """What is brightened for the projector is not so for the teacher."""
    show = begin(theme="dark", brightness=0.1)
    show.window.commands["console"].trigger()

    show.window.commands["help"].trigger()

    assert show.console.looks.look.theme is DARK
    assert looks_like(opened(show, "help"), show.console.looks.look)


def test_after_the_show_a_dialog_is_over_the_window(begin: Begin) -> None:
    """And looks like it again."""
    show = begin(theme="dark", brightness=0.1)
    show.end()

    show.window.commands["about"].trigger()

    assert opened(show, "about").parentWidget() is show.window
    assert looks_like(opened(show, "about"), show.window.look)
    show.window.dialogs.close_all()
