"""That all stands still is seen, and with which key it goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from sidecar_viz.app.preferences.preferences import OwnKeys
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import MakeWindow

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def sign(window: MainWindow) -> tuple[str, str, bool]:
    """Return what stands in the place of the speed, its key, and whether it is down."""
    speed = window.views.work.controller.speed
    return speed.text(), speed.key, speed.isChecked()


def test_m_says_that_all_stands_still(window: MainWindow) -> None:
    """In the place of the speed, which means nothing then; M again shows that."""
    stage, speed = window.views.work.stage, window.views.work.controller.speed
    width = speed.sizeHint().width()
    QTest.keyClick(stage, Key.Key_M)
    assert sign(window) == ("Still", "M", True)
    assert speed.accessibleDescription() == "Nothing moves; lets it go on"
    assert speed.toolTip() == window.commands["still"].toolTip()
    assert speed.sizeHint().width() <= width
    window.change(speed=1.5)
    assert sign(window) == ("Still", "M", True)

    QTest.keyClick(stage, Key.Key_M)

    assert sign(window) == ("Speed 1.5×", "", False)
    assert "opens a menu" in speed.accessibleDescription()
    assert speed.toolTip() == ""


def test_the_sign_lets_it_go_on_by_mouse(window: MainWindow) -> None:
    """No menu of speeds opens; whoever plays has motion again, too."""
    controller = window.views.work.controller
    window.commands["still"].trigger()
    QTest.mouseClick(controller.speed, Qt.MouseButton.LeftButton)
    assert not window.player.still
    assert sign(window) == ("Speed 1×", "", False)
    assert not controller.findChildren(QMenu)

    window.commands["still"].trigger()
    window.commands["loop"].trigger()
    assert sign(window) == ("Speed 1×", "", False)
    window.player.set_looping(looping=False)


@pytest.mark.parametrize(
    ("own", "letters", "key"),
    [
        ((("still", ("J",)),), True, "J"),
        ((("still", ()),), True, ""),
        ((), False, "Alt+M"),
    ],
)
def test_the_sign_names_the_key_that_works(
    make_window: MakeWindow, own: OwnKeys, key: str, *, letters: bool
) -> None:
    """Another one that was chosen, or the one that letters off leave."""
    window = make_window(own_keys=own, single_letter_keys=letters)
    window.commands["still"].trigger()

    assert sign(window) == ("Still", key, True)


@pytest.mark.parametrize("text", [1.0, 1.4, 2.0])
def test_the_sign_has_the_room_that_the_speed_has(
    make_window: MakeWindow, qtbot: QtBot, text: float
) -> None:
    """Nothing else moves, and nothing is cut, at any size of text."""
    window = make_window(text_scale=text)
    window.resize(1280, 720)
    controller = window.views.work.controller
    window.commands["still"].trigger()
    qtbot.waitUntil(
        lambda: controller.speed.width() >= controller.speed.sizeHint().width()
    )

    assert controller.minimumSizeHint().width() <= controller.width()
    assert (window.width(), window.height()) == (1280, 720)
