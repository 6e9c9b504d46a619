"""Reads what a Kubernetes manifest says about a pod."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sidecar_viz.files.reading.document import read_document
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar

WAYS = {
    "Pod": ("spec",),
    "Deployment": ("spec", "template", "spec"),
    "StatefulSet": ("spec", "template", "spec"),
    "DaemonSet": ("spec", "template", "spec"),
    "ReplicaSet": ("spec", "template", "spec"),
    "Job": ("spec", "template", "spec"),
    "CronJob": ("spec", "jobTemplate", "spec", "template", "spec"),
}
"""For each kind of object, the way to the pod inside it."""


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
    """Read the first pod in a manifest of one or several documents.

    Raises:
        LessonError: the text is not YAML.
        ManifestError: no pod is in it.
    """
    kinds = []
    for text in _documents(data, name):
        root = read_document(text.encode("utf-8"), name).root
        kind = _text(_at(root, "kind"))
        kinds.append(kind or "something without a kind")
        spec = _at(root, *WAYS[kind]) if kind in WAYS else None
        if isinstance(spec, Fields) and _containers(spec):
            called = _text(_at(root, "metadata", "name")) or "pod"
            return PodManifest(
                called, kind, _containers(spec), tuple(_volumes(spec)), text
            )
    found = ", ".join(dict.fromkeys(kinds)) or "nothing"
    raise ManifestError(
        f"there is no pod with containers in {name} (found: {found}); "
        f"give a manifest of one of: {', '.join(WAYS)}"
    )


def _documents(data: bytes, name: str) -> Iterator[str]:
    """Yield the text of each document of a file."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        read_document(data, name)  # says what is wrong, with the place
        raise
    lines: list[str] = []
    for line in [*text.splitlines(), "---"]:
        if line.rstrip() != "---":
            lines.append(line.rstrip())
            continue
        document = "\n".join(lines).strip("\n")
        lines = []
        if any(
            part.strip() and not part.lstrip().startswith("#")
            for part in document.splitlines()
        ):
            yield document + "\n"


def _containers(spec: Fields) -> tuple[Container, ...]:
    first = [_container(node, init=True) for node in _items(spec, "initContainers")]
    rest = [_container(node, init=False) for node in _items(spec, "containers")]
    return tuple(first + rest) if rest else ()


def _container(node: Node, *, init: bool) -> Container:
    mounts = tuple(
        Mount(
            _text(_at(mount, "name")),
            _text(_at(mount, "mountPath")),
            _text(_at(mount, "readOnly")) == "true",
        )
        for mount in _items(node, "volumeMounts")
    )
    always = _text(_at(node, "restartPolicy")) == "Always"
    return Container(
        _text(_at(node, "name")) or "container",
        _text(_at(node, "image")),
        init,
        init and always,
        mounts,
        _span(node),
    )


def _volumes(spec: Fields) -> Iterator[Volume]:
    for node in _items(spec, "volumes"):
        fields = node.nodes if isinstance(node, Fields) else {}
        kinds = [key for key in fields if key != "name"]
        kind = kinds[0] if kinds else "emptyDir"
        yield Volume(_text(_at(node, "name")) or "volume", kind, _span(node))


def _at(node: Node | None, *way: str) -> Node | None:
    for step in way:
        node = node.nodes.get(step) if isinstance(node, Fields) else None
    return node


def _items(node: Node, name: str) -> list[Node]:
    found = _at(node, name)
    return found.nodes if isinstance(found, Items) else []


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _span(node: Node) -> Span:
    return Span(node.line, max(node.line, _last(node)))


def _last(node: Node) -> int:
    """Return the last line of a part; a text of many lines counts as one."""
    if isinstance(node, Scalar):
        return node.line
    inner = node.nodes if isinstance(node, Items) else list(node.nodes.values())
    return max((_last(part) for part in inner), default=node.line)
