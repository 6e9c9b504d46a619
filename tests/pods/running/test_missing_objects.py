"""ConfigMaps and Secrets that are not there: for variables, for volumes (R2, R11)."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.deciding.columns import columns_of
from sidecar_viz.pods.given.pod import Need, Pod, Volume
from sidecar_viz.pods.given.script import Action, Script, When
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.telling.changes import changes_of
from tests.pods.stories import CRASHES, box, delete_at, phases, pod, times

DB = Need("secret/db")
WITH_ENV = pod(box("web", needs=(DB,)), box("api"))
WITH_VOLUME = pod(box("web"), volumes=(Volume("v", "secret", (DB,)),))


def play(
    played: Pod,
    *actions: Action,
    missing: tuple[str, ...] = ("secret/db",),
    **more: object,
) -> Trace:
    """Play a pod whose Secret is missing, for 60 seconds."""
    script = Script(
        actions=actions,
        missing=missing,
        until=When(seconds=60),
        **more,  # type: ignore[arg-type]
    )
    return simulate(played, script)


def found_at(seconds: float) -> Action:
    """Let the Secret be there at a second."""
    when = When(seconds=seconds)
    return Action(do="object-available", object="secret/db", when=when)


def test_a_container_waits_for_what_its_variables_name() -> None:
    """With the kubelet's message; the others run, and it tries again each 10 s."""
    trace = play(WITH_ENV)
    status = trace.status_at(60)
    web = status.containers["web"]

    assert (web.state, web.waiting_reason) == ("waiting", "CreateContainerConfigError")
    assert web.waiting_message == 'secret "db" not found'
    assert status.containers["api"].state == "running"
    assert status.phase == "Pending"
    assert columns_of(WITH_ENV, status).status == "CreateContainerConfigError"
    failed = [(t, said) for t, why, said in trace.kube_events if why == "Failed"]
    assert failed == [(t, 'Error: secret "db" not found') for t in range(0, 60, 10)]
    assert (
        'web waits: CreateContainerConfigError, secret "db" not found'
        in (changes_of(WITH_ENV, trace)[0])
    )


def test_it_starts_with_the_first_try_after_the_object_is_there() -> None:
    """Also if nothing else is to happen."""
    assert times(play(WITH_ENV, found_at(23)), "web", "Starting") == [30]
    script = Script(actions=(found_at(23),), missing=("secret/db",))
    trace = simulate(WITH_ENV, script)
    assert times(trace, "web", "Starting") == [30]
    assert trace.status_at(30).phase == "Running"


def test_an_init_container_holds_back_all_that_follows() -> None:
    """As with an image that cannot be pulled (R11)."""
    held = pod(box("first", "init", needs=(DB,)), box("web"))
    trace = play(held)

    assert (
        columns_of(held, trace.status_at(60)).status
        == "Init:CreateContainerConfigError"
    )
    assert times(trace, "web", "Starting") == []


def test_what_runs_is_not_touched_until_it_starts_again() -> None:
    """Variables are read when a container is made."""
    gone = Action(do="object-missing", object="secret/db", when=When(seconds=5))
    trace = play(WITH_ENV, gone, missing=())
    assert trace.status_at(60).containers["web"].state == "running"

    trace = play(WITH_ENV, gone, missing=(), containers={"web": CRASHES})
    web = trace.status_at(11).containers["web"]
    assert web.waiting_reason == "CreateContainerConfigError"
    assert web.last is not None


def test_a_volume_is_mounted_once_its_object_is_there() -> None:
    """Until then nothing starts; FailedMount repeats with a growing wait (R2)."""
    trace = play(WITH_VOLUME, found_at(20))
    failed = [(t, said) for t, why, said in trace.kube_events if why == "FailedMount"]

    said = 'MountVolume.SetUp failed for volume "v" : secret "db" not found'
    assert failed == [(t, said) for t in (0, 0.5, 1.5, 3.5, 7.5, 15.5)]
    assert times(trace, "web", "Starting") == [31.5]
    assert [state for _, _, state in trace.volumes] == ["failing", "mounted"]
    told = changes_of(WITH_VOLUME, trace)
    assert [t for t, words in told.items() if said in words] == [0]


def test_the_waits_of_a_mount_grow_to_two_minutes() -> None:
    """And no further."""
    script = Script(missing=("secret/db",), until=When(seconds=400))
    trace = simulate(WITH_VOLUME, script)
    failed = [t for t, why, _ in trace.kube_events if why == "FailedMount"]
    assert failed[-4:] == [63.5, 127.5, 249.5, 371.5]


def test_what_is_optional_is_done_without() -> None:
    """For variables and for volumes."""
    maybe = Need("secret/db", optional=True)
    played = pod(box("web", needs=(maybe,)), volumes=(Volume("v", "secret", (maybe,)),))
    assert phases(play(played))[-1] == (0, "Running")


@pytest.mark.parametrize("played", [WITH_ENV, WITH_VOLUME])
def test_a_pod_that_waits_can_be_deleted(played: Pod) -> None:
    """Nothing has run, so it ends Failed (R30)."""
    trace = play(played, delete_at(5))
    assert trace.deleted_at == 5
    assert phases(trace)[-1] == (5, "Failed")


def test_a_volume_is_tried_again_also_if_nothing_else_is_to_happen() -> None:
    """Not before its time, whatever else makes the kubelet look."""
    when = When(seconds=5)
    other = Action(do="set-image", container="web", image="w:2", when=when)
    script = Script(actions=(other, found_at(6)), missing=("secret/db",))
    trace = simulate(WITH_VOLUME, script)

    assert [t for t, why, _ in trace.kube_events if why == "FailedMount"] == [
        *(0, 0.5, 1.5, 3.5),
    ]
    assert times(trace, "web", "Starting") == [7.5]
