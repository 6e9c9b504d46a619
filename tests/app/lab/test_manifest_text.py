"""The manifest's numbered lines, at whatever size they are given."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.lab.views.manifest_text import Gutter, ManifestText
from sidecar_viz.app.look.look import Look

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
    """As high as the text, and beside it, at whatever size it gets."""
    text = ManifestText()
    text.set_look(Look())
    text.show()
    (gutter,) = text.findChildren(Gutter)
    for wide, high in ((300, 200), (500, 90), (200, 400)):
        text.resize(wide, high)
        assert gutter.height() == text.contentsRect().height()
        assert gutter.geometry().right() < text.viewport().geometry().left()
    text.close()
