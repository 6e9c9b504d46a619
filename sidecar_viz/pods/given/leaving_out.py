"""Lists what of a manifest is not played, so that nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Union

from sidecar_viz.files.making.finding import FoundPod
from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.given.pod import LeftOut

ALWAYS = (
    "the kubelet's own rhythm, up to 1 s, and the delays of the container runtime",
    "the phase of the probes' clocks, up to one period",
)
"""What no simulation has (R57, R58)."""

OBJECTS = ("secretKeyRef", "configMapKeyRef")
Tree = Mapping[str, Union["Tree", None]]
"""Names of fields that are played, each with those in it; None: all that is in it."""

LISTS = ("initContainers", "containers", "ephemeralContainers")
POD: Tree = {
    **dict.fromkeys((*LISTS, "restartPolicy", "terminationGracePeriodSeconds")),
    **dict.fromkeys(("activeDeadlineSeconds", "hostNetwork", "readinessGates", "os")),
    "volumes": None,
}
CONTAINER: Tree = {
    **dict.fromkeys(("name", "image", "imagePullPolicy", "envFrom", "lifecycle")),
    **dict.fromkeys(("restartPolicy", "restartPolicyRules")),
    **dict.fromkeys(("startupProbe", "livenessProbe", "readinessProbe")),
    "volumeMounts": dict.fromkeys(("name", "mountPath", "readOnly")),
    "resources": {"limits": {"memory": None}},
    "env": {
        "name": None,
        "valueFrom": dict.fromkeys(OBJECTS),
    },
}
OWNER = ("selector", "template", "jobTemplate", "volumeClaimTemplates")
USUAL = {
    "dnsPolicy": "ClusterFirst",
    "schedulerName": "default-scheduler",
    "enableServiceLinks": "true",
    "preemptionPolicy": "PreemptLowerPriority",
    "priority": "0",
    "terminationMessagePath": "/dev/termination-log",
    "terminationMessagePolicy": "File",
}
"""What the API fills in; it is as if it were not written."""


def left_out_of(found: FoundPod) -> Iterator[LeftOut]:
    """Yield what of a pod, its containers and its owner is not played."""
    spec = Spot(found.root, "", found.root)
    for number, name in enumerate(found.way, 1):
        spec = spec[name]
        if name == "spec" and number < len(found.way):
            fields = (one for one in spec.names() if one not in OWNER)
            yield from (LeftOut(found.kind, field) for field in fields)
    yield from (LeftOut("", field) for field in _of_pod(spec))
    for field in LISTS:
        for one in spec[field].items():
            unplayed = dict.fromkeys(_unplayed(one, CONTAINER))
            yield from (LeftOut(one["name"].text, name) for name in unplayed)


def in_lines(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """Yield what is left out in a line for each container; reasons in their own."""
    groups: dict[str, list[str]] = {}
    others: list[str] = []
    for one in left_out:
        if one.field and not one.reason:
            groups.setdefault(one.owner, []).append(one.field)
        else:
            others.append(one.text())
    for owner, fields in groups.items():
        yield f"of {owner}: {', '.join(fields)}"
    yield from others


def _of_pod(spec: Spot) -> Iterator[str]:
    yield from _unplayed(spec, POD)
    for volume in spec["volumes"].items():
        for name in volume["emptyDir"].names():
            yield f"emptyDir.{name} of {volume['name'].text}"


def _unplayed(spot: Spot, tree: Tree) -> Iterator[str]:
    """Yield the ways to the outermost fields that are not played."""
    for name in spot.names():
        inner = spot[name]
        empty = not (inner.names() or inner.text or any(inner.items()))
        if empty or (inner.text and inner.text == USUAL.get(name)):
            continue
        if name not in tree:
            yield name
            continue
        further = tree[name]
        if further is None:
            continue
        for part in (inner, *inner.items()):
            yield from (f"{name}.{way}" for way in _unplayed(part, further))
