"""What is said and chosen in a twin is seen and heard there, as in the lab alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.views.access import make_pictures_accessible
from tests.app.lab.conftest import MakeLab
from tests.app.lab.seen import dialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def seen(lab: Lab) -> list[str]:
    """Return all words of labels that are whole on the screen."""
    QApplication.processEvents()
    return [
        label.text()
        for label in lab.window.findChildren(QLabel)
        if label.isVisible()
        and label.visibleRegion().boundingRect() == label.rect()
        and label.heightForWidth(label.width()) <= label.height()
    ]


@pytest.mark.parametrize("size", [(1600, 900), (1280, 720), (1024, 600), (800, 480)])
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_a_remark_in_the_twin_is_seen_and_heard_until_the_next_second(
    make_lab: MakeLab, size: tuple[int, int], text: float
) -> None:
    """In any room, with all of its words; both time lines still have theirs."""
    lab = make_lab(text=text)
    lab.window.resize(*size)
    heard: list[str] = []
    lab.voice.said.connect(heard.append)
    lab.compared.toggle()
    lab.player.jump(lab.player.way.end)
    QApplication.processEvents()
    before = [line.height() for line in lab.window.twin.lines]
    lanes = [line.laid_out.rows.beyond for line in lab.window.twin.lines]

    lab.meet(1)

    said = "No two containers change together after this second."
    assert heard[-1] == said
    assert seen(lab).count(said) == 1
    room = [line.height() for line in lab.window.twin.lines]
    assert all(line.isVisible() for line in lab.window.twin.lines)
    assert min(room) > 0
    assert [line.laid_out.rows.beyond for line in lab.window.twin.lines] == lanes

    lab.player.back()

    assert said not in seen(lab)
    assert [line.height() for line in lab.window.twin.lines] == before
    lab.compared.toggle()


def test_a_remark_stays_seen_once_when_the_window_is_resized(lab: Lab) -> None:
    """It goes where it has room, and what it covered is there again."""
    lab.compared.toggle()
    lab.player.jump(lab.player.way.end)
    lab.meet(1)
    said = "No two containers change together after this second."
    heads = {words for words in seen(lab) if "over at" in words}

    for size in ((1600, 500), (1600, 900)):
        lab.window.resize(*size)
        assert seen(lab).count(said) == 1

    assert {words for words in seen(lab) if "over at" in words} == heads
    lab.compared.toggle()


def test_a_remark_of_the_twin_is_not_left_in_the_lab_alone(lab: Lab) -> None:
    """There the reason of the second is said again, and the other way round."""
    lab.compared.toggle()
    lab.toggle_predicting()
    hidden = "Predict first: what is ahead is hidden."
    assert hidden in seen(lab)
    lab.compared.toggle()
    assert hidden not in seen(lab)
    lab.toggle_predicting()
    assert "What is ahead is shown." in seen(lab)
    lab.compared.toggle()
    assert not {hidden, "What is ahead is shown."} & set(seen(lab))
    lab.compared.toggle()


@pytest.mark.parametrize("side", [0, 1])
def test_a_card_of_a_twin_chooses_its_lane_and_the_other_way_round(
    lab: Lab, side: int
) -> None:
    """Of that run alone; by hand, with keys, and for screen readers."""
    make_pictures_accessible(lab.window)
    lab.compared.toggle()
    twin = lab.window.twin
    stage, line = twin.stages[side], twin.lines[side]
    box = stage.plan().cards["web"]

    QTest.mouseClick(
        stage, Qt.MouseButton.LeftButton, pos=QPoint(int(box.x()) + 9, int(box.y()) + 9)
    )

    assert (stage.focused, line.focused) == ("web", "web")
    line.setFocus()
    access = QAccessible.queryAccessibleInterface(line)
    part = access.focusChild()
    assert part.text(QAccessible.Text.Name).startswith("web")
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.focused not in ("", "web")
    assert stage.focused == line.focused
    stage.setFocus()
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    assert (stage.focused, line.focused) == ("", "")
    assert twin.stages[1 - side].focused == twin.lines[1 - side].focused == ""
    lab.compared.toggle()


def test_what_is_chosen_in_the_twin_is_what_is_broken(lab: Lab) -> None:
    """Ctrl+I asks about its card, as it does in the lab alone."""
    lab.window.stage.focus_on("proxy")
    lab.compared.toggle()
    lab.player.jump(30)
    lab.window.twin.lines[1].focus_on("web")
    lab.hands.break_it()
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    assert asked.target.currentData() == "web"
    asked.reject()
    lab.compared.toggle()


def test_what_is_chosen_beside_the_keyboard_comes_first(lab: Lab) -> None:
    """With a card chosen in each run, Ctrl+I asks about that of the run one is in."""
    lab.compared.toggle()
    twin = lab.window.twin
    lab.window.activateWindow()
    QApplication.processEvents()
    for side, who in enumerate(("proxy", "web")):
        twin.stages[side].focus_on(who)

    for side, who in enumerate(("proxy", "web")):
        for picture in (twin.stages[side], twin.lines[side]):
            picture.setFocus()
            assert twin.chosen == who
    lab.compared.toggle()


@pytest.mark.parametrize("side", [0, 1])
def test_a_twin_does_not_tell_what_is_to_be_predicted(lab: Lab, side: int) -> None:
    """Neither how a run or a bar ends, nor when the runs will differ."""
    lab.compared.toggle()
    lab.toggle_predicting()
    twin = lab.window.twin
    heard: list[str] = []
    lab.voice.said.connect(heard.append)
    known = lab.player.way.end
    assert not any("over at" in words for words in seen(lab))

    twin.differences.row_chosen.emit(0)  # "Nothing differs yet."
    assert lab.player.moment.t == 0

    twin.lines[side].bar_chosen.emit("web", twin.other.lane["web"].bars[-1].begin)
    began = heard[-1]
    lab.player.jump(0)
    lab.toggle_predicting()
    twin.lines[side].bar_chosen.emit("web", twin.other.lane["web"].bars[-1].begin)
    assert heard[-1].startswith(began)
    assert len(heard[-1]) > len(began)
    lab.player.jump(known)
    lab.toggle_predicting()
    assert any("over at" in words for words in seen(lab))
    lab.compared.toggle()


@pytest.mark.parametrize(
    ("size", "text"), [((1280, 720), 1.0), ((800, 480), 1.0), ((1280, 720), 2.0)]
)
@pytest.mark.parametrize("who", ["migrate", "proxy", "logger", "web"])
def test_the_lane_that_was_chosen_stays_in_sight(
    make_lab: MakeLab, size: tuple[int, int], text: float, who: str
) -> None:
    """In a window that becomes small, and while a remark takes a part of its room."""
    lab = make_lab(text=text)
    lab.compared.toggle()
    lab.window.resize(1920, 1080)
    twin = lab.window.twin
    QApplication.processEvents()
    twin.stages[0].focus_on(who)
    lab.window.resize(*size)
    QApplication.processEvents()
    assert twin.lines[0].laid_out.rows.shows(who)
    lab.player.jump(lab.player.way.end)
    lab.meet(1)
    QApplication.processEvents()
    assert twin.lines[0].laid_out.rows.shows(who)
    lab.compared.toggle()


@pytest.mark.parametrize(
    ("size", "pictured"), [((1024, 600), False), ((1280, 720), True)]
)
def test_pictures_give_way_before_the_last_lane(
    lab: Lab, size: tuple[int, int], *, pictured: bool
) -> None:
    """Where both have room both are seen; what happens when is the twin's point."""
    lab.window.resize(*size)
    lab.compared.toggle()
    QApplication.processEvents()
    twin = lab.window.twin

    assert twin.stages[0].isVisible() == pictured
    for line in twin.lines:
        rows = line.laid_out.rows
        assert any(rows.shows(name) for name in rows.lanes)
    lab.compared.toggle()
