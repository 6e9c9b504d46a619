"""What a pass of the worker does, from what the node holds (R6 to R12, R16 to R22)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.deciding.starting import Held, Plan, plan_of
from sidecar_viz.pods.given.pod import Pod, Policy
from tests.pods.stories import box, pod

UP = Held("running", startup="success")
ASKED = Held("running")
DEAD = Held("running", startup="success", liveness="failure")
UNBORN = Held("running", startup="failure")
NEW_IMAGE = Held("running", startup="success", changed=True)
MADE = Held("created")
DONE, ILL = Held("exited"), Held("exited", 1)


def two(policy: Policy = "Always") -> Pod:
    """Make a pod of two regular containers."""
    return pod(box("a"), box("b"), policy=policy)


def chain(policy: Policy = "Always") -> Pod:
    """Make a pod of an init container, a sidecar, and a regular one."""
    return pod(box("i", "init"), box("s", "sidecar"), box("a"), policy=policy)


def plan(played: Pod, **held: Held) -> Plan:
    """Return the plan with a sandbox."""
    return plan_of(played, held, sandbox=True, attempt=1)


@pytest.mark.parametrize(
    ("policy", "a", "b", "wanted"),
    [
        ("Always", UP, UP, Plan()),
        ("Always", UP, DONE, Plan(start=("b",))),
        ("OnFailure", UP, DONE, Plan()),
        ("OnFailure", DONE, ILL, Plan(start=("b",))),
        ("Never", UP, ILL, Plan()),
        ("Never", DONE, ILL, Plan(kill_pod=True)),
        ("OnFailure", DONE, DONE, Plan(kill_pod=True)),
        ("Always", UP, DEAD, Plan(kill=("b",), start=("b",))),
        ("Never", UP, DEAD, Plan(kill=("b",))),
        ("Never", UP, NEW_IMAGE, Plan(kill=("b",), start=("b",))),
        ("Always", UP, UNBORN, Plan(kill=("b",), start=("b",))),
        ("Never", UP, MADE, Plan(start=("b",))),
    ],
)
def test_regular_containers(policy: Policy, a: Held, b: Held, wanted: Plan) -> None:
    """R15, R21, R22, R50: who is started, killed or kept."""
    assert plan(two(policy), a=a, b=b) == wanted


def test_who_never_was_is_started() -> None:
    """R10: all of them, in list order."""
    assert plan(two("Never")) == Plan(start=("a", "b"))


@pytest.mark.parametrize(
    ("policy", "i", "s", "a", "wanted"),
    [
        ("Always", None, None, None, Plan(start_init=("i",))),
        ("Always", UP, None, None, Plan()),
        ("Always", ILL, None, None, Plan(start_init=("i",))),
        ("OnFailure", ILL, None, None, Plan(start_init=("i",))),
        ("Never", ILL, None, None, Plan(kill_pod=True)),
        ("Never", DONE, None, None, Plan(start_init=("s",))),
        ("Never", DONE, ASKED, None, Plan()),
        ("Never", DONE, UP, None, Plan(start=("a",))),
        ("Never", DONE, DONE, None, Plan(start_init=("s",))),
        ("Never", DONE, UNBORN, None, Plan(kill=("s",), start_init=("s",))),
        ("Never", DONE, DEAD, UP, Plan(kill=("s",), start_init=("s",))),
        ("Never", None, UP, UP, Plan()),
        ("Never", None, None, UP, Plan(start_init=("s",))),
        ("Never", DONE, ILL, UP, Plan(start_init=("s",))),
        ("Always", DONE, ILL, MADE, Plan(start_init=("s",), start=("a",))),
        ("Never", DONE, UP, DONE, Plan(kill_pod=True)),
        ("Never", ILL, UP, UP, Plan()),
        ("Always", MADE, None, None, Plan(start_init=("i",))),
    ],
)
def test_the_init_list(
    policy: Policy, i: Held | None, s: Held | None, a: Held | None, wanted: Plan
) -> None:
    """R6 to R8, R12, R16, R17: one at a time, and never again once past."""
    held = {k: v for k, v in {"i": i, "s": s, "a": a}.items() if v is not None}
    assert plan(chain(policy), **held) == wanted


def test_a_running_regular_container_keeps_a_dead_sidecar_wanted() -> None:
    """R17: a sidecar's liveness kills it even before what is behind it has started."""
    played = pod(box("s", "sidecar"), box("i", "init"), box("a"))
    assert plan(played, s=DEAD) == Plan(kill=("s",), start_init=("s", "i"))


@pytest.mark.parametrize(
    ("played", "held", "attempt", "wanted"),
    [
        (two(), {}, 0, Plan(kill_pod=True, create_sandbox=True, start=("a", "b"))),
        (two("Never"), {"a": DONE}, 1, Plan(kill_pod=True)),
        (
            two("Never"),
            {},
            1,
            Plan(kill_pod=True, create_sandbox=True, start=("a", "b")),
        ),
        (
            two("OnFailure"),
            {"a": DONE, "b": ILL},
            1,
            Plan(kill_pod=True, create_sandbox=True, start=("b",)),
        ),
        (two("OnFailure"), {"a": DONE, "b": DONE}, 1, Plan(kill_pod=True)),
        (
            chain(),
            {"i": DONE, "s": ILL, "a": ILL},
            1,
            Plan(kill_pod=True, create_sandbox=True, start_init=("i",)),
        ),
    ],
)
def test_without_a_sandbox(
    played: Pod, held: dict[str, Held], attempt: int, wanted: Plan
) -> None:
    """R12: a new one from the first entry on, if anything is to run again."""
    assert plan_of(played, held, sandbox=False, attempt=attempt) == wanted


def test_ephemeral_containers_start_meanwhile_and_once() -> None:
    """R14: during initialization, too."""
    played = pod(box("i", "init"), box("a"), box("e", "ephemeral"))
    assert plan(played) == Plan(start_ephemeral=("e",), start_init=("i",))
    assert plan(played, i=UP, e=ILL) == Plan()
