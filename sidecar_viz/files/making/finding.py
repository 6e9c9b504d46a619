"""Finds the pods in a manifest's file: of each its name, kind and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sidecar_viz.files.making.documents import Document, documents
from sidecar_viz.files.making.merging import merged
from sidecar_viz.files.making.objects import at, objects_in, text_of
from sidecar_viz.files.reading.problems import LessonError, shown
from sidecar_viz.files.reading.tree import Fields, Node

WAYS: dict[str, tuple[str, ...]] = {
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


class TemplateError(ManifestError):
    """It is a template, as of Helm, which has yet to be filled in."""


class FoundPod(Struct, frozen=True):
    """A pod in a file, or an object that makes pods, with the *line* it begins in.

    *root* is the object as nodes, *document* the part of the file that it is in, and
    *number* counts the objects in there from 0.
    """

    name: str
    kind: str
    line: int
    root: Node
    document: Document
    number: int

    @property
    def way(self) -> tuple[str, ...]:
        """The names of the fields that lead to the pod's spec."""
        return WAYS[self.kind]

    @property
    def spec(self) -> Fields | None:
        """The pod's spec, if it has one."""
        found = at(self.root, *self.way)
        return found if isinstance(found, Fields) else None

    @property
    def full_name(self) -> str:
        """Kind and name, such as Pod/web."""
        return f"{self.kind}/{self.name}"


class Search(Struct):
    """What was found in a file: its pods, and the kinds of all its objects."""

    pods: list[FoundPod]
    kinds: list[str]


def pods_in(data: bytes, name: str) -> tuple[FoundPod, ...]:
    """Find all pods of a manifest, YAML or JSON, in the order of the file.

    Several documents and lists are looked into. *name* is the file's in all messages.

    Raises:
        LessonError: the text is not YAML.
        ManifestError: no pod is in it; a TemplateError if it is a template.
    """
    found = search(data, name)
    if found.pods:
        return tuple(found.pods)
    raise no_pod(found.kinds, name)


def search(data: bytes, name: str) -> Search:
    """Find pods and kinds, as `pods_in` does; there may be no pod among them.

    Raises:
        LessonError: the text is not YAML.
        TemplateError: it is a template.
    """
    found = Search([], [])
    for document in documents(data, name):
        root = _root(document, name)
        for number, (kind, node) in enumerate(objects_in(root)):
            found.kinds.append(kind or "something without a kind")
            if kind in WAYS:
                line = node.line + document.above
                called = _name_of(node)
                found.pods.append(FoundPod(called, kind, line, node, document, number))
    return found


def is_foreign(kinds: Sequence[str]) -> bool:
    """Return whether none of these *kinds* is one of Kubernetes."""
    return not any(kind[:1].isupper() for kind in kinds)


def no_pod(kinds: Sequence[str], name: str) -> ManifestError:
    """Return the error that says what there is instead of a pod."""
    if is_foreign(kinds):
        return ManifestError(
            f"{name} is no manifest of Kubernetes; give that of a pod or of what makes"
            " pods, as YAML or JSON"
        )
    found = ", ".join(dict.fromkeys(kinds))
    return ManifestError(
        f"there is no pod with containers in {name} (found: {found}); "
        f"give a manifest of one of: {', '.join(WAYS)}"
    )


def chosen(pods: Sequence[FoundPod], wanted: str | None, name: str) -> FoundPod:
    """Return the first of *pods* that is *wanted*, by name or by kind and name.

    Raises:
        ManifestError: none of them is.
    """
    for each in pods:
        if wanted is None or wanted in (each.name, each.full_name):
            return each
    known = ", ".join(dict.fromkeys(each.full_name for each in pods))
    if not wanted:
        raise ManifestError(f"--pod wants the name of a pod in {name}: {known}")
    raise ManifestError(f"there is no pod {shown(wanted)} in {name} (it has: {known})")


def said_of_others(
    taken: FoundPod, pods: Sequence[FoundPod], done: str
) -> Iterator[str]:
    """Say of each other pod that it is left out, as only one is *done* (drawn)."""
    for pod in pods:
        if pod is not taken:
            word = _taken_by(pod, pods)
            way = f"; --pod {word} takes this one" if word else _FIRST
            yield f"the {pod.kind} {pod.name}: one pod is {done}{way}"


_FIRST = ", the first of its name"


def _taken_by(pod: FoundPod, pods: Sequence[FoundPod]) -> str:
    """Return what `--pod` takes for it; "" if it has its name from one before it."""
    same = [each for each in pods if each.name == pod.name]
    if next(each for each in same if each.full_name == pod.full_name) is not pod:
        return ""
    return pod.name if same[0] is pod else pod.full_name


def _name_of(root: Node) -> str:
    metadata = at(root, "metadata")
    return (
        text_of(at(metadata, "name"))
        or text_of(at(metadata, "generateName"))
        or ("pod")
    )


def _root(document: Document, name: str) -> Node | None:
    """Read a document; None if it does not even look like a manifest."""
    try:
        return merged(document.root(name))
    except LessonError as error:
        line = document.template_line()
        if line is not None:
            raise TemplateError(
                f"{name}:{line}: this is a template, as of Helm, not a manifest yet; "
                "run `helm template` first and give what it prints"
            ) from error
        if error.problems[0].code == "syntax" and not OF_MANIFESTS.search(
            document.text
        ):
            return None
        raise
