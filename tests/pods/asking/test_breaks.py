"""Tests of what can be broken, when it takes hold, and what will change."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar_viz.pods.asking.breaking.words import (
    OF_CONTAINERS,
    OF_PODS,
    WORDS,
    Break,
    BreakId,
)
from sidecar_viz.pods.asking.breaks import breaks_for, foreseen, with_break
from sidecar_viz.pods.given.pod import Hook, Need, Pod, Probe, Volume
from sidecar_viz.pods.given.script import (
    Action,
    Image,
    Life,
    ProbeRun,
    ProbeRuns,
    Script,
    When,
)
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.asking.any_actions import ANY_STORIES
from tests.pods.stories import (
    HOOK,
    ORDERS,
    ORDERS_LIVES,
    SHOP,
    SHOP_LIVES,
    box,
    delete_at,
    pod,
)


def run(played: Pod, lives: dict[str, Life], *actions: Action) -> tuple[Script, Trace]:
    """Play a pod; return the script, too."""
    script = Script(containers=lives, actions=actions)
    return script, simulate(played, script)


def found(
    played: Pod,
    lives: dict[str, Life],
    t: float,
    who: str | None,
    *actions: Action,
) -> dict[BreakId, Break]:
    """Return the breaks at a second by their names."""
    script, trace = run(played, lives, *actions)
    return {one.id: one for one in breaks_for(played, script, trace, t, who)}


def test_each_break_has_a_word_and_a_place_in_a_menu() -> None:
    """None is forgotten."""
    assert set(get_args(BreakId)) == {*OF_CONTAINERS, *OF_PODS} == set(WORDS)


def test_what_needs_a_process_takes_hold_when_it_runs_again() -> None:
    """In the picture of the crash loop api runs again at 83 s."""
    menu = found(ORDERS, ORDERS_LIVES, 61, "api")
    holds = {one.id: one.takes_hold for one in menu.values() if not one.no_effect}
    assert holds == {
        "exit": 83,
        "kill": 83,
        "oom": 83,
        "hang": 83,
        "slow-start": 83,
        "bad-image": "now",
        "new-image": "now",
    }
    assert (
        menu["new-image"].effect == "api starts again at 64 s; api ends with 1 at 66 s."
    )
    assert menu["not-ready"].no_effect == "api has no readinessProbe, so nobody asks."
    assert menu["not-ready"].takes_hold is None
    assert menu["failing-hook"].no_effect == "api has no hook."


def test_what_will_change_is_told_beforehand() -> None:
    """It is found by playing the pod with the break, and tells the end of the pod."""
    menu = found(SHOP, SHOP_LIVES, 30, "web", delete_at(50))
    assert menu["exit"].effect == "web ends with 1 at 30 s; web starts again at 30 s."
    assert menu["hang"].effect == "web is not ready at 43 s."
    assert menu["slow-hook"].effect == (
        "web ends with 137 at 82 s; logger ends with 137 at 82 s; "
        "the pod is Failed at 82 s."
    )
    assert menu["slow-hook"].takes_hold == 50
    whole = found(SHOP, SHOP_LIVES, 30, None, delete_at(50))
    assert whole["delete"].effect == (
        "web ends with 0 at 41 s, not at 61 s; logger ends with 0 at 45 s, "
        "not at 65 s; the pod is Succeeded at 47 s, not at 67 s."
    )
    assert whole["evict"].effect.endswith("the pod is Failed at 33 s.")


SECRET = Volume("v", "secret", needs=(Need("secret/db"),))
REASONS: list[tuple[Pod, float, str | None, BreakId, str, tuple[Action, ...]]] = [
    (SHOP, 70, None, "delete", "The pod is gone.", (delete_at(50),)),
    (SHOP, 62, None, "evict", "being stopped already", (delete_at(50),)),
    (SHOP, 51, None, "delete-now", "with grace 0", (delete_at(50, 0),)),
    (SHOP, 30, None, "missing-object", "no ConfigMap and no Secret", ()),
    (SHOP, 30, "migrate", "exit", "does not run any more", ()),
    (SHOP, 30, "migrate", "new-image", "it is not run again", ()),
    (SHOP, 30, "logger", "hang", "nobody sees it", ()),
    (SHOP, 30, "logger", "slow-hook", "no preStop hook", ()),
    (SHOP, 30, "proxy", "not-ready", "no readinessProbe", ()),
    (SHOP, 30, "proxy", "slow-start", "does not start again", ()),
    (SHOP, 62, "logger", "bad-image", "nothing is started", (delete_at(50),)),
    (SHOP, 62, "web", "slow-hook", "does not run any more", (delete_at(50),)),
    (SHOP, 30, "proxy", "failing-hook", "Nothing would change", ()),
    (
        pod(box("a"), volumes=(SECRET,)),
        5,
        None,
        "missing-object",
        "Nothing would change",
        (),
    ),
    (pod(box("a"), policy="Never"), 5, "a", "exit", "is an end", ()),
    (pod(box("a"), policy="Never"), 5, None, "node-reboot", "is an end", ()),
    (
        pod(box("a"), box("e", "ephemeral")),
        5,
        "e",
        "bad-image",
        "never started twice",
        (),
    ),
]


@pytest.mark.parametrize(("played", "t", "who", "chosen", "said", "done"), REASONS)
def test_what_has_no_effect_says_why(
    played: Pod,
    t: float,
    who: str | None,
    chosen: BreakId,
    said: str,
    done: tuple[Action, ...],
) -> None:
    """It is in the menu, with its reason, and takes hold never."""
    lives = SHOP_LIVES if played is SHOP else {"a": Life(run=1)}
    if played.volumes or played.ephemeral:
        lives = {}
    one = found(played, lives, t, who, *done)[chosen]
    assert said in one.no_effect
    assert (one.takes_hold, one.effect) == (None, "")
    assert one.actions or chosen == "missing-object"


def test_a_missing_secret_holds_back_a_pod_that_is_not_mounted() -> None:
    """At the very beginning it can still be missing."""
    sealed = pod(box("a"), volumes=(SECRET,))
    one = found(sealed, {"a": Life()}, 0, None)["missing-object"]
    assert one.word == "secret/db is missing"
    assert one.actions[0].object == "secret/db"


def test_a_secret_that_is_missing_can_be_there_again() -> None:
    """Only while it is missing is that in the menu."""
    sealed = pod(box("a"), volumes=(SECRET,))
    gone = Action(do="object-missing", object="secret/db", when=When(seconds=0))
    menu = found(sealed, {"a": Life()}, 5, None, gone)
    assert menu["object-again"].word == "secret/db is there again"
    assert menu["missing-object"].no_effect == "secret/db is missing already."
    calm = found(sealed, {"a": Life()}, 5, None)
    assert "object-again" not in calm


def test_a_bad_image_can_be_mended() -> None:
    """Only while something is wrong with it is that in the menu."""
    typo = Life(image=Image(pull="fail"))
    menu = found(pod(box("a")), {"a": typo}, 5, "a")
    assert (
        menu["mend-image"].effect == "a starts at 5 s; the phase turns Running at 5 s."
    )
    assert "mend-image" not in found(pod(box("a")), {}, 5, "a")


def test_who_was_made_unready_can_be_made_ready_again() -> None:
    """Only then is that in the menu."""
    asked = pod(box("a", readiness=Probe(period=5)))
    script, trace = run(asked, {})
    menu = {one.id: one for one in breaks_for(asked, script, trace, 10, "a")}
    assert "ready-again" not in menu
    broken = with_break(script, trace, 10, menu["not-ready"])
    again = simulate(asked, broken)
    later = {one.id: one for one in breaks_for(asked, broken, again, 60, "a")}
    assert later["ready-again"].effect == "a is ready at 60 s."


def test_a_value_is_chosen() -> None:
    """The exit code, the grace, the seconds; breaks add up in order of time."""
    script, trace = run(SHOP, SHOP_LIVES, delete_at(50))
    menu = {one.id: one for one in breaks_for(SHOP, script, trace, 30, "web")}
    assert menu["exit"].value == 1
    one = with_break(script, trace, 30, menu["exit"], 42)
    played = simulate(SHOP, one)
    assert next(how.exit_code for t, _, how in played.exits if t == 30) == 42
    slow = {b.id: b for b in breaks_for(SHOP, one, played, 40, "web")}["slow-hook"]
    two = with_break(one, played, 40, slow, 12)
    assert [action.do for action in two.actions] == ["exit", "set-hook", "delete"]
    assert two.actions[1].seconds == 12
    whole = {b.id: b for b in breaks_for(SHOP, script, trace, 30, None)}
    short = with_break(script, trace, 30, whole["delete"], 7)
    assert short.actions[0].grace_period_seconds == 7


def test_a_failing_hook_keeps_its_exit_code() -> None:
    """It has nothing to choose."""
    hooked = pod(box("a", post_start=HOOK))
    script, trace = run(hooked, {"a": Life(run=5)})
    menu = {one.id: one for one in breaks_for(hooked, script, trace, 2, "a")}
    assert menu["failing-hook"].takes_hold == 5
    assert menu["failing-hook"].actions[0].hook == "post-start"
    assert (
        with_break(script, trace, 2, menu["failing-hook"], 9).actions[0].seconds is None
    )


def test_what_was_counted_keeps_its_second() -> None:
    """A deletion 20 s after Running comes when it would have, though broken before."""
    counted = Action(do="delete", when=When(phase="Running"), after_seconds=20)
    script, trace = run(SHOP, SHOP_LIVES, counted)
    assert trace.actions[0][0] == 38
    menu = {one.id: one for one in breaks_for(SHOP, script, trace, 30, "web")}
    broken = simulate(SHOP, with_break(script, trace, 30, menu["exit"]))
    assert [t for t, _ in broken.actions] == [30, 38]


def test_what_was_counted_from_an_action_keeps_its_second_too() -> None:
    """It was counted from the one before the break."""
    first = Action(do="kubelet-restart", when=When(seconds=20))
    then = Action(do="delete", when=When(seconds_after_action=20))
    script, trace = run(SHOP, SHOP_LIVES, first, then)
    menu = {one.id: one for one in breaks_for(SHOP, script, trace, 30, "web")}
    broken = simulate(SHOP, with_break(script, trace, 30, menu["exit"]))
    assert [t for t, _ in broken.actions] == [20, 30, 40]


def test_a_hook_of_the_manifest_counts_as_one() -> None:
    """A sleep in the manifest can be made slow."""
    hooked = pod(box("a", pre_stop=Hook(sleep=1)))
    menu = found(hooked, {}, 5, "a", delete_at(50))
    assert menu["slow-hook"].effect == (
        "a ends with 0 at 80 s, not at 51 s; the pod is Succeeded at 80 s, not at 51 s."
    )


def test_a_process_that_would_end_hangs() -> None:
    """Without a probe nobody sees it, but its end does not come."""
    job = pod(box("a"), policy="Never")
    menu = found(job, {"a": Life(run=20)}, 5, "a")
    assert menu["hang"].effect == "a does not end; the pod stays Ready."


def test_a_probe_that_fails_already_takes_no_other_failure() -> None:
    """Being not ready changes nothing for who is not ready."""
    asked = pod(box("a", readiness=Probe(period=5)))
    fails = Life(probes=ProbeRuns(readiness=ProbeRun(result="fail")))
    menu = found(asked, {"a": fails}, 20, "a")
    assert menu["not-ready"].no_effect.startswith("Nothing would change")


def before(trace: Trace, t: float) -> tuple[object, ...]:
    """Return all that was written down before a second."""
    return (
        [e for e in trace.events if e[0] < t],
        [s for s in trace.snapshots if s.t < t],
        [d for d in trace.doings if d.t < t],
        [e for e in trace.kube_events if e[0] < t],
        [a for a in trace.actions if a[0] < t],
        [e for e in trace.exits if e[0] < t],
        [e for e in trace.volumes if e[0] < t],
    )


@pytest.mark.storm
@settings(max_examples=80, deadline=None)
@given(**ANY_STORIES, moment=st.floats(0, 1), number=st.integers(0, 30))
def test_all_before_a_break_stays_to_the_last_digit(
    pod: Pod,
    lives: list[Life],
    done: tuple[Action, ...],
    moment: float,
    number: int,
) -> None:
    """Whatever is broken, at whatever second; a second break keeps the first."""
    named = dict(zip((c.name for c in pod.containers), lives, strict=False))
    script = Script(containers=named, actions=done, max_seconds=240)
    trace = simulate(pod, script)
    t = round(trace.last * moment, 3)
    menu = [
        one
        for who in (None, *pod.by_name)
        for one in breaks_for(pod, script, trace, t, who)
    ]
    chosen = menu[number % len(menu)]
    broken = simulate(pod, with_break(script, trace, t, chosen))
    assert before(broken, t) == before(trace, t)
    assert len(broken.actions) >= len([a for a in trace.actions if a[0] <= t])


def test_a_pod_that_is_over_misses_no_secret() -> None:
    """It will never mount anything again."""
    sealed = pod(box("a"), policy="Never", volumes=(SECRET,))
    menu = found(sealed, {"a": Life(run=1)}, 5, None)
    assert (
        menu["missing-object"].no_effect == "The pod is Succeeded, and that is an end."
    )


def test_what_never_came_to_its_turn_stays_as_it_was_written() -> None:
    """An action that was not reached in the run keeps its condition."""
    never = Action(do="delete", when=When(phase="Failed"), after_seconds=5)
    script, trace = run(SHOP, SHOP_LIVES, never)
    menu = {one.id: one for one in breaks_for(SHOP, script, trace, 30, "web")}
    assert with_break(script, trace, 30, menu["exit"]).actions[1] == never


def test_a_menu_can_be_there_before_its_effects() -> None:
    """Nothing is played for it; the effect of one is told when it is wanted."""
    script, trace = run(SHOP, SHOP_LIVES, delete_at(50))
    menu = breaks_for(SHOP, script, trace, 30, "web", effects=False)
    one = next(found for found in menu if found.id == "exit")
    assert (one.effect, one.no_effect, one.takes_hold) == ("", "", "now")
    told = foreseen(SHOP, script, trace, 30, one, 7)
    assert told.effect == "web ends with 7 at 30 s; web starts again at 30 s."
    hang = next(
        found
        for found in breaks_for(SHOP, script, trace, 30, "proxy", effects=False)
        if found.id == "hang"
    )
    assert foreseen(SHOP, script, trace, 30, hang).takes_hold is None


def test_late_in_a_long_run_it_is_looked_ahead_as_far() -> None:
    """What the run did not reach is no difference; what comes after it is one."""
    script, trace = run(ORDERS, ORDERS_LIVES)
    assert trace.last == 600
    menu = {one.id: one for one in breaks_for(ORDERS, script, trace, 599, "proxy")}
    assert menu["exit"].effect == (
        "proxy ends with 1 at 599 s; proxy starts again at 599 s."
    )
    api = {one.id: one for one in breaks_for(ORDERS, script, trace, 599, "api")}
    assert api["kill"].takes_hold == 629
    assert api["kill"].effect.startswith("api ends with 137 at 629 s")


def test_what_was_done_at_the_same_second_comes_first() -> None:
    """A break comes after it, as it was made by who saw that."""
    script, trace = run(SHOP, SHOP_LIVES, delete_at(50))
    menu = {one.id: one for one in breaks_for(SHOP, script, trace, 50, "web")}
    broken = with_break(script, trace, 50, menu["exit"])
    assert [action.do for action in broken.actions] == ["delete", "exit"]
