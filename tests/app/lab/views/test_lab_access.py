"""What assistive technology can do in the lab, and in which order it comes by."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from sidecar_viz.app.lab.asked.assume_dialog import AssumeDialog
from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.views.access import (
    Part,
    PictureAccess,
    make_pictures_accessible,
)
from sidecar_viz.app.qt.heard_items import access_of
from sidecar_viz.app.window.readers import let_readers_in


def test_buttons_that_stay_down_can_be_toggled(lab: Lab) -> None:
    """A switch toggles them without a click; it does what a click does."""
    window = lab.window
    for button, seen in (
        (window.header.edit, window.editor),
        (window.header.twin, window.twin),
    ):
        button.toggle()
        assert seen.isVisible()
        button.toggle()
        assert not seen.isVisible()
    window.transport.folds.toggle()
    assert not window.time_line.folding
    lab.toggle_folds()
    assert window.transport.folds.isChecked()


def test_every_picture_can_be_read(lab: Lab) -> None:
    """Also those of the twin, and after the other widgets were let in."""
    let_readers_in(lab.window)
    make_pictures_accessible(lab.window)
    twin = lab.window.twin
    pictures = (lab.window.stage, lab.window.time_line, *twin.stages, *twin.lines)
    for view in pictures:
        found = QAccessible.queryAccessibleInterface(view)
        assert isinstance(found, PictureAccess)
        assert found.childCount() > 1


def test_the_keyboard_goes_through_the_window_as_it_is_read(lab: Lab) -> None:
    """Stage, why line, tables, manifest, buttons, time line, then the head."""
    window = lab.window
    window.resize(1900, 1000)
    wanted: tuple[QWidget, ...] = (
        *(window.stage, window.why.rule, window.tables.bar, window.tables.view),
        *(window.excerpt.text, window.transport.play, window.time_line),
        *(window.header.version, window.header.edit),
    )
    chain: list[QWidget] = [window.stage]
    while (after := chain[-1].nextInFocusChain()) not in (None, window.stage):
        assert after is not None
        chain.append(after)
    assert all(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in wanted)
    places = [chain.index(part) for part in wanted]
    assert places == sorted(places)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_what_had_the_keyboard_may_be_gone_when_a_dialog_closes(
    lab: Lab, qtbot: QtBot
) -> None:
    """A dialog over another one outlives it; the keyboard goes to the window."""
    lab.go_to()
    (under,) = lab.window.findChildren(QDialog)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    lab.hands.break_it()
    (over,) = lab.window.findChildren(BreakDialog)
    under.reject()
    qtbot.waitUntil(lambda: not isValid(under))
    over.reject()
    qtbot.waitUntil(lambda: not isValid(over))
    assert lab.window.isActiveWindow()


def test_the_keyboard_goes_through_the_panes_of_the_twin(lab: Lab) -> None:
    """F6 leads from the switch to the second time line, and round to the switch."""
    lab.compared.toggle()
    twin = lab.window.twin
    twin.switch.setFocus()
    for pane in (*twin.panes[1:], twin.switch):
        lab.window.next_pane(1)
        assert pane.hasFocus()
    lab.compared.toggle()


@pytest.mark.parametrize(("by", "place"), [(1, 0), (-1, -1)])
def test_the_keyboard_comes_into_the_panes_at_either_end(
    lab: Lab, by: int, place: int
) -> None:
    """From the header F6 leads to the first pane, and Shift+F6 to the last."""
    window = lab.window
    window.resize(1900, 1000)
    panes = (window.stage, window.excerpt.text)
    window.header.edit.setFocus()
    window.next_pane(by)
    assert panes[place].hasFocus()


def parts_of(view: QWidget) -> dict[str, Part]:
    """Return what a reader finds in a picture, by key."""
    make_pictures_accessible(view.window())
    found = QAccessible.queryAccessibleInterface(view)
    assert isinstance(found, PictureAccess)
    return {part.said.key: part for part in found.parts}


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)
def test_a_card_can_be_pressed_led_to_and_broken(lab: Lab) -> None:
    """Press is what Enter does; a gate leads to its card, and has no keyboard."""
    stage = lab.window.stage
    lab.window.time_line.setFocus()
    parts = parts_of(stage)
    parts["proxy"].actionInterface().doAction("SetFocus")
    assert (stage.focused, stage.hasFocus()) == ("proxy", True)
    parts["gate web"].actionInterface().doAction("Press")
    assert stage.focused == "web"
    assert parts["gate web"].actionInterface().actionNames() == ["Press"]
    assert not parts["gate web"].state().focusable
    parts[""].actionInterface().doAction("Press")
    assert stage.focused == ""
    parts["logger"].actionInterface().doAction("Press")
    asked = lab.window.findChild(AssumeDialog)
    assert asked is not None
    assert "logger" in asked.windowTitle()
    asked.reject()
    menu = parts["web"].actionInterface()
    assert menu.localizedActionName("ShowMenu") == "Break it…"
    menu.doAction("ShowMenu")
    broken = lab.window.findChild(BreakDialog)
    assert broken is not None
    assert stage.focused == "web"
    broken.reject()


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)
def test_a_lane_can_be_pressed_led_to_and_broken(lab: Lab) -> None:
    """Press tells why, as Enter does; the pod's own lanes can only be read."""
    line = lab.window.time_line
    lab.player.jump(63)
    parts = parts_of(line)
    parts["logger"].actionInterface().doAction("Press")
    assert lab.player.moment.t == 61
    assert "Since 61 s" in lab.window.why.spoken()
    parts["proxy"].actionInterface().doAction("SetFocus")
    assert (line.focused, line.hasFocus()) == ("proxy", True)
    assert parts["pod Phase"].actionInterface() is None
    assert not parts["pod Phase"].state().focusable
    parts["web"].actionInterface().doAction("ShowMenu")
    asked = lab.window.findChild(BreakDialog)
    assert asked is not None
    asked.reject()


def test_the_why_line_has_no_empty_words(lab: Lab) -> None:
    """A reader that goes through the labels finds none with nothing in it."""
    for t in lab.model.run.way.stops:
        lab.player.jump(t)
        shown = (x for x in lab.window.why.findChildren(QLabel) if x.isVisible())
        assert all(label.text() for label in shown)


def test_the_twin_tells_the_changes_of_both_runs(lab: Lab) -> None:
    """Each second at which either changes has its words, and whose they are."""
    lab.compared.toggle()
    twin = lab.window.twin
    stops = [t for t in lab.player.way.stops if t > 0]
    assert all(twin.said(t) for t in stops)
    assert twin.said(3).count(":") >= 2
    lab.compared.toggle()


def test_what_is_ahead_is_not_told_while_it_is_predicted(lab: Lab) -> None:
    """A lane says since when it is so, and what was before."""
    lab.player.jump(20)
    lab.toggle_predicting()
    line = lab.window.time_line
    said = {part.key: part for part in line.heard_parts()}
    assert said["pod Phase"].description == "Pending, 0 s to 18 s; Running, since 18 s"
    assert said["migrate"].description.startswith("pulls its image, 0 s to 3 s")
    assert "since 18 s" in said["web"].name
    assert "SIGTERM" not in said["web"].description
    lab.toggle_predicting()
    said = {part.key: part for part in line.heard_parts()}
    assert "SIGTERM" in said["web"].description


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_breaks_and_answers_can_be_pressed(lab: Lab) -> None:
    """A switch or a voice chooses them as a click does; then it can be done."""
    lab.toggle_predicting()
    lab.hands.break_it("web")
    asked = lab.window.findChild(BreakDialog)
    assert asked is not None
    assert not asked.do.isEnabled()
    access_of(asked.list).child(1).actionInterface().doAction("Press")
    assert asked.list.currentRow() == 1
    assert asked.answers.given == ""

    access_of(asked.answers).child(0).actionInterface().doAction("Press")
    assert asked.answers.currentRow() == 0
    assert asked.do.isEnabled()
    asked.reject()
