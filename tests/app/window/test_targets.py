"""What is pressed is large enough to be met, in small windows, too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from tests.app.conftest import MakeWindow

LEAST = 24  # pixels, WCAG 2.2, 2.5.8


@pytest.mark.parametrize("size", [(800, 480), (1280, 720), (1766, 994)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_every_target_has_24_pixels(
    make_window: MakeWindow, size: tuple[int, int], text: float
) -> None:
    """Menus and buttons, in both directions."""
    window = make_window(text_scale=text)
    window.resize(*size)
    QApplication.processEvents()
    menus = window.views.menu
    small = [
        action.text()
        for action in menus.actions()
        if min(menus.actionGeometry(action).size().toTuple()) < LEAST
    ]
    small += [
        button.accessibleName() or button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and min(button.size().toTuple()) < LEAST
    ]

    assert small == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_speeds_begins_at_the_one_that_is_chosen(
    make_window: MakeWindow,
) -> None:
    """Its button says that there is one."""
    window = make_window(speed=1.5)
    speed = window.views.work.controller.speed
    assert "menu" in speed.accessibleDescription()
    speed.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)

    assert [one.text() for one in menu.actions() if one.isChecked()] == ["1.5×"]
    assert menu.activeAction().text() == "1.5×"
    menu.close()
