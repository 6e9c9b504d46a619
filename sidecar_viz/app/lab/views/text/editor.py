"""The manifest and the script as text beside the picture, behind two tabs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.lab.views.text.manifest_text import ManifestText
from sidecar_viz.app.lab.views.text.sheet import Sheet
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tabs.told_tabs import tell_front
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.paint.brush.fonts import SEMIBOLD


class Editor(QFrame):
    """Two texts, one in front: what is played, and what its processes do.

    Attributes:
        manifest: the manifest's text with its problems.
        script: the script's.

    Signals:
        save_wanted: the texts are to be saved.
        left: the editor is to be closed.
    """

    save_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._name = PlainLabel("", self)
        self._save = KeyButton(
            self.tr("Save"), "Ctrl S", self, compact=True, narrows=True
        )
        self._close = KeyButton(
            self.tr("Close"), "Ctrl E", self, compact=True, narrows=True
        )
        self.bar = QTabBar(self)
        self.manifest = Sheet(self.tr("Manifest"), self)
        self.script = Sheet(self.tr("Script"), self)
        self._save.clicked.connect(self.save_wanted)
        self._close.clicked.connect(self.left)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.addTab(self.tr("Manifest"))
        self.bar.addTab(self.tr("Script"))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.manifest)
        self._stack.addWidget(self.script)
        self.bar.currentChanged.connect(self._open)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._save)
        head.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._stack, 1)

    @property
    def text(self) -> ManifestText:
        """The field with the manifest."""
        return self.manifest.text

    @property
    def sheet(self) -> Sheet:
        """The text in front with its problems."""
        return self.script if self.bar.currentIndex() else self.manifest

    @property
    def told(self) -> str:
        """What stands below the text in front."""
        return self.sheet.told

    def show_text(self, name: str, text: str) -> None:
        """Show the manifest of another file."""
        self._name.setText(name)
        self.manifest.show_text(text)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark what the API server would refuse; none: all is well."""
        self.manifest.show_problems(problems)

    def go_to_problem(self, by: int) -> None:
        """Go to the next problem of the text in front, or the one before."""
        self.sheet.go_to_problem(by)

    def take_fix(self) -> bool:
        """Write what is offered for the problem that is told; return whether it is."""
        return self.sheet.take_fix()

    def light(self, lines: Iterable[int]) -> None:
        """Light the lines of the manifest that decide what is seen."""
        self.manifest.light(lines)

    def flush(self) -> None:
        """Play now what was typed last."""
        self.manifest.flush()
        self.script.flush()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        side = look.px(12)
        self._column.setContentsMargins(side, look.px(8), side, look.px(8))
        self._name.setFont(look.font(16, SEMIBOLD))
        for part in (self._save, self._close, self.manifest, self.script):
            part.set_look(look)

    def _open(self, at: int) -> None:
        tell_front(self.bar)
        self._stack.setCurrentIndex(at)
