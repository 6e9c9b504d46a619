"""Makes up what is done to a pod: every verb that needs no volume."""

from __future__ import annotations

from hypothesis import strategies as st

from sidecar_viz.pods.given.script import Action, Verb, When
from tests.pods.running.test_properties import STORIES

VERBS: list[Verb] = [
    *("signal", "sandbox-lost", "kubelet-restart", "delete", "set-image", "evict"),
    *("set-probe", "exit", "oom", "hang", "slow-start", "set-hook", "checkpoint"),
]


@st.composite
def any_actions(draw: st.DrawFn) -> tuple[Action, ...]:
    """Make up what is done in the first half minute, to the first container."""
    return tuple(
        Action(
            do=draw(st.sampled_from(VERBS)),
            container="c0",
            signal=draw(st.sampled_from(["SIGTERM", "SIGKILL"])),
            pull=draw(st.sampled_from(["ok", "fail"])),
            grace_period_seconds=draw(st.sampled_from([None, 0, 3])),
            probe=draw(st.sampled_from(["startup", "liveness", "readiness"])),
            hook=draw(st.sampled_from(["pre-stop", "post-start"])),
            seconds=draw(st.sampled_from([0.0, 4.0])),
            exit_code=draw(st.sampled_from([None, 0, 7])),
            name="mark",
            when=When(seconds=at),
        )
        for at in sorted(draw(st.lists(st.integers(0, 30), max_size=3)))
    )


ANY_STORIES = {**STORIES, "done": any_actions()}
