"""The file of the session: where the lesson stands, and what the class did."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sidecar_viz.core.learning.session import Session, Work, work_key
from sidecar_viz.files.saved.tolerant import (
    fitting,
    fitting_values,
    load_json,
    read_json,
)
from sidecar_viz.files.saved.whole import read_start

FILE = "session.json"
BIGGEST_FILE = 32_000_000
MOST_OTHERS = 50  # lessons


def session_bytes(session: Session) -> bytes:
    """Encode the session, in at most BIGGEST_FILE bytes.

    If it is larger, the lessons that were left first are left out, and at last the
    values of other parts of the program, such as the ink.
    """
    others = dict(list(session.others.items())[-MOST_OTHERS:])
    content = msgspec.json.encode(replace(session, others=others))
    while len(content) > BIGGEST_FILE and others:
        others.pop(next(iter(others)))
        content = msgspec.json.encode(replace(session, others=others))
    if len(content) > BIGGEST_FILE:
        content = msgspec.json.encode(replace(session, others={}, slots={}))
    return content


def load_session(path: Path, aside: list[Path] | None = None) -> Session:
    """Read the session; a damaged file is kept aside, a damaged part left out."""
    return _session(load_json(path, BIGGEST_FILE, dict[str, object], aside))


class SharedSession:
    """The session's file, in which several windows keep what they do."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = b""
        self._others: dict[str, Work] = {}

    def merged(self, session: Session, own: AbstractSet[str]) -> bytes:
        """Encode the session with what another window wrote since then.

        Args:
            own: the keys of the lessons in which this window did something.

        Raises:
            OSError: the file is there and cannot be read.
        """
        if not self._mine():
            found = read_json(self._path, BIGGEST_FILE, dict[str, object])
            self._others = works_of(_session(found))
        others = {key: work for key, work in self._others.items() if key not in own}
        shown = others.pop(work_key(session.lesson, session.lesson_id), session.work)
        session = replace(
            session, votes=shown.votes, quiz=shown.quiz, slots=shown.slots
        )
        self._last = session_bytes(
            replace(session, others={**others, **session.others})
        )
        return self._last

    def _mine(self) -> bool:
        """Return whether the file is missing, or as it was written last."""
        try:
            return read_start(self._path, len(self._last) + 1) == self._last
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False


def works_of(session: Session) -> dict[str, Work]:
    """Return what was done in every lesson of a session, by `work_key`."""
    works = dict(session.others)
    if session.lesson_id and session.work != Work():
        works[work_key(session.lesson, session.lesson_id)] = session.work
    return works


def _session(found: dict[str, object] | None) -> Session:
    fields = found or {}
    others = fields.pop("others", {})
    session = fitting(fields, Session)
    if not isinstance(others, dict):
        return session
    return replace(session, others=fitting_values(others, Work))
