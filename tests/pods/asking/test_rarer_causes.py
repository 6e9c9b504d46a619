"""Tests of causes that are met more rarely."""

from __future__ import annotations

import pytest
from msgspec import structs

from sidecar_viz.pods.asking.why import Why, said_of_change, why_at, why_bar
from sidecar_viz.pods.given.pod import Container, Pod, Probe
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
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
from sidecar_viz.pods.running.recorder import Doing
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.stories import (
    DEAF,
    FAILS,
    HOOK,
    ORDERS,
    ORDERS_LIVES,
    OVER,
    box,
    delete_at,
    pod,
)

NO_IMAGE = Life(image=Image(pull="fail", pull_seconds=1))
SLOW_PULL = Life(image=Image(pull_seconds=4))
FAILS_LIVENESS = ProbeRuns(liveness=ProbeRun(success_until=8))
Story = tuple[Pod, dict[str, Life], tuple[Action, ...]]


def at(seconds: float) -> When:
    """Say when."""
    return When(seconds=seconds)


def why(story: Story, t: float, **more: float) -> Why:
    """Ask why, at a second of a run."""
    played, lives, actions = story
    script = Script(containers=lives, actions=actions, **more)  # type: ignore[arg-type]
    return why_at(played, script, simulate(played, script), t)


def bar(story: Story, who: str, t: float, **more: float) -> tuple[str, str]:
    """Ask why a bar began and ended."""
    played, lives, actions = story
    script = Script(containers=lives, actions=actions, **more)  # type: ignore[arg-type]
    return why_bar(played, script, simulate(played, script), who, t)


NEVER_PULLED: Story = (
    pod(box("a", pull_policy="Never")),
    {"a": Life(image=Image(pull="fail"))},
    (),
)
TWO: Story = (pod(box("a"), box("b")), {"b": SLOW_PULL}, ())
FAILED_INIT: Story = (
    pod(box("s", "sidecar"), box("m", "init"), box("a"), policy="Never"),
    {"s": Life(on_sigterm=OnSigterm(after=3)), "m": FAILS},
    (),
)
LATE: Story = (
    pod(box("s", "sidecar"), box("a"), deadline=9, policy="Never"),
    {"a": Life(on_sigterm=OnSigterm(after=4))},
    (),
)
WAITING_SIDECARS: Story = (
    pod(box("s", "sidecar"), box("t", "sidecar"), box("a"), grace=5),
    {"a": DEAF, "s": DEAF, "t": DEAF},
    (delete_at(10),),
)
KILLED_BY_HAND: Story = (
    pod(box("a")),
    {},
    (Action(do="signal", container="a", when=at(5)),),
)
BAD_HOOK: Story = (
    pod(box("a", post_start=HOOK)),
    {"a": Life(post_start=HookRun(run=3, exit_code=1), on_sigterm=OnSigterm(after=2))},
    (),
)
CUT: Story = (
    pod(box("a", liveness=Probe(period=5), pre_stop=HOOK), deadline=21),
    {"a": Life(pre_stop=HookRun(sleep=30), probes=FAILS_LIVENESS)},
    (),
)
LEFT: Story = (
    pod(box("s", "sidecar"), box("a"), policy="OnFailure"),
    {"s": Life(on_sigterm=OnSigterm(after=3)), "a": OVER},
    (),
)
STORIES: list[tuple[Story, float, str, str]] = [
    (NEVER_PULLED, 0, "a cannot run: its image is not on the node.", "R20"),
    (NEVER_PULLED, 3, "a does not run, because its image cannot be pulled.", "R20"),
    (TWO, 0, "a starts, so the image of b is pulled.", "R10"),
    (
        (pod(box("a"), box("b")), {"a": NO_IMAGE}, ()),
        1,
        'a cannot run: its image "a:1" cannot be pulled, so it is tried again after',
        "R10",
    ),
    (FAILED_INIT, 2, "s still runs, because it works on after its SIGTERM.", "R44"),
    (LATE, 9, "s and a are stopped, because the deadline of 9 s is over.", "R54"),
    (LATE, 10, "s still runs, because a has not ended yet.", "R42"),
    (WAITING_SIDECARS, 15, "s gets SIGTERM, because the grace period is over.", "R44"),
    (WAITING_SIDECARS, 16, "s still runs, because it ignores SIGTERM.", "R46"),
    (KILLED_BY_HAND, 5, "a gets SIGTERM by hand, so it ends at once.", "R15"),
    (BAD_HOOK, 4, "a still runs, because it works on after its SIGTERM.", "R44"),
    (CUT, 21, "The preStop hook of a is cut off.", "R44"),
    (LEFT, 1, "a has ended with 0 after 1 s, so s gets SIGTERM.", "R50"),
    (
        (pod(box("a")), {}, (Action(do="exit", container="a", when=at(5)),)),
        5,
        "a is made to end with 1, so it is started again at once.",
        "R15",
    ),
    (
        (pod(box("a")), {}, (Action(do="oom", container="a", when=at(5)),)),
        5,
        "a is killed: it needs more than its memory limit",
        "R15",
    ),
    (
        (
            pod(box("a"), policy="Never"),
            {"a": Life(memory=Memory(grows=1))},
            (Action(do="oom", container="a", when=at(5)), delete_at(6)),
        ),
        6,
        "The pod was over already, so its object goes at once.",
        "R38",
    ),
    (
        (pod(box("a"), box("b"), policy="Never"), {"a": OVER}, ()),
        1,
        "a has ended with 0 after 1 s, so the pod is not Ready.",
        "R52",
    ),
    (
        (
            pod(box("a"), box("b"), policy="Never"),
            {"a": OVER},
            (Action(do="exit", container="a", when=at(5)),),
        ),
        5,
        "This was done, with no effect here: exit a.",
        "",
    ),
    (
        (
            pod(box("a"), policy="Never"),
            {},
            (Action(do="sandbox-lost", when=at(5)),),
        ),
        5,
        "The pod is Failed, because a has ended with 255.",
        "R27",
    ),
    (
        (pod(box("a")), {}, (delete_at(5, 0),)),
        5,
        "The pod is Succeeded, because",
        "R28",
    ),
    (
        (pod(box("a")), {"a": DEAF}, (delete_at(5, 0),)),
        5,
        "The pod is deleted, so a gets SIGTERM.",
        "R48",
    ),
    (
        (
            pod(box("i", "init"), box("a")),
            {"i": SLOW_PULL},
            (delete_at(3),),
        ),
        3,
        "The pod is Failed, because it ended before its regular containers ran.",
        "R30",
    ),
    (
        (
            pod(box("i", "init"), box("a")),
            {"i": OVER, "a": SLOW_PULL},
            (delete_at(3),),
        ),
        3,
        "The pod is Failed, because a never ran.",
        "R27",
    ),
    (
        (
            pod(box("s", "sidecar", startup=Probe(period=5)), box("a")),
            {"s": Life(probes=ProbeRuns(startup=ProbeRun(result="fail")))},
            (),
        ),
        10,
        "s is stopped, because its startupProbe failed 3 times.",
        "R21",
    ),
    (
        (
            pod(box("a", readiness=Probe(period=5))),
            {},
            (Action(do="set-probe", container="a", probe="readiness", when=at(6)),),
        ),
        20,
        "a is not ready any more: its readinessProbe failed 3 times, so the pod",
        "R34",
    ),
    (
        (
            pod(box("a", readiness=Probe(period=5))),
            {},
            (Action(do="set-probe", container="a", probe="readiness", when=at(6)),),
        ),
        6,
        "a runs, and nothing is waited for.",
        "R26",
    ),
    (
        (
            pod(box("a", liveness=Probe(period=5, failures=1))),
            {"a": Life(run=30, probes=FAILS_LIVENESS, on_sigterm=OnSigterm(after=2))},
            (),
        ),
        11,
        "a still runs, because it works on after its SIGTERM.",
        "R44",
    ),
]


@pytest.mark.parametrize(("story", "t", "said", "rule"), STORIES)
def test_each_cause_is_told(story: Story, t: float, said: str, rule: str) -> None:
    """What holds or has just happened is said, and the rule's number with it."""
    found = why(story, t)
    assert said in found.said
    assert rule == "" or rule in found.rules


IMAGE: Story = (
    pod(box("a")),
    {"a": SLOW_PULL},
    (Action(do="set-image", container="a", image="b:2", when=at(10)),),
)
ANEW: Story = (
    pod(box("a")),
    {"a": Life(on_sigterm=OnSigterm(after=2))},
    (Action(do="set-image", container="a", image="b:2", when=at(10)),),
)
LOST: Story = (pod(box("a")), {}, (Action(do="sandbox-lost", when=at(30)),))
BARS: list[tuple[Story, str, float, str, str]] = [
    (IMAGE, "a", 12, "Since 10 s: Another image of a is pulled.", "At 14 s a runs"),
    (
        ANEW,
        "a",
        11,
        "Since 10 s: a is stopped, because its image is another now.",
        "At 12 s a ends with 0, 2 s after its SIGTERM.",
    ),
    (LOST, "a", 31, "Since 30 s: a starts in a new sandbox.", "For good:"),
    (
        (ORDERS, ORDERS_LIVES, (Action(do="kubelet-restart", when=at(50)),)),
        "api",
        51,
        "Since 50 s: api starts again, and does not wait any longer.",
        "At 52 s api ends with 1 after 2 s.",
    ),
    (
        FAILED_INIT,
        "s",
        2,
        "Since 1 s: s is stopped with its pod.",
        "At 4 s s ends with 0, 3 s after its SIGTERM.",
    ),
    (
        BAD_HOOK,
        "a",
        4,
        "Since 3 s: a is stopped, because its postStart hook failed.",
        "At 5 s a ends with 0",
    ),
    (
        (pod(box("a")), {"a": DEAF}, (Action(do="evict", when=at(5)),)),
        "a",
        6,
        "Since 5 s: a is stopped, because the pod is evicted.",
        "At 7 s a ends with 137 by SIGKILL.",
    ),
    (
        LEFT,
        "s",
        2,
        "Since 1 s: s is stopped, because every regular container is done.",
        "At 4 s s ends with 0, 3 s after its SIGTERM.",
    ),
    (
        (pod(box("m", "init"), box("a")), {"m": NO_IMAGE}, ()),
        "m",
        2,
        "Since 1 s: The pull for m waits 10 s before it is tried again.",
        "At 11 s the image of m is pulled again: its wait is over.",
    ),
    (
        (
            pod(box("a", readiness=Probe(period=5))),
            {},
            (Action(do="kubelet-restart", when=at(7)),),
        ),
        "a",
        2,
        "Since 0 s: a starts, because it is the first of its list.",
        "At 7 s a is not ready, as the kubelet has begun anew.",
    ),
    (
        (pod(box("a")), {"a": Life(run=5)}, (delete_at(5, 0),)),
        "a",
        2,
        "Since 0 s: a starts, because it is the first of its list.",
        "At 5 s a ends with 0 at its SIGTERM.",
    ),
    (TWO, "b", 1, "b is pulled, because a, before it in the list, has been begun.", ""),
]


@pytest.mark.parametrize(("story", "who", "t", "began", "ended"), BARS)
def test_each_bar_is_told(
    story: Story, who: str, t: float, began: str, ended: str
) -> None:
    """Why it began, and why it ended."""
    found = bar(story, who, t)
    assert began in found[0]
    assert ended in found[1]


def test_the_end_of_a_run_is_told_as_it_is() -> None:
    """For good, the same round for ever, or as far as it was played."""
    loop: Story = (pod(box("a")), {"a": FAILS}, ())
    assert bar(loop, "a", 5000, max_seconds=9000)[1] == (
        "The same round goes on for ever."
    )
    assert why(loop, 5000, max_seconds=9000).more.endswith(
        "From here on it is the same round for ever."
    )
    short: Story = (pod(box("a", liveness=Probe())), {"a": Life(run=90)}, ())
    assert bar(short, "a", 15, max_seconds=20)[1] == "Up to 20 s it stays so."
    assert why(short, 15, max_seconds=20).more == "Up to 20 s nothing else happens."


def test_that_more_happens_than_can_be_played_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the script does later would be missed else, and nobody would know."""
    monkeypatch.setattr("sidecar_viz.pods.running.simulate.MOST_NOTES", 200)
    story: Story = (pod(box("a", liveness=Probe(period=1))), {}, (delete_at(1e8),))
    told = why(story, 15, max_seconds=1e9).more
    assert told.startswith("Up to ")
    assert told.endswith(" What comes then is more than can be played.")


def test_a_long_wait_is_the_longest_of_its_row() -> None:
    """At 300 s it stays."""
    loop: Story = (pod(box("a")), {"a": FAILS}, ())
    found = bar(loop, "a", 800, max_seconds=4000)[0]
    assert found.endswith("a waits 300 s before it is started again.")


def test_what_is_missing_for_a_container_is_named() -> None:
    """A wait for which no end is known tells its reason in the API's word."""
    played = pod(box("a"), box("b"))
    script = Script(containers={"b": SLOW_PULL})
    trace = simulate(played, script)
    missing = Doing(1.0, "b", "waits", "CreateContainerConfigError")
    changed = structs.replace(
        trace, doings=[*(d for d in trace.doings if d.t < 1), missing]
    )
    assert why_at(played, script, changed, 1).said == (
        "b cannot be made: CreateContainerConfigError."
    )
    assert why_at(played, script, changed, 2).said == (
        "b cannot be made: CreateContainerConfigError."
    )
    assert said_of_change(played, changed, 1) == (
        "b waits, CreateContainerConfigError."
    )


def test_nobody_waits_for_an_ephemeral_container() -> None:
    """Its pull is told, and no one is named as the next."""
    with_debug = pod(
        Container("debug", "ephemeral", "sh:1"), box("a", "regular"), name="p"
    )
    lives = {"debug": Life(image=Image(pull_seconds=9))}
    found = why((with_debug, lives, ()), 4)
    assert found.who == ("debug",)


def test_two_seconds_are_always_given() -> None:
    """Who comes to its SIGTERM when the grace is over has little left, but some."""
    assert why(WAITING_SIDECARS, 16).more == (
        "SIGKILL comes at 17 s, in 1 s. Little was left, but 2 s are always given."
    )
    assert why(WAITING_SIDECARS, 11).said == (
        "t still runs, because a has not ended yet."
    )


def test_a_probe_that_fails_though_it_listens_is_told_as_failed() -> None:
    """It is not the period that holds it back."""
    story: Story = (
        pod(box("s", "sidecar", startup=Probe(period=5)), box("a")),
        {"s": Life(probes=ProbeRuns(startup=ProbeRun(result="fail")))},
        (),
    )
    assert why(story, 2).more == (
        "Its startupProbe failed 1 of 3 times; it is asked again at 5 s: "
        "periodSeconds is 5."
    )


def test_a_wait_counts_from_the_end() -> None:
    """Also where the kubelet comes to it later, as a hook held it back (R19)."""
    story: Story = (
        pod(box("a", post_start=HOOK), box("b")),
        {
            "a": Life(post_start=HookRun(sleep=4)),
            "b": Life(runs=(Run(run=1, exit_code=1), Run())),
        },
        (Action(do="sandbox-lost", when=at(20)),),
    )
    found = why(story, 30)
    assert found.said.startswith("b starts again")
    assert found.more.startswith("It is the second of the row")
    assert bar(story, "b", 31)[0] == (
        "Since 30 s: b starts again, because its wait of 10 s is over."
    )


def test_hooks_that_end_at_once_do_not_cause_each_other() -> None:
    """A sidecar's hook is over when a container gets SIGTERM: no cause of that."""
    story: Story = (
        pod(box("s", "sidecar", pre_stop=HOOK), box("a", pre_stop=HOOK)),
        {
            "s": Life(pre_stop=HookRun(sleep=3)),
            "a": Life(pre_stop=HookRun(sleep=3), on_sigterm=OnSigterm(after=3)),
        },
        (delete_at(5),),
    )
    assert why(story, 8).said == (
        "The preStop hook of s is over, and it waits for its turn."
    )
