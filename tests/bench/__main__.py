"""`python -m tests.bench`: every figure of the speed table, in one run.

Each figure is measured beside what it is compared with, in turn, and the
median of the runs is shown. `--smoke` runs everything once and briefly.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sidecar_viz.export.formats import FORMATS
from tests.bench.children import Line, child
from tests.bench.plain import plain_python
from tests.bench.taking.export_lines import FILMS, exporting, filming
from tests.x_server import x_server

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = 7
STARTS = 3  # times as many starts: single ones swing by half
SCREENS = {"1080p": "1920x1080", "4K": "3840x2160"}


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
    lines += [*exporting(1 if smoke else FILMS), *filming(1 if smoke else FILMS)]
    lines += beside_a_film(smoke=smoke)
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


def _in_fills(got: dict[str, float]) -> str:
    p50, p95, fill = got["p50_ms"], got["p95_ms"], got["fill_ms"]
    return f"p95 x{p95 / fill:.1f} ({p95:.1f} / {fill:.2f} ms, p50 {p50:.1f} ms)"


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
            "key press to first changed frame / fill",
            _in_fills(got),
            "p95 x8, 16.7 ms",
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
            "presenting: key press to the class's first changed frame / fill",
            _in_fills(got),
            "p95 x8, 16.7 ms",
        ),
        Line(
            "presenting: the class's frame with the console / without",
            f"x{got['both_ms'] / got['alone_ms']:.2f}"
            f" ({got['both_ms']:.1f} / {got['alone_ms']:.1f} ms,"
            f" p95 {got['both_p95_ms']:.1f} / {got['alone_p95_ms']:.1f})",
            "nothing measurable",
        ),
    ]


def beside_a_film(*, smoke: bool) -> list[Line]:
    """Measure frames of the window while it saves a film."""
    if FORMATS[".mp4"].missing():
        return []
    with xvfb(SCREENS["1080p"]) as display:
        many = "60" if smoke else "200"
        got = child("taking.window_beside", display, SCREENS["1080p"], many)
    times = got["beside_ms"] / got["alone_ms"]
    return [
        Line(
            "frame of the window while it saves a film / alone",
            f"x{times:.2f} ({got['beside_ms']:.1f} / {got['alone_ms']:.1f} ms),"
            f" p95 {got['beside_p95_ms']:.0f}, most {got['beside_most_ms']:.0f} ms",
            "50 ms",
        )
    ]


@contextmanager
def xvfb(screen: str) -> Iterator[str]:
    """Give the name of a display of our own, gone afterwards."""
    screen = f"{screen}x24"
    with x_server("-noreset", "-screen", "0", screen) as (server, name):
        os.environ["BENCH_SERVER"] = str(server.pid)
        yield name


if __name__ == "__main__":
    sys.exit(main())
