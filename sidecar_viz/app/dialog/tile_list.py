"""The grid of the overview: one item for each step, without its picture yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from sidecar_viz.app.dialog.tile import CURRENT


def step_list(titles: Sequence[str], step: int, parent: QWidget) -> QListWidget:
    """A grid of all steps; *step* is the one that is shown now."""
    made = picture_list(parent)
    made.setAccessibleName(_tr("Steps"))
    for number, title in enumerate(titles):
        made.addItem(_item(number, title, current=number == step))
    made.setCurrentRow(step)
    return made


def picture_list(parent: QWidget) -> QListWidget:
    """A grid without items."""
    made = QListWidget(parent)
    made.setViewMode(QListView.ViewMode.IconMode)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setMovement(QListView.Movement.Static)
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _item(number: int, title: str, *, current: bool) -> QListWidgetItem:
    item = QListWidgetItem(f"{number}  {title}")
    item.setData(CURRENT, current)
    if current:
        said = _tr("{text}, shown now").format(text=item.text())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item


def _tr(text: str) -> str:
    return QCoreApplication.translate("overview", text)
