"""A bar that says what happened to the files that the program keeps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.widgets.bars import Bar


class NoticeBar(Bar):
    """Says it until it is put away.

    Signals:
        put_away: the user has read it.
    """

    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notice", parent)
        close = self.add_button(self.tr("Close"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.put_away)

    def show_text(self, text: str) -> None:
        """Say this, or with "" nothing any more."""
        if text:
            self.say(text)
        else:
            self.hide()
