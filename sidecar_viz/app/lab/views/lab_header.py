"""The head of the lab's window: menus, what is open, and the main buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QWidget

from sidecar_viz.app.lab.held.opened import Opened
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.choice_box import ChoiceBox
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.window.mark import Mark
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD
from sidecar_viz.pods.checking.versions import VERSIONS

HEIGHT = 46
STRETCHES = 2  # in the row: each has a gap of its own


class LabHeader(QFrame):
    """One bar over everything.

    Signals:
        edit_wanted, twin_wanted: whether text or twin are to be seen.
        lesson_wanted, present_wanted: as the buttons say.
        version_wanted: another version of Kubernetes.
    """

    edit_wanted: SignalOf[bool] = signal(bool)
    twin_wanted: SignalOf[bool] = signal(bool)
    lesson_wanted = Signal()
    present_wanted = Signal()
    version_wanted: SignalOf[str] = signal(str)

    def __init__(self, menu: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._least = QSize(0, HEIGHT)
        self._mark = Mark(self)
        self._title = PlainLabel(self.tr("Pod lab"), self)
        self._name, self._changed = "", False
        self._file = PlainLabel("", self)
        self._about = PlainLabel("", self)
        self._about.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.version = ChoiceBox(self)
        for version in VERSIONS:
            self.version.addItem(self.tr("Kubernetes {v}").format(v=version), version)
        self.version.setAccessibleName(self.tr("Version of Kubernetes"))
        self.version.activated.connect(
            lambda at: self.version_wanted.emit(VERSIONS[at])
        )
        self.edit = KeyButton(self.tr("Edit YAML"), "Ctrl E", self)
        self.twin = KeyButton(self.tr("Twin run"), "M", self)
        self.lesson = KeyButton(self.tr("Save as lesson"), "", self)
        self.present = KeyButton(self.tr("Present"), "F5", self, primary=True)
        self.edit.setCheckable(True)
        self.twin.setCheckable(True)
        # Not "clicked": assistive technology may toggle without a click.
        self.edit.toggled.connect(self.edit_wanted)
        self.twin.toggled.connect(self.twin_wanted)
        self.lesson.clicked.connect(self.lesson_wanted)
        self.present.clicked.connect(self.present_wanted)
        self._menu = menu
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(menu, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        for part in (self._title, self._file, self._about, self.version):
            self._row.addWidget(part)
            part.raise_()
        self._row.addStretch(1)
        for button in (self.edit, self.twin, self.lesson, self.present):
            self._row.addWidget(button)
            button.raise_()  # readers go through them in this order, after the menus

    def show_opened(self, opened: Opened) -> None:
        """Name what is open."""
        pod = opened.pod
        self._name = opened.name
        self._show_name()
        number = len(pod.containers)
        words = self.tr("{kind} with {n} containers")
        if number == 1:
            words = self.tr("{kind} with one container")
        self._about.setText(words.format(kind=pod.origin, n=number))
        self.version.setCurrentIndex(VERSIONS.index(opened.version))
        self._arrange()

    def show_changed(self, *, changed: bool) -> None:
        """Mark what is open as changed since it was saved, or not."""
        self._changed = changed
        self._show_name()
        self._arrange()

    @property
    def named(self) -> str:
        """What is open, in words."""
        return self._file.text()

    def _show_name(self) -> None:
        words = self.tr("{name}, changed") if self._changed else "{name}"
        self._file.setText(words.format(name=self._name))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        side, top = look.px(14), look.px(2)
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(look.px(12))
        self._least = QSize(0, look.px(HEIGHT))
        self.updateGeometry()
        self._mark.set_look(look)
        self._title.setFont(look.font(17, BOLD))
        self._file.setFont(look.font(15.5, SEMIBOLD, mono=True))
        self._about.setFont(look.font(14.5))
        for button in (self.edit, self.twin, self.lesson, self.present):
            button.set_look(look)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Be as high as designed, or as larger text makes the menus."""
        return super().sizeHint().expandedTo(self._least)

    def minimumSizeHint(self) -> QSize:
        """Stay as high where there is little room: squeezed menus hide all words."""
        return super().minimumSizeHint().expandedTo(self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Leave away what has no room: all of it is in the menus, too."""
        spacing = self._row.spacing()
        edges = self._row.contentsMargins()
        room = self.width() - edges.left() - edges.right() - STRETCHES * spacing
        room -= self._menu.sizeHint().width() + self._mark.sizeHint().width() + spacing
        kept = (
            *(self._file, self.present, self.edit, self.twin, self._title),
            *(self.version, self.lesson, self._about),
        )
        for part in kept:
            wide = part.sizeHint().width() + spacing
            part.setVisible(wide <= room)
            if wide <= room:
                room -= wide
