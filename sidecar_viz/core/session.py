"""Where a lesson stands: everything that a sudden end must not cost."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sidecar_viz.core.quiz import Answer
from sidecar_viz.core.vote import Vote


class Session(Struct, frozen=True):
    """The lesson that is shown, where it stands, and what the class did in it.

    *lesson* is its file, *lesson_id* what the file said it was. The theme is no
    part of it: preferences are written at once when they are chosen.
    """

    lesson: str = ""
    lesson_id: str = ""
    step: Annotated[int, Meta(ge=0)] = 0
    what_if: str = ""
    votes: tuple[Vote, ...] = ()
    quiz: tuple[Answer, ...] = ()
    slots: dict[str, object] = {}
    """Plain values of other parts of the program, each under its name."""
