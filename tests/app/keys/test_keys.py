"""Keys in the window: digits, arrows, panes, held keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.keys.held_keys import HeldKeys
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import MakeWindow


def test_home_end_and_numbers(window: MainWindow) -> None:
    """End and Home go to the ends; a number and Enter go to that step."""
    stage = window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_End)
    assert window.player.target == 6
    QTest.keyClick(stage, Qt.Key.Key_Home)
    assert window.player.target == 0

    QTest.keyClick(stage, Qt.Key.Key_4)
    QTest.keyClick(stage, Qt.Key.Key_Return)

    assert window.player.target == 4


def test_arrows_in_a_table_stay_in_the_table(window: MainWindow) -> None:
    """Stage keys do nothing while a table has the focus; PgDn's meaning stays."""
    table = window.views.work.table.view
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 1))

    QTest.keyClick(table, Qt.Key.Key_Down)
    assert window.player.target == 0
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert window.player.target == 4


def test_black_and_back_without_a_step(window: MainWindow) -> None:
    """B hides everything; Next only brings it back."""
    stage = window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_B)
    assert window.views.blank.isVisible()

    QTest.keyClick(stage, Qt.Key.Key_PageDown)

    assert not window.views.blank.isVisible()
    assert window.player.target == 0


def test_f6_goes_round_all_panes(window: MainWindow) -> None:
    """No pane is a trap, and the round ends where it began."""
    seen = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F6)
        seen.append(window.focusWidget())

    assert len(set(map(id, seen))) == 4
    assert seen[-1] is window.views.work.stage


def test_digits_are_keys_only_where_single_characters_are(
    make_window: MakeWindow,
) -> None:
    """With single-letter keys off, 4 and Enter is just Enter."""
    window = make_window(single_letter_keys=False)
    stage = window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_4)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert window.player.target == 1

    window.change(single_letter_keys=True)
    QTest.keyClick(stage, Qt.Key.Key_4)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert window.player.target == 4


@pytest.mark.parametrize("place", ["stage", "table"])
def test_a_held_key_is_heard_once(window: MainWindow, place: str) -> None:
    """A press at the moment of the same key's release is a repetition."""
    work, held = window.views.work, HeldKeys(lambda: COMMANDS)
    view = work.stage if place == "stage" else work.table.view
    view.setFocus()

    def taken(kind: QEvent.Type, key: Qt.Key, moment: int, **chord: bool) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(kind, key, control if chord else none)
        event.setTimestamp(moment)
        event.ignore()
        return held.takes(event, view)

    override, release = QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease
    assert not taken(override, Qt.Key.Key_PageDown, 90)
    taken(release, Qt.Key.Key_PageDown, 100)
    assert taken(override, Qt.Key.Key_PageDown, 100)
    assert not taken(override, Qt.Key.Key_PageDown, 140)
    taken(release, Qt.Key.Key_Right, 200)
    assert not taken(override, Qt.Key.Key_Right, 200, control=True)


def test_a_held_key_goes_on_writing(window: MainWindow) -> None:
    """Where text is typed, every repetition is a letter."""
    field, held = QLineEdit(window), HeldKeys(lambda: COMMANDS)
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_B, none, "b")
        event.setTimestamp(100)
        assert not held.takes(event, field)


def test_a_number_beyond_the_last_step_is_told(window: MainWindow) -> None:
    """What is typed is shown; 9 and Enter move nothing and say why."""
    stage, caption = window.views.work.stage, window.views.work.caption
    QTest.keyClick(stage, Qt.Key.Key_9)
    assert "9" in caption.remark()
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert window.player.target == 0
    assert "no step 9" in caption.remark()

    QTest.keyClick(stage, Qt.Key.Key_3)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert window.player.target == 3
    assert caption.remark() == ""


def test_enter_on_an_actor_keeps_its_marks(window: MainWindow) -> None:
    """Tab goes from actor to actor; Enter there explains it and moves no step."""
    stage, caption = window.views.work.stage, window.views.work.caption
    window.player.jump(1)
    QTest.keyClick(stage, Qt.Key.Key_Tab)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert window.player.target == 1
    assert "Pod" in caption.remark()

    window.views.work.table.view.setFocus()
    assert "Pod" in caption.remark()
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert caption.remark() == ""


def test_enter_on_an_actor_while_the_mouse_rests_there(window: MainWindow) -> None:
    """It explains the actor; the mouse alone leaves Enter to the next step."""
    stage, caption = window.views.work.stage, window.views.work.caption
    stage.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    QTest.mouseMove(stage, stage.box_of("main").center())
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert window.player.target == 1

    QTest.keyClick(stage, Qt.Key.Key_Tab)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert window.player.target == 1
    assert "Pod" in caption.remark()


def test_tab_leaves_every_pane(window: MainWindow) -> None:
    """Forty times Tab goes through stage, controls and panels, and round again."""
    seen = []
    for _ in range(40):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    work = window.views.work

    firsts = [
        seen.index(pane)
        for pane in (work.controller.scrubber, work.flow.view, work.table.view)
    ]
    assert firsts == sorted(firsts)
    assert work.stage in seen[firsts[-1] :]


def test_black_covers_the_window_whatever_becomes_of_it(window: MainWindow) -> None:
    """Put away, shown again and made larger, nothing of the lesson is seen."""
    QTest.keyClick(window.views.work.stage, Qt.Key.Key_B)
    window.hide()
    window.show()

    window.resize(window.width() + 200, window.height() + 60)
    QApplication.processEvents()

    assert window.views.blank.geometry() == window.rect()
