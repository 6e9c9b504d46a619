"""One sentence in several sizes: the smallest that the last row can read."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import clicked_by_enter
from sidecar_viz.app.widgets.radio import RadioGroup
from sidecar_viz.paint.brush.fonts import BOLD, REGULAR, font

SCALES = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0)
BODY = 16


class SizeButton(QPushButton):
    """A button that Enter presses while it has the focus, and only then."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)


class TextSizes(RadioGroup):
    """A button a size.

    Signals:
        chosen: how much larger than normal text is to be, 1 to 2.
    """

    chosen: SignalOf[float] = signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Smallest text"), parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[float, QPushButton] = {}
        for scale in SCALES:
            button = SizeButton(self)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, scale))
            self.buttons[scale] = button
            self._column.addWidget(button)
        self.take(tuple(self.buttons.values()))

    def show_size(self, scale: float) -> None:
        """Mark the size that holds now."""
        now_at = [abs(size - scale) < 0.05 for size in self.buttons]
        self.show_picked(now_at.index(True) if True in now_at else -1)
        for size, button in self.buttons.items():
            now = button.isChecked()
            said = self.tr("{n} %  The sidecar reads the logs").format(
                n=round(size * 100)
            )
            button.setText(f"✓ {said}" if now else said)

    def set_look(self, look: Look) -> None:
        """Show each size as it will be, whatever size holds now."""
        self._column.setSpacing(look.px(6))
        for scale, button in self.buttons.items():
            size = Look(look.theme, look.ui, scale).text_px(BODY)
            weight = BOLD if button.isChecked() else REGULAR
            button.setStyleSheet(
                f"QPushButton {{ font-size: {round(size)}px; font-weight: {weight};"
                " text-align: left; padding: 4px 10px; }"
            )
            high = QFontMetricsF(font(size)).height()
            button.setMinimumHeight(max(24, round(high + 14)))

    def _choose(self, scale: float) -> None:
        self.show_size(scale)
        self.chosen.emit(scale)
