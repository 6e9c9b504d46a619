"""Where lessons are found, and what is said when they are not."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from sidecar_viz.files.library import places as library
from sidecar_viz.files.library.places import (
    VARIABLE,
    Found,
    LibraryError,
    bundled_lessons,
    data_folder,
    find_lesson,
    user_folder,
    user_lessons,
)

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test an empty home, and no other folder named."""
    place = tmp_path / "home"
    place.mkdir()
    for name in (VARIABLE, "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(place))
    return place


@pytest.fixture
def own(home: Path) -> Path:
    """Put two lessons of the user's own into their folder, and other things."""
    folder = home / ".local" / "share" / "sidecar-viz" / "lessons"
    (folder / "mine").mkdir(parents=True)
    (folder / "mine" / "lesson.yaml").write_text("mine")
    (folder / "single.yml").write_text("single")
    (folder / "notes.txt").write_text("no lesson")
    (folder / "empty").mkdir()
    return folder


def test_in_a_checkout_the_data_is_around_the_package() -> None:
    """Lessons and resources lie beside the package."""
    assert data_folder() == ROOT
    names = [found.name for found in bundled_lessons()]
    assert names == sorted(
        path.parent.name for path in ROOT.glob("lessons/*/lesson.yaml")
    )
    assert "sidecar" in names


def test_installed_the_data_is_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wheel carries it in _data."""
    (tmp_path / "_data" / "lessons").mkdir(parents=True)
    monkeypatch.setattr(library, "PACKAGE", tmp_path)

    assert data_folder() == tmp_path / "_data"


def test_another_folder_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment comes first; a folder without lessons is an error."""
    (tmp_path / "lessons").mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert data_folder() == tmp_path

    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    with pytest.raises(LibraryError, match="where there is no folder lessons"):
        data_folder()


def test_missing_data_names_the_places_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither inside the package nor around it: both are named, and the remedy."""
    monkeypatch.setattr(library, "PACKAGE", tmp_path / "site" / "sidecar_viz")

    with pytest.raises(LibraryError) as caught:
        data_folder()

    assert str(tmp_path / "site" / "sidecar_viz" / "_data") in str(caught.value)
    assert f"and {tmp_path / 'site'};" in str(caught.value)


def test_a_folder_named_site_with_lessons_is_no_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Around the package counts only where the project itself lies."""
    (tmp_path / "lessons").mkdir()
    monkeypatch.setattr(library, "PACKAGE", tmp_path / "sidecar_viz")

    with pytest.raises(LibraryError):
        data_folder()


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, ".local/share"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data"),
        ("linux", {"XDG_DATA_HOME": "relative"}, ".local/share"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, "Library/Application Support"),
        ("win32", {}, "AppData/Local"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local"),
    ],
)
def test_own_lessons_are_where_the_platform_keeps_data(
    platform: str,
    variables: dict[str, str],
    expected: str,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each system has its place; on Linux it can be moved by an absolute path."""
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert user_folder() == home / expected / "sidecar-viz" / "lessons"


def test_own_lessons_are_folders_or_files(own: Path) -> None:
    """By name; what is no lesson is left out; no folder means none."""
    assert user_lessons() == (
        Found("mine", own / "mine" / "lesson.yaml"),
        Found("single", own / "single.yml"),
    )
    shutil.rmtree(own)
    assert user_lessons() == ()


def test_lessons_of_earlier_versions_are_found(home: Path, own: Path) -> None:
    """By name and by the path that was right once; the new folder comes first."""
    old = home / ".local" / "share" / "sidecar_viz" / "lessons"
    old.mkdir(parents=True)
    (old / "moon.yaml").write_text("moon")
    (old / "single.yaml").write_text("old")

    assert [found.name for found in user_lessons()] == ["mine", "moon", "single"]
    assert find_lesson("moon") == old / "moon.yaml"
    assert find_lesson("single") == own / "single.yml"
    assert find_lesson(str(old / "single.yml")) == own / "single.yml"


def test_a_file_that_opens_by_double_click_has_a_short_name(own: Path) -> None:
    """The ending .lesson.yaml, by which desktops know it, is no part of the name."""
    (own / "tides.lesson.yaml").write_text("format: 1\n", "utf-8")

    assert "tides" in {lesson.name for lesson in user_lessons()}
    assert find_lesson("tides") == own / "tides.lesson.yaml"


def test_a_lesson_is_found_by_its_name(own: Path) -> None:
    """Bundled or the user's own, whose wins under the same name."""
    assert find_lesson("sidecar") == ROOT / "lessons" / "sidecar" / "lesson.yaml"
    assert find_lesson("single") == own / "single.yml"

    (own / "sidecar.yaml").write_text("mine")
    assert find_lesson("sidecar") == own / "sidecar.yaml"


def test_a_lesson_is_found_by_its_path(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file, a folder with a lesson, a file in the home, one without an ending."""
    assert find_lesson(str(own / "single.yml")) == own / "single.yml"
    assert find_lesson(str(own / "mine")) == own / "mine" / "lesson.yaml"
    assert find_lesson("~/.local/share/sidecar-viz/lessons/single.yml").exists()

    monkeypatch.chdir(own)
    assert find_lesson("notes.txt") == Path("notes.txt")
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(library, "user_folder", lambda: own / "nothing")
    assert find_lesson("mine") == Path("mine") / "lesson.yaml"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("sidcar", r"there is no lesson 'sidcar'; did you mean sidecar\? \(known"),
        (
            "zzz",
            r"no lesson 'zzz' \(known lessons: .*mine, .*sidecar, single\)",
        ),
        ("nowhere/lesson.yaml", "there is no file nowhere/lesson.yaml$"),
        ("lesson.yml", "there is no file lesson.yml"),
        ("~nobody-there/x.yaml", "there is no file ~nobody-there"),
    ],
)
def test_what_is_not_found_is_said_with_what_is_near(
    wanted: str, message: str, own: Path
) -> None:
    """By name, the lessons that are known; by path, the file beside it."""
    assert own.is_dir()
    with pytest.raises(LibraryError, match=message):
        find_lesson(wanted)


def test_a_path_that_is_nearly_right(own: Path) -> None:
    """A slip in a file's name is pointed out; a folder must hold a lesson."""
    with pytest.raises(LibraryError, match=r"did you mean single.yml\?"):
        find_lesson(str(own / "singel.yml"))
    with pytest.raises(LibraryError, match=r"is a folder without a lesson\.yaml"):
        find_lesson(str(own / "empty"))
