"""A list for assistive technology: each item is named once and can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QListView

from sidecar_viz.app.qt.heard_part import Doings, HeardPart
from sidecar_viz.app.qt.heard_whole import HeardWhole

Event, Text = QAccessible.Event, QAccessible.Text
NAME = Qt.ItemDataRole.AccessibleTextRole
MORE = Qt.ItemDataRole.AccessibleDescriptionRole


class ItemsAccess(HeardWhole):
    """What assistive technology sees of a list; Qt's own items can only be marked."""

    def __init__(self, shown: QListView) -> None:
        super().__init__(shown, QAccessible.Role.List, shown.accessibleName())
        self._shown = shown
        self.parts = []
        self.renew()

    def renew(self) -> None:
        """Have as many parts as there are items now."""
        self.forget()
        count = self._shown.model().rowCount()
        self.parts = [ItemPart(self, self._shown, at) for at in range(count)]

    def focusChild(self) -> QAccessibleInterface:
        """Give the item that the keyboard is on."""
        at = self._shown.currentIndex().row() if self._shown.hasFocus() else -1
        return self.parts[at] if 0 <= at < len(self.parts) else super().focusChild()

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find the item at a place on the screen."""
        place = self._shown.viewport().mapFromGlobal(QPoint(x, y))
        return self.child(self._shown.indexAt(place).row())


class ItemPart(HeardPart):
    """One item, with all its words as its name."""

    def __init__(self, whole: QAccessibleInterface, shown: QListView, at: int) -> None:
        super().__init__(whole, _Press(shown, at))
        self._shown, self._at = shown, at

    def role(self) -> QAccessible.Role:
        """Be one of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Give the name, or what else is said of it."""
        index = _index(self._shown, self._at)
        if kind == Text.Name:
            return str(index.data(NAME) or index.data() or "")
        return str(index.data(MORE) or "") if kind == Text.Description else ""

    def rect(self) -> QRect:
        """Find where it stands on the screen."""
        box = self._shown.visualRect(_index(self._shown, self._at))
        return QRect(self._shown.viewport().mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        """Say whether the keyboard is on it, and whether it is in sight."""
        shown, state = self._shown, QAccessible.State()
        here = shown.currentIndex().row() == self._at
        state.selectable = 1
        state.focusable = int(shown.focusPolicy() != Qt.FocusPolicy.NoFocus)
        state.selected = int(here)
        state.focused = int(here and shown.hasFocus())
        state.invisible = int(not shown.isVisible())
        box = shown.visualRect(_index(shown, self._at))
        state.offscreen = int(not shown.viewport().rect().intersects(box))
        return state


class _Press(Doings):
    """What a switch or a voice can do with an item: choose it, or go to it."""

    def __init__(self, shown: QListView, at: int) -> None:
        super().__init__()
        self._shown, self._at = shown, at

    def actionNames(self) -> list[str]:
        """Name the actions, as Qt names them."""
        led = self._shown.focusPolicy() != Qt.FocusPolicy.NoFocus
        return [self.pressAction(), *([self.setFocusAction()] if led else ())]

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's own
        """Choose the item as a click does, or lead the keyboard to it."""
        index = _index(self._shown, self._at)
        if actionName == self.pressAction():
            self._shown.setCurrentIndex(index)
            self._shown.clicked.emit(index)
        elif actionName == self.setFocusAction():
            self._shown.setFocus()
            self._shown.setCurrentIndex(index)


def _index(shown: QListView, at: int) -> QModelIndex:
    return shown.model().index(at, shown.modelColumn())


_KNOWN: dict[int, list[ItemsAccess]] = {}


def access_of(shown: QListView) -> ItemsAccess:
    """Return an interface of a list with all its items; it lives as long as that.

    It is another one each time; see HeardWhole.
    """
    number = id(shown)
    if number not in _KNOWN:
        _KNOWN[number] = []
        model = shown.model()
        for change in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            change.connect(lambda *_where: _renew(number))
        shown.destroyed.connect(lambda: _forget(number))
    _KNOWN[number].append(ItemsAccess(shown))
    return _KNOWN[number][-1]


def _renew(number: int) -> None:
    """Have the items that are there now, and tell it."""
    every = _KNOWN.get(number, ())  # none of a list that is about to go
    for access in every:
        access.renew()
    if every:
        changed = QAccessibleEvent(every[-1].widget(), Event.ObjectReorder)
        QAccessible.updateAccessibility(changed)


def _forget(number: int) -> None:
    for access in _KNOWN.pop(number, ()):
        access.forget()
