"""What the teacher should know while presenting: said in the console."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.present.following import Following
from sidecar_viz.app.present.seats import Seats
from sidecar_viz.app.screens.awake import Awake
from sidecar_viz.app.session.notices import Notices
from sidecar_viz.app.window.opener import LessonOpener


class Warnings(QObject):
    """Hands on what screens, desktop, lessons and kept files have to say."""

    def __init__(
        self,
        following: Following,
        seats: Seats,
        awake: Awake,
        opener: LessonOpener,
        notices: Notices,
    ) -> None:
        super().__init__(following)
        self._say = say = following.show_note
        seats.warned.connect(lambda text: say("screens", text))
        awake.changed.connect(self._show_awake)
        opener.refused.connect(self._show_refused)
        notices.told.connect(lambda text: say("kept", text))
        say("kept", notices.text)

    def _show_awake(self, held: object) -> None:
        said = ""
        if held is False:
            said = self.tr(
                "The screens may go dark: the desktop could not be asked to stay"
                " awake. Switch its screen saver off."
            )
        self._say("awake", said)

    def _show_refused(self, name: str, problems: tuple[str, ...]) -> None:
        said = self.tr("{name} was not opened: {why}")
        why = problems[0] if problems else ""
        self._say("file", said.format(name=name, why=why))
