"""What-ifs begun by pulling on the picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.hands.badge import LEAST
from sidecar_viz.app.hands.by_hand import ByHand
from sidecar_viz.app.hands.plug import OUT, Plug
from sidecar_viz.app.hands.plugs import Plugs
from sidecar_viz.app.hands.spots import spot_of
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson

TITLES = {
    "volume-not-mounted": "What if the shared volume is not mounted?",
    "sidecar-never-starts": "What if the sidecar never starts?",
}


def taken(plugs: Plugs) -> list[str]:
    """What is pulled from now on."""
    found: list[str] = []
    plugs.taken_out.connect(found.append)
    plugs.put_in.connect(lambda: found.append("put in"))
    return found


def pull(plug: Plug, across: float, down: float, *, let_go: bool = True) -> None:
    """Press a plug in its middle, and move it so far."""
    middle = plug.rect().center()
    QTest.mousePress(plug, Qt.MouseButton.LeftButton, pos=middle)
    there = QPointF(middle) + QPointF(across, down)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        there,
        plug.mapToGlobal(there),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plug, move)
    if let_go:
        QTest.mouseRelease(plug, Qt.MouseButton.LeftButton, pos=middle)


def test_pointing_at_an_actor_shows_what_can_be_pulled_there(stage: StageView) -> None:
    """The sidecar can be stopped, and its mount be pulled out."""
    plugs = Plugs(stage)
    assert plugs.shown == []

    stage.hovered.emit("sidecar")

    assert [plug.text() for plug in plugs.shown] == list(TITLES.values())
    assert [plug.sign for plug in plugs.shown] == ["pull", "stop"]
    assert [plug.accessibleName() for plug in plugs.shown] == list(TITLES.values())
    assert all(min(plug.width(), plug.height()) >= LEAST for plug in plugs.shown)

    stage.hovered.emit("receiver")
    assert plugs.shown == []


def test_pulled_far_enough_it_stays_out(stage: StageView) -> None:
    """24 pixels, in any direction."""
    plugs = Plugs(stage)
    found = taken(plugs)
    stage.hovered.emit("sidecar")

    pull(plugs.shown[0], -OUT * 0.8, OUT * 0.8)

    assert found == ["volume-not-mounted"]
    assert plugs.shown == []


def test_let_go_too_early_it_goes_back(stage: StageView) -> None:
    """A hand that slips breaks nothing."""
    plugs = Plugs(stage)
    found = taken(plugs)
    stage.hovered.emit("sidecar")
    plug = plugs.shown[1]
    before = plug.geometry()

    pull(plug, 15.0, 10.0, let_go=False)
    assert plug.geometry().topLeft() == before.topLeft() + QPoint(15, 10)
    assert not plug.out
    QTest.mouseRelease(plug, Qt.MouseButton.LeftButton, pos=plug.rect().center())

    assert found == []
    assert plug.geometry() == before
    assert not plug.isDown()


def test_a_click_or_a_tap_pulls_it(stage: StageView) -> None:
    """Who cannot drag need not."""
    plugs = Plugs(stage)
    found = taken(plugs)
    stage.hovered.emit("main")

    QTest.mouseClick(plugs.shown[0], Qt.MouseButton.LeftButton)

    assert found == ["main-never-starts"]


def test_it_says_what_it_is_about_and_what_to_do(stage: StageView) -> None:
    """The words lie inside the stage, and change when it stays out."""
    plugs = Plugs(stage)
    stage.hovered.emit("sidecar")
    plug = plugs.shown[0]
    plug.looked_at.emit(True)
    cord = plugs.card()
    assert cord.isVisible()
    assert cord.said == TITLES["volume-not-mounted"]
    assert cord.hint == "Pull it, or click."

    pull(plug, OUT + 1.0, 0.0, let_go=False)

    assert cord.hint == "Let go: it stays out."
    QTest.mouseRelease(plug, Qt.MouseButton.LeftButton)
    assert not cord.isVisible()


def test_in_a_what_if_only_its_own_plug_is_there_to_be_put_back(
    stage: StageView,
) -> None:
    """There is one way back from the picture, too."""
    plugs = Plugs(stage)
    plugs.out = "volume-not-mounted"
    found = taken(plugs)
    stage.hovered.emit("sidecar")
    (plug,) = plugs.shown
    assert (plug.sign, plug.text()) == ("back", "Back to the lesson")

    pull(plug, 0.0, 30.0)

    assert found == ["put in"]


def test_it_stays_at_its_place_when_the_stage_is_another_size(stage: StageView) -> None:
    """The place is the actor's, wherever that stands; small stages have large plugs."""
    plugs = Plugs(stage)
    stage.hovered.emit("main")
    (plug,) = plugs.shown

    stage.resize(1000, 640)

    spot = spot_of(stage, "main")
    assert spot is not None
    assert (QPointF(plug.geometry().center()) - spot).manhattanLength() <= 3.0
    assert plug.width() == LEAST


def test_who_is_not_there_has_none(stage: StageView, sidecar_lesson: Lesson) -> None:
    """Under the opening, nothing can be pulled."""
    plugs = Plugs(stage)
    stage.show_stage(Timeline(sidecar_lesson).rest(0))

    assert plugs.show_all() == ()
    assert spot_of(stage, "main") is None
    assert spot_of(stage, "nobody") is None


def test_with_its_number_each_can_be_begun_from_the_keyboard(
    stage: StageView,
) -> None:
    """What is asked for can be read, and the numbers on the picture are the same."""
    hands = ByHand(stage)
    wanted, told = list[str](), list[str]()
    hands.wanted.connect(wanted.append)
    hands.told.connect(told.append)
    assert not hands.take_number(1)

    hands.ask(letters=True)

    assert told[0] == (
        "Press a number: 1 the shared volume is not mounted,"
        " 2 the network is down, 3 the sidecar never starts,"
        " 4 the main container never starts"
    )
    shown = [plug for plug in stage.findChildren(Plug) if plug.isVisible()]
    assert [plug.sign for plug in shown] == ["1", "2", "3", "4"]
    assert hands.take_number(5)
    assert told[1].startswith("There is no 5: 1 the shared volume")
    assert wanted == []
    assert hands.take_number(2)
    assert wanted == ["network-down"]
    assert not hands.take_number(1)


def test_without_letters_the_way_that_works_is_said(stage: StageView) -> None:
    """No number is a key then; the pointer and the list of what-ifs are left."""
    hands = ByHand(stage)
    told = list[str]()
    hands.told.connect(told.append)
    hands.ask(letters=False)

    assert told[0].startswith("Pull one out with the pointer, or choose it under Wh")


def test_asked_again_the_numbers_are_put_away(stage: StageView) -> None:
    """The same key takes back what it brought."""
    hands = ByHand(stage)
    hands.ask(letters=True)
    hands.ask(letters=True)

    assert not any(plug.isVisible() for plug in stage.findChildren(Plug))
    assert not hands.put_away()
    assert not hands.take_number(1)


def test_in_a_what_if_number_one_leads_back(
    stage: StageView, sidecar_lesson: Lesson
) -> None:
    """And a what-if that ends puts the plug in again."""
    hands = ByHand(stage)
    wanted, told = list[str](), list[str]()
    hands.wanted.connect(wanted.append)
    hands.told.connect(told.append)
    hands.show_course(course_of(sidecar_lesson, sidecar_lesson.what_ifs[0]))

    hands.ask(letters=True)
    assert told == ["Press a number: 1 Back to the lesson"]
    assert hands.take_number(1)
    assert wanted == [""]

    hands.show_course(course_of(sidecar_lesson))
    hands.ask(letters=True)
    assert hands.take_number(4)
    assert wanted[-1] == "main-never-starts"


def test_esc_takes_a_plug_out_of_the_hand(stage: StageView) -> None:
    """What was begun by mistake is not done by letting go."""
    hands = ByHand(stage)
    wanted: list[str] = []
    hands.wanted.connect(wanted.append)
    stage.hovered.emit("main")
    (plug,) = (plug for plug in stage.findChildren(Plug) if plug.isVisible())
    before = plug.geometry()
    pull(plug, 60.0, 0.0, let_go=False)

    assert hands.put_away()
    QTest.mouseRelease(plug, Qt.MouseButton.LeftButton)

    assert wanted == []
    assert plug.geometry() == before


def test_numbers_stay_though_the_pointer_has_just_left_an_actor(
    stage: StageView, qtbot: QtBot
) -> None:
    """What would have gone by itself is asked for now."""
    plugs = Plugs(stage, lingers=1)
    stage.hovered.emit("sidecar")
    stage.hovered.emit("")
    plugs.show_all()

    qtbot.waitUntil(lambda: not plugs.going)

    assert len(plugs.shown) == 4
