"""The split view in the window: the lesson beside a what-if."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.choosing.what_if_dialog import WhatIfDialog
from sidecar_viz.app.twin.pane import TwinPane
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.lesson import Lesson
from tests.app.conftest import MakeWindow
from tests.app.program.test_painted_again import Painted, settle
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
NO_VOLUME = "What if the shared volume is not mounted?"


def press_split(window: MainWindow) -> None:
    """Press Shift+U on the stage."""
    stage = window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)


def pane_of(window: MainWindow) -> TwinPane:
    """Give what stands beside the window's stage."""
    return program_of(window).split.pane


def in_card(window: MainWindow, place: QRect) -> bool:
    """Whether a place is inside the stage's card."""
    return window.views.work.stage_card.rect().contains(place)


@pytest.fixture
def split(window: MainWindow) -> MainWindow:
    """Show the first what-if at step 4 beside the lesson."""
    window.player.jump(4)
    window.show_what_if("volume-not-mounted")
    press_split(window)
    return window


def test_two_stages_share_the_card(split: MainWindow) -> None:
    """As large as each other, each under its heading, and the table stays."""
    stage, pane = split.views.work.stage, pane_of(split)

    assert pane.on
    assert split.preferences.split_view
    assert split.commands["split_view"].isChecked()
    assert pane.stage.size() == stage.size()
    assert not pane.stage.geometry().intersects(stage.geometry())
    for part in (pane.stage, stage, *pane.headings):
        assert part.isVisible()
        assert in_card(split, part.geometry())
    assert [heading.text() for heading in pane.headings] == ["The lesson", NO_VOLUME]
    for heading, view in zip(pane.headings, (pane.stage, stage), strict=True):
        assert heading.geometry().bottom() < view.geometry().top()
        assert heading.geometry().left() == view.geometry().left()


def test_both_follow_one_playhead_and_ring_what_differs(split: MainWindow) -> None:
    """The lesson goes on where the what-if cannot."""
    stage, twin = split.views.work.stage.picture, pane_of(split).stage.picture
    assert stage.differing == twin.differing
    assert "logs" in stage.differing

    split.player.jump(5)

    assert stage.stage is not None
    assert twin.stage is not None
    assert stage.stage.actor("receiver").count == 0
    assert twin.stage.actor("receiver").count == 6
    assert "receiver" in stage.differing
    assert "receiver" in twin.differing


def test_asked_for_again_there_is_one_stage(split: MainWindow) -> None:
    """With nothing ringed any more, in all of its card."""
    press_split(split)
    stage = split.views.work.stage

    assert not pane_of(split).on
    assert not split.commands["split_view"].isChecked()
    assert stage.picture.differing == frozenset()
    card = split.views.work.stage_card
    assert stage.width() >= card.width() - 2
    assert stage.height() >= card.height() - 2


def test_back_in_the_lesson_there_is_one_stage_until_the_next_what_if(
    split: MainWindow,
) -> None:
    """It was not switched off, so the next what-if is beside the lesson again."""
    split.show_what_if("")
    assert not pane_of(split).on
    assert not split.commands["split_view"].isChecked()
    assert split.views.work.stage.picture.differing == frozenset()

    split.show_what_if("network-down")

    assert pane_of(split).on
    assert split.commands["split_view"].isChecked()
    assert pane_of(split).headings[1].text() == "What if the network is down?"


def test_without_a_what_if_it_says_so_and_offers_them(window: MainWindow) -> None:
    """What is chosen then is shown beside the lesson."""
    said: list[str] = []
    window.voice.said.connect(said.append)

    press_split(window)

    assert said[-1] == "There is nothing to compare: choose a what-if."
    assert not window.commands["split_view"].isChecked()
    assert not window.preferences.split_view
    dialog = window.findChild(WhatIfDialog)
    assert isinstance(dialog, WhatIfDialog)
    dialog.chosen.emit("network-down")
    dialog.close()
    assert pane_of(window).on
    assert window.commands["split_view"].isChecked()


def test_a_lesson_without_what_ifs_cannot_be_compared(
    make_window: MakeWindow, lesson: Lesson
) -> None:
    """Nothing is offered then."""
    window = make_window(lesson)
    said: list[str] = []
    window.voice.said.connect(said.append)

    press_split(window)

    assert said[-1] == "There is nothing to compare: this lesson has no what-ifs."
    assert window.findChild(WhatIfDialog) is None


def test_screen_readers_hear_what_differs(split: MainWindow) -> None:
    """When it is switched, and on each stage what it is and what is seen of it."""
    said: list[str] = []
    split.voice.said.connect(said.append)
    press_split(split)
    press_split(split)

    assert said[0] == "Split view: off."
    assert said[1] == (
        "Split view: on. Otherwise than in the lesson: "
        "Main container, Sidecar container, Shared volume."
    )
    twin = pane_of(split).stage
    assert twin.accessibleName() == "Stage of the lesson"
    assert twin.described.startswith("Both containers run.")
    assert split.views.work.stage.described != twin.described


def test_the_lessons_stage_is_no_stop_for_the_keyboard(split: MainWindow) -> None:
    """Tab goes through the actors of the what-if alone."""
    twin = pane_of(split).stage
    split.views.work.stage.setFocus()
    for _ in range(12):
        QTest.keyClick(split.focusWidget(), Qt.Key.Key_Tab)
        assert not twin.hasFocus()
    assert twin.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_pointing_at_the_lessons_stage_counts(split: MainWindow) -> None:
    """It lights what belongs to the actor; a click keeps the actor ringed in both."""
    twin, stage = pane_of(split).stage, split.views.work.stage
    place = twin.box_of("receiver").center()
    assert twin.actor_at(QPointF(place)) == "receiver"

    QTest.mouseClick(twin, Qt.MouseButton.LeftButton, pos=QPoint(place))

    assert stage.picture.marked == {"receiver"}
    assert twin.picture.marked == {"receiver"}


def test_it_is_as_it_was_left(make_window: MakeWindow) -> None:
    """A preference: the next start shows a what-if beside the lesson."""
    window = make_window(split_view=True)
    program_of(window).begin_session(restore=False)
    assert not pane_of(window).on

    window.show_what_if("network-down")

    assert pane_of(window).on


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_in_a_small_window_both_have_room(split: MainWindow, text: float) -> None:
    """Also with large letters; and the table's drawer lies over them as ever."""
    split.resize(1280, 720)
    split.change(text_scale=text)
    settle()
    stage, pane = split.views.work.stage, pane_of(split)

    assert pane.stage.size() == stage.size()
    assert min(stage.width(), stage.height()) >= 300
    for heading in pane.headings:
        assert heading.heightForWidth(heading.width()) <= heading.height()
    assert in_card(split, stage.geometry())
    assert in_card(split, pane.stage.geometry())


def test_at_rest_nothing_is_painted_and_no_clock_runs(split: MainWindow) -> None:
    """Two stages rest as one does; a frame paints both, but only what changes."""
    split.show_what_if("network-down")
    settle()
    stage, twin = split.views.work.stage, pane_of(split).stage
    painted = Painted(stage), Painted(twin)
    settle()
    assert not split.player.running
    assert [watch.areas for watch in painted] == [[], []]

    split.highlighter.pin_actor("main")
    settle()

    whole = stage.width() * stage.height()
    for watch in painted:
        assert watch.areas
        assert max(watch.areas) < whole / 2


def test_what_is_shown_is_what_would_be_painted_afresh(split: MainWindow) -> None:
    """Also after going back and forth."""
    for step in (5, 2, 6, 0, 4):
        split.player.jump(step)
        QApplication.processEvents()
    settle()
    seen = split.screen().grabWindow(split.winId()).toImage()
    fresh = split.grab().toImage().convertToFormat(seen.format())
    card = split.views.work.stage_card
    at = card.rect().translated(card.mapTo(split, QPoint(0, 0)))

    assert seen.copy(at) == fresh.copy(at)
