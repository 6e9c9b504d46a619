"""A pod's manifest in its short form, and which of its lines a switch changes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from sidecar_viz.pods.asking.twins.switches import (
    PROBES,
    Switch,
    pod_with,
    probe_of,
)
from sidecar_viz.pods.given.pod import DEFAULT_GRACE, Container, Hook, Pod

CONTEXT = 2  # lines that stay the same and are shown around a change


class DifferenceLine(Struct, frozen=True):
    """A line of YAML; *side* is the pod that has it, "both" if they share it."""

    side: Literal["now", "then", "both"]
    text: str


def difference_lines(pod: Pod, switch: Switch) -> tuple[DifferenceLine, ...]:
    """Return what a switch changes in the YAML, with a few lines around it."""
    now, then = [*outline(pod)], [*outline(pod_with(pod, switch))]
    found: list[DifferenceLine] = []
    matcher = SequenceMatcher(None, now, then, autojunk=False)
    for group in matcher.get_grouped_opcodes(CONTEXT):
        for tag, left, left_end, right, right_end in group:
            if tag == "equal":
                found += [DifferenceLine("both", one) for one in now[left:left_end]]
                continue
            found += [DifferenceLine("now", one) for one in now[left:left_end]]
            found += [DifferenceLine("then", one) for one in then[right:right_end]]
    return tuple(found)


def outline(pod: Pod) -> Iterator[str]:
    """Yield the lines of a pod's spec that the simulation reads, the usual ones not."""
    yield f"restartPolicy: {pod.policy}"
    if pod.grace != DEFAULT_GRACE:
        yield f"terminationGracePeriodSeconds: {pod.grace}"
    for field, listed in (("initContainers", pod.inits), ("containers", pod.regular)):
        if listed:
            yield f"{field}:"
        for container in listed:
            yield from _entry(container)


def _entry(container: Container) -> Iterator[str]:
    yield f"- name: {container.name}"
    if container.image:
        yield f"  image: {container.image}"
    if container.kind == "sidecar":
        yield "  restartPolicy: Always"
    elif container.policy is not None:
        yield f"  restartPolicy: {container.policy}"
    for name in PROBES:
        probe = probe_of(container, name)
        if probe is not None:
            yield f"  {name}Probe:"
            yield f"    periodSeconds: {probe.period}"
            yield f"    failureThreshold: {probe.failures}"
    hooks = (("postStart", container.post_start), ("preStop", container.pre_stop))
    if any(hook is not None for _, hook in hooks):
        yield "  lifecycle:"
    for field, hook in hooks:
        if hook is not None:
            yield f"    {field}: {_hook(hook)}"


def _hook(hook: Hook) -> str:
    if hook.sleep is None:
        return "{exec: …}"
    return f"{{sleep: {{seconds: {hook.sleep:g}}}}}"
