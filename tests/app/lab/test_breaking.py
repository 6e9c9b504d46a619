"""Pods are broken by hand, and assumed of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from sidecar_viz.app.lab.asked.assume_dialog import AssumeDialog
from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.pods.asking.breaks import breaks_for
from sidecar_viz.pods.given.script import When
from tests.app.lab.conftest import MANIFEST, MakeLab, opened_shop
from tests.app.lab.seen import dialog
from tests.app.tab_and_space import focused

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def test_what_is_pressed_in_dialogs_is_seen_to_be_a_button(lab: Lab) -> None:
    """At rest, too: without an edge its words would be a label's."""
    for ask in (lab.hands.break_it, lab.hands.assume):
        ask("web")
        asked = dialog(lab)
        buttons = asked.findChildren(KeyButton)
        flat = [one.text() for one in buttons if not isinstance(one, EdgedButton)]
        assert len(flat) == 1, flat  # the filled one that Enter presses
        asked.reject()


def test_a_right_click_on_a_lane_breaks_it_at_that_second(lab: Lab) -> None:
    """The playhead goes there; what is broken is the container of the lane."""
    line = lab.window.time_line
    row = line.laid_out.rows.lanes["logger"]
    spot = QPoint(round(line.laid_out.axis.x(14.0)), round(row.middle))
    asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, spot)
    QApplication.sendEvent(line, asks)
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    assert asked.target.currentData() == "logger"
    assert lab.player.moment.t == 14
    asked.reject()


def test_a_break_takes_hold_and_is_undone(make_lab: MakeLab) -> None:
    """What was before it stays; U brings the undisturbed run back, redo the break."""
    lab = make_lab()
    lab.player.jump(30)
    before = lab.model.run
    found = breaks_for(before.pod, before.script, before.trace, 30, "web")
    kill = next(one for one in found if one.id == "kill")
    lab.hands.break_it("web")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    asked.list.setCurrentRow([one.id for one in found].index("kill"))
    asked.do.click()
    run = lab.model.run
    assert run.trace.actions[0][0] == 30
    assert run.lane["web"].starts[1] == 30
    early = [one for one in run.trace.doings if one.t < 30]
    assert early == [one for one in before.trace.doings if one.t < 30]
    assert kill.word in lab.window.transport.undo.text()
    assert lab.player.moment.t == 30
    lab.model.undo()
    assert lab.model.run.trace.exits == before.trace.exits
    assert lab.window.transport.undo.isHidden()
    lab.model.redo()
    assert lab.model.run.lane["web"].starts[1] == 30
    lab.model.undo_all()
    assert lab.model.run.trace.actions == []


def test_what_has_no_effect_says_why(lab: Lab) -> None:
    """It is struck out, and can be tried all the same."""
    lab.player.jump(30)
    lab.hands.break_it("migrate")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    texts = [asked.list.item(n).text() for n in range(asked.list.count())]
    assert any("no effect" in text for text in texts)
    asked.reject()


def test_an_assumption_is_changed(lab: Lab) -> None:
    """The run follows; the guess is kept in the script, and can be undone."""
    lab.hands.assume("migrate")
    asked = dialog(lab)
    assert isinstance(asked, AssumeDialog)
    asked.runs.setValue(9)
    asked.chosen.emit(asked.life())
    asked.reject()
    assert lab.model.run.lane["migrate"].exits[0].t == 12
    assert lab.model.opened.script.life("migrate").run == 9
    lab.model.undo()
    assert lab.model.run.lane["migrate"].exits[0].t == 7


def test_a_command_suggests_what_can_be_assumed(make_lab: MakeLab) -> None:
    """It is offered, and not taken by itself."""
    text = MANIFEST.replace(
        "image: migrate:1", "image: m:1\n      command: [sleep, '8']"
    )
    lab = make_lab(opened_shop(data=text.encode()))
    assert lab.model.run.lane["migrate"].exits[0].ran == 4
    lab.hands.assume("migrate")
    asked = dialog(lab)
    assert isinstance(asked, AssumeDialog)
    assert asked.life().run == 4
    assert asked.offer is not None
    asked.offer.click()
    assert asked.life().run == 8
    assert asked.life().on_sigterm == "ignore"
    asked.reject()


def test_a_card_that_is_pointed_at_may_go(lab: Lab) -> None:
    """Another pod is shown under the pointer."""
    stage = lab.window.stage
    QTest.mouseMove(stage, stage.plan().cards["web"].center().toPoint())
    lab.model.edit(MANIFEST.replace("name: web", "name: site").encode())
    assert not stage.grab().isNull()
    QTest.mouseMove(stage, stage.plan().cards["site"].center().toPoint())
    assert not stage.grab().isNull()


def test_enter_assumes_from_every_field(lab: Lab) -> None:
    """As its button says; a switch that was just turned stays as it is."""
    lab.hands.assume("web")
    asked = dialog(lab)
    assert isinstance(asked, AssumeDialog)
    QApplication.processEvents()  # the dialog gets the keyboard
    asked.deaf.setFocus()
    QTest.keyClick(asked.deaf, Qt.Key.Key_Space)
    QTest.keyClick(asked.deaf, Qt.Key.Key_Return)

    assert not asked.isVisible()
    assert lab.model.opened.script.life("web").on_sigterm == "ignore"


def test_enter_breaks_from_every_field(lab: Lab) -> None:
    """With the keyboard on what is broken, or on the number."""
    lab.player.jump(30)
    for _ in range(2):
        before = len(lab.model.opened.script.actions)
        lab.hands.break_it("web")
        asked = dialog(lab)
        assert isinstance(asked, BreakDialog)
        field = (asked.target, asked.number)[before % 2]
        if field is asked.number:
            texts = [asked.list.item(n).text() for n in range(asked.list.count())]
            asked.list.setCurrentRow(
                next(n for n, text in enumerate(texts) if "exit" in text)
            )
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not asked.isVisible()
        assert len(lab.model.opened.script.actions) == before + 1


def test_no_exit_code_is_chosen_that_no_process_has(lab: Lab) -> None:
    """It would be refused when the run is read again; seconds may be more."""
    lab.player.jump(30)
    lab.hands.break_it("web")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    most = {}
    for row in range(asked.list.count()):
        asked.list.setCurrentRow(row)
        if not asked.number.isHidden():
            most[asked.number.accessibleName()] = asked.number.maximum()
    asked.reject()
    assert most == {"Exit code": 255, "Seconds": 3600}


def test_the_menu_deletes_the_pod(lab: Lab) -> None:
    """The break dialog is about the whole pod, with its delete chosen."""
    lab.player.jump(30)
    menus = lab.window.menu.findChildren(QMenu)
    actions = [action for menu in menus for action in menu.actions()]
    next(one for one in actions if one.text() == "Delete the pod…").trigger()
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    assert asked.target.currentData() == ""
    asked.do.click()
    first = lab.model.opened.script.actions[0]
    assert (first.do, first.when) == ("delete", When(seconds=30))


@pytest.mark.parametrize(("second", "name"), [(64, "proxy"), (30, "proxy")])
def test_the_container_that_matters_is_assumed_of(
    lab: Lab, second: float, name: str
) -> None:
    """Without a card in focus: the one of the why line, else the first that runs."""
    lab.player.jump(second)
    lab.hands.assume()
    assert name in dialog(lab).windowTitle()
    dialog(lab).reject()
    lab.window.stage.focus_on("logger")
    lab.hands.assume()
    assert "logger" in dialog(lab).windowTitle()
    dialog(lab).reject()


def test_a_break_of_what_is_over_says_so(lab: Lab) -> None:
    """A second delete with the same grace changes nothing."""
    lab.player.jump(62)
    lab.hands.delete_it()
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    asked.do.click()
    assert lab.window.why.spoken().startswith("Nothing would change")
    lab.player.jump(lab.model.run.end)
    lab.hands.break_it("web")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    asked.do.click()
    assert lab.window.why.spoken().strip() == "The pod is gone."


@pytest.mark.parametrize("ask", ["break_it", "assume"])
def test_what_is_asked_of_a_run_goes_with_it(lab: Lab, ask: str) -> None:
    """As when its file is saved elsewhere: another pod has other containers."""
    getattr(lab.hands, ask)("web")
    asked = dialog(lab)
    lab.model.edited_elsewhere(MANIFEST.replace("name: web", "name: shop").encode())

    assert "web" not in lab.model.run.lane
    assert not asked.isVisible()


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_assumptions_scroll_on_a_low_screen(make_lab: MakeLab, text: float) -> None:
    """Each field comes into sight with the keyboard; none is cut at its side."""
    command = "image: m:1\n      command: [sleep, '8']"
    manifest = MANIFEST.replace("image: migrate:1", command)
    lab = make_lab(opened_shop(data=manifest.encode()), text=text)
    lab.window.resize(800, 480)
    lab.hands.assume("migrate")
    asked = dialog(lab)
    assert isinstance(asked, AssumeDialog)
    QApplication.processEvents()
    asked.resize(640, 300)
    QApplication.processEvents()
    assert asked.height() == 300
    first = here = focused()
    seen: set[QWidget] = set()
    while here not in seen:
        seen.add(here)
        view = asked.page.viewport()
        if asked.page.inside.isAncestorOf(here):
            box = here.rect().translated(here.mapTo(view, QPoint()))
            assert view.rect().contains(box.center())
            assert 0 <= box.left() <= box.right() <= view.width()
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = focused()
    assert first is asked.pull
    assert asked.memory in seen
    assert asked.offer in seen
    asked.reject()
