"""What must hold for every pod and every script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar_viz.pods.deciding.status import ENDS
from sidecar_viz.pods.given.pod import Container, Hook, Kind, Pod, Policy, Probe
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
    Image,
    Life,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    Run,
    Script,
    Verb,
    When,
)
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.telling.as_text import text_of_trace

FEW = st.sampled_from([0.0, 0.5, 1.0, 3.0, 10.0])
PROBES = st.sampled_from(
    [None, Probe(period=2, failures=2), Probe(initial_delay=3, period=5, grace=4)]
)
KINDS: list[Kind] = ["init", "sidecar", "regular"]
VERBS: list[Verb] = ["signal", "sandbox-lost", "kubelet-restart", "delete"]
POLICIES: list[Policy] = ["Always", "OnFailure", "Never"]
RUNS = st.builds(
    Run,
    start_delay=FEW,
    run=st.none() | FEW,
    exit_code=st.sampled_from([0, 0, 1, 42]),
)
ANSWERS = st.builds(
    ProbeRun,
    result=st.sampled_from(["success", "fail", "success-when-started"]),
    success_until=st.none() | FEW,
    takes=st.sampled_from([0.0, 0.0, 0.5, 2.0]),
)
LIVES = st.builds(
    Life,
    runs=st.lists(RUNS, max_size=3).map(tuple),
    on_sigterm=st.just("ignore") | st.builds(OnSigterm, after=FEW),
    image=st.builds(
        Image, pull_seconds=FEW, pull=st.sampled_from(["ok", "ok", "ok", "fail"])
    ),
    post_start=st.builds(HookRun, run=FEW, exit_code=st.sampled_from([0, 0, 1])),
    pre_stop=st.builds(HookRun, run=FEW),
    probes=st.builds(ProbeRuns, startup=ANSWERS, liveness=ANSWERS, readiness=ANSWERS),
)


@st.composite
def pods(draw: st.DrawFn) -> Pod:
    """Make up a pod of up to five containers, one of them regular at least."""
    kinds = [*draw(st.lists(st.sampled_from(KINDS), max_size=4)), "regular"]
    hooks = st.sampled_from([None, None, Hook()])
    return Pod(
        "p",
        tuple(
            Container(f"c{n}", kind, f"i{n}:1")
            if kind == "init"
            else Container(
                f"c{n}",
                kind,
                f"i{n}:1",
                startup=draw(PROBES),
                liveness=draw(PROBES),
                readiness=draw(PROBES),
                post_start=draw(hooks),
                pre_stop=draw(hooks),
            )
            for n, kind in enumerate(kinds)
        ),
        policy=draw(st.sampled_from(POLICIES)),
        grace=draw(st.sampled_from([0, 2, 10, 30])),
    )


@st.composite
def actions(draw: st.DrawFn) -> tuple[Action, ...]:
    """Make up what is done to a pod in the first half minute."""
    found = []
    for at in sorted(draw(st.lists(st.integers(0, 30), max_size=3))):
        verb = draw(st.sampled_from(VERBS))
        found.append(
            Action(do=verb, container="c0", signal="SIGKILL", when=When(seconds=at))
        )
    return tuple(found)


def played(pod: Pod, lives: list[Life], done: tuple[Action, ...]) -> Trace:
    """Play for four minutes at most."""
    named = dict(zip((c.name for c in pod.containers), lives, strict=False))
    return simulate(pod, Script(containers=named, actions=done, max_seconds=240))


STORIES = {
    "pod": pods(),
    "lives": st.lists(LIVES, min_size=5, max_size=5),
    "done": actions(),
}


@pytest.mark.storm
@settings(max_examples=150, deadline=None)
@given(**STORIES)
def test_what_always_holds(
    pod: Pod, lives: list[Life], done: tuple[Action, ...]
) -> None:
    """Ends are ends, counts never fall, time never goes back, gates are kept."""
    trace = played(pod, lives, done)

    for before, after in pairwise(trace.snapshots):
        assert before.t <= after.t
        assert (
            before.status.phase not in ENDS or after.status.phase == before.status.phase
        )
        for name, seen in after.status.containers.items():
            assert seen.restart_count >= before.status.containers[name].restart_count
            assert not seen.ready or seen.state != "waiting"
    assert [e[0] for e in trace.events] == sorted(e[0] for e in trace.events)
    _gates_are_kept(pod, trace)
    _nobody_is_killed_early(trace)
    if trace.deleted_at is not None:
        assert all(event[0] <= trace.deleted_at for event in trace.events)
        assert trace.snapshots[-1].status.phase in ENDS
    assert all(len(line) <= 80 for line in text_of_trace(pod, trace, "1.36"))


def _gates_are_kept(pod: Pod, trace: Trace) -> None:
    """No regular container starts before each init container has ended (R10)."""
    first = {who: n for n, (_, who, what) in reversed(list(enumerate(trace.course)))}
    starts = {
        who: n
        for n, (_, who, what) in reversed(list(enumerate(trace.course)))
        if what == "start"
    }
    ends = {
        who: n
        for n, (_, who, what) in reversed(list(enumerate(trace.course)))
        if what == "end"
    }
    assert set(starts) == set(first)
    for regular in pod.regular:
        if regular.name in starts:
            for init in pod.inits:
                before = ends if init.kind == "init" else starts
                assert before[init.name] < starts[regular.name]


def _nobody_is_killed_early(trace: Trace) -> None:
    """SIGKILL comes 2 s after SIGTERM at the earliest (R44), unless from outside."""
    outside = {t for t, done in trace.actions if done["do"] == "signal"}
    terms: dict[str, float] = {}
    for t, who, what in trace.events:
        if what == "Starting":
            terms.pop(who, None)
        elif what == "SIGTERM":
            terms.setdefault(who, t)
        elif what == "SIGKILL" and t not in outside:
            assert t - terms[who] >= 2


@pytest.mark.storm
@settings(max_examples=60, deadline=None)
@given(**STORIES)
def test_the_same_again(pod: Pod, lives: list[Life], done: tuple[Action, ...]) -> None:
    """Same pod and script, same trace, to the last digit."""
    assert played(pod, lives, done) == played(pod, lives, done)


@pytest.mark.storm
@settings(max_examples=100, deadline=None)
@given(**STORIES, at=st.integers(1, 40))
def test_what_was_before_an_action_stays(
    pod: Pod, lives: list[Life], done: tuple[Action, ...], at: int
) -> None:
    """Whatever is done at a second, all before it is as it was without."""
    done = tuple(
        one for one in done if one.when is not None and (one.when.seconds or 0) < at
    )
    plain = played(pod, lives, done)
    other = played(pod, lives, (*done, Action(do="delete", when=When(seconds=at))))

    assert _before(plain, at) == _before(other, at)


def _before(trace: Trace, at: float) -> list[object]:
    return [
        [one for one in trace.events if one[0] < at],
        [one for one in trace.snapshots if one.t < at],
        [one for one in trace.kube_events if one[0] < at],
    ]
