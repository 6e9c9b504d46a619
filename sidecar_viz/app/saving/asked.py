"""What is to be saved, as the words of the program's own command."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.kinds import BY_SUFFIX
from sidecar_viz.export.formats import FORMATS
from sidecar_viz.export.wanted import Scope, Sheet

OF_THE_LESSON: frozenset[Sheet] = frozenset({"cards", "review", "manifest"})
"""The sheets that are the same in every run."""


class Shown(Struct, frozen=True):
    """What is shown while it is saved: a lesson's file, a step, a what-if.

    *step* is None at the lesson's ending, *what_if* "" in its undisturbed run.
    """

    lesson: Path
    step: int | None
    what_if: str = ""


def is_whole(choice: SaveChoice) -> bool:
    """Return whether the file shows the whole lesson, and not a step of it alone."""
    scope = FORMATS[choice.suffix].scope
    return scope is not Scope.STEP and (scope is not Scope.EITHER or choice.whole)


def words_of(shown: Shown, choice: SaveChoice, out: Path) -> tuple[str, ...]:
    """Return the words after the program's name that save what is *shown*."""
    kind, scope = BY_SUFFIX[choice.suffix], FORMATS[choice.suffix].scope
    words = ["export", str(shown.lesson), str(out), "--progress"]
    if not is_whole(choice) or scope is Scope.FROM:
        if shown.step is None and scope is Scope.STEP:
            words.append("--ending")
        elif shown.step is not None:
            words += ["--step", str(shown.step)]
    if shown.what_if and not (kind.sheets and choice.sheet in OF_THE_LESSON):
        words += ["--what-if", shown.what_if]
    if kind.themed:
        words += ["--theme", choice.theme]
    if kind.sizes:
        words += ["--size", f"{choice.width}x{choice.height}"]
    if kind.notes and choice.notes and not (kind.sheets and choice.sheet != "handout"):
        words.append("--notes")
    if kind.sheets and choice.sheet != "handout":
        words += ["--sheet", choice.sheet]
    if kind.captions and not choice.captions:
        words += ["--captions", "beside"]
    return tuple(words)


def name_of(shown: Shown, lesson: str, choice: SaveChoice) -> str:
    """Return the name that the file gets at first, from the lesson's."""
    parts = [lesson]
    if shown.what_if:
        parts.append(shown.what_if)
    if not is_whole(choice):
        parts.append("ending" if shown.step is None else f"step-{shown.step}")
    elif BY_SUFFIX[choice.suffix].sheets:
        parts.append(choice.sheet)
    return "-".join(parts) + choice.suffix
