"""`python -m tests.bench`: every figure of the speed table, in one run.

Each figure is measured beside what it is compared with, in turn, and the
median of the runs is shown. `--smoke` runs everything once and briefly.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from sidecar_viz.export.formats import FORMATS
from tests.bench.plain import plain_python
from tests.x_server import x_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

RUNS = 7
FILMS = 3  # each takes a minute beside manim
STARTS = 3  # times as many starts: single ones swing by half
SCREENS = {"1080p": "1920x1080", "4K": "3840x2160"}
Figures = dict[str, float]


class Line(NamedTuple):
    """A line of the table."""

    what: str
    measured: str
    at_most: str


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--smoke", action="store_true", help="one short run of each")
    smoke = parser.parse_args().smoke
    runs = 1 if smoke else RUNS
    lines = [*starting(runs), *state(runs, smoke=smoke), *reading(runs)]
    for name, screen in SCREENS.items():
        lines += frames(name, screen, smoke=smoke)
    lines += [*idle(smoke=smoke), *memory(smoke=smoke), *keys(smoke=smoke)]
    lines += [*presenting(smoke=smoke), *simulating(), *lab(runs)]
    lines += [*exporting(1 if smoke else 3), *filming(1 if smoke else FILMS)]
    wide = max(len(line.what) for line in lines)
    high = max(len(line.measured) for line in lines)
    print(f"\n{'what':{wide}}  {'measured':{high}}  asked for")
    for line in lines:
        print(f"{line.what:{wide}}  {line.measured:{high}}  {line.at_most}")
    print("\nhow cost grows", flush=True)
    scale = [sys.executable, "-m", "tests.bench.scale", *(["--smoke"] if smoke else [])]
    return subprocess.run(scale, check=True, stderr=subprocess.DEVNULL).returncode


def starting(runs: int) -> list[Line]:
    """Compare process start to the first two painted frames with a bare window's."""
    with xvfb("1920x1080") as display, plain_python() as (python, path):
        pairs = [
            (
                child("bare", display, python=python, more=path),
                child("start", display, python=python, more=path),
            )
            for _ in range(runs * STARTS)
        ]
    wall = [app["wall_ms"] / bare["wall_ms"] for bare, app in pairs]
    cpu = [app["cpu_ms"] / bare["cpu_ms"] for bare, app in pairs]
    whole = [app["whole_cpu_ms"] / bare["cpu_ms"] for bare, app in pairs]
    shown = median(app["wall_ms"] for _, app in pairs)
    plain = median(bare["wall_ms"] for bare, _ in pairs)
    return [
        Line(
            "start to first frame / bare window",
            f"x{median(cpu):.2f} CPU, x{median(wall):.2f} wall"
            f" ({shown:.0f} / {plain:.0f} ms)",
            "x1.8",
        ),
        Line(
            "start to second frame, with table and tabs / bare window",
            f"x{median(whole):.2f} CPU",
            "",
        ),
    ]


def frames(name: str, screen: str, *, smoke: bool) -> list[Line]:
    """Compare animated frames with filling the window with one colour."""
    with xvfb(screen) as display:
        many = ("6", "1") if smoke else ("200", str(RUNS))
        got = child("frames", display, screen, *many)
    fill = got["fill_ms"]
    asked = {"1080p": "x6, 7 ms", "4K": "x2.5, 16 ms"}[name]
    return [
        Line(
            f"{what} {name} / fill",
            f"x{got[f'{key}_ms'] / fill:.2f} CPU, p95 {got[f'{key}_p95_ms']:.1f} ms"
            f" ({got[f'{key}_ms']:.2f} / {fill:.2f} ms)",
            asked,
        )
        for key, what in (
            ("worst", "worst animated frame"),
            ("camera", "frame with the camera"),
        )
    ]


def state(runs: int, *, smoke: bool) -> list[Line]:
    """Time the state of a frame with 40 actors."""
    got = [child("state", None, "200" if smoke else "2000") for _ in range(runs)]
    return [
        Line(
            "stage_at, 40 of 40 / 8 of 40 actors moving",
            f"{median(one['all_us'] for one in got):.0f} µs /"
            f" {median(one['some_us'] for one in got):.0f} µs",
            "100 µs / 40 µs",
        )
    ]


def reading(runs: int) -> list[Line]:
    """Time loading, checking and folding the bundled lesson, warm."""
    got = [child("reading", None) for _ in range(runs)]
    return [
        Line(
            "load, check and fold the sidecar lesson",
            f"{median(one['all_ms'] for one in got):.1f} ms",
            "25 ms",
        )
    ]


def simulating() -> list[Line]:
    """Time reading and playing pods."""
    got = child("simulating", None)
    return [
        Line("simulate 24 h of a crash loop", f"{got['day_ms']:.1f} ms", "50 ms"),
        Line(
            "read and simulate 10 min: 10 containers / 13 with 38 volumes",
            f"{got['ten_ms']:.1f} ms / {got['many_ms']:.1f} ms",
            "50 ms",
        ),
    ]


def lab(runs: int) -> list[Line]:
    """Measure the pod lab: time line, stage, editor, and start beside the window's."""
    with (
        xvfb("1920x1080") as display,
        plain_python() as (python, path),
        TemporaryDirectory() as place,
    ):
        fresh = {f"XDG_{name}_HOME": place for name in ("CONFIG", "DATA", "STATE")}
        got = child("lab", display, str(runs))
        pairs = [
            (
                child("start", display, python=python, more=path),
                child("lab_start", display, python=python, more={**path, **fresh}),
            )
            for _ in range(runs)
        ]
    cpu = median(lab["cpu_ms"] / window["cpu_ms"] for window, lab in pairs)
    wall = median(lab["wall_ms"] / window["wall_ms"] for window, lab in pairs)
    changes = f"15 containers, 1 h, {got['changes']:.0f} changes"
    return [
        Line(
            f"lab: time line of {changes}, first paint",
            f"{got['line_ms']:.1f} ms",
            "50 ms",
        ),
        Line(
            "lab: frame of that time line while scrubbing / fill",
            _beside(got["scrub_ms"], got["line_fill_ms"]),
            "x4",
        ),
        Line(
            "lab: frame of the stage of 15 containers / fill",
            _beside(got["stage_ms"], got["stage_fill_ms"]),
            "",
        ),
        Line(
            "lab: change in the editor to its picture, p95",
            f"{got['edit_p95_ms']:.1f} ms",
            "100 ms",
        ),
        Line(
            "lab: start to first frame / that of the window",
            f"x{cpu:.2f} CPU, x{wall:.2f} wall",
            "x1.25",
        ),
    ]


EXPORTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("lesson.html", (), "10 s"),
    ("lesson.gif", (), "20 s, 3 MB"),
    ("lesson.webp", (), "3 MB"),
    ("pupils.pdf", ("--sheet", "pupils"), "3 s"),
    ("handout.pdf", (), "3 s"),
    ("lesson.pptx", (), "10 s"),
    ("lesson.md", (), ""),
    ("step.svg", ("--step", "4"), "150 kB"),
)
"""Files, their options, and what was asked for them; all within 400 MB of memory."""


def exporting(runs: int) -> list[Line]:
    """Measure what a lesson is exported as, each in a process of its own."""
    lines = []
    for name, options, asked in EXPORTS:
        if Path(name).suffix not in FORMATS or FORMATS[Path(name).suffix].missing():
            continue
        got = [child("exports", None, name, *options) for _ in range(runs)]
        seconds = median(one["seconds"] for one in got)
        most = max(one["mib"] for one in got)
        measured = f"{seconds:.1f} s, {got[0]['kb']:.0f} kB, {most:.0f} MiB"
        wanted = f"{asked}, 400 MB" if asked else "400 MB"
        lines.append(Line(f"export of the sidecar lesson as {name}", measured, wanted))
    return lines


def filming(runs: int) -> list[Line]:
    """Make the lesson's film, and that of a step beside manim's of a like scene."""
    if FORMATS[".mp4"].missing():
        return [Line("film of the sidecar lesson", "not measured: no PyAV", "")]
    got = [child("films", None) for _ in range(runs)]
    parts = median(one["seconds"] / one["length"] for one in got)
    most = max(one["mib"] for one in got)
    shown = got[0]
    lines = [
        Line(
            "film of the sidecar lesson, 1080p60 / its length",
            f"x{parts:.2f} ({median(one['seconds'] for one in got):.1f} /"
            f" {shown['length']:.1f} s), {shown['kb']:.0f} kB, {most:.0f} MiB",
            "x1, 400 MB",
        )
    ]
    if not shown["manim"]:
        said = "not measured: no manim; SIDECAR_VIZ_MANIM names its command"
        return [*lines, Line("manim, a like scene / film of a step", said, "")]
    times = median(one["manim"] / one["step"] for one in got)
    both = f"{shown['manim']:.1f} / {shown['step']:.1f} s"
    measured = f"x{times:.1f} ({both})"
    return [*lines, Line("manim, a like scene / film of a step", measured, "x5")]


def _beside(frame: float, fill: float) -> str:
    return f"x{frame / fill:.2f} CPU ({frame:.2f} / {fill:.2f} ms)"


def idle(*, smoke: bool) -> list[Line]:
    """See what a resting window costs."""
    with xvfb("1920x1080") as display:
        got = child("idle", display, "1" if smoke else "5")
    return [
        Line(
            f"nothing moving for {got['seconds']:.0f} s",
            f"{got['cpu_ms']:.2f} ms CPU, {got['paints']:.0f} paints,"
            f" {got['timers']:.0f} active timers",
            "2 ms, no paint, no timer",
        )
    ]


def memory(*, smoke: bool) -> list[Line]:
    """Compare memory after the lesson with a bare window's; watch it grow."""
    with xvfb("1920x1080") as display:
        bare = child("bare", display)
        got = child("memory", display, "200" if smoke else "10000")
    return [
        Line(
            "memory after the lesson, 1080p / bare window",
            f"x{got['after_kib'] / bare['kib']:.2f}"
            f" ({got['after_kib'] / 1024:.0f} / {bare['kib'] / 1024:.0f} MiB)",
            "x1.8",
        ),
        Line(
            f"growth over {got['frames']:.0f} frames",
            f"{got['growth_kib'] / 1024:.2f} MiB",
            "2 MiB",
        ),
    ]


def keys(*, smoke: bool) -> list[Line]:
    """Time a key press to the first changed frame."""
    with xvfb("1920x1080") as display:
        got = child("keys", display, "2" if smoke else "20")
    return [
        Line(
            "key press to first changed frame",
            f"p50 {got['p50_ms']:.1f} ms, p95 {got['p95_ms']:.1f} ms",
            "p95 16.7 ms",
        )
    ]


def presenting(*, smoke: bool) -> list[Line]:
    """Time keys and frames with two screens, with the console and without."""
    if shutil.which("xrandr") is None:
        return [Line("presenting", "not measured: there is no xrandr", "")]
    with xvfb("3840x1080") as display:
        got = child("presenting", display, *(("1", "10") if smoke else ("10", "120")))
    return [
        Line(
            "presenting: key press to the class's first changed frame",
            f"p50 {got['p50_ms']:.1f} ms, p95 {got['p95_ms']:.1f} ms",
            "16.7 ms, both",
        ),
        Line(
            "presenting: the class's frame with the console / without",
            f"x{got['both_ms'] / got['alone_ms']:.2f}"
            f" ({got['both_ms']:.1f} / {got['alone_ms']:.1f} ms,"
            f" p95 {got['both_p95_ms']:.1f} / {got['alone_p95_ms']:.1f})",
            "nothing measurable",
        ),
    ]


def child(
    name: str,
    display: str | None,
    *args: str,
    python: Sequence[str] = (sys.executable,),
    more: Mapping[str, str] = {},
) -> Figures:
    """Run one measurement in a process of its own; it prints its figures."""
    environ = {**os.environ, **more}
    for unwanted in ("WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"):
        environ.pop(unwanted, None)
    if display is None:
        environ["QT_QPA_PLATFORM"] = "offscreen"
    else:
        environ.pop("QT_QPA_PLATFORM", None)
        environ["DISPLAY"] = display
    command = [*python, "-m", f"tests.bench.{name}", *args]
    done = subprocess.run(
        command, env=environ, check=True, capture_output=True, text=True, timeout=300
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


@contextmanager
def xvfb(screen: str) -> Iterator[str]:
    """Give the name of a display of our own, gone afterwards."""
    screen = f"{screen}x24"
    with x_server("-noreset", "-screen", "0", screen) as (server, name):
        os.environ["BENCH_SERVER"] = str(server.pid)
        yield name


if __name__ == "__main__":
    sys.exit(main())
