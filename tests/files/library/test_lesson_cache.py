"""Lessons that were read once are kept, and never shown when they are not the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest
from msgspec.structs import replace

from sidecar_viz.core import lesson as lesson_types
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import load_cached
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.files.reading.problems import LessonError

SIDECAR = Path(__file__).parents[3] / "lessons" / "sidecar" / "lesson.yaml"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep lessons in a folder of this test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "sidecar-viz" / "lessons"


def test_a_kept_lesson_is_the_lesson(cache: Path) -> None:
    """The second time it comes from what was kept and is equal in all parts."""
    first = load_cached(SIDECAR)
    assert list(cache.iterdir())

    assert load_cached(SIDECAR) == first == load_lesson(SIDECAR)


def test_the_second_time_no_yaml_is_read(tmp_path: Path) -> None:
    """The YAML reader is not even imported, which is what makes it quick."""
    load_cached(SIDECAR)
    code = dedent(f"""
        import sys
        from pathlib import Path
        from sidecar_viz.files.library.lesson_cache import load_cached
        assert load_cached(Path({str(SIDECAR)!r})).id == "sidecar"
        assert "yaml" not in sys.modules
        """)

    environ = {**os.environ, "PYTHONPATH": str(SIDECAR.parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environ, check=False
    )

    assert done.returncode == 0


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    """One other letter, and what was kept does not count."""
    path = tmp_path / "lesson.yaml"
    path.write_bytes(SIDECAR.read_bytes())
    load_cached(path)

    path.write_bytes(SIDECAR.read_bytes().replace(b"Pod starts", b"Pod begins"))

    assert load_cached(path).steps[0].title == "Pod begins"


def test_what_another_version_cached_is_read_again(cache: Path) -> None:
    """Its types may have meant something else, though the file is the same."""
    lesson = load_cached(SIDECAR)
    (file,) = cache.iterdir()
    made_by, source, *_ = msgspec.msgpack.decode(file.read_bytes())
    other = replace(lesson, title="As another version read it")

    def cached_by(program: str) -> Lesson:
        file.write_bytes(msgspec.msgpack.encode((program, source, other)))
        return load_cached(SIDECAR)

    assert cached_by(made_by) == other
    assert cached_by(f"{made_by}1") == lesson
    assert cached_by("0.0.1 1 1") == lesson


@pytest.mark.parametrize("damage", [b"", b"\x93\x01", b"not what was kept"])
def test_damage_is_read_past(cache: Path, damage: bytes) -> None:
    """A half-written or foreign file in its place changes nothing."""
    lesson = load_cached(SIDECAR)
    for file in cache.iterdir():
        file.write_bytes(damage)

    assert load_cached(SIDECAR) == lesson


def test_a_place_that_refuses_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept, the lesson is read each time."""
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert load_cached(SIDECAR).id == "sidecar"
    assert (tmp_path / "file").read_text("utf-8") == "in the way"


def test_a_bad_lesson_is_refused_as_ever(tmp_path: Path) -> None:
    """Its problems come out, and nothing is kept of it."""
    path = tmp_path / "bad.yaml"
    path.write_text("format: 1\n", "utf-8")

    with pytest.raises(LessonError):
        load_cached(path)
    with pytest.raises(LessonError):
        load_cached(tmp_path / "missing.yaml")


def test_a_program_without_source_files_keeps_lessons_too(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a frozen program no module has a file; lessons are kept all the same."""
    monkeypatch.setattr(lesson_types, "__file__", "/nowhere/lesson.pyc")

    first = load_cached(SIDECAR)

    assert list(cache.iterdir())
    assert load_cached(SIDECAR) == first


@pytest.mark.skipif(os.name != "posix", reason="FIFOs and devices of POSIX")
@pytest.mark.parametrize("made", ["fifo", "endless", "folder"])
def test_whatever_lies_in_the_cache_the_lesson_is_read(cache: Path, made: str) -> None:
    """Neither is a FIFO waited for, nor a device read to its end."""
    lesson = load_cached(SIDECAR)
    (file,) = cache.iterdir()
    file.unlink()
    if made == "fifo":
        os.mkfifo(file)
    elif made == "endless":
        file.symlink_to("/dev/zero")
    else:
        file.mkdir()
    assert load_cached(SIDECAR) == lesson


def test_the_cache_does_not_grow_for_ever(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was cached first goes first; unfinished parts that are old go, too."""
    cache.mkdir(exist_ok=True, parents=True)
    (part := cache / "0a0b0c0d.lesson.0123abcd.part").touch()
    os.utime(part, (0, 0))
    monkeypatch.setattr("sidecar_viz.files.library.lesson_cache.MOST_ENTRIES", 3)
    for number in range(5):
        path = tmp_path / f"{number}.yaml"
        path.write_bytes(SIDECAR.read_bytes())
        load_cached(path)
        newest = max(cache.glob("*.lesson"), key=lambda one: one.stat().st_mtime_ns)
        os.utime(newest, ns=(number, number))
    assert sorted(one.stat().st_mtime_ns for one in cache.iterdir()) == [2, 3, 4]

    monkeypatch.setattr("sidecar_viz.files.library.lesson_cache.MOST_BYTES", 1)
    (tmp_path / "5.yaml").write_bytes(SIDECAR.read_bytes())
    load_cached(tmp_path / "5.yaml")
    assert len(list(cache.iterdir())) == 1
