"""Nothing in the tables is cut, at any size of window and text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.tables.grid_view import GridView
from sidecar_viz.app.tables.tracker import TrackerPanel
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.caption_words import name_inks
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import LIGHT
from tests.app.conftest import MakeWindow

pytestmark = pytest.mark.storm

SIZES = [(1024, 600), (1280, 720), (1920, 1080), (3840, 2160)]
SMALL_SCREEN = (1178, 662)  # of 1280x720, most of it


def sized(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int], **chosen: object
) -> MainWindow:
    """Open a window of this size."""
    window = make_window(**chosen)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    QApplication.processEvents()  # what a new size asks for: layouts, styles
    return window


def tables(window: MainWindow) -> dict[str, GridView]:
    """Both tables, each opened once; the panel is open, the table in front."""
    tabs = window.views.work.tabs
    window.change(drawer=True)
    tabs.open_tab("tracker")
    tracker = tabs.findChild(TrackerPanel)
    assert isinstance(tracker, TrackerPanel)
    tabs.open_tab("table")
    return {"table": window.views.work.table.view, "tracker": tracker.view}


def cut_words(view: GridView) -> list[str]:
    """The texts of cells that are too small for them."""
    return [
        shown.cell.text
        for row, cells in enumerate(view.grid_model.grid.rows)
        for column, shown in enumerate(cells)
        if view.cells.least(shown) > view.columnWidth(column) + 1
        or view.cells.height(shown, view.columnWidth(column)) > view.rowHeight(row) + 1
    ]


def columns_in_sight(view: GridView) -> set[int]:
    """The columns that are seen whole."""
    steady = view.steady_width()
    wide = view.viewport().width()
    seen = {0}
    for column in range(1, view.grid_model.columnCount()):
        left = view.columnViewportPosition(column)
        if left >= steady and left + view.columnWidth(column) <= wide + 1:
            seen.add(column)
    return seen


def rows_in_sight(view: GridView) -> set[int]:
    """The rows that are seen whole."""
    high = view.viewport().height()
    return {
        row
        for row in range(view.grid_model.rowCount())
        if view.rowViewportPosition(row) >= 0
        and view.rowViewportPosition(row) + view.rowHeight(row) <= high + 1
    }


@pytest.mark.parametrize("size", [*SIZES, SMALL_SCREEN])
def test_all_of_both_tables_is_seen(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """Every word and row at any step; of the tracker the columns up to now."""
    window = sized(make_window, qtbot, size)
    for name, view in tables(window).items():
        window.views.work.tabs.open_tab(name)
        for step in (0, 3, 6):
            window.player.jump(step)
            columns = set(range(view.grid_model.columnCount()))

            assert cut_words(view) == []
            assert rows_in_sight(view) == set(range(view.grid_model.rowCount()))
            if name == "table":
                assert columns_in_sight(view) == columns
            else:
                assert {0, max(1, step)} <= columns_in_sight(view)
                assert len(columns_in_sight(view)) >= 4


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_what_is_current_is_in_sight_beside_its_label(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int], text: float
) -> None:
    """Large text scrolls; the first column stays, and no column is cut in two."""
    window = sized(make_window, qtbot, size, text_scale=text)
    table, tracker = tables(window).values()
    for step in (0, 2, 4, 6, 3, 1):
        window.player.jump(step)
        window.views.work.tabs.open_tab("tracker")
        panel = window.views.work.tabs.panel()
        assert isinstance(panel, TrackerPanel)
        assert cut_words(tracker) == []
        assert panel.current_column() in columns_in_sight(tracker)
        assert tracker.visualRect(tracker.grid_model.index(0, 0)).left() == 0

        window.views.work.tabs.open_tab("table")
        assert cut_words(table) == []
        assert window.views.work.table.row_of(step) in rows_in_sight(table) | {-1}


def test_sideways_steps_are_whole_columns(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """Wherever the bar is put, it rests where a column begins."""
    window = sized(make_window, qtbot, (1024, 600), text_scale=2.0)
    view = tables(window)["tracker"]
    window.views.work.tabs.open_tab("tracker")
    bar = view.horizontalScrollBar()
    assert bar.maximum() > 0
    for value in range(0, bar.maximum() + 1, 7):
        bar.setValue(value)
        lefts = {view.columnViewportPosition(column) for column in range(1, 7)}
        assert view.columnWidth(0) in lefts


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("what_if", ["volume-not-mounted", "sidecar-never-starts"])
def test_a_what_if_cuts_no_row(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int], what_if: str
) -> None:
    """Its longer words take room from what the tracker can spare."""
    window = sized(make_window, qtbot, size)
    window.show_what_if(what_if)
    QApplication.processEvents()
    for name, view in tables(window).items():
        window.views.work.tabs.open_tab(name)
        assert rows_in_sight(view) == set(range(view.grid_model.rowCount()))


def test_the_note_on_the_end_takes_no_room_away(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """It has its place at every step, and speaks up at the last."""
    window = sized(make_window, qtbot, (1280, 720))
    window.change(drawer=True)
    note = window.views.work.table._note
    places, words = [], []
    for step in range(7):
        window.player.jump(step)
        places.append((note.isVisible(), note.geometry()))
        words.append(note.text())

    assert len(set(map(str, places))) == 1
    assert places[0][0]
    assert len(set(words[:6])) == 1
    assert words[5] != words[6]


def test_the_note_claims_nothing_that_is_false(window: MainWindow) -> None:
    """A container that never ran has not stopped with the other one."""
    note = window.views.work.table._note
    assert "both containers have stopped" in note.text()
    for what_if in ("sidecar-never-starts", "volume-not-mounted"):
        window.show_what_if(what_if)
        assert note.text() == ""

    window.show_what_if("")
    assert note.text() != ""


@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080)])
def test_questions_and_answers_move_no_panel(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """With predict first on, the stage has the same place at rest and when asked."""
    window = sized(make_window, qtbot, size, predict_first=True)
    work = window.views.work
    places = []
    presses: list[Callable[[], object]] = [
        QApplication.processEvents,
        window.steering.next,
        lambda: window.predictor.guess_number(1),
        lambda: window.predictor.guess_number(1),
    ]
    for press in presses:
        press()
        QApplication.processEvents()
        places.append([part.geometry() for part in (work.stage_card, work.footer)])

    assert window.player.target == 1
    assert places == [places[0]] * len(places)


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", [*SIZES, SMALL_SCREEN])
def test_captions_have_one_size_and_are_whole(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int], text: float
) -> None:
    """The longest caption decides for all steps; a line is never cut."""
    window = sized(make_window, qtbot, size, text_scale=text)
    caption = window.views.work.caption
    sizes = set()
    for step in range(7):
        window.player.jump(step)
        QApplication.processEvents()
        sizes.add(caption.text_size())
        assert caption._text.isVisible()
        assert caption._whole() <= caption.height()
        assert not caption._area.verticalScrollBar().maximum()

    assert len(sizes) == 1
    if text == 1.0:
        assert min(sizes) >= 13.0


@pytest.mark.parametrize("what_if", ["network-down", "sidecar-never-starts"])
@pytest.mark.parametrize("size", SIZES)
def test_captions_of_what_ifs_are_whole(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int], what_if: str
) -> None:
    """Why a step cannot happen and what happens instead are both read whole."""
    window = sized(make_window, qtbot, size)
    window.show_what_if(what_if)
    caption = window.views.work.caption
    for step in range(7):
        window.player.jump(step)
        QApplication.processEvents()
        assert caption._whole() <= caption.height()


def test_a_what_if_tells_what_happens_instead(window: MainWindow) -> None:
    """First that the step cannot happen and why, then the what-if's own words."""
    window.show_what_if("network-down")
    window.player.jump(5)
    text = window.views.work.caption._text.text()

    assert "Cannot happen:" in text
    assert text.index("cannot reach the log receiver") < text.index("pile up")


def test_bold_words_have_the_hue_of_their_actor(window: MainWindow) -> None:
    """The main container is blue, the sidecar amber, the volume green."""
    theme, text = window.look.theme, window.views.work.caption._text
    for step, hue in ((2, "blue"), (3, "amber"), (4, "green"), (5, "violet")):
        window.player.jump(step)
        assert theme.hue(hue).text in text.text()  # type: ignore[arg-type]


def test_a_name_that_two_actors_share_takes_no_side(sidecar_lesson: Lesson) -> None:
    """Two sidecars of different hues: full names are coloured, "sidecar" is not."""
    main, sidecar = sidecar_lesson.actors[1:3]
    twin = replace(main, name="Other sidecar", short="Sidecar", label="")
    lesson = replace(sidecar_lesson, actors=(main, sidecar, twin))
    inks = name_inks(lesson, LIGHT)

    assert "sidecar" not in inks
    assert inks["other sidecar"] == inks["main container"] == LIGHT.hue("blue").text
    assert inks["sidecar container"] == LIGHT.hue("amber").text


@pytest.mark.parametrize("size", [(1280, 720), (1600, 900), (1920, 1080), (2560, 1440)])
def test_larger_text_makes_the_caption_larger(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """At 200 %, by two thirds at least, and in a larger window no less."""
    window = sized(make_window, qtbot, size)
    usual = window.views.work.caption.text_size()
    window.change(text_scale=2.0)
    assert window.views.work.caption.text_size() >= 1.65 * usual
