"""Reads what a Kubernetes manifest says about a pod."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sidecar_viz.files.making.documents import TEMPLATE, Document, documents
from sidecar_viz.files.making.merging import merged
from sidecar_viz.files.making.objects import Thing, at, items_of, text_of, things
from sidecar_viz.files.making.spans import Span, span_of
from sidecar_viz.files.reading.problems import LessonError, shown
from sidecar_viz.files.reading.tree import Fields, Node

WAYS = {
    "Pod": ("spec",),
    "Deployment": ("spec", "template", "spec"),
    "StatefulSet": ("spec", "template", "spec"),
    "DaemonSet": ("spec", "template", "spec"),
    "ReplicaSet": ("spec", "template", "spec"),
    "ReplicationController": ("spec", "template", "spec"),
    "PodTemplate": ("template", "spec"),
    "Job": ("spec", "template", "spec"),
    "CronJob": ("spec", "jobTemplate", "spec", "template", "spec"),
}
"""For each kind of object, the way to the pod inside it."""

OF_MANIFESTS = re.compile(r"^[\s{]*[\"']?(?:kind|apiVersion)[\"']?\s*:", re.MULTILINE)


Pod = tuple[str, Thing]
"""A pod's name, and the object that it is in."""


class ManifestError(Exception):
    """There is no pod in a manifest; the text says what there is instead."""


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


class Found(Struct, frozen=True):
    """A pod in a manifest, as nodes; *above*: how many lines stand before its text.

    *others* are the pods beside it: kind and name of each, and what `--pod` takes for
    it, "" if it has its name from one before it.
    """

    name: str
    kind: str
    spec: Fields
    root: Node
    text: str
    above: int
    others: tuple[tuple[str, str, str], ...] = ()


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
    return _pod(find_pod(data, name, wanted), name)


def find_pod(data: bytes, name: str, wanted: str | None = None) -> Found:
    """Find the first pod in a manifest, or the *wanted* one, as `read_manifest` does.

    Raises:
        LessonError: the text is not YAML.
        ManifestError: no pod is in it, or not that one, or it is a template.
    """
    kinds: list[str] = []
    pods: list[Pod] = []
    for document in documents(data, name):
        root = _root(document, name)
        for thing in things(root, document.text, "", document.above):
            kinds.append(thing.kind or "something without a kind")
            if _containers(_spec(thing), ()):
                pods.append((_name_of(thing), thing))
    if pods:
        called, thing = taken = _chosen(pods, wanted, name)
        others = tuple(_other(one, pods) for one in pods if one is not taken)
        spec = _spec(thing) or Fields(1, 1, {}, {})
        return Found(
            called, thing.kind, spec, thing.root, thing.text, thing.above, others
        )
    if not any(kind in WAYS or kind[:1].isupper() for kind in kinds):
        raise ManifestError(
            f"{name} is neither a lesson nor a manifest of Kubernetes; give a lesson"
            " to copy, or the manifest of a pod to draw, as YAML or JSON"
        )
    found = ", ".join(dict.fromkeys(kinds))
    raise ManifestError(
        f"there is no pod with containers in {name} (found: {found}); "
        f"give a manifest of one of: {', '.join(WAYS)}"
    )


def _chosen(pods: Sequence[Pod], wanted: str | None, name: str) -> Pod:
    """Return the first of those that are *wanted*, by name or by kind and name."""
    for each in pods:
        if wanted is None or wanted in (each[0], _in_full(each)):
            return each
    known = ", ".join(dict.fromkeys(_in_full(each) for each in pods))
    if not wanted:
        raise ManifestError(f"--pod wants the name of a pod in {name}: {known}")
    raise ManifestError(f"there is no pod {shown(wanted)} in {name} (it has: {known})")


def _other(pod: Pod, pods: Sequence[Pod]) -> tuple[str, str, str]:
    full = _in_full(pod)
    same = [each for each in pods if each[0] == pod[0]]
    if next(each for each in same if _in_full(each) == full) is not pod:
        return pod[1].kind, pod[0], ""
    return pod[1].kind, pod[0], pod[0] if same[0] is pod else full


def said_of_others(found: Found, done: str) -> list[str]:
    """Say that each of the other pods is left out, as only one is *done* (drawn)."""
    return [
        f"the {kind} {name}: one pod is {done}"
        + (f"; --pod {taken} takes this one" if taken else ", the first of its name")
        for kind, name, taken in found.others
    ]


def _in_full(pod: Pod) -> str:
    return f"{pod[1].kind}/{pod[0]}"


def _spec(thing: Thing) -> Fields | None:
    found = at(thing.root, *WAYS.get(thing.kind, ("no pod",)))
    return found if isinstance(found, Fields) else None


def _name_of(thing: Thing) -> str:
    metadata = at(thing.root, "metadata")
    return (
        text_of(at(metadata, "name"))
        or text_of(at(metadata, "generateName"))
        or ("pod")
    )


def _pod(found: Found, name: str) -> PodManifest:
    lines = found.text.split("\n")
    containers = _containers(found.spec, lines)
    volumes = (*_volumes(found.spec, lines), *_claims(found.root, lines))
    _refuse_template(name, found.name, containers, volumes)
    others = said_of_others(found, "drawn")
    left_out = tuple(_left_out(found.spec, containers, volumes, others))
    return PodManifest(
        found.name, found.kind, containers, volumes, found.text, left_out
    )


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
        raise ManifestError(
            f"{name}: {shown(odd)} is of a template, as of Helm; "
            "run `helm template` first and give what it prints"
        )


def _left_out(
    spec: Fields | None,
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


def _root(document: Document, name: str) -> Node | None:
    """Read a document; None if it does not even look like a manifest."""
    try:
        return merged(document.root(name))
    except LessonError as error:
        line = document.template_line()
        if line is not None:
            raise ManifestError(
                f"{name}:{line}: this is a template, as of Helm, not a manifest yet; "
                "run `helm template` first and give what it prints"
            ) from error
        if error.problems[0].code == "syntax" and not OF_MANIFESTS.search(
            document.text
        ):
            return None
        raise


def _containers(spec: Fields | None, lines: Sequence[str]) -> tuple[Container, ...]:
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


def _volumes(spec: Fields | None, lines: Sequence[str]) -> Iterator[Volume]:
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
