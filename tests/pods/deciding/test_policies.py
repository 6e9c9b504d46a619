"""Policies, turns and grace as single decisions (R15 to R18, R21, R41, R42, R44)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.deciding.restarting import policy_of
from sidecar_viz.pods.deciding.stopping import (
    grace_for,
    left_of,
    until_kill,
    waits_for,
)
from sidecar_viz.pods.given.pod import Kind, Policy, Probe
from tests.pods.stories import box, pod

MESH = pod(box("one", "sidecar"), box("two", "sidecar"), box("web"), box("api"))


@pytest.mark.parametrize(
    ("kind", "policy", "counts"),
    [
        ("init", "Always", "OnFailure"),
        ("init", "Never", "Never"),
        ("sidecar", "Never", "Always"),
        ("regular", "OnFailure", "OnFailure"),
        ("ephemeral", "Always", "Never"),
    ],
)
def test_the_policy_that_counts(kind: Kind, policy: Policy, counts: Policy) -> None:
    """R15 to R17: by what kind of container it is."""
    assert policy_of(box("it", kind), pod(policy=policy)) == counts


def test_turns() -> None:
    """R41, R42: only sidecars wait, and only for those that run."""
    assert waits_for(MESH, "one", ["one", "two", "web"]) == ("web", "two")
    assert waits_for(MESH, "one", ["one"]) == ()
    assert waits_for(MESH, "two", ["one", "two", "web", "api"]) == ("web", "api")
    assert waits_for(MESH, "web", ["one", "two", "web"]) == ()


def test_grace() -> None:
    """R21, R44: whole seconds, two at least; a probe's own counts for its kill."""
    web = box("web", liveness=Probe(grace=7), startup=Probe())
    assert (left_of(30, 4.9), until_kill(30), until_kill(-3)) == (26, 30, 2)
    assert grace_for(web, MESH, "failed liveness probe") == 7
    assert grace_for(web, MESH, "failed startup probe") == 30
    assert grace_for(web, MESH, "definition changed") == 30
