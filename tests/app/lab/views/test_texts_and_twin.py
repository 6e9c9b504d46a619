"""Manifest and script as text, and a run beside its twin."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sidecar_viz.app.lab.asked.assume_dialog import AssumeDialog
from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS
from sidecar_viz.app.lab.views.access import make_pictures_accessible
from sidecar_viz.pods.given.script import Action, When
from sidecar_viz.pods.showing.way import beside
from tests.app.lab.conftest import MANIFEST, MakeLab
from tests.app.lab.seen import dialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def test_an_edit_replays_at_the_same_second(lab: Lab) -> None:
    """PeriodSeconds 2 → 10 moves started from 13 to 19 s, and Ready from 23 to 29."""
    lab.texts.toggle()
    lab.player.jump(16)
    lab.model.edit(MANIFEST.replace("periodSeconds: 2", "periodSeconds: 10").encode())
    run = lab.model.run
    started = next(b.begin for b in run.lane["proxy"].bars if b.fill == "runs")
    assert started == 19
    assert run.way.next_stop(28) == 29
    assert lab.player.moment.t == 16
    assert lab.model.before is not None
    lab.texts.toggle()


def test_a_mistake_keeps_the_last_good_run(lab: Lab) -> None:
    """The API server's words stand below the text; the picture stays."""
    lab.texts.toggle()
    good = lab.model.run
    bad = MANIFEST.replace(
        "      restartPolicy: Always\n      startup", "      startup"
    )
    lab.window.editor.text.setPlainText(bad)
    lab.window.editor.flush()
    assert lab.model.run is good
    assert "2 problems" in lab.window.editor.told
    assert "Forbidden: may not be set for init containers" in lab.window.editor.told
    lab.window.editor.text.setPlainText(MANIFEST)
    lab.window.editor.flush()
    assert "problem" not in lab.window.editor.told
    lab.texts.toggle()


def test_a_fix_is_offered_and_can_be_undone(lab: Lab) -> None:
    """A misspelt field, then a word that is none: each is written anew."""
    lab.texts.toggle()
    wrong = MANIFEST.replace("image: web:1", "imagee: web:1")
    lab.window.editor.text.setPlainText(wrong)
    lab.window.editor.flush()
    sheet = lab.window.editor.manifest
    assert sheet.fix.isVisible()
    assert "image" in sheet.fix.text()

    QTest.keyClick(
        lab.window.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier
    )
    lab.window.editor.flush()

    assert lab.window.editor.text.toPlainText() == MANIFEST
    assert not sheet.fix.isVisible()
    lab.window.editor.text.undo()
    assert lab.window.editor.text.toPlainText() == wrong
    lab.window.editor.text.setPlainText(MANIFEST.replace("Always", "Allways"))
    lab.window.editor.flush()
    lab.window.editor.take_fix()
    lab.window.editor.flush()
    assert lab.window.editor.text.toPlainText().count("Always") == 1
    lab.texts.toggle()


def test_a_twin_differs_in_one_thing(lab: Lab) -> None:
    """Both runs stand on one scale; their differences are listed and numbered."""
    lab.compared.toggle()
    twin = lab.window.twin
    assert twin.isVisible()
    assert twin.switch.count() > 3
    assert lab.player.way.end >= lab.model.run.end
    lab.compared.toggle()
    assert not twin.isVisible()
    assert lab.player.way == lab.model.run.way


def test_the_twins_switch_has_room_for_its_words(lab: Lab) -> None:
    """Though its choices come after it was made."""
    lab.compared.toggle()
    QApplication.processEvents()
    switch = lab.window.twin.switch
    words = max((switch.itemText(n) for n in range(switch.count())), key=len)
    assert switch.width() > switch.fontMetrics().horizontalAdvance(words)


def test_only_the_differences_of_a_twin_are_shown(lab: Lab) -> None:
    """D opens the twin, folds what is the same, and steps from one to the next."""
    QTest.keyClick(lab.window.stage, Qt.Key.Key_D)
    twin, way = lab.window.twin, lab.player.way
    assert twin.isVisible()
    assert twin.only.isChecked()
    assert way.folded.shown < lab.model.run.way.folded.shown
    assert set(way.stops) < {0.0, *lab.model.run.way.stops, *twin.other.way.stops}
    QTest.keyClick(twin.stages[0], Qt.Key.Key_D)
    assert lab.player.way.stops == beside(lab.model.run.way, twin.other.way).stops


def test_pictures_of_the_twin_are_called_by_their_runs(lab: Lab) -> None:
    """As their headings are; by other words once something else is switched."""
    make_pictures_accessible(lab.window)
    lab.compared.toggle()
    twin = lab.window.twin
    pictures = (*twin.stages, *twin.lines)

    def named() -> list[str]:
        """Return what the pictures are called."""
        found = [QAccessible.queryAccessibleInterface(one) for one in pictures]
        return [one.text(QAccessible.Text.Name) for one in found]

    assert twin.switch.currentText() == "sidecar: native / classic"
    both = ["native", "classic"]
    assert named() == [f"{w}, {run}" for w in ("Pod", "Time line") for run in both]
    twin.switch.setCurrentIndex(
        twin.switch.findText("grace: ", Qt.MatchFlag.MatchContains)
    )
    twin.switch.activated.emit(twin.switch.currentIndex())
    words = twin.switch.currentText().partition(": ")[2].split(" / ")
    assert named() == [f"{w}, {run}" for w in ("Pod", "Time line") for run in words]
    lab.compared.toggle()


@pytest.mark.parametrize("side", [0, 1])
def test_enter_and_the_menu_key_do_in_the_twin_what_they_do_alone(
    lab: Lab, side: int
) -> None:
    """On cards and lanes of both runs; what is done counts for both."""
    said: list[str] = []
    lab.voice.said.connect(said.append)
    lab.compared.toggle()
    lab.player.jump(60)
    twin = lab.window.twin
    stage, line = twin.stages[side], twin.lines[side]
    stage.focus_on("logger")
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert isinstance(dialog(lab), AssumeDialog)
    close(lab)
    for view in (stage, line):
        view.focus_on("web")
        QTest.keyClick(view, Qt.Key.Key_Menu)
        assert isinstance(dialog(lab), BreakDialog)
        close(lab)
    said.clear()
    line.focus_on("web")
    QTest.keyClick(line, Qt.Key.Key_Return)
    run = (lab.model.run, twin.other)[side]
    assert lab.player.moment.t == run.lane["web"].bar_at(60).begin
    word = ("native", "classic")[side]
    assert [one.partition(": Since ")[0] for one in said] == [word]
    heads = [one.text() for one in twin.findChildren(QLabel)]
    assert any(text.startswith(f"{word}: Since ") for text in heads)
    lab.player.next()
    heads = [one.text() for one in twin.findChildren(QLabel)]
    assert not any("Since " in text for text in heads)
    lab.compared.toggle()


def test_a_break_in_the_twin_is_met_by_both_runs(lab: Lab) -> None:
    """The twin is made of the run, and of what is done to it."""
    lab.compared.toggle()
    lab.player.jump(30)
    twin = lab.window.twin
    twin.stages[1].focus_on("web")
    QTest.keyClick(twin.stages[1], Qt.Key.Key_Menu)
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    asked.choose("exit")
    asked.do.click()
    for run in (lab.model.run, twin.other):
        assert run.lane["web"].exits[0].t == 30
    assert twin.isVisible()
    lab.compared.toggle()


def close(lab: Lab) -> None:
    """Close the dialog that is open."""
    dialog(lab).reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_script_is_edited_as_text(lab: Lab) -> None:
    """It follows breaks; what is typed is played; a mistake is said in its words."""
    lab.texts.toggle()
    script = lab.window.editor.script
    lab.window.editor.bar.setCurrentIndex(1)
    assert "  migrate:\n    run: 4\n" in script.text.toPlainText()
    script.text.setPlainText("containers: { migrate: { run: 9 } }")
    script.flush()
    assert lab.model.run.lane["migrate"].exits[0].ran == 9
    assert lab.model.run.trace.actions == []
    script.text.setPlainText("containers: { migrated: { run: 9 } }")
    script.flush()
    assert "no container 'migrated'" in lab.window.editor.told
    assert lab.model.run.lane["migrate"].exits[0].ran == 9
    lab.model.undo()
    assert "delete" in script.text.toPlainText()
    lab.texts.toggle()


def test_twin_and_text_give_way_to_each_other(lab: Lab) -> None:
    """M closes the twin that it opened, and the editor takes its place."""
    QTest.keyClick(lab.window.stage, Qt.Key.Key_M)
    assert lab.window.twin.isVisible()
    QTest.keyClick(lab.window.twin.lines[0], Qt.Key.Key_M)
    assert not lab.window.twin.isVisible()
    lab.compared.toggle()
    lab.texts.toggle()
    assert not lab.window.twin.isVisible()
    assert lab.window.editor.isVisible()
    lab.texts.toggle()


def test_an_edit_may_lose_what_the_script_names(lab: Lab) -> None:
    """What cannot be done is left out; when the name is there again, it is done."""
    old = lab.model.opened.script
    exits = Action(do="exit", container="web", when=When(seconds=30))
    script = structs.replace(old, actions=(exits, *old.actions))
    lab.model.take_script(script, "exit")
    lab.model.edit(MANIFEST.replace("name: web", "name: site").encode())
    assert [one.do for one in lab.model.run.script.actions] == ["delete"]
    lab.model.edit(MANIFEST.encode())
    assert lab.model.run.script == script


def test_letters_work_in_tables_and_are_typed_in_texts(lab: Lab) -> None:
    """M shows the twin also from a table; in the manifest it is a letter."""
    lab.window.open_tab("kubectl")
    QTest.keyClick(lab.window.tables.view, Qt.Key.Key_M)
    assert lab.window.twin.isVisible()
    lab.compared.toggle()

    lab.texts.toggle()
    text = lab.window.editor.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_M)
    assert lab.window.twin.isHidden()
    assert text.toPlainText() == f"m{MANIFEST}"
    text.undo()
    lab.texts.toggle()


def test_what_is_saved_is_saved_from_the_text_too(lab: Lab) -> None:
    """Lesson, picture and examples have keys that work with the keyboard anywhere."""
    keys = {key for row in LAB_COMMANDS for key in row.anywhere}
    assert {"Ctrl+S", "Ctrl+Shift+S", "Ctrl+P", "Ctrl+L"} <= keys
    lab.texts.toggle()
    QTest.keyClick(
        lab.window.editor.text, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
    )
    dialog(lab).reject()
    lab.texts.toggle()


def test_a_twin_without_differences_says_so(make_lab: MakeLab) -> None:
    """Its table is not just empty."""
    lab = make_lab()
    lab.compared.toggle()
    twin = lab.window.twin
    found = []
    for at in range(twin.switch.count()):
        twin.switch.setCurrentIndex(at)
        twin.switch.activated.emit(at)
        shown = twin.differences.rows_model.shown.rows
        assert shown
        found.append("Nothing differs." in shown[0])
        assert found[-1] == (not twin.only.isEnabled())
    assert any(found)
    assert not all(found)


@pytest.mark.parametrize("first", ["twin", "prediction"])
def test_a_twin_hides_what_is_to_be_predicted(make_lab: MakeLab, first: str) -> None:
    """In both time lines, and in the list of differences; whichever came first."""
    lab = make_lab()
    if first == "prediction":
        lab.toggle_predicting()
    lab.compared.toggle()
    twin = lab.window.twin
    if first == "twin":
        lab.toggle_predicting()
    listed = twin.differences.rows_model.shown
    assert [line.hidden for line in twin.lines] == [True, True]
    assert "Nothing differs yet." in listed.rows[0]

    lab.player.jump(lab.player.way.end)
    later = twin.differences.rows_model.shown.rows
    lab.toggle_predicting()
    assert [line.hidden for line in twin.lines] == [False, False]
    assert twin.differences.rows_model.shown.rows == later
    assert len(later) > 1
