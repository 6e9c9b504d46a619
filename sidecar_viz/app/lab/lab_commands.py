"""Every command of the lab's window: a row with words, keys, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sidecar_viz.app.lab.lab_command import LabCommand, Menu, said, shown_key

if TYPE_CHECKING:
    from sidecar_viz.app.lab.lab import Lab


def _tr(text: str) -> str:
    """Mark a text for translation; it is translated when it is shown."""
    return text


def _row(
    menu: Menu,
    text: str,
    does: Callable[[Lab], object],
    picture: str = "",
    anywhere: str = "",
    *,
    gap: bool = False,
    repeats: bool = False,
) -> LabCommand:
    return LabCommand(
        menu,
        text,
        does,
        tuple(picture.split()),
        tuple(anywhere.split()),
        gap,
        repeats,
    )


LAB_COMMANDS: tuple[LabCommand, ...] = (
    _row("Pod", _tr("Open…"), lambda lab: lab.files.choose(), anywhere="Ctrl+O"),
    _row("Pod", _tr("Paste a manifest"), lambda lab: lab.files.paste(), "Ctrl+V"),
    _row("Pod", _tr("Examples…"), lambda lab: lab.files.examples(), anywhere="Ctrl+L"),
    _row(
        "Pod",
        _tr("Edit the manifest"),
        lambda lab: lab.texts.toggle(),
        anywhere="Ctrl+E",
        gap=True,
    ),
    _row("Pod", _tr("Save…"), lambda lab: lab.files.save(), anywhere="Ctrl+S"),
    _row(
        "Pod",
        _tr("Save the run as a lesson…"),
        lambda lab: lab.files.save_lesson(),
        anywhere="Ctrl+Shift+S",
    ),
    _row(
        "Pod",
        _tr("Save as a page, a film, slides…"),
        lambda lab: lab.saving.ask(),
        anywhere="Ctrl+Shift+X",
    ),
    _row(
        "Pod",
        _tr("Save the time line as a picture…"),
        lambda lab: lab.files.save_picture(),
        anywhere="Ctrl+P",
    ),
    _row(
        "Run",
        _tr("Next change"),
        lambda lab: lab.player.next(),
        "Right PgDown Space",
        repeats=True,
    ),
    _row(
        "Run",
        _tr("Previous change"),
        lambda lab: lab.player.back(),
        "Left PgUp Backspace",
        repeats=True,
    ),
    _row(
        "Run",
        _tr("One second on"),
        lambda lab: lab.player.by(1),
        "Ctrl+Right",
        repeats=True,
    ),
    _row(
        "Run",
        _tr("One second back"),
        lambda lab: lab.player.by(-1),
        "Ctrl+Left",
        repeats=True,
    ),
    _row(
        "Run",
        _tr("Next change of two containers"),
        lambda lab: lab.meet(1),
        "Shift+Right",
        repeats=True,
    ),
    _row(
        "Run",
        _tr("Previous change of two containers"),
        lambda lab: lab.meet(-1),
        "Shift+Left",
        repeats=True,
    ),
    _row("Run", _tr("To the start"), lambda lab: lab.player.jump(0), "Home"),
    _row(
        "Run", _tr("To the end"), lambda lab: lab.player.jump(lab.player.way.end), "End"
    ),
    _row("Run", _tr("Go to a second…"), lambda lab: lab.go_to(), "G"),
    _row("Run", _tr("Play or pause"), lambda lab: lab.toggle_playing(), "K", gap=True),
    _row("Run", _tr("Faster"), lambda lab: lab.faster(1), "+ ="),
    _row("Run", _tr("Slower"), lambda lab: lab.faster(-1), "-"),
    _row("Run", _tr("Why?"), lambda lab: lab.tell_why(), "I", gap=True),
    _row(
        "Run", _tr("Say it again"), lambda lab: lab.voice.say_again(), anywhere="Alt+S"
    ),
    _row(
        "Break", _tr("Break it…"), lambda lab: lab.hands.break_it(), anywhere="Ctrl+I"
    ),
    _row("Break", _tr("Delete the pod…"), lambda lab: lab.hands.delete_it()),
    _row("Break", _tr("What is assumed…"), lambda lab: lab.hands.assume(), "A"),
    _row("Break", _tr("Undo"), lambda lab: lab.hands.undo(), "U Ctrl+Z", gap=True),
    _row("Break", _tr("Redo"), lambda lab: lab.hands.redo(), "Ctrl+Shift+Z"),
    _row(
        "Break", _tr("The undisturbed run"), lambda lab: lab.hands.undo_all(), "Alt+R"
    ),
    _row("View", _tr("Twin run"), lambda lab: lab.compared.toggle(), "M"),
    _row(
        "View",
        _tr("Only the differences of the twin"),
        lambda lab: lab.compared.toggle_only(),
        "D",
    ),
    _row("View", _tr("Predict first"), lambda lab: lab.toggle_predicting(), "P"),
    _row("View", _tr("Less time, more widely"), lambda lab: lab.window.zoom(1.5), "Z"),
    _row("View", _tr("More time"), lambda lab: lab.window.zoom(1 / 1.5), "Shift+Z"),
    _row("View", _tr("Fold idle time"), lambda lab: lab.toggle_folds(), "J"),
    _row(
        "View",
        _tr("Stage"),
        lambda lab: lab.window.stage.setFocus(),
        anywhere="Ctrl+1",
        gap=True,
    ),
    _row(
        "View",
        _tr("kubectl get -w"),
        lambda lab: lab.window.open_tab("kubectl"),
        anywhere="Ctrl+2",
    ),
    _row(
        "View",
        _tr("Containers"),
        lambda lab: lab.window.open_tab("containers"),
        anywhere="Ctrl+3",
    ),
    _row(
        "View",
        _tr("Time line"),
        lambda lab: lab.window.time_line.setFocus(),
        anywhere="Ctrl+4",
    ),
    _row(
        "View",
        _tr("Status as YAML"),
        lambda lab: lab.window.open_tab("yaml"),
        anywhere="Ctrl+5",
    ),
    _row(
        "View",
        _tr("Events"),
        lambda lab: lab.window.open_tab("events"),
        anywhere="Ctrl+6",
    ),
    _row(
        "View",
        _tr("Conditions"),
        lambda lab: lab.window.open_tab("conditions"),
        anywhere="Ctrl+7",
    ),
    _row(
        "View",
        _tr("All changes"),
        lambda lab: lab.window.open_tab("changes"),
        anywhere="Ctrl+8",
    ),
    _row("View", _tr("Tables"), lambda lab: lab.window.toggle_tables(), "T"),
    _row(
        "View",
        _tr("Next pane"),
        lambda lab: lab.window.next_pane(1),
        anywhere="F6",
        gap=True,
    ),
    _row(
        "View",
        _tr("Previous pane"),
        lambda lab: lab.window.next_pane(-1),
        anywhere="Shift+F6",
    ),
    _row(
        "View",
        _tr("Next problem"),
        lambda lab: lab.texts.go_to_problem(1),
        anywhere="F8",
    ),
    _row(
        "View",
        _tr("Previous problem"),
        lambda lab: lab.texts.go_to_problem(-1),
        anywhere="Shift+F8",
    ),
    _row(
        "View",
        _tr("Take the fix"),
        lambda lab: lab.texts.take_fix(),
        anywhere="Alt+Return",
    ),
    _row(
        "Window", _tr("Present the run"), lambda lab: lab.files.present(), anywhere="F5"
    ),
    _row(
        "Window",
        _tr("Full screen"),
        lambda lab: lab.window.toggle_full_screen(),
        anywhere="F11",
    ),
    _row(
        "Window",
        _tr("All keys"),
        lambda lab: lab.show(said("All keys"), keys_text(letters=lab.letters)),
        anywhere="F1",
    ),
    _row(
        "Window",
        _tr("Close"),
        lambda lab: lab.window.close(),
        anywhere="Ctrl+W Ctrl+Q",
        gap=True,
    ),
)


def keys_text(*, letters: bool = True) -> str:
    """Return every command with its keys, a line each.

    Without *letters* single characters are no keys.
    """
    off = said(_tr("Single letters are switched off in the preferences."))
    lines = [] if letters else [off]
    menu = ""
    for row in LAB_COMMANDS:
        if row.menu != menu:
            menu = row.menu
            lines += ["", said(menu)]
        working = row.working(letters=letters)
        keys = ", ".join(shown_key(key) for key in working)
        words = said(row.text)
        lines.append(f"    {words}: {keys}" if keys else f"    {words}")
    return "\n".join(lines).strip()
