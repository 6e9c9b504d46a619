"""Checks what containers ask for, and what they may have at most."""

from __future__ import annotations

from sidecar_viz.pods.checking.faults import Faults, quoted
from sidecar_viz.pods.checking.quantities import BILLION, billionths
from sidecar_viz.pods.checking.spots import Spot

STANDARD = ("cpu", "memory", "ephemeral-storage")
HUGE = "hugepages-"


def check_resources(faults: Faults, resources: Spot) -> None:
    """Check requests and limits of one container."""
    limits = dict(resources["limits"].entries())
    for kind in ("limits", "requests"):
        for name, amount in resources[kind].entries():
            _check_name(faults, amount, name)
            worth = billionths(amount.text)
            if worth is not None and worth < 0:
                faults.invalid(
                    amount, "must be greater than or equal to 0", value=_said(amount)
                )
            if "/" in name and worth is not None and worth % BILLION:
                faults.invalid(amount, "must be an integer", value=_said(amount))
    for name, amount in resources["requests"].entries():
        most = limits.get(name)
        if most is not None and most.written:
            _compare(faults, resources, name, amount, most)


def _said(amount: Spot) -> str:
    return quoted(amount.text)


def _check_name(faults: Faults, amount: Spot, name: str) -> None:
    if "/" not in name and name not in STANDARD and not name.startswith(HUGE):
        plain = f"There are {', '.join(STANDARD)}, and names with a domain."
        why = "must be a standard resource for containers"
        faults.invalid(amount, why, plain, quoted(name))


def _compare(
    faults: Faults, resources: Spot, name: str, amount: Spot, most: Spot
) -> None:
    asked, allowed = billionths(amount.text), billionths(most.text)
    if asked is None or allowed is None:
        return
    spot = Spot(amount.node, resources["requests"].path, amount.at)
    if ("/" in name or name.startswith(HUGE)) and asked != allowed:
        why = f"must be equal to {name} limit of {most.text}"
        faults.invalid(spot, why, value=_said(amount))
    elif asked > allowed:
        why = f"must be less than or equal to {name} limit of {most.text}"
        faults.invalid(spot, why, value=_said(amount))
