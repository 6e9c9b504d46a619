"""Unfinished files are swept once nobody writes them, and nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sidecar_viz.files.saved.parts import sweep, sweep_folder
from sidecar_viz.files.saved.whole import write_pieces, write_together, write_whole
from tests.files.saved.test_whole import names_in


def old_part(path: Path, mark: str = "0123abcd") -> Path:
    """Leave an unfinished file, as a power cut does, a long time ago."""
    part = path.with_name(f"{path.name}.{mark}.part")
    part.touch()
    os.utime(part, (0, 0))
    return part


def test_only_stale_parts_are_swept(tmp_path: Path) -> None:
    """Nothing of another file, no folder, and nothing that has another's form."""
    path = tmp_path / "file.json"
    gone = old_part(path)
    stay = [old_part(path, mark) for mark in ("backup00", "0a", "0123ABCD", "")]
    stay += [old_part(tmp_path / name) for name in ("other.json", "file.json.old")]
    (fresh := path.with_name("file.json.00000000.part")).touch()
    (folder := path.with_name("file.json.11111111.part")).mkdir()
    os.utime(folder, (0, 0))
    sweep(path)

    assert not gone.exists()
    assert set(tmp_path.iterdir()) == {*stay, fresh, folder}
    sweep(tmp_path / "missing" / "file.json")


def test_all_stale_parts_of_a_folder_are_swept(tmp_path: Path) -> None:
    """In the program's own folders, such as the cache, whatever they were of."""
    for name in ("a", "b"):
        old_part(tmp_path / name)
    (tmp_path / "a.lesson").touch()
    sweep_folder(tmp_path)
    sweep_folder(tmp_path / "missing")

    assert names_in(tmp_path) == ["a.lesson"]


@pytest.mark.skipif(os.name != "posix", reason="links and locks of POSIX")
def test_a_part_is_swept_beside_the_file_and_not_beside_its_link(
    tmp_path: Path,
) -> None:
    """There it was made."""
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.json", tmp_path / "b.json"
    link.symlink_to(real)
    part = old_part(real)
    write_whole(link, b"new")

    assert not part.exists()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="links and locks of POSIX")
def test_what_is_written_slowly_is_not_swept(tmp_path: Path) -> None:
    """A film may take minutes between two pieces; another save ends meanwhile."""
    path = tmp_path / "film.mp4"
    slow = write_pieces(path, iter((b"one", b"two")))
    next(slow)
    (part,) = tmp_path.iterdir()
    os.utime(part, (0, 0))
    write_whole(path, b"another")
    assert part.exists()
    assert list(slow) == [2]

    assert path.read_bytes() == b"onetwo"
    assert names_in(tmp_path) == ["film.mp4"]


@pytest.mark.skipif(os.name != "posix", reason="links and locks of POSIX")
def test_what_waits_for_others_to_take_their_places_is_not_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that is old when the last of its pictures is there is still held."""
    text, picture = tmp_path / "lesson.md", tmp_path / "1.png"
    replace = Path.replace

    def swept_meanwhile(part: Path, target: Path) -> Path:
        for other in tmp_path.glob("lesson.md.*.part"):
            os.utime(other, (0, 0))
        if target.name == "1.png":
            sweep(text)
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", swept_meanwhile)
    list(write_together(text, ((text, b"one"), (picture, b"drawn"))))

    assert names_in(tmp_path) == ["1.png", "lesson.md"]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_what_was_killed_is_swept(tmp_path: Path) -> None:
    """Nobody holds it any more."""
    path = tmp_path / "film.mp4"
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from sidecar_viz.files.saved.whole import write_pieces\n"
        "writing = write_pieces(Path(sys.argv[1]), iter((b'one', b'two')))\n"
        "next(writing)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    (part,) = tmp_path.iterdir()
    os.utime(part, (0, 0))
    write_whole(path, b"new")

    assert names_in(tmp_path) == ["film.mp4"]


def test_a_name_as_long_as_may_be_is_written(tmp_path: Path) -> None:
    """The part's own name is shorter; its leftovers are swept as any others."""
    for name in ("n" * 255, "é" * 127):
        path = tmp_path / name
        write_whole(path, b"x")
        assert path.read_bytes() == b"x"
        part = tmp_path / f"{'n' * 200 if name[0] == 'n' else 'é' * 100}.0123abcd.part"
        part.touch()
        os.utime(part, (0, 0))
        sweep(path)
        assert not part.exists()


def test_signs_of_patterns_in_a_name_are_letters(tmp_path: Path) -> None:
    """Parts of a[1].json are swept, and none of another file."""
    mine = tmp_path / "a[1].json.0123abcd.part"
    others = tmp_path / "a1.json.0123abcd.part"
    for part in (mine, others):
        part.touch()
        os.utime(part, (0, 0))
    sweep(tmp_path / "a[1].json")
    assert [found.name for found in tmp_path.iterdir()] == [others.name]
