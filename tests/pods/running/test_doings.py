"""What the node does with each container, as it is written down."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Probe
from sidecar_viz.pods.given.script import Image, Life, ProbeRun, ProbeRuns, Run
from sidecar_viz.pods.running.recorder import Trace
from tests.pods.stories import SHOP, SHOP_LIVES, box, delete_at, play, pod


def doings(trace: Trace, who: str) -> list[tuple[float, str, str]]:
    """Return what was done with one container."""
    return [(one.t, one.what, one.about) for one in trace.doings if one.who == who]


def test_a_sidecar_is_asked_started_and_stopped_in_its_turn() -> None:
    """Pull, questions, hook, turn and signal are there with their seconds."""
    trace = play(SHOP, delete_at(50), lives=SHOP_LIVES)
    assert doings(trace, "proxy") == [
        (7.0, "pulling", "proxy:1"),
        (9.0, "pulled", "proxy:1"),
        (9.0, "begins", ""),
        (9.0, "failed", "startup"),
        (11.0, "failed", "startup"),
        (13.0, "passed", "startup"),
        (13.0, "started", ""),
        (13.0, "ready", ""),
        (50.0, "stopping", ""),
        (50.0, "hook", "preStop"),
        (52.0, "hook-over", "preStop"),
        (52.0, "turn", "web, logger"),
        (65.0, "signal", "SIGTERM"),
        (67.0, "ends", "Completed"),
    ]


def test_a_wait_says_why_and_until_when() -> None:
    """A back-off has the second of the next start."""
    trace = play(pod(box("a")), a=Life(runs=(Run(run=1, exit_code=1),)))
    waits = [one for one in trace.doings if one.what == "waits"][:3]
    assert [(one.t, one.about, one.until) for one in waits] == [
        (2.0, "CrashLoopBackOff", 12.0),
        (13.0, "CrashLoopBackOff", 33.0),
        (34.0, "CrashLoopBackOff", 74.0),
    ]


def test_a_pull_that_fails_waits_by_its_own_row() -> None:
    """ErrImagePull comes first, then the wait."""
    trace = play(pod(box("a")), a=Life(image=Image(pull="fail", pull_seconds=2)))
    assert doings(trace, "a")[:3] == [
        (0.0, "pulling", "a:1"),
        (2.0, "pull-failed", "a:1"),
        (2.0, "waits", "ImagePullBackOff"),
    ]


def test_readiness_that_is_lost_is_told() -> None:
    """After three failures in a row a container is not ready any more."""
    asked = box("a", readiness=Probe(period=1))
    probes = ProbeRuns(readiness=ProbeRun(success_until=3))
    told = doings(play(pod(asked), a=Life(run=8, probes=probes)), "a")
    assert [one for one in told if one[1] in ("ready", "unready")][:2] == [
        (0.0, "ready", ""),
        (5.0, "unready", ""),
    ]
