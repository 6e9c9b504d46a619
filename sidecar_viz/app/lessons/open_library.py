"""Opens the library, and from it a lesson or a file; loaded when first wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.lessons.library_dialog import LibraryDialog
from sidecar_viz.app.session.saved_session import keeper_of
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.library.places import LibraryError, user_folder
from sidecar_viz.files.library.shelf import Entry, shelf


def open_library(window: MainWindow) -> None:
    """Let the user choose a lesson; where none is found, a file."""
    try:
        entries = shelf()
    except LibraryError:
        entries = ()
    if not entries:
        open_file(window)
        return
    window.dialogs.library(lambda over: _dialog(window, entries, over))


def open_file(window: MainWindow) -> None:
    """Let the user choose a lesson's file."""
    folder = str(window.path.parent) if window.path else ""
    window.dialogs.file(folder, window.desk.open)


def _dialog(window: MainWindow, entries: tuple[Entry, ...], over: QWidget) -> QDialog:
    dialog = LibraryDialog(
        entries,
        window.path,
        keeper_of(window).progress,
        user_folder(),
        window.look.theme,
        over,
    )
    dialog.chosen.connect(window.desk.open)
    dialog.file_wanted.connect(lambda: open_file(window))
    return dialog
