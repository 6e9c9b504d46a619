"""The bar over the panels while a lesson is edited: what is watched, and how it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.widgets.bars import Bar
from sidecar_viz.core.markup import isolated


class EditBar(Bar):
    """Says which file is read whenever it is saved.

    Signals:
        editor_wanted: the file shall be opened in the system's editor.
        copy_wanted: a copy to edit shall be made.
        left: the lesson is edited no more.
    """

    editor_wanted = Signal()
    copy_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("question", parent)
        self.editor = self.add_button(self.tr("Open in editor"))
        self.editor.clicked.connect(self.editor_wanted)
        self.copy = self.add_button(self.tr("Make a copy"))
        self.copy.clicked.connect(self.copy_wanted)
        self.stop = self.add_button(self.tr("Stop"), "Ctrl E")
        self.stop.clicked.connect(self.left)

    def show_file(self, file: str, state: str) -> None:
        """Name the *file* and say in a few words how it stands."""
        self.editor.show()
        self.copy.hide()
        words = self.tr("Editing {file}: save it in your editor. {state}")
        self.say(words.format(file=file, state=state).strip())

    def offer_copy(self, title: str) -> None:
        """Say that this lesson belongs to the program."""
        self.editor.hide()
        self.copy.show()
        words = self.tr("“{title}” came with the program. Edit a copy of your own.")
        self.say(words.format(title=isolated(title)))
