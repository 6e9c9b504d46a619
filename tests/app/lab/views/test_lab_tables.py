"""The tables of the lab: their rows, their room, their keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.views.tables.rows_model import Rows
from sidecar_viz.app.lab.views.tables.rows_view import RowsView
from sidecar_viz.app.lab.views.tables.shown_tables import TabName
from sidecar_viz.app.tables.cut_rows import cut_above, cut_below
from tests.app.lab.conftest import MakeLab
from tests.app.lab.seen import rows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


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


def test_the_newest_row_stays_in_sight(lab: Lab) -> None:
    """Also when what is below the table takes more room than before."""
    view = lab.window.tables.view
    lab.player.jump(67)
    lab.window.resize(1280, 640)
    newest = view.rows_model.index(len(rows(lab)) - 1, 0)

    assert view.viewport().rect().contains(view.visualRect(newest))


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


def test_a_small_window_leaves_the_tables_to_a_key(lab: Lab) -> None:
    """They come when they are asked for."""
    lab.window.resize(1100, 640)
    assert not lab.window.tables.isVisible()
    lab.window.open_tab("events")
    assert lab.window.tables.isVisible()
    lab.window.toggle_tables()
    assert not lab.window.tables.isVisible()


def test_the_lines_keys_of_a_table_stay_its_own(lab: Lab) -> None:
    """Home goes to the first row, not to the first second."""
    lab.player.jump(18)
    lab.window.open_tab("kubectl")
    QTest.keyClick(
        lab.window.tables.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier
    )
    assert lab.player.moment.t == 18
    assert lab.window.tables.view.currentIndex().row() == 0


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


def test_a_row_that_is_cut_fades(lab: Lab) -> None:
    """The newest row is whole; of the one at the upper edge no letters are cut."""
    view = lab.window.tables.view
    lab.player.jump(67)
    cuts = 0
    for high in range(640, 690, 7):
        lab.window.resize(1280, high)
        QApplication.processEvents()
        picture = view.viewport().grab().toImage()
        across = range(5, picture.width(), 3)
        colours = {picture.pixelColor(x, 0).name() for x in across}
        assert cut_below(view).isEmpty()
        if cut_above(view).height() > 4:  # else nothing of its letters is seen
            cuts += 1
            assert colours == {lab.window.looks.look.theme.surface}
    assert cuts


def ring_of(view: RowsView) -> set[tuple[int, int]]:
    """Return the cells around which a ring of the text's colour is drawn."""
    picture = view.viewport().grab().toImage()
    ink = view.window().looks.look.theme.ink  # type: ignore[attr-defined]
    found = set()
    for row in range(view.rows_model.rowCount()):
        for column in range(view.rows_model.columnCount()):
            box = view.visualRect(view.rows_model.index(row, column))
            middle = box.center()
            edges = ((middle.x(), box.top() + 1), (box.left() + 1, middle.y()))
            seen = [at for at in edges if picture.valid(*at)]
            if {picture.pixelColor(*at).name() for at in seen} == {ink}:
                found.add((row, column))
    return found


def test_the_cell_with_the_keyboard_has_a_ring(lab: Lab) -> None:
    """It goes with the arrows, also to the side; without the keyboard there is none."""
    QTest.qWaitForWindowActive(lab.window)
    lab.player.jump(18)
    lab.window.stage.setFocus()
    view = lab.window.tables.view
    assert ring_of(view) == set()

    lab.window.open_tab("containers")
    view = lab.window.tables.view
    row = view.currentIndex().row()
    assert ring_of(view) == {(row, 0)}
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert ring_of(view) == {(row, 1)}
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert ring_of(view) == {(row - 1, 1)}


def test_a_table_that_is_filled_anew_keeps_a_cell_for_the_keyboard(lab: Lab) -> None:
    """Its first rows may come while the keyboard is there already."""
    QTest.qWaitForWindowActive(lab.window)
    lab.window.open_tab("events")
    view = lab.window.tables.view
    shown = view.rows_model.shown
    view.show_rows(Rows(shown.head))
    assert view.hasFocus()
    assert not view.currentIndex().isValid()

    view.show_rows(Rows(shown.head, (("1", "2"), ("3", "4"))))
    assert view.currentIndex().row() == 1
