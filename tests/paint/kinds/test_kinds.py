"""Every kind of actor and link can be told from every other by its shape alone."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Actor, Hue, Lesson, Link
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.theme import THEMES, Theme, contrast
from sidecar_viz.paint.kinds.icons import LINES, ROUND
from sidecar_viz.paint.kinds.kinds import ALONE, DRAWN, KINDS, PLAIN, kind_of
from sidecar_viz.paint.kinds.link_kinds import LINK_KINDS, link_kind_of, marks_of
from sidecar_viz.paint.kinds.outlines import details, silhouette
from sidecar_viz.paint.layout.layout import laid_out

STAGES = Path(__file__).parents[2] / "stages"
SIZE = (1000, 760)
TELLING = 40
"""Pixels of another brightness that tell two links from each other."""


def sheet(name: str) -> Lesson:
    """Read one of the sheets."""
    path = STAGES / f"{name}.yaml"
    return read_lesson(path.read_bytes(), path.name)


def test_no_two_kinds_look_alike() -> None:
    """Form and icon together are another pair for every kind."""
    seen = [
        (kind_of(Actor(id="a", name="A", kind=k)).form, KINDS[k].icon) for k in KINDS
    ]

    assert len(set(seen)) == len(KINDS)
    assert all(kind.icon in {*LINES, *ROUND} for kind in KINDS.values())


def test_sheets_with_one_icon_have_different_outlines() -> None:
    """Each form but cards and drawn things has an outline that no other has."""
    area = QRectF(0, 0, 160, 120)
    forms = {kind.form for kind in KINDS.values()} | set(ALONE.values())
    tiles = sorted(forms - {"card", "frame", *DRAWN})
    drawn = [silhouette(f, area, 16.0) for f in tiles]
    for path, form in zip(drawn, tiles, strict=True):
        path.addPath(details(form, area, 16.0))

    assert all(one != other for one, other in combinations(drawn, 2))


@pytest.mark.parametrize("written", ["Config-Map", "config_map", "ConfigMap", "config"])
def test_a_kind_may_be_written_in_several_ways(written: str) -> None:
    """Case, hyphens and usual other words do not matter."""
    assert kind_of(Actor(id="a", name="A", kind=written)) == KINDS["config"]


def test_an_unknown_kind_is_a_plain_box() -> None:
    """Never an error; around others it is a frame."""
    actor = Actor(id="a", name="A", kind="teapot")

    assert kind_of(actor) == PLAIN
    assert kind_of(actor, has_children=True).form == "frame"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("waits", "waits for"), ("Points-to", "points to"), ("owns", "owns")],
)
def test_links_may_be_written_in_several_ways(written: str, meant: str) -> None:
    """As with actors; an unknown one is a plain arrow."""
    link = Link(id="l", source="a", target="b", kind=written)
    odd = Link(id="l", source="a", target="b", kind="teapot")

    assert link_kind_of(link) == LINK_KINDS[meant]
    assert marks_of(odd) == ("", "head")


def test_heads_follow_the_direction() -> None:
    """At the end, at both ends, at none; what owns is marked all the same."""
    ways = {
        way: marks_of(Link(id="l", source="a", target="b", direction=way))
        for way in ("forward", "both", "none")
    }

    assert ways == {"forward": ("", "head"), "both": ("head",) * 2, "none": ("", "")}
    owner = Link(id="l", source="a", target="b", kind="owns", direction="none")
    assert marks_of(owner) == ("diamond", "")


def grey_links(theme: Theme) -> dict[str, QImage]:
    """Paint every link of the sheet in one grey, cut to the same small picture."""
    lesson = sheet("links")
    layout = laid_out(lesson, (float(SIZE[0]), float(SIZE[1])))
    picture = still(lesson, Timeline(lesson).stage_at(0.0), SIZE, theme)
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    cut = {}
    for link in lesson.links:
        x, y, _ = layout.ways[link.id].curve.at(0.5)
        cut[f"{link.kind} {link.state}"] = grey.copy(int(x) - 20, int(y) - 16, 40, 32)
    return cut


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_links_are_told_apart_without_colour(theme: Theme) -> None:
    """In grey, open links of any two kinds differ, and so do a link's states."""
    cut = grey_links(theme)
    pairs = [(f"{one} on", f"{two} on") for one, two in combinations(LINK_KINDS, 2)]
    for kind in LINK_KINDS:
        states = (f"{kind} off", f"{kind} on", f"{kind} denied")
        pairs += list(combinations(states, 2))

    for one, other in pairs:
        here, there = bytes(cut[one].constBits()), bytes(cut[other].constBits())
        differing = sum(abs(a - b) > 24 for a, b in zip(here, there, strict=True))
        assert differing > TELLING, (one, other)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_lines_of_links_are_seen_on_every_ground(theme: Theme) -> None:
    """On, off and denied lines have at least 3:1 on the stage and in frames."""
    lines = [theme.hue(hue).line for hue in get_args(Hue)]
    for ground in (theme.stage, theme.stage_edge, theme.inside):
        for line in (*lines, theme.edge, theme.failed.line):
            assert contrast(line, ground) >= 3.0
