"""Which tests are near a file: those of its room, and those that import it.

As a plugin of pytest it also leaves out what would take too long: after a quarter of a
minute the rest, which is farther away, is skipped and counted.
"""

from __future__ import annotations

import ast
import sys
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = ("sidecar_viz", "tests", "packaging")
ENOUGH = 12.0  # seconds after which no further test is begun
FAR = 2  # imports between a test and the file, at most
AROUND = {"packaging": "tests/packaging", "lessons": "tests/test_lessons.py"}

_began = time.monotonic()


def module_of(path: Path) -> str:
    """Name a file as an import would."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules() -> dict[str, Path]:
    """Map every module of the project to its file."""
    files = (path for top in CODE for path in (ROOT / top).rglob("*.py"))
    return {module_of(path): path for path in files}


def imported(path: Path, known: dict[str, Path]) -> Iterator[str]:
    """Give the modules of ours that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in known else node.module for name in names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def distances(path: Path) -> dict[Path, int]:
    """Map each test to the number of imports from it to a file."""
    known = modules()
    users: dict[str, set[str]] = {}
    for module, file in known.items():
        for name in imported(file, known):
            users.setdefault(name, set()).add(module)
    found = {module_of(path): 0}
    waiting = deque(found)
    while waiting:
        here = waiting.popleft()
        for user in users.get(here, set()) - found.keys():
            found[user] = found[here] + 1
            waiting.append(user)
    tests = {known[name]: far for name, far in found.items() if name in known}
    return {test: far for test, far in tests.items() if test.name.startswith("test_")}


def mirror_of(path: Path) -> Path:
    """Name the folder of the tests of a file's room."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "sidecar_viz":
        return ROOT / "tests" / Path(*parts[1:-1])
    return ROOT / AROUND.get(parts[0], "tests")


def near(path: Path) -> list[Path]:
    """List the tests near a file, the nearest first."""
    if path.name.startswith("test_"):
        return [path]
    room = mirror_of(path)
    if room.is_file():
        return [room]
    far = distances(path) if path.suffix == ".py" else {}
    own = set(room.glob("test_*.py")) if room != ROOT / "tests" else set()
    found = own | {test for test, away in far.items() if away <= FAR}

    def order(test: Path) -> tuple[bool, int, bool, str]:
        named = test.stem == f"test_{path.stem}" and test.parent == room
        return (not named, far.get(test, FAR + 1), test not in own, str(test))

    return sorted(found, key=order)


def pytest_runtest_setup() -> None:
    """Skip what is too far away to be waited for."""
    import pytest  # noqa: PLC0415 - who asks for names needs no pytest

    if time.monotonic() - _began > ENOUGH:
        pytest.skip("no time left; packaging/test --quick runs it")


if __name__ == "__main__":
    for found in near(Path(sys.argv[1]).resolve()):
        print(found.relative_to(ROOT))
