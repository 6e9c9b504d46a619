"""What must hold of every answer, whatever pod is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sidecar_viz.pods.asking.why import said_of_change, why_at, why_bar
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Action, Life, Script
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.asking.any_actions import ANY_STORIES

MOST_MOMENTS = 60  # of a run that are asked about


@pytest.mark.storm
@settings(max_examples=60, deadline=None)
@given(**ANY_STORIES)
def test_there_is_an_answer_at_every_second(
    pod: Pod, lives: list[Life], done: tuple[Action, ...]
) -> None:
    """It is one sentence, names containers that are there, and never ends before t."""
    named = dict(zip((c.name for c in pod.containers), lives, strict=False))
    script = Script(containers=named, actions=done, max_seconds=240)
    trace = simulate(pod, script)
    changes = sorted({d.t for d in trace.doings} | {s.t for s in trace.snapshots})
    moments = [*changes, *(t + 0.25 for t in changes)]
    for t in moments[:: len(moments) // MOST_MOMENTS + 1]:
        why = why_at(pod, script, trace, t)
        assert why.said.endswith(".")
        assert why.said[0].isupper() or why.said.split()[0].rstrip(",") in pod.by_name
        assert set(why.who) <= set(pod.by_name)
        assert {name for name, _ in why.fields} <= {"", *pod.by_name}
        assert why.until is None or why.until >= t
        assert why.actor in {"", *pod.by_name}
        assert len(said_of_change(pod, trace, t).split()) <= 25
        for who in pod.by_name:
            assert all(
                said.endswith(".") for said in why_bar(pod, script, trace, who, t)
            )
