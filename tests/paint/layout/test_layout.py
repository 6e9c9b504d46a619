"""The layout fits every window, with nothing cut and nothing overlapping."""

from __future__ import annotations

import sys
from itertools import combinations
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.core.geometry import Rect
from sidecar_viz.files.library.places import Found, bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.layout.layout import READABLE, laid_out
from sidecar_viz.paint.sizes.columns import (
    DETAILS,
    FOOT,
    HEADER,
    LEAST_PITCH,
    column_width,
)
from sidecar_viz.paint.sizes.measure import (
    NAME,
    caption_lines,
    chip_width,
    own_size,
    shown_name,
)
from sidecar_viz.paint.ways.ways import in_the_way

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson
    from sidecar_viz.paint.sizes.places import Layout, Place

# Stages in windows of 1024x600, 1280x720, 1920x1080 and 3840x2160.
SIZES = [(420.0, 330.0), (560.0, 420.0), (936.0, 812.0), (1872.0, 1624.0)]
SLACK = 0.51
"""Half a pixel for rounding."""


def problems(layout: Layout) -> list[str]:
    """Name everything that is cut or overlaps."""
    leaves = [p for p in layout.places.values() if p.figure.form != "frame"]
    found = [cut for place in layout.places.values() for cut in cuts(place, layout)]
    found += [
        f"{one.figure.actor.id} overlaps {other.figure.actor.id}"
        for one, other in combinations(leaves, 2)
        if one.box.inset(SLACK).overlaps(other.box.inset(SLACK))
    ]
    for place in leaves:
        wide, high = least_size(place, layout)
        if place.box.width + SLACK < wide * layout.em:
            found.append(f"{place.figure.actor.id} is too narrow for its words")
        if place.box.height + SLACK < high * layout.em:
            found.append(f"{place.figure.actor.id} is too low for its words")
    return found


def least_size(place: Place, layout: Layout) -> tuple[float, float]:
    """The least size (em) that an actor's words need, as a column or as it is."""
    if place.sheet is None or layout.ledger is None:
        return own_size(place.figure, layout.level)
    plain = column_width(place.figure, layout.ledger.items, DETAILS[-1])
    return plain, HEADER + FOOT + place.sheet.rows * LEAST_PITCH


def cuts(place: Place, layout: Layout) -> list[str]:
    """Name what the actor sticks out of: the stage, or the frame around it."""
    actor = place.figure.actor
    around = {"the stage": Rect(0, 0, *layout.size)}
    if actor.parent is not None:
        around[actor.parent] = layout.places[actor.parent].body
    corners = ((place.box.x, place.box.y), (place.box.right, place.box.bottom))
    return [
        f"{actor.id} leaves {name}"
        for name, frame in around.items()
        if not all(frame.inset(-SLACK).contains(*corner) for corner in corners)
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("found", bundled_lessons(), ids=lambda found: found.name)
def test_nothing_is_cut_or_overlaps(
    found: Found, size: tuple[float, float], scale: float
) -> None:
    """At every window size and text size all words of each lesson have their room."""
    assert problems(laid_out(load_lesson(found.path), size, scale)) == []


@given(
    wide=st.floats(280, 3800, allow_nan=False),
    high=st.floats(220, 2100, allow_nan=False),
    scale=st.floats(1.0, 2.0, allow_nan=False),
)
def test_any_window_is_fitted(
    sidecar_lesson: Lesson, wide: float, high: float, scale: float
) -> None:
    """The rules hold between the sizes that were looked at, too."""
    assert problems(laid_out(sidecar_lesson, (wide, high), scale)) == []


@pytest.mark.parametrize("found", bundled_lessons(), ids=lambda found: found.name)
def test_the_smallest_window_is_still_readable(found: Found) -> None:
    """At 1024x600 the stage's words have at least the readable size."""
    assert laid_out(load_lesson(found.path), SIZES[0]).em >= READABLE


def test_larger_text_is_larger(sidecar_lesson: Lesson) -> None:
    """At 200 % less is shown on a card, and what is shown is larger."""
    plain = laid_out(sidecar_lesson, (936.0, 812.0), 1.0)
    large = laid_out(sidecar_lesson, (936.0, 812.0), 2.0)

    assert large.em > plain.em * 1.3


def test_every_word_that_can_come_is_measured(sidecar_lesson: Lesson) -> None:
    """A card is wide enough for the widest state it can ever wear."""
    layout = laid_out(sidecar_lesson, (936.0, 812.0))

    main = layout.places["main"]

    assert "Stopping" in main.figure.states
    widest = max(chip_width(word) for word in main.figure.states)
    name = width(shown_name(main.figure.actor), 700) * NAME
    assert main.box.width / layout.em >= max(widest, name)
    assert caption_lines(layout.places["network"].figure) == ("Network", "connection")


def test_the_connection_leaves_the_pod_through_a_gate(sidecar_lesson: Lesson) -> None:
    """Its gate lies on the pod's border; links inside the pod have none."""
    layout = laid_out(sidecar_lesson, (936.0, 812.0))
    way = layout.ways["connection"]

    assert len(way.gates) == 1
    x, _, _ = way.curve.at(way.gates[0])
    assert x == pytest.approx(layout.places["pod"].body.right, abs=1.5)
    assert layout.ways["main-mount"].gates == ()


def test_the_innermost_actor_is_found_at_a_point(sidecar_lesson: Lesson) -> None:
    """A container is found before the pod around it, nothing outside of all."""
    layout = laid_out(sidecar_lesson, (936.0, 812.0))

    assert layout.actor_at(*layout.places["main"].box.centre) == "main"
    pod = layout.places["pod"].body
    assert layout.actor_at(pod.x + 3, pod.bottom - 3) == "pod"
    assert layout.actor_at(0.5, 0.5) == ""


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_actors_without_a_place_find_one(count: int) -> None:
    """Any number of cards is spread over rows and columns by itself."""
    actors = "\n".join(f"  - {{id: a{n}, name: Actor {n}}}" for n in range(count))
    text = f"""
format: 1
id: many
title: Many
actors:
{actors}
steps: [{{id: s, title: S, actors: [{{id: a0, state: Running}}]}}]
"""
    lesson = read_lesson(text.encode(), "many.yaml")

    assert problems(laid_out(lesson, (936.0, 812.0))) == []


def test_an_arrangement_that_leads_no_link_round_others_is_preferred() -> None:
    """In one row the text is large enough, too, but two links would run round cards."""
    links = ("b", "c", "d")
    lesson = read_lesson(
        f"""
format: 1
id: star
title: One who talks to three
actors: [{", ".join(f"{{id: {i}, name: {i.upper()}}}" for i in "abcd")}]
links: [{", ".join(f"{{id: a{i}, from: a, to: {i}, state: 'on'}}" for i in links)}]
steps: [{{id: go, title: Go, actors: [{{id: a, state: "Up"}}]}}]
""".encode(),
        "star.yaml",
    )

    layout = laid_out(lesson, (1200.0, 420.0))

    boxes = {i: place.box for i, place in layout.places.items()}
    assert all(boxes["a"].bottom < boxes[i].y for i in links)
    assert in_the_way(lesson.links, layout.places, layout.em) == 0


@pytest.mark.storm
@pytest.mark.parametrize("links", [False, True])
def test_twice_the_actors_are_little_more_than_twice_the_work(*, links: bool) -> None:
    """Counted in calls: the size of cards that stand together is found once."""
    few, many = (calls_for(number, links=links) for number in (100, 200))
    assert many < 3 * few


def calls_for(actors: int, *, links: bool) -> int:
    """Count the calls that laying out takes; with *links*, in a star."""
    actor = "name: A, kind: container, state: Up"
    cast = [f"  - {{id: a{n}, {actor}}}" for n in range(actors)]
    arms = [f"  - {{id: l{n}, from: a0, to: a{n}}}" for n in range(1, actors)]
    star = ["links:", *arms] if links else []
    step = "steps: [{id: s, title: S, actors: [{id: a0, state: Down}]}]"
    text = "\n".join(["format: 1\nid: l\ntitle: L\nactors:", *cast, *star, step])
    warm, lesson = (read_lesson(text.encode(), "l.yaml") for _ in range(2))
    calls = 0

    def count(_frame: FrameType, event: str, _detail: object) -> None:
        nonlocal calls
        calls += event == "call"

    laid_out(warm, (1280.0, 720.0))  # so that nothing is loaded while it counts
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        laid_out(lesson, (1280.0, 720.0))
    finally:
        sys.setprofile(before)
    return calls
