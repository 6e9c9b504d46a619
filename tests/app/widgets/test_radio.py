"""Choices of which one holds, as screen readers and keys meet them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.classroom.text_sizes import TextSizes
from sidecar_viz.app.preferences.dialog import PreferencesDialog
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.preferences.rows import Choices
from sidecar_viz.app.widgets.radio import RadioGroup
from tests.app.at_dialogs import LOOK, opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def role(widget: QWidget) -> QAccessible.Role:
    """Tell what a screen reader takes a widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def labels(widget: QWidget) -> list[str]:
    """List the texts that are labels of a widget."""
    found = QAccessible.queryAccessibleInterface(widget).relations()
    kind = QAccessible.RelationFlag.Label
    name = QAccessible.Text.Name
    return [label.text(name) for label, relation in found if relation & kind]


@pytest.mark.parametrize("kind", ["choices", "sizes"])
def test_exclusive_choices_are_radio_buttons(dressed: QWidget, kind: str) -> None:
    """In a group with a name."""
    group: RadioGroup
    buttons: list[QAbstractButton]
    if kind == "choices":
        choices = Choices("Colours", ("Light", "Dark"), dressed)
        group, buttons = choices, [*choices.buttons]
    else:
        sizes = TextSizes(dressed)
        group, buttons = sizes, [*sizes.buttons.values()]

    assert role(group) == QAccessible.Role.Grouping
    assert group.accessibleName() in ("Colours", "Smallest text")
    assert {role(button) for button in buttons} == {QAccessible.Role.RadioButton}


def test_one_is_down_or_none(dressed: QWidget) -> None:
    """None where the value is not among them."""
    choices = Choices("Speed", ("1", "2", "3"), dressed)
    for place in (1, -1, 2, 0, -1):
        choices.show_picked(place)
        down = [button.isChecked() for button in choices.buttons]
        assert down == [number == place for number in range(3)]


def test_labels_belong_to_what_they_explain(qtbot: QtBot, dressed: QWidget) -> None:
    """So that not all of them are read when the dialog opens."""
    dialog = PreferencesDialog(Preferences(), LOOK, dressed)
    opened(qtbot, dialog)
    for row in dialog.rows.values():
        control = row.choices or row.switch
        assert control is not None
        assert labels(control) == [row.setting.name, row.setting.words]


def test_tab_finds_what_is_chosen(qtbot: QtBot, dressed: QWidget) -> None:
    """Arrows go on from there, and Tab leads to the next setting at once."""
    dialog = PreferencesDialog(Preferences(speed=1.0), LOOK, dressed)
    opened(qtbot, dialog)
    seen = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        QTest.keyClick(focused, Key.Key_Tab)
    assert seen[:2] == ["Colours: System", "Text size: 100 %"]
    assert seen[2:] == ["Motion: System", "Speed: 1×"]

    speed = dialog.rows["speed"].choices
    assert speed is not None
    speed.buttons[3].setFocus()
    QTest.keyClick(speed.buttons[3], Key.Key_Right)
    assert dialog.preferences.speed == 1.25
    assert speed.buttons[4].hasFocus()
