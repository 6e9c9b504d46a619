"""Who may import whom. Read it as the plan of the house."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sidecar_viz"
FILES = sorted(PACKAGE.rglob("*.py"))

QT = ("PySide6.QtCore", "PySide6.QtGui")

# A layer, and what its files may import beside itself and the standard library.
LAYERS: dict[str, tuple[str, ...]] = {
    "core": ("msgspec",),
    "files": ("core", "msgspec", "yaml"),
    "pods": ("core", "files", "msgspec"),
    "paint": ("core", "pods", "msgspec", *QT),
    "export": ("core", "paint", "msgspec", *QT, "PySide6.QtSvg"),
    "app": (
        *("core", "files", "pods", "paint", "export", "start"),
        *("msgspec", "PySide6", "shiboken6", "pygments"),
    ),
    "commands": (
        *("core", "files", "pods", "start"),
        "msgspec",
    ),
    "cli": ("commands",),
    "start": (),
    "__init__": (),
    "__main__": ("cli",),
}

# What a layer may import inside functions only, so that `check` needs no Qt.
LATE: dict[str, tuple[str, ...]] = {
    "commands": ("app", "export"),
    "files": ("pods",),  # for a lesson that is made of a simulation
    "start": ("PySide6",),
}

# What only these files may import; they themselves are loaded when it is wanted.
EXTRAS: dict[str, tuple[str, ...]] = {
    "export/slides/deck.py": ("pptx",),
    "export/film/encoder.py": ("av",),
    "export/film/colours.py": ("av",),
}

WITHOUT_QT = ("core", "files", "pods", "commands", "cli")


def layer_of(path: Path) -> str:
    """Name the layer that a file belongs to: its folder, or itself at the top."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def module_of(path: Path) -> str:
    """Name a file as an import would."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Give every module imported in *path*, and whether it loads with the file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _imports(tree, at_once=True)


def _imports(node: ast.AST, *, at_once: bool) -> Iterator[tuple[str, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from ((alias.name, at_once) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            for alias in child.names:
                yield f"{'.' * child.level}{child.module or ''}.{alias.name}", at_once
        function = isinstance(
            child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
        )
        yield from _imports(child, at_once=at_once and not function)


def allowed(layer: str, *, at_once: bool) -> tuple[str, ...]:
    """List what a layer may import, as full names."""
    names = (layer, *LAYERS[layer], *(() if at_once else LATE.get(layer, ())))
    return (
        "sidecar_viz.__version__",
        *(f"sidecar_viz.{name}" if name in LAYERS else name for name in names),
    )


def within(name: str, roots: tuple[str, ...]) -> bool:
    """Tell whether *name* is one of *roots* or inside one."""
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def short(path: Path) -> str:
    """Name a test after the file it is about."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=short)
def test_a_file_imports_only_what_its_layer_may(path: Path) -> None:
    """Every import is of the own layer, a layer below, or a library it may use."""
    layer = layer_of(path)
    assert layer in LAYERS, f"{short(path)} belongs to no layer; add it to the table"

    wrong = [
        name
        for name, at_once in imports(path)
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not within(name, allowed(layer, at_once=at_once))
        and not within(name, EXTRAS.get(path.relative_to(PACKAGE).as_posix(), ()))
    ]

    assert not wrong, f"{short(path)} ({layer}) may not import {', '.join(wrong)}"


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if layer_of(path) in WITHOUT_QT],
    ids=short,
)
def test_the_core_knows_no_qt(path: Path) -> None:
    """A lesson can be read, checked and described where Qt is not installed."""
    assert not [name for name, _ in imports(path) if name.startswith("PySide6")]


@pytest.mark.parametrize("path", FILES, ids=short)
def test_imports_are_absolute(path: Path) -> None:
    """A search for a module's name finds everyone who uses it."""
    assert not [name for name, _ in imports(path) if name.startswith(".")]


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.name == "__init__.py" and path.parent != PACKAGE],
    ids=short,
)
def test_a_package_file_holds_no_code(path: Path) -> None:
    """Importing one module of a package loads no other."""
    body = ast.parse(path.read_text(encoding="utf-8")).body

    assert not [
        node
        for node in body
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]


@cache
def neighbours() -> dict[str, set[str]]:
    """Map each of our modules to those of ours that it imports, early or late."""
    ours = {module_of(path) for path in FILES}
    return {
        module_of(path): {
            found
            for name, _ in imports(path)
            for found in (name, name.rpartition(".")[0])
            if found in ours and found != "sidecar_viz"
        }
        for path in FILES
    }


def cycle_in(graph: dict[str, set[str]]) -> list[str]:
    """Find one way round in *graph*, or nothing."""
    finished: set[str] = set()

    def walk(module: str, trail: list[str]) -> list[str]:
        if module in trail:
            return [*trail[trail.index(module) :], module]
        if module not in finished:
            for other in sorted(graph[module]):
                if found := walk(other, [*trail, module]):
                    return found
            finished.add(module)
        return []

    return next((found for m in sorted(graph) if (found := walk(m, []))), [])


def test_a_cycle_is_found() -> None:
    """The search sees a way round, however long, and no other."""
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]
    assert cycle_in({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_two_modules_need_each_other() -> None:
    """Imports never lead back to where they started, not even inside functions."""
    assert not cycle_in(neighbours()), " -> ".join(cycle_in(neighbours()))
