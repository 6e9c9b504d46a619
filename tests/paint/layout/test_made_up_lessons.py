"""Whatever a lesson holds, all of it is seen, and no link runs over a card."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Actor, Lesson, Link, Spot, Step
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.sizes.places import Layout
from sidecar_viz.paint.ways.clearance import misses, tab_room
from tests.paint.layout.test_layout import problems
from tests.paint.lessons import lessons

pytestmark = pytest.mark.storm

STAGES = Path(__file__).parents[2] / "stages"
# Stages in windows of 1024x600, 1920x1080 and 3840x2160, and a whole 1280x720 one.
SIZES = [(420.0, 330.0), (936.0, 812.0), (1872.0, 1624.0), (1280.0, 720.0)]
CUT_IN = 1.0
"""Pixels by which a link may touch a card's edge."""


def crossed(layout: Layout) -> list[str]:
    """Name every link that runs over a card, or over a label, that it is not of."""
    found = []
    for way in layout.ways.values():
        link = way.link
        ends = {link.source, link.target, link.through}
        for actor_id, place in layout.places.items():
            if place.figure.form == "frame":
                box, over = tab_room(place, layout.em), "the label of "
            else:
                box, over = place.box, ""
            if actor_id in ends and not over:
                continue
            if not misses(way.curve.points, box.inset(CUT_IN)):
                found.append(f"{link.id} over {over}{actor_id}")
    return found


def words_covered(layout: Layout) -> list[str]:
    """Name every link whose words lie over a card, other words or the edge."""
    labels = {i: way.label for i, way in layout.ways.items() if way.label is not None}
    whole = Rect(0.0, 0.0, *layout.size).inset(-0.5)
    found = [
        f"{link} over {place.figure.actor.id}"
        for link, label in labels.items()
        for place in layout.places.values()
        if place.figure.form != "frame" and label.overlaps(place.box)
    ]
    found += [
        f"{one} over {other}"
        for one, other in combinations(labels, 2)
        if labels[one].overlaps(labels[other])
    ]
    return found + [
        f"{link} cut"
        for link, label in labels.items()
        if not (
            whole.contains(label.x, label.y)
            and whole.contains(label.right, label.bottom)
        )
    ]


@settings(max_examples=60, deadline=None)
@given(
    lesson=lessons(),
    size=st.sampled_from(SIZES),
    scale=st.sampled_from((1.0, 1.5, 2.0)),
)
def test_any_lesson_fits_any_window(
    lesson: Lesson, size: tuple[float, float], scale: float
) -> None:
    """Nothing is cut, nothing overlaps, links keep off cards, words are legible."""
    layout = laid_out(lesson, size, scale)

    assert problems(layout) == []
    assert crossed(layout) == []
    assert words_covered(layout) == []


@settings(max_examples=25, deadline=None)
@given(lesson=lessons())
def test_a_layout_depends_on_nothing_but_what_is_asked_for(lesson: Lesson) -> None:
    """Asked twice, it is the same."""
    one, other = (laid_out(lesson, SIZES[1]) for _ in range(2))

    assert one == other


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["two-pods", "nodes", "kinds", "links"])
def test_the_lessons_for_the_eye_fit_as_well(
    name: str, size: tuple[float, float], scale: float
) -> None:
    """Those that the golden pictures show."""
    path = STAGES / f"{name}.yaml"
    layout = laid_out(read_lesson(path.read_bytes(), path.name), size, scale)

    assert problems(layout) == []
    assert crossed(layout) == []
    assert words_covered(layout) == []


def test_every_link_of_the_two_pods_has_its_words() -> None:
    """In a usual window there is room for all of them."""
    path = STAGES / "two-pods.yaml"
    layout = laid_out(read_lesson(path.read_bytes(), path.name), SIZES[1])

    without = [w.link.id for w in layout.ways.values() if w.link.label and not w.label]
    assert without == []


def crowd(actors: int, links: int, spot: Spot | None = None) -> Lesson:
    """Make a lesson of very many; each link joins one to the fifth after it."""
    return Lesson(
        format=1,
        id="crowd",
        title="Crowd",
        actors=tuple(
            Actor(id=f"a{n}", name=f"Actor {n}", spot=spot) for n in range(actors)
        ),
        links=tuple(
            Link(
                id=f"l{n}",
                source=f"a{n % actors}",
                target=f"a{(n * 7 + 5) % actors}",
                label=f"words {n}",
            )
            for n in range(links)
        ),
        steps=(Step(id="s", title="S"),),
    )


@pytest.mark.parametrize(("actors", "links"), [(24, 60), (26, 500), (500, 500)])
def test_very_many_are_laid_out_in_bounded_time(actors: int, links: int) -> None:
    """Past some number links run straight; all actors are still there, apart."""
    layout = laid_out(crowd(actors, links), SIZES[1])

    assert len(layout.places) == actors
    assert len(layout.ways) == links
    assert problems(layout) == []


def test_five_hundred_with_the_same_spot_stand_below_each_other() -> None:
    """However large the spot, and though each is nowhere near as large."""
    lesson = crowd(500, 0, Spot(row=20, column=20, rows=20, columns=20))
    layout = laid_out(lesson, SIZES[1])

    tops = [layout.places[f"a{n}"].box.y for n in range(500)]
    assert tops == sorted(tops)
    assert len(set(tops)) == 500


def test_one_over_many_columns_is_no_error() -> None:
    """Columns that nobody needs take no room."""
    layout = laid_out(crowd(1, 0, Spot(row=1, column=1, columns=20)), SIZES[0])

    assert problems(layout) == []
