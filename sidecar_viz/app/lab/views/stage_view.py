"""The lab's stage on screen: shows a moment, tells which card is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.lab.views.heard import Doing, Heard
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.ring import paint_ring
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.lab.pod.plan import Plan, plan_of
from sidecar_viz.paint.lab.pod.stage import Moment, paint_lab
from sidecar_viz.pods.showing.around import around_at
from sidecar_viz.pods.showing.cards import cards_at
from sidecar_viz.pods.showing.gates import gates_at
from sidecar_viz.pods.showing.heard import card_said, gate_said
from sidecar_viz.pods.showing.run import Run

DESIGN_EM = 16.0
GATE = "gate "  # begins the key of a gate; no container is called so
GUESS = 1.9  # ems: how high the line of the assumption is, at a card's foot


class LabStage(QWidget):
    """Paints a run at a moment.

    Attributes:
        focused: the container that the keyboard or a click has chosen, "" for none.

    Signals:
        card_focused: the container that is looked at now, "" for none.
        guess_wanted: a container whose assumptions are to be changed.
        break_wanted: a container, "" for the pod, to be broken.
        heard: what is to be read of it may be other words now.
    """

    card_focused: SignalOf[str] = signal(str)
    guess_wanted: SignalOf[str] = signal(str)
    break_wanted: SignalOf[str] = signal(str)
    heard: SignalOf[()] = signal()

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = Look()
        self._moment = Moment()
        self._effects = Effects()
        self._plan: Plan | None = None
        self._hovered = ""
        self.focused = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Pod"))

    def show_run(self, run: Run) -> None:
        """Show another run, at the same moment."""
        self._run = run
        self._plan = None
        if self.focused not in run.lane:
            self.focused = ""
        if self._hovered not in run.lane:
            self._hovered = ""
        self.update()
        self.heard.emit()

    def show_moment(self, moment: Moment) -> None:
        """Show another moment."""
        self._moment = moment
        self.update()
        self.heard.emit()

    def set_look(self, look: Look) -> None:
        """Paint in the colours and sizes of a look."""
        self._look = look
        self._plan = None
        self.update()

    def focus_on(self, name: str) -> None:
        """Look at a container's card; "" for none."""
        if name != self.focused:
            self.focused = name
            self.card_focused.emit(name)
            self.update()
            self.heard.emit()

    def focus_next(self, by: int) -> None:
        """Look at the next card, or the one before; at the pod before the first."""
        names = ["", *self._run.lane]
        at = names.index(self.focused) + by
        self.focus_on(names[at % len(names)])

    def plan(self) -> Plan:
        """Return where everything lies."""
        if self._plan is None:
            size = (float(self.width()), float(self.height()))
            run, em = self._run, self._look.text_px(DESIGN_EM)
            self._plan = plan_of(run.pod, size, em, counts=run.counts)
        return self._plan

    def heard_parts(self) -> tuple[Heard, ...]:
        """Return pod, cards and gates in the order of starting."""
        t, run, plan = self._moment.t, self._run, self.plan()
        phase = around_at(run, t).phase
        whole = self.tr("pod {name}, phase {phase}").format(
            name=run.pod.name, phase=phase
        )
        found = [Heard("", whole, "", _box(plan.pod), ("press", "focus", "break"))]
        gates = {gate.effect: gate for gate in gates_at(run, t)}
        for name, card in cards_at(run, t).items():
            if name in gates:
                box = _box(plan.cards[name].adjusted(-plan.em, 0, 0, 0))
                said = gate_said(gates[name])
                found.append(Heard(f"{GATE}{name}", said, "", box, ("press",)))
            box = _box(plan.cards[name])
            does: tuple[Doing, ...] = ("press", "focus", "break")
            found.append(Heard(name, card_said(card), card.guess, box, does))
        return tuple(found)

    def heard_focus(self) -> str:
        """Return the container that is looked at, "" for the pod."""
        return self.focused

    def do_part(self, key: str, doing: Doing) -> None:
        """Choose a card, and do with it what keys do; a gate leads to its card."""
        name = key.removeprefix(GATE)
        if doing == "focus":
            self.setFocus()
        self.focus_on(name)
        if doing == "press" and key and name == key:
            self.guess_wanted.emit(name)
        elif doing == "break":
            self.break_wanted.emit(name)

    def sizeHint(self) -> QSize:
        """Ask for the size of the design."""
        return QSize(self._look.px(1270), self._look.px(500))

    def minimumSizeHint(self) -> QSize:
        """Ask for room for names and states, at least."""
        em = self._look.text_px(DESIGN_EM)
        return QSize(round(em * 24), round(em * 14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the moment, and the ring of the keyboard."""
        brush = Brush(self._look.theme, self._look.text_px(DESIGN_EM), self._effects)
        with QPainter(self) as painter:
            paint_lab(
                painter,
                brush,
                self._run,
                self.plan(),
                self._moment,
                size=(float(self.width()), float(self.height())),
                focused=self._hovered or self.focused,
            )
            paint_ring(painter, self, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._plan = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the mounts of the card that is pointed at."""
        self._hover(self._card_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._hover("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; at its foot, change what is assumed of it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        name = self._card_at(event.position())
        self.focus_on(name)
        if name and self._at_guess(name, event.position()):
            self.guess_wanted.emit(name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Break what is pointed at."""
        name = self._card_at(QPointF(event.pos()))
        self.focus_on(name)
        self.break_wanted.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card with Up and Down; Enter changes the assumptions."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focus_next(1 if key == Qt.Key.Key_Down else -1)
        elif is_enter(event) and self.focused:
            self.guess_wanted.emit(self.focused)
        elif key == Qt.Key.Key_Menu:
            self.break_wanted.emit(self.focused)
        elif key == Qt.Key.Key_Escape and self.focused:
            self.focus_on("")
        else:
            super().keyPressEvent(event)

    def _card_at(self, at: QPointF) -> str:
        return self.plan().card_at(at.x(), at.y())

    def _at_guess(self, name: str, at: QPointF) -> bool:
        plan = self.plan()
        foot = plan.cards[name].bottom() - GUESS * plan.em
        return plan.level(name) == "full" and at.y() >= foot

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            full = bool(name) and self.plan().level(name) == "full"
            self.setCursor(
                Qt.CursorShape.PointingHandCursor
                if full
                else Qt.CursorShape.ArrowCursor
            )
            self.update()


def _box(box: QRectF) -> tuple[float, float, float, float]:
    return box.x(), box.y(), box.width(), box.height()
