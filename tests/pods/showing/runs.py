"""Runs that the tests of the lab look at."""

from __future__ import annotations

from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.showing.run import Run, played
from tests.pods.stories import ORDERS, ORDERS_LIVES, SHOP, SHOP_LIVES, delete_at


def shop() -> Run:
    """Play the shop of the mock-ups; it is deleted at 50 s."""
    return played(SHOP, Script(containers=SHOP_LIVES, actions=(delete_at(50),)))


def orders() -> Run:
    """Play the crash loop of the mock-ups."""
    return played(ORDERS, Script(containers=ORDERS_LIVES))
