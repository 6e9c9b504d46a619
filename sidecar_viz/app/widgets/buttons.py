"""Buttons as the window draws them: with their key beside the text, or an icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from sidecar_viz.app.look.look import Look, see_through
from sidecar_viz.app.look.signs import draw_icon
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.theme import mixed

PADDING, GAP, HEIGHT, RADIUS = 14, 9, 40, 10
CHIP_PADDING, CHIP_HEIGHT = 6, 20
LEAST_TARGET = 24  # pixels that a button has, at least, in both directions


def clicked_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click the button that has the focus at Enter; tell whether it was Enter."""
    if not is_enter(event):
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


class KeyButton(QPushButton):
    """A flat button that shows its key as a chip; *primary* ones are filled.

    The chip is left away where there is no room for both; *narrows* lets layouts make
    it so narrow.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        parent: QWidget | None = None,
        *,
        primary: bool = False,
        compact: bool = False,
        narrows: bool = False,
    ) -> None:
        super().__init__(parent)
        self._narrows = narrows
        self.setText(text)  # as an argument it would make Python classes of all icons
        self._key = key
        self._primary = primary
        self._compact = compact
        self._look = Look()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if narrows:
            policy = self.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
            self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """The key that is shown beside the text, or ""."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def _width(self) -> float:
        width = self._words_width()
        if self._key:
            width += self._look.px(GAP) + self._chip_width()
        return width

    def _words_width(self) -> float:
        look = self._look
        words = QFontMetricsF(look.font(16, MEDIUM)).horizontalAdvance(self.text())
        return words + 2 * look.px(PADDING if not self._compact else CHIP_PADDING)

    def _chip_width(self) -> float:
        chip = QFontMetricsF(self._look.font(13, SEMIBOLD, mono=True))
        return chip.horizontalAdvance(self._key) + 2 * self._look.px(CHIP_PADDING)

    def _colours(self) -> tuple[str, str, str]:
        """Fill, text and chip line."""
        theme = self._look.theme
        hot = self.underMouse() and self.isEnabled()
        if self._primary and self.isEnabled():
            fill = mixed(theme.accent, theme.ink, 0.12 if hot else 0.0)
            return fill, theme.on_accent, theme.on_accent
        if self.isChecked():
            return theme.accent_soft, theme.ink, theme.accent
        fill = theme.accent_soft if hot or self.isDown() else theme.surface
        ink = theme.ink if self.isEnabled() else theme.muted
        return fill, ink, theme.line

    def sizeHint(self) -> QSize:
        """Return a size as wide as text and key need."""
        text = QFontMetricsF(self._look.font(16, MEDIUM)).height()
        if self._compact:
            high = max(LEAST_TARGET, text + self._look.px(12))
            return QSize(round(self._width() + 1), round(high))
        height = max(text + self._look.px(14), self._look.px(HEIGHT))
        return QSize(round(self._width() + 1), round(height))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        if not self._narrows:
            return self.sizeHint()
        return QSize(round(self._words_width() + 1), self.sizeHint().height())

    @property
    def shows_key(self) -> bool:
        """Whether there is a key, and room for it."""
        return bool(self._key) and self.width() >= self.sizeHint().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button, its text, and its key where there is room for it."""
        look, chipped = self._look, self.shows_key
        fill, ink, chip_line = self._colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            draw_plate(
                painter,
                self,
                box,
                fill,
                look,
                primary=self._primary and self.isEnabled(),
            )
            pad = look.px(PADDING if not self._compact else CHIP_PADDING)
            text = box.adjusted(pad, 0, -pad, 0)
            painter.setFont(look.font(16, MEDIUM))
            painter.setPen(QColor(ink))
            across = (
                Qt.AlignmentFlag.AlignLeft if chipped else Qt.AlignmentFlag.AlignHCenter
            )
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | across, self.text())
            if chipped:
                width = self._chip_width()
                chip = QRectF(text.right() - width, 0, width, look.roomy(CHIP_HEIGHT))
                chip.moveCenter(chip.center() + box.center() - chip.center())
                chip.moveRight(text.right())
                draw_chip(painter, chip, self._key, look, ink=ink, line=chip_line)


class IconButton(QAbstractButton):
    """A square button with a drawn icon; its text is only read aloud."""

    def __init__(
        self,
        icon: str,
        text: str,
        parent: QWidget | None = None,
        *,
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._primary = primary
        self._look = Look()
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str, text: str) -> None:
        """Show another icon with another name."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def _px(self, length: float) -> int:
        """Return a length of the design: it grows half as much as text does."""
        return self._look.px(length * (1.0 + self._look.reading) / 2.0)

    def sizeHint(self) -> QSize:
        """46 × 46, the main one wider."""
        side = max(LEAST_TARGET, self._px(46))
        return QSize(self._px(62) if self._primary else side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a finger's target."""
        side = max(LEAST_TARGET, self._px(36))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plate and the icon."""
        theme = self._look.theme
        hot = self.underMouse() and self.isEnabled()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            fill = theme.accent_soft if hot or self.isDown() else theme.surface
            ink = theme.ink if self.isEnabled() else theme.edge
            if self._primary and self.isEnabled():
                fill = mixed(theme.accent, theme.ink, 0.12 if hot else 0.0)
                ink = theme.on_accent
            draw_plate(
                painter, self, box, fill, self._look, primary=self._primary, edged=True
            )
            side = self._px(24)
            icon = QRectF(0, 0, side, side)
            icon.moveCenter(box.center())
            draw_icon(painter, self._icon, icon, ink)


def draw_plate(
    painter: QPainter,
    button: QAbstractButton,
    box: QRectF,
    fill: str,
    look: Look,
    *,
    primary: bool = False,
    edged: bool = False,
) -> None:
    """Draw a button's rounded ground, with a ring when it has the focus."""
    theme = look.theme
    radius = look.px(RADIUS)
    painter.setPen(QPen(QColor(theme.line), 1) if edged else Qt.PenStyle.NoPen)
    if button.isChecked():
        painter.setPen(QPen(QColor(theme.accent), 1.5))
    if primary:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, radius, radius)
    if button.hasFocus():
        width = max(2.0, 2.0 * look.ui)
        ring = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        if primary:
            painter.setPen(QPen(QColor(theme.surface), width))
            inner = ring.adjusted(width, width, -width, -width)
            painter.drawRoundedRect(inner, radius - width, radius - width)
        painter.setPen(QPen(QColor(theme.ink if primary else theme.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, radius, radius)


def draw_chip(
    painter: QPainter, box: QRectF, key: str, look: Look, *, ink: str, line: str
) -> None:
    """Draw a key as it looks on a keyboard."""
    radius = look.px(6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(see_through(line, 0.9), 1))
    painter.drawRoundedRect(box, radius, radius)
    foot = box.adjusted(radius, 0, -radius, 1)
    painter.drawLine(foot.bottomLeft(), foot.bottomRight())
    painter.setFont(look.font(13, SEMIBOLD, mono=True))
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
