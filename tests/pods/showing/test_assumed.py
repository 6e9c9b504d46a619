"""What is assumed is said in few words, and lengths of time as people say them."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.given.pod import Probe
from sidecar_viz.pods.given.script import (
    Action,
    Life,
    Memory,
    OnSigterm,
    Run,
    Script,
    When,
)
from sidecar_viz.pods.showing.assumed import (
    on_its_own,
    seconds,
    until_ready,
    when_told,
)
from sidecar_viz.pods.showing.cards import cards_at
from sidecar_viz.pods.showing.clocks import clock_at
from sidecar_viz.pods.showing.run import played
from tests.pods.showing.runs import shop
from tests.pods.stories import box, delete_at, pod


@pytest.mark.parametrize(
    ("value", "said"),
    [(4, "4 s"), (0.5, "0.5 s"), (119, "119 s"), (330, "5 min 30 s"), (7200, "2 h")],
)
def test_a_length_of_time(value: float, said: str) -> None:
    """From two minutes on there are no hundreds of seconds, and no zeros."""
    assert seconds(value) == said


@pytest.mark.parametrize(
    ("life", "said"),
    [
        (Life(), "runs for ever"),
        (Life(run=4), "ends after 4 s"),
        (Life(run=2, exit_code=1), "each run 2 s, then exit 1"),
        (Life(runs=(Run(run=1), Run(run=2))), "2 runs as the script says"),
        (Life(runs=(Run(run=3),)), "ends after 3 s"),
        (Life(memory=Memory(grows=2.5)), "grows 2.5 MiB a second"),
    ],
)
def test_what_a_process_does_on_its_own(life: Life, said: str) -> None:
    """How long it runs, how it ends, or that it grows."""
    assert on_its_own(life) == said


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (OnSigterm(), "on SIGTERM ends at once"),
        (OnSigterm(after=2, exit_code=3), "on SIGTERM ends after 2 s, exit 3"),
        ("ignore", "ignores SIGTERM"),
    ],
)
def test_what_a_process_does_when_told(how: OnSigterm, said: str) -> None:
    """How long it works on, and with what it ends."""
    assert when_told(Life(on_sigterm=how)) == said


def test_when_somebody_answers() -> None:
    """It is told of who is asked, and only if it is not at once."""
    asked, late = box("a", readiness=Probe()), Life(start_delay=3)
    assert until_ready(asked, late) == "listens 3 s after its start"
    assert until_ready(asked, Life()) == ""
    assert until_ready(box("a"), late) == ""


def test_a_probe_that_has_not_asked_yet_is_said_so() -> None:
    """Nobody knows then whether it would be answered."""
    run = played(pod(box("a", liveness=Probe(initial_delay=10))))
    assert cards_at(run, 1)["a"].facts == ("livenessProbe: not asked yet",)
    assert cards_at(run, 11)["a"].facts == ()


def test_a_hook_that_runs_is_said_first() -> None:
    """It is what the end waits for."""
    assert cards_at(shop(), 52)["web"].facts == ("preStop runs since 50 s",)


def test_who_never_ran_has_no_exit() -> None:
    """A pod that is deleted early leaves containers that only waited."""
    run = played(pod(box("a", "init"), box("b")), Script(actions=(delete_at(1),)))
    assert cards_at(run, run.last)["b"].facts == ("PodInitializing",)


def test_a_missing_object_has_no_clock_of_its_own() -> None:
    """What waits without a back-off of starts or pulls counts nothing down."""
    missing = Action(do="object-missing", when=When(seconds=0), object="secret/s")
    run = played(pod(box("a")), Script(actions=(missing,)))
    assert clock_at(run, 1) is None
