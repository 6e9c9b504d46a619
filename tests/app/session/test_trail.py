"""One line can be followed from where it was written to where it ended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.session.trail import Trail
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson


@pytest.fixture
def stage(qtbot: QtBot, sidecar_lesson: Lesson) -> StageView:
    """Show step 5 of the first lesson on a stage with room for columns."""
    view = StageView()
    qtbot.addWidget(view)
    view.resize(1380, 830)
    view.show_lesson(sidecar_lesson)
    view.show_stage(Timeline(sidecar_lesson).rest(5))
    return view


def heard(trail: Trail) -> list[str]:
    """What is told from now on."""
    told: list[str] = []
    trail.told.connect(told.append)
    return told


def row_of(stage: StageView, actor: str, item: int) -> QPointF:
    """The middle of an item's row in an actor's column."""
    sheet = stage.picture.painter().layout.places[actor].sheet
    assert sheet is not None
    return QPointF(*sheet.row(item).centre)


def test_a_click_on_a_line_follows_it_and_another_lets_it_go(stage: StageView) -> None:
    """Who has it is told; the column itself is not chosen."""
    trail = Trail(stage)
    told, chosen = heard(trail), list[str]()
    stage.chosen.connect(chosen.append)

    for _ in range(2):
        place = row_of(stage, "logs", 4).toPoint()
        QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place)

    assert told == [
        (
            "Line 4, POST /pay 500: Main container, Sidecar container, Shared volume,"
            " Log receiver."
        ),
        "No line is followed.",
    ]
    assert chosen == []
    assert stage.picture.followed == 0


def test_beside_the_lines_a_click_chooses_the_column(stage: StageView) -> None:
    """Its name is not a line."""
    trail, chosen = Trail(stage), list[str]()
    stage.chosen.connect(chosen.append)
    box = stage.picture.painter().layout.places["sidecar"].box

    place = QPointF(box.x + box.width / 2, box.y + 8).toPoint()
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place)

    assert chosen == ["sidecar"]
    del trail


def test_the_keys_go_through_all_lines_that_are_there(stage: StageView) -> None:
    """One after the other, round through none; every stage shows the same."""
    trail, other = Trail(stage), StageView()
    lesson = stage.lesson
    assert lesson is not None
    other.show_lesson(lesson)
    trail.add_stage(other)

    seen = []
    for _ in range(13):
        trail.step(1)
        seen.append(stage.picture.followed)

    assert seen == [*range(1, 13), 0]
    trail.step(-1)
    assert (stage.picture.followed, other.picture.followed) == (12, 12)
    other.deleteLater()


def test_the_trail_is_seen(stage: StageView) -> None:
    """It differs from the picture without it, in the rows of that line only."""
    plain = stage.grab().toImage()

    stage.follow(4)
    with_trail = stage.grab().toImage()

    rows = {
        y
        for y in range(plain.height())
        for x in range(0, plain.width(), 3)
        if plain.pixel(x, y) != with_trail.pixel(x, y)
    }
    middle = row_of(stage, "logs", 4).y()
    pitch = stage.picture.painter().layout.places["logs"].sheet
    assert pitch is not None
    assert rows
    assert all(abs(y - middle) < pitch.pitch for y in rows)


def test_another_lesson_has_no_trail(stage: StageView, lesson: Lesson) -> None:
    """It begins without one, and says so where there is nothing to follow."""
    trail = Trail(stage)
    told = heard(trail)
    trail.step(1)
    stage.show_lesson(lesson)
    stage.show_stage(Timeline(lesson).rest(0))

    trail.step(1)

    assert stage.picture.followed == 0
    assert told[-1] == "This lesson has no lines to follow."
