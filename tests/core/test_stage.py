"""States blend into each other, exact at both ends."""

from __future__ import annotations

import pytest

from sidecar_viz.core.actor_state import actor_state
from sidecar_viz.core.stage import Stage, link_state


def test_a_blend_is_exact_at_both_ends() -> None:
    """At 0 it is the first state itself, at 1 the second."""
    ghost = actor_state("a", "Waiting", "idle")
    solid = actor_state("a", "Running", "active", count=3)
    off, on = link_state("l", "off"), link_state("l", "on")

    assert ghost.toward(solid, 0.0) is ghost
    assert ghost.toward(solid, 1.0) is solid
    assert off.toward(on, 0.0) is off
    assert off.toward(on, 1.0) is on


def test_halfway_the_numbers_are_halfway() -> None:
    """Solidity, count and openness are means."""
    before = actor_state("a", "Waiting", "idle", count=2)
    after = actor_state("a", "Running", "active", count=6)

    half = before.toward(after, 0.5)

    assert (half.solidity, half.count, half.turn) == (0.5, 4.0, 0.5)
    assert (half.was, half.word) == ("Waiting", "Running")
    denied = link_state("l", "off").toward(link_state("l", "denied"), 0.25)
    assert (denied.openness, denied.denied) == (0.0, 0.25)


def test_a_word_that_stays_does_not_turn() -> None:
    """Only the count moves, so the chip keeps still."""
    before = actor_state("a", "Running", "active", count=2)
    after = actor_state("a", "Running", "active", count=6)

    assert before.toward(after, 0.5).turn == 1.0
    assert before.toward(after, 0.5).was == ""


def test_an_unknown_actor_is_an_error() -> None:
    """Asking for somebody who is not there names the id."""
    with pytest.raises(KeyError, match="nobody"):
        Stage((), ()).actor("nobody")
