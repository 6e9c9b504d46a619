"""The file of the session: where the lesson stands, and what the class did."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sidecar_viz.core.learning.session import Session, Work, joined, work_key
from sidecar_viz.files.saved.folders import path_now, path_of, path_text
from sidecar_viz.files.saved.tolerant import (
    fitting,
    fitting_values,
    load_json,
    peek_json,
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
        self._there: dict[str, Work] = {}
        self._bases: dict[str, Work] = {}
        self._made: dict[str, Work] = {}

    def merged(
        self,
        session: Session,
        bases: Mapping[str, Work],
        aside: list[Path] | None = None,
    ) -> bytes:
        """Encode the session with what another window wrote since then.

        Of a lesson in which both did something, each vote, each answer and each item
        of a slot, as a line of ink, is as the window has it that changed it last.

        Args:
            bases: the lessons in which this window may have done something, by their
                keys, as it found them.
            aside: gets the new name of the file if that is damaged.

        Raises:
            OSError: the file is there and cannot be read.
        """
        if not self._mine():
            found = read_json(self._path, BIGGEST_FILE, dict[str, object], aside)
            self._there = works_of(_session(found))
        mine, own = works_of(session), {key_now(key) for key in bases}
        bases = {**{key_now(key): base for key, base in bases.items()}, **self._bases}
        works = {key: work for key, work in self._there.items() if key not in bases}
        for key, work in mine.items():
            works.setdefault(key, work)
        for key, base in bases.items():
            work = mine.get(key, Work())
            works[key] = joined(base, work, self._there.get(key, base))
        kept = {
            key: work
            for key, work in works.items()
            if work != Work() or key in mine or key in own  # emptied, not unknown
        }
        self._made = {key: mine.get(key, Work()) for key in bases}
        self._there = dict(kept)
        key = key_now(work_key(session.lesson, session.lesson_id))
        shown = kept.pop(key, session.work)
        self._last = session_bytes(
            replace(
                session,
                votes=shown.votes,
                quiz=shown.quiz,
                slots=shown.slots,
                others=kept,
            )
        )
        return self._last

    def taken_over(
        self, session: Session, bases: Mapping[str, Work]
    ) -> dict[str, Work] | None:
        """Join the session with what another window wrote since then; write nothing.

        What that one did counts as found, not as done, in what is merged from now on:
        call it only while nothing waits to be written.

        Returns:
            The work in all lessons by `work_key`; None if nobody else wrote, or what
            is there cannot be read or is damaged.
        """
        found = None
        if not self._mine():
            found = peek_json(self._path, BIGGEST_FILE, dict[str, object])
        if found is None:
            return None
        theirs, mine = works_of(_session(found)), works_of(session)
        known = {**{key_now(key): base for key, base in bases.items()}, **self._bases}
        self._bases = {key: theirs.get(key, base) for key, base in known.items()}
        for key, base in known.items():
            work = mine.get(key, Work())
            theirs[key] = joined(base, work, self._bases[key])
        return {**mine, **theirs}

    def written(self) -> None:
        """What was merged last is on the disk: nothing of it is a change any more."""
        self._bases = self._made

    def _mine(self) -> bool:
        """Return whether the file is missing, or as it was written last."""
        try:
            return read_start(self._path, len(self._last) + 1) == self._last
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False


def works_of(session: Session) -> dict[str, Work]:
    """Return what was done in every lesson of a session, by `work_key`.

    The keys have the paths at which the lessons are now.
    """
    works = {key_now(key): work for key, work in session.others.items()}
    if session.lesson_id:
        works[key_now(work_key(session.lesson, session.lesson_id))] = session.work
    return works


def key_now(key: str) -> str:
    """Return a `work_key` with the path at which its lesson is now."""
    lesson_id, _, text = key.partition(" ")
    path = path_of(text)
    now = path_now(path)
    return key if now == path else work_key(path_text(now), lesson_id)


def _session(found: dict[str, object] | None) -> Session:
    fields = found or {}
    others = fields.pop("others", {})
    session = fitting(fields, Session)
    if not isinstance(others, dict):
        return session
    return replace(session, others=fitting_values(others, Work))
