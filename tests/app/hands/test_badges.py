"""What can be chosen on the picture, with its number or letter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.hands.badge import LEAST, Badge
from sidecar_viz.app.hands.badges import Badges, Mark
from sidecar_viz.app.hands.predicting import PredictionBadges
from sidecar_viz.app.hands.spots import spot_of
from sidecar_viz.app.play.player import Player
from sidecar_viz.app.play.predictor import Predictor
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.widgets.bars import PredictBar
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson


def shown(stage: StageView) -> list[Badge]:
    """List the badges that are seen on a stage."""
    return [badge for badge in stage.findChildren(Badge) if badge.isVisible()]


MARKS = (Mark("main", "A", "Main container"), Mark("connection", "B", "Connection"))


def test_a_click_chooses_and_the_badge_stays_full(stage: StageView) -> None:
    """What is chosen is seen by its shape, not only by its colour."""
    badges = Badges(stage)
    chosen: list[int] = []
    badges.chosen.connect(chosen.append)
    badges.show(MARKS)
    main, link = shown(stage)
    assert (main.sign, link.sign) == ("A", "B")
    assert main.accessibleName() == "Main container"

    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert chosen == [1]
    badges.check({0})
    assert (main.filled(), link.isChecked()) == (True, False)

    badges.clear()
    assert shown(stage) == []


def test_it_is_large_enough_for_a_thumb_and_keeps_its_place(stage: StageView) -> None:
    """44 pixels at least, at its actor, whatever the size of the stage."""
    badges = Badges(stage)
    badges.show(MARKS)
    (main, _) = shown(stage)
    for wide, high in ((1380, 830), (900, 560)):
        stage.resize(wide, high)
        spot = spot_of(stage, "main")
        assert spot is not None
        assert (main.geometry().center() - spot.toPoint()).manhattanLength() <= LEAST
        assert main.width() >= LEAST
        assert stage.rect().contains(main.geometry())


def test_choices_at_one_actor_are_written_below_each_other(stage: StageView) -> None:
    """The first stands at the top; nothing lies over anything."""
    badges = Badges(stage)
    words = ("Running", "Stopped", "stays as it is")
    badges.show([Mark("main", str(n), w, w) for n, w in enumerate(words, start=1)])
    boxes = [badge.geometry() for badge in shown(stage)]

    assert [box.top() for box in boxes] == sorted(box.top() for box in boxes)
    assert not any(one.intersects(two) for one in boxes for two in boxes if one != two)
    assert len({box.width() for box in boxes}) == len(words)


def test_who_is_asked_sees_the_numbers_on_the_shapes(
    stage: StageView, qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """First who changes, then what becomes of it; then the stage is clear again."""
    holder = QWidget()
    qtbot.addWidget(holder)
    player = Player(Timeline(sidecar_lesson), holder)
    player.set_motion("none")
    player.jump(3)
    predictor = Predictor(player, PredictBar(holder))
    hands = PredictionBadges(predictor, stage)
    predictor.set_wanted(True)
    assert shown(stage) == []

    predictor.ask()
    assert [badge.sign for badge in shown(stage)] == ["1", "2", "3", "4", "5", "6"]
    QTest.mouseClick(shown(stage)[2], Qt.MouseButton.LeftButton)
    assert [badge.text() for badge in shown(stage)] == [
        "Stopped",
        "more log lines read",
        "vanishes",
        "stays as it is",
    ]
    assert {mark.place for mark in hands.badges.marks} == {"sidecar"}
    QTest.mouseClick(shown(stage)[1], Qt.MouseButton.LeftButton)

    assert shown(stage) == []
    assert player.target == 4


def test_a_column_of_choices_goes_down_where_there_is_no_room_above(
    stage: StageView,
) -> None:
    """The pod's label stands at the upper edge: all of its choices are seen."""
    badges = Badges(stage)
    words = ("Initializing", "Running", "Stopped", "stays as it is")
    badges.show([Mark("pod", str(n), w, w) for n, w in enumerate(words, start=1)])
    boxes = [badge.geometry() for badge in shown(stage)]

    assert len(boxes) == len(words)
    assert not any(one.intersects(two) for one in boxes for two in boxes if one != two)
    assert all(stage.rect().contains(box) for box in boxes)
