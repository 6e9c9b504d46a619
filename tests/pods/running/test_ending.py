"""How a pod ends: deletion, turns, grace, completion, deadline (R29, R38 to R54)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.given.pod import Hook, Probe, Volume
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
    Image,
    Life,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    Run,
    When,
)
from tests.pods.stories import (
    CRASHES,
    DEAF,
    HOOK,
    OVER,
    box,
    condition,
    delete_at,
    lines,
    phases,
    play,
    pod,
    times,
    turned,
)

LONG = Life(on_sigterm=OnSigterm(after=5))
MESH = pod(box("one", "sidecar"), box("two", "sidecar"), box("web"), box("api"))


def test_nothing_starts_once_the_pod_is_deleted() -> None:
    """R38: no restart, no sidecar, no next container, also while an image is pulled."""
    trace = play(
        MESH, delete_at(5), one=LONG, web=LONG, api=Life(run=7), two=Life(run=7)
    )
    assert [t for t, _, what in trace.events if what == "Starting"] == [0] * 4

    slow = Life(image=Image(pull_seconds=20))
    trace = play(MESH, delete_at(5), web=slow)
    assert times(trace, "web", "Starting") == times(trace, "api", "Starting") == []
    assert trace.deleted_at == 5


def test_readiness_goes_on_and_liveness_does_not() -> None:
    """R39: a pod that is being deleted can turn not ready; no probe kills in it."""
    probe = Probe(period=2, failures=1)
    ill = ProbeRun(after_sigterm="fail")
    life = Life(
        on_sigterm=OnSigterm(after=20), probes=ProbeRuns(liveness=ill, readiness=ill)
    )
    trace = play(
        pod(box("web", readiness=probe, liveness=probe)), delete_at(5), web=life
    )

    assert turned(trace, "Ready") == [(0, "False"), (0, "True"), (6, "False")]
    assert trace.exit_times["web"] == [25]


def test_the_ends_are_not_published_before_all_have_ended() -> None:
    """R29: all containers are shown as running until the last one has ended."""
    trace = play(MESH, delete_at(5), one=LONG)

    assert lines(MESH, trace)[-2:] == [
        (5, "4/4", "Terminating"),
        (10, "0/4", "Completed"),
    ]
    assert phases(trace)[-1] == (10, "Succeeded")


def test_hook_turn_sigterm_sigkill() -> None:
    """R40, R43: each has its own hook, all hooks at the beginning, sidecars', too."""
    played = pod(
        box("side", "sidecar", pre_stop=HOOK), box("web", pre_stop=Hook(sleep=3))
    )
    trace = play(
        played,
        delete_at(10),
        side=Life(pre_stop=HookRun(run=1, log="side-hook")),
        web=Life(pre_stop=HookRun(run=3, log="web-hook"), on_sigterm="ignore"),
    )

    assert times(trace, "side-hook", "Starting") == times(trace, "web-hook", "Starting")
    assert times(trace, "web", "SIGTERM") == [13]
    assert times(trace, "web", "SIGKILL") == [40]
    assert times(trace, "side", "SIGTERM") == [40]


def test_regular_containers_and_init_containers_have_no_turn() -> None:
    """R41: SIGTERM to all of them at once, each right after its own hook."""
    played = pod(box("web", pre_stop=Hook(sleep=4)), box("api"))
    trace = play(played, delete_at(10), web=LONG, api=LONG)
    assert times(trace, "api", "SIGTERM") == [10]
    assert times(trace, "web", "SIGTERM") == [14]

    trace = play(pod(box("first", "init"), box("web")), delete_at(10), first=LONG)
    assert times(trace, "first", "SIGTERM") == [10]


def test_sidecars_stop_one_by_one_last_first() -> None:
    """R42: after all regular containers."""
    trace = play(MESH, delete_at(10), one=LONG, two=LONG, web=LONG)
    assert [(t, who) for t, who, what in trace.events if what == "SIGTERM"] == [
        (10, "web"),
        (10, "api"),
        (15, "two"),
        (20, "one"),
    ]


def test_who_does_not_run_is_not_waited_for() -> None:
    """R42, R49: neither a sidecar in back-off nor who never started."""
    trace = play(MESH, delete_at(5), one=LONG, two=CRASHES, web=LONG)
    assert times(trace, "one", "SIGTERM") == [10]

    played = pod(
        box("one", "sidecar"), box("first", "init"), box("two", "sidecar"), box("w")
    )
    trace = play(played, delete_at(5))
    assert trace.deleted_at == 5
    assert times(trace, "two", "Starting") == []


def test_the_grace_is_shared_and_its_floor_is_two_seconds() -> None:
    """R44: when it ends while sidecars wait, all of them get SIGTERM and 2 s."""
    trace = play(MESH, delete_at(1, 10), one=DEAF, two=DEAF, web=DEAF)

    assert times(trace, "web", "SIGKILL") == [11]
    assert times(trace, "one", "SIGTERM") == times(trace, "two", "SIGTERM") == [11]
    assert times(trace, "one", "SIGKILL") == times(trace, "two", "SIGKILL") == [13]
    assert trace.deleted_at == 13


def test_who_ends_in_the_last_second_of_its_time_is_not_killed() -> None:
    """As for every sidecar: the order of the list decides nothing here."""
    just = Life(on_sigterm=OnSigterm(after=2))
    trace = play(MESH, delete_at(1, 10), one=just, two=just, web=DEAF)

    assert times(trace, "one", "SIGKILL") == times(trace, "two", "SIGKILL") == []
    codes = {name: ended.exit_code for _, name, ended in trace.exits}
    assert (codes["one"], codes["two"], codes["web"]) == (0, 0, 137)


def test_waiting_is_counted_in_whole_seconds() -> None:
    """R44: 4.9 s of hook take 4 s of the grace."""
    played = pod(box("web", pre_stop=HOOK))
    life = Life(on_sigterm="ignore", pre_stop=HookRun(run=4.9))
    trace = play(played, delete_at(1, 10), web=life)

    assert times(trace, "web", "SIGTERM") == [5.9]
    assert times(trace, "web", "SIGKILL") == [11.9]


def test_a_hook_that_outlasts_the_grace_is_cut_off() -> None:
    """R40, R44: SIGTERM when the grace is over, SIGKILL 2 s later."""
    played = pod(box("web", pre_stop=HOOK))
    hook = HookRun(run=None, log="hook")
    trace = play(played, delete_at(1, 10), web=Life(on_sigterm="ignore", pre_stop=hook))

    assert times(trace, "web", "SIGTERM") == [11]
    assert times(trace, "web", "SIGKILL") == times(trace, "hook", "last_alive") == [13]


def test_a_hooks_exit_code_changes_nothing() -> None:
    """R45: nor does the hook run if a container ends by itself."""
    played = pod(box("web", pre_stop=HOOK), policy="Never")
    bad = HookRun(run=2, exit_code=3, log="hook")
    trace = play(played, delete_at(1), web=Life(pre_stop=bad))
    assert phases(trace)[-1] == (3, "Succeeded")
    assert (3, "FailedPreStopHook", "PreStopHook failed") in trace.kube_events

    trace = play(played, web=Life(run=1, pre_stop=bad))
    assert times(trace, "hook", "Starting") == []


def test_who_ignores_sigterm_is_killed() -> None:
    """R31, R46: after the whole grace, with 137."""
    trace = play(pod(box("web")), delete_at(1), web=DEAF)
    ended = trace.snapshots[-1].status.containers["web"].ended

    assert ended is not None
    assert (ended.at, ended.exit_code, ended.reason) == (31, 137, "Error")
    assert phases(trace)[-1] == (31, "Failed")


def test_network_and_volumes_outlive_all_containers() -> None:
    """R47: sandbox, last status, volumes, object, in this order."""
    played = pod(box("side", "sidecar"), box("web"), volumes=(Volume("tmp"),))
    trace = play(played, delete_at(1), side=LONG)

    assert trace.sandbox[-1] == (6, "sandbox", "stopped")
    assert trace.volumes[-1] == (6, "tmp", "unmounted")
    assert trace.deleted_at == 6
    assert condition(trace, "PodReadyToStartContainers")[0] == "False"


def test_force() -> None:
    """R48: no hooks, no turns, 2 s."""
    played = pod(box("side", "sidecar"), box("web", pre_stop=HOOK))
    hook = HookRun(run=9, log="hook")
    trace = play(
        played, delete_at(5, 0), side=DEAF, web=Life(on_sigterm="ignore", pre_stop=hook)
    )

    assert times(trace, "hook", "Starting") == []
    assert times(trace, "side", "SIGTERM") == times(trace, "web", "SIGTERM") == [5]
    assert times(trace, "side", "SIGKILL") == times(trace, "web", "SIGKILL") == [7]


def test_a_second_deletion_only_shortens() -> None:
    """R38: a shorter grace counts from then on, a longer one does not."""
    again = Action(do="delete", when=When(seconds=10), grace_period_seconds=4)
    trace = play(pod(box("web")), delete_at(5, 60), again, web=DEAF)
    assert times(trace, "web", "SIGKILL") == [14]

    longer = Action(do="delete", when=When(seconds=10), grace_period_seconds=90)
    trace = play(pod(box("web")), delete_at(5, 20), longer, web=DEAF)
    assert times(trace, "web", "SIGKILL") == [25]


def test_deleted_before_it_ran_is_failed() -> None:
    """R30: who never ran stays waiting if the pod was not initialized."""
    played = pod(box("first", "init"), box("web"))
    ill = Life(on_sigterm=OnSigterm(after=5, exit_code=1))
    trace = play(played, delete_at(5), first=ill)

    assert phases(trace) == [(0, "Pending"), (10, "Failed")]
    assert trace.snapshots[-1].status.containers["web"].state == "waiting"
    assert condition(trace, "Ready") == ("False", "PodFailed", "")


def test_deleted_during_a_post_start_hook() -> None:
    """R9, R38: the hook is cut off, and the container is stopped."""
    played = pod(box("web", post_start=HOOK), box("next"))
    life = Life(post_start=HookRun(run=None, log="hook"))
    trace = play(played, delete_at(5), web=life)

    assert times(trace, "hook", "last_alive") == [5]
    assert times(trace, "web", "SIGTERM") == [5]
    assert times(trace, "next", "Starting") == []


@pytest.mark.parametrize(("code", "phase"), [(0, "Succeeded"), (3, "Failed")])
def test_completion(code: int, phase: str) -> None:
    """R28, R50, R51: sidecars stop with hook and grace; only regular codes count."""
    played = pod(box("side", "sidecar", pre_stop=HOOK), box("web"), policy="Never")
    side = Life(on_sigterm="ignore", pre_stop=HookRun(run=4, log="hook"))
    trace = play(played, side=side, web=Life(run=10, exit_code=code))

    assert times(trace, "hook", "Starting") == [10]
    assert times(trace, "side", "SIGTERM") == [14]
    assert times(trace, "side", "SIGKILL") == [40]
    assert phases(trace)[-1] == (40, phase)
    assert trace.deleted_at is None


def test_on_failure_goes_on_until_all_have_succeeded() -> None:
    """R15, R50: a failure is tried again, a success is not."""
    played = pod(box("web"), box("two"), policy="OnFailure")
    runs = (Run(run=1, exit_code=1), Run(run=1))
    trace = play(played, web=Life(runs=runs), two=OVER)

    assert times(trace, "two", "Starting") == [0]
    assert phases(trace) == [(0, "Pending"), (0, "Running"), (2, "Succeeded")]


def test_a_classic_sidecar_blocks_and_its_code_counts() -> None:
    """R52: Running while it runs, Failed if it ends ill."""
    played = pod(box("web"), box("side"), policy="Never")
    assert phases(play(played, web=OVER))[-1][1] == "Running"
    trace = play(played, web=OVER, side=Life(run=9, exit_code=1))
    assert phases(trace)[-1] == (9, "Failed")


def test_always_never_completes() -> None:
    """R53: main is restarted, the sidecar keeps running."""
    played = pod(box("side", "sidecar"), box("web"))
    trace = play(played, until=When(seconds=100), web=OVER)
    assert times(trace, "side", "Starting") == [0]
    assert phases(trace)[-1] == (0, "Running")


def test_the_deadline_counts_from_the_start() -> None:
    """R54: init time included; killed with grace, then Failed DeadlineExceeded."""
    played = pod(box("first", "init"), box("web"), deadline=20)
    trace = play(played, first=Life(run=15), web=LONG)

    assert times(trace, "web", "SIGTERM") == [20]
    assert phases(trace)[-1] == (25, "Failed")
    assert trace.snapshots[-1].status.reason == "DeadlineExceeded"
    assert lines(played, trace)[-1][2] == "Completed"
    assert trace.deleted_at is None


def test_deleted_after_its_end_it_is_gone_at_once() -> None:
    """R47: nothing is left to stop."""
    trace = play(pod(box("web"), policy="Never"), delete_at(9), web=OVER)
    assert trace.deleted_at == 9
    assert phases(trace)[-1] == (1, "Succeeded")
