"""What may be thought to come of a break: one answer does, the others tempt."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.asking.breaking.foreseeing import NOTHING
from sidecar_viz.pods.asking.breaks import breaks_for, foreseen, guessed
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.simulate import simulate
from tests.pods.stories import SHOP, SHOP_LIVES

SCRIPT = Script(containers=SHOP_LIVES)
TRACE = simulate(SHOP, SCRIPT)


@pytest.mark.parametrize("who", ["web", "proxy", None])
@pytest.mark.parametrize("t", [0.0, 15.0, 30.0])
def test_one_answer_is_what_the_pod_would_do(who: str | None, t: float) -> None:
    """Of at most four that differ; what has no effect is answered with that."""
    for chosen in breaks_for(SHOP, SCRIPT, TRACE, t, who):
        guess = guessed(SHOP, SCRIPT, TRACE, t, chosen)

        comes = chosen.effect or NOTHING
        assert guess.options[guess.right] == comes
        assert len({*guess.options}) == len(guess.options) <= 4
        assert NOTHING in guess.options
        assert list(guess.options) == sorted(guess.options)


def test_another_number_is_asked_about() -> None:
    """The answer that comes true is that of the exit code that was chosen."""
    exits = next(
        b for b in breaks_for(SHOP, SCRIPT, TRACE, 30, "web") if b.id == "exit"
    )

    guess = guessed(SHOP, SCRIPT, TRACE, 30, exits, 3)

    told = foreseen(SHOP, SCRIPT, TRACE, 30, exits, 3).effect
    assert "with 3" in told
    assert guess.options[guess.right] == told
