"""Cards, gates, clocks and what is around them, at the seconds of the mock-ups."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Hook
from sidecar_viz.pods.given.script import Action, HookRun, Life, OnSigterm, Script, When
from sidecar_viz.pods.showing.around import around_at
from sidecar_viz.pods.showing.cards import Progress, cards_at, turns_of
from sidecar_viz.pods.showing.clocks import (
    BackOffClock,
    DeadlineClock,
    GraceClock,
    ProbeClock,
    clock_at,
)
from sidecar_viz.pods.showing.gates import Gate, gates_at
from sidecar_viz.pods.showing.heard import card_said, gate_said, lane_said
from sidecar_viz.pods.showing.run import played
from tests.pods.showing.runs import orders, shop
from tests.pods.stories import SHOP, box, pod


def test_the_order_of_stopping_is_on_the_cards() -> None:
    """Regular containers come first, then the sidecars, from the last one up."""
    assert turns_of(SHOP) == {"web": 1, "logger": 2, "proxy": 3}


def test_cards_of_the_deleted_shop() -> None:
    """At 64 s web is over, logger stops, and proxy waits for it alone."""
    cards = cards_at(shop(), 64)
    assert cards["web"].pill == "Completed"
    assert cards["web"].facts == ("exit 0 at 61 s", "ran 43 s")
    assert cards["logger"].pill == "Terminating"
    assert cards["logger"].stop == Progress(1, 4)
    assert cards["proxy"].facts == ("waits for logger to end",)
    assert cards["proxy"].guess == "on SIGTERM ends after 2 s"


def test_cards_of_a_start() -> None:
    """Probe counts, lamps and the assumption that matters now."""
    proxy = cards_at(shop(), 11)["proxy"]
    assert proxy.lamps == (False, False)
    assert proxy.facts == ("startupProbe: 2 of 3 failed",)
    assert proxy.guess == "listens 3.5 s after its start"
    assert cards_at(shop(), 13)["proxy"].lamps == (True, True)


def test_the_card_of_a_crash_loop_counts_down() -> None:
    """22 of 40 s are left at 61 s, after three restarts."""
    api = cards_at(orders(), 61)["api"]
    assert (api.pill, api.bad) == ("CrashLoopBackOff", True)
    assert api.wait == Progress(22, 40)
    assert api.facts == ("starts again at 83 s", "last: Error, exit 1", "restarts 3")
    assert api.guess == "each run 2 s, then exit 1"


def test_gates_open_one_after_the_other() -> None:
    """Each says what opens it, and since when it is open."""
    assert gates_at(shop(), 13) == (
        Gate("migrate", "proxy", "exit 0", 7),
        Gate("proxy", "logger", "started", 13),
        Gate("logger", "web", "started", None),
    )


def test_a_post_start_hook_holds_its_gate() -> None:
    """The gate opens with the end of the hook, not with the start."""
    side = box("s", "sidecar", post_start=Hook())
    life = Life(post_start=HookRun(run=4))
    run = played(pod(side, box("a")), Script(containers={"s": life}))
    assert [gates_at(run, t)[0].since for t in (0, 3, 4)] == [None, None, 4]
    assert gates_at(run, 4)[0].opener == "postStart done"


def test_the_grace_is_one_clock_for_all() -> None:
    """Hook, SIGTERM, then each sidecar in turn; it ends 30 s after the deletion.

    The hook of proxy runs beside that of web.
    """
    clock = clock_at(shop(), 64)
    assert isinstance(clock, GraceClock)
    assert (clock.begin, clock.grace, clock.end) == (50, 30, 80)
    parts = [(p.begin, p.end, p.who, p.word) for p in clock.parts]
    assert parts == [
        (50, 55, "web", "preStop"),
        (55, 61, "web", "SIGTERM"),
        (50, 52, "proxy", "preStop"),
        (61, 65, "logger", "SIGTERM"),
        (65, 67, "proxy", "SIGTERM"),
    ]


def test_the_grace_of_a_deletion_is_that_which_was_given() -> None:
    """Not the pod's own, which is 30 s."""
    when = When(seconds=5)
    action = Action(do="delete", when=when, grace_period_seconds=7)
    life = Life(on_sigterm=OnSigterm(after=3))
    run = played(pod(box("a")), Script(containers={"a": life}, actions=(action,)))
    clock = clock_at(run, 6)
    assert isinstance(clock, GraceClock)
    assert clock.grace == 7


def test_the_clock_that_matters_changes_with_the_second() -> None:
    """A probe while one is waited for, the row of waits in a loop, else nothing."""
    probe = clock_at(shop(), 10)
    assert isinstance(probe, ProbeClock)
    assert (probe.who, probe.next, probe.most) == ("proxy", 11, 3)
    assert clock_at(shop(), 30) is None
    row = clock_at(orders(), 61)
    assert isinstance(row, BackOffClock)
    assert (row.at, row.begin, row.end) == (3, 43, 83)
    late = clock_at(played(pod(box("a"), deadline=50)), 10)
    assert late == DeadlineClock(50)


def test_the_tap_opens_on_ready_and_shuts_on_deletion() -> None:
    """It says since when, and why it is shut."""
    run = shop()
    found = [around_at(run, t).service for t in (10, 30, 55)]
    assert [(s.flows, s.since) for s in found] == [(False, 0), (True, 23), (False, 50)]
    assert found[0].short == "3 not ready"
    assert around_at(run, 55).phase == "Running, deleting"
    assert around_at(run, 70).phase == "Succeeded, gone"
    assert [bool(around_at(run, t).address) for t in (10, 70)] == [True, False]


def test_what_is_heard_says_what_is_seen() -> None:
    """Card, gate and lane in words, as somebody would say them."""
    run = shop()
    card = card_said(cards_at(run, 64)["proxy"])
    assert card == (
        "proxy, sidecar, running, started, ready, waits for logger to end, stops third"
    )
    assert gate_said(gates_at(run, 10)[1]) == (
        "gate to logger, shut, waits for proxy: started"
    )
    name, life = lane_said(run.lane["logger"], 62)
    assert name == "logger, SIGTERM, 61 s to 65 s, exit 0"
    assert "pulls its image, 13 s to 14 s" in life
