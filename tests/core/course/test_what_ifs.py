"""The sidecar lesson's what-ifs: every value that the stage and the tables show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.beside.tables import table_rows, tracker_lines
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.lesson import (
    ActorChange,
    Fail,
    Hold,
    Lesson,
    LinkChange,
    WhatIf,
    WhatIfStep,
)

PLAIN = {
    "Main Container": ["Stopped", *["Running"] * 4, "Stopped"],
    "Sidecar Container": ["Stopped", "Stopped", *["Running"] * 3, "Stopped"],
    "Shared Volume": ["Not mounted", *["Mounted"] * 4, "Unmounted"],
    "Network Connection": [*["Inactive"] * 4, "Active", "Inactive"],
}

TRACKERS: dict[str | None, dict[str, list[str]]] = {
    None: PLAIN,
    "volume-not-mounted": PLAIN | {"Shared Volume": ["Not mounted"] * 6},
    "network-down": PLAIN | {"Network Connection": ["Inactive"] * 6},
    "sidecar-never-starts": PLAIN
    | {"Sidecar Container": ["Stopped"] * 6, "Network Connection": ["Inactive"] * 6},
    "main-never-starts": PLAIN
    | {
        "Main Container": ["Stopped"] * 6,
        "Shared Volume": ["Not mounted"] * 2 + ["Mounted"] * 3 + ["Unmounted"],
    },
}

BLOCKED: dict[str | None, list[int]] = {
    None: [],
    "volume-not-mounted": [4],
    "network-down": [5],
    "sidecar-never-starts": [3, 4, 5],
    "main-never-starts": [2, 4],
}

# Counts of the volume, the sidecar and the receiver after steps 0 to 6.
COUNTS: dict[str | None, tuple[list[int], list[int], list[int]]] = {
    None: ([0, 0, 3, 6, 9, 12, 0], [0, 0, 0, 0, 6, 9, 9], [0, 0, 0, 0, 0, 6, 6]),
    "volume-not-mounted": ([0] * 7, [0] * 7, [0] * 7),
    "network-down": ([0, 0, 3, 6, 9, 12, 0], [0, 0, 0, 0, 6, 9, 9], [0] * 7),
    "sidecar-never-starts": ([0, 0, 3, 6, 9, 12, 0], [0] * 7, [0] * 7),
    "main-never-starts": ([0] * 7, [0] * 7, [0] * 7),
}

MAIN, READS, SENDS = ("main", "logs"), ("logs", "sidecar"), ("sidecar", "receiver")
ALL: list[set[tuple[str, str]]] = [
    set(),
    set(),
    {MAIN},
    {MAIN},
    {MAIN, READS},
    {MAIN, READS, SENDS},
    set(),
]
FLOWS: dict[str | None, list[set[tuple[str, str]]]] = {
    None: ALL,
    "volume-not-mounted": [set()] * 7,
    "network-down": [*ALL[:5], {MAIN, READS}, set()],
    "sidecar-never-starts": [*ALL[:4], {MAIN}, {MAIN}, set()],
    "main-never-starts": [set()] * 7,
}

MOUNTS: dict[str | None, tuple[list[int], list[int], list[int]]] = {
    None: ([2, 3, 4, 5], [3, 4, 5], [5]),
    "volume-not-mounted": ([], [], [5]),
    "network-down": ([2, 3, 4, 5], [3, 4, 5], []),
    "sidecar-never-starts": ([2, 3, 4, 5], [], []),
    "main-never-starts": ([], [3, 4, 5], [5]),
}


@pytest.fixture(params=list(TRACKERS))
def course(request: pytest.FixtureRequest, sidecar_lesson: Lesson) -> Course:
    """Fold the lesson plainly and with each of its what-ifs."""
    what_ifs = {what_if.id: what_if for what_if in sidecar_lesson.what_ifs}
    return course_of(sidecar_lesson, what_ifs.get(request.param))


def key(course: Course) -> str | None:
    """Name the what-if of a course; None for the plain one."""
    return course.what_if.id if course.what_if else None


def test_every_what_if_is_looked_at(sidecar_lesson: Lesson) -> None:
    """The tables above know all of them, in their order."""
    assert [what_if.id for what_if in sidecar_lesson.what_ifs] == list(TRACKERS)[1:]


def test_every_tracker_cell(course: Course) -> None:
    """The states come out as the facts say, in each course."""
    lines = {line.label: [c.text for c in line.cells] for line in tracker_lines(course)}

    assert lines == TRACKERS[key(course)]


def test_cells_that_differ_from_the_lesson_are_faults(course: Course) -> None:
    """A tracker cell is marked exactly where it says something else."""
    for line in tracker_lines(course):
        wrong = [cell.fault for cell in line.cells]
        texts = zip(line.cells, PLAIN[line.label], strict=True)
        assert wrong == [cell.text != plain for cell, plain in texts]


def test_which_steps_cannot_happen(course: Course) -> None:
    """Only these, and each says why; the pod stops in every course."""
    blocked = [o.index for o in course.outcomes if o.blocked]

    assert blocked == BLOCKED[key(course)]


def test_how_many_lines_there_are(course: Course) -> None:
    """Lines pile up, are read and arrive as far as each course lets them."""
    counts = tuple(
        [outcome.actors[actor].count for outcome in course.outcomes]
        for actor in ("logs", "sidecar", "receiver")
    )

    assert counts == COUNTS[key(course)]


def test_what_travels_without_end(course: Course) -> None:
    """Loops run on while their step lasts and in steps that cannot happen."""
    flows = [{(f.source, f.target) for f in o.flows} for o in course.outcomes]
    sends = [{(s.source, s.target) for s in o.sends} for o in course.outcomes]

    assert flows == FLOWS[key(course)]
    assert sends == flows


def test_which_links_are_on(course: Course) -> None:
    """Mounts and the connection open and close with those at their ends."""
    on = tuple(
        [o.index for o in course.outcomes if o.links[link].word == "on"]
        for link in ("main-mount", "sidecar-mount", "connection")
    )

    assert on == MOUNTS[key(course)]


def test_what_cannot_happen_is_struck_through(course: Course) -> None:
    """The action of a blocked step, and no other cell."""
    struck = [
        (row.step, place)
        for row in table_rows(course)
        for place, cell in enumerate(row.cells)
        if cell.struck
    ]

    assert struck == [(step, 1) for step in BLOCKED[key(course)]]


def test_the_pod_and_the_receiver(course: Course) -> None:
    """The receiver receives only lines that arrive; the pod needs both containers."""
    pods = [outcome.actors["pod"].word for outcome in course.outcomes]
    receiver = [outcome.actors["receiver"].word for outcome in course.outcomes]
    waits = {"main-never-starts": "Initializing", "sidecar-never-starts": "Pending"}
    running = waits.get(key(course) or "", "Running")

    assert pods == ["Not started", "Initializing", *[running] * 4, "Stopped"]
    arrives = ["Receiving"] if key(course) is None else ["Waiting"]
    assert receiver == [*["Waiting"] * 5, *arrives, "Waiting"]


def test_stopping_takes_two_moments(sidecar_lesson: Lesson) -> None:
    """First both are stopping and the traffic ends; then all is stopped and gone."""
    last = course_of(sidecar_lesson).outcomes[-1]

    for actor in ("pod", "main", "sidecar"):
        moves = last.actor_moves[actor]
        assert [m.end for m in moves] == [0.5, 1.0]
        assert [m.state.word for m in moves] == ["Stopping", "Stopped"]
    ends = {(m.start, m.end, m.begins) for m in last.flow_moves}
    assert ends == {(0.0, 0.25, False)}  # gone before the connection has closed
    dark, closed = last.link_moves["connection"][:2]
    assert (dark.state.word, dark.state.focus) == ("on", 0.0)
    assert closed.end == 0.5
    assert last.link_moves["main-mount"][0].start >= 0.5


def test_who_is_held_still_comes_and_goes(lesson: Lesson) -> None:
    """A what-if holds an actor's state; its place on the stage follows the steps."""
    first, second = lesson.steps
    come = replace(
        first, actors=(ActorChange(id="app", state="Running", present=True),)
    )
    gone = replace(second, needs=(), actors=(ActorChange(id="app", present=False),))
    what_if = WhatIf(id="stuck", title="Stuck", holds=(Hold(actor="app", state="Off"),))
    actors = tuple(replace(a, present=a.id != "app") for a in lesson.actors)
    changed = replace(lesson, actors=actors, steps=(come, gone), what_ifs=(what_if,))

    shown = [outcome.actors["app"] for outcome in course_of(changed, what_if).outcomes]

    assert [state.presence for state in shown] == [0.0, 1.0, 0.0]
    assert {state.word for state in shown} == {"Off"}


def test_a_what_if_lets_a_step_do_something_besides(lesson: Lesson) -> None:
    """Its changes happen with the step's own and win over them, also when it fails."""
    broken = ActorChange(id="app", state="Broken", moment=2)
    shut = LinkChange(id="mount", state="denied", moment=2)
    lost = ActorChange(id="disk", state="Lost", count=0)
    besides = (
        WhatIfStep(step="run", actors=(broken,), links=(shut,)),
        WhatIfStep(step="write", actors=(lost,)),
    )
    fails = (Fail(step="write", why="It is broken."),)
    what_if = WhatIf(id="breaks", title="It breaks", fails=fails, steps=besides)

    _, run, write = course_of(lesson, what_if).outcomes
    plain = course_of(lesson).outcomes[1]

    assert (run.actors["app"].word, run.links["mount"].word) == ("Broken", "denied")
    assert run.actors["pod"] == plain.actors["pod"]
    assert write.blocked == "It is broken."
    assert write.actors["disk"].word == "Lost"
    assert plain.actors["app"].word == "Running"
