"""The window with the real lesson, by real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.help.help_dialog import HelpDialog
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.core.lesson import Lesson
from tests.app.conftest import LESSON, MakeWindow

TITLES = (
    "Start",
    "Pod starts",
    "Main container starts",
    "Sidecar container starts",
    "Sidecar reads logs",
    "Sidecar sends logs externally",
    "Pod stops",
)


def title_shown(window: MainWindow) -> str:
    """What the caption's first line says."""
    return window.views.work.caption.title()


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown],
)
def test_a_walk_through_the_lesson_by_keys(window: MainWindow, key: Qt.Key) -> None:
    """Forward to the ending, where the key does nothing more, then back."""
    stage = window.views.work.stage
    for step in range(1, 7):
        QTest.keyClick(stage, key)
        assert window.player.target == step
        assert TITLES[step] in title_shown(window)
        assert window.views.work.table.row_of(step) == step - 1
    for _ in range(2):
        QTest.keyClick(stage, key)
        assert window.player.target == 6
        assert window.player.ended
    QTest.keyClick(stage, Qt.Key.Key_Left)
    assert not window.player.ended

    for step in range(5, -1, -1):
        QTest.keyClick(stage, Qt.Key.Key_Left)
        assert window.player.target == step


def test_clicks_lead_to_steps(window: MainWindow) -> None:
    """A row, a flow box, a step mark."""
    work = window.views.work
    view = work.table.view
    place = view.visualRect(view.model().index(1, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.player.target == 2

    boxes = work.flow.view
    place = boxes.visualRect(boxes.model().index(6, 0)).center()
    QTest.mouseClick(boxes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.player.target == 6

    scrubber = work.controller.scrubber
    mark = QPoint(round(scrubber.x_of(3)), scrubber.height() // 2)
    QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=mark)

    assert window.player.target == 3


def test_dragging_scrubs_and_letting_go_settles(window: MainWindow) -> None:
    """The picture follows the pointer between the steps."""
    scrubber = window.views.work.controller.scrubber
    middle = scrubber.height() // 2
    start = QPoint(round(scrubber.x_of(0)), middle)
    place = QPoint(round(scrubber.x_of(2.3)), middle)
    QTest.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(scrubber, place)
    assert window.player.playhead.position == pytest.approx(2.3, abs=0.05)
    assert window.player.target == 3

    QTest.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=place)

    assert window.player.playhead.position == 2.0


def test_an_actor_lights_up_what_speaks_of_it(window: MainWindow) -> None:
    """Hover on the stage: cells, tracker row, manifest; gone when it leaves."""
    work = window.views.work
    work.stage.hovered.emit("sidecar")
    marked = [
        (row, column)
        for row, cells in enumerate(work.table.view.grid_model.grid.rows)
        for column, cell in enumerate(cells)
        if cell.marked
    ]
    assert (2, 2) in marked
    assert "Sidecar" in work.caption.remark()

    work.stage.hovered.emit("")

    assert not any(
        cell.marked for row in work.table.view.grid_model.grid.rows for cell in row
    )


def test_rows_and_boxes_light_up_actors(window: MainWindow) -> None:
    """The other way round: what is marked on the stage."""
    marked: list[frozenset[str]] = []
    window.highlighter.on_stage.connect(marked.append)
    work = window.views.work

    work.table.hovered.emit(2, 2)
    work.flow.hovered.emit(window.lesson.flow.nodes[1].id)
    work.tabs.row_hovered.emit(window.lesson.tracker.rows[2].id)  # type: ignore[union-attr]

    assert "sidecar" in marked[0]
    assert "main" in marked[1]
    assert marked[2] == {"logs"}


def test_a_what_if_keeps_the_step(window: MainWindow) -> None:
    """On and off again with a key: the same step, other words, then the same."""
    window.player.jump(4)
    window.show_what_if("volume-not-mounted")
    assert window.player.target == 4
    assert window.views.what_if.isVisible()
    assert "<s>" in title_shown(window)
    cells = window.views.work.table.view.grid_model.grid.rows[3]
    assert any(cell.cell.struck for cell in cells)
    assert any(cell.cell.fault for cell in cells)

    QTest.keyClick(
        window.views.work.stage, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier
    )

    assert window.player.target == 4
    assert not window.views.what_if.isVisible()
    assert "<s>" not in title_shown(window)


def test_text_grows_and_shrinks_within_bounds(window: MainWindow) -> None:
    """Ctrl and plus, up to twice the size; Ctrl and 0 is normal."""
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(15):
        QTest.keyClick(window, Qt.Key.Key_Plus, control)
    assert window.look.text == 2.0

    QTest.keyClick(window, Qt.Key.Key_0, control)

    assert window.look.text == 1.0


def test_no_preference_throws_a_scrubbed_place_away(window: MainWindow) -> None:
    """With motion none, too: only another motion settles the picture."""
    window.player.scrub(2.4)
    window.change(text_scale=1.2)
    assert window.player.playhead.position == 2.4


def test_going_to_the_table_goes_to_the_current_step(window: MainWindow) -> None:
    """Ctrl+2 in step 4 stands on row 4."""
    window.player.jump(4)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    table = window.views.work.table.view
    assert table.hasFocus()
    assert table.currentIndex().row() == 3


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_quiz_leaves_the_stage_as_it_was(window: MainWindow) -> None:
    """What a proof switched on is switched off when the quiz is put away."""
    window.player.jump(3)
    window.commands["quiz"].trigger()
    dialog = window.dialogs._open["quiz"]
    assert isinstance(dialog, QuizDialog)
    window.proofs.show(4, "volume-not-mounted")
    dialog.reject()

    assert window.player.timeline.course.what_if is None


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_one_layer_a_press(window: MainWindow) -> None:
    """Full screen and presenting: Esc ends presenting, another one full screen."""
    window.commands["full_screen"].trigger()
    window.commands["present"].trigger()
    assert window.presenting

    window.commands["leave"].trigger()
    assert (window.presenting, window.isFullScreen()) == (False, True)
    window.commands["leave"].trigger()
    assert not window.isFullScreen()


def test_a_lesson_without_tables_shows_no_empty_panels(
    make_window: MakeWindow, lesson: Lesson, sidecar_lesson: Lesson
) -> None:
    """The stage has their room; another lesson's panels come back."""
    window = make_window(lesson)
    work = window.views.work
    panels = (work.flow, work.table, work.tabs)
    assert not any(panel.isVisible() for panel in panels)
    assert work.stage.width() > window.width() * 0.9

    window.show_lesson(sidecar_lesson, LESSON)
    QApplication.processEvents()
    assert all(panel.isVisible() for panel in panels)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_help_grows_with_the_text(window: MainWindow) -> None:
    """Open while the text is made larger, its rows are as high as they need."""
    window.commands["help"].trigger()
    help_dialog = window.dialogs._open["help"]
    assert isinstance(help_dialog, HelpDialog)
    window.change(text_scale=2.0)
    QApplication.processEvents()
    rows = [row for card in help_dialog.columns.cards for row in card.rows]
    low = [
        row.searched
        for row in rows
        if row.height() < row._chips.heightForWidth(row._chips.width())
        or row.height() < row._text.heightForWidth(row._text.width())
    ]
    window.dialogs.close_all()

    assert low == []


@pytest.mark.parametrize(
    ("width", "height", "text"),
    [
        (1024, 600, 1.0),
        (1024, 600, 2.0),
        (1280, 720, 1.0),
        (1920, 1080, 2.0),
        (3840, 2160, 1.0),
        (1366, 768, 1.5),
    ],
)
def test_parts_never_overlap(
    make_window: MakeWindow, qtbot: QtBot, width: int, height: int, text: float
) -> None:
    """Stage, right column, caption and controller lie beside each other."""
    window = make_window(text_scale=text)
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)

    qtbot.waitUntil(lambda: lying_apart(window))


@pytest.mark.parametrize("size", [(1000, 560), (800, 480)])
def test_the_menus_are_never_squeezed_out(
    make_window: MakeWindow, size: tuple[int, int]
) -> None:
    """Largest text, a what-if and a question over a low stage: all can be read."""
    window = make_window(text_scale=2.0, predict_first=True)
    window.resize(*size)
    window.show_what_if(window.lesson.what_ifs[0].id)
    window.steering.next()
    QApplication.processEvents()
    menu = window.views.menu

    low = menu.actionGeometry(menu.actions()[0])

    assert menu.rect().contains(low)
    assert menu.height() >= menu.sizeHint().height()
    assert window.views.header.rect().contains(menu.geometry())


def lying_apart(window: MainWindow) -> bool:
    """Whether all parts lie inside the window and none over another."""
    work = window.views.work
    controller = work.controller
    parts: list[QWidget] = [work.stage_card, work.caption, window.views.header]
    parts += [controller, controller.scrubber, work.flow, work.table, work.tabs]
    boxes = [
        part.rect().translated(part.mapTo(window, QPoint(0, 0)))
        for part in parts
        if part.isVisible() and not work.tabs.isAncestorOf(part)
    ]
    inside = all(window.rect().contains(box) for box in boxes)
    return inside and not any(
        box.intersects(other)
        for number, box in enumerate(boxes)
        for other in boxes[number + 1 :]
    )


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_dialogs_open_and_close(window: MainWindow, qtbot: QtBot) -> None:
    """Each dialog opens from its key, beside the window, and Esc takes it away."""
    stage = window.views.work.stage
    control = Qt.KeyboardModifier.ControlModifier
    for key, modifier in (
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_I, control),
        (Qt.Key.Key_Comma, control),
        (Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier),
    ):
        window.activateWindow()
        stage.setFocus()
        qtbot.waitUntil(stage.hasFocus)
        QTest.keyClick(stage, key, modifier)
        assert window.dialogs.names(), key
        assert window.dialogs.close_top()
        assert not window.dialogs.names()


def test_show_me_takes_the_stage_to_the_proof(window: MainWindow) -> None:
    """Question three: step 4, with the what-if on."""
    window.proofs.show(4, "volume-not-mounted")

    assert window.player.target == 4
    assert window.views.what_if.isVisible()


def test_each_step_is_played_for_as_long_as_its_words_are_read(
    window: MainWindow,
) -> None:
    """A third of a second a word, and a breath; of a what-if, its own words."""
    window.player.jump(4)
    words = step_words(window.player.timeline.course, 4)
    assert window.player.dwelling.reading == 1.0 + 0.35 * len(words.caption.split())

    window.show_what_if("network-down")
    window.player.jump(5)
    said = step_words(window.player.timeline.course, 5)
    both = f"{said.blocked} {said.instead}".split()

    assert said.blocked
    assert window.player.dwelling.reading == 1.0 + 0.35 * len(both)


def test_closing_stops_what_plays_by_itself(window: MainWindow) -> None:
    """No clock runs in a window that is gone."""
    window.player.set_playing(playing=True)
    window.close()

    assert not window.player.playing
    assert not window.player.running


def test_a_screen_reader_hears_steps_but_no_scrubbing(window: MainWindow) -> None:
    """Each step once, with its own words; none while the scrubber is held."""
    heard: list[str] = []
    window.voice.said.connect(heard.append)
    for position in (0.4, 1.2, 2.6, 3.3):
        window.player.scrub(position)
    assert heard == []

    window.player.jump(5)
    assert heard == [step_words(window.player.timeline.course, 5).say]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_esc_ends_no_quiz(window: MainWindow) -> None:
    """Answers are not lost by a thumb; the quiz closes by its own button."""
    window.commands["quiz"].trigger()
    window.commands["help"].trigger()
    assert window.dialogs.names() == ("quiz", "help")

    window.commands["leave"].trigger()
    window.commands["leave"].trigger()

    assert window.dialogs.names() == ("quiz",)
    window.dialogs.close_all()


def test_a_divider_stays_where_it_was_put_while_the_panel_is_a_drawer(
    window: MainWindow,
) -> None:
    """In a narrow window there is none; in a wide one it is where it was again."""
    work = window.views.work
    across = window.findChildren(QSplitter)[0]
    across.handle(1).moveSplitter(across.width() // 2)
    QApplication.processEvents()
    put, columns = across.sizes(), work.columns

    window.resize(1024, 700)
    QApplication.processEvents()
    assert work.drawer
    assert across.count() == 1
    window.resize(1600, 900)
    QApplication.processEvents()

    assert work.columns == columns == window.preferences.columns
    assert across.sizes() == put
