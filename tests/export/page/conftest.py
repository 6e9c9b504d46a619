"""Pages that were exported once, and the browsers that they are tried in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.page.page import Beginning, lesson_page
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts
from tests.export.page.browsers import Browser, Chromium, chromium, firefox

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "resources" / "fonts"

Exported = Callable[[str], Path]
"""Gives the file of a lesson's page."""
Written = Callable[[Lesson], Path]
"""Writes the page of a lesson that is made in a test."""


def of_steps(lesson: Lesson, count: int) -> Lesson:
    """Return a lesson whose first step comes again and again."""
    run = lesson.steps[0]
    steps = tuple(replace(run, id=f"step-{number}") for number in range(count))
    return replace(lesson, steps=steps)


@pytest.fixture(scope="session")
def exported(
    qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory
) -> Exported:
    """Export bundled lessons, each once."""
    del qapp
    load_fonts(FONTS)
    folder, known = tmp_path_factory.mktemp("pages"), dict[str, Path]()

    def page(name: str) -> Path:
        if name not in known:
            lesson = load_lesson(ROOT / "lessons" / name / "lesson.yaml")
            pieces = lesson_page(lesson, Beginning(), FONTS)
            known[name] = folder / f"{name}.html"
            known[name].write_bytes(b"".join(data for data, _ in pieces))
        return known[name]

    return page


@pytest.fixture
def written(exported: Exported, tmp_path: Path) -> Written:
    """Export a lesson as it is, into a folder of the test."""
    del exported  # it has loaded the fonts

    def page(lesson: Lesson) -> Path:
        file = tmp_path / "lesson.html"
        pieces = lesson_page(lesson, Beginning(), FONTS)
        file.write_bytes(b"".join(data for data, _ in pieces))
        return file

    return page


@pytest.fixture(scope="module")
def in_chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """Run Chromium for the tests of a file."""
    with chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Run each browser for the tests of a file."""
    start = {"chromium": chromium, "firefox": firefox}[request.param]
    with start(tmp_path_factory.mktemp(request.param)) as running:
        yield running
