"""What is pointed at and chosen on one stage is seen and explained on both."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.present.tools.presented_stage import PresentedStage
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.window.main_window import MainWindow


class Pointing(QObject):
    """Connects two stages with the window's highlighter, and with each other."""

    def __init__(
        self, window: MainWindow, tools: Tools, stages: tuple[PresentedStage, ...]
    ) -> None:
        super().__init__(tools)
        self.picked = ""
        self._window, self._tools, self._stages = window, tools, stages
        window.highlighter.on_stage.connect(self._mark)
        for stage in stages:
            stage.chosen.connect(self._choose)
            stage.hovered.connect(self._hover)

    def _mark(self, ids: frozenset[str]) -> None:
        self.picked = next(iter(ids)) if len(ids) == 1 else ""
        for stage in self._stages:
            if stage.lesson is not None:
                stage.set_marked(ids)

    def _choose(self, actor_id: str) -> None:
        """With the pen, ring the actor; else explain it, or take it for a guess."""
        stage = self.sender()
        if actor_id and self._tools.tool == "pen" and isinstance(stage, PresentedStage):
            self._tools.draw(stage.ring_round(actor_id))
        else:
            self._window.views.work.stage.chosen.emit(actor_id)

    def _hover(self, actor_id: str) -> None:
        """Only the keyboard's choice: the mouse crosses the console all the time."""
        here = self.sender()
        if not isinstance(here, PresentedStage) or here.hot != actor_id:
            return
        self._window.highlighter.hover_actor(actor_id)
        for stage in self._stages:
            if stage is not here:
                stage.set_marked(frozenset({actor_id} - {""}))
