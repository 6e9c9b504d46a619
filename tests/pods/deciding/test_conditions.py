"""The conditions, with reasons and messages (R32 to R36)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.deciding.conditions import conditions_of
from sidecar_viz.pods.deciding.status import Phase, Seen
from tests.pods.deciding.test_phase import (
    BAD,
    DONE,
    INIT,
    LOOP,
    NEW,
    SIDE,
    UNSTARTED,
    UP,
    A,
    B,
)
from tests.pods.stories import OVER, box, play, pod, turned

INIT_DONE = Seen("terminated", ended=DONE.ended, ready=True)
PLAYED = pod(INIT, SIDE, A)


@pytest.mark.parametrize(
    ("i", "s", "a", "message"),
    [
        (NEW, NEW, NEW, "containers with incomplete status: [i s]"),
        (UNSTARTED, NEW, NEW, "containers with incomplete status: [i s]"),
        (INIT_DONE, NEW, NEW, "containers with incomplete status: [s]"),
        (INIT_DONE, UNSTARTED, NEW, "containers with incomplete status: [s]"),
        (INIT_DONE, UP, NEW, ""),
        (INIT_DONE, BAD, UP, ""),
        (INIT_DONE, LOOP, DONE, ""),
    ],
)
def test_initialized(i: Seen, s: Seen, a: Seen, message: str) -> None:
    """R33: the init list is done; it stays so once a regular container has run."""
    found = conditions_of(
        PLAYED, {"i": i, "s": s, "a": a}, "Pending", sandbox=True, gates={}
    )
    wanted = ("False", "ContainersNotInitialized", message)
    assert found["Initialized"] == (wanted if message else ("True", "", ""))


@pytest.mark.parametrize(
    ("s", "a", "phase", "wanted"),
    [
        (UP, UP, "Running", ("True", "", "")),
        (UP, UNSTARTED, "Running", "containers with unready status: [a]"),
        (UNSTARTED, UP, "Running", "containers with unready status: [s]"),
        (BAD, DONE, "Running", "containers with unready status: [s a]"),
        (DONE, DONE, "Succeeded", ("False", "PodCompleted", "")),
        (DONE, BAD, "Failed", ("False", "PodFailed", "")),
    ],
)
def test_containers_ready(
    s: Seen, a: Seen, phase: Phase, wanted: str | tuple[str, str, str]
) -> None:
    """R34: regular containers and sidecars, none of the init containers."""
    seen = {"i": INIT_DONE, "s": s, "a": a}
    found = conditions_of(PLAYED, seen, phase, sandbox=True, gates={})
    if isinstance(wanted, str):
        wanted = ("False", "ContainersNotReady", wanted)
    assert found["ContainersReady"] == found["Ready"] == wanted


def test_a_status_that_is_missing() -> None:
    """R33, R34: it is named as unknown, before those that are unready."""
    found = conditions_of(pod(A, B), {"b": NEW}, "Pending", sandbox=True, gates={})
    assert found["ContainersReady"][2] == (
        "containers with unknown status: [a], containers with unready status: [b]"
    )


def test_readiness_gates() -> None:
    """R35: all of them must be True, and each that is not is named."""
    played = pod(A, gates=("x/one", "x/two"))
    found = conditions_of(
        played, {"a": UP}, "Running", sandbox=True, gates={"x/two": "False"}
    )
    assert found["ContainersReady"][0] == "True"
    assert found["Ready"] == (
        "False",
        "ReadinessGatesNotReady",
        (
            'corresponding condition of pod readiness gate "x/one" does not exist., '
            'the status of pod readiness gate "x/two" is not "True", but False'
        ),
    )
    both = {"x/one": "True", "x/two": "True"}
    found = conditions_of(played, {"a": UP}, "Running", sandbox=True, gates=both)
    assert found["Ready"] == ("True", "", "")


def test_the_order_in_which_they_turn() -> None:
    """R32, R36: Initialized before the sandbox only without init containers."""
    order = ("PodScheduled", "PodReadyToStartContainers", "Initialized")
    plain = play(pod(A))
    first = plain.snapshots[0].status.conditions
    assert [first[kind][0] for kind in order] == ["True", "False", "True"]

    trace = play(pod(INIT, A), i=OVER)
    firsts = [
        next(
            n
            for n, s in enumerate(trace.snapshots)
            if s.status.conditions[k][0] == "True"
        )
        for k in (*order, "ContainersReady", "Ready")
    ]
    assert firsts == sorted(firsts)
    assert firsts[1] < firsts[2] < firsts[3]


def test_the_sandbox_condition_ends_with_the_sandbox() -> None:
    """R32: False before it and after it."""
    trace = play(pod(box("a"), policy="Never"), a=OVER)
    assert turned(trace, "PodReadyToStartContainers") == [
        (0, "False"),
        (0, "True"),
        (1, "False"),
    ]
