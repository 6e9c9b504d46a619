"""The lesson's own run beside a what-if: in the window, and for the class."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.preferences.preferences import PreferenceName, Preferences
from sidecar_viz.app.present.audience.audience import AudienceView
from sidecar_viz.app.twin.comparison import Comparison
from sidecar_viz.app.twin.pane import TwinPane
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.markup import isolated


class Split(QObject):
    """Switches the split view, and keeps every view as it is.

    Attributes:
        comparison: what is compared.
    """

    def __init__(self, window: MainWindow) -> None:
        """Begin as it is chosen in the preferences."""
        super().__init__(window)
        self._window = window
        self.comparison = Comparison(window.player, self)
        work = window.views.work
        self.pane = TwinPane(work.stage, work.stage_card)
        self.pane.follow(self.comparison)
        work.stand_beside(self.pane)
        window.highlighter.on_stage.connect(self.pane.mark)
        self.comparison.turned.connect(lambda _on: work.part_stage())
        self.comparison.turned.connect(lambda _on: self._check())
        window.course_shown.connect(self.comparison.show_course)
        window.preferences_changed.connect(self._follow)
        self.comparison.set_wanted(wanted=window.preferences.split_view)

    def show_class(self, audience: AudienceView) -> None:
        """Split the class's view, too."""
        pane = TwinPane(audience.stage, audience, audience.presented.lens)
        audience.presented.lead(pane.stage)
        pane.follow(self.comparison)
        audience.stand_beside(pane)
        self._window.highlighter.on_stage.connect(pane.mark)
        self.comparison.turned.connect(lambda _on: audience.arrange())

    def toggle(self) -> None:
        """Show two runs, or one; without a what-if say so, and offer the what-ifs."""
        window = self._window
        if window.player.timeline.course.what_if is None:
            self._check()
            self._offer()
            return
        window.change(split_view=not window.preferences.split_view)
        self._check()
        window.voice.say(self._state())

    def _offer(self) -> None:
        window = self._window
        said = self.tr("There is nothing to compare: choose a what-if.")
        if not window.lesson.what_ifs:
            said = self.tr("There is nothing to compare: this lesson has no what-ifs.")
        window.highlighter.say(said)
        window.voice.say(said)
        window.dialogs.what_if(window.lesson, "", self._begin)

    def _begin(self, what_if_id: str) -> None:
        if what_if_id:
            self._window.change(split_view=True)
        self._window.show_what_if(what_if_id)

    def _follow(self, chosen: Preferences, changed: frozenset[PreferenceName]) -> None:
        if "split_view" in changed:
            self.comparison.set_wanted(wanted=chosen.split_view)

    def _check(self) -> None:
        """Show in the menu whether there are two."""
        action = self._window.commands["split_view"]
        action.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        action.setChecked(self.comparison.on)
        action.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _state(self) -> str:
        """Say whether there are two, and what differs now."""
        moment = self.comparison.moment()
        if moment is None:
            return self.tr("Split view: off.")
        actors = self._window.lesson.actors
        names = [isolated(a.name) for a in actors if a.id in moment.differs]
        said = self.tr("Split view: on. Otherwise than in the lesson: {names}.")
        return said.format(names=", ".join(names) or self.tr("nothing"))
