"""No text of a lesson is taken for HTML, wherever it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, get_type_hints

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.lesson import Lesson, Line, Text
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
APP = Path(__file__).parents[3] / "sidecar_viz" / "app"
MARK = "<i>x</i>"
CODES = {"kind", "language", "state", "id"}  # not shown as they are
DIALOGS: tuple[CommandId, ...] = (
    *("what_if", "quiz", "vote", "overview", "go_to", "find", "help", "about"),
    *("preferences", "open", "cards", "handout", "room_check"),
)
T = TypeVar("T")


def marked(value: T, name: str = "", kind: object = None) -> T:
    """Put mark-up before every text of a lesson."""
    made: object = value
    if isinstance(value, Struct):
        kinds = get_type_hints(type(value), include_extras=True)
        fields = {
            field: marked(getattr(value, field), field, kinds[field])
            for field in value.__struct_fields__
        }
        made = replace(value, **fields)
    elif isinstance(value, tuple):
        made = tuple(marked(each, name, kind) for each in value)
    elif isinstance(value, str) and value and name not in CODES:
        texts = (Line, Text, tuple[Line, ...], Line | None)
        made = f"{MARK} {value}" if kind in texts or "Text" in repr(kind) else value
    return made  # type: ignore[return-value]


def labels_that_show_it() -> list[QLabel]:
    """Find every label with the mark; fail if one takes it for HTML, or might."""
    QApplication.processEvents()
    found = []
    for widget in QApplication.allWidgets():
        assert MARK not in widget.toolTip().lower()
        if isinstance(widget, QLabel):
            plain = widget.textFormat() == Qt.TextFormat.PlainText
            rich = widget.textFormat() == Qt.TextFormat.RichText
            assert plain or rich, widget.text()
            text = widget.text().lower()
            assert plain or MARK not in text, text
            if MARK in text or "&lt;i&gt;x" in text:
                found.append(widget)
    return found


@pytest.fixture
def hostile(make_window: MakeWindow, sidecar_lesson: Lesson) -> MainWindow:
    """Open a lesson whose every text holds mark-up."""
    return make_window(marked(sidecar_lesson))


@pytest.mark.parametrize("width", [1024, 1920])
def test_the_window_shows_letters(
    hostile: MainWindow, qtbot: QtBot, width: int
) -> None:
    """Header, caption, every card and every tab, at every step."""
    hostile.resize(width, 1080)
    qtbot.waitUntil(lambda: hostile.width() == width)
    tabs = hostile.views.work.tabs
    for step in range(hostile.player.timeline.end + 1):
        hostile.player.jump(step)
        for name in tabs._names:
            tabs.open_tab(name)
            assert len(labels_that_show_it()) >= 6
    for texts in hostile.findChildren(QTextBrowser):
        assert not texts.toPlainText() or MARK in texts.toPlainText()


@pytest.mark.parametrize("command", DIALOGS)
def test_dialogs_show_letters(hostile: MainWindow, command: CommandId) -> None:
    """Whatever is opened over the window."""
    hostile.commands[command].trigger()

    assert labels_that_show_it()
    hostile.dialogs.close_all()


def test_both_screens_show_letters(hostile: MainWindow) -> None:
    """The class's view with each panel, and the console with the notes."""
    show = program_of(hostile).show
    show.begin()
    for step in range(hostile.player.timeline.end + 1):
        hostile.player.jump(step)
        show.following.catch_up()
        assert len(labels_that_show_it()) >= 6
    show.end()
    for view in (show.audience, show.console):
        view.hide()


def test_no_file_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    """A picture that text names does not come into the label."""
    picture = tmp_path / "there.svg"
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='900'/>", "utf-8")
    label = PlainLabel(f"<img src='{picture}' width='900' height='900'>")
    qtbot.addWidget(label)

    assert label.sizeHint().height() < 100
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_who_makes_a_label_says_what_its_text_is() -> None:
    """Qt's own label guesses; ours do not."""
    texts = {path: path.read_text("utf-8") for path in APP.rglob("*.py")}
    guessing = [
        str(path.relative_to(APP))
        for path, text in texts.items()
        if "= QLabel(" in text or "(QLabel)" in text
        if "setTextFormat(Qt.TextFormat." not in text
    ]

    assert guessing == []
