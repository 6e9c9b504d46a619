"""Lets screen readers into the window, once its first frame is there."""

from __future__ import annotations

from typing import Literal, Protocol, cast, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QListView,
    QSplitterHandle,
    QTableView,
    QWidget,
)

from sidecar_viz.app.qt.heard_again import hear_again
from sidecar_viz.app.qt.heard_items import access_of
from sidecar_viz.app.qt.heard_whole import HeardWhole
from sidecar_viz.app.stage.access import make_stages_accessible
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.tables.told_items import ToldItems

Relation = QAccessible.RelationFlag
Related = tuple[QAccessibleInterface, Relation]
EVERY, LABELLED = Relation.AllRelations, Relation.Labelled
ROLES = {
    "window": QAccessible.Role.Window,
    "picture": QAccessible.Role.Graphic,
    "text": QAccessible.Role.StaticText,
    "page": QAccessible.Role.Grouping,
    "line": QAccessible.Role.Paragraph,  # a dialog's labels are all read as it opens
    "notice": QAccessible.Role.Notification,
}


@runtime_checkable
class HeardAs(Protocol):
    """A widget that says what it is; Qt would call it a filler."""

    heard_as: Literal["window", "picture", "text", "page", "line", "notice", "list"]
    """A line is read as one, by its name: what is in it is not read again. Of a list,
    which is a QListView, each item can be pressed."""


@runtime_checkable
class Labelling(HeardAs, Protocol):
    """One that is the label of another widget, if of any."""

    labels: QWidget | None


def let_readers_in(window: QWidget, stage: StageView | None = None) -> None:
    """Let them see what every widget is, and tell them what changes in every view.

    *stage* is the one that shows a lesson, if the window has one.
    """
    if stage is not None:
        make_stages_accessible(stage)
    QAccessible.installFactory(_follow)
    tables, lists = window.findChildren(QTableView), window.findChildren(QListView)
    views: tuple[QTableView | QListView, ...] = (*tables, *lists)
    for view in views:
        _tell_items_of(view)  # it may have been asked for already
    every: tuple[QWidget, ...] = (window, *window.findChildren(QWidget))
    for widget in every:
        if isinstance(widget, HeardAs | QSplitterHandle):
            hear_again(widget, HeardWidget, HeardWhole)


def tell_where(window: QWidget) -> None:
    """Tell again which window is in front and what has the keyboard, if it is this one.

    When it was told of first, neither may have had a name.
    """
    focused = QApplication.focusWidget()
    if not QAccessible.isActive() or not window.isActiveWindow() or focused is None:
        return
    state = QAccessible.State()
    state.active = 1
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(window, state))
    event = QAccessibleEvent(focused, QAccessible.Event.Focus)
    QAccessible.updateAccessibility(event)


class HeardWidget(QAccessibleWidget):
    """A widget with a role; a window is called as its title says."""

    def text(self, kind: QAccessible.Text) -> str:
        """Give the name that the widget was given, or else its title."""
        found = super().text(kind)
        if found or kind != QAccessible.Text.Name:
            return found
        return self.widget().windowTitle()

    def childCount(self) -> int:
        """Count what is in it; of a line, nothing."""
        return 0 if self._one else super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """Give what is in it."""
        # Qt takes None for "no child"; its Python stub does not know that.
        none = cast("QAccessibleInterface", None)
        return none if self._one else super().child(index)

    @property
    def _one(self) -> bool:
        widget = self.widget()
        return isinstance(widget, HeardAs) and widget.heard_as == "line"

    def relations(self, match: Relation = EVERY) -> list[Related]:
        """Add what it is the label of."""
        found = super().relations(match)
        widget = self.widget()
        if isinstance(widget, Labelling) and widget.labels and match & LABELLED:
            labelled = QAccessible.queryAccessibleInterface(widget.labels)
            found.append((labelled, LABELLED))
        return found


_KNOWN: dict[int, list[HeardWidget]] = {}
_TOLD: dict[int, ToldItems] = {}


def _follow(key: str, thing: QObject) -> QAccessibleInterface:
    """Follow a view when it is first asked for; give a role to what says one."""
    del key
    if isinstance(thing, QTableView | QListView):
        _tell_items_of(thing)
    if isinstance(thing, QListView) and isinstance(thing, HeardAs):
        return access_of(thing)
    if isinstance(thing, QSplitterHandle):
        name = QCoreApplication.translate("readers", "Divider")
        return _known(thing, QAccessible.Role.Separator, name)
    if isinstance(thing, QWidget) and isinstance(thing, HeardAs):
        return _known(thing, ROLES[thing.heard_as], "")
    # Qt takes None for "not mine"; its Python stub does not know that.
    return cast("QAccessibleInterface", None)


def _tell_items_of(view: QTableView | QListView) -> None:
    if view.model() is None or view.findChild(ToldItems) is not None:
        return
    # Asked for in the midst of being made, a view has no name in Python yet that would
    # keep what belongs to it.
    told = ToldItems(view)
    number = id(told)
    _TOLD[number] = told
    told.destroyed.connect(lambda: _TOLD.pop(number, None))


def _known(widget: QWidget, role: QAccessible.Role, name: str) -> HeardWidget:
    """Return an interface of a widget, which must live as long as it does.

    It is another one each time; see HeardWhole.
    """
    number = id(widget)
    if number not in _KNOWN:
        _KNOWN[number] = []
        widget.destroyed.connect(lambda: _KNOWN.pop(number, None))
    made = HeardWidget(widget, role, name)
    _KNOWN[number].append(made)
    return made
