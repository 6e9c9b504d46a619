"""The lines of the table that tell of exports, each beside its rival."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median

from sidecar_viz.export.formats import FORMATS
from tests.bench.children import Line, child

FILMS = 3  # each takes a minute beside manim
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
        got = [child("taking.exports", None, name, *options) for _ in range(runs)]
        seconds = median(one["seconds"] for one in got)
        most = max(one["mib"] for one in got)
        measured = f"{seconds:.1f} s, {got[0]['kb']:.0f} kB, {most:.0f} MiB"
        wanted = f"{asked}, 400 MB" if asked else "400 MB"
        lines.append(Line(f"export of the sidecar lesson as {name}", measured, wanted))
        if name == "handout.pdf" and shutil.which("chromium"):
            lines.append(_printed(seconds))
    return lines


def _printed(handout: float) -> Line:
    """Let Chromium print the page of the same lesson."""
    got = child("taking.browser_print", None)
    times = got["seconds"] / handout
    measured = f"x{times:.1f} ({got['seconds']:.1f} / {handout:.1f} s)"
    return Line("Chromium's print of its page / handout", measured, "")


def filming(runs: int) -> list[Line]:
    """Make the lesson's film, and that of a step beside manim's of a like scene."""
    if FORMATS[".mp4"].missing():
        return [Line("film of the sidecar lesson", "not measured: no PyAV", "")]
    got = [child("taking.films", None) for _ in range(runs)]
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
