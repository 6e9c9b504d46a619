"""What assistive technology finds in a stage: its words, and the actors."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface

from sidecar_viz.app.qt.heard_part import Doings, HeardPart
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.beside.by_hand import grips_near
from sidecar_viz.core.lesson import Actor, WhatIf
from sidecar_viz.core.markup import plain
from sidecar_viz.paint.sizes.measure import count_text

Text = QAccessible.Text
STRIP = 24  # pixels: the height that the words are said to have, at the upper edge


class StagePart(HeardPart):
    """A part of a stage that has no parts itself."""

    def __init__(
        self,
        stage: QAccessibleInterface,
        view: StageView,
        doings: Doings | None = None,
    ) -> None:
        super().__init__(stage, doings)
        self.view = view


class WordsPart(StagePart):
    """What is to be seen on the stage, in words to be read."""

    def role(self) -> QAccessible.Role:
        """Be text."""
        return QAccessible.Role.StaticText

    def text(self, kind: QAccessible.Text) -> str:
        """Give the words as the name: so text is read that is not edited."""
        return self.view.described if kind == Text.Name else ""

    def rect(self) -> QRect:
        """Be a strip at the upper edge: over the actors it would hide them."""
        size = QSize(self.view.width(), STRIP)
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), size)

    def state(self) -> QAccessible.State:
        """Say that it is read only, and whether there are words."""
        state = QAccessible.State()
        state.readOnly = 1
        state.invisible = int(not self.view.described or not self.view.isVisible())
        return state


class ActorPart(StagePart):
    """One actor: its name, its state and its count in words, and where it stands."""

    def __init__(
        self, stage: QAccessibleInterface, view: StageView, actor_id: str
    ) -> None:
        super().__init__(stage, view, _Press(view, actor_id))
        self.actor_id = actor_id

    def actor_state(self) -> ActorState | None:
        """Return how the actor stands now; None where it is not on the stage."""
        present = self.view.picture.present()
        return next((s for s in present if s.id == self.actor_id), None)

    def role(self) -> QAccessible.Role:
        """Be a picture in the picture."""
        return QAccessible.Role.Graphic

    def text(self, kind: QAccessible.Text) -> str:
        """Give its name with its state, or what else is known of it now."""
        actor, state = self.view.picture.actor(self.actor_id), self.actor_state()
        if actor is None:
            return ""
        if kind == Text.Name:
            word = state.word if state else ""
            return f"{actor.name}: {word}" if word else actor.name
        if kind == Text.Description:
            count = state.count if state else None
            counted = "" if count is None else count_text(actor, count)
            values = ", ".join(
                f"{name} {text}"
                for name, text in (state.values if state else ())
                if text
            )
            parts = (
                counted,
                values,
                self._inside(state),
                self._newest(actor, state),
                actor.about,
            )
            return "; ".join(part for part in parts if part)
        return ""

    def _inside(self, state: ActorState | None) -> str:
        """Say in whom an actor stands that has moved."""
        parent = state.home.parent if state and state.home else None
        inside = self.view.picture.actor(parent) if parent else None
        if inside is None:
            return ""
        return QCoreApplication.translate("Stage", "in {name}").format(name=inside.name)

    def _newest(self, actor: Actor, state: ActorState | None) -> str:
        """Say what came last to a column: the line that is seen at the bottom."""
        lesson = self.view.lesson
        ledger = lesson.ledger if lesson is not None else None
        if ledger is None or actor.content is None or state is None or not state.holds:
            return ""
        texts = ledger.items
        if state.translated >= 1.0:
            texts = actor.content.texts(texts)
        said = QCoreApplication.translate("Stage", "the last one: {number}, {text}")
        number = state.holds[-1]
        return said.format(number=number, text=plain(texts[number - 1]))

    def rect(self) -> QRect:
        """Find where it stands on the screen."""
        if self.view.lesson is None:
            return QRect()
        box = self.view.box_of(self.actor_id)
        return QRect(self.view.mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        """Say whether it is there, and whether the keyboard is on it."""
        view, state = self.view, QAccessible.State()
        here = view.hot == self.actor_id
        state.readOnly = 1
        state.selectable = state.focusable = 1
        state.selected = int(here)
        state.focused = int(here and view.hasFocus())
        state.invisible = int(self.actor_state() is None or not view.isVisible())
        return state


class _Press(Doings):
    """What a switch or a voice can do with an actor: all that keys and hands do."""

    def __init__(self, view: StageView, actor_id: str) -> None:
        super().__init__()
        self._view, self._actor_id = view, actor_id

    def actionNames(self) -> list[str]:
        """Name the actions, as Qt names them."""
        return [self.pressAction(), self.setFocusAction(), *self._what_ifs()]

    def localizedActionName(self, actionName: str) -> str:  # noqa: N803 - Qt's own
        """Name an action in words: a what-if asks its question."""
        what_ifs = self._what_ifs()
        if actionName in what_ifs:
            return what_ifs[actionName].title
        return super().localizedActionName(actionName)

    def _what_ifs(self) -> dict[str, WhatIf]:
        """Find the what-ifs that begin here, by the names of their actions."""
        lesson = self._view.lesson
        found = grips_near(lesson, self._actor_id) if lesson is not None else ()
        return {f"what if {grip.what_if.id}": grip.what_if for grip in found}

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's own
        """Choose the actor, lead the keyboard to it, or begin a what-if."""
        what_if = self._what_ifs().get(actionName)
        if what_if is not None:
            self._view.what_if_wanted.emit(what_if.id)
        if actionName == self.pressAction():
            self._view.choose(self._actor_id)
        elif actionName == self.setFocusAction():
            self._view.take_keyboard(self._actor_id)
