"""The stage as assistive technology sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtGui import QAccessible

from sidecar_viz.app.stage.access import make_stages_accessible
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.course.timeline import Timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sidecar_viz.core.lesson import Lesson

Text = QAccessible.Text


def shown(qtbot: QtBot, lesson: Lesson, step: int) -> StageView:
    """Make a stage that shows a step."""
    view = StageView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show_lesson(lesson)
    view.show_stage(Timeline(lesson).rest(step))
    view.set_description("Both containers run.")
    view.tell("The sidecar reads.")
    make_stages_accessible(view)
    return view


def test_the_stage_is_a_picture_with_its_actors_in_it(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Its name, what happens, what is to be seen, and a part for every actor."""
    view = shown(qtbot, sidecar_lesson, 4)

    stage = QAccessible.queryAccessibleInterface(view)

    assert stage.role() == QAccessible.Role.Graphic
    assert stage.text(Text.Name) == "Stage"
    assert stage.text(Text.Description) == "The sidecar reads."
    names = [stage.child(n).text(Text.Name) for n in range(stage.childCount())]
    assert names == [
        "Both containers run.",
        "Pod: Running",
        "Main container: Running",
        "Sidecar container: Running",
        "Shared volume: Mounted",
        "Network connection: Inactive",
        "Log receiver: Waiting",
    ]
    counted = stage.child(3).text(Text.Description)
    assert counted.startswith(
        "6 log lines read; the last one: 6, GET /item/3 200; The companion"
    )


def test_parts_follow_the_step(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """The same part says something else once another step is shown."""
    view = shown(qtbot, sidecar_lesson, 4)
    network = QAccessible.queryAccessibleInterface(view).child(5)

    view.show_stage(Timeline(sidecar_lesson).rest(5))

    assert network.text(Text.Name) == "Network connection: Active"


def test_parts_are_found_where_they_stand(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """The place of a part leads back to it; beside all of them there is none."""
    view = shown(qtbot, sidecar_lesson, 4)
    stage = QAccessible.queryAccessibleInterface(view)
    main = stage.child(2)
    middle = main.rect().center()

    found = stage.childAt(middle.x(), middle.y())

    assert found.text(Text.Name) == "Main container: Running"
    assert stage.indexOfChild(main) == 2
    corner = view.mapToGlobal(view.rect().topLeft())
    assert stage.childAt(corner.x(), corner.y()) is None


def test_an_actor_can_be_pressed_and_given_the_keyboard(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """A switch or a voice does what Tab and Enter do."""
    view = shown(qtbot, sidecar_lesson, 4)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    stage = QAccessible.queryAccessibleInterface(view)
    main = stage.child(2)
    chosen: list[str] = []
    begun: list[str] = []
    view.chosen.connect(chosen.append)
    view.what_if_wanted.connect(begun.append)
    actions = main.actionInterface()

    own = ["Press", "SetFocus", "what if main-never-starts"]
    assert actions.actionNames() == own
    said = actions.localizedActionName(own[2])
    assert said == "What if the main container never starts?"
    actions.doAction("Press")
    actions.doAction("SetFocus")
    actions.doAction(own[2])

    assert chosen == ["main"]
    assert begun == ["main-never-starts"]
    assert view.hot == "main"
    qtbot.waitUntil(view.hasFocus)
    assert main.state().focusable
    assert main.state().focused
    assert not stage.child(3).state().focused
    assert stage.focusChild() is main


def test_actors_that_are_not_there_are_invisible(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """They keep their place among the parts, so that none is taken for another."""
    view = shown(qtbot, sidecar_lesson, 4)
    stage = QAccessible.queryAccessibleInterface(view)
    moment = Timeline(sidecar_lesson).rest(4)
    gone = [replace(a, presence=0.0) if a.id == "main" else a for a in moment.actors]
    view.show()

    view.show_stage(replace(moment, actors=tuple(gone)))

    assert stage.childCount() == 7
    assert stage.child(2).state().invisible
    assert not stage.child(3).state().invisible


def test_another_lesson_has_other_parts(
    qtbot: QtBot, sidecar_lesson: Lesson, lesson: Lesson
) -> None:
    """No part of the former one is left, and none of them can be asked."""
    view = shown(qtbot, sidecar_lesson, 4)
    stage = QAccessible.queryAccessibleInterface(view)

    view.show_lesson(lesson)
    view.show_stage(Timeline(lesson).rest(1))

    names = [stage.child(n).text(Text.Name) for n in range(1, stage.childCount())]
    assert names == ["Pod: Running", "App: Running", "Disk: Unmounted"]


def test_a_stage_that_is_gone_leaves_no_parts(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Qt forgets the parts of a stage with the stage: it would ask what is no more."""
    view = StageView()
    view.show_lesson(sidecar_lesson)
    make_stages_accessible(view)
    part = QAccessible.queryAccessibleInterface(view).child(2)
    number = QAccessible.uniqueId(part)
    assert QAccessible.accessibleInterface(number) is part

    view.deleteLater()
    qtbot.waitUntil(lambda: QAccessible.accessibleInterface(number) is None)


class Heeding(StageView):
    """A stage with a slot in Python."""

    def heed(self) -> None:
        """Do nothing."""


def test_a_stage_that_qt_asks_about_again_is_given_anew(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """A slot makes it another thing to Qt, which would delete the same twice."""
    view = Heeding()
    qtbot.addWidget(view)
    view.show_lesson(sidecar_lesson)
    make_stages_accessible(view)
    first = QAccessible.queryAccessibleInterface(view)
    view.changed.connect(view.heed)
    second = QAccessible.queryAccessibleInterface(view)

    assert QAccessible.queryAccessibleInterface(view) is second
    assert second is not first
    assert QAccessible.uniqueId(second) != QAccessible.uniqueId(first)
