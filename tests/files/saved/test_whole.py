"""Files are written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sidecar_viz.files.saved.aside import keep_aside
from sidecar_viz.files.saved.whole import (
    read_whole,
    write_pieces,
    write_together,
    write_unsynced,
    write_whole,
)


def names_in(folder: Path) -> list[str]:
    """List what is in a folder."""
    return sorted(found.name for found in folder.iterdir())


@pytest.mark.parametrize("write", [write_whole, write_unsynced])
def test_what_is_written_can_be_read(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    """The folder is made, the old content is replaced, nothing else is left."""
    path = tmp_path / "data" / "file.json"
    write(path, b"old and long")
    write(path, b"new")

    assert read_whole(path, 100) == b"new"
    assert names_in(path.parent) == ["file.json"]


@pytest.mark.parametrize("write", [write_whole, write_unsynced])
def test_what_cannot_be_written_leaves_the_old(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    """A target that is a folder is an error, and no unfinished file stays."""
    path = tmp_path / "file.json"
    (path / "inside").mkdir(parents=True)

    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write(path, b"new")

    assert names_in(tmp_path) == ["file.json"]


def test_a_missing_or_huge_file_is_not_read(tmp_path: Path) -> None:
    """Nobody waits for a file that no program of ours wrote."""
    path = tmp_path / "file.json"
    assert read_whole(path, 3) is None

    path.write_bytes(b"four")

    assert read_whole(path, 3) is None
    assert read_whole(path, 4) == b"four"


@pytest.mark.skipif(sys.platform != "linux", reason="nothing can be made in /proc")
def test_what_cannot_be_made_is_named_as_it_was_asked_for() -> None:
    """Of its part's name nobody has heard."""
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(Path("/proc/file.json"), b"x")
    assert caught.value.filename == "/proc/file.json"
    assert caught.value.strerror == "No such file or directory"


def test_a_file_in_a_folders_place_is_no_folder(tmp_path: Path) -> None:
    """It is said of the file, at whatever depth it stands."""
    (file := tmp_path / "file").touch()
    for path in (file / "a.json", file / "deep" / "a.json"):
        with pytest.raises(NotADirectoryError) as caught:
            write_whole(path, b"x")
        assert str(caught.value.filename).startswith(str(file))
    assert names_in(tmp_path) == ["file"]


def test_a_damaged_file_is_kept_aside(tmp_path: Path) -> None:
    """It gets another name, so that somebody can look at it."""
    path = tmp_path / "file.json"
    path.write_bytes(b"{")

    assert keep_aside(path) == tmp_path / "file.damaged.json"
    assert keep_aside(path) is None
    assert names_in(tmp_path) == ["file.damaged.json"]


def test_the_folder_is_synced_only_where_that_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On other systems the renaming has to do."""
    monkeypatch.setattr("sidecar_viz.files.saved.whole.FOLDERS_CAN_BE_SYNCED", False)
    write_whole(tmp_path / "file.json", b"new")

    assert (tmp_path / "file.json").read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_others_may_read_it_if_the_user_lets_them(tmp_path: Path) -> None:
    """As any program makes a file: the umask decides, not a temporary one's mode."""
    file = tmp_path / "shared.csv"
    before = os.umask(0o022)
    try:
        write_whole(file, b"x")
    finally:
        os.umask(before)

    assert file.stat().st_mode & 0o777 == 0o644


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX systems")
def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    """Whoever keeps their files elsewhere, or private, finds them so."""
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    real.chmod(0o600)
    link.symlink_to("real.json")

    write_whole(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.json", "real.json"]


@pytest.mark.skipif(os.name != "posix", reason="hard links of POSIX systems")
def test_a_hard_link_is_parted(tmp_path: Path) -> None:
    """Its other names keep what they held, be it a backup or another of our files."""
    progress, session = tmp_path / "progress.json", tmp_path / "session.json"
    progress.write_bytes(b"{}")
    progress.chmod(0o600)
    os.link(progress, session)
    os.link(progress, tmp_path / "backup.json")

    write_whole(progress, b'{"a": 1}')
    write_whole(session, b'{"b": 2}')

    assert progress.read_bytes() == b'{"a": 1}'
    assert session.read_bytes() == b'{"b": 2}'
    assert (tmp_path / "backup.json").read_bytes() == b"{}"
    assert [one.stat().st_mode & 0o777 for one in (progress, session)] == [0o600] * 2
    assert names_in(tmp_path) == ["backup.json", "progress.json", "session.json"]


def test_pieces_are_written_one_after_the_other(tmp_path: Path) -> None:
    """None is asked for before the one before it was written; then all is there."""
    path, asked = tmp_path / "file.pdf", []
    path.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        for piece in (b"one, ", b"two, ", b"three"):
            asked.append(piece)
            yield piece

    writing = write_pieces(path, pieces())
    assert (next(writing), asked) == (1, [b"one, "])
    assert next(writing) == 2
    assert path.read_bytes() == b"old"
    assert list(writing) == [3]

    assert path.read_bytes() == b"one, two, three"
    assert names_in(tmp_path) == ["file.pdf"]


def test_who_stops_in_between_leaves_the_old(tmp_path: Path) -> None:
    """So does a mistake in what makes the pieces."""
    path = tmp_path / "file.pdf"
    path.write_bytes(b"old")
    writing = write_pieces(path, iter((b"one", b"two")))
    next(writing)
    assert len(names_in(tmp_path)) == 2

    writing.close()

    assert names_in(tmp_path) == ["file.pdf"]
    with pytest.raises(ZeroDivisionError):
        list(write_pieces(path, (bytes(1 // n) for n in (1, 0))))
    assert (path.read_bytes(), names_in(tmp_path)) == (b"old", ["file.pdf"])


def test_files_that_belong_together_are_written_together(tmp_path: Path) -> None:
    """Their parts may come in turns, also into a folder that is not there yet."""
    text, picture = tmp_path / "lesson.md", tmp_path / "lesson" / "1.png"
    parts = ((text, b"one, "), (picture, b"drawn"), (text, b"two"))

    assert list(write_together(text, parts)) == [1, 2, 3]
    assert (text.read_bytes(), picture.read_bytes()) == (b"one, two", b"drawn")


def test_the_file_that_names_the_others_takes_its_place_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reads it meanwhile finds all that it tells of."""
    text, picture = tmp_path / "lesson.md", tmp_path / "1.png"
    placed: list[str] = []
    replace = Path.replace

    def noted(part: Path, target: Path) -> Path:
        placed.append(target.name)
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", noted)
    list(write_together(text, ((text, b"one"), (picture, b"drawn"))))

    assert placed == ["1.png", "lesson.md"]


@pytest.mark.parametrize("wrong", ["late", "early"])
def test_of_files_that_belong_together_none_is_there_without_the_others(
    tmp_path: Path, wrong: str
) -> None:
    """What was there stays, in all of them, wherever it goes wrong."""
    text, picture = tmp_path / "lesson.md", tmp_path / "1.png"
    text.write_bytes(b"old")
    refused = tmp_path / "folder"
    refused.mkdir()
    parts = [(text, b"new"), (picture, b"drawn")]
    parts.insert(2 if wrong == "late" else 0, (refused, b""))

    with pytest.raises(OSError, match="no file is there"):
        list(write_together(text, parts))

    assert text.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "lesson.md"]


def test_a_folder_that_was_made_for_nothing_is_gone(tmp_path: Path) -> None:
    """No folder of pictures is left without its text, and none that was there lost."""
    text, picture = tmp_path / "lesson.md", tmp_path / "lesson" / "1.png"
    refused = tmp_path / "folder"
    refused.mkdir()
    second = picture.with_name("2.png")
    parts = [(picture, b"1"), (second, b"2"), (refused, b"")]

    with pytest.raises(OSError, match="no file is there"):
        list(write_together(text, parts))
    assert names_in(tmp_path) == ["folder"]

    picture.parent.mkdir()
    with pytest.raises(OSError, match="no file is there"):
        list(write_together(text, parts))
    assert names_in(tmp_path) == ["folder", "lesson"]
    assert names_in(picture.parent) == []


@pytest.mark.parametrize("moment", ["fdopen", "fsync"])
def test_what_is_interrupted_while_a_file_is_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Ctrl+C comes at any moment, also between a file's making and its first piece."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    out = tmp_path / "new" / "o.mp4"
    monkeypatch.setattr(os, moment, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(out, b"new")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_have_another_beside_it_is_not_left_unfinished(
    tmp_path: Path,
) -> None:
    """What stands in its folder's place is named, and nothing is made."""
    (tmp_path / "a").write_text("no folder")
    parts = [(tmp_path / "a.md", b"text"), (tmp_path / "a" / "step.svg", b"drawing")]
    with pytest.raises(NotADirectoryError) as failed:
        for _ in write_together(parts[0][0], parts):
            pass

    assert failed.value.filename == str(tmp_path / "a")
    assert names_in(tmp_path) == ["a"]


def test_what_stands_in_a_place_by_now_keeps_all_files_as_they_were(
    tmp_path: Path,
) -> None:
    """A folder of the name of one that is written meanwhile: none takes its place."""
    first, beside = tmp_path / "a.webm", tmp_path / "a.vtt"
    beside.write_bytes(b"old")

    def parts() -> Iterator[tuple[Path, bytes]]:
        yield first, b"new"
        yield beside, b"new"
        first.mkdir()

    with pytest.raises(OSError, match="something that is no file is there"):
        list(write_together(first, parts()))
    assert beside.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [beside, first]
