"""Print something: a choice, and where the PDF goes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
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
from sidecar_viz.files.saved.whole import write_pieces

MEASURES = Measures(width=760, growth=0.6)
SPACING = 16
FEW = 30  # steps that are drawn before anybody could read how many are


class PdfWords(Struct, frozen=True):
    """What the dialog says.

    *heading* is what is made, *about* what it is good for, *ways* the two ways to
    choose from, *file* what the file is called at first.
    """

    heading: str
    about: str
    ways: tuple[str, str]
    file: str


class Pdf(Struct, frozen=True):
    """A PDF that is made while its *pieces* are asked for; there are so many *steps*.

    The first piece is no step's.
    """

    pieces: Iterator[bytes]
    steps: int


class PdfDialog(QDialog):
    """Makes a PDF, in one of two ways, that can be opened to be printed.

    It is made piece by piece: the window goes on meanwhile, what is done is told, and
    it can be stopped.
    """

    def __init__(
        self,
        words: PdfWords,
        make: Callable[[int], Pdf],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; *make* gives the PDF for the first way (0) or the second."""
        super().__init__(parent)
        self._make, self._file = make, words.file
        self._writing: Generator[int] | None = None
        self._going_to, self._steps = Path(), 0
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._write_more)
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
        self.stop = EdgedButton(self.tr("Stop"), "", self)
        self.stop.hide()
        self.save = KeyButton(self.tr("Save as PDF…"), "Enter", self, primary=True)
        self.opens = EdgedButton(self.tr("Open to print"), "", self)
        self.opens.hide()
        self.shut = EdgedButton(self.tr("Close"), "Esc", self)
        self.frame.add_buttons((), (self.shut, self.stop, self.opens, self.save))
        self.save.setDefault(True)
        for part in (self.words, self.ways, self.message):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self.save.clicked.connect(self._choose_file)
        self.stop.clicked.connect(self._stop)
        self.opens.clicked.connect(self._open_file)
        self.shut.clicked.connect(self.reject)
        self.set_look(look)

    @property
    def way(self) -> int:
        """The way that was chosen: 0 or 1."""
        return int(self.ways.buttons[1].isChecked())

    @property
    def working(self) -> bool:
        """Whether a PDF is being made."""
        return self._writing is not None

    def save_to(self, path: Path) -> None:
        """Begin to write the PDF; at the end, say where it is, or why it is not there.

        Until all of it is there, what was at *path* stays.
        """
        if self.working:
            return
        pdf = self._make(self.way)
        self._writing = write_pieces(path, pdf.pieces)
        self._going_to, self._steps = path, pdf.steps
        self.opens.hide()
        self._let_choose(choose=False)
        self._next.start()

    def _write_more(self) -> None:
        """Write the next piece."""
        try:
            number = next(self._writing or iter(()), None)
        except OSError as error:
            self._end()
            said = self.tr("The PDF could not be saved: {why}.")
            self._say(said.format(why=reason_of(error)))
            return
        if number is None:
            self._end()
            self._tell_saved()
        elif self._steps > FEW and 0 < number - 1 <= self._steps:
            said = self.tr("Step {step} of {end} is drawn.")
            self._say(said.format(step=number - 1, end=self._steps))

    def _tell_saved(self) -> None:
        self.saved = self._going_to
        self._say(self.tr("The PDF is in {file}.").format(file=self.saved))
        self.opens.show()
        self.opens.setFocus()

    def _stop(self) -> None:
        """Make no more of it; what was there before stays."""
        if self._writing is not None:
            self._writing.close()
        self._end()
        self._say(self.tr("Stopped. No PDF was saved."))

    def _end(self) -> None:
        self._next.stop()
        self._writing = None
        self._let_choose(choose=True)

    def _let_choose(self, *, choose: bool) -> None:
        self.save.setVisible(choose)
        self.ways.setEnabled(choose)
        self.stop.setVisible(not choose)
        (self.save if choose else self.stop).setFocus()

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing for who has gone."""
        super().hideEvent(event)
        if self.working and not event.spontaneous():
            self._stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, with room for the line that says where the PDF is."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place_around(self.page, spare=self.frame.look.roomy(120))
            self.save.setFocus()
