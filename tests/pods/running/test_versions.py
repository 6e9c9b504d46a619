"""Versions of Kubernetes, a kubelet's restart, gates, checkpoints, loops and speed."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.deciding.words import as_of
from sidecar_viz.pods.given.pod import Pod, Probe
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
    Life,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    Run,
    Script,
    When,
)
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.telling.as_text import text_of_trace
from tests.pods.stories import (
    CRASHES,
    HOOK,
    box,
    delete_at,
    phases,
    play,
    pod,
    times,
    turned,
)

SIDE = pod(box("side", "sidecar"), box("web"), policy="Never")


def test_before_1_29_a_sidecar_is_an_init_container() -> None:
    """So nothing starts behind it, and that is said."""
    trace = simulate(SIDE, Script(), "1.28")
    assert times(trace, "web", "Starting") == []
    assert "plain init container" in as_of(SIDE, "1.28").left_out[0].text()
    assert times(simulate(SIDE, Script(), "1.29"), "web", "Starting") == [0]


def test_before_1_35_a_regular_containers_own_policy_is_dropped() -> None:
    """The pod's counts, and that is said."""
    own = pod(box("web", policy="Never"))
    script = Script(containers={"web": CRASHES}, until=When(seconds=5))
    assert times(simulate(own, script, "1.33"), "web", "Starting") == [0, 0]
    assert times(simulate(own, script, "1.36"), "web", "Starting") == [0]
    assert "not in 1.33" in as_of(own, "1.33").left_out[0].text()


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("1.29", "Created container web"),
        ("1.33", "Created container: web"),
        ("1.36", "Container created"),
    ],
)
def test_events_have_the_words_of_their_version(version: str, said: str) -> None:
    """As `kubectl describe` lists them."""
    events = simulate(pod(box("web")), Script(), version).kube_events
    assert [message for _, reason, message in events if reason == "Created"] == [said]


def test_a_kubelet_that_restarts_touches_no_container() -> None:
    """R12: it asks its probes anew, and forgets its back-offs."""
    played = pod(box("side", "sidecar"), box("web"), box("bad"))
    restart = Action(do="kubelet-restart", when=When(seconds=40))
    trace = play(played, restart, until=When(seconds=60), bad=CRASHES)

    assert times(trace, "side", "Starting") == times(trace, "web", "Starting") == [0]
    assert times(trace, "bad", "Starting") == [0, 0, 10, 30, 40, 50]


def test_a_readiness_gate_is_set_from_outside() -> None:
    """R35: the pod is ready once it is True."""
    gate = Action(do="set-condition", type="x/y", when=When(seconds=9))
    trace = play(pod(box("web"), gates=("x/y",)), gate)
    assert turned(trace, "Ready") == [(0, "False"), (9, "True")]


def test_a_checkpoint_marks_a_moment() -> None:
    """In the status that is shown then."""
    mark = Action(do="checkpoint", name="here", when=When(seconds=4))
    assert [
        (s.t, s.marks) for s in play(pod(box("web")), mark).snapshots if s.marks
    ] == [(4, ("here",))]


def test_actions_wait_for_what_they_name() -> None:
    """One after another, seconds counted from the one before."""
    played = pod(box("web", readiness=Probe(period=5)))
    runs = ProbeRuns(readiness=ProbeRun(result="success-when-started"))
    trace = play(
        played,
        Action(do="checkpoint", name="a", when=When(condition=("Ready", "True"))),
        Action(do="delete", when=When(seconds_after_action=3), after_seconds=1),
        web=Life(start_delay=7, probes=runs),
    )
    assert [t for t, _ in trace.actions] == [10, 14]


def test_a_hook_that_ends_when_its_container_has_started() -> None:
    """It is another word for how long it takes."""
    played = pod(box("web", post_start=HOOK), box("next"))
    life = Life(start_delay=6, post_start=HookRun(completes="when-started"))
    assert times(play(played, web=life), "next", "Starting") == [6]


def test_a_loop_is_recognised() -> None:
    """After two rounds of the longest wait nothing new can be seen."""
    trace = simulate(
        pod(box("web")), Script(containers={"web": CRASHES}, max_seconds=9e4)
    )
    assert trace.stopped == "the same round for ever"
    assert trace.last < 1000


def test_nothing_happens_after_the_last_second() -> None:
    """A pod of which nobody says when it ends is looked at for ten minutes."""
    trace = play(pod(box("web")), until=When(phase="Failed"), web=CRASHES)
    assert (trace.end, trace.stopped) == (None, "the time is over")
    assert trace.last == 600


def test_what_is_too_much_ends_where_it_is_and_says_how_it_would_be_less(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A probe each second for thirty years would fill the memory."""
    monkeypatch.setattr("sidecar_viz.pods.running.simulate.MOST_NOTES", 200)
    asked = pod(box("web", liveness=Probe(period=1)))
    script = Script(until=When(seconds=1e9), max_seconds=1e9)
    trace = simulate(asked, script)
    assert (trace.end, trace.stopped) == (None, "more happens than can be played")
    assert 100 < trace.last < 200
    text = " ".join(text_of_trace(asked, trace, NEWEST))
    assert "smaller max-seconds" in text
    assert "smaller max-seconds" not in " ".join(
        text_of_trace(asked, simulate(asked), NEWEST)
    )


def test_a_lost_sandbox_in_mid_kill_is_not_waited_for() -> None:
    """What is to be killed is gone, and the pod goes on in a new sandbox."""
    probe = Probe(period=5, failures=1)
    life = Life(
        on_sigterm="ignore",
        runs=(Run(), Run()),
        probes=ProbeRuns(liveness=ProbeRun(success_until=1)),
    )
    lost = Action(do="sandbox-lost", when=When(seconds=12))
    trace = play(
        pod(box("web", liveness=probe)), lost, until=When(seconds=13), web=life
    )
    assert times(trace, "web", "Starting") == [0, 12]
    assert times(trace, "web", "SIGKILL") == []


def big(containers: int) -> Pod:
    """Make a pod of many sidecars and one regular container."""
    return pod(*(box(f"s{n}", "sidecar") for n in range(containers - 1)), box("web"))


def test_work_grows_with_the_containers_and_no_faster() -> None:
    """Events and snapshots of a pod twice as large are at most twice as many."""
    small, large = (
        play(big(n), delete_at(30), web=Life(on_sigterm=OnSigterm(after=1)))
        for n in (7, 13)
    )
    assert len(large.snapshots) <= 2 * len(small.snapshots)
    assert len(large.events) <= 2 * len(small.events)
    assert phases(large)[-1] == (31, "Succeeded")
