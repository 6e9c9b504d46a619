"""The why line: what holds the next thing back, or has just caused this one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.pods.asking.reasons.said import Why
from sidecar_viz.pods.given.pod import Pod

WORDS = 320  # of the design: what the words have, at least, before buttons have any


class WhyLine(QFrame):
    """Says why it is so, by which rule, and which lines of the manifest decide it.

    Signals:
        rule_wanted: the rule is to be read.
        lines_wanted: the numbers of the manifest's lines that decide it.
    """

    rule_wanted = Signal()
    lines_wanted: SignalOf[tuple[int, ...]] = signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._why: Why | None = None
        self._lines: tuple[int, ...] = ()
        self._look = Look()
        self._brief = False
        self._said = PlainLabel("", self)
        self._more = PlainLabel("", self)
        for label in (self._said, self._more):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.rule = KeyButton("", "I", self, compact=True)
        self.lines = KeyButton("", "", self, compact=True)
        self.rule.clicked.connect(self.rule_wanted)
        self.lines.clicked.connect(lambda: self.lines_wanted.emit(self._lines))
        words = QVBoxLayout()
        words.addWidget(self._said)
        words.addWidget(self._more)
        words.setSpacing(2)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.rule)
        self._row.addWidget(self.lines)
        self.setAccessibleName(self.tr("Why"))

    @property
    def why(self) -> Why | None:
        """What is said now."""
        return self._why

    @property
    def numbers(self) -> tuple[int, ...]:
        """The lines of the manifest that decide it."""
        return self._lines

    def show_why(self, why: Why, pod: Pod, file: str) -> None:
        """Say another reason."""
        if why == self._why:
            return
        self._why = why
        self._show(why.said, why.more)
        rule = self.tr("Rule: {name}").format(name=why.rule)
        self.rule.setText(rule)
        self._lines = lines_of(why, pod)
        numbers = ", ".join(str(line) for line in self._lines[:3])
        self.lines.setText(f"{file}:{numbers}" if self._lines else "")
        self.updateGeometry()
        self._arrange()

    def show_bar(self, began: str, ended: str) -> None:
        """Say why a bar began and why it ended, until the next reason."""
        self._why = None
        self._show(began, ended)

    def _show(self, said: str, more: str) -> None:
        self._said.setText(said)
        self._more.setText(more)
        self._arrange()

    def set_brief(self, *, brief: bool) -> None:
        """Show the reason only, in a low window; or the rule's words below it, too."""
        self._brief = brief
        self._arrange()

    def spoken(self) -> str:
        """Return what is said, for a screen reader."""
        return f"{self._said.text()} {self._more.text()}"

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        side = look.px(16)
        self._row.setContentsMargins(side, look.px(8), side, look.px(8))
        self._row.setSpacing(look.px(10))
        self._said.setFont(look.font(18, BOLD))
        self._more.setFont(look.font(15.5))
        self.rule.set_look(look)
        self.lines.set_look(look)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for some words; the buttons are left away."""
        least = self._look.text_px(WORDS) / 2
        return QSize(round(least), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Leave away what has no room: the menu's "Why?" tells all of it."""
        self._more.setVisible(bool(self._more.text()) and not self._brief)
        margins, spacing = self._row.contentsMargins(), self._row.spacing()
        room = self.width() - margins.left() - margins.right()
        room -= round(self._look.text_px(WORDS))
        for button in (self.rule, self.lines):
            button.updateGeometry()
            wide = button.sizeHint().width() + spacing
            fits = wide <= room and bool(button.text())
            button.setVisible(fits)
            if fits:
                room -= wide


def lines_of(why: Why, pod: Pod) -> tuple[int, ...]:
    """Return the numbers of the manifest's lines that decide it, in order."""
    found = {pod.places.line(name, *fields) for name, fields in why.fields}
    return tuple(sorted(found))
