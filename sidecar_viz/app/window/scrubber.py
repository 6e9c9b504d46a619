"""The line of step marks: drag to scrub, click a mark to go there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.step_signs import draw_step_sign
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.beside.differing import StepSign
from sidecar_viz.core.markup import isolated
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import write

MARK, CURRENT, DOT, DOTS_APART = 26, 32, 8, 2
SIGN, LEAST_SIGN = 15, 11
"""How wide the sign is that a what-if puts at a mark: of the design, and in pixels."""
AROUND = 2  # pixels that the marks and the ring of the focus need above and below
MOST_NUMBERS = 21  # with more steps only some marks carry their number
TO_COME = 0.5  # how thick the line is where nothing was shown yet, of the rest


class Scrubber(QSlider):
    """Where on the timeline we are.

    Signals:
        step_wanted: the step whose mark was clicked, or asked for by key.
        scrubbed: the position that is being dragged to.
        released: the drag is over.
    """

    step_wanted: SignalOf[int] = signal(int)
    scrubbed: SignalOf[float] = signal(float)
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = Look()
        self._position = 0.0
        self._pressed_at: float | None = None
        self._dragging = False
        self._placed: tuple[float, ...] = ()
        self._signs: tuple[StepSign, ...] = ()
        self._hiding = False
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name()

    def show_end(self, end: int) -> None:
        """Take the number of steps."""
        self.setRange(0, end)
        self.update()

    def show_step(self, step: int, title: str) -> None:
        """Show the step whose words hold."""
        self.setValue(step)
        said = self.tr("Step {step} of {end}: {title}")
        said = said.format(step=step, end=self.maximum(), title=isolated(title))
        signs = {
            "fails": self.tr("cannot happen"),
            "differs": self.tr("ends otherwise"),
        }
        sign = signs.get(self.sign_of(step), "")
        self.setAccessibleDescription(", ".join(filter(None, (said, sign))))
        self._name()
        self.update()

    def show_signs(self, signs: tuple[StepSign, ...]) -> None:
        """Show what a what-if makes of each step, from the start on; () for nothing."""
        self._signs = signs
        self._name()
        self.update()

    def hide_to_come(self, *, hidden: bool) -> None:
        """Show no signs of what is still to come while it is to be predicted."""
        self._hiding = hidden
        self._name()
        self.update()

    def sign_of(self, step: int) -> StepSign:
        """Return the sign at a step's mark."""
        secret = self._hiding and step > self.value()
        return "" if secret or step >= len(self._signs) else self._signs[step]

    def _name(self) -> None:
        """Say with the name what the signs show; a tip says it, too."""
        steps = range(len(self._signs))
        told = []
        for sign, words in (
            ("fails", self.tr("cannot happen: {steps}")),
            ("differs", self.tr("ends otherwise: {steps}")),
        ):
            found = [str(step) for step in steps if self.sign_of(step) == sign]
            if found:
                told.append(words.format(steps=", ".join(found)))
        self.setAccessibleName("; ".join((self.tr("Step"), *told)))
        self.setToolTip("; ".join((self.tr("In this what-if"), *told)) if told else "")

    def show_position(self, position: float) -> None:
        """Show where the picture is, in steps."""
        if position != self._position:
            left, right = sorted((self.x_of(self._position), self.x_of(position)))
            self._position = position
            way = QRectF(left, 0, right - left, self.height())
            around = self._thick()
            self.update(way.adjusted(-around, 0, around, 0).toAlignedRect())

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def place_marks(self, places: tuple[float, ...]) -> None:
        """Put the steps' marks at these places (pixels), or apart evenly if ()."""
        if places != self._placed:
            self._placed = places
            self.update()

    def x_of(self, position: float) -> float:
        """Return where on the widget a position is."""
        if len(self._placed) == self.maximum() + 1:
            at = min(int(position), max(0, self.maximum() - 1))
            begin, end = self._placed[at], self._placed[min(at + 1, self.maximum())]
            return begin + (end - begin) * (position - at)
        first, length = self._line()
        return first + length * position / max(1, self.maximum())

    def apart(self) -> int:
        """Return how far marks must be from each other, at least."""
        return self._look.roomy(CURRENT) + DOTS_APART

    def line(self) -> tuple[float, float]:
        """Return where the line may begin and end."""
        first, length = self._line()
        return first, first + length

    def _line(self) -> tuple[float, float]:
        margin = self._look.roomy(CURRENT) / 2 + 3
        return margin, max(1.0, self.width() - 2 * margin)

    def _thick(self) -> int:
        """Return how thick the line is."""
        return max(3, self._look.px(4))

    def _position_at(self, x: float) -> float:
        for step in range(self.maximum()):
            begin, end = self.x_of(step), self.x_of(step + 1)
            if x <= end:
                return step + max(0.0, x - begin) / (end - begin)
        return float(self.maximum())

    def _every(self) -> int:
        """Return how many steps there are from one number to the next."""
        if len(self._placed) == self.maximum() + 1:
            return 1  # they have room, or would not stand there
        every = max(1, -(-self.maximum() // (MOST_NUMBERS - 1)))
        room = self._line()[1] / max(1, self.maximum()) * every
        while room < self._look.roomy(CURRENT) + 2 and every < self.maximum():
            every, room = every * 2, room * 2
        return every

    def _marks(self) -> list[tuple[int, bool]]:
        """Return the steps that have a mark and whether it has a number; this one last.

        Where dots would run into each other, only numbers are left.
        """
        here, end, every = self.value(), self.maximum(), self._every()
        apart = self._line()[1] / max(1, end)
        dots = apart > self._look.roomy(DOT) + DOTS_APART
        steps = {*range(0, end + 1, 1 if dots else every), end} - {here}
        marks = [(step, step % every == 0 or step == end) for step in sorted(steps)]
        return [*marks, (here, True)]

    def _draw_mark(self, painter: QPainter, step: int, *, numbered: bool) -> None:
        look, theme = self._look, self._look.theme
        current = step == self.value()
        done = step < self.value()
        side = look.roomy(CURRENT if current else MARK)
        if not numbered:
            side = look.roomy(DOT)
            if self.sign_of(step):
                room = QRectF(0, 0, side + DOTS_APART, side + DOTS_APART)
                room.moveCenter(QPointF(self.x_of(step), self.height() / 2))
                draw_step_sign(painter, self.sign_of(step), room, theme)
                return
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(QPointF(self.x_of(step), self.height() / 2))
        inset = 1.5 if not current else 2.0
        width = max(2.0, look.px(4 if current else 2.5))
        painter.setPen(
            QPen(QColor(theme.accent if step <= self.value() else theme.edge), width)
        )
        painter.setBrush(QColor(theme.accent if done else theme.surface))
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
        if not numbered:
            return
        ink = theme.on_accent if done else theme.accent if current else theme.muted
        size = look.text_px(16 if current else 13.5)
        centre = circle.center()
        write(
            painter,
            centre.x(),
            centre.y(),
            str(step),
            size,
            ink,
            weight=SEMIBOLD,
            align="centre",
        )
        wide = max(LEAST_SIGN, look.roomy(SIGN))
        room = QRectF(0, 0, wide, wide)
        room.moveCenter(circle.topRight() + QPointF(-inset, inset))
        room.moveTop(max(0.5, room.top()))
        room.moveRight(min(self.width() - 0.5, room.right()))
        draw_step_sign(painter, self.sign_of(step), room, theme)

    def sizeHint(self) -> QSize:
        """Room for the marks."""
        side = self._look.roomy(CURRENT) + AROUND
        return QSize(side * (self.maximum() + 1), side)

    def minimumSizeHint(self) -> QSize:
        """Room for a few marks; the others become dots."""
        side = self._look.roomy(CURRENT) + AROUND
        return QSize(side * 4, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, how far it is done, and the marks that are to be painted."""
        look, theme = self._look, self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle, high = self.height() / 2, self._thick()
            first = self.x_of(0.0)
            painter.setPen(Qt.PenStyle.NoPen)
            for to, colour, thick in (
                (self.x_of(self.maximum()), theme.edge, high * TO_COME),
                (self.x_of(self._position), theme.accent, high),
            ):
                painter.setBrush(QColor(colour))
                bar = QRectF(first, middle - thick / 2, to - first, thick)
                painter.drawRoundedRect(bar, thick / 2, thick / 2)
            around = look.roomy(CURRENT)
            begin, end = event.rect().left() - around, event.rect().right() + around
            for step, numbered in self._marks():
                if begin <= self.x_of(step) <= end:
                    self._draw_mark(painter, step, numbered=numbered)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), max(2, look.px(2))))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(ring, look.px(10), look.px(10))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().x()
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub, once the pointer has moved far enough to mean it."""
        if self._pressed_at is None:
            return
        x = event.position().x()
        if self._dragging or abs(x - self._pressed_at) > self._look.px(4):
            self._dragging = True
            self.scrubbed.emit(self._position_at(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: after a drag settle, after a click go to the mark."""
        if self._pressed_at is None:
            return
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.released.emit()
            return
        self.step_wanted.emit(round(self._position_at(event.position().x())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and the page keys go by steps."""
        key = Qt.Key
        by = {key.Key_Left: -1, key.Key_Down: -1, key.Key_Right: 1, key.Key_Up: 1}
        pressed = Qt.Key(event.key())
        if pressed in by:
            self.step_wanted.emit(self.value() + by[pressed])
        elif pressed == key.Key_Home:
            self.step_wanted.emit(0)
        elif pressed == key.Key_End:
            self.step_wanted.emit(self.maximum())
        else:
            super().keyPressEvent(event)
