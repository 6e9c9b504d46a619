"""The caption, where its words have no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.app.conftest import MakeWindow

Key = Qt.Key


def test_a_caption_that_is_cut_is_scrolled_by_key(make_window: MakeWindow) -> None:
    """Tab leads to it, and only then; arrows scroll it."""
    window = make_window(text_scale=2.0, real_cluster_notes=True)
    area = window.views.work.caption.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus

    window.resize(800, 480)
    window.player.jump(4)
    QApplication.processEvents()
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    focused = QApplication.focusWidget()
    for _ in range(40):
        assert focused is not None
        if focused is area:
            break
        QTest.keyClick(focused, Key.Key_Tab)
        focused = QApplication.focusWidget()
    assert focused is area
    assert area.accessibleName() == "Caption"
    for _ in range(20):
        QTest.keyClick(area, Key.Key_Down)

    assert bar.value() == bar.maximum()
    assert window.player.target == 4


def test_a_remark_comes_before_the_title(make_window: MakeWindow) -> None:
    """With little room what is said about the picture is whole; then all is back."""
    window = make_window(text_scale=2.0)
    window.resize(1180, 660)
    window.player.jump(3)
    QApplication.processEvents()
    caption = window.views.work.caption
    said = (
        "Press a number: 1 the shared volume is not mounted, 2 the network is down,"
        " 3 the sidecar never starts, 4 the main container never starts"
    )

    caption.show_remark(said)
    assert caption._whole() <= caption.height()
    assert caption._title.isHidden()

    caption.show_remark("")
    assert not caption._title.isHidden()
    assert not caption._text.isHidden()
