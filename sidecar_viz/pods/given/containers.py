"""Reads a container of a manifest: probes, hooks, policies, mounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sidecar_viz.files.making.objects import at, items_of, text_of
from sidecar_viz.files.reading.tree import Node
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
from sidecar_viz.pods.given.reading import Reading

POLICIES: tuple[Policy, ...] = get_args(Policy)
PULLS: tuple[PullPolicy, ...] = get_args(PullPolicy)
ACTIONS: tuple[RuleAction, ...] = get_args(RuleAction)
NOT_FOR_INIT = ("lifecycle", "livenessProbe", "readinessProbe", "startupProbe")
HANDLERS = ("exec", "httpGet", "tcpSocket", "grpc")
HOOKS = ("exec", "httpGet", "tcpSocket", "sleep")
USUAL = Probe()


def read_container(node: Node, kind: Kind, path: str, reading: Reading) -> Container:
    """Read one entry of a list of containers; an init entry may turn out a sidecar."""
    own = at(node, "restartPolicy")
    if kind == "init" and text_of(own) == "Always":
        kind = "sidecar"
    policy = None
    if own is not None and kind != "sidecar":
        policy = reading.word(own, f"{path}.restartPolicy", POLICIES, "Always")
    if kind == "init":
        _refuse(node, path, reading)
    image = text_of(at(node, "image"))
    if not image:
        reading.problem(node, f"{path}.image", "an image is required", "missing")
    latest = image.endswith(":latest") or ":" not in image.rpartition("/")[2]
    usual: PullPolicy = "Always" if latest and "@" not in image else "IfNotPresent"
    pull = at(node, "imagePullPolicy")
    probes = kind != "init"
    return Container(
        name=reading.named(node, path),
        kind=kind,
        image=image,
        pull_policy=reading.word(pull, f"{path}.imagePullPolicy", PULLS, usual),
        policy=policy,
        rules=tuple(_rules(node, path, reading)),
        startup=_probe(node, "startupProbe", path, reading) if probes else None,
        liveness=_probe(node, "livenessProbe", path, reading) if probes else None,
        readiness=_probe(node, "readinessProbe", path, reading) if probes else None,
        post_start=_hook(node, "postStart", path, reading) if probes else None,
        pre_stop=_hook(node, "preStop", path, reading) if probes else None,
        mounts=tuple(text_of(at(m, "name")) for m in items_of(node, "volumeMounts")),
        memory=reading.mebibytes(
            at(node, "resources", "limits", "memory"), f"{path}.resources.limits.memory"
        ),
        stop_signal=text_of(at(node, "lifecycle", "stopSignal")) or "SIGTERM",
        line=node.line + reading.above,
    )


def _refuse(node: Node, path: str, reading: Reading) -> None:
    """Note probes and hooks of an init container, which the API refuses (R13)."""
    for name in NOT_FOR_INIT:
        found = at(node, name)
        if found is not None:
            said = "may not be set for init containers without restartPolicy=Always"
            reading.problem(found, f"{path}.{name}", said, "forbidden")


def _probe(node: Node, name: str, path: str, reading: Reading) -> Probe | None:
    found = at(node, name)
    if found is None:
        return None
    path = f"{path}.{name}"
    if all(at(found, handler) is None for handler in HANDLERS):
        said = f"must have one of {', '.join(HANDLERS)}"
        reading.problem(found, path, said, "missing")
    read = reading.number

    def number(field: str, usual: int, least: int = 1) -> int:
        value = read(at(found, field), f"{path}.{field}", least)
        return usual if value is None else value or usual

    successes = number("successThreshold", USUAL.successes)
    if name != "readinessProbe" and successes != 1:
        reading.problem(found, f"{path}.successThreshold", "must be 1")
    grace = at(found, "terminationGracePeriodSeconds")
    if name == "readinessProbe" and grace is not None:
        said = "must not be set for readinessProbes"
        reading.problem(grace, f"{path}.terminationGracePeriodSeconds", said)
    return Probe(
        number("initialDelaySeconds", 0, 0),
        number("periodSeconds", USUAL.period),
        number("timeoutSeconds", USUAL.timeout),
        number("failureThreshold", USUAL.failures),
        successes,
        read(grace, f"{path}.terminationGracePeriodSeconds", 1),
    )


def _hook(node: Node, name: str, path: str, reading: Reading) -> Hook | None:
    found = at(node, "lifecycle", name)
    if found is None:
        return None
    path = f"{path}.lifecycle.{name}"
    if all(at(found, handler) is None for handler in HOOKS):
        said = f"must have one of {', '.join(HOOKS)}"
        reading.problem(found, path, said, "missing")
    seconds = at(found, "sleep", "seconds")
    return Hook(reading.number(seconds, f"{path}.sleep.seconds"))


def _rules(node: Node, path: str, reading: Reading) -> Iterator[Rule]:
    for number, rule in enumerate(items_of(node, "restartPolicyRules")):
        here = f"{path}.restartPolicyRules[{number}]"
        action = reading.word(
            at(rule, "action"),
            f"{here}.action",
            ACTIONS,
            "Restart",
        )
        codes = [
            reading.number(value, f"{here}.exitCodes.values")
            for value in items_of(at(rule, "exitCodes"), "values")
        ]
        operator = reading.word(
            at(rule, "exitCodes", "operator"),
            f"{here}.exitCodes.operator",
            ("In", "NotIn"),
            "In",
        )
        found = tuple(code for code in codes if code is not None)
        yield Rule(action, found, operator == "In")
