"""What the tests of the window begin with: fonts, a window, a leak guard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Unpack

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.preferences.preferences import Changes, Preferences
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.fonts import load_fonts
from tests.app.at_dialogs import LOOK, in_front
from tests.app.programs import remember
from tests.leaks import held, left_for_good

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "sidecar" / "lesson.yaml"
MakeWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a running clock, or what tests/leaks.py sees."""
    load_fonts(ROOT / "resources" / "fonts")
    before = held()
    yield
    for window in qapp.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            visible = window.isVisible() and window.isWindow()
            assert visible or not timer.isActive(), f"{window} leaves a clock running"
    found = left_for_good(before)
    assert not found, f"left: {', '.join(found)}"


@pytest.fixture(autouse=True)
def data_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what the program writes down away from its user's own files."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return tmp_path / "xdg_data_home"


@pytest.fixture
def make_window(qtbot: QtBot, sidecar_lesson: Lesson) -> MakeWindow:
    """Give a function that opens the window with some preferences."""

    def made(lesson: Lesson | None = None, **chosen: Unpack[Changes]) -> MainWindow:
        preferred = Preferences(motion="none", theme="light").but(**chosen)
        shown = lesson or sidecar_lesson
        window = remember(connected_program(shown, LESSON, preferred))
        window.resize(1600, 900)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.views.work.stage.setFocus()
        qtbot.waitUntil(window.views.work.stage.hasFocus)
        return window

    return made


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """Open the window with the sidecar lesson; every move arrives at once."""
    return make_window()


@pytest.fixture
def dressed(qtbot: QtBot) -> QWidget:
    """Show a dressed window to open dialogs over."""
    dressed = QWidget()
    dressed.resize(1280, 720)
    apply_style(dressed, LOOK)
    qtbot.addWidget(dressed)
    dressed.show()
    qtbot.waitUntil(lambda: in_front(dressed))
    return dressed
