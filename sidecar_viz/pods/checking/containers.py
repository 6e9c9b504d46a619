"""Checks the containers of a pod, in all three lists."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sidecar_viz.pods.checking.asking import (
    PROBES,
    check_lifecycle,
    check_probe,
    forbid_asking,
)
from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.mounts import check_mounts
from sidecar_viz.pods.checking.names import label_faults
from sidecar_viz.pods.checking.ports import check_host_ports, check_ports
from sidecar_viz.pods.checking.resources import check_resources
from sidecar_viz.pods.checking.restarts import check_init_restarts, check_restarts
from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.checking.variables import check_variables

FOR_EPHEMERAL = "cannot be set for an Ephemeral Container"
NOT_EPHEMERAL = (
    *("ports", "resources", "livenessProbe", "readinessProbe", "startupProbe"),
    *("lifecycle", "restartPolicy", "restartPolicyRules", "resizePolicy"),
)


class Around(Struct, frozen=True):
    """What containers find around them: the kinds of volumes, grace, system, owner.

    *pod*: it is a pod itself, not the template of one.
    """

    volumes: Mapping[str, str]
    grace: int | None
    os: str
    pod: bool


def check_containers(faults: Faults, spec: Spot, around: Around) -> None:
    """Check all containers of a pod's spec (R13, R18)."""
    regular = list(spec["containers"].items())
    if not regular and spec["containers"].value in ("nothing", "array"):
        plain = "A pod needs at least one container."
        faults.required(spec["containers"], plain=plain)
    taken: dict[str, str] = {}
    for one in regular:
        _check_common(faults, one, around)
        _check_name(faults, one, taken)
        _check_asking(faults, one, around)
        check_restarts(faults, one)
    check_host_ports(faults, regular)
    for one in spec["initContainers"].items():
        _check_init(faults, one, around, taken)
    others = dict(taken)
    for one in spec["ephemeralContainers"].items():
        _check_ephemeral(faults, one, around, taken, others)


def _check_init(
    faults: Faults, one: Spot, around: Around, taken: dict[str, str]
) -> None:
    _check_common(faults, one, around)
    _check_name(faults, one, taken)
    check_init_restarts(faults, one)
    check_host_ports(faults, [one])
    if one["restartPolicy"].text == "Always":
        _check_asking(faults, one, around)
    else:
        forbid_asking(faults, one)


def _check_ephemeral(
    faults: Faults,
    one: Spot,
    around: Around,
    taken: dict[str, str],
    others: Mapping[str, str],
) -> None:
    _check_common(faults, one, around)
    _check_name(faults, one, taken)
    target = one["targetContainerName"]
    if target.text and target.text not in others:
        faults.not_found(target)
    for name in NOT_EPHEMERAL:
        if any(one[name].items()) or one[name].names() or one[name].text:
            faults.forbidden(one[name], FOR_EPHEMERAL)
    for mount in one["volumeMounts"].items():
        for name in ("subPath", "subPathExpr"):
            if mount[name].text:
                faults.forbidden(mount[name], FOR_EPHEMERAL)


def _check_common(faults: Faults, one: Spot, around: Around) -> None:
    image = one["image"]
    if not image.text and image.value in ("nothing", "string"):
        faults.required(image)
    if around.pod and image.text != image.text.strip():
        faults.invalid(image, "must not have leading or trailing whitespace")
    check_ports(faults, one)
    check_variables(faults, one)
    check_mounts(faults, one, around.volumes)
    check_resources(faults, one["resources"])


def _check_name(faults: Faults, one: Spot, taken: dict[str, str]) -> None:
    name = one["name"]
    if not name.text:
        faults.required(name)
        return
    for why in label_faults(name.text):
        faults.invalid(name, why)
    if name.text in taken:
        plain = f"{taken[name.text]} has this name."
        faults.duplicate(name, name.text, plain)
    taken.setdefault(name.text, one.path)


def _check_asking(faults: Faults, one: Spot, around: Around) -> None:
    check_lifecycle(faults, one["lifecycle"], around.grace, around.os)
    for name in PROBES:
        check_probe(faults, one[name], name)
