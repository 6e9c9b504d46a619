"""Before the first container, and the order in which containers start (R1 to R14)."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Pod, Probe, Volume
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
    Image,
    Life,
    ProbeRun,
    ProbeRuns,
    Run,
    When,
)
from tests.pods.stories import (
    CRASHES,
    HOOK,
    OVER,
    box,
    condition,
    phases,
    play,
    pod,
    times,
)

SLOW = Life(image=Image(pull_seconds=10))
BAD = Life(image=Image(pull="fail"))
WITH_INIT = pod(box("first", "init"), box("side", "sidecar"), box("web"))


def waiting(played: Pod, name: str) -> str:
    """Return the reason for which a container waits at the very first."""
    return play(played).snapshots[0].status.containers[name].waiting_reason


def test_who_waits_says_for_what() -> None:
    """R1: PodInitializing with init containers or sidecars, else ContainerCreating."""
    assert waiting(WITH_INIT, "web") == waiting(WITH_INIT, "first") == "PodInitializing"
    assert waiting(pod(box("web")), "web") == "ContainerCreating"


def test_a_volume_that_is_missing_holds_back_all() -> None:
    """R2: no sandbox and no container before it can be mounted."""
    played = pod(box("web"), volumes=(Volume("settings", "configMap"),))
    trace = play(
        played,
        Action(do="volume-unavailable", volume="settings"),
        Action(do="volume-available", volume="settings", when=When(seconds=40)),
    )

    assert times(trace, "web", "Starting") == [40]
    assert trace.volumes == [(0, "settings", "failing"), (40, "settings", "mounted")]
    assert trace.sandbox == [(40, "sandbox", "ready")]
    assert [e[:2] for e in trace.kube_events][1] == (0, "FailedMount")
    assert condition(trace, "PodReadyToStartContainers", 39)[0] == "False"


def test_the_sandbox_stands_before_the_first_pull() -> None:
    """R3: after the volumes, before any container."""
    trace = play(pod(box("web"), volumes=(Volume("tmp"),)), web=SLOW)

    assert trace.volumes[0][0] == trace.sandbox[0][0] == 0
    assert condition(trace, "PodReadyToStartContainers", 5)[0] == "True"
    assert times(trace, "web", "Starting") == [10]


def test_volumes_outlive_restarts() -> None:
    """R4: they are mounted on the node once, however often a container restarts."""
    trace = play(
        pod(box("web"), volumes=(Volume("tmp"),)), until=When(seconds=50), web=CRASHES
    )

    assert trace.volumes == [(0, "tmp", "mounted")]
    assert len(times(trace, "web", "Starting")) == 4


def test_a_slow_pull_delays_those_behind_it() -> None:
    """R5: the first container runs meanwhile, and its image is pulled once."""
    trace = play(pod(box("one"), box("two"), box("three")), two=SLOW)

    assert times(trace, "one", "Starting") == [0]
    assert times(trace, "two", "Starting") == [10]
    assert times(trace, "three", "Starting") == [10]


def test_the_init_list_goes_one_by_one() -> None:
    """R6, R7: each starts when the one before it has exited with 0."""
    played = pod(box("a", "init"), box("b", "init"), box("web"))
    trace = play(played, a=Life(run=3), b=Life(run=4))

    assert times(trace, "b", "Starting") == [3]
    assert times(trace, "web", "Starting") == [7]


def test_an_init_that_fails_holds_back_the_rest() -> None:
    """R7, R16: it is tried again, with back-off, until it exits with 0."""
    runs = (Run(run=1, exit_code=1), Run(run=1, exit_code=2), Run(run=1))
    trace = play(WITH_INIT, first=Life(runs=runs))

    assert times(trace, "first", "Starting") == [0, 1, 12]
    assert times(trace, "side", "Starting") == [13]


def test_a_sidecar_lets_the_next_start_once_it_is_started() -> None:
    """R8: its startup probe counts; readiness and liveness do not."""
    probe = Probe(period=5)
    side = box("side", "sidecar", startup=probe, readiness=probe)
    never = ProbeRuns(
        startup=ProbeRun(result="success-when-started"),
        readiness=ProbeRun(result="fail"),
    )
    trace = play(pod(side, box("web")), side=Life(start_delay=7, probes=never))

    assert times(trace, "web", "Starting") == [10]
    assert condition(trace, "Initialized")[0] == "True"
    assert condition(trace, "Ready")[1] == "ContainersNotReady"


def test_a_sidecar_without_a_startup_probe_is_started_as_soon_as_it_runs() -> None:
    """R8: even if its process takes its time."""
    trace = play(pod(box("side", "sidecar"), box("web")), side=Life(start_delay=60))

    assert times(trace, "web", "Starting") == [0]


def test_a_post_start_hook_holds_back_the_next() -> None:
    """R9: it runs beside its own container and before the next is looked at."""
    hooked = Life(start_delay=2, post_start=HookRun(run=6, log="hook"))
    for kind in ("sidecar", "regular"):
        played = pod(box("one", kind, post_start=HOOK), box("two"))
        trace = play(played, one=hooked)

        assert times(trace, "one", "Started") == [2]
        assert times(trace, "hook", "Starting") == [0]
        assert times(trace, "hook", "Exiting") == [6]
        assert times(trace, "two", "Starting") == [6]
        assert trace.status_at(5).containers["one"].state == "waiting"


def test_a_hook_that_fails_kills_its_container() -> None:
    """R9: it is then restarted by policy."""
    bad = HookRun(run=2, exit_code=1)
    played = pod(box("web", post_start=HOOK))
    trace = play(played, until=When(seconds=11), web=Life(post_start=bad))

    assert times(trace, "web", "SIGTERM") == [2, 4]
    assert times(trace, "web", "Starting") == [0, 2]
    assert (2, "FailedPostStartHook", "PostStartHook failed") in trace.kube_events


def test_regular_containers_do_not_wait_for_each_other() -> None:
    """R10: in list order, whoever is ready; one that cannot start holds back nobody."""
    probe = Probe(period=10)
    played = pod(box("one", readiness=probe), box("bad"), box("two"))
    never = ProbeRuns(readiness=ProbeRun(result="fail"))
    trace = play(played, until=When(seconds=5), one=Life(probes=never), bad=BAD)

    assert [e[1] for e in trace.events if e[2] == "Starting"] == ["one", "two"]
    assert times(trace, "two", "Starting") == [0]


def test_who_cannot_start_in_the_init_list() -> None:
    """R11: nothing starts behind it, sidecar or not; the pod stays Pending."""
    for name in ("first", "side"):
        trace = play(
            WITH_INIT, until=When(seconds=20), lives={"first": OVER, name: BAD}
        )

        assert times(trace, "web", "Starting") == []
        assert phases(trace) == [(0, "Pending")]


def test_the_init_list_does_not_run_again() -> None:
    """R12: not after a restart, for a new image, or after the kubelet's restart."""
    trace = play(
        WITH_INIT,
        Action(do="set-image", container="first", when=When(seconds=5)),
        Action(do="kubelet-restart", remove_exited_init=True, when=When(seconds=6)),
        Action(do="signal", container="web", signal="SIGKILL", when=When(seconds=7)),
        until=When(seconds=9),
        first=OVER,
    )

    assert times(trace, "first", "Starting") == [0]
    assert times(trace, "side", "Starting") == [1]
    assert times(trace, "web", "Starting") == [1, 7]


def test_a_new_sandbox_runs_the_init_list_again() -> None:
    """R12: from its first entry, sidecars included."""
    trace = play(
        WITH_INIT,
        Action(do="sandbox-lost", when=When(seconds=5)),
        first=OVER,
    )

    assert times(trace, "first", "Starting") == [0, 5]
    assert times(trace, "side", "Starting") == [1, 6]
    assert times(trace, "web", "Starting") == [1, 6]
    assert [state for _, _, state in trace.sandbox] == ["ready", "lost", "ready"]
    assert trace.status_at(9).containers["web"].restart_count == 1


def test_a_pod_that_never_restarts_fails_with_its_sandbox() -> None:
    """R12, R15: with Never no second sandbox is made."""
    played = pod(box("web"), policy="Never")
    trace = play(played, Action(do="sandbox-lost", when=When(seconds=5)))

    assert times(trace, "web", "Starting") == [0]
    assert phases(trace)[-1] == (5, "Failed")


def test_an_ephemeral_container_counts_for_nothing() -> None:
    """R14: it may start during initialization, and never starts again."""
    played = pod(
        box("first", "init"), box("web"), box("debug", "ephemeral"), policy="Never"
    )
    trace = play(played, first=Life(run=9), web=Life(run=2), debug=CRASHES)

    assert times(trace, "debug", "Starting") == [0]
    assert phases(trace) == [(0, "Pending"), (9, "Running"), (11, "Succeeded")]
