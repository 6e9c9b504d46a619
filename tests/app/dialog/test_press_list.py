"""Lists in which one press takes an item show all their words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.pick import list_sheet
from sidecar_viz.app.dialog.press_list import PressList
from tests.app.at_dialogs import LOOK

WORDS = 'bound to its node, pulling image "migrate:1"'


def test_words_that_just_fit_are_not_cut(qtbot: QtBot) -> None:
    """An item is as high as its lines are in the room beside which nothing stands."""
    shown = PressList()
    qtbot.addWidget(shown)
    shown.setWordWrap(True)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setStyleSheet(list_sheet(LOOK))
    shown.setSpacing(LOOK.px(3))
    shown.addItems([WORDS, "proxy runs", WORDS])
    shown.show()
    letters = shown.fontMetrics()
    long = letters.horizontalAdvance(WORDS)
    sides = 2 * (LOOK.px(10) + 2) + 2 * LOOK.px(3)
    broken = set()
    for more in range(-30, 61):
        shown.resize(long + more, 400)
        shown.doItemsLayout()
        room = QRect(0, 0, shown.viewport().width() - sides, 400)
        lines = letters.boundingRect(room, Qt.TextFlag.TextWordWrap, WORDS).height()
        first, between, last = (
            shown.visualItemRect(shown.item(row)) for row in range(3)
        )
        sides_high = between.height() - letters.height()
        assert first.height() >= lines + sides_high
        assert last.height() == first.height()
        assert between.top() - first.bottom() <= 2 * LOOK.px(3) + 1
        broken.add(lines > letters.height())
    assert broken == {False, True}
