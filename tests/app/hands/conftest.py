"""What the tests of hands begin with: a stage to take hold of."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson


@pytest.fixture
def stage(qtbot: QtBot, sidecar_lesson: Lesson) -> StageView:
    """Show step 4 of the first lesson on a stage with room for columns."""
    view = StageView()
    qtbot.addWidget(view)
    view.resize(1380, 830)
    view.show()
    view.show_lesson(sidecar_lesson)
    view.show_stage(Timeline(sidecar_lesson).rest(4))
    return view
