"""What many tests begin with: a small lesson, the bundled one."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=100)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # in a shell's background
    signal.signal(signal.SIGINT, signal.default_int_handler)

SMALL = """
    format: 1
    id: small
    title: A pod with one container
    actors:
      - {id: pod, name: Pod, kind: pod, state: Pending}
      - {id: app, name: App, kind: container, parent: pod, state: Waiting, count: 0}
      - {id: disk, name: Disk, kind: volume, parent: pod, state: Unmounted, count: 0}
    links:
      - {id: mount, from: app, to: disk, kind: mount}
    steps:
      - id: run
        title: The app runs
        actors:
          - {id: pod, state: Running}
          - {id: app, state: Running, moment: 2}
        links: [{id: mount, state: "on", moment: 2}]
      - id: write
        title: The app writes
        needs: [{link: mount, why: Nothing is mounted.}]
        sends: [{from: app, to: disk, what: lines, loop: true, adds: 4}]
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden pictures be recorded anew."""
    parser.addoption("--record", action="store_true", help="record golden pictures")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: at the end, no core waits for another one."""
    items.sort(key=lambda item: item.get_closest_marker("storm") is None)


@pytest.fixture
def lesson() -> Lesson:
    """Make a lesson of two steps and three actors."""
    return read_lesson(dedent(SMALL).encode(), "small.yaml")


@pytest.fixture(scope="session")
def sidecar_lesson() -> Lesson:
    """Load the bundled sidecar lesson."""
    root = Path(__file__).parent.parent
    return load_lesson(root / "lessons" / "sidecar" / "lesson.yaml")
