"""Checks the objects that make pods: what each kind asks of itself and its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.metadata import (
    NOT_IN_IT,
    check_labels,
    check_metadata,
    check_selector,
)
from sidecar_viz.pods.checking.names import label_faults
from sidecar_viz.pods.checking.numbers import not_negative
from sidecar_viz.pods.checking.spots import Spot

OF_JOBS = ("OnFailure", "Never")
LONGEST_CRON = 52  # characters of a CronJob's name
CALLED = MappingProxyType(
    {"Deployment": "ReplicaSet", "ReplicationController": "ReplicaSet"}
)
"""What the API server calls them where a deadline is forbidden."""


def check_owner(faults: Faults, root: Spot, kind: str) -> None:
    """Check an object of a *kind* that is a pod or makes pods, without its pod."""
    check_metadata(faults, root["metadata"])
    check = CHECKS.get(kind)
    if check is not None:
        check(faults, root["spec"], kind)
    if kind == "PodTemplate":
        check_labels(faults, root.way("template", "metadata"))
    if kind == "CronJob":
        name = root.way("metadata", "name")
        if len(name.text) > LONGEST_CRON:
            faults.invalid(name, f"must be no more than {LONGEST_CRON} characters")


def _check_set(faults: Faults, spec: Spot, kind: str) -> None:
    """Check what keeps pods running: a Deployment and its like."""
    for name in ("replicas", "minReadySeconds", "revisionHistoryLimit"):
        not_negative(faults, spec[name])
    check_selector(faults, spec, kind)
    _check_long_running(faults, spec, kind)


def _check_stateful(faults: Faults, spec: Spot, kind: str) -> None:
    """Check a StatefulSet; what is wrong in a claim comes out when a pod is made."""
    _check_set(faults, spec, kind)
    for claim in spec["volumeClaimTemplates"].items():
        name = claim.way("metadata", "name")
        if not name.text:
            faults.required(name, "name or generateName is required")
        for why in label_faults(name.text) if name.text else ():
            faults.invalid(name, why)


def _check_replication(faults: Faults, spec: Spot, kind: str) -> None:
    """Check a ReplicationController, whose selector is a map of labels."""
    not_negative(faults, spec["replicas"])
    labels = spec.way("template", "metadata", "labels")
    found = {key: value.text for key, value in labels.entries()}
    for key, value in spec["selector"].entries():
        if found.get(key) != value.text:
            plain = f"The selector wants {key}: {value.text}."
            faults.invalid(labels, NOT_IN_IT, plain)
    _check_long_running(faults, spec, kind)


def _check_long_running(faults: Faults, spec: Spot, kind: str) -> None:
    check_labels(faults, spec.way("template", "metadata"))
    inner = spec.way("template", "spec")
    policy = inner["restartPolicy"]
    if policy.text in OF_JOBS:
        plain = f"A {kind} keeps its pods running; for work that ends there is Job."
        faults.unsupported(policy, ("Always",), plain)
    deadline = inner["activeDeadlineSeconds"]
    if deadline.written:
        why = f"activeDeadlineSeconds in {CALLED.get(kind, kind)} is not Supported"
        faults.forbidden(deadline, why)


def _check_job(faults: Faults, spec: Spot, kind: str) -> None:  # noqa: ARG001 - as all
    for name in ("parallelism", "completions", "activeDeadlineSeconds", "backoffLimit"):
        not_negative(faults, spec[name])
    not_negative(faults, spec["ttlSecondsAfterFinished"])
    check_labels(faults, spec.way("template", "metadata"))
    policy = spec.way("template", "spec", "restartPolicy")
    if policy.text in ("", "Always") and policy.value in ("nothing", "string"):
        plain = "A Job's pods end; with OnFailure failed containers are started again."
        faults.required(policy, 'valid values: "OnFailure", "Never"', plain)


def _check_cron(faults: Faults, spec: Spot, kind: str) -> None:
    not_negative(faults, spec["startingDeadlineSeconds"])
    _check_job(faults, spec.way("jobTemplate", "spec"), kind)


CHECKS: Mapping[str, Callable[[Faults, Spot, str], None]] = {
    **dict.fromkeys(("Deployment", "DaemonSet", "ReplicaSet"), _check_set),
    "StatefulSet": _check_stateful,
    "ReplicationController": _check_replication,
    "Job": _check_job,
    "CronJob": _check_cron,
}
