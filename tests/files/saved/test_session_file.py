"""The session comes back from disk, whatever happened to the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import Session, Work, work_key
from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.files.saved.session_file import (
    BIGGEST_FILE,
    MOST_OTHERS,
    SharedSession,
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


def ink(points: int) -> dict[str, object]:
    """Make the slots of a session with so many points of ink."""
    return {"ink": {"strokes": [{"step": 1, "points": [[0.125, 0.625]] * points}]}}


def test_much_ink_is_read_again(tmp_path: Path) -> None:
    """What was written is read: 300,000 points, far more than any board has."""
    path = tmp_path / "session.json"
    much = replace(WHOLE, slots=ink(300_000))
    path.write_bytes(session_bytes(much))

    assert load_session(path) == much


def test_nothing_is_written_that_would_not_be_read() -> None:
    """First lessons that were left long ago are left out, then the ink; never votes."""
    many = {f"l{n} ": Work(quiz={"q": Answer()}) for n in range(MOST_OTHERS + 1)}
    kept = json.loads(session_bytes(replace(WHOLE, others=many)))["others"]
    assert list(kept) == list(many)[1:]

    third = ink(BIGGEST_FILE // 3 // 14)
    large = {name: Work(slots=third) for name in ("a ", "b ", "c ", "d ")}
    found = session_bytes(replace(WHOLE, others=large))
    assert len(found) <= BIGGEST_FILE
    assert list(json.loads(found)["others"]) == ["c ", "d "]

    found = session_bytes(replace(WHOLE, slots=ink(BIGGEST_FILE // 14 + 1)))
    kept = json.loads(found)
    assert (kept["slots"], len(kept["votes"]), kept["step"]) == ({}, 1, 4)


def test_two_windows_keep_the_work_of_both(tmp_path: Path) -> None:
    """Each knows best of the lessons that it showed; the step is the last one's."""
    path = tmp_path / "session.json"
    one, two = SharedSession(path), SharedSession(path)
    key, other = work_key("/a", "a"), work_key("/b", "b")
    first = Session("/a", "a", 3, quiz={"q": Answer((1,))})
    second = Session("/b", "b", 5, quiz={"q": Answer((2,))})

    path.write_bytes(one.merged(first, {key}))
    path.write_bytes(two.merged(second, {other}))
    assert load_session(path) == replace(second, others={key: first.work})

    path.write_bytes(one.merged(replace(first, quiz={}), {key}))
    assert load_session(path) == Session("/a", "a", 3, others={other: second.work})


def test_a_window_that_did_nothing_in_a_lesson_keeps_what_the_other_did(
    tmp_path: Path,
) -> None:
    """Both show the same lesson; one of them only steps."""
    path = tmp_path / "session.json"
    key = work_key("/a", "a")
    path.write_bytes(
        SharedSession(path).merged(replace(WHOLE, lesson="/a", lesson_id="a"), {key})
    )
    steps = SharedSession(path).merged(Session("/a", "a", 6), set())
    path.write_bytes(steps)
    assert load_session(path) == replace(
        WHOLE, lesson="/a", lesson_id="a", step=6, what_if=""
    )


def test_a_session_that_cannot_be_read_now_is_not_written_over(tmp_path: Path) -> None:
    """Only a name that leads in a circle can be had by everybody, so that it is."""
    path = tmp_path / "session.json"
    path.symlink_to(path)
    with pytest.raises(OSError, match="symbolic links"):
        SharedSession(path).merged(WHOLE, set())
