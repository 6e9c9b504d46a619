"""The teacher's notes, large, with the step's key moment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sidecar_viz.app.look.fitting import largest_that_fits
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.widgets.scroll_page import ScrollPage
from sidecar_viz.core.markup import isolated, rich
from sidecar_viz.paint.brush.theme import MONO

NOTES, MOMENT = 25, 21
SHRINKS = (1.0, 0.92, 0.84, 0.76, 0.7)


class NotesCard(Card):
    """Shows what the teacher wants to remember; it shrinks before it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_heading(self.tr("Notes"))
        self.page = ScrollPage(self)
        self.text, self.moment = _label(), _label()
        self.moment.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.page.column.addWidget(self.text)
        self.page.column.addWidget(self.moment)
        self.page.column.addStretch(1)
        self.column.addWidget(self.page, 1)

    def show_notes(self, notes: str, moments: tuple[tuple[str, str], ...]) -> None:
        """Show the notes, and the questions with their answers."""
        said = rich(notes, MONO) if notes else self.tr("No notes for this step.")
        self.text.setText(said)
        parts = []
        for question, answer in moments:
            head = self.tr("Key moment: {question}").format(question=isolated(question))
            parts.append(f"{rich(head, MONO)}<br>{rich(answer, MONO)}")
        self.moment.setText("<br><br>".join(parts))
        self.moment.setVisible(bool(parts))
        self.fit()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        super().set_look(look)
        self.page.column.setSpacing(look.px(14))
        self.fit()

    def fit(self) -> None:
        """Take the largest letters with which nothing must be scrolled."""
        look = self.look
        room = self.page.viewport()

        def height_of(shrink: float) -> int:
            self.text.setFont(look.font(NOTES * shrink))
            self.moment.setFont(look.font(MOMENT * shrink))
            return self.page.height_for(room.width())

        largest_that_fits(SHRINKS, height_of, room.height())
        self.page.to_top()


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
