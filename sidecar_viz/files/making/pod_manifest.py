"""Reads what a Kubernetes manifest says about a pod."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from sidecar_viz.files.making.documents import Document, documents
from sidecar_viz.files.making.objects import at, items_of, text_of, things
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar

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


class ManifestError(Exception):
    """There is no pod in a manifest; the text says what there is instead."""


class Span(Struct, frozen=True):
    """Lines of the manifest, both ends included, counted from 1."""

    first: int
    last: int


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
    """A pod, and the text of the one document that it is in."""

    name: str
    kind: str
    containers: tuple[Container, ...]
    volumes: tuple[Volume, ...]
    text: str


def read_manifest(data: bytes, name: str) -> PodManifest:
    """Read the first pod in a manifest, YAML or JSON, of one or several documents.

    What is in a List is looked into.

    Raises:
        LessonError: the text is not YAML.
        ManifestError: no pod is in it, or it is a template.
    """
    kinds: list[str] = []
    for document in documents(data, name):
        root = _root(document, name)
        for thing in things(root, document.text, ""):
            kinds.append(thing.kind or "something without a kind")
            spec = at(thing.root, *WAYS.get(thing.kind, ("no pod",)))
            if isinstance(spec, Fields) and _containers(spec):
                called = text_of(at(thing.root, "metadata", "name")) or "pod"
                inside, volumes = _containers(spec), tuple(_volumes(spec))
                return PodManifest(called, thing.kind, inside, volumes, thing.text)
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


def _root(document: Document, name: str) -> Node | None:
    """Read a document; None if it does not even look like a manifest."""
    try:
        return document.root(name)
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


def _containers(spec: Fields) -> tuple[Container, ...]:
    first = [_container(node, init=True) for node in items_of(spec, "initContainers")]
    rest = [_container(node, init=False) for node in items_of(spec, "containers")]
    return tuple(first + rest) if rest else ()


def _container(node: Node, *, init: bool) -> Container:
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
        _span(node),
    )


def _volumes(spec: Fields) -> Iterator[Volume]:
    for node in items_of(spec, "volumes"):
        fields = node.nodes if isinstance(node, Fields) else {}
        kinds = [key for key in fields if key != "name"]
        kind = kinds[0] if kinds else "emptyDir"
        yield Volume(text_of(at(node, "name")) or "volume", kind, _span(node))


def _span(node: Node) -> Span:
    return Span(node.line, max(node.line, _last(node)))


def _last(node: Node) -> int:
    """Return the last line of a part; a text of many lines counts as one."""
    if isinstance(node, Scalar):
        return node.line
    inner = node.nodes if isinstance(node, Items) else list(node.nodes.values())
    return max((_last(part) for part in inner), default=node.line)
