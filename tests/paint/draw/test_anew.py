"""What a frame draws anew: what moves, and what lies over that."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Chip, FlowState, Hop, Shot, Stage
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.draw.anew import Anew
from sidecar_viz.paint.layout.layout import laid_out

TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: pod, name: Pod, kind: pod, state: Running}
  - {id: a, name: A, kind: container, parent: pod, state: Running}
  - {id: b, name: B, kind: container, parent: pod, state: Running}
  - {id: c, name: C, kind: container, state: Running}
  - {id: d, name: D, kind: container, state: Running}
links:
  - {id: ab, from: a, to: b, state: "on"}
  - {id: bc, from: b, to: c, state: "on"}
  - {id: cd, from: c, to: d, state: "on"}
steps: [{id: one, title: One, actors: [{id: a, state: Stopped}]}]
"""
EVERY = frozenset({"ab", "bc", "cd"})


@pytest.fixture
def lesson() -> Lesson:
    """Read four actors in a row, two of them in a pod."""
    return read_lesson(TEXT.encode(), "made.yaml")


@pytest.fixture
def anew(lesson: Lesson) -> Anew:
    """Look at them as they are laid out."""
    return Anew(laid_out(lesson, (900.0, 400.0)))


def moved(lesson: Lesson, *moving: str, meant: str = "", apart: float = 1.0) -> Stage:
    """Let some be moving, in a shot of those who are *meant* if there are any."""
    stage = replace(Timeline(lesson).rest(1), moving=frozenset(moving))
    if not meant:
        return stage
    framed = frozenset(meant.split())
    return replace(stage, shot=Shot(framed, framed, apart=apart))


def test_nobody_is_drawn_anew_at_rest(lesson: Lesson, anew: Anew) -> None:
    """Only what travels is."""
    part = anew.part(moved(lesson))

    assert (part.drawn, part.edged, part.named) == (
        frozenset(),
        frozenset(),
        frozenset(),
    )
    assert part.travelling


def test_whose_link_moves_lies_over_it(lesson: Lesson, anew: Anew) -> None:
    """With the body alone: soft edges lie under links."""
    part = anew.part(moved(lesson, "cd"))

    assert part.drawn == {"c", "cd", "d"}
    assert part.edged == {"cd"}
    assert part.named == EVERY


def test_links_lie_over_the_soft_edges_of_who_moves(lesson: Lesson, anew: Anew) -> None:
    """And the bodies at their other ends over them."""
    part = anew.part(moved(lesson, "c"))

    assert part.drawn == {"b", "bc", "c", "cd", "d"}
    assert part.edged == {"bc", "c", "cd"}


def test_all_in_a_frame_lies_over_it(lesson: Lesson, anew: Anew) -> None:
    """A frame that moves is filled again."""
    part = anew.part(moved(lesson, "pod"))

    assert {"pod", "a", "b", "ab", "bc"} <= part.drawn
    assert "d" not in part.drawn
    assert anew.frames(part) == {"pod"}


def test_what_has_faded_is_one_picture(lesson: Lesson, anew: Anew) -> None:
    """So all that touches it is drawn anew, over it who is meant."""
    part = anew.part(moved(lesson, "d", meant="a b ab pod"))

    assert part.drawn >= {"d", "cd", "c", "bc", "b", "ab"}
    assert part.edged >= {"b", "ab"}
    assert "pod" not in part.drawn


def test_who_is_meant_moves_without_what_has_faded(lesson: Lesson, anew: Anew) -> None:
    """What has faded lies under it."""
    part = anew.part(moved(lesson, "a", meant="a b ab pod"))

    assert part.drawn == {"a", "ab", "b"}
    assert part.edged == {"a", "ab"}


def test_a_meant_frame_that_moves_lies_under_faded_links(
    lesson: Lesson, anew: Anew
) -> None:
    """They run over it."""
    part = anew.part(moved(lesson, "pod", meant="a b ab pod"))

    assert part.drawn >= {"bc", "c", "cd", "d"}


def test_whoever_hands_on_in_the_background_is_in_its_picture(
    lesson: Lesson, anew: Anew
) -> None:
    """A chip between two who have faded; not one between two who are meant."""
    chip = Chip("c", "d", "page", (Hop("cd", forward=True),), along=0.5)
    faint = moved(lesson, "a", meant="a b ab pod")
    assert {"c", "d"} <= anew.part(replace(faint, chips=(chip,))).drawn
    clear = moved(lesson, "a", meant="a b c d ab cd pod")
    assert "d" not in anew.part(replace(clear, chips=(chip,))).drawn


@pytest.mark.parametrize(
    ("flow", "meant", "chips", "rests"),
    [
        (("c", "d", 1.0, 0.0), "a b ab pod", False, True),
        (("c", "d", 0.5, 0.0), "a b ab pod", False, False),
        (("c", "d", 1.0, 0.5), "a b ab pod", False, False),
        (("c", "d", 1.0, 0.0), "a b c ab pod", False, False),
        (("c", "d", 1.0, 0.0), "a b ab pod", True, False),
        (("c", "d", 1.0, 0.0), "", False, False),
    ],
    ids=["steady", "begins", "ends", "to who is meant", "with a chip", "no shot"],
)
def test_what_goes_on_in_the_background_rests(
    lesson: Lesson,
    anew: Anew,
    flow: tuple[str, str, float, float],
    meant: str,
    *,
    chips: bool,
    rests: bool,
) -> None:
    """While it looks always alike, and nobody of it is drawn anew."""
    source, target, head, tail = flow
    route = (Hop("cd", forward=True),)
    going = FlowState(source, target, "page", route, head=head, tail=tail)
    stage = replace(moved(lesson, "a", meant=meant), flows=(going,))
    if chips:
        stage = replace(stage, chips=(Chip(source, target, "page", route, along=0.5),))

    found = anew.resting_flows(stage, anew.part(stage))

    assert found == ((going,) if rests else ())


def test_what_goes_on_beside_who_moves_is_drawn_anew(
    lesson: Lesson, anew: Anew
) -> None:
    """It lies over their bodies."""
    going = FlowState("c", "d", "page", (Hop("cd", forward=True),), head=1.0, tail=0.0)
    stage = replace(moved(lesson, "d", meant="a b ab pod"), flows=(going,))

    assert anew.resting_flows(stage, anew.part(stage)) == ()
