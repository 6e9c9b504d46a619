"""The numbers of "predict first" on the shapes that they stand for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.hands.badges import Badges, Mark
from sidecar_viz.app.play.predictor import Choice, Predictor
from sidecar_viz.app.stage.view import StageView


class PredictionBadges(QObject):
    """Shows what can be guessed as long as somebody is asked."""

    def __init__(self, predictor: Predictor, stage: StageView) -> None:
        """Show it on this *stage* first."""
        super().__init__(predictor)
        self._predictor = predictor
        self.badges = Badges(stage)
        self.badges.chosen.connect(lambda at: predictor.guess_number(at + 1))
        predictor.asked.connect(self._show)
        predictor.guessed.connect(self.badges.clear)
        predictor.put_away.connect(self.badges.clear)

    def add_stage(self, stage: StageView) -> None:
        """Show it on this stage, too."""
        self.badges.add_stage(stage)

    def _show(self, choices: tuple[Choice, ...]) -> None:
        """Number the choices; where all are about one actor, write them there."""
        places = {place for place, _ in choices}
        written = len(places) == 1 < len(choices)
        self.badges.show(
            [
                Mark(place, str(number), said, said if written else "")
                for number, (place, said) in enumerate(choices, start=1)
            ]
        )
