"""What is pointed at and chosen on one stage is seen and explained on both."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.present.tools.presented_stage import PresentedStage
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.window.highlighter import Highlighter


class Pointing(QObject):
    """Connects two stages with the highlighter, and with each other.

    Signals:
        picked: the id of the one actor that is marked, "" for none or several.
    """

    picked: SignalOf[str] = signal(str)

    def __init__(
        self,
        highlighter: Highlighter,
        tools: Tools,
        stages: tuple[PresentedStage, ...],
    ) -> None:
        super().__init__(tools)
        self._highlighter, self._tools, self._stages = highlighter, tools, stages
        highlighter.on_stage.connect(self._mark)
        for stage in stages:
            view = stage.view
            view.chosen.connect(lambda actor, at=stage: self._choose(at, actor))
            view.hovered.connect(lambda actor, at=view: self._hover(at, actor))

    def _mark(self, ids: frozenset[str]) -> None:
        self.picked.emit(next(iter(ids)) if len(ids) == 1 else "")
        for stage in self._stages:
            if stage.view.lesson is not None:
                stage.view.set_marked(ids)

    def _choose(self, stage: PresentedStage, actor_id: str) -> None:
        """Ring the actor, with the pen; else explain it, or take it as a guess."""
        if actor_id and self._tools.tool == "pen":
            self._tools.draw(stage.ring_round(actor_id))
        else:
            self._highlighter.choose_actor(actor_id)

    def _hover(self, here: StageView, actor_id: str) -> None:
        """Only the keyboard's choice: the mouse crosses the console all the time."""
        if here.hot != actor_id:
            return
        self._highlighter.hover_actor(actor_id)
        for stage in self._stages:
            if stage.view is not here:
                stage.view.set_marked(frozenset({actor_id} - {""}))
