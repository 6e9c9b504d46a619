"""Tells screen readers that a tab is called something else: Qt does not."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar


def name_tab(bar: QTabBar, at: int, title: str, tip: str, *, heard: bool) -> None:
    """Give a tab another title and tip; tell them if the bar is *heard* already."""
    if bar.tabText(at) != title:
        bar.setTabText(at, title)
        if heard:
            _tell(bar, at)
    if bar.tabToolTip(at) != tip:
        bar.setTabToolTip(at, tip)
        if heard:
            _tell(bar, at, tip=True)


def tell_front(bar: QTabBar) -> None:
    """Tell which tab is in front: the bar itself has that one's title."""
    _tell(bar, -1)


def _tell(bar: QTabBar, child: int, *, tip: bool = False) -> None:
    # Nothing is said before the first frame: these classes can wait (1.4 ms).
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415

    if QAccessible.isActive():
        kinds = QAccessible.Event
        kind = kinds.DescriptionChanged if tip else kinds.NameChanged
        event = QAccessibleEvent(bar, kind)
        event.setChild(child)
        QAccessible.updateAccessibility(event)
