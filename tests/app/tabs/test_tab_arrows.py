"""Tabs without room for all of them: the arrows with which they scroll."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.tabs.side_tabs import SideTabs
from sidecar_viz.app.tabs.tab_arrows import TabArrows
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import THEMES, Theme

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def arrow_of(tabs: SideTabs) -> QToolButton:
    """Find the button that scrolls on."""
    button = tabs.bar.findChild(QToolButton, "ScrollRightButton")
    assert isinstance(button, QToolButton)
    return button


def inked(button: QToolButton, ink: str) -> int:
    """Count the rows of pixels in which something is drawn in this colour."""
    picture = button.grab().toImage()
    rows = range(picture.height())
    across = range(picture.width())
    wanted = QColor(ink).rgb()
    return sum(any(picture.pixel(x, y) == wanted for x in across) for y in rows)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_arrows_are_as_large_as_the_words(
    qtbot: QtBot, sidecar_lesson: Lesson, theme: Theme
) -> None:
    """At 200 % text they are seen as the tabs are; each is wide enough to hit."""
    look = Look(theme, text=2.0)
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    apply_style(tabs, look)
    tabs.set_look(look)
    tabs.show_course(course_of(sidecar_lesson))
    tabs.resize(500, 400)
    tabs.show()
    tabs.fit_bar()
    button = arrow_of(tabs)

    assert button.isVisible()
    assert inked(button, theme.ink) >= 0.5 * look.text_px(16)
    assert button.width() >= 24

    first = tabs.bar.tabRect(0).left()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tabs.bar.tabRect(0).left() < first


def test_tabs_with_room_have_no_arrows(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """In a wide panel all tabs are seen."""
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    apply_style(tabs, Look())
    tabs.set_look(Look())
    tabs.show_course(course_of(sidecar_lesson))
    tabs.resize(1400, 400)
    tabs.show()

    assert not arrow_of(tabs).isVisible()


def test_arrows_wait_until_the_tabs_have_their_place(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """On the way to its place a panel is narrow: arrows would be made for nothing."""
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    tabs.suspend(suspended=True)
    tabs.show_course(course_of(sidecar_lesson))
    tabs.resize(300, 400)
    tabs.show()

    assert tabs.findChildren(TabArrows) == []
    tabs.suspend(suspended=False)
    assert len(tabs.findChildren(TabArrows)) == 1
