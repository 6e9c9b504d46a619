"""Choose what goes wrong in the lesson, or go back to it as it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.choice_list import ChoiceList
from sidecar_viz.app.widgets.choice_paint import Choice
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.markup import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShortcut, QShowEvent

    from sidecar_viz.app.look.look import Look
    from sidecar_viz.core.lesson import Lesson

MEASURES = Measures(width=900)
MOST_DIGITS = 9


class WhatIfDialog(QDialog):
    """Lists the lesson's what-ifs; the first line is the lesson itself.

    Signals:
        chosen: the id of a what-if, or "" for the lesson as it is.
    """

    chosen: SignalOf[str] = signal(str)

    def __init__(
        self,
        lesson: Lesson,
        current: str,
        look: Look,
        parent: QWidget | None = None,
        *,
        letters: bool = True,
    ) -> None:
        super().__init__(parent)
        self.frame = DialogFrame(self, self.tr("What if…"), MEASURES)
        self.ids = ("", *(what_if.id for what_if in lesson.what_ifs))
        self._current = current if current in self.ids else ""
        self.page = self.frame.add_page()
        self.choices = ChoiceList(self.page.inside, small=True)
        self.frame.name(self.choices)
        self.empty = PlainLabel(
            self.tr("This lesson has no what-ifs."), self.page.inside
        )
        self.empty.setWordWrap(True)
        self.empty.setVisible(not lesson.what_ifs)
        self.choices.show_choices(self._choices(lesson) if lesson.what_ifs else ())
        self.page.column.addWidget(self.empty)
        self.page.column.addWidget(self.choices)
        self.page.column.addStretch(1)
        self.choices.focused.connect(self.page.follow)
        self.choices.chosen.connect(self._choose)
        self._digits = self._bind_keys()
        self._chips = self.frame.add_keys(())
        self.set_letters(letters=letters)
        self.set_look(look)

    def _choices(self, lesson: Lesson) -> tuple[Choice, ...]:
        lines = [
            Choice(
                "0",
                self.tr("The lesson as it is"),
                detail=self.tr("Everything goes well."),
            )
        ]
        for number, what_if in enumerate(lesson.what_ifs, start=1):
            badge = str(number) if number <= MOST_DIGITS else "·"
            lines.append(
                Choice(badge, plain(what_if.title), detail=plain(what_if.summary))
            )
        shown = self.ids.index(self._current)
        now = lines[shown]
        remark = self.tr("Shown now")
        lines[shown] = Choice(now.badge, now.title, remark, now.detail, "current")
        return tuple(lines)

    def set_letters(self, *, letters: bool) -> None:
        """Let digits be keys while *letters* is true, as single letters are."""
        for shortcut in self._digits:
            shortcut.setEnabled(letters)
        last = min(MOST_DIGITS, len(self.ids) - 1)
        close = ("Esc", self.tr("close"))
        moving = (("↑ ↓", self.tr("move")), ("Enter", self.tr("choose")))
        digits = ((f"0–{last}", self.tr("choose")),) if letters else ()
        self._chips.show_keys((*digits, *moving, close) if last else (close,))

    def _bind_keys(self) -> list[QShortcut]:
        keys: dict[str, Callable[[], object]] = {
            "Up": lambda: self.choices.walk(-1),
            "Down": lambda: self.choices.walk(1),
            "Home": lambda: self.choices.go_to(0),
            "End": lambda: self.choices.go_to(len(self.ids)),
            "Return": lambda: self._choose(self.choices.place),
            "Enter": lambda: self._choose(self.choices.place),
        }
        bind(self, keys)
        digits = range(MOST_DIGITS + 1)
        return bind(self, {str(one): partial(self._choose, one) for one in digits})

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.choices.cards):
            self.accept()
            self.chosen.emit(self.ids[place])

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self.empty.setFont(look.font(18))
        self.choices.set_look(look)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, as high as the list needs, at what is shown now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place_around(self.page, spare=self.frame.look.px(12))
            self.choices.go_to(self.ids.index(self._current))
