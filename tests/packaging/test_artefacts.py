"""The parts of building packages that can be judged without building one."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from artefacts.common import filled
from artefacts.nfpm import DEPENDS, wanted
from artefacts.prune_qt import MODULES, PLUGINS, braces, reachable
from artefacts.sbom import LICENCES, inside_qt, locked
from artefacts.site import RUNTIME
from artefacts.tree import fill_share
from checks.walk import double_click

ROOT = Path(__file__).parents[2]


def test_braces_are_opened_as_a_shell_does() -> None:
    """A pattern without any is itself."""
    assert braces("a{b,c}d") == ["abd", "acd"]
    assert braces("plain.so") == ["plain.so"]


def test_every_display_is_kept_of_qt() -> None:
    """X11, Wayland and none: a school has any of them."""
    kept = [name for plugin in PLUGINS for name in braces(plugin)]

    for platform in ("xcb", "wayland", "offscreen"):
        assert f"platforms/libq{platform}.so" in kept


def test_every_module_of_qt_that_the_program_uses_is_kept() -> None:
    """A new import of Qt is added to what the packages carry."""
    texts = [path.read_text("utf-8") for path in ROOT.glob("sidecar_viz/**/*.py")]
    used = {name for text in texts for name in re.findall(r"PySide6\.(Qt\w+)", text)}

    assert used == set(MODULES)


def test_the_portable_folder_leaves_out_nothing_that_the_program_imports() -> None:
    """A Python may have a module in a file of its own that another has built in."""
    recipe = ast.parse(
        (ROOT / "packaging/portable/sidecar-viz.spec").read_text("utf-8")
    )
    left_out = next(
        set(ast.literal_eval(node.value.func.value).split())
        for node in recipe.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and ast.unparse(node.targets[0]) == "unused"
    )
    along = [
        path
        for path in ROOT.glob("sidecar_viz/**/*.py")
        if path.name == "kinds.py" or path.parent.name not in {"film", "slides"}
    ]

    assert len(left_out) > 50
    assert [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in along
        for name in imported(path)
        if name in left_out
    ] == []


def imported(path: Path) -> set[str]:
    """The modules that a file imports, and the packages that they lie in."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
    parts = [name.split(".") for name in found]
    return {
        ".".join(names[:end]) for names in parts for end in range(1, len(names) + 1)
    }


def test_libraries_that_others_load_are_kept(tmp_path: Path) -> None:
    """A library of a library is found; one that nobody asks for is not."""
    libc = Path("/lib/x86_64-linux-gnu/libm.so.6")
    if not libc.exists():
        pytest.skip("no library of the system to read")
    folder = tmp_path / "lib"
    folder.mkdir()
    for name in ("libc.so.6", "libother.so"):
        (folder / name).write_bytes(libc.read_bytes())

    assert reachable([libc], folder) == {folder / "libc.so.6"}


def test_words_in_brackets_are_one_dependency() -> None:
    """Fedora's way to say a range of versions."""
    assert wanted("(a >= 1 with a < 2)\n b c") == ["(a >= 1 with a < 2)", "b", "c"]
    assert "(python3 >= 3.11 with python3 < 3.15)" in wanted(DEPENDS["rpm"])
    assert "python<3.15" in wanted(DEPENDS["archlinux"])


def test_a_name_that_nothing_fills_is_an_error() -> None:
    """No launcher is written with a gap in it."""
    assert filled("needs @FLOOR@", {"FLOOR": "2.36"}) == "needs 2.36"
    with pytest.raises(KeyError):
        filled("@FLOR@", {"FLOOR": "2.36"})


def test_the_list_of_parts_names_what_is_bundled() -> None:
    """Each with its licence, and THIRD-PARTY.md and the texts know every licence."""
    parts = [*locked(), *inside_qt()]
    told = (ROOT / "THIRD-PARTY.md").read_text("utf-8")

    assert [part["name"] for part in locked()] == sorted(RUNTIME)
    assert set(LICENCES) == set(RUNTIME)
    for part in parts:
        (licence,) = json.loads(json.dumps(part["licenses"]))
        assert licence["license"]["id"] in told


def test_every_licence_text_that_is_named_is_there() -> None:
    """Whoever follows THIRD-PARTY.md finds the words."""
    told = (ROOT / "THIRD-PARTY.md").read_text("utf-8")
    texts = {path.name for path in (ROOT / "resources" / "licences").iterdir()}

    assert texts
    assert not [name for name in texts if f"`{name}`" not in told]


def test_a_double_click_gives_the_file_to_the_program(tmp_path: Path) -> None:
    """A place with spaces stays one word."""
    entry = tmp_path / "a.desktop"
    entry.write_text('[Desktop Entry]\nExec="/media/my stick/sidecar-viz" %f\n')

    words = double_click(entry, "/home/me/my lesson.yaml")

    assert words == ["/media/my stick/sidecar-viz", "/home/me/my lesson.yaml"]


@pytest.mark.parametrize("place", ["plain", "my stick (ä) & co", "a'b\"c$d"])
def test_the_portable_folder_finds_its_own_place(tmp_path: Path, place: str) -> None:
    """Wherever it lies, its menu entry starts it; taken out, nothing is left."""
    folder, home = tmp_path / place, tmp_path / "home"
    fill_share(folder / "share")
    script = folder / "add-to-menu"
    script.write_bytes((ROOT / "packaging" / "portable" / "add-to-menu").read_bytes())
    data = home / ".local" / "share"
    environ = {"HOME": str(home), "PATH": "/usr/bin:/bin"}

    subprocess.run(["sh", str(script)], env=environ, check=True, capture_output=True)

    (entry,) = (data / "applications").glob("*.desktop")
    assert double_click(entry, "x")[0] == str(folder / "sidecar-viz")
    assert list((data / "icons").rglob("*.png"))

    remove = ["sh", str(script), "--remove"]
    subprocess.run(remove, env=environ, check=True, capture_output=True)
    assert not [path for path in data.rglob("*") if "SidecarViz" in path.name]


@pytest.mark.parametrize(
    ("inherited", "passed_on"),
    [
        ({"LD_LIBRARY_PATH": "/bundle"}, "None"),
        ({"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/mine"}, "/mine"),
        ({}, "None"),
    ],
)
def test_other_programs_do_not_get_the_bundles_libraries(
    inherited: dict[str, str], passed_on: str
) -> None:
    """An editor that is opened from the portable program loads its own."""
    hook = ROOT / "packaging" / "portable" / "clean_environment.py"
    child = "import os; print(os.environ.get('LD_LIBRARY_PATH'))"
    code = (
        f"import runpy, subprocess, sys; runpy.run_path({str(hook)!r});"
        f"subprocess.run([sys.executable, '-c', {child!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **inherited},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == passed_on
