"""What-ifs begun by hand: by pulling on the picture, or by the number of a plug."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.hands.plugs import Plugs
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.beside.by_hand import Grip
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.markup import isolated


class ByHand(QObject):
    """Lets what-ifs begin on every stage that is shown.

    Signals:
        wanted: the id of the what-if that was begun, "" for the lesson itself.
        told: what there is to say, for screen readers and beside the picture.
    """

    wanted: SignalOf[str] = signal(str)
    told: SignalOf[str] = signal(str)

    def __init__(self, stage: StageView) -> None:
        """Begin on this *stage* first."""
        super().__init__(stage)
        self._plugs: list[Plugs] = []
        self._out = ""
        self._numbers: tuple[Grip, ...] = ()
        self.add_stage(stage)

    def add_stage(self, stage: StageView) -> None:
        """Let them begin on this stage, too."""
        plugs = Plugs(stage)
        plugs.out = self._out
        plugs.taken_out.connect(self.wanted)
        plugs.put_in.connect(lambda: self.wanted.emit(""))
        stage.what_if_wanted.connect(self.wanted)
        self._plugs.append(plugs)

    def show_course(self, course: Course) -> None:
        """Follow to a lesson, or to a what-if that is shown: its plug is out."""
        self.put_away()
        self._out = course.what_if.id if course.what_if else ""
        for plugs in self._plugs:
            plugs.out = self._out
            plugs.clear()

    def ask(self, *, letters: bool) -> None:
        """Show all plugs with numbers, and say them; asked again, put them away.

        *letters*: whether single letters and numbers are keys.
        """
        if self.put_away():
            return
        found = [plugs.show_all() for plugs in self._plugs if plugs.seen()]
        self._numbers = max(found, key=len, default=())
        if not self._numbers:
            self.told.emit(self.tr("Nothing can be pulled out at this step."))
            return
        said = self.tr("Press a number: {names}")
        if not letters:
            said = self.tr(
                "Pull one out with the pointer, or choose it under What if…: {names}"
            )
        self.told.emit(said.format(names=self._names()))

    def take_number(self, number: int) -> bool:
        """Pull the plug with this number (from 1); False if none is asked for."""
        if not self._numbers:
            return False
        if not 1 <= number <= len(self._numbers):
            said = self.tr("There is no {n}: {names}")
            self.told.emit(said.format(n=number, names=self._names()))
            return True
        chosen = self._numbers[number - 1]
        self.put_away()
        self.wanted.emit("" if self._out else chosen.what_if.id)
        return True

    def _names(self) -> str:
        """Say what the numbers stand for."""
        if self._out:
            return self.tr("1 Back to the lesson")
        return ", ".join(
            f"{number} {isolated(_short(grip.what_if.title))}"
            for number, grip in enumerate(self._numbers, start=1)
        )

    def put_away(self) -> bool:
        """Take the numbers away, or a plug out of a hand; whether there were any."""
        held = [plugs.let_go() for plugs in self._plugs]
        if any(held):
            return True
        asked = bool(self._numbers)
        self._numbers = ()
        if asked:
            for plugs in self._plugs:
                plugs.clear()
            self.told.emit("")
        return asked


def _short(title: str) -> str:
    """Return the question of a what-if without what all of them share."""
    asked = title.removeprefix("What if ").removesuffix("?")
    return asked if asked != title else title
