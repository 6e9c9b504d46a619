"""Tests of what is done to a pod by hand: ends, memory, hanging, hooks, eviction."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Hook, Probe
from sidecar_viz.pods.given.script import Action, Life, When
from tests.pods.stories import HOOK, box, condition, delete_at, lines, play, pod, times

WEB = pod(box("web"))
AT_5 = When(seconds=5)


def test_a_process_ends_when_it_is_told_to() -> None:
    """With the code that was told, else 1; then its policy decides (R15)."""
    trace = play(WEB, Action(do="exit", container="web", exit_code=3, when=AT_5))
    assert [(t, how.exit_code, how.reason) for t, _, how in trace.exits] == [
        (5, 3, "Error")
    ]
    assert times(trace, "web", "Starting") == [0, 5]
    plain = play(WEB, Action(do="exit", container="web", when=AT_5))
    assert plain.exits[0][2].exit_code == 1


def test_what_does_not_run_cannot_end() -> None:
    """Nothing happens, as nothing runs."""
    done = pod(box("web"), policy="Never")
    for verb in ("exit", "oom", "hang"):
        action = Action(do=verb, container="web", when=AT_5)
        assert len(play(done, action, web=Life(run=1)).exits) == 1


def test_a_process_can_be_killed_for_its_memory() -> None:
    """Its reason is OOMKilled, its code 137 (R31)."""
    trace = play(WEB, Action(do="oom", container="web", when=AT_5))
    assert trace.exits[0][2].reason == "OOMKilled"
    assert trace.exits[0][2].exit_code == 137


def test_a_process_that_hangs_answers_no_question() -> None:
    """Liveness kills it after three failures; its successor answers again (R21)."""
    asked = pod(box("web", liveness=Probe(period=5)))
    trace = play(
        asked,
        Action(do="hang", container="web", when=When(seconds=6)),
        until=When(seconds=60),
    )
    failed = [d.t for d in trace.doings if d.what == "failed"]
    assert failed == [10, 15, 20]
    assert times(trace, "web", "Starting") == [0, 20]


def test_a_process_that_hangs_does_not_end_by_itself() -> None:
    """Without a probe nobody sees it; SIGTERM still works."""
    job = pod(box("web"), policy="Never")
    trace = play(
        job,
        Action(do="hang", container="web", when=AT_5),
        delete_at(50),
        web=Life(run=9),
    )
    assert [(t, how.exit_code) for t, _, how in trace.exits] == [(50, 0)]


def test_a_slow_start_holds_back_what_waits_for_started() -> None:
    """It counts from the next start on; until then no question is answered (R8)."""
    meshed = pod(box("side", "sidecar", startup=Probe(period=5)), box("web"))
    trace = play(
        meshed,
        Action(do="slow-start", container="side", seconds=7),
        until=When(seconds=30),
    )
    assert times(trace, "web", "Starting") == [10]


def test_a_slow_start_is_not_ready_before() -> None:
    """Also where the answers are the same at all times (R23)."""
    asked = pod(box("web", readiness=Probe(period=5, failures=1)))
    trace = play(asked, Action(do="slow-start", container="web", seconds=12))
    assert [d.t for d in trace.doings if d.what == "ready"] == [15]


def test_a_hook_can_be_made_slow() -> None:
    """It takes what was told, whatever the manifest's own sleep is (R40)."""
    hooked = pod(box("web", pre_stop=Hook(sleep=1)))
    slow = Action(do="set-hook", container="web", hook="pre-stop", seconds=20)
    assert times(play(hooked, slow, delete_at(5)), "web", "SIGTERM") == [25]


def test_a_hook_can_be_made_to_fail() -> None:
    """A postStart hook that fails kills its container at its next start (R9)."""
    hooked = pod(box("web", post_start=HOOK))
    fails = Action(do="set-hook", container="web", hook="post-start", exit_code=1)
    trace = play(hooked, fails, until=When(seconds=5))
    assert ("FailedPostStartHook", "PostStartHook failed") in [
        event[1:] for event in trace.kube_events
    ]


def test_an_evicted_pod_is_failed() -> None:
    """It has one second of grace, so two until SIGKILL, and stays Failed (R44)."""
    deaf = pod(box("web", pre_stop=Hook(sleep=10)))
    trace = play(deaf, Action(do="evict", when=AT_5), web=Life(on_sigterm="ignore"))
    assert (times(trace, "web", "SIGTERM"), times(trace, "web", "SIGKILL")) == (
        [6],
        [8],
    )
    assert trace.snapshots[-1].status.phase == "Failed"
    assert trace.snapshots[-1].status.reason == "Evicted"
    assert trace.deleted_at is None
    assert condition(trace, "Ready") == ("False", "PodFailed", "")
    assert "Evicted" in [event[1] for event in trace.kube_events]


def test_an_eviction_changes_nothing_once_the_pod_is_deleted() -> None:
    """It is being stopped already; its grace stays (R38)."""
    trace = play(WEB, delete_at(5), Action(do="evict"), web=Life(on_sigterm="ignore"))
    assert lines(WEB, trace)[-1] == (35, "0/1", "Error")
    assert trace.snapshots[-1].status.reason == ""
