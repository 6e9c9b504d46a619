"""Single-letter keys that are switched off are off in the lab, too."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from sidecar_viz.app.keys.actions import is_letter
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.lab.conftest import MakeLab
from tests.app.lab.seen import dialog, told
from tests.app.lab.test_open_labs import close_all
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)

Key = Qt.Key


def front(lab: Lab) -> Lab:
    """Return a lab whose window has the keyboard: others take no keys."""
    lab.window.activateWindow()
    assert QTest.qWaitForWindowActive(lab.window)
    return lab


def letters_of(keys: Iterable[str]) -> list[str]:
    """Return those keys that are a letter, a digit or a sign."""
    arrows = "→←↑↓"
    return [key for key in keys if is_letter(key) and key[-1] not in arrows]


def in_menus(lab: Lab) -> dict[str, str]:
    """Return the words in the menus, each with the key that is shown there."""
    menus = [menu.menu() for menu in lab.window.menu.actions()]
    texts = [one.text() for menu in menus for one in menu.actions()]  # type: ignore[attr-defined]
    return dict(text.partition("\t")[::2] for text in texts if text)


def bound(lab: Lab) -> set[str]:
    """Return every key that does something."""
    actions = lab.window.findChildren(QAction)
    return {key.toString() for one in actions for key in one.shortcuts()}


def test_a_lab_opens_without_letters(make_lab: MakeLab) -> None:
    """In pictures and tables they do nothing; what they did stays in the menus."""
    lab = front(make_lab(letters=False))
    lab.window.open_tab("kubectl")
    for place in (lab.window.stage, lab.window.tables.view):
        for key in (Key.Key_K, Key.Key_P, Key.Key_M, Key.Key_J, Key.Key_Plus):
            QTest.keyClick(place, key)
    QTest.keyClick(lab.window.stage, Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)

    assert not lab.player.playing
    assert not lab.window.time_line.hidden
    assert not lab.compared.on
    assert letters_of(bound(lab)) == []
    shown = in_menus(lab)
    assert letters_of(shown.values()) == []
    assert {"Play or pause", "Predict first", "Twin run"} <= shown.keys()
    assert shown["Undo"] == "Ctrl+Z"
    assert lab.window.transport.play.key == lab.window.header.twin.key == ""
    lab.compared.toggle()
    assert lab.window.twin.only.key == ""
    lab.compared.toggle()


def test_the_keys_that_are_told_are_those_that_work(
    make_lab: MakeLab, window: MainWindow
) -> None:
    """F1 names no letter that is switched off; a command without keys stays."""
    labs = [make_lab(letters=False), make_lab()]
    window.change(single_letter_keys=False)
    labs.append(program_of(window).labs.open_lab(window.preferences))
    for lab, letters in zip(labs, (False, True, False), strict=True):
        QTest.keyClick(front(lab).window, Key.Key_F1)
        lines = [line.strip() for line in told(lab).splitlines()]
        assert ("Play or pause: K" in lines) == letters
        assert ("Play or pause" in lines) == (not letters)
        assert ("Undo: U, Ctrl+Z" in lines) == letters
        assert ("Undo: Ctrl+Z" in lines) == (not letters)
        off = "Single letters are switched off in the preferences."
        assert (lines[0] == off) == (not letters)
        assert "Next problem: F8" in lines
        dialog(lab).reject()
    close_all()


def test_other_keys_go_on_working_without_letters(make_lab: MakeLab) -> None:
    """Arrows, and those with Ctrl."""
    lab = front(make_lab(letters=False))
    QTest.keyClick(lab.window.stage, Key.Key_Right)
    assert lab.player.moment.t == lab.player.way.stops[1]
    QTest.keyClick(lab.window.stage, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert lab.window.late.editor.visible
    lab.texts.toggle()


def test_an_open_lab_loses_its_letters_and_gets_them_again(
    window: MainWindow,
) -> None:
    """As the preference is changed in the window of lessons."""
    lab = front(program_of(window).labs.open_lab(window.preferences))
    keys, shown = bound(lab), in_menus(lab)
    window.change(single_letter_keys=False)
    QTest.keyClick(lab.window.stage, Key.Key_P)
    assert not lab.window.time_line.hidden
    assert in_menus(lab)["Predict first"] == ""

    window.change(single_letter_keys=True)
    assert (bound(lab), in_menus(lab)) == (keys, shown)
    assert lab.window.transport.play.key == "K"
    QTest.keyClick(lab.window.stage, Key.Key_P)
    assert lab.window.time_line.hidden
    close_all()


def test_a_lab_that_is_opened_later_has_no_letters(window: MainWindow) -> None:
    """It reads the preference when it opens."""
    window.change(single_letter_keys=False)
    lab = program_of(window).labs.open_lab(window.preferences)
    assert letters_of(bound(lab)) == []
    close_all()
