"""The highest of several texts is found without measuring all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.text_gauge import TextGauge
from sidecar_viz.paint.brush.fonts import REGULAR


def test_marks_that_are_not_seen_do_not_make_a_text_long(qtbot: QtBot) -> None:
    """Three coloured words are short, however long their marks are."""
    parent = QWidget()
    qtbot.addWidget(parent)
    gauge = TextGauge(parent)
    gauge.set_look(Look())
    marked = '<span style="font-weight:600;color:#17202b">a</span> ' * 9
    long = "These are many plain words that need a second line, and then a third one."

    every = gauge.most(16.0, REGULAR, [marked, marked + "b", long], 200)

    assert every == gauge.most(16.0, REGULAR, [long], 200)
    assert every > gauge.most(16.0, REGULAR, [marked], 200)
