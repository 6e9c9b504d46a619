"""Print answer cards: how many a page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.printing.pdf_dialog import PdfDialog
from sidecar_viz.export.answer_cards import LETTERS, cards_pdf


class CardsDialog(PdfDialog):
    """Makes a PDF of cards with the letters that the lesson's questions need."""

    def __init__(self, letters: int, look: Look, parent: QWidget | None = None) -> None:
        heading = _tr("Print answer cards")
        words = _tr(
            "Cards {letters} to hold up when the class votes, on A4 paper. They work in"
            " black and white: every letter has a frame of its own."
        )
        super().__init__(
            heading,
            words.format(letters=f"A–{LETTERS[letters - 1]}"),
            (_tr("Four cards a page, to cut"), _tr("One large letter a page")),
            "answer-cards.pdf",
            lambda way: cards_pdf(letters, large=bool(way), title=heading),
            look,
            parent,
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
