"""Lists what of a manifest is not played, so that nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.files.making.objects import items_of, text_of
from sidecar_viz.files.reading.tree import Fields, Node

ALWAYS = (
    "the kubelet's own rhythm, up to 1 s, and the delays of the container runtime",
    "the phase of the probes' clocks, up to one period",
)
"""What no simulation has (R57, R58)."""

SPEC = {
    *("containers", "initContainers", "ephemeralContainers", "volumes"),
    *("restartPolicy", "terminationGracePeriodSeconds", "activeDeadlineSeconds"),
    *("hostNetwork", "readinessGates"),
}
CONTAINER = {
    *("name", "image", "imagePullPolicy", "restartPolicy", "restartPolicyRules"),
    *("startupProbe", "livenessProbe", "readinessProbe", "lifecycle"),
    *("volumeMounts", "resources"),
}
LISTS = ("initContainers", "containers", "ephemeralContainers")


def left_out_of(spec: Node | None) -> Iterator[str]:
    """Yield the fields of a pod's spec that the simulation does not play."""
    fields = spec.nodes if isinstance(spec, Fields) else {}
    unknown = sorted(set(fields) - SPEC)
    if unknown:
        yield f"of the pod: {', '.join(unknown)}"
    for name in LISTS:
        for node in items_of(spec, name):
            own = node.nodes if isinstance(node, Fields) else {}
            unknown = sorted(set(own) - CONTAINER)
            if unknown:
                yield f"of {text_of(own.get('name'))}: {', '.join(unknown)}"
