"""The session comes back from disk, whatever happened to the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import Session
from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.files.saved.session_file import (
    BIGGEST_FILE,
    load_session,
    session_bytes,
)


def names_in(folder: Path) -> list[str]:
    """List what is in a folder."""
    return sorted(found.name for found in folder.iterdir())


WHOLE = Session(
    "/lessons/sidecar.yaml",
    "sidecar",
    4,
    "no-mount",
    (new_vote("q1", 2, 4, "2026-03-02T10:15:00+01:00").counted(2, 17).onward(),),
    {"q1": Answer((1, 2), "right", hinted=True), "q2": Answer()},
    {"ink": {"4": [[0.1, 0.25]]}},
)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """Every field, votes and other parts' values too."""
    path = tmp_path / "session.json"
    path.write_bytes(session_bytes(WHOLE))

    assert load_session(path) == WHOLE


def test_without_a_file_a_session_is_empty(tmp_path: Path) -> None:
    """The first start is no error."""
    assert load_session(tmp_path / "none" / "session.json") == Session()


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    """The lesson is kept although the step, the votes and the quiz are damaged."""
    path = tmp_path / "session.json"
    said = json.loads(session_bytes(WHOLE)) | {"step": -3, "quiz": 7, "votes": [{}]}
    path.write_text(json.dumps(said), "utf-8")

    found = load_session(path)

    assert found == Session(
        WHOLE.lesson, WHOLE.lesson_id, what_if=WHOLE.what_if, slots=WHOLE.slots
    )
    assert names_in(tmp_path) == ["session.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[1, 2]", b"null", b"[" * 100_000, b"\0" * 4096],
    ids=["empty", "cut", "binary", "list", "null", "deep", "zeros"],
)
def test_a_damaged_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    """It costs the session, not the start."""
    path = tmp_path / "session.json"
    path.write_bytes(content)

    assert load_session(path) == Session()
    assert names_in(tmp_path) == ["session.damaged.json"]


def test_a_huge_file_is_kept_aside(tmp_path: Path) -> None:
    """Nothing of ours is so large."""
    path = tmp_path / "session.json"
    path.write_bytes(b" " * (BIGGEST_FILE + 1))

    assert load_session(path) == Session()
    assert names_in(tmp_path) == ["session.damaged.json"]


@given(st.integers(0, len(session_bytes(WHOLE))), st.binary(max_size=3))
def test_a_file_cut_or_changed_anywhere_never_hurts(
    tmp_path_factory: pytest.TempPathFactory, place: int, other: bytes
) -> None:
    """Reading gives a session, whatever the disk gave back."""
    path = tmp_path_factory.mktemp("cut") / "session.json"
    whole = session_bytes(WHOLE)
    path.write_bytes(whole[:place])
    assert isinstance(load_session(path), Session)

    path.write_bytes(whole[:place] + other + whole[place + len(other) :])
    assert isinstance(load_session(path), Session)
