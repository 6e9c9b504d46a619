"""The lab's window: stage and tables, the why line, the time line, the text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenuBar, QSplitter, QVBoxLayout, QWidget

from sidecar_viz.app.lab.views.editor import Editor
from sidecar_viz.app.lab.views.excerpt import Excerpt
from sidecar_viz.app.lab.views.lab_header import LabHeader
from sidecar_viz.app.lab.views.stage_view import LabStage
from sidecar_viz.app.lab.views.tables import LabTables, TabName
from sidecar_viz.app.lab.views.time_line_view import TimeLineView
from sidecar_viz.app.lab.views.transport import Transport
from sidecar_viz.app.lab.views.twin_view import TwinView
from sidecar_viz.app.lab.views.why_line import WhyLine
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.look.source import LookSource
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.play.motion import Motion
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.preferences.system_look import SystemLook
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.window.dropped import dropped_file
from sidecar_viz.app.window.geometry import place, set_least_size
from sidecar_viz.pods.showing.run import Run

SMALLEST = (800, 480)
LEAST_SCALE = 0.8  # letters stay legible in a small window; parts give way instead
TOP = 0.58  # of the height below the menus: stage and tables; the rest is the time line
LOW = 480  # of the design, at the text's size: lower, the why line says one sentence
ROOMY = 1500  # of the design: narrower, the tables are a drawer


class LabWindow(QWidget):
    """Shows one run of a pod; it asks nothing itself.

    Signals:
        dropped: the Path of a file that was dropped on it.
        motion_changed: how things may move from now on.
        closing: the window is about to close.
    """

    heard_as: Final = "window"

    dropped: SignalOf[Path] = signal(object)
    motion_changed: SignalOf[Motion] = signal(object)
    closing = Signal()

    def __init__(self, run: Run, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        set_least_size(self, SMALLEST)
        place(self, "")
        self._preferences = preferences
        self._system = SystemLook(self)
        self.looks = LookSource(self)
        self.looks.show(self._look_now())
        self._tables_wanted: bool | None = None
        self.menu = QMenuBar(self)
        self.menu.setAccessibleName(self.tr("Menus"))
        self.header = LabHeader(self.menu, self)
        self.stage = LabStage(run, self)
        self.why = WhyLine(self)
        self.tables = LabTables(run, self)
        self.excerpt = Excerpt(self)
        self.twin = TwinView(run, self)
        self.transport = Transport(self)
        self.time_line = TimeLineView(run, self)
        self.editor = Editor(self)
        self._lay_out()
        self.looks.changed.connect(lambda _look: self.restyle())
        self._system.changed.connect(self._follow_system)
        self.restyle()

    def _lay_out(self) -> None:
        self.editor.hide()
        self._stage_card = _card(self, self.stage)
        self._line_card = _card(self, self.transport, self.time_line)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage_card, 1)
        column.addWidget(self.why)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._right = Split(self, down, (self.tables, 62), (self.excerpt, 38))
        self._top = Split(self, across, (left, 68), (self._right, 32))
        self._parts = Split(
            self,
            Qt.Orientation.Vertical,
            (self._top, round(TOP * 100)),
            (self._line_card, 42),
        )
        self.twin.hide()
        self._whole = Split(
            self, Qt.Orientation.Horizontal, (self.editor, 33), (self._parts, 67)
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addWidget(self._whole, 1)
        self._column.addWidget(self.twin, 1)
        self._foot = QVBoxLayout()
        self._column.addLayout(self._foot)

    @property
    def pictures(self) -> tuple[QWidget, ...]:
        """The parts in which the keys of pictures work."""
        return self._stage_card, self.why, self._line_card, self.twin

    @property
    def motion(self) -> Motion:
        """How things may move."""
        return self._system.motion(self._preferences.motion)

    def show_editor(self, *, shown: bool) -> None:
        """Show the text with the keyboard in it, or put it away."""
        self.editor.setVisible(shown)
        self.header.edit.setChecked(shown)
        self._arrange()
        (self.editor.sheet.text if shown else self.stage).setFocus()

    def show_twin(self, *, shown: bool) -> None:
        """Show the run beside its twin, or alone."""
        self.twin.setVisible(shown)
        self._top.setVisible(not shown)
        self.time_line.setVisible(not shown)
        self.header.twin.setChecked(shown)
        if shown:
            self._column.insertWidget(1, self.twin, 1)
            self._foot.addWidget(self._line_card)
            self._whole.hide()
            self._column.activate()  # it shows what has room, before it is used
            self.twin.lines[0].setFocus()
        else:
            self._parts.addWidget(self._line_card)
            self._line_card.raise_()
            self._whole.show()
            self.stage.setFocus()
            self._arrange()

    def toggle_tables(self) -> None:
        """Show the tables, or put them away."""
        self._tables_wanted = not self._right.isVisible()
        self._arrange()

    def open_tab(self, name: TabName) -> None:
        """Bring a table to the front."""
        self._tables_wanted = True
        self._arrange()
        self.tables.open_tab(name)

    def next_pane(self, by: int) -> None:
        """Put the keyboard into the next pane (+1), or the one before (-1)."""
        wanted = (
            *(self.stage, self.why.rule, self.time_line),
            *(self.tables.view, self.excerpt.text, self.editor.sheet.text),
            *self.twin.panes,
        )
        panes = [pane for pane in wanted if pane.isVisible()]
        here = next((n for n, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(here + by) % len(panes)].setFocus()

    def zoom(self, by: float) -> None:
        """Show less time more widely, or more of it, around the playhead."""
        for line in (self.time_line, *self.twin.lines):
            if line.isVisible():
                line.zoom(by)

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or come back."""
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    def restyle(self) -> None:
        """Give every part the look that the window has now."""
        look = self.looks.look
        apply_style(self, look)
        gap = look.px(10)
        self._column.setContentsMargins(0, 0, 0, gap)
        self._column.setSpacing(gap)
        self._whole.setContentsMargins(gap, 0, gap, 0)
        self._foot.setContentsMargins(gap, 0, gap, 0)
        for part in (
            *(self.header, self.stage, self.why, self.tables),
            *(self.time_line, self.transport, self.editor, self.twin),
            self.excerpt,
        ):
            part.set_look(look)
        self._arrange()

    def _look_now(self) -> Look:
        chosen = self._preferences
        ui = max(LEAST_SCALE, ui_scale(self.width(), self.height()))
        return Look(self._system.theme(chosen.theme), ui, chosen.text_scale)

    def _follow_system(self) -> None:
        self.looks.show(self._look_now())
        self.motion_changed.emit(self.motion)

    def _arrange(self) -> None:
        """Show the tables where there is room, or where they are wanted."""
        look, editing = self.looks.look, self.editor.isVisible()
        fits = self.width() >= ROOMY * look.ui * look.reading and not editing
        wanted = self._tables_wanted
        room = TOP * (self.height() - self.header.sizeHint().height())
        room -= self.tables.minimumSizeHint().height()
        fits = fits and room >= 0
        self.why.set_brief(brief=self.height() < look.text_px(LOW))
        self._right.setVisible(fits if wanted is None else wanted)
        below = room - self.excerpt.minimumSizeHint().height()
        self.excerpt.setVisible(not editing and below >= 0)
        for split in (self._whole, self._top, self._parts, self._right):
            split.share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything larger in a larger window."""
        super().resizeEvent(event)
        self.looks.show(self._look_now())
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        dropped_file(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the first file that was dropped."""
        file = dropped_file(event)
        if file is not None:
            self.dropped.emit(file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it closes."""
        self.closing.emit()
        super().closeEvent(event)


class Split(QSplitter):
    """Parts beside each other, each with its share of the room until it is moved."""

    def __init__(
        self, parent: QWidget, way: Qt.Orientation, *parts: tuple[QWidget, int]
    ) -> None:
        super().__init__(way, parent)
        self.setChildrenCollapsible(False)
        self._shares = [share for _, share in parts]
        self._moved = False
        for part, _ in parts:
            self.addWidget(part)
            part.raise_()  # readers go through them in this order
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._moved = True

    def share_out(self) -> None:
        """Give every part its share, unless somebody chose otherwise."""
        if not self._moved:
            self.setSizes([share * 20 for share in self._shares])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room out."""
        super().resizeEvent(event)
        self.share_out()


def _card(parent: QWidget, *parts: QWidget) -> QFrame:
    """Make a card with parts one under the other; the last one takes the room."""
    card = QFrame(parent)
    card.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
    column = QVBoxLayout(card)
    column.setContentsMargins(3, 3, 3, 3)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is parts[-1] else 0)
    return card
