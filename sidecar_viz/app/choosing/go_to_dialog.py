"""Go to a step: by its number, or by a part of its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.pick import PickDialog
from sidecar_viz.app.look.look import Look


class GoToDialog(PickDialog):
    """Lists the steps that match what is typed.

    Signals:
        chosen: the number of a step.
    """

    chosen = Signal(int)

    def __init__(
        self,
        titles: Sequence[str],
        step: int,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            titles: of the start and of every step.
            step: where we are.
            look: that of the window below.
            parent: a widget of the window below.
        """
        super().__init__(
            _tr("Go to step"),
            _tr("Number, or a part of the title"),
            _tr("No step is called so."),
            look,
            parent,
        )
        self._titles = tuple(titles)
        self._step = step
        self._begin()

    def rows(self, typed: str) -> Iterator[tuple[str, object]]:
        """The steps that are meant, the best first."""
        for number in matches(self._titles, typed):
            text = f"{number}   {self._titles[number]}"
            here = number == self._step
            yield self.tr("{text}   (here)").format(text=text) if here else text, number

    def first_row(self, typed: str) -> int:
        """Where we are, as long as nothing is typed."""
        return 0 if typed.strip() else self._step

    def take(self, value: object) -> None:
        """Go to that step."""
        self.chosen.emit(value)


def matches(titles: Sequence[str], typed: str) -> list[int]:
    """The numbers of the steps meant by what is typed, the best first.

    A number means the step of this number, then those that begin with it; words
    mean the titles that hold all of them.
    """
    typed = typed.strip().casefold()
    if typed.isdecimal():
        wanted = str(int(typed))
        by_number = [n for n in range(len(titles)) if str(n).startswith(wanted)]
        if by_number:
            return by_number
    words = typed.split()
    return [
        number
        for number, title in enumerate(titles)
        if all(word in title.casefold() for word in words)
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("go to", text)
