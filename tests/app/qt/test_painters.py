"""A mistake while something is painted is a mistake, and not the program's end."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_layers import FILES, ROOT

BROKEN = """
import sys
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import load_lesson
from pathlib import Path

class Layer:
    broken = True
    def cover(self, painter, area):
        return False
    def draw(self, painter):
        if self.broken:
            raise RuntimeError("while painting")

kept = []
sys.excepthook = lambda kind, error, trace: kept.append((error, trace))
app = QApplication(["sidecar-viz"])
window, layer = QWidget(), Layer()
stage = StageView(layer=layer)
QVBoxLayout(window).addWidget(stage)
lesson = load_lesson(Path("lessons/sidecar/lesson.yaml"))
stage.show_lesson(lesson)
stage.show_stage(Timeline(lesson).rest(3))
window.resize(800, 600)
window.show()
for size in range(3):
    app.processEvents()
    window.resize(810 + size, 600)
app.processEvents()
layer.broken = False
for size in ((300, 300), (1900, 1000)):
    window.resize(*size)
    app.processEvents()
print(len(kept) > 2, {str(error) for error, _ in kept})
"""


@pytest.mark.storm
def test_an_error_while_painting_does_not_end_the_program() -> None:
    """Its painter is over, though the error keeps it; the window paints again."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    said = "True {'while painting'}\n"
    assert (done.returncode, done.stdout) == (0, said), done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_painter_ends_whatever_happens(path: Path) -> None:
    """It is made by `with`: Qt dies of one that an error's traceback keeps."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(item.context_expr)
        for node in ast.walk(tree)
        if isinstance(node, ast.With)
        for item in node.items
    } | {
        id(held)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "enter_context"  # of an ExitStack, which is a `with`
        for held in node.args
    }
    loose = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "QPainter"
        and id(node) not in guarded
    ]
    assert loose == []
