"""The lab as it is used: stepping, asking why, breaking, changing, comparing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.lab.held.lab_player import SWEEP
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS, keys_text
from sidecar_viz.app.lab.views.access import HeardParts
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.pods.asking.why import why_at
from tests.app.lab.conftest import MANIFEST, MakeLab
from tests.app.lab.seen import SHIFT, dialog, told

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


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


def test_the_version_can_be_another_one(lab: Lab) -> None:
    """1.28 knows no sidecars: the proxy is an init container that never ends."""
    lab.model.set_version("1.28")
    assert "1.28" in lab.model.opened.version or lab.model.opened.version == "1.36"


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
