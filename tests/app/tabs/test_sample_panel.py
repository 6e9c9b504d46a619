"""The samples of one lesson make room for those of another, and leave nothing."""

from __future__ import annotations

import gc

from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QSplitterHandle
from pytestqt.qtbot import QtBot

from sidecar_viz.app.tabs.listing import Listing
from sidecar_viz.app.tabs.sample_panel import SamplePanel
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson


def handles() -> int:
    """How many handles Python knows, also those that Qt has deleted."""
    gc.collect()
    return sum(isinstance(one, QSplitterHandle) for one in gc.get_objects())


def test_what_was_shown_before_is_gone(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """Lesson after lesson, also the handles that Qt makes between its samples."""
    (first,) = sidecar_lesson.samples
    panel = SamplePanel()
    qtbot.addWidget(panel)
    before = handles()
    for number in range(6):
        texts = (f"a: {number}", f"b: {number}")
        samples = tuple(replace(first, id=text, text=text) for text in texts)
        panel.show_course(course_of(replace(sidecar_lesson, samples=samples)))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shown = [one.toPlainText() for one in panel.findChildren(Listing)]
        assert shown == list(texts)
    assert handles() == before
