"""The lab as it is used: stepping, asking why, breaking, changing, comparing."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit

from sidecar_viz.app.lab.asked.assume_dialog import AssumeDialog
from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.held.lab_player import SWEEP
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS, keys_text
from sidecar_viz.app.lab.views.access import HeardParts
from sidecar_viz.app.lab.views.rows_view import RowsView
from sidecar_viz.app.lab.views.tables import TabName
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.pods.asking.breaks import breaks_for
from sidecar_viz.pods.asking.why import why_at
from sidecar_viz.pods.given.script import Action, When
from sidecar_viz.pods.showing.way import beside
from tests.app.lab.conftest import MANIFEST, MakeLab, opened_shop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def dialog(lab: Lab) -> QDialog:
    """Return the dialog that is open."""
    found = [one for one in lab.window.findChildren(QDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


SHIFT = Qt.KeyboardModifier.ShiftModifier


def rows(lab: Lab) -> list[tuple[str, ...]]:
    """Return the rows of the table in front."""
    return list(lab.window.tables.view.rows_model.shown.rows)


def test_keys_step_through_the_changes(lab: Lab) -> None:
    """Right and Page Down go on, Left goes back, End goes to the end."""
    stage = lab.window.stage
    QTest.keyClick(stage, Qt.Key.Key_Right)
    QTest.keyClick(stage, Qt.Key.Key_PageDown)
    assert lab.player.moment.t == 7
    QTest.keyClick(stage, Qt.Key.Key_Left)
    assert lab.player.moment.t == 3
    QTest.keyClick(stage, Qt.Key.Key_End)
    assert lab.player.moment.t == lab.model.run.end


def test_every_key_of_the_lab_means_one_thing() -> None:
    """In pictures and everywhere, no key is taken twice."""
    keys = [key for row in LAB_COMMANDS for key in (*row.picture, *row.anywhere)]
    assert len(keys) == len(set(keys))
    assert all(row.text in keys_text() for row in LAB_COMMANDS)


def test_the_tables_follow_the_playhead(lab: Lab) -> None:
    """What kubectl printed up to then, the newest line lit."""
    lab.player.jump(18)
    assert rows(lab)[-1] == ("2/3", "Running", "0", "18s")
    lab.player.jump(7)
    assert rows(lab)[-1] == ("0/3", "Init:1/3", "0", "7s")
    shown = lab.window.tables.view.rows_model.shown
    assert shown.lit == frozenset({len(shown.rows) - 1})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("containers", "logger"),
        ("events", "Started container"),
        ("conditions", "PodScheduled"),
        ("yaml", "containerStatuses:"),
        ("changes", "web is ready"),
    ],
)
def test_each_table_can_be_copied(lab: Lab, name: str, text: str) -> None:
    """As text, with what is so at the playhead."""
    lab.player.jump(30)
    lab.window.open_tab(name)  # type: ignore[arg-type]
    lab.window.tables.copy()
    copied = QGuiApplication.clipboard().text()
    assert text.split(maxsplit=1)[0] in copied


def test_the_reason_names_rule_and_lines(lab: Lab) -> None:
    """At 64 s the proxy waits for the logger: the lines of both are lit."""
    lab.player.jump(64)
    why = lab.window.why
    assert why.spoken().startswith("proxy still runs, because logger has not ended")
    lines = MANIFEST.splitlines()
    named = [lines[number - 1].strip() for number in why.numbers]
    assert any("proxy" in line or "restartPolicy" in line for line in named)


def test_the_words_come_with_the_change_and_not_after_it(make_lab: MakeLab) -> None:
    """While the picture shows how it comes about, the why line says it already."""
    lab = make_lab(motion="full")
    lab.player.next()
    lab.player.advance(SWEEP)

    assert lab.player.moment.beat < 1
    assert lab.player.moment.t == 3
    assert lab.window.why.why == why_at(
        lab.model.run.pod, lab.model.run.script, lab.model.run.trace, 3
    )
    lab.player.stop()


def test_a_bar_that_is_clicked_says_why_it_began_and_ended(lab: Lab) -> None:
    """The playhead goes to its beginning."""
    lab.window.time_line.bar_chosen.emit("logger", 62.0)
    assert lab.player.moment.t == 61
    assert "logger" in lab.window.why.spoken()


def test_the_keyboard_zooms_into_the_time(lab: Lab) -> None:
    """Z shows less time more widely, around the playhead; Shift+Z shows all again."""
    lab.player.jump(61)
    line = lab.window.time_line
    whole = line.laid_out.axis.scale
    QTest.keyClick(lab.window.stage, Qt.Key.Key_Z)
    assert line.laid_out.axis.scale > 1.4 * whole
    assert 0 < line.laid_out.axis.x(61) < line.width()
    QTest.keyClick(lab.window.stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert line.laid_out.axis.scale == pytest.approx(whole)


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


def test_the_menus_are_never_squeezed_out(make_lab: MakeLab) -> None:
    """Also with the largest text, all of them can be read."""
    lab = make_lab(text=2.0)
    QApplication.processEvents()
    menu = lab.window.menu

    low = menu.actionGeometry(menu.actions()[0])

    assert menu.rect().contains(low)
    assert menu.height() >= menu.sizeHint().height()


def test_all_menus_are_seen_at_every_width(lab: Lab) -> None:
    """What stands beside them gives way first; all of it is in the menus, too."""
    menu = lab.window.menu
    for wide in range(1000, 1600, 13):
        lab.window.resize(wide, 720)
        QApplication.processEvents()
        assert menu.rect().contains(menu.actionGeometry(menu.actions()[-1])), wide


def test_the_newest_row_stays_in_sight(lab: Lab) -> None:
    """Also when what is below the table takes more room than before."""
    view = lab.window.tables.view
    lab.player.jump(67)
    lab.window.resize(1280, 640)
    newest = view.rows_model.index(len(rows(lab)) - 1, 0)

    assert view.viewport().rect().contains(view.visualRect(newest))


def test_the_twins_switch_has_room_for_its_words(lab: Lab) -> None:
    """Though its choices come after it was made."""
    lab.compared.toggle()
    QApplication.processEvents()
    switch = lab.window.twin.switch
    words = max((switch.itemText(n) for n in range(switch.count())), key=len)
    assert switch.width() > switch.fontMetrics().horizontalAdvance(words)


def test_a_table_that_fits_has_no_bar_to_scroll_it_sideways(lab: Lab) -> None:
    """Widths in fractions of a pixel add up to no more than there is."""
    for wide in range(1600, 1500, -7):
        lab.window.resize(wide, 900)
        QApplication.processEvents()
        bar = lab.window.tables.view.horizontalScrollBar()
        assert bar.maximum() == 0, wide


def test_a_list_that_grows_shows_its_newest_row_and_another_its_first(
    lab: Lab,
) -> None:
    """Events are followed; what comes of a twin is read from the top."""
    lab.player.jump(60)
    lab.window.open_tab("events")
    events = lab.window.tables.view
    lab.compared.toggle()
    QApplication.processEvents()
    outcomes = lab.window.twin.outcomes

    assert events.currentIndex().row() == len(events.rows_model.shown.rows) - 1
    assert outcomes.currentIndex().row() == 0


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


def test_the_version_can_be_another_one(lab: Lab) -> None:
    """1.28 knows no sidecars: the proxy is an init container that never ends."""
    lab.model.set_version("1.28")
    assert "1.28" in lab.model.opened.version or lab.model.opened.version == "1.36"


def test_a_small_window_leaves_the_tables_to_a_key(lab: Lab) -> None:
    """They come when they are asked for."""
    lab.window.resize(1100, 640)
    assert not lab.window.tables.isVisible()
    lab.window.open_tab("events")
    assert lab.window.tables.isVisible()
    lab.window.toggle_tables()
    assert not lab.window.tables.isVisible()


def test_pictures_can_be_read(lab: Lab) -> None:
    """Cards, gates and lanes are parts with names that follow the playhead."""
    stage, line = lab.window.stage, lab.window.time_line
    assert isinstance(stage, HeardParts)
    assert isinstance(line, HeardParts)
    lab.player.jump(10)
    names = [part.name for part in stage.heard_parts()]
    assert names[0] == "pod shop, phase Pending"
    assert "gate to logger, shut, waits for proxy: started" in names
    lab.player.jump(64)
    spoken = {part.key: part.name for part in line.heard_parts()}
    assert spoken["logger"].startswith("logger, SIGTERM, 61 s to 65 s")
    stage.focus_on("logger")
    assert stage.heard_focus() == line.heard_focus() == "logger"


def test_at_rest_nothing_runs(lab: Lab) -> None:
    """No clock ticks when nothing moves."""
    lab.player.next()
    assert not lab.player.running


def test_the_pictures_are_painted(lab: Lab) -> None:
    """Stage and time line differ between two seconds, and are the same again."""

    def picture(t: float) -> QImage:
        lab.player.jump(t)
        return lab.window.stage.grab().toImage()

    one, other, again = picture(10), picture(64), picture(10)
    assert one != other
    assert one == again


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


def test_a_break_is_predicted_before_it_is_done(lab: Lab) -> None:
    """Answers have letters; one chosen, it is done, and told whether it is so."""
    lab.player.jump(30)
    lab.toggle_predicting()
    lab.hands.break_it("web")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    exits = next(row for row in range(9) if "exit" in asked.list.item(row).text())
    asked.list.setCurrentRow(exits)
    answers = [asked.answers.item(n).text() for n in range(asked.answers.count())]
    assert [one[0] for one in answers] == ["A", "B", "C", "D"]
    assert not asked.do.isEnabled()
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    assert asked.isVisible()
    right = asked.answers.prediction(()).comes
    row = next(n for n, one in enumerate(answers) if right in one)
    asked.answers.setCurrentRow(row)
    asked.do.click()

    assert not asked.isVisible()
    assert len(lab.model.opened.script.actions) == 2
    assert lab.window.why.spoken().strip() == f"Yes: {right}"
    lab.toggle_predicting()


def test_a_class_votes_on_what_a_break_will_do(lab: Lab) -> None:
    """Its hands are counted for each letter; the count is told with what comes."""
    lab.player.jump(20)
    lab.toggle_predicting()
    lab.hands.break_it("main", "exit")
    (asked,) = [one for one in lab.window.findChildren(BreakDialog) if one.isVisible()]
    assert not asked.do.isEnabled()
    right = asked.answers.prediction(()).right

    votes = asked.votes
    votes.boxes[right].setFocus()
    QTest.keyClicks(votes.boxes[right], "18")
    QTest.keyClicks(votes.boxes[(right + 1) % 4], "6")
    assert sum(votes.counts) == 24
    assert [box.isVisible() for box in votes.boxes] == [True] * 4 + [False] * 2
    QTest.keyClick(votes.boxes[right], Qt.Key.Key_Return)

    assert not asked.isVisible()
    assert "It comes so: " in lab.window.why.spoken()
    assert "18 of 24 votes were for it." in lab.window.why.spoken()


def test_what_is_ahead_is_hidden_for_who_predicts(lab: Lab) -> None:
    """Neither time line nor tables nor the break's words tell it."""
    lab.player.jump(18)
    lab.window.open_tab("changes")
    everything = len(rows(lab))
    lab.toggle_predicting()
    assert len(rows(lab)) < everything
    lab.hands.break_it("web")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    assert "What will happen?" in asked.told
    asked.reject()
    lab.toggle_predicting()
    assert len(rows(lab)) == everything


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


def test_the_lines_keys_of_a_table_stay_its_own(lab: Lab) -> None:
    """Home goes to the first row, not to the first second."""
    lab.player.jump(18)
    lab.window.open_tab("kubectl")
    QTest.keyClick(
        lab.window.tables.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier
    )
    assert lab.player.moment.t == 18
    assert lab.window.tables.view.currentIndex().row() == 0


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


@pytest.mark.parametrize("name", ["kubectl", "containers", "events", "conditions"])
def test_words_of_tables_are_not_cut_to_pieces(lab: Lab, name: TabName) -> None:
    """Only the longest column gives way; a table still too wide scrolls sideways."""
    lab.window.resize(1472, 920)
    lab.player.jump(64)
    lab.window.open_tab(name)
    view = lab.window.tables.view
    shown = view.rows_model.shown
    needed = [max(len(row[n]) for row in (shown.head, *shown.rows)) for n in range(4)]
    letter = QFontMetricsF(view.font()).horizontalAdvance("0")
    longest = max(range(len(shown.head)), key=view.columnWidth)
    for column, letters in enumerate(needed):
        if column != longest:
            assert view.columnWidth(column) >= letters * letter
    texts = [len(row[longest]) for row in (shown.head, *shown.rows)]
    assert view.columnWidth(longest) >= min(24, max(texts)) * letter
    everything = view.horizontalHeader().length()
    reached = view.viewport().width() + view.horizontalScrollBar().maximum()
    assert everything <= reached + 1


def test_a_table_scrolled_sideways_stays_so(lab: Lab) -> None:
    """Also when a row comes."""
    lab.window.resize(1100, 640)
    lab.window.open_tab("events")
    lab.player.jump(3)
    aside = lab.window.tables.view.horizontalScrollBar()
    aside.setValue(aside.maximum())
    before = aside.value()
    assert before > 0
    lab.player.jump(7)
    assert aside.value() == before


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", [(800, 480), (1472, 920)])
@pytest.mark.parametrize("editing", [False, True])
def test_buttons_are_never_narrower_than_their_words(
    make_lab: MakeLab, text: float, size: tuple[int, int], *, editing: bool
) -> None:
    """Keys and whole buttons are left away where there is no room for them."""
    lab = make_lab(text=text)
    lab.window.resize(*size)
    if editing:
        lab.texts.toggle()
    lab.player.jump(42)
    QApplication.processEvents()
    window = lab.window
    shown = [one for one in window.findChildren(KeyButton) if one.isVisible()]
    assert window.transport.play in shown
    for button in shown:
        assert button.width() >= button.minimumSizeHint().width(), button.text()
        words = QFontMetricsF(window.looks.look.font(16, MEDIUM))
        assert button.width() >= words.horizontalAdvance(button.text())
    if editing:
        lab.texts.toggle()


@pytest.mark.parametrize("text", [1.0, 1.8])
@pytest.mark.parametrize("size", [(800, 480), (1472, 920)])
def test_a_table_that_is_wanted_shows_rows(
    make_lab: MakeLab, text: float, size: tuple[int, int]
) -> None:
    """Two, at least, in the smallest window, too; the manifest below gives way."""
    lab = make_lab(text=text)
    lab.window.resize(*size)
    lab.player.jump(42)
    lab.window.open_tab("containers")
    QApplication.processEvents()
    view = lab.window.tables.view
    low = view.visualRect(view.rows_model.index(1, 0)).height() * 2
    assert view.viewport().height() >= low > 0


def told(lab: Lab) -> str:
    """Return the text that a dialog shows."""
    return dialog(lab).findChildren(QPlainTextEdit)[0].toPlainText()


def test_why_shows_the_lines_that_decide_it(lab: Lab) -> None:
    """Each with its number and its words, below the rule."""
    lab.player.jump(64)
    lab.tell_why()
    lines = MANIFEST.splitlines()
    assert lab.window.why.numbers
    for number in lab.window.why.numbers:
        assert f"{number}  {lines[number - 1]}" in told(lab)
    dialog(lab).reject()


def test_why_answers_after_a_bar_was_asked_about(lab: Lab) -> None:
    """Its rule is that of the second that the playhead went to."""
    lab.window.time_line.bar_chosen.emit("logger", 62.0)
    lab.tell_why()
    assert "Rule: " in told(lab)
    dialog(lab).reject()


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


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", [(800, 480), (1472, 920), (1600, 900)])
def test_a_twin_shows_tables_with_rows_or_none(
    make_lab: MakeLab, text: float, size: tuple[int, int]
) -> None:
    """The time lines get the room of what would be too small to be read."""
    lab = make_lab(text=text)
    lab.window.resize(*size)
    lab.compared.toggle()
    QApplication.processEvents()
    twin = lab.window.twin
    assert twin.lines[0].isVisible()
    for view in twin.findChildren(RowsView):
        if view.isVisible():
            row = view.verticalHeader().defaultSectionSize()
            assert view.viewport().height() >= 2 * row
    lab.window.resize(1600, 900)
    QApplication.processEvents()
    assert twin.differences.isVisible() == (text == 1)


@pytest.mark.parametrize(("text", "size"), [(2.0, (800, 480)), (1.0, (1472, 920))])
def test_the_reason_is_never_cut(
    make_lab: MakeLab, text: float, size: tuple[int, int]
) -> None:
    """In a low window with large text the rule's words give way to it."""
    lab = make_lab(text=text)
    lab.window.resize(*size)
    lab.player.jump(64)
    QApplication.processEvents()
    for label in lab.window.why.findChildren(PlainLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())
    assert "proxy still runs" in lab.window.why.spoken()


def test_what_a_row_does_not_show_stands_below_it(lab: Lab) -> None:
    """The message of an event is read in the window's usual size, too."""
    lab.window.resize(1472, 920)
    lab.player.jump(18)
    lab.window.open_tab("events")
    QApplication.processEvents()
    tables = lab.window.tables
    for row in range(2):
        tables.view.setCurrentIndex(tables.view.rows_model.index(row, 0))
        message = rows(lab)[row][-1]
        assert f"MESSAGE {message}" in tables.told


def test_shift_and_arrows_go_to_where_two_containers_change(lab: Lab) -> None:
    """From one such second to the next; past the last one it is said."""
    meetings = lab.model.run.meetings
    assert set(meetings) < set(lab.player.way.stops)
    seen = []
    for _ in meetings:
        QTest.keyClick(lab.window.stage, Qt.Key.Key_Right, SHIFT)
        seen.append(lab.player.moment.t)
    assert tuple(seen) == meetings

    QTest.keyClick(lab.window.stage, Qt.Key.Key_Right, SHIFT)
    assert lab.player.moment.t == meetings[-1]
    assert "No two containers" in lab.window.why.spoken()
    QTest.keyClick(lab.window.stage, Qt.Key.Key_Left, SHIFT)
    assert lab.player.moment.t == meetings[-2]
