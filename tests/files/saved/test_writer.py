"""Files are written beside the program's own work."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from threading import enumerate as threads

from sidecar_viz.files.saved.writer import Writer


def test_the_latest_content_is_written(tmp_path: Path) -> None:
    """Of many changes the last one is on the disk when the writer has finished."""
    writer = Writer()
    for number in range(200):
        writer.put(tmp_path / "a", str(number).encode())
        writer.put(tmp_path / "b", b"other")

    assert writer.finish(10.0)
    assert (tmp_path / "a").read_bytes() == b"199"
    assert (tmp_path / "b").read_bytes() == b"other"


def test_nothing_to_write_is_finished(tmp_path: Path) -> None:
    """Nobody waits for a writer that was never used."""
    assert Writer().finish(0.0)
    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_is_told_and_the_next_is_written(tmp_path: Path) -> None:
    """One bad place does not stop the others, whether somebody listens or not."""
    told: list[Path] = []
    (tmp_path / "file").write_bytes(b"")
    bad, good = tmp_path / "file" / "inside", tmp_path / "good"
    for writer in (Writer(lambda path, _why: told.append(path)), Writer()):
        writer.put(bad, b"x")
        writer.put(good, b"y")
        assert not writer.finish(10.0)

    assert told == [bad]
    assert good.read_bytes() == b"y"


def test_a_closed_writer_leaves_no_thread(tmp_path: Path) -> None:
    """All is written, then its thread ends; the same for what comes later."""
    before = set(threads())
    writer = Writer()
    writer.put(tmp_path / "a", b"1")
    ended(set(threads()) - before, writer)
    assert (tmp_path / "a").read_bytes() == b"1"

    writer.put(tmp_path / "a", b"2")
    ended(set(threads()) - before, writer)
    assert (tmp_path / "a").read_bytes() == b"2"


def ended(working: set[Thread], writer: Writer) -> None:
    """Close the writer and see its threads end."""
    writer.close()
    for thread in working:
        thread.join(10.0)
        assert not thread.is_alive()


def test_what_is_refused_gives_way_to_what_is_newer(tmp_path: Path) -> None:
    """Older content never comes after newer, even if that is refused, too."""
    path, told = tmp_path / "folder" / "a", list[bool]()
    for good in (True, False):
        began, put = Event(), Event()
        path.parent.touch()
        writer = Writer(lambda _path, why: told.append(why is None))

        def old(began: Event = began, put: Event = put) -> bytes:
            began.set()
            put.wait(10.0)
            raise OSError(28, "full")

        def new(*, good: bool = good) -> bytes:
            if good:
                path.parent.unlink(missing_ok=True)
            return b"new"

        writer.put(path, old)
        assert began.wait(10.0)
        writer.put(path, new)
        put.set()
        assert writer.finish(10.0) == good
        if not good:
            path.parent.unlink()
            assert writer.finish(10.0)
        assert path.read_bytes() == b"new"
        assert writer.finish(10.0)
        assert path.read_bytes() == b"new"
        path.unlink()
        path.parent.rmdir()
        writer.close()
    assert told == [False, True, False, True]


def test_who_put_it_is_told_when_it_is_on_the_disk(tmp_path: Path) -> None:
    """And not when it could not be written."""
    (tmp_path / "file").write_bytes(b"")
    written: list[str] = []
    writer = Writer()
    writer.put(tmp_path / "file" / "inside", b"x", lambda: written.append("bad"))
    writer.put(tmp_path / "good", b"x", lambda: written.append("good"))
    assert not writer.finish(10.0)
    assert written == ["good"]
    writer.close()
