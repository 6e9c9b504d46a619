"""The stage as assistive technology sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from sidecar_viz.app.stage.access import make_stages_accessible
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.timeline import Timeline

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
    make_stages_accessible(view)
    return view


def test_the_stage_is_a_picture_with_its_actors_in_it(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Its name, its description, and a named part for every actor."""
    view = shown(qtbot, sidecar_lesson, 4)

    stage = QAccessible.queryAccessibleInterface(view)

    assert stage.role() == QAccessible.Role.Graphic
    assert stage.text(Text.Name) == "Stage"
    assert stage.text(Text.Description) == "Both containers run."
    names = [stage.child(n).text(Text.Name) for n in range(stage.childCount())]
    assert names == [
        "Pod: Running",
        "Main container: Running",
        "Sidecar container: Running",
        "Shared volume: Mounted",
        "Network connection: Inactive",
        "Log receiver: Waiting",
    ]
    counted = stage.child(2).text(Text.Description)
    assert counted.startswith("6 log lines read; ")


def test_parts_follow_the_step(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """The same part says something else once another step is shown."""
    view = shown(qtbot, sidecar_lesson, 4)
    network = QAccessible.queryAccessibleInterface(view).child(4)

    view.show_stage(Timeline(sidecar_lesson).rest(5))

    assert network.text(Text.Name) == "Network connection: Active"


def test_parts_are_found_where_they_stand(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """The place of a part leads back to it; beside all of them there is none."""
    view = shown(qtbot, sidecar_lesson, 4)
    stage = QAccessible.queryAccessibleInterface(view)
    main = stage.child(1)
    middle = main.rect().center()

    found = stage.childAt(middle.x(), middle.y())

    assert found.text(Text.Name) == "Main container: Running"
    assert stage.indexOfChild(main) == 1
    corner = view.mapToGlobal(view.rect().topLeft())
    assert stage.childAt(corner.x(), corner.y()) is None
