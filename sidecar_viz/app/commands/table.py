"""Every command, in the order of menus and help."""

from __future__ import annotations

from sidecar_viz.app.commands.lesson import LESSON
from sidecar_viz.app.commands.playing import PLAYING
from sidecar_viz.app.commands.presenting import PRESENTING
from sidecar_viz.app.commands.row import CommandRow
from sidecar_viz.app.commands.steps import STEPS
from sidecar_viz.app.commands.view import VIEW
from sidecar_viz.app.commands.window import WINDOW

COMMANDS: tuple[CommandRow, ...] = LESSON + STEPS + PLAYING + VIEW + PRESENTING + WINDOW
