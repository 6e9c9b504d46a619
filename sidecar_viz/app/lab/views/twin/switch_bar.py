"""The bar of the twin: the one thing that is switched, and what of both is shown."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.choice_box import ChoiceBox
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.pods.asking.twin import Switch


class SwitchBar(QFrame):
    """Lets one of a pod's switches be chosen.

    Attributes:
        choice: the switches, each with what is so now and what would be.
        only: whether nothing but the differences is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._switches: tuple[Switch, ...] = ()
        self._label = PlainLabel(self.tr("One switch"), self)
        self.choice = ChoiceBox(self)
        self._label.setBuddy(self.choice)
        self.only = KeyButton(self.tr("Only the differences"), "D", self, compact=True)
        self.only.setCheckable(True)
        self._same = PlainLabel(self.tr("All else is the same"), self)
        self._same.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addWidget(self.choice)
        self._row.addWidget(self.only)
        self._row.addStretch(1)
        self._row.addWidget(self._same)

    @property
    def chosen(self) -> Switch | None:
        """The switch that is chosen; None if there is none."""
        at = self.choice.currentIndex()
        return self._switches[at] if 0 <= at < len(self._switches) else None

    def show_switches(self, switches: tuple[Switch, ...]) -> None:
        """Offer others; the one that was chosen still is, if it is there."""
        was = self.choice.currentText()
        self._switches = switches
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for one in switches:
                self.choice.addItem(f"{one.word}: {one.now} / {one.then}")
            self.choice.setCurrentIndex(max(0, self.choice.findText(was)))
        self.choice.tell()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        gap = look.px(8)
        self._row.setContentsMargins(look.px(16), gap, look.px(16), gap)
        self._row.setSpacing(look.px(14))
        self._label.setFont(look.font(17, BOLD))
        self._same.setFont(look.font(15))
        self.choice.setFont(look.font(16))
        self.only.set_look(look)
