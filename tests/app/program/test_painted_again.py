"""Only what changed is painted again, and that is enough."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import ROOT, MakeWindow

JOB = ROOT / "lessons" / "job" / "lesson.yaml"

BACK_AND_FORTH = [Qt.Key.Key_Right] * 6 + [Qt.Key.Key_Left] * 3 + [Qt.Key.Key_Home]


class Painted(QObject):
    """Notes what is painted of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.areas: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note how many pixels a paint is asked for."""
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect().width() * event.rect().height())
        return super().eventFilter(watched, event)


def settle() -> None:
    """Work through everything that waits."""
    for _ in range(5):
        QApplication.processEvents()


def differing(window: MainWindow) -> list[str]:
    """Name the views that stand on the screen otherwise than painted afresh."""
    QApplication.sendPostedEvents()  # what a clock asked for last is painted, too
    seen = window.screen().grabWindow(window.winId()).toImage()
    fresh = window.grab().toImage().convertToFormat(seen.format())
    work = window.views.work
    views: dict[str, QWidget] = {
        "flow": work.flow,
        "table": work.table,
        "tabs": work.tabs,
        "footer": work.footer,
    }
    places = {
        name: view.rect().translated(view.mapTo(window, QPoint(0, 0)))
        for name, view in views.items()
        if view.isVisible()
    }
    return [n for n, at in places.items() if seen.copy(at) != fresh.copy(at)]


@pytest.mark.parametrize("motion", ["none", "full"])
def test_the_screen_shows_what_painting_afresh_would(
    make_window: MakeWindow, motion: str
) -> None:
    """At every step, on the way there, there and back, and in a what-if."""
    window = make_window(motion=motion)
    stage = window.views.work.stage
    for number, key in enumerate(BACK_AND_FORTH):
        QTest.keyClick(stage, key)
        settle()
        assert differing(window) == [], f"on the way, press {number}"
        window.player.advance(60.0)
        settle()
        assert differing(window) == [], f"arrived, press {number}"
    for what_if in (window.lesson.what_ifs[0].id, ""):
        window.show_what_if(what_if)
        window.player.advance(60.0)
        settle()
        assert differing(window) == [], f"what-if {what_if!r}"


def test_stuck_columns_and_words_at_arrows_are_painted_too(
    make_window: MakeWindow,
) -> None:
    """In a narrow window with large text, of a flow with branches; predicting, too."""
    window = make_window(load_lesson(JOB), text_scale=1.5)
    window.resize(1200, 720)
    settle()
    stage, tabs = window.views.work.stage, window.views.work.tabs
    for name in tabs.guests() or ("tracker",):
        tabs.open_tab(name)
        for number in range(11):
            if number in (3, 8):
                QTest.keyClick(stage, Qt.Key.Key_Y)
            window.player.jump(number)
            settle()
            assert differing(window) == [], f"{name}, step {number}"


def test_a_step_paints_only_the_cells_that_it_changes(window: MainWindow) -> None:
    """The table's two rows and the tracker's columns, not all of either."""
    settle()
    work = window.views.work
    for step in range(1, 4):
        table = Painted(work.table.view.viewport())
        flow = Painted(work.flow.view.viewport())
        QTest.keyClick(work.stage, Qt.Key.Key_Right)
        settle()
        assert window.player.target == step
        for painted in (table, flow):
            view = painted.parent()
            assert isinstance(view, QWidget)
            assert 0 < sum(painted.areas) < view.width() * view.height() / 1.5


def test_a_move_paints_only_the_line_under_the_marks(make_window: MakeWindow) -> None:
    """While the playhead moves, the scrubber paints the way that it went."""
    window = make_window(motion="full")
    scrubber = window.views.work.controller.scrubber
    QTest.keyClick(window.views.work.stage, Qt.Key.Key_Right)
    settle()
    painted = Painted(scrubber)
    window.player.advance(0.05)
    settle()
    assert len(painted.areas) >= 1
    assert painted.areas[0] < scrubber.width() * scrubber.height() / 5
    window.player.advance(60.0)


def test_a_moves_first_frame_comes_with_its_words(make_window: MakeWindow) -> None:
    """Stage and table are painted in one go, not the table first."""
    window = make_window(motion="full")
    settle()
    order: list[str] = []

    class Order(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                order.append(watched.objectName())
            if event.type() == QEvent.Type.UpdateRequest:
                order.append("frame")
            return super().eventFilter(watched, event)

    watch = Order(window)
    work = window.views.work
    views: dict[str, QWidget] = {
        "stage": work.stage,
        "table": work.table.view.viewport(),
    }
    for name, seen in views.items():
        seen.setObjectName(name)
        seen.installEventFilter(watch)
    window.installEventFilter(watch)
    QTest.keyClick(work.stage, Qt.Key.Key_Right)
    QApplication.processEvents()
    first = (
        order[1 : order.index("frame", 1)] if order.count("frame") > 1 else order[1:]
    )
    assert order[0] == "frame"
    assert {"stage", "table"} <= set(first)
    window.player.advance(60.0)


def test_the_model_names_only_the_cells_that_are_others(window: MainWindow) -> None:
    """So that a screen reader and the view hear of nothing else."""
    model = window.views.work.table.view.grid_model
    told: list[tuple[int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        assert first.row() == last.row()
        told.append((first.row(), first.column(), last.column()))

    model.dataChanged.connect(note)
    before = model.grid
    window.player.step(1)
    after = model.grid
    changed = {
        (row, at)
        for row, (old, new) in enumerate(zip(before.rows, after.rows, strict=True))
        for at, (was, now) in enumerate(zip(old, new, strict=True))
        if was != now
    }
    covered = {(row, at) for row, a, b in told for at in range(a, b + 1)}
    assert changed <= covered
    assert {row for row, _ in covered} == {row for row, _ in changed}
    told.clear()
    model.show_grid(after)
    assert told == []
