"""How cost grows with the number of steps and of actors.

A table: reading the file, checking it, its first picture, and from one step to the
next in the window. `python -m tests.bench` prints it below its own; `--smoke` does the
smallest lesson only.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.rules.checks import check_lesson
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import LIGHT

STEPS, ACTORS = (10, 100, 1000), (5, 50, 200)
MOSTLY, FEW = 10, 5  # of the one while the other grows
SIZE = (1280, 720)
RUNS = 5
CHANGES = 9


def lesson_text(steps: int, actors: int) -> str:
    """A lesson in which each step moves one actor; with table, flow and tracker."""
    who = range(actors)
    rows = "\n".join(
        f"    - {{id: r{n}, step: s{n}, cells: ['{n}', Step {n}, Done]}}"
        for n in range(steps)
    )
    told = "\n".join(
        f"  - id: s{n}\n    title: Step {n}\n    caption: Actor {n % actors} works.\n"
        f"    say: Works.\n    describe: One works.\n"
        f"    actors: [{{id: a{n % actors}, count: {n + 1}}}]\n"
        f"    sends: [{{from: a{n % actors}, to: a{(n + 1) % actors}, what: x}}]"
        for n in range(steps)
    )
    cast = "\n".join(
        f"  - {{id: a{n}, name: Actor {n}, state: Running, count: 0, unit: jobs}}"
        for n in who
    )
    links = "\n".join(
        f"  - {{id: l{n}, from: a{n}, to: a{(n + 1) % actors}, state: on}}" for n in who
    )
    tracker = "\n".join(f"    - {{id: t{n}, label: A {n}, counts: a{n}}}" for n in who)
    return (
        f"format: 1\nid: scale\ntitle: Scale\nactors:\n{cast}\nlinks:\n{links}\n"
        "table:\n  columns: [{id: n, label: Step}, {id: what, label: Action},"
        f" {{id: end, label: Result}}]\n  rows:\n{rows}\n"
        f"tracker:\n  columns: [{{id: c, label: End, after: s{steps - 1}}}]\n"
        f"  rows:\n{tracker}\nsteps:\n{told}\n"
    )


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """The median time of some *work*."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def row(steps: int, actors: int, runs: int) -> list[float]:
    """Load, check, first picture and a step change in the window."""
    data = lesson_text(steps, actors).encode()
    found = read_lesson_file(data, "scale.yaml")
    lesson = found.lesson
    timeline = Timeline(lesson)
    return [
        milliseconds(lambda: read_lesson_file(data, "scale.yaml"), runs),
        milliseconds(lambda: check_lesson(lesson, found.document.place), runs),
        milliseconds(lambda: still(lesson, timeline.rest(0), SIZE, LIGHT), runs),
        step_change(lesson),
    ]


def step_change(lesson: Lesson) -> float:
    """From a step to the next and its picture, in the middle of the lesson."""
    chosen = Preferences(motion="none", theme="light")
    window = connected_program(lesson, None, chosen).window
    window.resize(*SIZE)
    window.show()
    here = len(lesson.steps) // 2

    def change() -> None:
        nonlocal here
        here += 1 if here < len(lesson.steps) // 2 + 2 else -1
        window.player.jump(here)
        QApplication.processEvents()

    for _ in range(3):
        change()
    taken = milliseconds(change, CHANGES)
    window.close()
    window.deleteLater()
    return taken


def main() -> int:
    """Print the table, each line beside the smallest lesson's."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale")
    parser.add_argument("--smoke", action="store_true", help="small lessons, once")
    smoke = parser.parse_args().smoke
    application = make_application()
    load_fonts(data_folder() / "resources" / "fonts")
    heads = ("load", "check", "picture", "step")
    print(f"{'steps':>6} {'actors':>6}", *(f"{head:>9}" for head in heads))
    cases = [(steps, FEW) for steps in STEPS] + [(MOSTLY, actors) for actors in ACTORS]
    for steps, actors in cases[:1] if smoke else cases:
        figures = row(steps, actors, 1 if smoke else RUNS)
        said = " ".join(f"{figure:6.1f} ms" for figure in figures)
        print(f"{steps:6} {actors:6} {said}", flush=True)
    del application
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
