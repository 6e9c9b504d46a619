"""What was asked for before our factories were there is made by them afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.views.access import PictureAccess
from sidecar_viz.app.qt.heard_again import hear_again
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.programs import program_of


class Ours(QAccessibleWidget):
    """An interface of ours."""


@pytest.fixture
def listening() -> Iterator[None]:
    """Let somebody listen meanwhile."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def pictures_heard() -> int:
    """How many of the lab's pictures have an interface, or had one."""
    gc.collect()
    return sum(isinstance(one, PictureAccess) for one in gc.get_objects())


@pytest.mark.usefixtures("listening")
def test_what_qt_made_makes_way_and_ours_stays(qtbot: QtBot) -> None:
    """It has another number afterwards; ours keeps its own."""
    widget = QWidget()
    qtbot.addWidget(widget)
    number = QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget))
    hear_again(widget, QAccessibleWidget)
    assert QAccessible.accessibleInterface(number) is not None
    hear_again(widget, Ours)
    assert QAccessible.accessibleInterface(number) is None


def test_where_nobody_listens_a_lab_makes_none(window: MainWindow) -> None:
    """Python would keep them when it is closed."""
    before = pictures_heard()
    lab = program_of(window).labs.open_lab(window.preferences)
    assert pictures_heard() == before
    lab.window.close()


@pytest.mark.usefixtures("listening")
def test_where_somebody_listens_a_lab_is_heard(window: MainWindow) -> None:
    """Each of its pictures has parts from the start."""
    before = pictures_heard()
    lab = program_of(window).labs.open_lab(window.preferences)
    assert pictures_heard() > before
    lab.window.close()
