"""The plugs of one stage: seen where the pointer or the keyboard is, or all at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer

from sidecar_viz.app.hands.badge import Sign
from sidecar_viz.app.hands.cord import Cord
from sidecar_viz.app.hands.plug import Plug
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.beside.by_hand import Grip, grips, grips_near

LINGERS = 900
"""Milliseconds that plugs stay when the pointer has left their actor."""


class Plugs(QObject):
    """Shows where the what-ifs of the lesson begin, and tells which one does.

    Signals:
        taken_out: the id of the what-if whose plug was pulled.
        put_in: the plug that is out was put back.

    Attributes:
        out: the id of the what-if that is shown, "" for the lesson itself.
        shown: the plugs that can be seen.
    """

    taken_out: SignalOf[str] = signal(str)
    put_in: SignalOf[()] = signal()

    def __init__(self, stage: StageView, *, lingers: int = LINGERS) -> None:
        """Watch a stage; nothing is seen before somebody points at something.

        Args:
            lingers: milliseconds that plugs stay when the pointer has left.
        """
        super().__init__(stage)
        self._stage = stage
        self.out = ""
        self.shown: list[Plug] = []
        self._pairs: list[tuple[Grip, Plug]] = []
        self._numbered = False
        self._cord: Cord | None = None
        self._going = QTimer(self, singleShot=True, interval=lingers)
        self._going.timeout.connect(self._go)
        stage.hovered.connect(self._look)
        stage.changed.connect(self._settle)
        stage.installEventFilter(self)

    def grips(self) -> tuple[Grip, ...]:
        """List what can be pulled now: all, or only what is out already."""
        lesson = self._stage.lesson
        every = grips(lesson) if lesson is not None else ()
        return tuple(g for g in every if self.out in ("", g.what_if.id))

    @property
    def going(self) -> bool:
        """Whether the plugs are about to go, as nobody points there any more."""
        return self._going.isActive()

    def seen(self) -> bool:
        """Return whether anybody can see the stage."""
        return self._stage.isVisible()

    def show_all(self) -> tuple[Grip, ...]:
        """Show every plug with a number, from 1; return what they begin.

        What is not on the stage now has none.
        """
        self._going.stop()
        self._show(self.grips(), numbered=True)
        self._numbered = bool(self.shown)
        return tuple(grip for grip, _ in self._pairs)

    def let_go(self) -> bool:
        """Put back what a hand holds; whether it held anything."""
        held = [plug for plug in self.shown if plug.isDown()]
        for plug in held:
            plug.put_back()
        return bool(held)

    def clear(self) -> None:
        """Take all plugs away."""
        self._numbered = False
        self._show(())

    def _look(self, actor_id: str) -> None:
        """Show the plugs of an actor and of its links; with "" soon none."""
        if self._numbered:
            return
        stage = self._stage.picture.stage
        if not actor_id or stage is None or self._stage.lesson is None:
            if self.shown and self.seen():
                self._going.start()
            return
        self._going.stop()
        near = grips_near(self._stage.lesson, actor_id)
        self._show(grip for grip in self.grips() if grip in near)

    def _show(self, wanted: Iterable[Grip], *, numbered: bool = False) -> None:
        if any(plug.isDown() for plug in self.shown):
            return  # a hand holds it
        for plug in self.shown:
            plug.hide()
            plug.deleteLater()
        if self._cord is not None:
            self._cord.show_plug(None)
        self._pairs = []
        at: dict[str, int] = {}
        for grip in wanted:
            number = at.get(grip.at, 0)
            sign: Sign | str = self._sign(grip)
            if numbered:
                sign = str(len(self._pairs) + 1)
            plug = Plug(self._stage, grip.at, self._said(grip), sign, number)
            if plug.isHidden():  # it is not on the stage now
                plug.deleteLater()
                continue
            at[grip.at] = number + 1
            self._pairs.append((grip, plug))
            self._connect(grip, plug)
        self.shown = [plug for _, plug in self._pairs]

    def _connect(self, grip: Grip, plug: Plug) -> None:
        plug.pulled.connect(lambda: self._tell(plug))
        plug.looked_at.connect(lambda looked: self._look_at(plug, looked=looked))
        plug.taken_out.connect(lambda: self._take(grip))

    def _take(self, grip: Grip) -> None:
        self.clear()
        if self.out:
            self.put_in.emit()
        else:
            self.taken_out.emit(grip.what_if.id)

    def _sign(self, grip: Grip) -> Sign:
        if self.out:
            return "back"
        lesson = self._stage.lesson
        links = {link.id for link in lesson.links} if lesson is not None else set()
        return "pull" if grip.at in links else "stop"

    def _said(self, grip: Grip) -> str:
        return self.tr("Back to the lesson") if self.out else grip.what_if.title

    def _look_at(self, plug: Plug, *, looked: bool) -> None:
        if looked:
            self._going.stop()
            self._tell(plug)
        elif not plug.isDown():
            self.card().show_plug(None)
            self._going.start()

    def _tell(self, plug: Plug) -> None:
        """Say at the plug what it begins, and what to do."""
        if plug.isHidden():
            self.card().show_plug(None)
            return
        if plug.out:
            hint = self.tr("Let go: it is put back.")
            if not self.out:
                hint = self.tr("Let go: it stays out.")
        else:
            hint = self.tr("Pull it, or click.")
        self.card().show_plug(plug, plug.text(), hint)

    def card(self) -> Cord:
        """Give what shows the words beside a plug; made when first wanted."""
        if self._cord is None:
            self._cord = Cord(self._stage)
        return self._cord

    def _go(self) -> None:
        looked_at = any(plug.underMouse() or plug.isDown() for plug in self.shown)
        if not self._numbered and not looked_at:
            self._show(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have nothing shown on a stage that is put away."""
        if event.type() == QEvent.Type.Hide:
            self._going.stop()
            self.clear()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Keep every plug at its place while the stage moves."""
        for plug in self.shown:
            plug.settle()
