"""The page's parts have their room, in small windows too, and are seen together."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.page.html import narrow
from tests.export.page.browsers import Chromium
from tests.export.page.conftest import Exported, Written, of_steps

DOTS = "[...document.querySelectorAll('#rail button')]"
PARTS = ("picture", "caption", "controls", "line")
LEAST = 180  # pixels of a picture's height
BETWEEN = 6  # pixels


@pytest.mark.storm
def test_dots_of_the_line_keep_apart(
    in_chromium: Chromium, lesson: Lesson, written: Written
) -> None:
    """Of a hundred steps a phone shows fewer than a screen, also when it is turned."""
    page = written(of_steps(lesson, 100))
    gaps = f"{DOTS}.map((dot) => dot.getBoundingClientRect().x)"
    counts = []
    in_chromium.resize(390, 844)
    in_chromium.open(page)
    for size in ((390, 844), (844, 390), (1280, 720), (320, 640)):
        in_chromium.resize(*size)
        in_chromium.run("new Promise((done) => setTimeout(done, 200))")
        places = in_chromium.run(gaps)
        wide = in_chromium.run(f"{DOTS}[0].offsetWidth")
        assert min(b - a for a, b in pairwise(places)) > wide, size
        counts.append(len(places))
        values = in_chromium.run(f"{DOTS}.map((dot) => +dot.value)")
        assert (values[0], values[-1]) == (0, 100)
    in_chromium.resize(1280, 720)
    assert counts[3] <= counts[0] < counts[2] == 21


@pytest.mark.storm
@pytest.mark.parametrize("size", [(844, 390), (900, 500), (950, 700), (1200, 500)])
def test_picture_words_and_controls_are_seen_together(
    in_chromium: Chromium, exported: Exported, size: tuple[int, int]
) -> None:
    """In a low window, too, one sees what moves, reads of it, and can go on."""
    in_chromium.resize(*size)
    for name, question in (
        ("sidecar", "?step=4"),
        ("job", "?step=4"),
        ("sidecar", "?step=4&what-if=network-down"),
    ):
        in_chromium.open(exported(name), question)
        in_chromium.run("new Promise((done) => setTimeout(done, 100))")
        for part in PARTS:
            found = in_chromium.box(part)
            assert 0 <= found["top"] < found["bottom"] <= size[1], (name, part)
            assert 0 <= found["left"] < found["right"] <= size[0], (name, part)
        assert in_chromium.box("picture")["height"] >= LEAST
        assert in_chromium.run("document.documentElement.scrollWidth") <= size[0]
    in_chromium.resize(1280, 720)


@pytest.mark.storm
@pytest.mark.parametrize("size", [(1024, 768), (1000, 560), (1280, 720)])
def test_words_do_not_touch_the_controls(
    in_chromium: Chromium, exported: Exported, size: tuple[int, int]
) -> None:
    """Some pixels are between, at each step."""
    in_chromium.resize(*size)
    for name, end in (("sidecar", 6), ("job", 10)):
        for step in range(end + 1):
            in_chromium.open(exported(name), f"?step={step}")
            words, controls = in_chromium.box("words"), in_chromium.box("controls")
            assert controls["top"] - words["bottom"] >= BETWEEN, (name, step)
    in_chromium.resize(1280, 720)


@pytest.mark.storm
@pytest.mark.parametrize("name", ["job", "init-containers"])
def test_every_column_of_a_table_is_seen(
    in_chromium: Chromium, exported: Exported, name: str
) -> None:
    """In the smallest window of the design, however long a name in it is."""
    panel = "document.getElementById('table')"
    in_chromium.resize(1280, 720)
    in_chromium.open(exported(name))
    assert in_chromium.run(f"{panel}.scrollWidth <= {panel}.clientWidth")


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Completed", "Completed"),
        ("Running, since before", "Running, since before"),
        ("activeDeadlineSeconds is", "active<wbr>Deadline<wbr>Seconds is"),
        ("CrashLoopBackOff & co", "Crash<wbr>Loop<wbr>Back<wbr>Off &amp; co"),
    ],
)
def test_long_names_may_break_between_their_words(words: str, html: str) -> None:
    """Nothing else in a cell does."""
    assert narrow(words) == html
