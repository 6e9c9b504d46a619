"""Lessons in Arabic or Hebrew: their words keep together in our sentences."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest
from PySide6.QtGui import QTextDocument

from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.caption_words import title_text
from sidecar_viz.app.words.step_words import cannot, step_words
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.theme import LIGHT
from tests.app.at_dialogs import LOOK
from tests.conftest import SMALL

BOILS = "الماء يغلي (3)!"
BEGIN, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@pytest.fixture
def arabic() -> Lesson:
    """Read the small lesson with Arabic titles."""
    text = dedent(SMALL).replace("The app runs", BOILS)
    text = text.replace("A pod with one container", BOILS)
    return read_lesson(text.encode(), "small.yaml")


@pytest.fixture
def show(make_window: Callable[[Lesson], MainWindow], arabic: Lesson) -> MainWindow:
    """Open the window with it."""
    return make_window(arabic)


def place(document: QTextDocument, sign: str) -> float:
    """Tell how far right the last *sign* begins, on the side where it is read first."""
    block = document.firstBlock()
    found = block.layout().lineAt(0).cursorToX(block.text().rindex(sign))
    assert isinstance(found, tuple)
    return float(found[0])


def test_a_title_is_written_together(qapp: object, arabic: Lesson) -> None:
    """Behind the step's number, from right to left: 3 before !, both at its left."""
    del qapp
    document = QTextDocument()
    document.setHtml(title_text(step_words(course_of(arabic), 1), LIGHT))
    document.setTextWidth(2000)
    document.documentLayout().documentSize()

    number, mark, three, first = (place(document, sign) for sign in "p!3ل")

    assert number < mark < three < first


def test_captions_and_windows_isolate_titles(show: MainWindow) -> None:
    """The caption, the window's title, and what a screen reader is told."""
    show.player.jump(1)

    assert f"{BEGIN}{BOILS}{END}" in show.views.work.caption.title()
    assert show.windowTitle() == f"{BEGIN}{BOILS}{END}"
    said = show.views.work.controller.scrubber.accessibleDescription()
    assert said == f"Step 1 of 2: {BEGIN}{BOILS}{END}"
    assert cannot(BOILS) == f"Cannot happen: {BEGIN}{BOILS}{END}"


def test_dialogs_isolate_titles(show: MainWindow, arabic: Lesson) -> None:
    """The lesson's title stands behind what the dialog is."""
    dialog = QuizDialog(arabic, LOOK, show)

    assert dialog.windowTitle() == f"{arabic.headings.quiz} – {BEGIN}{BOILS}{END}"


def test_other_titles_are_as_they_were(window: MainWindow) -> None:
    """Not a byte is added to them."""
    window.player.jump(1)

    texts = (
        window.windowTitle(),
        window.views.work.caption.title(),
        window.views.work.controller.scrubber.accessibleDescription(),
    )
    assert not any(BEGIN in text or END in text for text in texts)
