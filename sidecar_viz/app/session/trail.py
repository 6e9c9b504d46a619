"""Follows one item of the ledger through all columns, on every stage."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.markup import isolated, plain


class Trail(QObject):
    """Knows which item is followed; the stages show it.

    Signals:
        told: what screen readers are told of it.
    """

    told: SignalOf[str] = signal(str)

    def __init__(self, stage: StageView) -> None:
        """Follow on this *stage* first; it says what is there to be followed."""
        super().__init__(stage)
        self._first = stage
        self._stages = [stage]
        stage.item_chosen.connect(self.follow)

    def add_stage(self, stage: StageView) -> None:
        """Follow on this stage, too."""
        self._stages.append(stage)
        stage.item_chosen.connect(self.follow)

    def follow(self, item: int) -> None:
        """Follow an item, or no longer if it is followed already."""
        self._show(0 if item == self._first.picture.followed else item)

    def step(self, by: int) -> None:
        """Follow the next item (+1) or the one before (-1); after the last none."""
        stage = self._first.picture.stage
        if stage is None or self._ledger() == ():
            self.told.emit(self.tr("This lesson has no lines to follow."))
            return
        there = sorted({item for state in stage.actors for item in state.holds})
        around = [0, *there]
        now = self._first.picture.followed
        at = around.index(now) if now in around else 0
        self._show(around[(at + by) % len(around)])

    def _show(self, item: int) -> None:
        for stage in self._stages:
            stage.follow(item)
        self.told.emit(self._words(item))

    def _words(self, item: int) -> str:
        """Say what is followed and who has it."""
        lesson, stage = self._first.lesson, self._first.picture.stage
        if not item or lesson is None or stage is None:
            return self.tr("No line is followed.")
        have = {state.id for state in stage.actors if item in state.holds}
        names = [isolated(actor.name) for actor in lesson.actors if actor.id in have]
        return self.tr("Line {number}, {text}: {names}.").format(
            number=item,
            text=isolated(plain(self._ledger()[item - 1])),
            names=", ".join(names) or self.tr("nobody has it"),
        )

    def _ledger(self) -> tuple[str, ...]:
        lesson = self._first.lesson
        return lesson.ledger.items if lesson and lesson.ledger else ()
