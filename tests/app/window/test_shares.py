"""How much of the window stage and panel have, and the panel that lies over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.window.shares import Room, ShownParts
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import MakeWindow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LESSONS = {found.name: load_lesson(found.path) for found in bundled_lessons()}
MOST_STOPS = 60
HD = Room(1920, 1080, 1.0, 1.0)


@pytest.fixture
def narrow(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """Open a window of 1280 × 720 pixels."""
    return sized(make_window(), qtbot, (1280, 720))


def sized(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> MainWindow:
    """Give a window this size."""
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    QApplication.processEvents()
    return window


def place_of(part: QWidget, window: MainWindow) -> QRect:
    """Find where something is in the window."""
    return QRect(part.mapTo(window, part.rect().topLeft()), part.size())


def share(window: MainWindow) -> float:
    """Measure how much of the window's area the stage has."""
    stage = window.views.work.stage
    return stage.width() * stage.height() / (window.width() * window.height())


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)
@pytest.mark.parametrize(
    ("size", "least"),
    [((1920, 1080), 0.55), ((3840, 2160), 0.55), ((1600, 900), 0.54),
     ((1280, 720), 0.68), ((1024, 600), 0.55)],
)  # fmt: skip
def test_the_stage_has_more_than_half_of_the_window(
    make_window: MakeWindow,
    qtbot: QtBot,
    lesson: Lesson,
    size: tuple[int, int],
    least: float,
) -> None:
    """In every lesson, and it lies on its side."""
    window = sized(make_window(lesson), qtbot, size)
    stage = window.views.work.stage

    assert share(window) >= least
    assert stage.width() > 1.4 * stage.height()


def test_the_table_s_command_opens_the_drawer_and_puts_it_away(
    narrow: MainWindow,
) -> None:
    """The stage keeps its place, its keys come back, and the choice is kept."""
    work = narrow.views.work
    assert work.drawer
    assert not work.tabs.isVisible()
    before = place_of(work.stage, narrow)

    QTest.keyClick(narrow, Key.Key_2, CONTROL)
    assert work.table.view.hasFocus()
    assert narrow.preferences.drawer
    assert place_of(work.stage, narrow) == before
    drawer = place_of(work.tabs, narrow)
    assert drawer.intersects(before)
    assert drawer.width() < 0.62 * before.width()

    QTest.keyClick(narrow, Key.Key_2, CONTROL)
    assert not work.tabs.isVisible()
    assert work.stage.hasFocus()
    assert not narrow.preferences.drawer


def test_another_panel_is_opened_in_the_same_drawer(narrow: MainWindow) -> None:
    """Only what is in front is put away by its own key."""
    work = narrow.views.work
    for key, name in ((Key.Key_2, "table"), (Key.Key_3, "tracker")):
        QTest.keyClick(narrow, key, CONTROL)
        assert work.tabs.isVisible()
        assert work.tabs.current() == name

    QTest.keyClick(narrow, Key.Key_3, CONTROL)

    assert not work.tabs.isVisible()


def test_escape_puts_the_drawer_away(narrow: MainWindow) -> None:
    """Before it ends anything else."""
    narrow.commands["go_table"].trigger()
    narrow.commands["leave"].trigger()

    assert not narrow.views.work.tabs.isVisible()
    assert narrow.views.work.stage.hasFocus()


def test_a_button_says_that_there_is_a_drawer(narrow: MainWindow, qtbot: QtBot) -> None:
    """With its key; in a wide window, where the panel is seen, there is none."""
    button = narrow.views.header.buttons["go_table"]
    assert (button.text(), button.key) == ("Table", "Ctrl 2")
    assert button.isVisible()
    button.click()
    assert narrow.views.work.tabs.isVisible()

    sized(narrow, qtbot, (1600, 900))
    assert not button.isVisible()
    assert narrow.views.work.tabs.isVisible()


def test_tab_leads_to_no_panel_that_is_away(narrow: MainWindow) -> None:
    """With the drawer open it does."""
    work = narrow.views.work

    def stops() -> set[QWidget]:
        work.stage.setFocus()
        found: set[QWidget] = set()
        for _ in range(MOST_STOPS):
            focused = QApplication.focusWidget()
            assert focused is not None
            found.add(focused)
            QTest.keyClick(focused, Key.Key_Tab)
        return found

    assert not any(work.tabs.isAncestorOf(stop) for stop in stops())
    narrow.change(drawer=True)
    assert {work.tabs.bar, work.table.view} <= stops()


def test_a_drawer_that_was_left_open_is_open_again(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """In its place at once."""
    window = sized(make_window(drawer=True), qtbot, (1280, 720))
    work = window.views.work

    assert work.tabs.isVisible()
    panel, card = place_of(work.tabs, window), place_of(work.stage_card, window)
    assert panel.topRight() == card.topRight()
    assert panel.height() == card.height()


def test_a_drawer_covers_no_bar(narrow: MainWindow) -> None:
    """The way back from a what-if is free, and the question can be read."""
    narrow.change(drawer=True, predict_first=True)
    narrow.show_what_if(narrow.lesson.what_ifs[0].id)
    narrow.steering.next()
    QApplication.processEvents()
    drawer = place_of(narrow.views.work.tabs, narrow)
    for bar in (narrow.views.what_if, narrow.views.predict):
        assert bar.isVisible()
        assert not drawer.intersects(place_of(bar, narrow))
    before = drawer.top()

    narrow.predictor.close()
    narrow.show_what_if("")
    QApplication.processEvents()
    assert place_of(narrow.views.work.tabs, narrow).top() < before


def test_one_panel_is_seen_at_a_time(make_window: MakeWindow) -> None:
    """Also where the flow stands behind a tab."""
    window = make_window(LESSONS["job"], drawer=True)
    work = window.views.work
    assert not work.footer.has_flow()
    for step, name in enumerate(("table", "flow", "tracker", "table")):
        work.tabs.open_tab(name)
        window.player.jump(step)
        window.change(text_scale=1.0 + step / 10)
        QApplication.processEvents()
        seen = [part.isVisible() for part in (work.table, work.flow)]
        assert seen == [name == "table", name == "flow"]


@pytest.mark.parametrize(
    "room",
    [
        Room(1280, 720, 0.6667, 1.03),
        Room(1499, 2000, 0.78, 1.0),
        Room(1920, 1080, 1.0, 2.0),
        Room(3840, 2160, 2.0, 2.0),
    ],
)
def test_without_room_the_panel_is_a_drawer(room: Room) -> None:
    """In a narrow window, and where larger text needs the width."""
    assert room.drawer
    assert not HD.drawer
    assert not Room(1500, 844, 0.78, 1.0).drawer
    assert not Room(3840, 2160, 2.0, 1.0).drawer


def test_what_a_lesson_leaves_empty_is_not_shown(lesson: Lesson) -> None:
    """No table, no flow, nothing behind tabs."""
    shown = ShownParts().of(lesson)

    assert (shown.flow, shown.table, shown.panel) == (False, False, False)
    assert shown.behind_tabs(chain=False) == ()


def test_a_flow_that_is_no_chain_stands_behind_a_tab() -> None:
    """The table always does, the flow only where it branches; as they are wanted."""
    assert ShownParts().behind_tabs(chain=True) == ("table",)
    assert ShownParts().behind_tabs(chain=False) == ("table", "flow")
    assert ShownParts(flow=False).behind_tabs(chain=False) == ("table",)
    assert ShownParts(table=False).behind_tabs(chain=False) == ("flow",)


def test_the_divider_stays_where_it_was_left() -> None:
    """In thousandths of the width; what an older version kept is no wish."""
    free = HD.panel_width((), Look(), 1886)
    assert HD.panel_width((600, 400), Look(), 1000) == 400
    assert HD.panel_width((100, 500, 400), Look(), 1886) == free
    assert HD.panel_width((0, 1000), Look(), 1886) == free
    assert free < 0.3 * 1886
