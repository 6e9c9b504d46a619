"""Notes what the API server would refuse, in its words, with the place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from sidecar_viz.files.reading.problems import (
    NO_FIX,
    Fix,
    Location,
    Problem,
    meant,
    nearest,
)
from sidecar_viz.pods.checking.spots import Spot

MOST_MEANT = 50  # faults behind which nothing is suggested: that takes long
MOST_SHOWN = 80  # characters of a stranger's value


class Near(NamedTuple):
    """What may be meant, in a sentence, and the word to write for it."""

    said: str = ""
    fix: Fix = NO_FIX


NOT_NEAR = Near()


class Faults:
    """The faults of one manifest; of two of a kind at one path the first is kept."""

    def __init__(self, file: str, above: int, version: int) -> None:
        """*above*: the lines before the manifest; *version*: the minor one."""
        self.version = version
        self._file, self._above = file, above
        self._found: dict[tuple[str, str, str], Problem] = {}

    def problems(self) -> list[Problem]:
        """Return all that was noted; of what has a wrong type nothing else is said."""
        odd = {path for path, code, _ in self._found if code == "type"}
        return [
            problem
            for (path, code, _), problem in self._found.items()
            if code == "type" or not _within(path, odd)
        ]

    def near(self, word: str, known: Iterable[str]) -> Near:
        """Return "Did you mean x?" for the first faults; later ones have no reader."""
        if len(self._found) >= MOST_MEANT:
            return NOT_NEAR
        words = tuple(known)
        said = meant(word, words).removeprefix("; ")
        instead = nearest(word, words) if said.endswith("?") else ""
        fix = Fix(word, instead) if instead else NO_FIX
        return Near(said[:1].upper() + said[1:], fix)

    def add(
        self,
        spot: Spot,
        code: str,
        said: str,
        plain: str = "",
        *,
        what: str = "",
        fix: Fix = NO_FIX,
    ) -> None:
        """Note a fault: what the API server says, our own sentence, a way out."""
        place = Location(self._file, spot.at.line + self._above, spot.at.column)
        problem = Problem(place, code, said, plain, fix)
        self._found.setdefault((spot.path, code, what), problem)

    def required(self, spot: Spot, why: str = "", plain: str = "") -> None:
        """Note that something has to be written."""
        self.add(spot, "missing", _joined(spot.path, "Required value", why), plain)

    def forbidden(self, spot: Spot, why: str, plain: str = "") -> None:
        """Note that something may not be written here."""
        self.add(spot, "forbidden", _joined(spot.path, "Forbidden", why), plain)

    def invalid(
        self, spot: Spot, why: str, plain: str = "", value: str | None = None
    ) -> None:
        """Note that a value will not do; *value*: as JSON, if not as it is written."""
        value = shown_value(spot) if value is None else value
        said = _joined(spot.path, f"Invalid value: {value}", why)
        self.add(spot, "value", said, plain, what=why)

    def duplicate(self, spot: Spot, value: str, plain: str = "") -> None:
        """Note that a value is there already."""
        self.add(
            spot, "duplicate", f"{spot.path}: Duplicate value: {quoted(value)}", plain
        )

    def not_found(self, spot: Spot, plain: str = "", fix: Fix = NO_FIX) -> None:
        """Note that what is named is not there."""
        said = f"{spot.path}: Not found: {quoted(spot.text)}"
        self.add(spot, "not-found", said, plain, fix=fix)

    def unsupported(self, spot: Spot, known: Iterable[str], plain: str = "") -> None:
        """Note that a word is none of those that are *known*."""
        words = tuple(known)
        shown = ", ".join(map(quoted, words))
        said = f"Unsupported value: {quoted(spot.text)}: supported values: {shown}"
        near = self.near(spot.text, words)
        only = Fix(spot.text, words[0]) if len(words) == 1 else NO_FIX
        fix = near.fix if near.fix.instead else only
        self.add(spot, "value", f"{spot.path}: {said}", plain or near.said, fix=fix)


def _within(path: str, others: set[str]) -> bool:
    """Return whether a path is one of the others, or goes on from one."""
    ends = (n for n, sign in enumerate(path) if sign in ".[")
    return path in others or any(path[:end] in others for end in ends)


def _joined(*parts: str) -> str:
    return ": ".join(part for part in parts if part)


def quoted(text: str) -> str:
    """Quote a text as the API server does; a long one is cut."""
    cut = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    return json.dumps(cut, ensure_ascii=False)


def shown_value(spot: Spot) -> str:
    """Write the value of a spot as the API server does."""
    if spot.value in ("number", "bool"):
        return spot.text
    return {"array": "[…]", "object": "{…}", "nothing": '""'}.get(
        spot.value, quoted(spot.text)
    )
