"""Tests of the answers to "why?"."""

from __future__ import annotations

from sidecar_viz.pods.asking.said import Why
from sidecar_viz.pods.asking.why import why_at
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Action, Life, Script
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.stories import ORDERS, ORDERS_LIVES, SHOP, SHOP_LIVES, delete_at


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
