"""The controller where there is little room for it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.controller import Controller
from tests.app.conftest import MakeWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def controller(qapp: QApplication) -> Controller:
    """Make one in the size of the design."""
    assert qapp is not None
    made = Controller()
    made.set_look(Look())
    return made


def test_what_has_no_room_is_left_away(controller: Controller) -> None:
    """First predict first, then the speed; the way through the steps never."""
    whole = controller.minimumSizeHint().width()
    controller.fit(whole)
    assert not controller.speed.isHidden()
    assert not controller.predict.isHidden()

    controller.fit(whole - 12)
    assert not controller.speed.isHidden()
    assert controller.predict.isHidden()

    controller.fit(whole - controller.predict.sizeHint().width() - 24)
    assert controller.speed.isHidden()
    assert not any(button.isHidden() for button in controller.buttons.values())
    controller.fit(whole)
    assert not controller.predict.isHidden()


@pytest.mark.parametrize("size", [(480, 270), (800, 480)])
def test_no_end_of_the_controller_is_cut(
    make_window: MakeWindow, size: tuple[int, int]
) -> None:
    """Full HD at a desktop scale of 400 % has the room of 480 × 270 pixels."""
    window = make_window()
    window.setMinimumSize(*size)
    window.resize(*size)
    QApplication.processEvents()
    work = window.views.work
    right = work.controller.mapTo(window, work.controller.rect().topRight()).x()

    assert window.width() == size[0]
    assert right < window.width()
