"""Print a handout of the lesson: for pupils, or for the teacher."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.printing.pdf_dialog import Pdf, PdfDialog, PdfWords
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.paper.handout import handout_pdf


def handout_dialog(
    lesson: Lesson, look: Look, parent: QWidget | None = None
) -> PdfDialog:
    """Make a dialog for a PDF of all steps, with pictures and words."""
    words = PdfWords(
        _tr("Print a handout"),
        _tr(
            "Every step with its picture and its words on A4 paper, then the key"
            " moments and the quiz."
        ),
        (
            _tr("For pupils: questions without answers"),
            _tr("For the teacher: with notes and answers"),
        ),
        f"{lesson.id}-handout.pdf",
    )

    def make(way: int) -> Pdf:
        return Pdf(handout_pdf(lesson, teacher=bool(way)), len(lesson.steps) + 1)

    return PdfDialog(words, make, look, parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("handout", text)
