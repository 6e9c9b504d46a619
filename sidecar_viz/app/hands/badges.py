"""Badges on stages: what can be chosen there, each with its letter or number."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject

from sidecar_viz.app.hands.badge import Badge
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.view import StageView


class Mark(Struct, frozen=True):
    """What can be chosen at an actor or a link: what is written, and what it means.

    With *words* they are written beside the sign.
    """

    place: str
    sign: str
    said: str
    words: str = ""


class Badges(QObject):
    """Shows the same marks on every stage that is seen; none before they are wanted.

    Signals:
        chosen: the number (from 0) of the mark whose badge was clicked.
    """

    chosen: SignalOf[int] = signal(int)

    def __init__(self, stage: StageView) -> None:
        """Show them on this *stage* first."""
        super().__init__(stage)
        self._stages: list[StageView] = []
        self._shown: list[list[Badge]] = []
        self.marks: tuple[Mark, ...] = ()
        self.add_stage(stage)

    def add_stage(self, stage: StageView) -> None:
        """Show them on this stage, too."""
        self._stages.append(stage)
        stage.changed.connect(self._settle)

    def show(self, marks: Sequence[Mark]) -> None:
        """Show these marks, and no others."""
        self.clear()
        self.marks = tuple(marks)
        self._shown = [
            [self._made(stage, number) for number in range(len(self.marks))]
            for stage in self._stages
            if stage.isVisible()
        ]

    def check(self, numbers: Collection[int]) -> None:
        """Draw the badges of these marks full, and no others."""
        for badges in self._shown:
            for at, badge in enumerate(badges):
                badge.setChecked(at in numbers)

    def clear(self) -> None:
        """Take all badges away."""
        shown, self._shown, self.marks = self._shown, [], ()
        for badge in (badge for badges in shown for badge in badges):
            badge.hide()
            badge.deleteLater()

    def _made(self, stage: StageView, number: int) -> Badge:
        mark = self.marks[number]
        others = self.marks[number + 1 :] if mark.words else self.marks[:number]
        before = sum(other.place == mark.place for other in others)
        badge = Badge(
            *(stage, mark.place, mark.said, mark.sign, before),
            words=mark.words,
            column=sum(other.place == mark.place for other in self.marks),
        )
        badge.setCheckable(True)
        badge.clicked.connect(lambda: self.chosen.emit(number))
        return badge

    def _settle(self) -> None:
        """Keep every badge at its place while the stage moves."""
        for badge in (badge for badges in self._shown for badge in badges):
            badge.settle()
