"""Where what-ifs are begun by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.beside.by_hand import grips, grips_near
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Fail, Hold, Lesson, WhatIf
from sidecar_viz.files.library.places import Found, bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson

BUNDLED = bundled_lessons()


def place(lesson: Lesson, **fields: object) -> str | None:
    """Give where a what-if of the lesson is begun; None for nowhere."""
    made = WhatIf(id="w", title="What if?", **fields)  # type: ignore[arg-type]
    found = grips(replace(lesson, what_ifs=(made,)))
    return found[0].at if found else None


def test_it_is_begun_at_what_it_holds(sidecar_lesson: Lesson) -> None:
    """The first hold counts: an actor, or a link."""
    logs = Hold(actor="logs", state="Not mounted")
    way = Hold(link="connection", state="off")

    assert place(sidecar_lesson, holds=(logs, way)) == "logs"
    assert place(sidecar_lesson, holds=(way, logs)) == "connection"


def test_without_a_hold_it_is_begun_at_what_the_failing_step_is_about(
    sidecar_lesson: Lesson,
) -> None:
    """The sidecar is what step 5 is about, first of all."""
    fail = Fail(step="sidecar-sends", why="So it is.")

    assert place(sidecar_lesson, fails=(fail,)) == "sidecar"
    assert place(sidecar_lesson) is None


def test_the_lesson_may_say_where(sidecar_lesson: Lesson) -> None:
    """What is written counts more than what is found out."""
    hold = Hold(actor="logs", state="Not mounted")

    assert place(sidecar_lesson, at="sidecar-mount", holds=(hold,)) == "sidecar-mount"


def test_a_link_is_near_both_of_its_ends(sidecar_lesson: Lesson) -> None:
    """Who looks at the volume or at the sidecar finds the mount between them."""

    def near(actor: str) -> set[str]:
        return {grip.what_if.id for grip in grips_near(sidecar_lesson, actor)}

    assert near("logs") == {"volume-not-mounted"}
    assert near("sidecar") == {"volume-not-mounted", "sidecar-never-starts"}
    assert near("receiver") == set()


@pytest.mark.parametrize("found", BUNDLED, ids=[found.name for found in BUNDLED])
def test_every_what_if_of_the_bundled_lessons_has_its_place(found: Found) -> None:
    """And the place is on the stage at one of the steps, at least."""
    lesson = load_lesson(found.path)
    timeline = Timeline(lesson)
    seen = set[str]()
    for step in range(timeline.end + 1):
        stage = timeline.rest(step)
        seen |= {actor.id for actor in stage.actors if actor.presence}
        seen |= {link.id for link in stage.links if link.presence}

    places = grips(lesson)

    assert len(places) == len(lesson.what_ifs)
    assert {grip.at for grip in places} <= seen
