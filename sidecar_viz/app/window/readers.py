"""Lets screen readers into the window, once its first frame is there."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QListView, QTableView

from sidecar_viz.app.stage.access import make_stages_accessible
from sidecar_viz.app.tables.told_items import ToldItems
from sidecar_viz.app.window.main_window import MainWindow


def let_readers_in(window: MainWindow) -> None:
    """Let them see into every stage, and tell them what changes in every view."""
    make_stages_accessible(window.views.work.stage)
    QAccessible.installFactory(_follow)
    for view in (*window.findChildren(QTableView), *window.findChildren(QListView)):
        _follow("", view)  # it may have been asked for already


def _follow(key: str, thing: QObject) -> QAccessibleInterface:
    """Follow a view when it is first asked for; Qt makes its interface."""
    del key
    view = thing if isinstance(thing, QTableView | QListView) else None
    if view and view.model() is not None and view.findChild(ToldItems) is None:
        ToldItems(view)
    # Qt takes None for "not mine"; its Python stub does not know that.
    return cast("QAccessibleInterface", None)
