"""The head of the window: what is taught, and the way to everything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from sidecar_viz.app.keys.actions import Actions, by_id, key_name, said
from sidecar_viz.app.keys.command import AnyCommand, CommandId
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.window.mark import Mark
from sidecar_viz.core.markup import escaped
from sidecar_viz.paint.brush.fonts import BOLD

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson

HEIGHT = 46
BUTTONS: tuple[CommandId, ...] = (
    *("open", "preferences", "what_if", "quiz", "go_table", "present"),
)
"""Which commands have a button; words and keys are those of their rows."""
KEPT: tuple[CommandId, ...] = (
    *("go_table", "present", "quiz", "what_if", "open", "preferences"),
)
"""The same; the last one goes first where there is no room."""
LEAST_TITLE = 40  # pixels
TITLE_PART = 0.42  # of the room beside the menus, that the title may take


class Header(QFrame):
    """One bar with menus, title, subject and buttons.

    What has no room is left to the menus. The button of the panel is there while the
    panel is a drawer.
    """

    def __init__(
        self,
        commands: Iterable[AnyCommand],
        menu: QMenuBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        rows = by_id(commands)
        self._look = Look()
        self._mark = Mark(self)
        self._title = _Elided(self)
        self._tags = PlainLabel("", self)
        self._tags.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.buttons = {
            name: KeyButton(
                said(rows[name].button),
                _spaced(key_name(rows[name].keys[0])),
                self,
                primary=name == "present",
            )
            for name in BUTTONS
        }
        self._row = QHBoxLayout(self)
        self._menu = menu
        self._drawer = False
        policy = QSizePolicy.Policy
        menu.setSizePolicy(policy.Maximum, policy.Preferred)
        self._row.addWidget(self._mark)
        self._row.addWidget(menu, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self._title)
        self._row.addWidget(self._tags)
        self._row.addStretch(1)
        for button in self.buttons.values():
            self._row.addWidget(button)

    def connect_actions(self, actions: Mapping[CommandId, QAction]) -> None:
        """Let the buttons do what the commands of the same name do."""
        for name, button in self.buttons.items():
            button.clicked.connect(actions[name].trigger)

    def show_tips(self, actions: Actions) -> None:
        """Say in tooltips what each button does; show the keys that work."""
        for name, button in self.buttons.items():
            button.setToolTip(actions[name].toolTip())
            button.set_key(_spaced(actions.key_of(name)))

    def show_drawer(self, drawer: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Have a button for the panel while that is a drawer."""
        self._drawer = drawer
        self._arrange()

    def show_lesson(self, lesson: Lesson) -> None:
        """Name the lesson."""
        self._title.setText(lesson.title)
        minutes = self.tr("~{n} min").format(n=lesson.minutes) if lesson.minutes else ""
        parts = (lesson.subject, lesson.category, minutes)
        self._tags.setText(" · ".join(filter(None, parts)))
        self.buttons["what_if"].setEnabled(bool(lesson.what_ifs))
        self.buttons["quiz"].setEnabled(bool(lesson.quiz))
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        side, top = look.px(14), look.px(2)
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(look.px(12))
        self.updateGeometry()
        self._mark.set_look(look)
        self._title.setFont(look.font(17, BOLD))
        self._tags.setFont(look.font(14.5))
        for button in self.buttons.values():
            button.set_look(look)
        self._arrange()

    def _arrange(self) -> None:
        """Leave away what has no room: the tags first, then button by button."""
        spacing = self._row.spacing()
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= self._mark.sizeHint().width() + spacing
        menu = min(self._menu.sizeHint().width(), room - LEAST_TITLE - spacing)
        self._menu.setMinimumWidth(max(0, menu))
        room -= menu + spacing
        wishes: list[tuple[QWidget, int]] = [
            (self.buttons[name], self.buttons[name].sizeHint().width() + spacing)
            for name in KEPT
            if self._drawer or name != "go_table"
        ]
        self.buttons["go_table"].setVisible(self._drawer)
        title = min(self._title.sizeHint().width(), round(room * TITLE_PART))
        room -= title + spacing
        wishes.append((self._tags, self._tags.sizeHint().width() + spacing))
        for widget, width in wishes:
            fits = width <= room
            widget.setVisible(fits)
            if fits:
                room -= width

    def sizeHint(self) -> QSize:
        """Be as high as designed, or as larger text makes the menus."""
        return super().sizeHint().expandedTo(self._designed())

    def minimumSizeHint(self) -> QSize:
        """Stay as high where there is little room: squeezed menus hide all words."""
        return super().minimumSizeHint().expandedTo(self._designed())

    def _designed(self) -> QSize:
        return QSize(0, self._look.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()


class _Elided(PlainLabel):
    """The title; with too little room its end is cut, and the tooltip has it all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum, policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Give way to the buttons."""
        return QSize(LEAST_TITLE, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        metrics = self.fontMetrics()
        whole = self.text()
        if metrics.horizontalAdvance(whole) <= self.width():
            self.setToolTip("")
            super().paintEvent(event)
            return
        self.setToolTip(f"<p>{escaped(whole)}</p>")
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            short = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, short)


def _spaced(key: str) -> str:
    """Return a key as it stands on a button of the header: "Ctrl O"."""
    return key if key.endswith("+") else key.replace("+", " ")
