"""Print answer cards: how many a page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.printing.pdf_dialog import Pdf, PdfDialog, PdfWords
from sidecar_viz.export.paper.answer_cards import LETTERS, cards_pdf


def cards_dialog(letters: int, look: Look, parent: QWidget | None = None) -> PdfDialog:
    """Make a dialog for a PDF of cards with so many letters, from A on."""
    heading = _tr("Print answer cards")
    about = _tr(
        "Cards {letters} to hold up when the class votes, on A4 paper. They work in"
        " black and white: every letter has a frame of its own."
    )
    words = PdfWords(
        heading,
        about.format(letters=f"A–{LETTERS[letters - 1]}"),
        (_tr("Four cards a page, to cut"), _tr("One large letter a page")),
        "answer-cards.pdf",
    )

    def make(way: int) -> Pdf:
        made = cards_pdf(letters, large=bool(way), title=heading)
        return Pdf(iter((made,)), 0)

    return PdfDialog(words, make, look, parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
