"""The row over the time line: first, play, next change, the second, speed, folds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import IconButton, KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.pods.running.simulate import LOOP
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run


class Transport(QWidget):
    """Buttons that move the playhead, and what second it is.

    Signals:
        first_wanted, play_wanted, next_wanted: as the buttons say.
        speed_wanted: another speed.
        folding_wanted: whether idle time is to be folded.
        undo_wanted: the last break is to be undone.
        break_wanted: something is to be broken here.
    """

    first_wanted = Signal()
    play_wanted = Signal()
    next_wanted = Signal()
    speed_wanted = Signal()
    folding_wanted: SignalOf[bool] = signal(bool)
    undo_wanted = Signal()
    break_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = IconButton("first", self.tr("To the start"), self)
        self.play = KeyButton(self.tr("Play"), "K", self, primary=True, narrows=True)
        self.next = KeyButton(self.tr("Next change"), "→", self, narrows=True)
        self._second = PlainLabel("", self)
        self._of = PlainLabel("", self)
        self._of.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.speed = KeyButton("", "", self, compact=True, narrows=True)
        self.folds = KeyButton(
            self.tr("Idle folded"), "J", self, compact=True, narrows=True
        )
        self.folds.setCheckable(True)
        self.folds.setChecked(True)
        self.undo = KeyButton("", "U", self, compact=True, narrows=True)
        self.break_it = KeyButton(self.tr("Break it…"), "Ctrl I", self, narrows=True)
        self._undoable = False
        self.undo.hide()
        for button, told in (
            (self.first, self.first_wanted),
            (self.play, self.play_wanted),
            (self.next, self.next_wanted),
            (self.speed, self.speed_wanted),
            (self.undo, self.undo_wanted),
            (self.break_it, self.break_wanted),
        ):
            button.clicked.connect(told)
        self.folds.toggled.connect(self.folding_wanted)
        self._row = QHBoxLayout(self)
        for part in (self.first, self.play, self.next, self._second, self._of):
            self._row.addWidget(part)
        self._row.addWidget(self.speed)
        self._row.addWidget(self.folds)
        self._row.addStretch(1)
        self._row.addWidget(self.undo)
        self._row.addWidget(self.break_it)

    def show_second(self, t: float, run: Run, *, hidden: bool = False) -> None:
        """Say at which second the playhead is, and of how many.

        While what is ahead is *hidden*, it is not told how long it goes on.
        """
        self._second.setText(seconds(t))
        if hidden and t < run.last:
            of = ""
        elif run.stopped == LOOP:
            of = self.tr("it never ends")
        elif run.over:
            of = self.tr("of {end}").format(end=seconds(run.last))
        else:
            of = self.tr("it goes on")
        self._of.setText(of)
        self.break_it.setText(self.tr("Break it at {t}…").format(t=seconds(t)))
        self._arrange()

    def show_playing(self, playing: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Offer to stop while it plays."""
        self.play.setText(self.tr("Pause") if playing else self.tr("Play"))
        self._arrange()

    def show_speed(self, speed: float) -> None:
        """Say how fast it plays."""
        self.speed.setText(self.tr("Speed {n}×").format(n=f"{speed:g}"))
        self._arrange()

    def show_undo(self, what: str) -> None:
        """Offer to undo the last break; "" offers nothing."""
        self.undo.setText(self.tr("Undo {what}").format(what=what))
        self._undoable = bool(what)
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._row.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(4))
        self._row.setSpacing(look.px(10))
        self._second.setFont(look.font(21, BOLD))
        self._of.setFont(look.font(15.5))
        for button in (
            *(self.first, self.play, self.next, self.speed, self.folds),
            *(self.undo, self.break_it),
        ):
            button.set_look(look)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for the main button's room only; the others are left away."""
        margins = self._row.contentsMargins()
        sides = margins.left() + margins.right()
        least = self.play.minimumSizeHint().width() + sides
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Leave away what has no room with its words: all of it is in the menus, too.

        The keys go first: buttons draw them only where there is room.
        """
        margins, spacing = self._row.contentsMargins(), self._row.spacing()
        room = self.width() - margins.left() - margins.right()
        kept = (
            *(self.play, self._second, self.next, self.break_it, self.undo),
            *(self.first, self._of, self.folds, self.speed),
        )
        for part in kept:
            part.updateGeometry()
            wide = part.minimumSizeHint().width() + spacing
            fits = wide <= room and (part is not self.undo or self._undoable)
            part.setVisible(fits)
            if fits:
                room -= wide
