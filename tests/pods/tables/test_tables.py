"""Tests of events, conditions, containers and the status as YAML."""

from __future__ import annotations

from sidecar_viz.pods.given.script import Action, Image, Life, When
from sidecar_viz.pods.tables import conditions, containers, events, status_yaml
from tests.pods.stories import (
    ORDERS,
    ORDERS_LIVES,
    OVER,
    SHOP,
    SHOP_LIVES,
    box,
    delete_at,
    play,
    pod,
)


def test_equal_events_are_one_line_that_says_how_often() -> None:
    """As describe does: the last time, how many, over how long."""
    trace = play(ORDERS, lives=ORDERS_LIVES)
    last = events.event_lines(ORDERS, trace, 61)[-1]
    assert last.cells == (
        "Warning",
        "BackOff",
        "18s (x3 over 52s)",
        "kubelet",
        "Back-off restarting failed container api in pod orders",
    )
    assert (last.first, last.last, last.count, last.about) == (9, 43, 3, "api")


def test_events_of_two_containers_are_two_lines() -> None:
    """The message may be the same: "Container started" names no container."""
    trace = play(pod(box("a"), box("b")))
    found = events.event_lines(pod(box("a"), box("b")), trace, 1)
    assert [(line.reason, line.about) for line in found] == [
        ("Scheduled", ""),
        *((reason, "a") for reason in ("Pulling", "Pulled", "Created", "Started")),
        *((reason, "b") for reason in ("Pulling", "Pulled", "Created", "Started")),
    ]
    assert found[0].source == "default-scheduler"


def test_events_are_copied_as_describe_prints_them() -> None:
    """Two columns between cells, the heading underlined."""
    trace = play(SHOP, lives=SHOP_LIVES)
    assert events.copied(events.event_lines(SHOP, trace, 2)) == (
        "Events:\n"
        "  Type    Reason     Age   From               Message\n"
        "  ----    ------     ----  ----               -------\n"
        "  Normal  Scheduled  2s    default-scheduler  "
        "Successfully assigned default/shop to node\n"
        '  Normal  Pulling    2s    kubelet            Pulling image "migrate:1"\n'
    )
    assert events.copied(()) == "Events:  <none>\n"


def test_a_condition_tells_since_when_it_is_so() -> None:
    """The second at which its status last changed; a new reason does not count."""
    trace = play(SHOP, delete_at(50), lives=SHOP_LIVES)
    found = {c.type: (c.status, c.since) for c in conditions.condition_lines(trace, 67)}
    assert found == {
        "PodScheduled": ("True", 0),
        "PodReadyToStartContainers": ("False", 67),
        "Initialized": ("True", 14),
        "ContainersReady": ("False", 67),
        "Ready": ("False", 67),
    }
    text = conditions.copied(conditions.condition_lines(trace, 18))
    assert text.splitlines()[-1] == (
        "Ready                       False    0 s     ContainersNotReady   "
        "containers with unready status: [web]"
    )


def test_each_container_has_a_row() -> None:
    """The state with its reason, the last one, and since when."""
    trace = play(ORDERS, lives=ORDERS_LIVES)
    assert [line.cells for line in containers.container_lines(ORDERS, trace, 61)] == [
        ("proxy", "sidecar", "Running", "", "", "True", "True", "0", "", "2 s"),
        (
            *("api", "regular", "Waiting", "CrashLoopBackOff", "", "False", "False"),
            *("3", "Terminated, Error, exit 1 at 43 s", "43 s"),
        ),
    ]
    over = play(pod(box("a"), policy="Never"), a=OVER)
    row = containers.container_lines(pod(box("a")), over, 5)[0]
    assert (row.state, row.reason, row.exit_code) == ("Terminated", "Completed", 0)
    assert containers.copied([row]).splitlines()[0].startswith("NAME   KIND")


def test_the_status_is_yaml_and_what_is_new_is_fresh() -> None:
    """At the end of a crash only that container and what follows from it is lit."""
    trace = play(ORDERS, lives=ORDERS_LIVES)
    lines = status_yaml.status_lines(ORDERS, trace, 50)
    fresh = [line.text.strip() for line in lines if line.fresh]
    assert fresh == [
        *("- lastTransitionTime: 43 s",),
        *("message: 'containers with unready status: [api]'",),
        *("reason: ContainersNotReady", 'status: "False"'),
        *("- lastTransitionTime: 43 s",),
        *("message: 'containers with unready status: [api]'",),
        *("reason: ContainersNotReady", 'status: "False"'),
        *("finishedAt: 43 s", "startedAt: 41 s", "ready: false", "started: false"),
        *("waiting:", "reason: CrashLoopBackOff"),
    ]


def test_nothing_is_fresh_before_the_first_change() -> None:
    """There was nothing before the first second."""
    trace = play(SHOP, lives=SHOP_LIVES)
    assert not any(one.fresh for one in status_yaml.status_lines(SHOP, trace, 0))


def test_the_yaml_of_a_small_pod() -> None:
    """Fields in the order of the alphabet, as kubectl writes them."""
    small = pod(box("a"), policy="Never", host_network=True)
    trace = play(small, a=Life(run=3, exit_code=2))
    assert status_yaml.copied(status_yaml.status_lines(small, trace, 1)) == (
        "status:\n"
        "  conditions:\n"
        "  - lastTransitionTime: 0 s\n"
        '    status: "True"\n'
        "    type: PodScheduled\n"
        "  - lastTransitionTime: 0 s\n"
        '    status: "True"\n'
        "    type: PodReadyToStartContainers\n"
        "  - lastTransitionTime: 0 s\n"
        '    status: "True"\n'
        "    type: Initialized\n"
        "  - lastTransitionTime: 0 s\n"
        '    status: "True"\n'
        "    type: ContainersReady\n"
        "  - lastTransitionTime: 0 s\n"
        '    status: "True"\n'
        "    type: Ready\n"
        "  containerStatuses:\n"
        "  - image: a:1\n"
        "    lastState: {}\n"
        "    name: a\n"
        "    ready: true\n"
        "    restartCount: 0\n"
        "    started: true\n"
        "    state:\n"
        "      running:\n"
        "        startedAt: 0 s\n"
        "  hostIP: 192.168.49.2\n"
        "  phase: Running\n"
        "  podIP: 192.168.49.2\n"
        "  podIPs:\n"
        "  - ip: 192.168.49.2\n"
        "  startTime: 0 s\n"
    )


def test_a_reason_of_the_pod_stands_in_the_yaml() -> None:
    """A deadline makes one; a sandbox that is gone takes the address with it."""
    late = pod(box("a"), policy="Never", deadline=5)
    trace = play(late)
    lines = [line.text for line in status_yaml.status_lines(late, trace, 9)]
    assert "  reason: DeadlineExceeded" in lines
    assert not any("podIP" in line for line in lines)


def test_a_pull_that_backs_off_is_no_warning() -> None:
    """The failed pull is one, its back-off is not, as the kubelet has it."""
    typo = pod(box("a"))
    trace = play(
        typo,
        Action(do="set-image", container="a", image="b:2", pull="fail"),
        until=When(seconds=30),
    )
    found = {e.reason: e.type for e in events.event_lines(typo, trace, 30)}
    assert (found["Failed"], found["BackOff"]) == ("Warning", "Normal")


def test_a_container_that_never_ran_has_no_start() -> None:
    """It ends all the same if the init list was done (R30)."""
    cut = pod(box("m", "init"), box("a"))
    trace = play(cut, delete_at(3), m=OVER, a=Life(image=Image(pull_seconds=9)))
    text = status_yaml.copied(status_yaml.status_lines(cut, trace, 3))
    part = text[text.index("containerStatuses") : text.index("hostIP")]
    assert "exitCode: 137" in part
    assert "startedAt" not in part


def test_events_stand_in_the_order_in_which_they_were_seen_last() -> None:
    """One that comes again moves to the end."""
    two = pod(box("a"), box("b"))
    trace = play(two, a=Life(run=3), b=Life(image=Image(pull_seconds=1)))
    found = events.event_lines(two, trace, 4)
    assert [line.last for line in found] == sorted(line.last for line in found)
