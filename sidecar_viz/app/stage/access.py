"""The stage for screen readers: a picture with its actors as named parts in it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.stage import ActorState
from sidecar_viz.paint.sizes.measure import count_text

Text = QAccessible.Text


class StageAccess(QAccessibleWidget):
    """What assistive technology sees of a StageView; its children are the actors."""

    def __init__(self, view: StageView) -> None:
        super().__init__(view, QAccessible.Role.Graphic, view.accessibleName())
        self._view = view
        self._parts: dict[str, ActorAccess] = {}

    def parts(self) -> list[ActorAccess]:
        """List the actors that are there, in the lesson's order."""
        return [
            self._parts.setdefault(state.id, ActorAccess(self, self._view, state.id))
            for state in self._view.picture.present()
        ]

    def childCount(self) -> int:
        """Count the actors that are there."""
        return len(self._view.picture.present())

    def child(self, index: int) -> QAccessibleInterface:
        """Give the actor at a place in the list."""
        return self.parts()[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find the place of an actor in the list; -1 for none of ours."""
        parts: list[QAccessibleInterface] = [*self.parts()]
        return parts.index(child) if child in parts else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find the actor at a place on the screen."""
        place = self._view.mapFromGlobal(QPoint(x, y)).toPointF()
        found = self._view.actor_at(place)
        part = next((part for part in self.parts() if part.actor_id == found), None)
        # Qt takes None for "no child"; its Python stub does not know that.
        return cast("QAccessibleInterface", part)


class ActorAccess(QAccessibleInterface):
    """One actor: its name, its state and its count in words, and where it stands."""

    def __init__(self, stage: StageAccess, view: StageView, actor_id: str) -> None:
        super().__init__()
        self._stage, self._view = stage, view
        self.actor_id = actor_id

    def _state(self) -> ActorState | None:
        return next(
            (s for s in self._view.picture.present() if s.id == self.actor_id), None
        )

    def isValid(self) -> bool:
        """Tell whether the actor is there."""
        return self._state() is not None

    def object(self) -> QObject:
        """Give no object: it has none of its own, for which Qt takes None."""
        return cast("QObject", None)

    def window(self) -> QWindow:
        """Give the window of the stage."""
        return self._stage.window()

    def role(self) -> QAccessible.Role:
        """Be a picture in the picture."""
        return QAccessible.Role.Graphic

    def text(self, kind: QAccessible.Text) -> str:
        """Give its name with its state, or what else is known of it now."""
        actor, state = self._view.picture.actor(self.actor_id), self._state()
        if actor is None or state is None:
            return ""
        if kind == Text.Name:
            return f"{actor.name}: {state.word}" if state.word else actor.name
        if kind == Text.Description:
            counted = "" if state.count is None else count_text(actor, state.count)
            return "; ".join(part for part in (counted, actor.about) if part)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: what a stage says cannot be written to."""
        del kind, text

    def rect(self) -> QRect:
        """Find where it stands on the screen."""
        box = self._view.box_of(self.actor_id)
        return QRect(self._view.mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        """Say that it is read only, and selected while the keyboard is on it."""
        state = QAccessible.State()
        state.readOnly = 1
        state.selectable = 1
        state.selected = int(self._view.hot == self.actor_id)
        return state

    def parent(self) -> QAccessibleInterface:
        """Give the stage."""
        return self._stage

    def childCount(self) -> int:
        """Count no parts: it has none of its own."""
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        """Give no part; Qt takes None for that."""
        del index
        return cast("QAccessibleInterface", None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find no part, whatever is asked for."""
        del child
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find no part, wherever it is asked for."""
        del x, y
        return cast("QAccessibleInterface", None)

    def foregroundColor(self) -> QColor:
        """Give no colour of words: the picture has several."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Give no colour of the ground: the picture has several."""
        return QColor()


_KNOWN: dict[int, StageAccess] = {}


def make_stages_accessible(shown: StageView) -> None:
    """Let assistive technology see into every StageView, from now on.

    Args:
        shown: a stage that may have been asked for before; it is asked again.
    """
    QAccessible.installFactory(_access)
    before = QAccessible.queryAccessibleInterface(shown)
    if not isinstance(before, StageAccess):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(before))


def _access(key: str, thing: QObject) -> QAccessibleInterface:
    del key
    if not isinstance(thing, StageView):
        return cast("QAccessibleInterface", None)
    number = id(thing)
    if number not in _KNOWN:
        _KNOWN[number] = StageAccess(thing)
        thing.destroyed.connect(lambda: _KNOWN.pop(number, None))
    return _KNOWN[number]
