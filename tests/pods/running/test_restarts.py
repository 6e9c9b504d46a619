"""Restarts, back-off, pulls and probes (R15 to R23)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.given.pod import Kind, Policy, Probe, Rule
from sidecar_viz.pods.given.script import (
    Action,
    Image,
    Life,
    Memory,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    Run,
    Script,
    When,
)
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.stories import (
    CRASHES,
    DEAF,
    HOOK,
    box,
    phases,
    play,
    pod,
    times,
    turned,
)

DOWN = ProbeRuns(liveness=ProbeRun(success_until=15))
LIVE = Probe(period=10, failures=2)


@pytest.mark.parametrize(
    ("kind", "policy", "code", "again"),
    [
        ("regular", "Always", 0, True),
        ("regular", "Always", 1, True),
        ("regular", "OnFailure", 0, False),
        ("regular", "OnFailure", 1, True),
        ("regular", "Never", 0, False),
        ("regular", "Never", 1, False),
        ("init", "Always", 0, False),
        ("init", "Always", 1, True),
        ("init", "OnFailure", 0, False),
        ("init", "OnFailure", 1, True),
        ("init", "Never", 1, False),
        ("sidecar", "Always", 0, True),
        ("sidecar", "OnFailure", 0, True),
        ("sidecar", "Never", 0, True),
        ("sidecar", "Never", 137, True),
    ],
)
def test_who_is_started_again(
    kind: Kind, policy: Policy, code: int, again: bool
) -> None:
    """R15 to R17: by kind, policy and exit code."""
    played = pod(box("it", kind), box("web"), policy=policy)
    trace = play(
        played, until=When(seconds=2), it=Life(runs=(Run(run=1, exit_code=code), Run()))
    )

    assert times(trace, "it", "Starting") == ([0, 1] if again else [0])


def test_a_failed_init_ends_a_pod_that_never_restarts() -> None:
    """R16, R24: the running sidecar is stopped, and the pod is Failed after that."""
    played = pod(
        box("side", "sidecar"), box("first", "init"), box("web"), policy="Never"
    )
    side = Life(on_sigterm=OnSigterm(after=3))
    trace = play(played, first=Life(run=5, exit_code=1), side=side)

    assert times(trace, "side", "SIGTERM") == [5]
    assert times(trace, "web", "Starting") == []
    assert phases(trace) == [(0, "Pending"), (8, "Failed")]


def test_other_containers_are_not_touched() -> None:
    """R17: a sidecar that ends is started again alone."""
    played = pod(box("side", "sidecar"), box("web"))
    trace = play(played, side=Life(runs=(Run(run=3), Run())))

    assert times(trace, "side", "Starting") == [0, 3]
    assert times(trace, "web", "Starting") == [0]
    assert phases(trace) == [(0, "Pending"), (0, "Running")]


def test_a_containers_own_policy_and_rules_come_first() -> None:
    """R18: the rule that fits, then the container's policy, then the pod's."""
    rules = (Rule("Restart", (42,)),)
    played = pod(box("own", policy="Never"), box("ruled", policy="Never", rules=rules))
    runs = (Run(run=1, exit_code=42), Run(run=1, exit_code=7))
    trace = play(played, until=When(seconds=20), own=CRASHES, ruled=Life(runs=runs))

    assert times(trace, "own", "Starting") == [0]
    assert times(trace, "ruled", "Starting") == [0, 1]


def test_a_rule_may_start_all_anew() -> None:
    """R18: RestartAllContainers runs the init list again, in the same sandbox."""
    rules = (Rule("RestartAllContainers", (42,)),)
    played = pod(box("first", "init"), box("web", rules=rules), box("two"))
    runs = (Run(run=5, exit_code=42), Run())
    trace = play(played, first=Life(run=1), web=Life(runs=runs))

    assert times(trace, "two", "SIGTERM") == [6]
    assert times(trace, "first", "Starting") == [0, 6]
    assert times(trace, "web", "Starting") == times(trace, "two", "Starting") == [1, 7]
    assert len(trace.sandbox) == 1


def test_the_back_off_doubles_up_to_five_minutes() -> None:
    """R19: an instant crash starts at 0, 0, 10, 30, 70, 150, 310, 610 s."""
    trace = play(pod(box("web")), until=When(seconds=600), web=CRASHES)

    assert times(trace, "web", "Starting") == [0, 0, 10, 30, 70, 150, 310]
    seen = trace.status_at(20).containers["web"]
    assert (seen.state, seen.waiting_reason) == ("waiting", "CrashLoopBackOff")
    assert seen.last is not None
    assert (seen.last.exit_code, seen.restart_count) == (1, 2)
    assert phases(trace)[-1] == (0, "Running")


def test_the_back_off_counts_after_success_too() -> None:
    """R19, R53: with Always a container that exits with 0 waits just the same."""
    trace = play(pod(box("web")), until=When(seconds=40), web=Life(run=1))

    assert times(trace, "web", "Starting") == [0, 1, 12, 33]


@pytest.mark.parametrize(("run", "waits"), [(600, [20, 40]), (600.5, [0, 10])])
def test_the_back_off_is_forgotten_after_ten_good_minutes(
    run: float, waits: list[float]
) -> None:
    """R19: an end more than 600 s after the last restart begins the series anew."""
    bad = Run(run=0, exit_code=1)
    script = Script(
        containers={"web": Life(runs=(bad, bad, Run(run=run), bad, Run()))},
        max_seconds=3600,
    )
    starts = times(simulate(pod(box("web")), script), "web", "Starting")

    again = 10 + run + waits[0]
    assert starts == [0, 0, 10, again, again + waits[1]]


def test_a_new_image_begins_a_new_back_off() -> None:
    """R19, R22: the image is part of what the back-off is counted for."""
    trace = play(
        pod(box("web")),
        Action(do="set-image", container="web", when=When(seconds=20)),
        until=When(seconds=32),
        web=CRASHES,
    )

    assert times(trace, "web", "Starting") == [0, 0, 10, 20, 30]


def test_a_pull_that_fails_is_tried_again() -> None:
    """R20: after 10 s, 20, 40; the pod stays Pending, and goes on when it is mended."""
    trace = play(
        pod(box("web")),
        Action(do="set-image", container="web", when=When(seconds=35)),
        web=Life(image=Image(pull="fail", pull_seconds=1)),
    )
    pulls = [t for t, reason, _ in trace.kube_events if reason == "Pulling"]
    reasons = [
        (s.t, s.status.containers["web"].waiting_reason)
        for s in trace.snapshots
        if s.status.containers["web"].state == "waiting"
    ]

    assert pulls == [0, 11, 32, 35]
    assert reasons[2:6] == [
        (1, "ErrImagePull"),
        (1, "ImagePullBackOff"),
        (12, "ErrImagePull"),
        (12, "ImagePullBackOff"),
    ]
    assert times(trace, "web", "Starting") == [36]
    assert phases(trace) == [(0, "Pending"), (36, "Running")]


def test_a_failed_liveness_probe_kills_and_restarts() -> None:
    """R21: hook, SIGTERM, grace; then as after any exit."""
    played = pod(box("web", liveness=LIVE, pre_stop=HOOK))
    life = Life(
        probes=DOWN, on_sigterm=OnSigterm(after=2), pre_stop=None, runs=(Run(), Run())
    )
    trace = play(played, until=When(seconds=60), web=life)

    # asked at 0 and 10 (well), 20 and 30 (not)
    assert times(trace, "web", "SIGTERM")[0] == 30
    assert times(trace, "web", "Starting")[:2] == [0, 32]
    message = "Container web failed liveness probe, will be restarted"
    assert (30, "Killing", message) in trace.kube_events


def test_with_never_a_failed_probe_kills_for_good() -> None:
    """R21: a regular container is not restarted, a sidecar is."""
    played = pod(
        box("side", "sidecar", liveness=LIVE), box("web", liveness=LIVE), policy="Never"
    )
    trace = play(
        played,
        until=When(seconds=35),
        side=Life(probes=DOWN),
        web=Life(probes=ProbeRuns(liveness=ProbeRun(success_until=100))),
    )
    assert times(trace, "side", "Starting") == [0, 30]

    trace = play(pod(box("web", liveness=LIVE), policy="Never"), web=Life(probes=DOWN))
    assert times(trace, "web", "Starting") == [0]
    assert phases(trace)[-1] == (30, "Succeeded")


def test_a_probe_may_give_its_own_grace() -> None:
    """R21: it counts instead of the pod's; the pod's worker is busy meanwhile."""
    played = pod(
        box("web", liveness=Probe(period=10, failures=1, grace=5)), box("other")
    )
    trace = play(
        played,
        until=When(seconds=60),
        web=Life(
            on_sigterm="ignore",
            probes=ProbeRuns(liveness=ProbeRun(success_until=5)),
        ),
        other=Life(runs=(Run(run=12), Run())),
    )

    assert times(trace, "web", "SIGTERM")[0] == 10
    assert times(trace, "web", "SIGKILL")[0] == 15
    assert times(trace, "other", "Starting") == [0, 15]


def test_a_new_image_restarts_its_container_alone() -> None:
    """R22: whatever the policy; who has been done stays done."""
    for kind in ("regular", "sidecar"):
        played = pod(box("it", kind), box("web"), policy="Never")
        trace = play(
            played, Action(do="set-image", container="it", when=When(seconds=5))
        )

        assert times(trace, "it", "Starting") == [0, 5]
        assert times(trace, "web", "Starting") == [0]


def test_the_defaults_of_probes() -> None:
    """R23: each 10 s, three failures in a row, one success; delays from the start."""
    played = pod(
        box("web", readiness=Probe(initial_delay=3), liveness=Probe(initial_delay=4))
    )
    runs = ProbeRuns(readiness=ProbeRun(success_until=15), liveness=ProbeRun())
    trace = play(played, until=When(seconds=60), web=Life(probes=runs))

    # asked at 3, 13 (well), 23, 33, 43 (not)
    assert turned(trace, "Ready") == [(0, "False"), (3, "True"), (43, "False")]
    unhealthy = [t for t, reason, _ in trace.kube_events if reason == "Unhealthy"]
    assert unhealthy == [23, 33, 43, 53]


def test_readiness_waits_for_the_startup_probe() -> None:
    """R23: it is asked at once when that succeeds, then each period from there."""
    played = pod(
        box("web", startup=Probe(period=3), readiness=Probe(period=10, successes=2))
    )
    runs = ProbeRuns(startup=ProbeRun(result="success-when-started"))
    trace = play(played, web=Life(start_delay=4, probes=runs))

    assert turned(trace, "Ready") == [(0, "False"), (16, "True")]


def test_a_startup_probe_that_fails_restarts() -> None:
    """R21, R23: after its failures; liveness is not asked before."""
    played = pod(
        box("web", startup=Probe(period=2, failures=3), liveness=Probe(failures=1))
    )
    runs = ProbeRuns(startup=ProbeRun(result="fail"), liveness=ProbeRun(result="fail"))
    trace = play(played, until=When(seconds=5), web=Life(probes=runs))

    assert times(trace, "web", "SIGTERM") == [4]
    assert times(trace, "web", "Starting") == [0, 4]


def test_a_probe_that_takes_too_long_fails() -> None:
    """R23: a timeout is a failure, and the question is cut off."""
    played = pod(box("web", readiness=Probe(timeout=2, failures=1)))
    run = ProbeRun(takes=3, log="probe")
    trace = play(
        played, until=When(seconds=15), web=Life(probes=ProbeRuns(readiness=run))
    )

    assert times(trace, "probe", "Starting") == [0, 10]
    assert times(trace, "probe", "last_alive") == [2, 12]
    assert turned(trace, "Ready") == [(0, "False")]


def test_a_finger_on_a_probe() -> None:
    """What a person sets counts from the next question on."""
    played = pod(box("web", readiness=Probe(period=5, failures=1)))
    finger = Action(
        do="set-probe", container="web", probe="readiness", when=When(seconds=31)
    )
    trace = play(played, finger)

    assert turned(trace, "Ready") == [(0, "False"), (0, "True"), (35, "False")]


def test_who_needs_too_much_memory_is_killed() -> None:
    """R31: 137 OOMKilled, after as many seconds as the limit lasts."""
    played = pod(box("web", memory=100.0), policy="Never")
    trace = play(played, web=Life(memory=Memory(grows=4)))
    ended = trace.snapshots[-1].status.containers["web"].ended

    assert ended is not None
    assert (ended.exit_code, ended.reason, ended.at) == (137, "OOMKilled", 25)


def test_signals_from_outside() -> None:
    """R31: SIGKILL is 137 Error without an own end; SIGTERM is heard or not."""
    kill = Action(do="signal", container="web", signal="SIGKILL", when=When(seconds=3))
    trace = play(pod(box("web"), policy="Never"), kill, web=DEAF)
    ended = trace.snapshots[-1].status.containers["web"].ended

    assert ended is not None
    assert (ended.exit_code, ended.reason) == (137, "Error")
    assert times(trace, "web", "Exiting") == []


def test_a_second_sigterm_changes_nothing() -> None:
    """A process that is ending ends when it would have."""
    term = Action(do="signal", container="web", when=When(seconds=3))
    again = Action(do="signal", container="web", when=When(seconds=6))
    life = Life(on_sigterm=OnSigterm(after=5))
    trace = play(pod(box("web"), policy="Never"), term, again, web=life)

    assert times(trace, "web", "SIGTERM") == [3, 6]
    assert trace.exit_times["web"] == [8]
