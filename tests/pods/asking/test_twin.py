"""Tests of the same pod with one thing switched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar_viz.pods.asking.twin import (
    Difference,
    DifferenceLine,
    OutcomeRow,
    Switch,
    difference_lines,
    differences,
    outcome_rows,
    pod_with,
    script_with,
    switches_of,
)
from sidecar_viz.pods.given.pod import Pod, Probe
from sidecar_viz.pods.given.script import (
    Action,
    Image,
    Life,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    Script,
)
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.asking.any_actions import ANY_STORIES
from tests.pods.stories import HOOK, SHOP, SHOP_LIVES, box, delete_at, play, pod

NATIVE = pod(box("logger", "sidecar"), box("report"), policy="Never", origin="Job")
LIVES = {
    "report": Life(run=20, image=Image(pull_seconds=3)),
    "logger": Life(image=Image(pull_seconds=2), on_sigterm=OnSigterm(after=2)),
}
TO_CLASSIC = Switch("sidecar", "sidecar", "native", "classic", ("logger",))


def both(
    played: Pod, lives: dict[str, Life], switch: Switch, *actions: Action
) -> tuple[Pod, Trace, Pod, Trace]:
    """Play a pod and its twin."""
    script = Script(containers=lives, actions=actions)
    twin = pod_with(played, switch)
    other = simulate(twin, script_with(script, switch))
    return played, simulate(played, script), twin, other


def switch_of(played: Pod, kind: str, then: str, *who: str) -> Switch:
    """Return one of a pod's switches."""
    return next(
        one
        for one in switches_of(played)
        if (one.kind, one.then, one.who) == (kind, then, who)
    )


def test_a_job_with_a_native_and_with_a_classic_sidecar() -> None:
    """The three differences of the picture, with their seconds."""
    assert differences(*both(NATIVE, LIVES, TO_CLASSIC)) == (
        Difference(
            3,
            "logger is up, then report starts",
            "report works 2 s before logger",
            "report",
            5,
            3,
        ),
        Difference(
            23,
            "report ends, logger is told",
            "report ends, nobody is told",
            "report",
            25,
            23,
        ),
        Difference(27, "Job complete at 27 s", "never", "", 27, None),
    )


def test_the_table_of_outcomes_at_40_seconds() -> None:
    """The rows of the picture."""
    assert outcome_rows(*both(NATIVE, LIVES, TO_CLASSIC), 40) == (
        OutcomeRow("Job", "Complete, 1/1", "Running, 0/1"),
        OutcomeRow("kubectl get pod", "0/2 Completed", "1/2 NotReady"),
        OutcomeRow("report starts", "5 s, logger is up", "3 s, alone for 2 s"),
        OutcomeRow("report ends", "25 s, logger is told", "23 s, nobody is told"),
        OutcomeRow("logger's exit code", "never counts", "counts: not 0 is Failed"),
        OutcomeRow(
            "price of native", "", "", "report starts 2 s later: it waits for logger"
        ),
    )


def test_what_is_still_to_come_is_not_told() -> None:
    """At 4 s report runs only in the one without a gate, and nothing has ended."""
    rows = outcome_rows(*both(NATIVE, LIVES, TO_CLASSIC), 4)
    assert rows[0] == OutcomeRow("Job", "Running, 0/1", "Running, 0/1")
    assert rows[2] == OutcomeRow("report starts", "not yet", "3 s, alone for 2 s")
    assert [row.word for row in rows[3:]] == ["logger's exit code"]


def test_the_other_way_round_it_is_a_price_too() -> None:
    """From classic to native the same sentence is told."""
    classic = pod_with(NATIVE, TO_CLASSIC)
    back = switch_of(classic, "sidecar", "native", "logger")
    rows = outcome_rows(*both(classic, LIVES, back), 40)
    assert rows[-1].both == "report starts 2 s later: it waits for logger"
    assert pod_with(classic, back) == NATIVE


def test_the_lines_that_a_switch_changes() -> None:
    """Each line says which pod has it; those around stay the same."""
    assert difference_lines(NATIVE, TO_CLASSIC) == (
        DifferenceLine("both", "restartPolicy: Never"),
        DifferenceLine("now", "initContainers:"),
        DifferenceLine("now", "- name: logger"),
        DifferenceLine("now", "  image: logger:1"),
        DifferenceLine("now", "  restartPolicy: Always"),
        DifferenceLine("both", "containers:"),
        DifferenceLine("both", "- name: report"),
        DifferenceLine("both", "  image: report:1"),
        DifferenceLine("then", "- name: logger"),
        DifferenceLine("then", "  image: logger:1"),
    )


def test_a_short_grace_kills() -> None:
    """Codes are told first, then how the pod ends."""
    short = switch_of(SHOP, "grace", "5 s")
    found = differences(*both(SHOP, SHOP_LIVES, short, delete_at(50)))
    assert [(one.said_a, one.said_b) for one in found] == [
        ("logger ends with 0", "logger ends with 137"),
        ("web ends with 0", "web ends with 137"),
        ("pod Succeeded at 67 s", "pod Failed at 57 s"),
    ]


def test_another_order_of_two_entries() -> None:
    """Who is first is told, also of an init container."""
    swap = switch_of(SHOP, "order", "2, 1", "migrate", "proxy")
    found = differences(*both(SHOP, SHOP_LIVES, swap))
    assert ("migrate ends, then proxy starts", "proxy works 7 s before migrate") in [
        (one.said_a, one.said_b) for one in found
    ]
    assert [c.name for c in pod_with(SHOP, swap).inits] == [
        "proxy",
        "migrate",
        "logger",
    ]


def test_without_a_probe_all_comes_earlier() -> None:
    """At most six differences, in order of time, the plain ones in plain words."""
    off = switch_of(SHOP, "probe", "not", "proxy")
    found = differences(*both(SHOP, SHOP_LIVES, off))
    assert len(found) == 6
    assert [one.t for one in found] == sorted(one.t for one in found)
    said = {(one.said_a, one.said_b) for one in found}
    assert ("logger starts at 14 s", "logger starts at 10 s") in said
    assert pod_with(SHOP, off).by_name["proxy"].startup is None


def test_a_probe_that_is_put_in_is_answered_once_it_listens() -> None:
    """The script is changed for it, else it would pass at once."""
    slow = {**LIVES, "logger": Life(start_delay=6)}
    put_in = switch_of(NATIVE, "probe", "there", "logger")
    found = differences(*both(NATIVE, slow, put_in))
    assert ("report starts at 3 s", "report starts at 9 s") in [
        (one.said_a, one.said_b) for one in found
    ]
    assert script_with(Script(), TO_CLASSIC) == Script()


def test_the_switches_of_a_pod() -> None:
    """A sidecar, the policy, the grace, probes, hooks and the order of two."""
    asked = pod(
        box("side", "sidecar", startup=Probe()),
        box("web", liveness=Probe(), pre_stop=HOOK),
        grace=5,
    )
    assert [(one.kind, one.now, one.then, one.who) for one in switches_of(asked)] == [
        ("sidecar", "native", "classic", ("side",)),
        ("restartPolicy", "Always", "OnFailure", ()),
        ("restartPolicy", "Always", "Never", ()),
        ("grace", "5 s", "30 s", ()),
        ("probe", "there", "not", ("side",)),
        ("probe", "there", "not", ("web",)),
        ("preStop", "not", "there", ("side",)),
        ("preStop", "there", "not", ("web",)),
    ]
    jobs = [one.then for one in switches_of(NATIVE) if one.kind == "restartPolicy"]
    assert jobs == ["OnFailure"]
    kept = pod(box("a"), origin="Deployment")
    assert not [one for one in switches_of(kept) if one.kind == "restartPolicy"]
    two = [one for one in switches_of(pod(box("a"), box("b"))) if one.who == ("a", "b")]
    assert [(one.kind, one.then) for one in two] == [("order", "2, 1")]


def test_the_outline_shows_what_the_simulation_reads() -> None:
    """Probes, hooks, grace and a policy of its own."""
    full = pod(
        box("a", policy="Never", post_start=HOOK, readiness=Probe(period=5)),
        box("b"),
        grace=7,
    )
    swap = switch_of(full, "order", "2, 1", "a", "b")
    assert [
        line.text for line in difference_lines(full, swap) if line.side != "now"
    ] == [
        "terminationGracePeriodSeconds: 7",
        "containers:",
        "- name: b",
        "  image: b:1",
        "- name: a",
        "  image: a:1",
    ] or "  lifecycle:" in [line.text for line in difference_lines(full, swap)]


def test_a_pod_that_fails_says_so() -> None:
    """Of a Job the pod has failed; of others the phase is told."""
    fails = pod(box("a"), policy="Never", origin="Job")
    wins = play(fails, a=Life(run=5))
    loses = play(fails, a=Life(run=5, exit_code=1))
    found = differences(fails, wins, fails, loses)
    assert [(one.said_a, one.said_b) for one in found[:2]] == [
        ("a ends with 0", "a ends with 1"),
        ("Job complete at 5 s", "Job has a failed pod at 5 s"),
    ]
    rows = outcome_rows(fails, wins, fails, loses, 9)
    assert (rows[0].one, rows[0].other) == ("Complete, 1/1", "pod Failed, 0/1")


def test_a_start_without_others_is_only_a_second() -> None:
    """Nobody is up before or after."""
    alone = pod(box("a"))
    trace = play(alone)
    assert outcome_rows(alone, trace, alone, trace, 1)[1].one == "0 s"


def test_probes_that_answer_are_kept() -> None:
    """Putting one probe in leaves the answers of the others."""
    life = Life(probes=ProbeRuns(readiness=ProbeRun(result="fail")))
    put_in = switch_of(NATIVE, "probe", "there", "logger")
    script = script_with(Script(containers={"logger": life}), put_in)
    assert script.life("logger").probes.readiness.result == "fail"
    assert script.life("logger").probes.startup.result == "success-when-started"


@pytest.mark.storm
@settings(max_examples=80, deadline=None)
@given(**ANY_STORIES, number=st.integers(0, 50))
def test_every_switch_makes_a_pod_that_can_be_played(
    pod: Pod, lives: list[Life], done: tuple[Action, ...], number: int
) -> None:
    """With the same names; a pod differs in nothing from itself."""
    named = dict(zip((c.name for c in pod.containers), lives, strict=False))
    script = Script(containers=named, actions=done, max_seconds=240)
    trace = simulate(pod, script)
    switches = switches_of(pod)
    switch = switches[number % len(switches)]
    twin = pod_with(pod, switch)
    assert set(twin.by_name) == set(pod.by_name)
    assert twin != pod
    other = simulate(twin, script_with(script, switch))
    found = differences(pod, trace, twin, other)
    assert len(found) <= 6
    assert [one.t for one in found] == sorted(one.t for one in found)
    assert differences(pod, trace, pod, trace) == ()
    assert outcome_rows(pod, trace, twin, other, 20)
    assert difference_lines(pod, switch)
