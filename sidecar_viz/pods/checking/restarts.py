"""Checks a container's own restart policy, and its rules on exit codes (R18)."""

from __future__ import annotations

from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.spots import Spot

POLICIES = ("Always", "Never", "OnFailure")
OWN_POLICIES, ALL_ANEW = 35, 36  # the minor versions from which they are known
NEEDS_POLICY = "must specify restartPolicy when restart rules are used"
MOST_RULES, MOST_CODES = 20, 255


def check_restarts(faults: Faults, one: Spot) -> None:
    """Check the policy of a regular container."""
    policy = one["restartPolicy"]
    if faults.version < OWN_POLICIES:
        if policy.written:
            why = "may not be set for non-init containers"
            plain = f"Containers have policies of their own from 1.{OWN_POLICIES} on."
            faults.forbidden(policy, why, plain)
        return
    _check(faults, one)


def check_init_restarts(faults: Faults, one: Spot) -> None:
    """Check the policy of an entry of the init list, a sidecar or not."""
    policy, rules = one["restartPolicy"], one["restartPolicyRules"]
    if faults.version < OWN_POLICIES:
        if policy.text not in ("", "Always"):
            faults.unsupported(policy, ("Always",))
    elif policy.text == "Always" and faults.version < ALL_ANEW and any(rules.items()):
        why = (
            "restartPolicyRules are not allowed for init containers with restart "
            "policy Always"
        )
        faults.forbidden(rules, why)
    else:
        _check(faults, one)


def _check(faults: Faults, one: Spot) -> None:
    policy, rules = one["restartPolicy"], one["restartPolicyRules"]
    every = list(rules.items())
    if every and not policy.written:
        faults.required(policy, NEEDS_POLICY)
    if policy.text and policy.text not in POLICIES:
        faults.unsupported(policy, POLICIES)
    if len(every) > MOST_RULES:
        faults.add(
            rules,
            "value",
            f"{rules.path}: Too long: may not be more than {MOST_RULES} items",
        )
    known = ["Restart"] + ["RestartAllContainers"] * (faults.version >= ALL_ANEW)
    for rule in every:
        action, codes = rule["action"], rule["exitCodes"]
        if action.text and action.text not in known:
            faults.unsupported(action, known)
        if not codes.written:
            faults.required(codes, "must be specified")
        values = codes["values"]
        if len(list(values.items())) > MOST_CODES:
            faults.add(
                values,
                "value",
                f"{values.path}: Too long: may not be more than {MOST_CODES} items",
            )
