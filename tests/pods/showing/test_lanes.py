"""A run's lanes have the seconds of the mock-ups, and no gaps, whatever is played."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from sidecar_viz.pods.given.pod import Pod, Probe
from sidecar_viz.pods.given.script import Action, Image, Life, Script
from sidecar_viz.pods.showing.lanes import Flag, PodLane, Stretch
from sidecar_viz.pods.showing.run import Run, played
from tests.pods.running.test_properties import STORIES
from tests.pods.showing.runs import orders, shop
from tests.pods.stories import box, delete_at
from tests.pods.stories import pod as made


def bars(run: Run, name: str) -> list[tuple[float, float, str]]:
    """Return what a container's lane shows."""
    return [(bar.begin, bar.end, bar.fill) for bar in run.lane[name].bars]


def lane(run: Run, name: str) -> PodLane:
    """Return one of the pod's own lanes."""
    return next(lane for lane in run.pod_lanes if lane.name == name)


def spans(stretches: tuple[Stretch, ...]) -> list[tuple[float, str]]:
    """Return since when a lane says what."""
    return [(one.begin, one.word) for one in stretches]


def test_containers_live_as_in_the_picture_of_the_shop() -> None:
    """Pull, run, wait and stop have their seconds; the sidecars stop last first."""
    run = shop()
    assert bars(run, "migrate")[:2] == [(0, 3, "pull"), (3, 7, "runs")]
    assert bars(run, "proxy")[:-1] == [
        (0, 7, "wait"),
        (7, 9, "pull"),
        (9, 13, "starting"),
        (13, 65, "runs"),
        (65, 67, "stopping"),
    ]
    assert bars(run, "logger")[2:4] == [(14, 61, "runs"), (61, 65, "stopping")]
    assert bars(run, "web")[2:5] == [
        (18, 23, "unready"),
        (23, 55, "runs"),
        (55, 61, "stopping"),
    ]


def test_hooks_signals_and_answers_stand_at_their_seconds() -> None:
    """Both hooks begin with the deletion; SIGTERM comes after the hook."""
    run = shop()
    hooks = {name: run.lane[name].hooks for name in ("web", "proxy")}
    assert [(h.begin, h.end) for h in hooks["web"]] == [(50, 55)]
    assert [(h.begin, h.end) for h in hooks["proxy"]] == [(50, 52)]
    assert run.lane["web"].flags == (Flag(55, "SIGTERM"),)
    asked = [(k.t, k.passed) for k in run.lane["proxy"].ticks]
    assert asked == [(9, False), (11, False), (13, True)]


def test_the_pods_own_lanes_show_the_api_and_the_node() -> None:
    """Phase and Ready are the API's; the endpoint goes with the deletion."""
    run = shop()
    assert spans(lane(run, "Phase").stretches) == [
        (0, "Pending"),
        (18, "Running"),
        (67, "Succeeded, gone"),
    ]
    assert spans(lane(run, "Ready").stretches) == [(0, "False"), (23, "True")]
    assert spans(lane(run, "Endpoint").stretches) == [
        (23, "in the Service"),
        (50, "terminating: no new requests"),
    ]


def test_what_led_to_what_is_an_arrow() -> None:
    """Exit 0 and started open the next gate; an end lets the next sidecar stop."""
    found = [(one.t, one.cause, one.effect) for one in shop().arrows]
    assert found == [
        (7, "migrate", "proxy"),
        (13, "proxy", "logger"),
        (14, "logger", "web"),
        (61, "web", "logger"),
        (65, "logger", "proxy"),
    ]


def test_a_crash_loop_waits_in_its_row() -> None:
    """Each wait has its length; the loop is recognised and so has an end."""
    run = orders()
    waits = [b for b in run.lane["api"].bars if b.fill == "back-off"]
    assert [(b.begin, b.end) for b in waits[:3]] == [(9, 19), (21, 41), (43, 83)]
    assert [b.whole for b in waits[:3]] == [10, 20, 40]
    assert run.stopped == "the same round for ever"
    assert not run.over


def test_a_pull_that_fails_is_seen() -> None:
    """The reason of the wait is the API's own word."""
    typo = played(
        made(box("a")), Script(containers={"a": Life(image=Image(pull="fail"))})
    )
    words = [bar.word for bar in typo.lane["a"].bars]
    assert "ImagePullBackOff" in words


def test_a_pod_that_goes_on_is_shown_a_while_longer() -> None:
    """There is something ahead to break: a minute at least."""
    run = played(made(box("a", readiness=Probe(period=5))))
    assert run.end == 60
    assert run.last < run.end
    assert [k.t for k in run.lane["a"].ticks][:3] == [0, 5, 10]


def test_a_pod_that_is_over_has_a_short_tail() -> None:
    """What is gone is seen to be gone."""
    run = played(made(box("a")), Script(actions=(delete_at(5),)))
    assert run.over
    assert run.last == 5
    assert run.end == 8


@settings(max_examples=100, deadline=None)
@given(**STORIES)
def test_lanes_have_neither_gaps_nor_overlaps(
    pod: Pod, lives: list[Life], done: tuple[Action, ...]
) -> None:
    """A container is in one bar at every second, from the first to the last one."""
    named = dict(zip((c.name for c in pod.containers), lives, strict=False))
    run = played(pod, Script(containers=named, actions=done, max_seconds=240))
    for own in run.lanes:
        assert own.bars[0].begin == 0
        assert own.bars[-1].end == pytest.approx(run.end)
        for one, other in pairwise(own.bars):
            assert one.end == other.begin
        assert all(hook.begin <= hook.end <= run.end for hook in own.hooks)
    for whole in run.pod_lanes:
        for before, after in pairwise(whole.stretches):
            assert before.end <= after.begin
