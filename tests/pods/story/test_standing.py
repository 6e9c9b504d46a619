"""How containers stand after changes."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.deciding.status import Status
from sidecar_viz.pods.given.pod import Hook, Probe
from sidecar_viz.pods.story.changes import Change, ChangeKind
from sidecar_viz.pods.story.standing import after, at_first, pod_tone, pod_word
from tests.pods.stories import box, pod

POD = pod(box("web", readiness=Probe(), pre_stop=Hook()))
STATUS = Status("Running", deleting=False, conditions={}, containers={})


def word(*kinds: ChangeKind) -> str:
    """Return the word of web after these changes."""
    changes = [Change(kind, 0.0, STATUS, "web", 0, "Completed") for kind in kinds]
    return after(POD, at_first(POD), changes)["web"].word


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((), "Waiting"),
        (("pulling",), "Pulling image"),
        (("starts",), "Not ready"),
        (("starts", "ready"), "Running"),
        (("starts", "ready", "unready"), "Not ready"),
        (("starts", "ready", "hook"), "preStop hook"),
        (("starts", "ready", "hook", "hook-over"), "Running"),
        (("starts", "ready", "sigterm"), "Stopping"),
        (("starts", "ready", "sigterm", "unready"), "Stopping"),
        (("starts", "sigterm", "ready"), "Stopping"),
        (("starts", "ends"), "Completed"),
        (("starts", "ends", "unready"), "Completed"),
        (("starts", "ends", "starts"), "Not ready"),
        (("never-ran",), "Never ran"),
        (("starts", "lost"), "Gone"),
    ],
)
def test_a_container_has_one_word(kinds: tuple[ChangeKind, ...], said: str) -> None:
    """What it is being stopped for counts more than what its probes find."""
    assert word(*kinds) == said


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("Init:1/3", "Init:1/3"),
        ("Init:CrashLoopBackOff", "CrashLoopBackOff"),
        ("ContainerCreating", "ContainerCreating"),
        ("CreateContainerConfigError", "CreateContainerCo…"),
    ],
)
def test_the_status_of_the_pod_has_room(status: str, said: str) -> None:
    """At most as many letters as a state is never cut at."""
    assert pod_word(status) == said


def test_a_pod_fails_only_by_its_phase() -> None:
    """An image that is missing may still come."""
    assert pod_tone("ImagePullBackOff", "Pending") == "warning"
    assert pod_tone("Error", "Failed") == "failed"
    assert pod_tone("Completed", "Running") == "active"
    assert pod_tone("Completed", "Succeeded") == "finished"
    assert pod_tone("Init:1/3", "Pending") == "starting"
