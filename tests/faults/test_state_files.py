"""State files keep their promises on a disk that does not keep its own.

Whatever is in the way: nothing that was written is lost or damaged, nobody waits, it is
said once that nothing can be kept, and what was done meanwhile is written when it can.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from sidecar_viz.app.preferences.preferences import (
    Preferences,
    load_preferences,
    save_preferences,
)
from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import Session, Work
from sidecar_viz.files.saved.opening_mark import OpeningMark
from sidecar_viz.files.saved.progress_file import load_progress, merged_progress
from sidecar_viz.files.saved.results_file import (
    Result,
    load_results,
    merged_results,
    results_bytes,
)
from sidecar_viz.files.saved.session_file import SharedSession, load_session
from sidecar_viz.files.saved.writer import Writer
from tests.faults.faults import READING, STRANGE, WRITING, Fault, fifo_for_good, full

pytestmark = pytest.mark.storm

Said = list[OSError | ValueError | None]
OLD = Result("Old", "q", "?", 0, (1, 2), (0, 0), "2026-03-02T10:15:00")
NEW = Result("New", "q", "?", 0, (3, 4), (0, 0), "2026-03-02T10:16:00")
FIRST = Session("/a", "a", 3, quiz={"q": Answer((1,))})
THEN = Session("/b", "b", 5, others={"a /a": Work(quiz={"q": Answer((1,))})})


class Kept(NamedTuple):
    """A kind of state file: how it is written, and read."""

    old: Callable[[Path], bytes]
    new: Callable[[Path], bytes]
    load: Callable[[Path], object]
    before: object
    after: object
    empty: object


KINDS = {
    "results": Kept(
        lambda path: merged_results(path, (OLD,)),
        lambda path: merged_results(path, (NEW,)),
        load_results,
        (OLD,),
        (OLD, NEW),
        (),
    ),
    "progress": Kept(
        lambda path: merged_progress(path, {"a": Progress(1, 2)}),
        lambda path: merged_progress(path, {"b": Progress(2, 2)}),
        load_progress,
        {"a": Progress(1, 2)},
        {"a": Progress(1, 2), "b": Progress(2, 2)},
        {},
    ),
    "session": Kept(
        lambda path: SharedSession(path).merged(FIRST, {"a /a": Work()}),
        lambda path: SharedSession(path).merged(
            Session("/b", "b", 5), {"b /b": Work()}
        ),
        load_session,
        FIRST,
        THEN,
        Session(),
    ),
}


@pytest.fixture(params=sorted(KINDS))
def kept(request: pytest.FixtureRequest) -> Kept:
    """Give each kind of state file."""
    return KINDS[request.param]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file in a folder of its own, which is there."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder / "state.json"


@pytest.fixture
def said() -> Said:
    """Give a list for the reasons why nothing can be kept."""
    return []


@pytest.fixture
def writer(said: Said) -> Iterator[Writer]:
    """Give a writer that says those reasons."""
    made = Writer(lambda _path, reason: said.append(reason))
    yield made
    made.close()


@pytest.mark.parametrize("fault", WRITING, ids=lambda fault: fault.__name__)
def test_what_cannot_be_written_is_kept_until_it_can(
    path: Path, kept: Kept, fault: Fault, writer: Writer, said: Said
) -> None:
    """The old file is whole; it is said once; at last both are there."""
    path.write_bytes(kept.old(path))
    with fault(path):
        for _ in range(3):
            writer.put(path, lambda: kept.new(path))
            assert not writer.finish(10.0)
    assert len(said) == 1
    assert kept.load(path) == kept.before
    assert [found.name for found in path.parent.iterdir()] == [path.name]

    assert writer.finish(10.0)
    assert kept.load(path) == kept.after


@pytest.mark.parametrize("fault", READING, ids=lambda fault: fault.__name__)
def test_what_cannot_be_read_is_not_written_over(
    path: Path, kept: Kept, fault: Fault, writer: Writer
) -> None:
    """Nor called damaged: when it can be read again, all of it is there."""
    path.write_bytes(kept.old(path))
    with fault(path):
        assert kept.load(path) == kept.empty
        writer.put(path, lambda: kept.new(path))
        assert not writer.finish(10.0)
    assert kept.load(path) == kept.before
    assert [found.name for found in path.parent.iterdir()] == [path.name]

    assert writer.finish(10.0)
    assert kept.load(path) == kept.after


@pytest.mark.parametrize("fault", STRANGE, ids=lambda fault: fault.__name__)
def test_what_is_no_file_is_put_aside_at_once(
    path: Path, kept: Kept, fault: Fault, writer: Writer
) -> None:
    """Nobody waits for it, and a new file takes its place."""
    with fault(path):
        assert kept.load(path) == kept.empty
        writer.put(path, lambda: kept.old(path))
        assert writer.finish(10.0)
        assert kept.load(path) == kept.before
        names = sorted(found.name for found in path.parent.iterdir())
        assert names == ["state.damaged.json", "state.json"]


@pytest.mark.parametrize("fault", WRITING, ids=lambda fault: fault.__name__)
def test_preferences_stay_what_they_were(path: Path, fault: Fault) -> None:
    """The reason is told to whoever wants to write them."""
    old, new = Preferences(theme="dark"), Preferences(theme="dark", speed=0.5)
    save_preferences(old, path)
    with fault(path), pytest.raises(OSError, match=r"\[Errno \d+\]"):
        save_preferences(new, path, ["speed"])
    assert load_preferences(path) == old
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    save_preferences(new, path, ["speed"])
    assert load_preferences(path) == new


def test_a_name_that_no_disk_takes_is_an_error_and_no_more(
    tmp_path: Path, kept: Kept, writer: Writer, said: Said
) -> None:
    """It is said once, and nothing is left behind."""
    path = tmp_path / ("n" * 300)
    assert kept.load(path) == kept.empty
    writer.put(path, lambda: kept.new(path))
    assert not writer.finish(10.0)
    assert [getattr(one, "errno", None) for one in said] == [errno.ENAMETOOLONG]
    assert list(tmp_path.iterdir()) == []


def test_the_whole_rows_of_a_results_file_outlive_a_full_disk(path: Path) -> None:
    """They are read while they cannot be written; nothing is told, or lost, so far."""
    path.write_bytes(results_bytes((OLD, NEW))[:-20])
    cut, aside = path.read_bytes(), list[Path]()
    with full(path):
        for _ in range(2):
            assert load_results(path, aside) == (OLD,)
        with pytest.raises(OSError, match="No space"):
            merged_results(path, (NEW,), aside)
        assert (path.read_bytes(), aside) == (cut, [])
    assert load_results(path, aside) == (OLD,)
    (kept,) = aside
    assert kept.read_bytes() == cut
    assert load_results(path) == (OLD,)


def test_a_fifo_that_stays_in_the_mark_s_place_is_not_opened(path: Path) -> None:
    """It may be on a disk that is read-only; nobody waits, nothing is written to it."""
    mark = OpeningMark(path)
    with fifo_for_good(path):
        other_end = os.open(path, os.O_RDWR | os.O_NONBLOCK)  # so that a test may fail
        mark.begin("/a.yaml")
        with pytest.raises(BlockingIOError):
            os.read(other_end, 10)
        mark.end()
        os.close(other_end)
    assert mark.left_by_a_death() == ""
