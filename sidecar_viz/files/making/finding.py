"""Finds the pods in a manifest's file: of each its name, kind and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sidecar_viz.files.making.documents import Document, documents
from sidecar_viz.files.making.merging import merged
from sidecar_viz.files.making.objects import at, objects_in, text_of
from sidecar_viz.files.reading.problems import (
    LessonError,
    Problem,
    meant,
    nearest,
    shown,
)
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

OF_MANIFESTS = re.compile(r"^[ \t{]*[\"']?(?:kind|apiVersion)[\"']?\s*:", re.MULTILINE)
"""A line that begins as one of a manifest; empty ones before it are not part of it."""

OF_PODS = re.compile(rf"\bkind[\"']?\s*:\s*[\"']?(?:{'|'.join(WAYS)})\b")
GIVE = "give the manifest of a pod, or of what makes pods, as YAML or JSON"
RENDER = "run `helm template` first and give what it prints"
NO_KIND = "something without a kind"
MOST_MEANT = 20  # kinds of which it is looked for what was meant


class ManifestError(Exception):
    """There is no pod in a manifest; the text says what there is instead."""


class TemplateError(ManifestError):
    """It is a template, as of Helm, which has yet to be filled in."""


class FoundPod(Struct, frozen=True):
    """A pod in a file, or an object that makes pods, with the *line* it begins in.

    *root* is the object as nodes, *document* the part of the file that it is in, and
    *number* counts the objects in there from 0. *odd* is what kubectl refuses in its
    text, such as a field that is written twice.
    """

    name: str
    kind: str
    line: int
    root: Node
    document: Document
    number: int
    odd: tuple[Problem, ...] = ()

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
    """What was found in a file: its pods, and all its objects with kind and line.

    *lesson*: it looks like a lesson of this program.
    """

    pods: list[FoundPod]
    kinds: list[tuple[str, int]]
    lesson: bool = False

    @property
    def foreign(self) -> bool:
        """Whether nothing in it is of Kubernetes."""
        return not any(kind[:1].isupper() for kind, _ in self.kinds)


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
    raise no_pod(found, name)


def search(data: bytes, name: str) -> Search:
    """Find pods and kinds, as `pods_in` does; there may be no pod among them.

    Raises:
        LessonError: the text is not YAML.
        TemplateError: it is a template.
    """
    found = Search([], [])
    for document in documents(data, name):
        root, odd = _root(document, name)
        if root is None:
            found.kinds.append((NO_KIND, document.above + 1))
        for number, (kind, node) in enumerate(objects_in(root)):
            line = node.line + document.above
            found.kinds.append((kind or NO_KIND, line))
            found.lesson = found.lesson or _is_lesson(node)
            if kind in WAYS:
                called = _name_of(node)
                pod = FoundPod(called, kind, line, node, document, number, odd)
                found.pods.append(pod)
    return found


def _is_lesson(node: Node) -> bool:
    fields = node.nodes if isinstance(node, Fields) else {}
    return "steps" in fields and "kind" not in fields


def no_pod(found: Search, name: str) -> ManifestError:
    """Return the error that says what there is instead of a pod, and what to do."""
    if not found.kinds:
        return ManifestError(f"there is nothing in {name}; {GIVE}")
    if found.lesson:
        return ManifestError(f"{name} is a lesson, not a manifest; {GIVE}")
    for kind, line in found.kinds[:MOST_MEANT]:
        near = _kind_meant(kind)
        if near:
            said = f"kind {shown(kind)} in line {line} is not known here{near}"
            return ManifestError(f"no pod is in {name}: {said}")
    if found.foreign:
        return ManifestError(f"{name} is no manifest of Kubernetes; {GIVE}")
    lines = dict(reversed(found.kinds))
    there = ", ".join(f"{kind} in line {lines[kind]}" for kind in reversed(lines))
    return ManifestError(
        f"there is no pod with containers in {name} (found: {there}); "
        f"give a manifest of one of: {', '.join(WAYS)}"
    )


def _kind_meant(kind: str) -> str:
    """Return which kind was most likely meant, for the end of a message, or ""."""
    known = {one.lower(): one for one in WAYS}
    if kind in (NO_KIND, *WAYS):
        return ""
    near = known.get(nearest(kind, known), "")
    return meant(kind, ()) or (f"; did you mean {near}?" if near else "")


def chosen(pods: Sequence[FoundPod], wanted: str | None, name: str) -> FoundPod:
    """Return the first of *pods* that is *wanted*, by name or by kind and name.

    Raises:
        ManifestError: none of them is.
    """
    for each in pods:
        if wanted is None or wanted in (each.name, each.full_name):
            return each
    lines = dict(reversed([(each.full_name, each.line) for each in pods]))
    known = ", ".join(f"{name} in line {lines[name]}" for name in reversed(lines))
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
        text_of(at(metadata, "name")) or text_of(at(metadata, "generateName")) or "pod"
    )


def _root(document: Document, name: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a document; None if it does not even look like a manifest."""
    try:
        root, odd = document.tree(name)
        return merged(root), tuple(odd)
    except LessonError as error:
        line = document.template_line()
        if line is not None:
            raise TemplateError(
                f"{name}:{line}: this is a template, as of Helm, not a manifest yet; "
                f"{RENDER}"
            ) from error
        code = error.problems[0].code
        if code == "syntax" and not OF_MANIFESTS.search(document.text):
            return None, ()
        if code == "too-big" and not OF_PODS.search(document.text):
            return None, ()  # such as a dashboard beside the pod
        raise
