"""The user's folders are spelled in one way, and nothing is lost on the way there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from sidecar_viz.files.saved.folders import (
    cache_folder,
    config_file,
    data_file,
    lessons_folder,
    move_old,
    path_now,
)

Place = QStandardPaths.StandardLocation
OLD_LESSONS = Path(".local/share/sidecar_viz/lessons")
OLD_DATA = Path(".local/share/sidecar-viz/sidecar-viz")
OLD_CONFIG = Path(".config/sidecar-viz/sidecar-viz")
OLD_CACHE = Path(".cache/sidecar_viz")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test an empty home, and no other folder named."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def put(path: Path, text: str) -> None:
    """Write a file and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def everything_in(folder: Path) -> dict[str, str]:
    """Map every file below a folder to what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("platform", "variables", "places"),
    [
        (
            "linux",
            {},
            (
                *(".config/sidecar-viz", ".local/share/sidecar-viz"),
                ".cache/sidecar-viz/lessons",
            ),
        ),
        (
            "linux",
            {
                "XDG_CONFIG_HOME": "/c",
                "XDG_DATA_HOME": "/d",
                "XDG_CACHE_HOME": "relative",
            },
            ("/c/sidecar-viz", "/d/sidecar-viz", ".cache/sidecar-viz/lessons"),
        ),
        (
            "darwin",
            {"XDG_DATA_HOME": "/d"},
            (
                "Library/Preferences/sidecar-viz",
                "Library/Application Support/sidecar-viz",
                "Library/Caches/sidecar-viz/lessons",
            ),
        ),
        (
            "win32",
            {},
            (
                *("AppData/Local/sidecar-viz", "AppData/Local/sidecar-viz"),
                "AppData/Local/sidecar-viz/cache",
            ),
        ),
        (
            "win32",
            {"LOCALAPPDATA": "/local"},
            ("/local/sidecar-viz", "/local/sidecar-viz", "/local/sidecar-viz/cache"),
        ),
    ],
)
def test_each_system_has_its_places(
    platform: str,
    variables: dict[str, str],
    places: tuple[str, str, str],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder has one name everywhere; on Linux an absolute path moves it."""
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    config, data, cache = (home / place for place in places)

    assert config_file("preferences.json") == config / "preferences.json"
    assert data_file("session.json") == data / "session.json"
    assert lessons_folder() == data / "lessons"
    assert cache_folder() == cache


def test_qt_has_the_same_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the system that runs the tests, moved by its variables or not."""

    def places_of_qt() -> list[Path]:
        kinds = (Place.GenericConfigLocation, Place.GenericDataLocation)
        return [Path(QStandardPaths.writableLocation(kind)) for kind in kinds]

    def ours() -> list[Path]:
        return [find("sidecar-viz").parents[1] for find in (config_file, data_file)]

    assert ours() == places_of_qt()

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    assert ours() == places_of_qt()


def test_everything_old_is_moved_once(home: Path) -> None:
    """All that was in the old folders is in the new ones, and the old ones are gone."""
    put(home / OLD_LESSONS / "mine" / "lesson.yaml", "mine")
    put(home / OLD_LESSONS / "tides.lesson.yaml", "tides")
    for name in ("session.json", "progress.json", "results.json", "crash-report.txt"):
        put(home / OLD_DATA / name, name)
    put(home / OLD_DATA / "session.damaged.json", "{")
    put(home / OLD_CONFIG / "preferences.json", "preferences")
    put(home / OLD_CACHE / "00c0ffee.lesson", "cached")

    move_old()
    move_old()

    assert everything_in(home) == {
        ".config/sidecar-viz/preferences.json": "preferences",
        ".local/share/sidecar-viz/session.json": "session.json",
        ".local/share/sidecar-viz/progress.json": "progress.json",
        ".local/share/sidecar-viz/results.json": "results.json",
        ".local/share/sidecar-viz/crash-report.txt": "crash-report.txt",
        ".local/share/sidecar-viz/session.damaged.json": "{",
        ".local/share/sidecar-viz/lessons/mine/lesson.yaml": "mine",
        ".local/share/sidecar-viz/lessons/tides.lesson.yaml": "tides",
        ".cache/sidecar-viz/lessons/00c0ffee.lesson": "cached",
    }
    for old in (OLD_LESSONS.parent, OLD_DATA, OLD_CONFIG, OLD_CACHE):
        assert not (home / old).exists()


def test_on_windows_the_old_lessons_and_the_old_cache_shared_a_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each finds its own new place."""
    monkeypatch.setattr(sys, "platform", "win32")
    local = home / "AppData" / "Local"
    put(local / "sidecar_viz" / "lessons" / "tides.yaml", "tides")
    put(local / "sidecar_viz" / "00c0ffee.lesson", "cached")
    put(local / "sidecar-viz" / "sidecar-viz" / "preferences.json", "preferences")
    put(local / "sidecar-viz" / "sidecar-viz" / "session.json", "session")

    move_old()

    assert everything_in(local) == {
        "sidecar-viz/lessons/tides.yaml": "tides",
        "sidecar-viz/cache/00c0ffee.lesson": "cached",
        "sidecar-viz/preferences.json": "preferences",
        "sidecar-viz/session.json": "session",
    }
    assert not (local / "sidecar_viz").exists()


def test_without_anything_old_nothing_is_made(home: Path) -> None:
    """The first start of a new user leaves no empty folders behind."""
    move_old()

    assert list(home.iterdir()) == []


def test_where_both_are_the_new_one_wins_and_the_old_one_stays(home: Path) -> None:
    """Nothing is overwritten; what has no namesake is moved all the same."""
    put(home / OLD_LESSONS / "tides.yaml", "old")
    put(home / ".local/share/sidecar-viz/lessons/moon.yaml", "new")
    put(home / OLD_DATA / "session.json", "old")
    put(home / OLD_DATA / "results.json", "old")
    put(home / ".local/share/sidecar-viz/session.json", "new")

    move_old()

    assert everything_in(home / ".local/share") == {
        "sidecar_viz/lessons/tides.yaml": "old",
        "sidecar-viz/lessons/moon.yaml": "new",
        "sidecar-viz/sidecar-viz/session.json": "old",
        "sidecar-viz/session.json": "new",
        "sidecar-viz/results.json": "old",
    }
    assert data_file("session.json").read_text("utf-8") == "new"
    assert lessons_folder() == home / ".local/share/sidecar-viz/lessons"


def test_lessons_that_cannot_be_moved_stay_in_use(home: Path) -> None:
    """With a file in the new folder's place the old folder is used as ever."""
    put(home / OLD_LESSONS / "tides.yaml", "tides")
    put(home / ".local/share/sidecar-viz", "in the way")
    before = everything_in(home)

    move_old()

    assert everything_in(home) == before
    assert lessons_folder() == home / OLD_LESSONS
    assert path_now(home / OLD_LESSONS / "tides.yaml").read_text("utf-8") == "tides"


def test_files_that_cannot_be_moved_stay_in_use(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that refuses the old files are read and written as ever."""
    put(home / OLD_DATA / "session.json", "session")
    put(home / OLD_CONFIG / "preferences.json", "preferences")

    def refused(_self: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refused)

    move_old()

    assert data_file("session.json") == home / OLD_DATA / "session.json"
    assert config_file("preferences.json") == home / OLD_CONFIG / "preferences.json"
    assert data_file("results.json") == home / ".local/share/sidecar-viz/results.json"


def test_a_remembered_lesson_is_found_where_it_was_moved_to(home: Path) -> None:
    """Preferences and sessions name lessons by paths that were right before."""
    put(home / OLD_LESSONS / "mine" / "lesson.yaml", "mine")
    remembered = home / OLD_LESSONS / "mine" / "lesson.yaml"
    assert path_now(remembered) == remembered

    move_old()

    assert path_now(remembered) == lessons_folder() / "mine" / "lesson.yaml"
    missing = home / OLD_LESSONS / "gone.yaml"
    assert path_now(missing) == missing
    assert path_now(Path("/elsewhere/lesson.yaml")) == Path("/elsewhere/lesson.yaml")
    assert path_now(Path()) == Path()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_stay_where_they_lead(home: Path) -> None:
    """A relative one would lead elsewhere from its new place."""
    put(home / "pref.json", "mine")
    old = home / OLD_CONFIG / "preferences.json"
    old.parent.mkdir(parents=True)
    old.symlink_to("../../../pref.json")
    put(home / OLD_DATA / "session.json", "old session")
    new = home / ".local/share/sidecar-viz/session.json"
    new.parent.mkdir(parents=True, exist_ok=True)
    new.symlink_to("nowhere")

    move_old()

    assert config_file("preferences.json").read_text("utf-8") == "mine"
    assert old.is_symlink()
    assert new.is_symlink()
    assert (home / OLD_DATA / "session.json").read_text("utf-8") == "old session"
