"""Parts of a window that are made when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

Made = TypeVar("Made", bound=QWidget)


class Later(Generic[Made]):
    """A part that is made when somebody asks for it, and no sooner."""

    def __init__(self, owner: QWidget, make: Callable[[], Made]) -> None:
        """Let *make* make it; once its *owner* is gone nobody waits for it."""
        self._make: Callable[[], Made] | None = make
        self._made: Made | None = None
        self._waiting: list[Callable[[Made], object]] = []
        owner.destroyed.connect(self._forget)

    @property
    def made(self) -> Made | None:
        """The part, if it was made."""
        return self._made

    @property
    def visible(self) -> bool:
        """Whether it can be seen."""
        return self._made is not None and self._made.isVisible()

    def get(self) -> Made:
        """Return the part; make it if it is not there.

        Raises:
            RuntimeError: its owner is gone.
        """
        if self._made is None:
            if self._make is None:
                raise RuntimeError("a part is wanted of a window that is gone")
            self._made = self._make()
            for do in self._waiting:
                do(self._made)
            self._waiting.clear()
        return self._made

    def then(self, do: Callable[[Made], object]) -> None:
        """Call *do* with the part: now, or as soon as it is made."""
        if self._made is None:
            self._waiting.append(do)
        else:
            do(self._made)

    def _forget(self) -> None:
        """Hold nothing of an owner that is gone."""
        self._make = self._made = None
        self._waiting.clear()
