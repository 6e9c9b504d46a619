"""What dialogs have in common."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.theme import DARK
from tests.app.at_dialogs import LOOK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MEASURES = Measures(width=900, height=600)


def test_every_part_that_takes_a_look_has_the_dialog_s(dressed: QWidget) -> None:
    """Buttons, keys and pages; what takes none may be added, too."""
    dialog = QDialog(dressed)
    frame = DialogFrame(dialog, "Heading", MEASURES)
    button, close = EdgedButton("Again", "", dialog), frame.close_button()
    frame.add(QLabel("Words", dialog))
    frame.add_buttons((button,), (close,))
    before, look = button.font().pointSizeF(), Look(DARK, 0.8, 1.5)

    frame.set_look(look)

    assert frame.look == look
    assert button.font().pointSizeF() == close.font().pointSizeF()
    assert button.font().pointSizeF() != before
    assert frame.heading.font() == look.font(28, BOLD)


def test_a_dialog_grows_by_half_of_what_its_text_does(dressed: QWidget) -> None:
    """And stands in the middle of the window below; less high, if it has no use."""
    dressed.setGeometry(50, 50, 600, 400)
    dialog = QDialog(dressed)
    frame = DialogFrame(dialog, "Heading", MEASURES)
    frame.set_look(Look(DARK, 0.5, 1.2))

    frame.place(unused=20)

    assert dialog.size().toTuple() == (495, 310)
    middle = dialog.geometry().center() - dressed.frameGeometry().center()
    assert max(abs(middle.x()), abs(middle.y())) <= 1


def test_a_dialog_is_as_high_as_its_page(dressed: QWidget) -> None:
    """A longer page makes it higher, by as much as the page is."""
    dialog = QDialog(dressed)
    frame = DialogFrame(dialog, "Heading", Measures(width=500))
    page = frame.add_page()
    words = QLabel("Words", page.inside)
    page.column.addWidget(words)
    frame.set_look(LOOK)
    frame.place_around(page, spare=10)
    before, low = dialog.height(), page.height_for(300)

    words.setText("Words\nin\nfour\nlines")
    frame.place_around(page, spare=10)

    assert dialog.height() - before == page.height_for(300) - low > 0


def test_the_close_button_closes(qtbot: QtBot, dressed: QWidget) -> None:
    """With or without a mouse: it is a button with a name and a key."""
    dialog = QDialog(dressed)
    close = DialogFrame(dialog, "Heading", MEASURES).close_button()
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)

    close.click()

    assert not dialog.isVisible()
    assert dialog.windowTitle() == "Heading"
