"""Tests of the answers to "why?"."""

from __future__ import annotations

import pytest
from msgspec import structs

from sidecar_viz.pods.asking.reasons.said import Why
from sidecar_viz.pods.asking.why import said_of_change, why_at, why_bar
from sidecar_viz.pods.given.pod import Pod, Probe, Volume
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
    Image,
    Life,
    Memory,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    Script,
    When,
)
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.stories import (
    DEAF,
    FAILS,
    HOOK,
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


def why(played: Pod, lives: dict[str, Life], t: float, *actions: Action) -> Why:
    """Ask why, at a second of a run."""
    script = Script(containers=lives, actions=actions)
    return why_at(played, script, simulate(played, script), t)


def test_a_sidecar_waits_for_the_later_one_to_end() -> None:
    """In the picture of the deleted pod: proxy waits for logger."""
    found = why(SHOP, SHOP_LIVES, 64, delete_at(50))
    assert found == Why(
        "proxy still runs, because logger has not ended yet.",
        "Sidecars stop one by one in reverse list order, after the last regular one.",
        "stop order",
        ("R42",),
        ("proxy", "logger"),
        (("proxy", ("restartPolicy",)), ("logger", ("restartPolicy",))),
        65.0,
        "proxy",
    )


def test_the_phase_stays_running_in_a_crash_loop() -> None:
    """In the picture of the crash loop: a reason of a container is no phase."""
    found = why(ORDERS, ORDERS_LIVES, 61)
    assert found.said == "The phase stays Running, although api is down."
    assert (found.rule, found.until, found.actor) == ("phase", 83.0, "api")


def test_a_sidecar_that_listens_is_not_asked_at_once() -> None:
    """In the picture of the edit: every 10 s is too seldom for what listens at 13 s."""
    proxy = box("proxy", "sidecar", startup=Probe(period=10))
    played = pod(*[proxy if c.name == "proxy" else c for c in SHOP.containers])
    lives = {**SHOP_LIVES, "proxy": structs.replace(SHOP_LIVES["proxy"], start_delay=4)}
    found = why(played, lives, 16)
    assert found.said == "logger waits, because proxy is not started yet."
    assert found.more == (
        "It listens since 13 s, but the next question comes at 19 s: "
        "periodSeconds is 10."
    )
    assert found.rule == "what gates a start"
    assert found.fields == (("proxy", ("startupProbe", "periodSeconds")),)


JOB = pod(box("report"), box("logger"), policy="Never", origin="Job")
JOB_LIVES = {
    "report": Life(run=20, image=Image(pull_seconds=3)),
    "logger": Life(image=Image(pull_seconds=2), on_sigterm=OnSigterm(after=2)),
}
NATIVE = pod(box("logger", "sidecar"), box("report"), policy="Never", origin="Job")
DEAF_POD = pod(
    box("side", "sidecar", pre_stop=HOOK), box("web", pre_stop=HOOK), grace=5
)
DEAF_LIVES = {
    "side": Life(on_sigterm="ignore", pre_stop=HookRun(sleep=9)),
    "web": Life(on_sigterm="ignore", pre_stop=HookRun(sleep=9)),
}
NOT_MOUNTED = Action(do="volume-unavailable", volume="v")
STORIES: list[tuple[Pod, dict[str, Life], tuple[Action, ...], float, str, str]] = [
    (SHOP, SHOP_LIVES, (), 0, "The image of migrate is pulled, because", "R5"),
    (SHOP, SHOP_LIVES, (), 5, "proxy waits, because migrate has not ended", "R7"),
    (SHOP, SHOP_LIVES, (), 7, "so the image of proxy is pulled.", "R7"),
    (SHOP, SHOP_LIVES, (), 8, "because its image is being pulled.", "R5"),
    (SHOP, SHOP_LIVES, (), 11, "startupProbe: 2 of 3 failed.", "R21"),
    (SHOP, SHOP_LIVES, (), 13, "proxy is started, so the image of logger", "R8"),
    (SHOP, SHOP_LIVES, (), 18, "so the phase turns Running.", "R5"),
    (SHOP, SHOP_LIVES, (), 20, "web has not passed its readinessProbe.", "R34"),
    (SHOP, SHOP_LIVES, (), 23, "web is ready, so the pod is Ready.", "R34"),
    (SHOP, SHOP_LIVES, (), 40, "nothing is waited for.", "R26"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 50, "run their preStop hooks.", "R43"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 51, "its preStop hook runs.", "R40"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 52, "it waits for its turn.", "R42"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 55, "is over, so it gets SIGTERM.", "R40"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 57, "logger still runs, because web", "R42"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 61, "so logger gets SIGTERM.", "R42"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 66, "it works on after its SIGTERM.", "R44"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 67, "The pod is Succeeded, because", "R28"),
    (SHOP, SHOP_LIVES, (delete_at(50),), 68, "The pod is gone since 67 s", "R47"),
    (ORDERS, ORDERS_LIVES, (), 7, "so it is started again at once.", "R15"),
    (ORDERS, ORDERS_LIVES, (), 43, "so it waits 40 s before it is started", "R19"),
    (ORDERS, ORDERS_LIVES, (), 83, "api starts again, so the pod is Ready.", "R19"),
    (JOB, JOB_LIVES, (), 40, "because logger still runs, and it is a regular", "R52"),
    (NATIVE, JOB_LIVES, (), 25, "so logger gets SIGTERM.", "R50"),
    (NATIVE, JOB_LIVES, (), 26, "it works on after its SIGTERM.", "R50"),
    (DEAF_POD, DEAF_LIVES, (delete_at(9),), 14, "the grace is over before", "R44"),
    (DEAF_POD, DEAF_LIVES, (delete_at(9),), 15, "it ignores SIGTERM.", "R46"),
    (DEAF_POD, DEAF_LIVES, (delete_at(9),), 16, "web has ended with 137.", "R27"),
    (
        pod(box("web"), volumes=(Volume("v", "secret"),)),
        {},
        (NOT_MOUNTED,),
        4,
        'because the volume "v" cannot be mounted.',
        "R2",
    ),
    (
        pod(box("web"), deadline=20, policy="Never"),
        {},
        (),
        20,
        "because its deadline of 20 s is over.",
        "R54",
    ),
    (
        pod(box("m", "init"), box("web")),
        {"m": Life(image=Image(pull="fail"))},
        (),
        4,
        "because its image cannot be pulled.",
        "R20",
    ),
    (
        pod(box("m", "init"), box("web")),
        {"m": FAILS},
        (),
        9,
        "m waits 3 s more before it is started again.",
        "R16",
    ),
    (
        pod(box("m", "init"), box("web"), policy="Never"),
        {"m": FAILS},
        (),
        1,
        "The pod is Failed, because m has ended with 1.",
        "R24",
    ),
    (
        pod(box("a", post_start=HOOK), box("b"), gates=("x/y",)),
        {"a": Life(post_start=HookRun(sleep=4))},
        (),
        2,
        "b waits, because the postStart hook of a runs.",
        "R9",
    ),
    (
        pod(box("a"), gates=("x/y",)),
        {},
        (),
        2,
        "because of a readiness gate.",
        "R35",
    ),
    (
        pod(box("a", memory=64)),
        {"a": Life(memory=Memory(grows=8))},
        (),
        8,
        "it needs more than its memory limit",
        "R31",
    ),
    (
        pod(box("a", liveness=Probe(period=5))),
        {"a": Life(probes=ProbeRuns(liveness=ProbeRun(success_until=8)))},
        (),
        20,
        "a is stopped, because its livenessProbe failed 3 times.",
        "R21",
    ),
    (
        pod(box("a", liveness=Probe(period=5))),
        {"a": Life(probes=ProbeRuns(liveness=ProbeRun(success_until=8)))},
        (),
        12,
        "its livenessProbe failed 1 of 3 times.",
        "R21",
    ),
    (
        pod(box("a")),
        {},
        (Action(do="sandbox-lost", when=When(seconds=5)),),
        5,
        "The node reboots",
        "R12",
    ),
    (
        pod(box("a")),
        {},
        (Action(do="kubelet-restart", when=When(seconds=5)),),
        5,
        "with no effect here.",
        "R12",
    ),
    (
        pod(box("a")),
        {},
        (delete_at(5, 0),),
        6,
        "The pod is gone since 5 s",
        "R47",
    ),
    (
        pod(box("a")),
        {"a": DEAF},
        (Action(do="evict", when=When(seconds=5)),),
        5,
        "evicts the pod, so a gets SIGTERM.",
        "R44",
    ),
    (
        pod(box("a")),
        {"a": DEAF},
        (Action(do="evict", when=When(seconds=5)),),
        6,
        "it ignores SIGTERM.",
        "R46",
    ),
    (
        pod(box("a")),
        {"a": DEAF},
        (Action(do="evict", when=When(seconds=5)),),
        7,
        "The pod is Failed, because it was evicted.",
        "R44",
    ),
    (
        pod(box("a", liveness=Probe(period=5))),
        {},
        (Action(do="hang", container="a", when=When(seconds=6)),),
        6,
        "a hangs: it answers no question any more.",
        "R21",
    ),
    (
        pod(box("a"), policy="Never"),
        {"a": OVER},
        (),
        2,
        "because the phase Succeeded is an end.",
        "R29",
    ),
]


@pytest.mark.parametrize(("played", "lives", "actions", "t", "said", "rule"), STORIES)
def test_each_cause_is_told_with_its_rule(
    played: Pod,
    lives: dict[str, Life],
    actions: tuple[Action, ...],
    t: float,
    said: str,
    rule: str,
) -> None:
    """What holds or has just happened is said, and the rule's number with it."""
    found = why(played, lives, t, *actions)
    assert said in found.said
    assert rule in found.rules


def test_a_bar_tells_why_it_began_and_why_it_ended() -> None:
    """Both with their second; what never changes any more says so."""
    script = Script(containers=SHOP_LIVES, actions=(delete_at(50),))
    trace = simulate(SHOP, script)
    told = {
        (who, t): why_bar(SHOP, script, trace, who, t)
        for who, t in (("logger", 62), ("web", 4), ("web", 56), ("migrate", 30))
    }
    assert told == {
        ("logger", 62): (
            "Since 61 s: logger gets SIGTERM, because web has ended.",
            "At 65 s logger ends with 0, 4 s after its SIGTERM.",
        ),
        ("web", 4): (
            "Since 0 s: it waits for its turn, from the pod's start on.",
            "At 14 s the image of web is pulled, because logger is started.",
        ),
        ("web", 56): (
            "Since 55 s: web gets SIGTERM, because its preStop hook is over.",
            "At 61 s web ends with 0, 6 s after its SIGTERM.",
        ),
        ("migrate", 30): (
            "Since 7 s: migrate has ended with 0 after 4 s.",
            "For good: nothing of it will change any more.",
        ),
    }


def test_a_change_is_told_in_one_message() -> None:
    """The changed thing comes first; a question that passes is not told."""
    trace = play(SHOP, delete_at(50), lives=SHOP_LIVES)
    assert {t: said_of_change(SHOP, trace, t) for t in (7, 13, 28, 61, 67)} == {
        7: "migrate ended with 0, proxy pulls its image.",
        13: "proxy is started, logger pulls its image.",
        28: "",
        61: "web ended with 0, logger gets SIGTERM.",
        67: "proxy ended with 0, phase Succeeded, pod not Ready, pod gone.",
    }


def test_a_message_has_at_most_25_words() -> None:
    """What does not fit is counted."""
    many = pod(*[box(f"c{number}", pre_stop=HOOK) for number in range(12)])
    trace = play(many, delete_at(5))
    said = said_of_change(many, trace, 5)
    assert said.startswith("deleted, c0 is to stop, c0 runs its preStop hook, ")
    assert said.endswith(" more.")
    assert len(said.split()) <= 25


def test_asking_takes_no_time_in_a_day_of_crashes() -> None:
    """What is asked late in a long run is answered like any other."""
    script = Script(
        containers=ORDERS_LIVES, max_seconds=86_400, until=When(seconds=86_000)
    )
    trace = simulate(ORDERS, script)
    assert why_at(ORDERS, script, trace, 85_000).actor == "api"


def test_many_names_are_counted_in_a_sentence() -> None:
    """The sentence stays short; all of them are among those that are named."""
    many = pod(*[box(f"c{number}", pre_stop=HOOK) for number in range(12)])
    found = why(
        many,
        {f"c{n}": Life(pre_stop=HookRun(sleep=3)) for n in range(12)},
        5,
        delete_at(5),
    )
    assert found.said == (
        "The pod is deleted, so c0, c1 and 10 more run their preStop hooks."
    )
    assert len(found.who) == 12
