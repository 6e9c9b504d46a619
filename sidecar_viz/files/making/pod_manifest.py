"""Reads what a Kubernetes manifest says about a pod."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from sidecar_viz.files.making.documents import TEMPLATE
from sidecar_viz.files.making.finding import (
    RENDER,
    WAYS,
    FoundPod,
    ManifestError,
    TemplateError,
    chosen,
    no_pod,
    said_of_others,
    search,
)
from sidecar_viz.files.making.merging import merged
from sidecar_viz.files.making.objects import Thing, at, items_of, text_of, things
from sidecar_viz.files.making.spans import Span, span_of
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.reading.tree import Fields, Node


class Mount(Struct, frozen=True):
    """A volume that is mounted in a container at a path."""

    volume: str
    path: str
    read_only: bool


class Container(Struct, frozen=True):
    """A container; *init* runs before the others; if *native*, it goes on running."""

    name: str
    image: str
    init: bool
    native: bool
    mounts: tuple[Mount, ...]
    span: Span


class Volume(Struct, frozen=True):
    """A volume and its kind, such as emptyDir."""

    name: str
    kind: str
    span: Span


class PodManifest(Struct, frozen=True):
    """A pod, the text of the one document that it is in, and what cannot be drawn."""

    name: str
    kind: str
    containers: tuple[Container, ...]
    volumes: tuple[Volume, ...]
    text: str
    left_out: tuple[str, ...] = ()


def read_manifest(data: bytes, name: str, wanted: str | None = None) -> PodManifest:
    """Read the first pod in a manifest, YAML or JSON, of one or several documents.

    What is in a List is looked into. *wanted* is the name of another pod than the
    first, or its kind and name, such as Pod/web. What is left out of the picture is
    said in words.

    Raises:
        LessonError: the text is not YAML.
        ManifestError: no pod is in it, or not that one, or it is a template.
    """
    found = search(data, name)
    if found.foreign:
        raise ManifestError(
            f"{name} is neither a lesson nor a manifest of Kubernetes; give a lesson"
            " to copy, or the manifest of a pod to draw, as YAML or JSON"
        )
    pods = [pod for pod in found.pods if items_of(pod.spec, "containers")]
    if not pods:
        raise no_pod(found, name)
    pod = chosen(pods, wanted, name)
    return _drawn(pod, list(said_of_others(pod, pods, "drawn")), name)


def _drawn(pod: FoundPod, others: list[str], name: str) -> PodManifest:
    thing = alone(pod, name)
    spec = at(thing.root, *WAYS[pod.kind])
    lines = thing.text.split("\n")
    containers = _containers(spec, lines)
    volumes = (*_volumes(spec, lines), *_claims(thing.root, lines))
    _refuse_template(name, pod.name, containers, volumes)
    left_out = tuple(_left_out(spec, containers, volumes, others))
    return PodManifest(pod.name, pod.kind, containers, volumes, thing.text, left_out)


def alone(pod: FoundPod, name: str) -> Thing:
    """Read the object again, from a text that holds nothing else."""
    root = merged(pod.document.root(name))
    return next(islice(things(root, pod.document.text), pod.number, None))


def _refuse_template(
    name: str,
    called: str,
    containers: tuple[Container, ...],
    volumes: tuple[Volume, ...],
) -> None:
    """Refuse a value that a template has yet to fill in, also one in quotes."""
    drawn = [called, *(volume.name for volume in volumes)]
    for each in containers:
        drawn += [each.name, each.image, *(mount.path for mount in each.mounts)]
    odd = next((text for text in drawn if TEMPLATE in text), None)
    if odd is not None:
        raise TemplateError(
            f"{name}: {shown(odd)} is of a template, as of Helm; {RENDER}"
        )


def _left_out(
    spec: Node | None,
    containers: tuple[Container, ...],
    volumes: tuple[Volume, ...],
    others: list[str],
) -> Iterator[str]:
    """Say what of the manifest is not in the picture."""
    known = {volume.name for volume in volumes}
    for each in containers:
        seen: set[str] = set()
        for mount in each.mounts:
            where = f"the mount {mount.path} of {each.name}"
            if mount.volume not in known:
                yield f"{where}: there is no volume {mount.volume or 'with that name'}"
            elif mount.volume in seen:
                yield f"{where}: {mount.volume} has a line to it already"
            seen.add(mount.volume)
    for node in (*items_of(spec, "initContainers"), *items_of(spec, "containers")):
        for device in items_of(node, "volumeDevices"):
            path, owner = text_of(at(device, "devicePath")), text_of(at(node, "name"))
            yield f"the device {path} of {owner}: only mounts are drawn"
    for node in items_of(spec, "ephemeralContainers"):
        yield f"the ephemeral container {text_of(at(node, 'name'))}"
    yield from others


def _containers(spec: Node | None, lines: Sequence[str]) -> tuple[Container, ...]:
    first = [
        _container(node, lines, init=True) for node in items_of(spec, "initContainers")
    ]
    rest = [
        _container(node, lines, init=False) for node in items_of(spec, "containers")
    ]
    return tuple(first + rest) if rest else ()


def _container(node: Node, lines: Sequence[str], *, init: bool) -> Container:
    mounts = tuple(
        Mount(
            text_of(at(mount, "name")),
            text_of(at(mount, "mountPath")),
            text_of(at(mount, "readOnly")) == "true",
        )
        for mount in items_of(node, "volumeMounts")
    )
    always = text_of(at(node, "restartPolicy")) == "Always"
    return Container(
        text_of(at(node, "name")) or "container",
        text_of(at(node, "image")),
        init,
        init and always,
        mounts,
        span_of(node, lines),
    )


def _volumes(spec: Node | None, lines: Sequence[str]) -> Iterator[Volume]:
    for node in items_of(spec, "volumes"):
        fields = node.nodes if isinstance(node, Fields) else {}
        kinds = [key for key in fields if key != "name"]
        kind = kinds[0] if kinds else "emptyDir"
        yield Volume(text_of(at(node, "name")) or "volume", kind, span_of(node, lines))


def _claims(root: Node, lines: Sequence[str]) -> Iterator[Volume]:
    """Yield the volumes that a StatefulSet claims for each of its pods."""
    for node in items_of(at(root, "spec"), "volumeClaimTemplates"):
        name = text_of(at(node, "metadata", "name")) or "volume"
        yield Volume(name, "persistentVolumeClaim", span_of(node, lines))
