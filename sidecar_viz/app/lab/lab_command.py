"""A command of the lab's window: its words, its keys, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.keys.actions import is_letter

if TYPE_CHECKING:
    from sidecar_viz.app.lab.lab import Lab

Menu = Literal["Pod", "Run", "Break", "View", "Window"]
MENUS: tuple[Menu, ...] = ("Pod", "Run", "Break", "View", "Window")


class LabCommand(Struct, frozen=True):
    """What a command is called, the keys that mean it, and what it does.

    Keys of *picture* work with the keyboard in stage, why line or time line; those of
    *anywhere* everywhere, and *letters* everywhere but where one types. *gap*: the menu
    has a line above it.
    """

    menu: Menu
    text: str
    does: Callable[[Lab], object]
    picture: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    gap: bool = False
    repeats: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """All its keys, those that always work first."""
        return (*self.anywhere, *self.picture)

    def working(self, *, letters: bool) -> tuple[str, ...]:
        """The keys of pictures, then the others; *letters*: single characters, too."""
        every = (*self.picture, *self.anywhere)
        return tuple(key for key in every if letters or not is_letter(key))

    @property
    def letters(self) -> tuple[str, ...]:
        """The keys of pictures that are a single letter or sign."""
        return tuple(key for key in self.picture if len(key) == 1)


def said(text: str) -> str:
    """Return a command's text in the user's language."""
    return QCoreApplication.translate("LabCommands", text)


def shown_key(key: str) -> str:
    """Return a key as it is shown."""
    signs = {"Right": "→", "Left": "←", "PgDown": "Page Down", "PgUp": "Page Up"}
    *held, last = key.split("+") if not key.endswith("+") else [key]
    return "+".join([*held, signs.get(last, last)])
