"""READY, STATUS and RESTARTS as kubectl prints them (R37)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.deciding.columns import Columns
from sidecar_viz.pods.given.pod import Probe
from sidecar_viz.pods.given.script import (
    Action,
    Image,
    Life,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    When,
)
from tests.pods.stories import CRASHES, OVER, box, delete_at, lines, play, pod

BAD = Life(image=Image(pull="fail"))
AT_20 = When(seconds=20)


def statuses(played: object, **lives: Life) -> list[str]:
    """Return the words of STATUS within 20 s."""
    trace = play(played, until=AT_20, **lives)  # type: ignore[arg-type]
    return [word for _, _, word in lines(played, trace)]  # type: ignore[arg-type]


def test_init_containers_are_counted_in_the_status() -> None:
    """Init:n/m, then what is in the way: an error, a back-off, a pull."""
    played = pod(box("one", "init"), box("two", "init"), box("web"))
    assert statuses(played, one=OVER, two=Life(run=2)) == [
        "Init:0/2",
        "Init:1/2",
        "PodInitializing",
        "Running",
    ]
    assert statuses(played, one=CRASHES)[:3] == [
        "Init:0/2",
        "Init:Error",
        "Init:0/2",
    ]
    assert statuses(played, one=CRASHES)[-1] == "Init:CrashLoopBackOff"
    assert statuses(played, one=BAD)[-1] == "Init:ImagePullBackOff"


def test_regular_containers() -> None:
    """The first of them that has a word gives it."""
    both = pod(box("web"), box("api"))
    assert statuses(both, web=CRASHES)[-1] == "CrashLoopBackOff"
    assert statuses(both, api=BAD)[-1] == "ImagePullBackOff"
    once = pod(box("web"), box("api"), policy="Never")
    assert statuses(once, web=OVER)[-1] == "NotReady"
    assert statuses(once, web=OVER, api=OVER)[-1] == "Completed"
    assert statuses(once, web=CRASHES, api=OVER)[-1] == "Error"


def test_sidecars_count_in_both_numbers() -> None:
    """1 regular container and 2 sidecars are 3/3."""
    played = pod(box("one", "sidecar"), box("two", "sidecar"), box("web"))
    assert lines(played, play(played))[-1] == (0, "3/3", "Running")


def test_a_deleted_pod_is_terminating() -> None:
    """Until it has its last phase."""
    played = pod(box("web", readiness=Probe()))
    ill = ProbeRuns(readiness=ProbeRun(result="fail"))
    life = Life(probes=ill, on_sigterm=OnSigterm(after=3, exit_code=2))
    assert lines(played, play(played, delete_at(5), web=life)) == [
        (0, "0/1", "ContainerCreating"),
        (0, "0/1", "Running"),
        (5, "0/1", "Terminating"),
        (8, "0/1", "Error"),
    ]


def test_a_deadline_is_the_pods_own_reason() -> None:
    """It stands there as long as no container has a word."""
    played = pod(box("first", "init"), box("web"), deadline=5)
    ill = Life(on_sigterm=OnSigterm(exit_code=1))
    assert lines(played, play(played, first=ill))[-1] == (5, "0/1", "Init:Error")


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (0, "3 (0s ago)"),
        (119, "3 (119s ago)"),
        (200, "3 (3m20s ago)"),
        (900, "3 (15m ago)"),
        (11_100, "3 (3h5m ago)"),
        (90_000, "3 (25h ago)"),
        (200_000, "3 (2d7h ago)"),
    ],
)
def test_restarts_tell_how_long_ago(ago: float, said: str) -> None:
    """As kubectl writes a length of time."""
    assert Columns("1/1", "Running", 3, 10.0).restarts_at(10 + ago) == said
    assert Columns("1/1", "Running", 0, None).restarts_at(ago) == "0"


def test_restarts_of_the_init_list_are_forgotten_once_it_is_done() -> None:
    """Sidecars' are not."""
    played = pod(box("one", "init"), box("side", "sidecar"), box("web"))
    kill = Action(do="signal", container="side", signal="SIGKILL", when=AT_20)
    trace = play(played, kill, one=OVER)
    assert trace.snapshots[-1].status.containers["side"].restart_count == 1
