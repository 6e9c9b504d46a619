"""Go to a step: by its number, or by a part of its title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.pick import PickDialog, PickWords
from sidecar_viz.app.look.look import Look


def go_to_dialog(
    titles: Sequence[str],
    step: int,
    chosen: Callable[[int], object],
    look: Look,
    parent: QWidget | None = None,
) -> PickDialog[int]:
    """Make a dialog that lists the steps that match what is typed.

    Args:
        titles: of the start and of every step.
        step: where we are.
        chosen: is called with the number of a step.
        look: that of the window below.
        parent: a widget of the window below.
    """

    def rows(typed: str) -> Iterator[tuple[str, int]]:
        for number in matches(titles, typed):
            text = f"{number}   {titles[number]}"
            here = _tr("{text}   (here)").format(text=text)
            yield here if number == step else text, number

    said = PickWords(
        _tr("Go to step"),
        _tr("Number, or a part of the title"),
        _tr("No step is called so."),
    )
    return PickDialog(said, rows, chosen, look, parent, first=step)


def matches(titles: Sequence[str], typed: str) -> list[int]:
    """List the numbers of the steps meant by what is typed, the best first.

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
