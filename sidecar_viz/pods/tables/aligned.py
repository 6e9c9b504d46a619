"""Puts the cells of a table under each other, as kubectl does."""

from __future__ import annotations

from collections.abc import Iterable

BETWEEN = 3  # columns between the longest cell and the next; describe has 2


def aligned(
    head: tuple[str, ...], rows: Iterable[tuple[str, ...]], between: int = BETWEEN
) -> str:
    """Return a table as text: a line a row, columns aligned, none of them cut."""
    lines = [head, *rows]
    wide = [max(map(len, column)) + between for column in zip(*lines, strict=True)]
    return "".join(
        "".join(
            cell.ljust(size) for cell, size in zip(line, wide, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )
