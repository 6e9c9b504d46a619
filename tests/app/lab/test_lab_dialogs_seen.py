"""What the lab's dialogs ask can be read: in every theme, at every size of text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.theme import THEMES, contrast
from tests.app.lab.conftest import MakeLab
from tests.app.lab.seen import dialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)

READABLE = 4.5  # of small text to its ground
LOWEST = (800, 600)  # a screen on which all of a dialog is seen


def inset(field: QWidget) -> int:
    """Count the pixels between a field's left edge and the first letter in it."""
    image = field.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    level = range(image.height() // 4, image.height() * 3 // 4)
    ground = image.pixelColor(image.width() // 2, image.height() // 6)
    bare = [
        all(image.pixelColor(x, y) == ground for y in level)
        for x in range(image.width() // 2)
    ]
    edge = bare.index(True)
    return bare.index(False, edge) - edge


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("asked", ["break", "assume"])
def test_numbers_do_not_touch_the_edge_of_their_field(
    make_lab: MakeLab, asked: str, text: float
) -> None:
    """They stand in it as letters do in a field of text."""
    lab = make_lab(text=text)
    lab.player.jump(30)
    lab.hands.break_it("web") if asked == "break" else lab.hands.assume("web")
    shown = dialog(lab)
    shown.setFocus()
    fields = [one for one in shown.findChildren(QAbstractSpinBox) if one.isVisible()]
    assert fields
    least = lab.window.looks.look.px(6)
    assert [one for one in fields if inset(one) < least] == []
    shown.reject()


@pytest.mark.parametrize("theme", THEMES)
def test_a_break_without_effect_can_be_read(lab: Lab, theme: str) -> None:
    """It is struck out; its words are no greyer than other quiet ones."""
    lab.player.jump(30)
    lab.hands.break_it("web")
    shown = dialog(lab)
    assert isinstance(shown, BreakDialog)
    look = Look(THEMES[theme])
    shown.set_look(look)
    items = [shown.list.item(n) for n in range(shown.list.count())]
    struck = [one for one in items if one.font().strikeOut()]
    assert struck
    for one in struck:
        ink = one.foreground().color()
        assert ink.alpha() == 255
        assert contrast(ink.name(), look.theme.bg) >= READABLE
    shown.reject()


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_all_of_a_dialog_has_room_on_a_low_screen(
    make_lab: MakeLab, text: float
) -> None:
    """Also while it asks for a prediction; lists scroll, nothing lies on another."""
    lab = make_lab(text=text)
    lab.toggle_predicting()
    lab.player.jump(30)
    lab.hands.break_it("web")
    shown = dialog(lab)
    assert isinstance(shown, BreakDialog)
    shown.resize(*LOWEST)
    assert shown.height() <= LOWEST[1]
    parts = (shown.target, shown.list, shown.number, shown.answers, shown.votes)
    boxes = [one.geometry() for one in (*parts, shown.do)]
    assert all(a.bottom() < b.top() for a, b in pairwise(boxes))
    assert shown.rect().contains(boxes[-1])
    row = shown.list.sizeHintForRow(0)
    assert shown.list.viewport().height() >= row
    assert shown.answers.viewport().height() >= row
    shown.reject()
