"""Tells screen readers that a tab is called something else: Qt does not."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar


def name_tab(bar: QTabBar, at: int, title: str, tip: str) -> None:
    """Give a tab another title and tip, and tell them."""
    if bar.tabText(at) != title:
        bar.setTabText(at, title)
        _tell(bar, at)
    if bar.tabToolTip(at) != tip:
        bar.setTabToolTip(at, tip)
        _tell(bar, at, tip=True)


def tell_front(bar: QTabBar) -> None:
    """Tell which tab is in front: the bar itself has that one's title."""
    _tell(bar, -1)


def _tell(bar: QTabBar, child: int, *, tip: bool = False) -> None:
    # Nothing is said before the first frame, so these classes can wait.
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415

    if QAccessible.isActive():
        kinds = QAccessible.Event
        kind = kinds.DescriptionChanged if tip else kinds.NameChanged
        event = QAccessibleEvent(bar, kind)
        event.setChild(child)
        QAccessible.updateAccessibility(event)
