"""The lab's window: stage and tables, the why line, the time line, the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMenuBar, QVBoxLayout, QWidget

from sidecar_viz.app.lab.late_parts import LateParts
from sidecar_viz.app.lab.views.lab_header import LabHeader
from sidecar_viz.app.lab.views.line.time_line_view import TimeLineView
from sidecar_viz.app.lab.views.split import Split, card_of
from sidecar_viz.app.lab.views.stage_view import LabStage
from sidecar_viz.app.lab.views.transport import Transport
from sidecar_viz.app.lab.views.why_line import WhyLine
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.look.source import LookSource, Styled
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.play.motion import Motion
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.preferences.system_look import SystemLook
from sidecar_viz.app.qt.first_frame import FirstFrame
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.window.dropped import dropped_file
from sidecar_viz.app.window.geometry import place, set_least_size
from sidecar_viz.pods.showing.run import Run

# What is not in the first frame is loaded when it is made.
if TYPE_CHECKING:
    from sidecar_viz.app.lab.views.tables.lab_tables import LabTables
    from sidecar_viz.app.lab.views.tables.shown_tables import TabName
    from sidecar_viz.app.lab.views.text.editor import Editor
    from sidecar_viz.app.lab.views.text.excerpt import Excerpt
    from sidecar_viz.app.lab.views.twin.twin_view import TwinView
    from sidecar_viz.app.session.notice_bar import NoticeBar

SMALLEST = (800, 480)
LEAST_SCALE = 0.8  # letters stay legible in a small window; parts give way instead
TOP = 0.58  # of the height below the menus: stage and tables; the rest is the time line
LOW = 480  # of the design, at the text's size: lower, the why line says one sentence
NO_FRAME = 2000  # milliseconds after which nobody waits for the first frame
ROOMY = 1500  # of the design: narrower, the tables are a drawer


class LabWindow(QWidget):
    """Shows one run of a pod; it asks nothing itself.

    Signals:
        dropped: the Path of a file that was dropped on it.
        motion_changed: how things may move from now on.
        clicked: a clicker's key wants the next change (+1), or the one before (-1).
        closing: the window is about to close.
    """

    heard_as: Final = "window"

    dropped: SignalOf[Path] = signal(object)
    motion_changed: SignalOf[Motion] = signal(object)
    clicked: SignalOf[int] = signal(int)
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
        self.transport = Transport(self)
        self.time_line = TimeLineView(run, self)
        self._lay_out()
        self.late = LateParts(
            *(self, run, self.looks),
            whole=self._whole,
            right=self._right,
            column=self._column,
            before=self.why.lines,
        )
        for later in (self.late.tables, self.late.excerpt):
            later.then(lambda _part: self._arrange())
        self._shown = self._settled = False
        self.looks.changed.connect(lambda _look: self.restyle())
        self._system.changed.connect(self._follow_system)
        self.restyle()

    def _lay_out(self) -> None:
        self._stage_card = card_of(self, self.stage)
        self._line_card = card_of(self, self.transport, self.time_line)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage_card, 1)
        column.addWidget(self.why)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._right = Split(self, down)
        self._top = Split(self, across, (left, 68), (self._right, 32))
        self._parts = Split(
            self,
            Qt.Orientation.Vertical,
            (self._top, round(TOP * 100)),
            (self._line_card, 42),
        )
        self._whole = Split(self, across, (self._parts, 67))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addWidget(self._whole, 1)
        self._foot = QVBoxLayout()
        self._column.addLayout(self._foot)

    @property
    def tables(self) -> LabTables:
        """The tables; they are made if they were not there."""
        return self.late.tables.get()

    @property
    def excerpt(self) -> Excerpt:
        """The manifest below the tables; it is made if it was not there."""
        return self.late.excerpt.get()

    @property
    def twin(self) -> TwinView:
        """The run beside its twin; it is made if it was not there."""
        return self.late.twin.get()

    @property
    def editor(self) -> Editor:
        """The texts; they are made if they were not there."""
        return self.late.editor.get()

    @property
    def chosen(self) -> str:
        """The container whose card or lane is chosen in what is shown, "" for none."""
        twin = self.late.twin
        return self.twin.chosen if twin.visible else self.stage.focused

    def flush(self) -> None:
        """Let what was typed last be played now."""
        if (editor := self.late.editor.made) is not None:
            editor.flush()

    def listen_in_pictures(self, action: QAction) -> None:
        """Let the keys of an *action* work in pictures, and nowhere else."""
        for part in (self._stage_card, self.why, self._line_card):
            part.addAction(action)
        self.late.twin.then(lambda twin: twin.addAction(action))

    def listen_beside_buttons(self, action: QAction) -> None:
        """Let the keys of an *action* work in pictures; buttons beside them press."""
        self.stage.addAction(action)
        self.time_line.addAction(action)
        self.late.twin.then(
            lambda twin: [one.addAction(action) for one in (*twin.stages, *twin.lines)]
        )

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

    def put_bar(self, bar: NoticeBar) -> None:
        """Give a bar that was made later a place below the menus."""
        self._column.insertWidget(1, bar)
        bar.abandoned.connect(self.stage.setFocus)
        bar.set_look(self.looks.look)
        self.looks.changed.connect(bar.set_look)

    def toggle_tables(self) -> None:
        """Show the tables, or put them away."""
        self._tables_wanted = not self._right.isVisible()
        self.late.tables.get()
        self._arrange()

    def open_tab(self, name: TabName) -> None:
        """Bring a table to the front."""
        self._tables_wanted = True
        self.tables.show()
        self._arrange()
        self.tables.open_tab(name)

    def next_pane(self, by: int) -> None:
        """Put the keyboard into the next pane (+1), or the one before (-1)."""
        tables, excerpt = self.late.tables.made, self.late.excerpt.made
        twin, editor = self.late.twin.made, self.late.editor.made
        wanted: tuple[QWidget, ...] = (
            *(self.stage, self.why.rule, self.time_line),
            *((tables.view,) if tables else ()),
            *((excerpt.text,) if excerpt else ()),
            *((editor.sheet.text,) if editor else ()),
            *(twin.panes if twin else ()),
        )
        panes = [pane for pane in wanted if pane.isVisible()]
        outside = -1 if by > 0 else 0
        here = next((n for n, pane in enumerate(panes) if pane.hasFocus()), outside)
        panes[(here + by) % len(panes)].setFocus()

    def zoom(self, by: float) -> None:
        """Show less time more widely, or more of it, around the playhead."""
        twin = self.late.twin.made
        for line in (self.time_line, *(twin.lines if twin else ())):
            if line.isVisible():
                line.zoom(by)

    def click_next(self) -> None:
        """Go on, as a clicker's key was taught."""
        self.clicked.emit(1)

    def click_previous(self) -> None:
        """Go back, as a clicker's key was taught."""
        self.clicked.emit(-1)

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
        at_once: tuple[Styled, ...] = (
            *(self.header, self.stage, self.why, self.time_line, self.transport),
        )
        for part in (*at_once, *self.late.made()):
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
        look, editing = self.looks.look, self.late.editor.visible
        fits = self.width() >= ROOMY * look.ui * look.reading and not editing
        wanted = self._tables_wanted
        self.why.set_brief(brief=self.height() < look.text_px(LOW))
        room = TOP * (self.height() - self.header.sizeHint().height())
        tables = self.late.tables.made
        if tables is not None:
            room -= tables.minimumSizeHint().height()
            fits = fits and room >= 0
        shown = fits if wanted is None else wanted
        self._right.setVisible(shown)
        if shown and self._settled and tables is None:
            self.late.tables.get()  # comes here again
            return
        if shown and tables is not None:
            below = room - self.excerpt.minimumSizeHint().height()
            self.excerpt.setVisible(not editing and below >= 0)
        for split in (self._whole, self._top, self._parts, self._right):
            split.share_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Show stage and time line first, and the tables in the next frame."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            FirstFrame(self.stage, NO_FRAME).seen.connect(self._show_rest)

    def _show_rest(self) -> None:
        self._settled = True
        self._arrange()

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
