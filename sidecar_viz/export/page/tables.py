"""Keeps each thing drawn once: shapes, forms, colours, operations, pieces."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from sidecar_viz.export.page.ops import NO_INKS, Inks, Op

T = TypeVar("T", bound=Hashable)


class Known(Generic[T]):
    """Numbers values in the order in which they are first seen."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._numbers: dict[T, int] = {}

    def number(self, value: T) -> int:
        """Return the number of a value, counted from 0."""
        return self._numbers.setdefault(value, len(self._numbers))

    def listed(self) -> list[T]:
        """Return all values, in the order of their numbers."""
        return list(self._numbers)


def alike(light: Sequence[Op], dark: Sequence[Op]) -> bool:
    """Return whether two themes draw the same, but for the colours."""
    return [op.kind for op in light] == [op.kind for op in dark]


Stored = tuple[str, int, int, int, int, int, int]
"""An operation by its kind, and the numbers of shape, x, y, form, clip and inks."""


class Tables:
    """All that is drawn in two themes, each thing once.

    Attributes:
        shapes: paths, texts and what else is drawn.
        forms: lines, fonts and opacities.
        clips: lists of paths that limit what is drawn.
        inks: pairs of colours, for the light and for the dark theme.
        ops: operations by the numbers of these.
        pieces: what is always drawn together: numbers of operations.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.shapes: Known[tuple[object, ...]] = Known()
        self.forms: Known[tuple[object, ...]] = Known()
        self.clips: Known[tuple[str, ...]] = Known()
        self.inks: Known[tuple[Inks, Inks]] = Known()
        self.ops: Known[Stored] = Known()
        self.pieces: Known[tuple[int, ...]] = Known()

    def piece(self, light: Sequence[Op], dark: Sequence[Op]) -> int:
        """Keep what was drawn in both themes; return its number.

        Where the themes draw otherwise, what one alone draws has no colours in the
        other, in which it is not seen.
        """
        if alike(light, dark):
            inks = [(op.inks, twin.inks) for op, twin in zip(light, dark, strict=True)]
            return self._kept(zip(light, inks, strict=True))
        ours = [(op, (op.inks, NO_INKS)) for op in light]
        theirs = [(op, (NO_INKS, op.inks)) for op in dark]
        return self._kept([*ours, *theirs])

    def _kept(self, drawn: Iterable[tuple[Op, tuple[Inks, Inks]]]) -> int:
        return self.pieces.number(tuple(self._op(op, inks) for op, inks in drawn))

    def _op(self, op: Op, inks: tuple[Inks, Inks]) -> int:
        return self.ops.number(
            (
                op.kind,
                self.shapes.number(op.shape),
                op.x,
                op.y,
                self.forms.number(op.form),
                self.clips.number(op.clip),
                self.inks.number(inks),
            )
        )
