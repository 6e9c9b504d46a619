"""The manifest's numbered lines, at whatever size they are given."""

from __future__ import annotations

import random
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.views.text.manifest_text import Gutter, ManifestText
from sidecar_viz.app.look.look import Look

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)

SEED = 1
SIZES = 800
QT_S_OWN = 2  # a scroll bar comes, and takes another's room


class Counted(ManifestText):
    """Counts how deep a resize leads to others."""

    deepest = now = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count it, and those within it."""
        self.now += 1
        self.deepest = max(self.deepest, self.now)
        super().resizeEvent(event)
        self.now -= 1


@pytest.mark.usefixtures("qapp")
def test_a_resize_is_over_when_its_scroll_bars_stand() -> None:
    """Margins set within it began it again: at some sizes for ever, until it died."""
    dice = random.Random(SEED)  # noqa: S311 - not for secrets
    text = Counted()
    text.set_look(Look())
    text.show()
    for number in range(SIZES):
        if number % 8 == 0:
            lines = range(dice.randrange(1, 130))
            text.setPlainText("\n".join("x" * dice.randrange(1, 90) for _ in lines))
        if number % 3 == 0:
            bar = text.verticalScrollBar()
            bar.setValue(dice.randrange(bar.maximum() + 1))
        text.resize(dice.randrange(400), dice.randrange(300))
        if number % 2:
            QApplication.processEvents()
    assert text.deepest <= QT_S_OWN
    text.close()


@pytest.mark.usefixtures("qapp")
def test_the_numbers_stay_at_the_left() -> None:
    """As high as what is seen of the text, and none on the scroll bar below it."""
    text = ManifestText()
    text.set_look(Look())
    text.show()
    (gutter,) = text.findChildren(Gutter)
    bars = set()
    for long, (wide, high) in product((9, 90), ((300, 200), (500, 90), (200, 400))):
        text.setPlainText(("x" * long + "\n") * 60)
        text.resize(wide, high)
        QApplication.processEvents()
        seen = text.viewport().geometry()
        assert (gutter.y(), gutter.height()) == (seen.y(), seen.height())
        assert gutter.geometry().right() < seen.left()
        bars.add(text.horizontalScrollBar().isVisible())
    assert bars == {True, False}
    text.close()


def test_the_excerpt_is_read_line_by_line(lab: Lab, qtbot: QtBot) -> None:
    """Arrows lead a caret through it; nothing is written, and letters are keys."""
    lab.window.resize(1900, 1000)
    assert QTest.qWaitForWindowActive(lab.window)
    qtbot.waitUntil(lambda: lab.window.late.excerpt.visible)
    excerpt = lab.window.excerpt
    text = excerpt.text
    excerpt.light((3,))
    before = excerpt.grab().toImage()
    assert not text.textCursor().hasSelection()
    text.setFocus()
    assert text.hasFocus()
    here = text.textCursor().blockNumber()
    for _ in range(2):
        QTest.keyClick(text, Qt.Key.Key_Down)
    assert text.textCursor().blockNumber() == here + 2
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.textCursor().positionInBlock() == 1

    QTest.keyClick(text, Qt.Key.Key_X)
    assert text.toPlainText() == lab.model.opened.text
    QTest.keyClick(text, Qt.Key.Key_P)
    assert lab.window.time_line.hidden
    lab.window.stage.setFocus()
    assert excerpt.grab().toImage() == before
