"""Every file is in a room, and no room needs one that stands above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rooms import AT_THE_DOOR, MOST_FILES, ROOMS, Row
from tests.test_layers import FILES, PACKAGE, ROOT, module_of, neighbours

MODULES = {module_of(path): path for path in FILES}
INSIDE = [
    path for path in FILES if path.name != "__init__.py" or path.parent == PACKAGE
]


def room_of(path: Path) -> tuple[str, str]:
    """Name a file's layer and its room; "" is the layer's own folder."""
    folders = path.relative_to(PACKAGE).parent.parts
    return (folders[0] if folders else "", "/".join(folders[1:]))


def other_rooms(path: Path) -> set[str]:
    """List the other rooms of its layer that a file imports, early, late or typed."""
    layer, room = room_of(path)
    found = {room_of(MODULES[name]) for name in neighbours()[module_of(path)]}
    return {there for other, there in found if other == layer and there != room}


def unknown_floors(rows: tuple[Row, ...]) -> list[str]:
    """List what a row needs that does not stand above it."""
    wrong, above = [], set[str]()
    for room, needs in rows:
        wrong += [f"{room} needs {need}" for need in needs if need not in above]
        above.add(room)
    return wrong


def test_a_room_that_stands_below_is_found() -> None:
    """A table may not be out of order, nor name a room that is not in it."""
    assert unknown_floors((("a", ()), ("b", ("a",)))) == []
    assert unknown_floors((("a", ("b",)), ("b", ("c",)))) == ["a needs b", "b needs c"]


@pytest.mark.parametrize("layer", ROOMS)
def test_a_room_needs_only_rooms_above_it_in_its_table(layer: str) -> None:
    """The rows of a layer's table are its floors, from the ground up."""
    assert unknown_floors(ROOMS[layer]) == []


@pytest.mark.parametrize("path", INSIDE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_from_rooms_that_its_room_needs(path: Path) -> None:
    """Imports inside functions and for types alone count as the others do."""
    layer, room = room_of(path)
    if not layer:
        assert path.name in AT_THE_DOOR
        return
    rooms = dict(ROOMS[layer])
    assert room in rooms, f"{path.relative_to(ROOT)} is in no room of {layer}"

    assert other_rooms(path) <= set(rooms[room])


@pytest.mark.parametrize("layer", ROOMS)
def test_a_room_names_no_room_that_it_does_without(layer: str) -> None:
    """The table tells what is so, not what might be."""
    needed: dict[str, set[str]] = {room: set() for room, _ in ROOMS[layer]}
    for path in INSIDE:
        if room_of(path)[0] == layer:
            needed[room_of(path)[1]] |= other_rooms(path)

    assert needed == {room: set(needs) for room, needs in ROOMS[layer]}


@pytest.mark.parametrize("top", ["sidecar_viz", "tests", "packaging", "docs"])
def test_no_folder_is_crowded(top: str) -> None:
    """A folder with more files is two rooms; who looks for one must read them all."""
    folders = {path for path in (ROOT / top).rglob("*") if path.is_dir()}
    crowded = {
        str(folder.relative_to(ROOT)): len(found)
        for folder in folders
        if folder.name != "__pycache__"
        if len(found := [one for one in folder.iterdir() if one.is_file()]) > MOST_FILES
    }

    assert crowded == {}


def test_every_room_says_what_it_is() -> None:
    """The file that makes a folder a package says in a sentence what is in it."""
    silent = [
        str(path.relative_to(ROOT))
        for path in FILES
        if path.name == "__init__.py" and not path.read_text("utf-8").strip()
    ]

    assert silent == []
