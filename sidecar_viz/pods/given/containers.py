"""Reads a container of a manifest: probes, hooks, policies, mounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.given.needs import needs_of_variables
from sidecar_viz.pods.given.pod import (
    Container,
    Hook,
    Kind,
    Policy,
    Probe,
    PullPolicy,
    Rule,
    RuleAction,
)
from sidecar_viz.pods.given.reading import memory_of, number_of, positive_of, word_of

POLICIES: tuple[Policy, ...] = get_args(Policy)
PULLS: tuple[PullPolicy, ...] = get_args(PullPolicy)
ACTIONS: tuple[RuleAction, ...] = get_args(RuleAction)
USUAL = Probe()


def read_container(spot: Spot, kind: Kind, above: int) -> Container:
    """Read one entry of a list of containers; an init entry may turn out a sidecar.

    *above*: the lines of the file before those that nodes count.
    """
    own = spot["restartPolicy"]
    if kind == "init" and own.text == "Always":
        kind = "sidecar"
    has_policy = own.written and kind != "sidecar"
    image = spot["image"].text
    return Container(
        name=spot["name"].text,
        kind=kind,
        image=image,
        pull_policy=word_of(spot["imagePullPolicy"], PULLS, _usual_pull(image)),
        policy=word_of(own, POLICIES, "Always") if has_policy else None,
        rules=tuple(_rules(spot)),
        startup=_probe(spot["startupProbe"]),
        liveness=_probe(spot["livenessProbe"]),
        readiness=_probe(spot["readinessProbe"]),
        post_start=_hook(spot.way("lifecycle", "postStart")),
        pre_stop=_hook(spot.way("lifecycle", "preStop")),
        mounts=tuple(mount["name"].text for mount in spot["volumeMounts"].items()),
        memory=memory_of(spot),
        stop_signal=spot.way("lifecycle", "stopSignal").text or "SIGTERM",
        line=spot.at.line + above,
        needs=tuple(needs_of_variables(spot)),
        command=tuple(
            word.text for field in ("command", "args") for word in spot[field].items()
        ),
    )


def _usual_pull(image: str) -> PullPolicy:
    """Return the policy that the API gives an image by its tag."""
    latest = image.endswith(":latest") or ":" not in image.rpartition("/")[2]
    return "Always" if latest and "@" not in image else "IfNotPresent"


def _probe(spot: Spot) -> Probe | None:
    if not spot.written:
        return None
    return Probe(
        number_of(spot["initialDelaySeconds"], 0),
        positive_of(spot["periodSeconds"], USUAL.period),
        positive_of(spot["timeoutSeconds"], USUAL.timeout),
        positive_of(spot["failureThreshold"], USUAL.failures),
        positive_of(spot["successThreshold"], USUAL.successes),
        spot["terminationGracePeriodSeconds"].whole,
    )


def _hook(spot: Spot) -> Hook | None:
    if not spot.written:
        return None
    sleep = spot["sleep"]
    command = tuple(word.text for word in spot["exec"]["command"].items())
    return Hook(number_of(sleep["seconds"], 0) if sleep.written else None, command)


def _rules(spot: Spot) -> Iterator[Rule]:
    for rule in spot["restartPolicyRules"].items():
        codes = rule["exitCodes"]
        numbers = (value.whole for value in codes["values"].items())
        found = tuple(number for number in numbers if number is not None)
        action = word_of(rule["action"], ACTIONS, "Restart")
        yield Rule(action, found, codes["operator"].text != "NotIn")
