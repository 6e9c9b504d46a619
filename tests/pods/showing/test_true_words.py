"""What a picture says is so: of bars, taps, colours, and of what happens now."""

from __future__ import annotations

from msgspec import structs

from sidecar_viz.pods.given.pod import Container, Hook, Probe
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
    Image,
    Life,
    Memory,
    OnSigterm,
    Script,
    When,
)
from sidecar_viz.pods.showing.around import around_at
from sidecar_viz.pods.showing.bar_words import words_of
from sidecar_viz.pods.showing.cards import cards_at
from sidecar_viz.pods.showing.clocks import BackOffClock, Eaten, GraceClock, clock_at
from sidecar_viz.pods.showing.lanes import Fill, Flag
from sidecar_viz.pods.showing.run import Run, played
from sidecar_viz.pods.showing.usual import usual_script
from tests.pods.showing.runs import orders, shop
from tests.pods.stories import DEAF, box, delete_at, pod

JOB = pod(box("logger", "sidecar"), box("report"), policy="Never")


def said(run: Run, name: str, fill: Fill) -> list[tuple[str, ...]]:
    """Return what the bars of a kind say."""
    lane = run.lane[name]
    return [words_of(lane, bar) for bar in lane.bars if bar.fill == fill]


def test_nobody_is_asked_when_the_pod_is_over() -> None:
    """The tap of a finished Job is closed since its end, not open since its start."""
    service = around_at(played(JOB, usual_script(JOB)), 26).service
    assert (service.flows, service.since) == (False, 24)
    assert service.said == "Nobody is there to ask."


def test_a_tap_says_when_and_why_it_was_closed() -> None:
    """What comes later, as the pod's end or deletion, closes it no second time."""
    over = [around_at(shop(), t).service for t in (50, 66, 67, 80)]
    assert {(s.since, s.short) for s in over} == {(50, "pod is deleted")}
    usual = structs.replace(usual_script(JOB), actions=(delete_at(25),))
    job = [around_at(played(JOB, usual), t).service for t in (24, 25, 26, 30)]
    assert {(s.since, s.short) for s in job} == {(24, "report not ready")}


def test_a_tap_that_never_opened_was_not_closed_by_the_end() -> None:
    """It is closed since the beginning, and the deletion is not why."""
    given = pod(box("a", "init"), box("b"))
    service = around_at(played(given, Script(actions=(delete_at(5),))), 6).service
    assert (service.since, service.short) == (0, "never Ready")


def test_a_signal_has_the_name_that_the_manifest_gives_it() -> None:
    """A web server asks for SIGQUIT: bar, flag, clock and guess say so."""
    web = Container("web", stop_signal="SIGQUIT")
    given = pod(web)
    run = played(given, Script(containers={"web": DEAF}, actions=(delete_at(5),)))
    assert run.lane["web"].flags[0] == Flag(5, "SIGQUIT")
    assert cards_at(run, 6)["web"].facts == ("SIGQUIT at 5 s",)
    assert cards_at(run, 6)["web"].guess == "ignores SIGQUIT"
    clock = clock_at(run, 6)
    assert isinstance(clock, GraceClock)
    assert clock.parts == (Eaten(5, 35, "web", "SIGQUIT"),)


def test_those_that_stop_together_are_named_once() -> None:
    """The grace is one for both: the part is not that of the first one alone."""
    lives = {n: Life(on_sigterm=OnSigterm(after=2)) for n in ("a", "b")}
    run = played(
        pod(box("a"), box("b")), Script(containers=lives, actions=(delete_at(5),))
    )
    clock = clock_at(run, 6)
    assert isinstance(clock, GraceClock)
    assert clock.parts == (Eaten(5, 7, "a", "SIGTERM", 1),)


def test_a_hook_of_a_sidecar_hides_no_regular_container_on_the_clock() -> None:
    """Both run at the same time; proxy did not go first."""
    given = pod(box("proxy", "sidecar", pre_stop=Hook()), box("app"))
    lives = {
        "proxy": Life(pre_stop=HookRun(sleep=8), on_sigterm=OnSigterm(after=2)),
        "app": Life(on_sigterm=OnSigterm(after=3)),
    }
    run = played(given, Script(containers=lives, actions=(delete_at(40),)))
    clock = clock_at(run, 41)
    assert isinstance(clock, GraceClock)
    assert clock.parts == (
        Eaten(40, 43, "app", "SIGTERM"),
        Eaten(40, 48, "proxy", "preStop", below=True),
        Eaten(48, 50, "proxy", "SIGTERM", below=True),
    )


def test_no_container_that_stops_is_left_out_of_the_clock() -> None:
    """The shorter one has its own row; a hook ends where SIGTERM comes."""
    lives = {n: Life(on_sigterm=OnSigterm(after=s)) for n, s in (("a", 2), ("b", 6))}
    run = played(
        pod(box("a"), box("b")), Script(containers=lives, actions=(delete_at(5),))
    )
    clock = clock_at(run, 6)
    assert isinstance(clock, GraceClock)
    assert clock.parts == (
        Eaten(5, 11, "b", "SIGTERM"),
        Eaten(5, 7, "a", "SIGTERM", below=True),
    )
    long = Life(pre_stop=HookRun(sleep=12), on_sigterm="ignore")
    script = Script(containers={"a": long}, actions=(delete_at(5, 10),))
    run = played(pod(box("a", pre_stop=Hook())), script)
    clock = clock_at(run, 16)
    assert isinstance(clock, GraceClock)
    words = [(part.begin, part.end, part.word) for part in clock.parts]
    assert words == [(5, 15, "preStop"), (15, 17, "SIGTERM")]
    assert not cards_at(run, 16)["a"].stops


LATE = {"proxy": Life(on_sigterm=OnSigterm(after=5)), "app": DEAF}


def grace_at(second: float, grace: int, t: float) -> GraceClock:
    """Return the clock of a deaf app with a proxy that is deleted at a second."""
    given = pod(box("proxy", "sidecar"), box("app"))
    run = played(given, Script(containers=LATE, actions=(delete_at(second, grace),)))
    clock = clock_at(run, t)
    assert isinstance(clock, GraceClock)
    return clock


def test_the_end_of_the_grace_says_who_is_killed_then() -> None:
    """A sidecar that gets its SIGTERM only then has 2 s more (R44)."""
    clock = grace_at(40, 10, 45)
    assert (clock.kill, clock.more) == ("50 s: SIGKILL for app", "2 s more for proxy")
    clock = grace_at(40, 0, 41)
    assert (clock.kill, clock.more) == ("", "2 s for all, then SIGKILL")
    shops = clock_at(shop(), 64)
    assert isinstance(shops, GraceClock)
    assert shops.kill == "80 s: SIGKILL for all that have had SIGTERM"
    assert shops.more == "2 s more for sidecars"


def test_the_clock_counts_down_to_the_kill_of_who_is_being_stopped() -> None:
    """Nobody has to subtract; after the end of the grace it is that of the 2 s."""
    said = [grace_at(40, 10, t).left for t in (45, 51)]
    assert said == [
        "app: SIGKILL in 5 s at the latest",
        "proxy: SIGKILL in 1 s at the latest",
    ]
    assert grace_at(40, 0, 41).left == "proxy and 1 more: SIGKILL in 1 s at the latest"


def test_an_eviction_has_its_own_grace() -> None:
    """The pod's own does not count; SIGKILL comes 2 s after SIGTERM."""
    evict = Action(do="evict", when=When(seconds=5))
    run = played(pod(box("a")), Script(containers={"a": DEAF}, actions=(evict,)))
    clock = clock_at(run, 6)
    assert isinstance(clock, GraceClock)
    assert (clock.grace, clock.left) == (1, "a: SIGKILL in 1 s at the latest")
    assert (clock.kill, clock.more) == ("6 s: grace is over", "1 s more for a")


def test_a_card_says_that_its_hook_runs_before_anything_else() -> None:
    """It does until the hook is over; then it waits for its turn."""
    cards = [cards_at(shop(), t)["proxy"] for t in (49, 51, 53)]
    assert [card.stops for card in cards] == [False, True, False]
    assert cards[1].facts[0] == "preStop runs since 50 s"
    assert [card.told for card in cards] == [False, True, True]


def test_waits_for_an_image_have_a_clock() -> None:
    """They begin with 10 s, and the card says that it pulls again, not starts."""
    fails = Script(containers={"a": Life(image=Image(pull="fail"))})
    run = played(pod(box("a")), fails)
    second = [bar for bar in run.lane["a"].bars if bar.fill == "back-off"][1]
    clock = clock_at(run, second.begin)
    row = (10, 20, 40, 80, 160, 300)
    assert isinstance(clock, BackOffClock)
    assert (clock.waits, clock.at, clock.word) == (row, 1, "ImagePullBackOff")
    said = cards_at(run, second.begin)["a"].facts
    assert said[0] == f"pulls again at {second.end:g} s"


def test_a_bar_says_how_long_it_takes_to_stop() -> None:
    """The flag above it names the signal; who does not listen is killed."""
    assert said(shop(), "web", "stopping")[0][0] == "ends after 6 s"
    deaf = Script(containers={"a": DEAF}, actions=(delete_at(5, 10),))
    run = played(pod(box("a")), deaf)
    assert said(run, "a", "stopping")[0][0] == "killed after 10 s"


def test_no_length_is_given_to_what_ends_only_with_the_picture() -> None:
    """An init container that runs for ever does not run 60 s, nor is a pull so long."""
    given = pod(box("a", "init"), box("b"))
    assert said(played(given), "a", "runs") == [("runs",)]
    slow = Script(containers={"a": Life(image=Image(pull_seconds=9))}, max_seconds=5)
    assert said(played(given, slow), "a", "pull") == [("pull",)]


def test_the_image_is_the_one_of_that_second() -> None:
    """A card shows what the container was given last."""
    act = Action(do="set-image", when=When(seconds=5), container="a", image="a:typo")
    run = played(pod(box("a")), Script(actions=(act,)))
    assert [cards_at(run, t)["a"].image for t in (4, 5)] == ["a:1", "a:typo"]


def test_a_container_keeps_its_colour_in_a_twin() -> None:
    """It is of another kind there, and still told by its colour."""
    classic = pod(box("report"), box("logger"), policy="Never")
    run = played(classic, like=JOB)
    assert [(lane.kind, lane.look) for lane in run.lanes] == [
        ("regular", "regular"),
        ("regular", "sidecar"),
    ]
    assert cards_at(run, 1)["logger"].look == "sidecar"


def test_more_is_said_of_who_asks_and_what_is_used_now() -> None:
    """A startup probe is told of until it has passed; hooks until they run."""
    run = shop()
    assert cards_at(run, 11)["proxy"].more == (
        "runs since 9 s",
        "startupProbe every 2 s",
        "preStop hook",
    )
    assert cards_at(run, 20)["proxy"].more == ("runs since 9 s", "preStop hook")
    assert cards_at(run, 2)["web"].more[0] == "readinessProbe every 5 s"
    assert cards_at(run, 56)["web"].more == (
        "runs since 18 s",
        "readinessProbe every 5 s",
    )
    assert cards_at(run, 66)["web"].more == ()


def test_who_stops_is_asked_for_readiness_alone() -> None:
    """R39: nobody is killed by a liveness probe then."""
    asked = box("a", liveness=Probe(), readiness=Probe())
    script = Script(containers={"a": DEAF}, actions=(delete_at(5),))
    run = played(pod(asked), script)
    both = ("livenessProbe every 10 s", "readinessProbe every 10 s")
    assert cards_at(run, 4)["a"].more[1:] == both
    assert cards_at(run, 6)["a"].more[1:] == both[1:]


def test_memory_that_grows_is_counted() -> None:
    """Up to the limit at which the process is killed."""
    life = Life(memory=Memory(grows=4))
    run = played(pod(box("a", memory=64.0)), Script(containers={"a": life}))
    assert cards_at(run, 4)["a"].more == ("runs since 0 s", "uses 16 of 64 MiB")


def test_waiting_from_the_first_second_on_is_no_event() -> None:
    """Only who does something at a second is lit."""
    cards = cards_at(shop(), 0)
    assert [n for n, card in cards.items() if card.touched] == ["migrate"]
    cards = cards_at(shop(), 7)
    assert [n for n, card in cards.items() if card.touched] == ["migrate", "proxy"]


def test_a_run_knows_whether_a_clock_counts_in_it() -> None:
    """Grace and back-off count; a pod that just runs has none."""
    calm = pod(box("a"))
    assert not played(calm).counts
    assert played(calm, Script(actions=(delete_at(5),))).counts
    assert orders().counts
    assert played(pod(box("a"), deadline=9)).counts
