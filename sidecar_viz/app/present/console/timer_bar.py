"""The console's clocks: time taken, time planned, the time of day, the pace."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.card import heading_font
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.learning.pace import Pace, minutes
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.theme import Theme

Clock = Literal["elapsed", "planned", "clock"]
FIGURES = 62
MINUTE = 60.0  # seconds
LARGE_ENOUGH = 1.2  # text this much larger needs no larger figures


class Clocks(QWidget):
    """Three times side by side; the first is coloured by the pace, and says it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        names: dict[Clock, str] = {
            "elapsed": self.tr("Elapsed"),
            "planned": self.tr("Planned"),
            "clock": self.tr("Clock"),
        }
        self._names = names
        self.heads = {name: PlainLabel(said.upper()) for name, said in names.items()}
        self.times = {name: PlainLabel("–") for name in names}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._columns = []
        for name in names:
            column = QVBoxLayout()
            column.addStretch(1)
            column.addWidget(self.heads[name])
            column.addWidget(self.times[name])
            column.addStretch(1)
            self.heads[name].setProperty("quiet", True)  # noqa: FBT003 - Qt's own
            self._columns.append(column)
            self._row.addLayout(column)

    def show_times(
        self, elapsed: float, planned: float | None, now: QTime, *, running: bool
    ) -> None:
        """Show seconds as minutes, and the time of day.

        Screen readers are told whole minutes: each other name is an event.
        """
        self._write_time("elapsed", minutes(elapsed), self._heard(elapsed))
        if planned:
            self._write_time("planned", minutes(planned), self._heard(planned))
        else:
            self._write_time("planned", "–", "–")
        clock = now.toString("HH:mm")
        self._write_time("clock", clock, clock)
        self.times["elapsed"].setEnabled(running)

    def _heard(self, seconds: float) -> str:
        return self.tr("{n} min").format(n=int(seconds / MINUTE))

    def _write_time(self, name: Clock, time: str, heard: str) -> None:
        """Write a time; a screen reader hears what it is before it."""
        label, named = self.times[name], f"{self._names[name]}: {heard}"
        _write(label, time)
        if label.accessibleName() != named:
            label.setAccessibleName(named)

    def show_pace(self, pace: Pace | None, *, running: bool) -> None:
        """Say how the time stands to the plan, in a word and a colour."""
        words: dict[Pace | None, str] = {
            None: "",
            "ahead": self.tr("early"),
            "on time": self.tr("on time"),
            "behind": self.tr("late"),
            "over": self.tr("over"),
        }
        word = words[pace] if running else self.tr("paused")
        head = self.tr("Elapsed").upper()
        _write(self.heads["elapsed"], f"{head} · {word.upper()}" if word else head)
        theme = self._look.theme
        colour = pace_colour(theme, pace) if running else theme.muted
        sheet = f"color: {colour}"
        if self.times["elapsed"].styleSheet() != sheet:
            self.times["elapsed"].setStyleSheet(sheet)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self._row.setSpacing(look.px(44))
        for name, label in self.times.items():
            label.setFont(look.font(FIGURES * min(1.0, LARGE_ENOUGH / look.text), BOLD))
            self.heads[name].setFont(heading_font(look))
        self.times["planned"].setStyleSheet(f"color: {look.theme.muted}")
        for column in self._columns:
            column.setSpacing(look.px(2))


def pace_colour(theme: Theme, pace: Pace | None) -> str:
    """Green, amber and red, as the theme writes them; plain without a plan."""
    colours = {
        "ahead": theme.hue("blue").text,
        "on time": theme.good.text,
        "behind": theme.warning.text,
        "over": theme.failed.text,
    }
    return colours[pace] if pace is not None else theme.ink


def _write(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
