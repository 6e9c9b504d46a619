"""The lab's pictures for screen readers: each card, gate and lane is a part to read."""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable
from weakref import ref

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.lab.views.heard import Doing, Heard
from sidecar_viz.app.qt.heard_again import hear_again
from sidecar_viz.app.qt.heard_part import Doings, HeardPart
from sidecar_viz.app.qt.heard_whole import HeardWhole
from sidecar_viz.app.qt.signals import SignalOf

Event, Text = QAccessible.Event, QAccessible.Text
SOON = 100  # milliseconds after which a change is told: not with each frame


@runtime_checkable
class HeardParts(Protocol):
    """A picture that has parts to be read; *heard* tells that they may differ."""

    heard: SignalOf[()]

    def heard_parts(self) -> tuple[Heard, ...]:
        """Return the parts in reading order."""

    def heard_focus(self) -> str:
        """Return the key of the part that the keyboard is on; "" for none."""

    def do_part(self, key: str, doing: Doing) -> None:
        """Do what can be done with a part, as keys and hands do."""


class Part(HeardPart):
    """One part; it stays as long as there is one with its key."""

    def __init__(self, whole: QAccessibleInterface, view: QWidget, said: Heard) -> None:
        super().__init__(whole, _Doings(view, said) if said.does else None)
        self._view = view
        self.said = said

    def role(self) -> QAccessible.Role:
        """Be a picture in the picture."""
        return QAccessible.Role.Graphic

    def text(self, kind: QAccessible.Text) -> str:
        """Give what is said of it now."""
        if kind == Text.Name:
            return self.said.name
        return self.said.description if kind == Text.Description else ""

    def rect(self) -> QRect:
        """Give its place on the screen."""
        box = QRectF(*self.said.box).toAlignedRect()
        return QRect(self._view.mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        """Say whether it can have the keyboard, and whether it has."""
        state = QAccessible.State()
        view = self._view
        state.focusable = int("focus" in self.said.does)
        has = view.hasFocus() and isinstance(view, HeardParts)
        state.focused = int(has and view.heard_focus() == self.said.key)  # type: ignore[attr-defined]
        state.invisible = int(not view.isVisible())
        return state


class _Doings(Doings):
    """What a switch or a voice can do with a part of a picture."""

    def __init__(self, view: QWidget, said: Heard) -> None:
        super().__init__()
        self._view, self._key = view, said.key
        names = {
            "press": self.pressAction(),
            "focus": self.setFocusAction(),
            "break": self.showMenuAction(),
        }
        self._does: dict[str, Doing] = {names[doing]: doing for doing in said.does}

    def actionNames(self) -> list[str]:
        """Name the actions, as Qt names them."""
        return list(self._does)

    def localizedActionName(self, actionName: str) -> str:  # noqa: N803 - Qt's own
        """Name an action in words: what the menu key does is to break it."""
        if self._does.get(actionName) == "break":
            return QCoreApplication.translate("Lab", "Break it…")
        return super().localizedActionName(actionName)

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's own
        """Do what the picture does with this part."""
        doing = self._does.get(actionName)
        if doing is not None and isinstance(self._view, HeardParts):
            self._view.do_part(self._key, doing)


class PictureAccess(HeardWhole):
    """What assistive technology sees of a picture with parts."""

    parts: list[Part]  # type: ignore[assignment]  # only these are in a picture

    def __init__(self, view: QWidget, parts: HeardParts) -> None:
        super().__init__(view, QAccessible.Role.Graphic)  # its name is the view's
        self._held = ref(view)  # Qt keeps this longer than its view
        self.parts = []
        self._due = self._resting = False
        self._focus = ""
        self._renew()
        parts.heard.connect(self._wait)

    @property
    def _view(self) -> QWidget:
        return cast("QWidget", self._held())

    @property
    def _source(self) -> HeardParts:
        return cast("HeardParts", self._held())

    def focusChild(self) -> QAccessibleInterface:
        """Give the part that the keyboard is on."""
        key = self._source.heard_focus() if self._view.hasFocus() else ""
        found = next((p for p in self.parts if p.said.key == key), None)
        return found or super().focusChild()

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find the part at a place on the screen."""
        at = self._view.mapFromGlobal(QPoint(x, y)).toPointF()
        hit = (p for p in reversed(self.parts) if QRectF(*p.said.box).contains(at))
        return cast("QAccessibleInterface", next(hit, None))

    def _wait(self) -> None:
        if not self._due and not self._resting:
            self._due = True
            QTimer.singleShot(SOON, self._view, self.tell)

    def rest(self) -> None:
        """Tell nothing any more: another one does."""
        self._resting = True

    def tell(self) -> None:
        """Tell which parts say something else; and where the keyboard is, if here."""
        self._due = False
        led = self._view.hasFocus()
        before = {part.said.key: part.said for part in self.parts}
        if self._renew():
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._view, Event.ObjectReorder)
            )
            return
        for part in self.parts:
            old, new = before[part.said.key], part.said
            if old.name != new.name:
                QAccessible.updateAccessibility(
                    QAccessibleEvent(part, Event.NameChanged)
                )
            if old.description != new.description:
                changed = QAccessibleEvent(part, Event.DescriptionChanged)
                QAccessible.updateAccessibility(changed)
            if led and new.key == self._source.heard_focus() != self._focus:
                QAccessible.updateAccessibility(QAccessibleEvent(part, Event.Focus))
        self._focus = self._source.heard_focus()

    def _renew(self) -> bool:
        """Take the parts anew; tell whether others are there now."""
        said = self._source.heard_parts()
        if [one.key for one in said] == [part.said.key for part in self.parts]:
            for part, one in zip(self.parts, said, strict=True):
                part.said = one
            return False
        self.forget()
        self.parts = [Part(self, self._view, one) for one in said]
        return True


_KNOWN: dict[int, list[PictureAccess]] = {}


def make_pictures_accessible(window: QWidget) -> None:
    """Let assistive technology see into every picture with parts, from now on.

    Args:
        window: its pictures may have been asked for before; they are asked again.
    """
    QAccessible.installFactory(_access)
    for view in window.findChildren(QWidget):
        if isinstance(view, HeardParts):
            hear_again(view, PictureAccess)


def _access(key: str, thing: QObject) -> QAccessibleInterface:
    """Give another interface each time; see HeardWhole. Only the newest tells."""
    del key
    if not isinstance(thing, QWidget) or not isinstance(thing, HeardParts):
        return cast("QAccessibleInterface", None)
    parts: HeardParts = thing
    number = id(thing)
    if number not in _KNOWN:
        _KNOWN[number] = []
        thing.destroyed.connect(lambda: _forget(number))
    for one in _KNOWN[number]:
        one.rest()
    _KNOWN[number].append(PictureAccess(thing, parts))
    return _KNOWN[number][-1]


def _forget(number: int) -> None:
    for access in _KNOWN.pop(number, ()):
        access.forget()
