"""Where the parts of the twin lie, and which of them give way in a small window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from sidecar_viz.app.lab.views.twin.twin_side import TwinSide
from sidecar_viz.app.look.look import Look

HIGH, WIDE, WIDER = 42, 60, 80  # ems: for pictures and a lane, words, and manifest
ROOMY = 52  # ems: so high that a remark takes no lane away
EM = 16.0  # of the design
COLUMNS, ROWS = (14, 52, 34), (42, 58)  # shares of the room


class TwinCards:
    """Lays cards out in a view: manifest, pods and words; remark; both time lines.

    Attributes:
        roomy: whether a remark has room in a row of its own.
    """

    def __init__(
        self,
        view: QWidget,
        bar: QWidget,
        manifest: QWidget,
        sides: tuple[TwinSide, TwinSide],
        words: tuple[QWidget, ...],
        remark: QWidget,
    ) -> None:
        self._em, self.roomy = EM, False
        self._manifest = _column(view, manifest)
        self._pods, both = QFrame(view), QGridLayout()
        self._pods.setLayout(both)
        for n, side in enumerate(sides):
            both.addWidget(side.heads[0], 0, n)
            both.addWidget(side.stage, 1, n)
        both.setRowStretch(1, 1)
        self._words = _column(view, *words)
        lines, column = QFrame(view), QVBoxLayout()
        lines.setLayout(column)
        for side in sides:
            column.addWidget(side.heads[1])
            column.addWidget(side.line, 1)
        self._high = (self._manifest, self._pods, self._words)
        for card in (*self._high, lines):
            card.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._grid = QGridLayout(view)
        self._grid.addWidget(bar, 0, 0, 1, 3)
        for n, card in enumerate(self._high):
            self._grid.addWidget(card, 1, n)
        self._remark = remark
        remark.hide()
        self._grid.addWidget(remark, 2, 0, 1, 3)
        self._grid.addWidget(lines, 3, 0, 1, 3)
        self._grid.setRowStretch(3, ROWS[1])

    def set_look(self, look: Look) -> None:
        """Take the lengths of a look."""
        self._em = look.text_px(EM)
        self._grid.setSpacing(look.px(8))
        self._grid.setContentsMargins(look.px(10), 0, look.px(10), 0)

    def show_remark(self, *, shown: bool) -> None:
        """Give the remark a row of its own, or none."""
        self._remark.setVisible(shown)

    def arrange(self, view: QWidget) -> None:
        """Give the time lines the room of tables and pictures that had too little."""
        wide, em = view.width(), self._em
        high, self.roomy = (view.height() >= least * em for least in (HIGH, ROOMY))
        self._manifest.setVisible(high and wide >= WIDER * em)
        self._words.setVisible(high and wide >= WIDE * em)
        self._pods.setVisible(high)
        for column, card in enumerate(self._high):
            share = COLUMNS[column] if card.isVisibleTo(view) else 0
            self._grid.setColumnStretch(column, share)
        self._grid.setRowStretch(1, ROWS[0] if high else 0)
        self._grid.activate()  # else one picture would be seen with what gave way


def _column(view: QWidget, *parts: QWidget) -> QFrame:
    card = QFrame(view)
    column = QVBoxLayout(card)
    for part in parts:
        column.addWidget(part)
    return card
