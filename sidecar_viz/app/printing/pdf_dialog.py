"""Print something: a choice, and where the PDF goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QWidget,
)

from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.reason import reason_of
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.rows import Choices
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.files.saved.whole import write_whole

MEASURES = Measures(width=760, growth=0.6)
SPACING = 16


class PdfWords(Struct, frozen=True):
    """What the dialog says.

    *heading* is what is made, *about* what it is good for, *ways* the two ways to
    choose from, *file* what the file is called at first.
    """

    heading: str
    about: str
    ways: tuple[str, str]
    file: str


class PdfDialog(QDialog):
    """Makes a PDF, in one of two ways, that can be opened to be printed."""

    def __init__(
        self,
        words: PdfWords,
        make: Callable[[int], bytes],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; *make* gives the PDF for the first way (0) or the second."""
        super().__init__(parent)
        self._make, self._file = make, words.file
        self.saved: Path | None = None
        self.frame = DialogFrame(self, words.heading, MEASURES)
        self.page = self.frame.add_page()
        self.words = PlainLabel(words.about, self)
        self.words.setWordWrap(True)
        self.ways = Choices(words.heading, words.ways, self)
        self.ways.show_picked(0)
        self.frame.name(self.ways)
        self.words.setBuddy(self.ways)
        self.message = PlainLabel("", self)
        self.message.setWordWrap(True)
        self.message.hide()
        self.save = KeyButton(self.tr("Save as PDF…"), "Enter", self, primary=True)
        self.opens = EdgedButton(self.tr("Open to print"), "", self)
        self.opens.hide()
        self.shut = EdgedButton(self.tr("Close"), "Esc", self)
        self.frame.add_buttons((), (self.shut, self.opens, self.save))
        self.save.setDefault(True)
        for part in (self.words, self.ways, self.message):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self.save.clicked.connect(self._choose_file)
        self.opens.clicked.connect(self._open_file)
        self.shut.clicked.connect(self.reject)
        self.set_look(look)

    @property
    def way(self) -> int:
        """The way that was chosen: 0 or 1."""
        return int(self.ways.buttons[1].isChecked())

    def save_to(self, path: Path) -> bool:
        """Write the PDF; say where it is, or why it is not there."""
        try:
            write_whole(path, self._make(self.way))
        except OSError as error:
            said = self.tr("The PDF could not be saved: {why}.")
            self._say(said.format(why=reason_of(error)))
            return False
        self.saved = path
        self._say(self.tr("The PDF is in {file}.").format(file=path))
        self.opens.show()
        self.opens.setFocus()
        return True

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()
        self.page.follow(self.message)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as PDF"), "", "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_file(self) -> None:
        if self.saved is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved))):
            said = self.tr(
                "No program was found that shows PDF files; it is in {file}."
            )
            self._say(said.format(file=self.saved))

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self.page.column.setSpacing(look.px(SPACING))
        for label in (self.words, self.message):
            label.setFont(look.font(18))
        self.ways.set_look(look)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, with room for the line that says where the PDF is."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place_around(self.page, spare=self.frame.look.roomy(120))
            self.save.setFocus()
