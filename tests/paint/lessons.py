"""Lessons made up at random, for the layout to cope with."""

from __future__ import annotations

from hypothesis import strategies as st

from sidecar_viz.core.lesson import (
    Actor,
    ActorChange,
    Fact,
    Lesson,
    Link,
    Spot,
    Step,
)
from sidecar_viz.paint.kinds.kinds import KINDS
from sidecar_viz.paint.kinds.link_kinds import LINK_KINDS

NAMES = ("App", "Proxy", "Log receiver", "Payments database", "A", "Init container 3")
WORDS = ("", "Running", "Waiting for reply", "Off")
LABELS = ("", "", "HTTP", "localhost:8080", "mounted read-only")
PARENTS = ("pod", "node", "group")


@st.composite
def actors(draw: st.DrawFn, number: int, parent: str | None) -> Actor:
    """Draw one actor that holds no others."""
    count = draw(st.none() | st.integers(0, 40))
    spot = None
    if draw(st.integers(0, 3)) == 0:
        spot = Spot(row=draw(st.integers(1, 3)), column=draw(st.integers(1, 3)))
    return Actor(
        id=f"a{number}",
        name=draw(st.sampled_from(NAMES)),
        kind=draw(st.sampled_from((*KINDS, "teapot"))),
        parent=parent,
        state=draw(st.sampled_from(WORDS)),
        label=draw(st.sampled_from(("", "image:latest"))),
        facts=draw(st.sampled_from(((), (Fact(label="path", text="/var/log/app"),)))),
        count=count,
        unit="items" if count is not None else "",
        capacity=20 if count is not None else None,
        spot=spot,
    )


@st.composite
def lessons(draw: st.DrawFn) -> Lesson:
    """Draw a lesson of 1 to 12 actors, some of them frames, with links between any."""
    frames = [
        Actor(
            id=f"f{n}",
            name=draw(st.sampled_from(NAMES)),
            kind=draw(st.sampled_from(PARENTS)),
            label=draw(st.sampled_from(("", "pod-7d4b9"))),
            state="Running",
            parent=f"f{n - 1}" if n and draw(st.booleans()) else None,
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    ids = [None, *(frame.id for frame in frames)]
    leaves = [
        draw(actors(number, draw(st.sampled_from(ids))))
        for number in range(draw(st.integers(1, 12 - len(frames))))
    ]
    everybody = [*frames, *leaves]
    links = [
        Link(
            id=f"l{number}",
            source=draw(st.sampled_from(everybody)).id,
            target=draw(st.sampled_from(everybody)).id,
            kind=draw(st.sampled_from((*LINK_KINDS, "teapot"))),
            label=draw(st.sampled_from(LABELS)),
            state=draw(st.sampled_from(("off", "on", "denied"))),
        )
        for number in range(draw(st.integers(0, 10)))
    ]
    step = Step(id="s", title="S", actors=(ActorChange(id="a0", state="Stopping"),))
    return Lesson(
        format=1,
        id="made-up",
        title="Made up",
        actors=tuple(everybody),
        links=tuple(links),
        steps=(step,),
    )
