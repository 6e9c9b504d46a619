"""What the type checker must refuse where parts meet.

Nothing here runs. Strict mypy fails on an ignore that is not needed: whoever makes one
of these lines pass the checker is told so by `packaging/dev types`.
"""

from __future__ import annotations

from sidecar_viz.app.commands.row import row
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.program.program import Program


def misspelt_command(program: Program) -> None:
    """A command that does not exist."""
    program.window.commands["nonsense"].trigger()  # type: ignore[index]


def misspelt_row() -> None:
    """A row whose id is not in the list of ids."""
    row("nonsense", "Nonsense", "Do nothing", "View")  # type: ignore[arg-type]


def misspelt_wish(program: Program) -> None:
    """A row that asks the program for something that it has not."""
    row("next", "", "", "View", does=lambda at: at.sterring)  # type: ignore[attr-defined]
    del program


def misspelt_preference(program: Program) -> None:
    """A preference that does not exist."""
    program.window.change(tex_scale=1.5)  # type: ignore[call-arg]


def preference_of_another_type(program: Program) -> None:
    """A text for a number."""
    program.window.change(text_scale="big")  # type: ignore[arg-type]


def unknown_theme() -> None:
    """A theme that does not exist."""
    Preferences().but(theme="pink")  # type: ignore[arg-type]


def signal_with_another_value(program: Program) -> None:
    """A number for a timeline."""
    program.window.course_shown.emit(3)  # type: ignore[arg-type]


def slot_for_another_value(program: Program) -> None:
    """A slot that wants a text, for a signal that brings a step."""
    program.player.step_changed.connect(program.window.voice.say)  # type: ignore[arg-type]


def misspelt_panel(program: Program) -> None:
    """A panel that does not exist."""
    program.panes.open("tabel")  # type: ignore[arg-type]
