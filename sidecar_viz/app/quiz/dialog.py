"""The quiz: a window of its own beside the stage, all of it at the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QMoveEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.place import (
    LeavesRoom,
    at_the_top,
    beside_the_picture,
    give_room_back,
    room_above,
)
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import palette, sheet
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.quiz.body import QuizBody
from sidecar_viz.app.quiz.page import WIDE
from sidecar_viz.app.quiz.strip import QuizStrip
from sidecar_viz.app.quiz.style import quiz_sheet
from sidecar_viz.app.quiz.words import LETTERS, proof_words
from sidecar_viz.core.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QShortcut

    from sidecar_viz.core.learning.quiz import Attempt
    from sidecar_viz.core.lesson import Lesson

WIDTH, HEIGHT, STRIP_WIDTH, STRIP_HEIGHT = 720, 900, 1100, 60
LEEWAY = 110  # beyond what the first question needs: others need a little more


class QuizDialog(QDialog):
    """Asks the lesson's questions; closed and opened again, it goes on.

    Whoever uses it only hides it, so that nothing answered is lost; finished() comes
    when the program closes it, for example for another lesson.

    Signals:
        proof_wanted: the number of a step and the id of a what-if, or "": the
            stage is to show them. The dialog has made room for it.
        announced: what a screen reader is told.
        left: it was put away, with whatever it had shown on the stage.
        opened: it is shown, for the first time or again.
    """

    proof_wanted: SignalOf[int, str] = signal(int, str)
    announced: SignalOf[str] = signal(str)
    left = Signal()
    opened = Signal()

    def __init__(
        self,
        lesson: Lesson,
        look: Look,
        parent: QWidget | None = None,
        *,
        letters: bool = True,
    ) -> None:
        """Make the dialog; show() opens it beside the tables it asks about.

        Args:
            look: that of the window below.
            letters: whether single letters and digits are keys.
        """
        super().__init__(parent, Qt.WindowType.Dialog)
        self._lesson = lesson
        self._look = look
        self._before: QRect | None = None
        self._room: QRect | None = None  # beside the picture, while this stands in it
        self._placed = False
        self._asked = (0, 0, 0)
        self.setModal(False)
        self.setWindowTitle(
            f"{isolated(lesson.headings.quiz)} – {isolated(lesson.title)}"
        )
        self.body = QuizBody(lesson, self)
        self.strip = QuizStrip(self)
        self.strip.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # While one question gives way to another, both ask for room.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.body, 1)
        column.addWidget(self.strip)
        self.body.said.connect(self.announced)
        self.body.proof_wanted.connect(self._step_aside)
        self.body.foot.shut.clicked.connect(self.reject)
        self.strip.left.connect(self.come_back)
        self._letters = self._bind_keys()
        self.set_letters(letters=letters)
        self._style()

    def set_look(self, look: Look) -> None:
        """Style the dialog; find a new place for it if it is hidden."""
        if look != self._look:
            self._placed = self._placed and not self.isHidden()
            self._look = look
            self._style()

    def set_letters(self, *, letters: bool) -> None:
        """Let single letters and digits be keys while *letters* is true."""
        for shortcut in self._letters:
            shortcut.setEnabled(letters)
        self.body.foot.set_letters(letters=letters)

    @property
    def attempt(self) -> Attempt:
        """The answers that were given so far."""
        return self.body.attempt

    @property
    def peeking(self) -> bool:
        """Whether the dialog has made room for the stage."""
        return self._before is not None

    def come_back(self) -> None:
        """Be the whole quiz again after a look at the stage."""
        if self._before is None:
            return
        place, self._before = self._before, None
        self.strip.hide()
        self.body.show()
        self.setGeometry(place)
        if self._in_window():
            self._stand_beside()
        self.body.begin()

    def _step_aside(self, step: int, what_if: str) -> None:
        self._before = self.geometry()
        self._give_room_back()
        self.strip.show_words(proof_words(self._lesson, (step, what_if)))
        self.body.hide()
        self.strip.show()
        self.strip.back.setFocus()
        width = room_above(self, self._look.roomy(STRIP_WIDTH))
        place = at_the_top(self, width, self.strip.height_for(width))
        self.setGeometry(place)
        self.proof_wanted.emit(step, what_if)

    def _style(self) -> None:
        look = self._look
        self.setPalette(palette(look.theme))
        self.setStyleSheet(sheet(look) + quiz_sheet(look))
        self.body.set_look(look)
        self.strip.set_look(look)

    def click_next(self) -> None:
        """Show the answer, or go on."""
        self._unless_aside(self.body.reveal)()

    def click_previous(self) -> None:
        """Go back to the question before this one."""
        self._unless_aside(self.body.backward)()

    def _bind_keys(self) -> list[QShortcut]:
        body = self.body
        keys: dict[str, Callable[[], object]] = {
            "PgDown": self._unless_aside(body.reveal),
            "PgUp": self._unless_aside(body.backward),
            "Return": self._unless_aside(body.submit),
            "Enter": self._unless_aside(body.submit),
            "Up": self._unless_aside(lambda: body.walk(-1)),
            "Down": self._unless_aside(lambda: body.walk(1)),
        }
        bind(self, keys)
        keys = {"H": body.hint, "R": body.again, "S": body.show_me}
        for place, letter in enumerate(LETTERS):
            keys[letter] = keys[str(place + 1)] = partial(body.choose, place)
        return bind(self, {key: self._unless_aside(keys[key]) for key in keys})

    def _unless_aside(self, function: Callable[[], object]) -> Callable[[], None]:
        """While the stage is looked at, every key leads back to the question."""

        def called() -> None:
            if self.peeking:
                self.come_back()
            else:
                function()

        return called

    def reject(self) -> None:
        """Esc peels one layer: first back from the stage, then the dialog."""
        if self.peeking:
            self.come_back()
        else:
            self.hide()
            self.left.emit()
            parent = self.parentWidget()
            if parent is not None:
                parent.window().activateWindow()

    def raise_(self) -> None:
        """Come to the front, out of hiding, too."""
        self.show()
        super().raise_()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide at the window's own button; end when the program closes it."""
        if event.spontaneous():
            self.reject()
        else:
            self.done(QDialog.DialogCode.Rejected)
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand beside the tables when opened first; later, where it was left."""
        if not event.spontaneous() and not self._placed:
            self._placed = True
            look = self._look
            grown = 1.0 + (look.text - 1.0) * 0.6
            least = self.body.minimumSizeHint().width() + look.roomy(LEEWAY)
            width, height = look.px(WIDTH * grown), look.px(HEIGHT * grown)
            self._asked = (least, max(width, least), height)
        if not event.spontaneous() and not self.peeking:
            self._stand_beside()
        super().showEvent(event)
        if not event.spontaneous():
            self.body.begin()
            self.opened.emit()

    def _stand_beside(self) -> None:
        """Stand beside the picture, which gives way if it must."""
        least, width, height = self._asked
        wide = least if self._in_window() else width
        place = beside_the_picture(self, wide, height, self._look.ui)
        self.setMinimumSize(min(least, place.width()), self._look.px(STRIP_HEIGHT))
        self._room = None
        self.setGeometry(place)
        self._room = place if self._in_window() else None

    def _give_room_back(self) -> None:
        self._room = None
        give_room_back(self)

    def _in_window(self) -> bool:
        """Return whether it finds its place inside the window below."""
        parent = self.parentWidget()
        return parent is not None and isinstance(parent.window(), LeavesRoom)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the picture its room back."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._give_room_back()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Give the picture its room back when the user has moved this out of it."""
        super().moveEvent(event)
        room, here = self._room, self.geometry().center().x()
        if room is not None and not room.left() <= here <= room.right():
            self._give_room_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the question larger where there is room for it."""
        super().resizeEvent(event)
        self.body.page.set_wide(wide=self.width() >= self._look.roomy(WIDE))
