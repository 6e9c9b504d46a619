"""In every dialog a screen reader finds the label of what has no words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from sidecar_viz.app.classroom.vote_dialog import VoteDialog
from sidecar_viz.app.dialog.key_catcher import KeyCatcher
from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.widgets.choice_list import ChoiceList
from sidecar_viz.app.widgets.switch import Switch
from sidecar_viz.app.window.main_window import MainWindow

FIELDS = (
    *(QAbstractSpinBox, QComboBox, QGroupBox, QLineEdit),
    *(ChoiceList, KeyCatcher, Switch),
)


@contextmanager
def shown_dialog(window: MainWindow, command: CommandId) -> Iterator[QDialog]:
    """Open the dialog of a command, and close it."""
    window.commands[command].trigger()
    (dialog,) = (one for one in window.findChildren(QDialog) if one.isVisible())
    yield dialog
    window.dialogs.close_all()


def fields_of(dialog: QDialog) -> list[QWidget]:
    """List what is filled in, or chosen from; of a field with its list, the field."""
    every = [one for one in dialog.findChildren(QWidget) if one.isVisible()]
    fields = [one for one in every if isinstance(one, FIELDS)]
    inside = [one for one in fields if isinstance(one.parent(), QAbstractSpinBox)]
    lists = [one for one in every if isinstance(one, QAbstractItemView)]
    return [one for one in fields or lists if one not in inside]


def labelled(dialog: QDialog) -> list[QWidget | None]:
    """List what has a label."""
    found: list[QWidget | None] = [
        label.buddy() for label in dialog.findChildren(QLabel) if label.isVisible()
    ]
    if isinstance(dialog, QuizDialog):
        found.append(dialog.body.page.question.labels)
    if isinstance(dialog, VoteDialog):
        found.append(dialog.view.labels)
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    "command",
    [
        *("open", "what_if", "quiz", "vote", "handout", "cards", "room_check"),
        *("preferences", "keys", "go_to", "find", "overview", "help"),
    ],
)
def test_every_field_has_a_label(window: MainWindow, command: CommandId) -> None:
    """Rows made by hand have it as a form's rows do."""
    with shown_dialog(window, command) as dialog:
        fields, named = fields_of(dialog), labelled(dialog)
    assert fields

    assert [type(one).__name__ for one in fields if one not in named] == []


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("command", ["preferences", "keys", "handout", "room_check"])
def test_no_label_of_a_field_has_a_sign_that_makes_keys(
    window: MainWindow, command: CommandId
) -> None:
    """Qt takes a letter after & for a key, where a label belongs to something."""
    with shown_dialog(window, command) as dialog:
        texts = [
            one.text() for one in dialog.findChildren(QLabel) if one.buddy() is not None
        ]
    assert texts

    assert [text for text in texts if "&" in text] == []
