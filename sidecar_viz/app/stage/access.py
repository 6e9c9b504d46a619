"""The stage for screen readers: a picture with its actors as named parts in it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

from sidecar_viz.app.qt.heard_again import hear_again
from sidecar_viz.app.qt.heard_part import HeardPart
from sidecar_viz.app.qt.heard_whole import HeardWhole
from sidecar_viz.app.stage.parts import ActorPart, WordsPart
from sidecar_viz.app.stage.view import StageView

Event, Text = QAccessible.Event, QAccessible.Text
SOON = 100  # milliseconds after which a change is told: not with each frame
Said = tuple[str, str, bool]  # name, description, and whether it is there


class StageAccess(HeardWhole):
    """What assistive technology sees of a StageView; its children are its parts.

    The first is what is to be seen in words; the others are the lesson's actors in
    their order, also those that are not there now: they are invisible.
    """

    def __init__(self, view: StageView) -> None:
        super().__init__(view, QAccessible.Role.Graphic, view.accessibleName())
        self._view = view
        self._lesson = view.lesson
        self.parts = self._made()
        self._teller = StageTeller(view, self)

    def _made(self) -> list[HeardPart]:
        lesson, view = self._view.lesson, self._view
        actors = lesson.actors if lesson is not None else ()
        return [
            WordsPart(self, view),
            *(ActorPart(self, view, actor.id) for actor in actors),
        ]

    def rest(self) -> None:
        """Tell nothing any more: another one does."""
        self._teller.deleteLater()

    def renew(self) -> bool:
        """Have the actors of another lesson, if another is shown, and tell it."""
        if self._lesson is self._view.lesson:
            return False
        for part in self.parts:
            QAccessible.updateAccessibility(
                QAccessibleEvent(part, Event.ObjectDestroyed)
            )
        self.forget()
        self._lesson = self._view.lesson
        self.parts = self._made()
        QAccessible.updateAccessibility(
            QAccessibleEvent(self._view, Event.ObjectReorder)
        )
        return True

    def focusChild(self) -> QAccessibleInterface:
        """Give the actor that the keyboard is on."""
        part = self.part_of(self._view.hot) if self._view.hasFocus() else None
        return part or super().focusChild()

    def part_of(self, actor_id: str) -> QAccessibleInterface | None:
        """Find the part of an actor."""
        for part in self.parts:
            if isinstance(part, ActorPart) and part.actor_id == actor_id:
                return part
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find the actor at a place on the screen."""
        place = self._view.mapFromGlobal(QPoint(x, y)).toPointF()
        part = self.part_of(self._view.actor_at(place))
        return cast("QAccessibleInterface", part)


class StageTeller(QObject):
    """Tells what is another now: screen readers keep what they once read.

    A hidden stage tells it, too: readers keep what they read of a window that was
    put away, and while somebody presents there are three stages.
    """

    def __init__(self, view: StageView, access: StageAccess) -> None:
        """Begin with what can be read now."""
        super().__init__(view)
        self._view, self._access = view, access
        self._said: dict[HeardPart, Said] = {}
        self._due = False
        view.changed.connect(self._wait)
        view.spot.moved.connect(self._tell_focus)
        self._learn()

    def _learn(self) -> None:
        self._said = {part: _said_of(part) for part in self._access.parts}

    def _wait(self) -> None:
        if self._access.renew():
            self._learn()
        if not self._due:
            self._due = True
            QTimer.singleShot(SOON, self, self.tell)

    def tell(self) -> None:
        """Tell which parts say something else, or came or went."""
        self._due = False
        before = self._said
        self._learn()
        for part, (name, description, there) in self._said.items():
            old = before.get(part)
            if old is None:
                continue
            events = {
                Event.NameChanged: old[0] != name,
                Event.DescriptionChanged: old[1] != description,
                Event.ObjectShow: there and not old[2],
                Event.ObjectHide: old[2] and not there,
            }
            for event, due in events.items():
                if due:
                    QAccessible.updateAccessibility(QAccessibleEvent(part, event))

    def _tell_focus(self, actor_id: str) -> None:
        part = self._access.part_of(actor_id)
        if part is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, Event.Focus))


def _said_of(part: HeardPart) -> Said:
    there = not isinstance(part, ActorPart) or part.actor_state() is not None
    return part.text(Text.Name), part.text(Text.Description), there


_KNOWN: dict[int, list[StageAccess]] = {}


def make_stages_accessible(shown: StageView) -> None:
    """Let assistive technology see into every StageView, from now on.

    Args:
        shown: a stage that may have been asked for before; it is asked again.
    """
    QAccessible.installFactory(_access)
    hear_again(shown, StageAccess)


def _access(key: str, thing: QObject) -> QAccessibleInterface:
    """Give another interface each time; see HeardWhole. Only the newest tells."""
    del key
    if not isinstance(thing, StageView):
        return cast("QAccessibleInterface", None)
    number = id(thing)
    if number not in _KNOWN:
        _KNOWN[number] = []
        thing.destroyed.connect(lambda: _forget(number))
    for one in _KNOWN[number]:
        one.rest()
    _KNOWN[number].append(StageAccess(thing))
    return _KNOWN[number][-1]


def _forget(number: int) -> None:
    for access in _KNOWN.pop(number, ()):
        access.forget()
