"""The problems of a file: each with its place, in words its author can act on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

AT_MOST = 200
MOST_KNOWN = 2000  # words that are looked through for a near one
NEAR = 0.65
"""The share of a word that must be right for another one to be suggested."""


class Location(NamedTuple):
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Fix(NamedTuple):
    """What is *written* at the place of a problem, and the word to write *instead*."""

    written: str = ""
    instead: str = ""


NO_FIX = Fix()


class Problem(NamedTuple):
    """One thing to fix; *code* is stable, the text may be improved.

    *plain* are sentences that follow, where the text is in somebody else's words.
    *fix* is NO_FIX where nothing can be offered.
    """

    place: Location
    code: str
    text: str
    plain: str = ""
    fix: Fix = NO_FIX

    def __str__(self) -> str:
        said = f"{self.place}: {self.code}: {self.text}"
        return f"{said}. {self.plain}" if self.plain else said


class LessonError(Exception):
    """A lesson that cannot be used, with all its problems from top to bottom."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        """Keep the first AT_MOST *problems* and the number of further ones."""
        listed = sorted(set(problems))
        if len(listed) > AT_MOST:
            more = f"and {len(listed) - AT_MOST} more problems after these"
            last = listed[AT_MOST - 1].place
            listed = [*listed[:AT_MOST], Problem(last, "more", more)]
        self.problems = tuple(listed)
        super().__init__("\n".join(str(problem) for problem in listed))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the word that is most like a *word*, or "" if none is near.

    Of short ones that is the same letters in another order.
    """
    import difflib  # noqa: PLC0415 - only needed once something is wrong

    some = list(islice(known, MOST_KNOWN))
    near = difflib.get_close_matches(word.lower(), some, n=1, cutoff=NEAR)
    letters = sorted(word.lower())
    turned = (one for one in some if len(one) > 1 and sorted(one) == letters)
    return near[0] if near else next(turned, "")


def meant(word: str, known: list[str] | tuple[str, ...]) -> str:
    """Return "; did you mean x?" for the end of a message, or "" if nothing is near.

    What looks alike and is not is named instead.
    """
    from sidecar_viz.files.reading.lookalikes import held, unseen  # noqa: PLC0415

    odd = held(word)
    if odd:
        return odd
    near = nearest(word, known)
    hidden = unseen(near) if near else ""
    if hidden:
        return f"; there is {shown(near)}, which holds {hidden}"
    return f"; did you mean {near}?" if near else ""


class Meant:
    """Says of the first wrong words what was meant.

    To look for that takes long, and of later ones nobody reads.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._asked = 0

    def near(self, word: str, known: list[str] | tuple[str, ...]) -> str:
        """Return what `meant` does, or "" once AT_MOST words were wrong."""
        self._asked += 1
        return meant(word, known) if self._asked <= AT_MOST else ""


def in_quotes(sign: str) -> str:
    """Say what to do with a text that begins with a *sign* of YAML's."""
    return f"a text that begins with {sign} must stand in quotes"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as "1 cell" or "2 cells"."""
    return f"{number} {noun}{'s' * (number != 1)}"


def shown(text: str, length: int = 40) -> str:
    """Quote a piece of a stranger's *text*, on one line and not too long."""
    quoted = repr(text if len(text) <= length else text[: length - 1] + "…")
    return quoted if quoted.isprintable() else ascii(text[:length])
