"""The session comes back from disk, whatever happened to the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import Session, Work, work_key
from sidecar_viz.core.learning.vote import Vote, new_vote
from sidecar_viz.files.saved.session_file import (
    BIGGEST_FILE,
    MOST_OTHERS,
    SharedSession,
    load_session,
    session_bytes,
    works_of,
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


@pytest.mark.storm
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


class Window:
    """A window that keeps its session in a file, beside others."""

    def __init__(self, path: Path) -> None:
        self.path, self.shared = path, SharedSession(path)

    def write(self, session: Session, bases: Mapping[str, Work]) -> Session:
        """Write the session and return what is in the file then."""
        self.path.write_bytes(self.shared.merged(session, bases))
        self.shared.written()
        return load_session(self.path)


A, B = work_key("/a", "a"), work_key("/b", "b")


def voted(*counts: int) -> tuple[Vote, ...]:
    """Make votes on q0, q1, ... with so many hands for the first option."""
    pairs = enumerate(counts)
    return tuple(new_vote(f"q{n}", 0, 2).counted(0, count) for n, count in pairs)


def test_two_windows_keep_the_work_of_both(tmp_path: Path) -> None:
    """Each in a lesson of its own; the step is the last one's."""
    one, two = (Window(tmp_path / "session.json") for _ in range(2))
    first = Session("/a", "a", 3, quiz={"q": Answer((1,))})
    second = Session("/b", "b", 5, quiz={"q": Answer((2,))})

    one.write(first, {A: Work()})
    found = two.write(second, {B: Work()})
    assert found == replace(second, others={A: first.work})

    found = one.write(replace(first, quiz={}), {A: Work()})
    assert found == Session("/a", "a", 3, others={B: second.work})


def test_what_a_window_only_read_is_never_new(tmp_path: Path) -> None:
    """Not the votes that it found at its start, and never showed or changed."""
    path = tmp_path / "session.json"
    old = Work(voted(5))
    path.write_bytes(session_bytes(Session("/a", "a", votes=old.votes)))
    one, two = Window(path), Window(path)

    one.write(Session("/a", "a", votes=voted(3)), {A: old})
    for step in (1, 2):
        found = two.write(Session("/b", "b", step, others={A: old}), {B: Work()})
        assert found.others == {A: Work(voted(3))}
    one.write(Session("/a", "a"), {A: old})
    for step in (3, 4):
        found = two.write(Session("/b", "b", step, others={A: old}), {B: Work()})
        assert found.others == {A: Work()}


def test_two_windows_with_one_lesson_keep_what_each_did(tmp_path: Path) -> None:
    """Votes, answers and slots are each as they were changed last."""
    one, two = (Window(tmp_path / "session.json") for _ in range(2))
    base = {A: Work()}

    two.write(Session("/a", "a", quiz={"q": Answer((1,))}), base)
    found = one.write(Session("/a", "a", votes=voted(7)), base)
    assert (found.votes, found.quiz) == (voted(7), {"q": Answer((1,))})

    mine = Session("/a", "a", votes=(), quiz={"q": Answer((1,))}, slots={"ink": [1]})
    assert two.write(mine, base).work == Work(voted(7), mine.quiz, mine.slots)

    found = two.write(replace(mine, votes=voted(52), slots={"ink": [2]}), base)
    assert (found.votes, found.slots) == (voted(52), {"ink": [2]})
    one.write(Session("/a", "a", 1, votes=voted(7)), base)
    found = one.write(Session("/a", "a", 2, votes=voted(7, 8)), base)
    assert (found.votes, found.slots) == (voted(52, 8), {"ink": [2]})


def test_what_was_not_written_is_still_a_change(tmp_path: Path) -> None:
    """The disk was full; the other window wrote, then there was room."""
    path = tmp_path / "session.json"
    one, two = Window(path), Window(path)
    mine = Session("/a", "a", votes=voted(7))
    one.shared.merged(mine, {A: Work()})
    two.write(Session("/a", "a", quiz={"q": Answer((1,))}), {A: Work()})

    found = one.write(mine, {A: Work()})
    assert found.work == Work(voted(7), {"q": Answer((1,))})


def test_a_lesson_that_has_moved_is_one_lesson(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version kept under its old path is joined with what is new."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    old = tmp_path / "sidecar_viz" / "lessons" / "a.lesson.yaml"
    new = tmp_path / "sidecar-viz" / "lessons" / "a.lesson.yaml"
    new.parent.mkdir(parents=True)
    new.touch()
    window = Window(tmp_path / "session.json")
    kept = Session("/b", "b", others={work_key(str(old), "a"): Work(voted(1, 2))})
    window.path.write_bytes(session_bytes(kept))
    base = works_of(load_session(window.path))[work_key(str(new), "a")]
    assert base == Work(voted(1, 2))

    mine = Session(str(new), "a", votes=voted(1, 3))
    found = window.write(mine, {work_key(str(new), "a"): base})
    assert (found.votes, found.others) == (voted(1, 3), {})


def test_a_session_that_cannot_be_read_now_is_not_written_over(tmp_path: Path) -> None:
    """Only a name that leads in a circle can be had by everybody, so that it is."""
    path = tmp_path / "session.json"
    path.symlink_to(path)
    with pytest.raises(OSError, match="symbolic links"):
        SharedSession(path).merged(WHOLE, {})
