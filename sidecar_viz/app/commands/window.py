"""Commands: the window, its parts and the help."""

from __future__ import annotations

from sidecar_viz.app.commands.row import CommandRow, row

WINDOW: tuple[CommandRow, ...] = (
    row(
        "next_pane",
        "Next pane",
        "Put the focus on the next part of the window",
        "Window",
        anywhere="F6",
        does=lambda at: at.panes.go_round(1),
        on_show=lambda show: show.seats.other_window(),
    ),
    row(
        "previous_pane",
        "Previous pane",
        "Put the focus on the part of the window before this one",
        "Window",
        anywhere="Shift+F6",
        does=lambda at: at.panes.go_round(-1),
        on_show=lambda show: show.seats.other_window(),
    ),
    row(
        "say_again",
        "Say this step again",
        "Let the screen reader repeat the step",
        "Window",
        anywhere="Alt+S",
        does=lambda at: at.window.voice.say_again(),
    ),
    row(
        "help",
        "All keys",
        "Show all keys",
        "Window",
        stage="?",
        anywhere="F1",
        does=lambda at: at.offers.help(),
        gap=True,
    ),
    row(
        "about",
        "About sidecar_viz…",
        "Version, licences, and what is never sent",
        "Window",
        does=lambda at: at.window.dialogs.about(),
    ),
    row(
        "leave",
        "Close what is on top",
        "Close what lies on top: a dialog, black, a question, full screen",
        "Window",
        anywhere="Esc",
        does=lambda at: at.layers.leave(),
        on_show=lambda show: show.leave_layer(),
    ),
)
