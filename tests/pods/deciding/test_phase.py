"""The phase, from statuses alone (R24 to R28, R30)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.deciding.ending import LOST, end_status
from sidecar_viz.pods.deciding.phase import phase_of
from sidecar_viz.pods.deciding.status import Ended, Phase, Seen
from sidecar_viz.pods.given.pod import Container, Policy, Rule
from tests.pods.stories import box, pod

WELL, ILL = Ended(0, "Completed", 1), Ended(1, "Error", 1)
NEW = Seen()
UP = Seen("running", ready=True, started=True)
UNSTARTED = Seen("running")
DONE = Seen("terminated", ended=WELL)
BAD = Seen("terminated", ended=ILL)
LOOP = Seen(waiting_reason="CrashLoopBackOff", last=ILL)
LOOP_WELL = Seen(waiting_reason="CrashLoopBackOff", last=WELL)

INIT, SIDE, A, B = box("i", "init"), box("s", "sidecar"), box("a"), box("b")


def phase(
    policy: Policy,
    *containers: Container,
    initialized: bool = False,
    terminal: bool = False,
    **seen: Seen,
) -> Phase:
    """Return the phase of a pod with these containers."""
    return phase_of(
        pod(*containers, policy=policy),
        seen,
        initialized=initialized,
        terminal=terminal,
    )


@pytest.mark.parametrize(
    ("policy", "i", "a", "wanted"),
    [
        ("Never", BAD, NEW, "Failed"),
        ("OnFailure", BAD, NEW, "Pending"),
        ("Always", BAD, NEW, "Pending"),
        ("Always", LOOP, NEW, "Pending"),
        ("Never", NEW, NEW, "Pending"),
        ("Never", UNSTARTED, NEW, "Pending"),
        ("Never", DONE, NEW, "Pending"),
        ("Never", DONE, UP, "Running"),
    ],
)
def test_init_containers(policy: Policy, i: Seen, a: Seen, wanted: Phase) -> None:
    """R24, R25: failed for good is Failed, not done yet is Pending."""
    assert phase(policy, INIT, A, i=i, a=a) == wanted


@pytest.mark.parametrize(
    ("s", "a", "initialized", "wanted"),
    [
        (NEW, NEW, False, "Pending"),
        (UNSTARTED, NEW, False, "Pending"),
        (UNSTARTED, UP, True, "Running"),
        (UNSTARTED, UP, False, "Pending"),
        (UP, NEW, False, "Pending"),
        (UP, UP, True, "Running"),
        (BAD, UP, True, "Running"),
        (LOOP, UP, True, "Running"),
        (NEW, UP, True, "Pending"),
        (UP, DONE, True, "Running"),
        (DONE, DONE, True, "Succeeded"),
        (BAD, DONE, True, "Succeeded"),
        (DONE, BAD, True, "Failed"),
    ],
)
def test_sidecars(s: Seen, a: Seen, initialized: bool, wanted: Phase) -> None:
    """R25, R26, R28, R29: one that runs keeps it Running, none makes it Failed."""
    assert phase("Never", SIDE, A, initialized=initialized, s=s, a=a) == wanted


@pytest.mark.parametrize(
    ("a", "b", "always", "on_failure", "never"),
    [
        (UP, UP, "Running", "Running", "Running"),
        (UP, NEW, "Pending", "Pending", "Pending"),
        (UP, DONE, "Running", "Running", "Running"),
        (UP, BAD, "Running", "Running", "Running"),
        (UP, LOOP, "Running", "Running", "Running"),
        (DONE, DONE, "Running", "Succeeded", "Succeeded"),
        (DONE, BAD, "Running", "Running", "Failed"),
        (BAD, BAD, "Running", "Running", "Failed"),
        (LOOP, DONE, "Running", "Running", "Failed"),
        (LOOP_WELL, LOOP_WELL, "Running", "Succeeded", "Succeeded"),
    ],
)
def test_regular_containers(
    a: Seen, b: Seen, always: Phase, on_failure: Phase, never: Phase
) -> None:
    """R25 to R27, for each policy."""
    found = [
        phase(policy, A, B, initialized=True, a=a, b=b)
        for policy in ("Always", "OnFailure", "Never")
    ]
    assert found == [always, on_failure, never]


def test_a_container_without_a_status_keeps_it_pending() -> None:
    """R26: every regular container must have one."""
    assert phase("Always", A, B, initialized=True, a=UP) == "Pending"
    assert phase("Never", A, B, initialized=True, a=DONE) == "Pending"


def test_at_its_end_the_policy_is_ignored() -> None:
    """R27: all 0 is Succeeded, else Failed."""
    for policy in ("Always", "OnFailure", "Never"):
        assert phase(policy, A, B, terminal=True, a=DONE, b=DONE) == "Succeeded"
        assert phase(policy, A, B, terminal=True, a=DONE, b=BAD) == "Failed"


def test_policies_and_rules_of_containers_count() -> None:
    """R18, R27: Running if one of them will be restarted."""
    own = box("a", policy="Always")
    ruled = box("a", rules=(Rule("Restart", (1,)),))
    assert phase("Never", own, B, a=BAD, b=DONE) == "Running"
    assert phase("Never", ruled, B, a=BAD, b=DONE) == "Running"
    assert phase("Never", ruled, B, a=DONE, b=DONE) == "Succeeded"
    assert phase("Always", box("a", policy="Never"), a=BAD) == "Failed"


def test_who_never_ran_is_lost_if_the_init_list_was_done() -> None:
    """R30: else it stays waiting; the pod has failed in both cases."""
    seen, last = end_status(pod(A, B), {"a": DONE, "b": NEW}, initialized=True)
    assert (seen["b"].ended, last) == (LOST, "Failed")

    seen, last = end_status(pod(INIT, A), {"i": BAD, "a": NEW}, initialized=False)
    assert (seen["a"], last) == (NEW, "Failed")
