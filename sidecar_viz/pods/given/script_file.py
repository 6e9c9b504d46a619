"""Reads a script, YAML or JSON, every mistake with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from sidecar_viz.files.making.documents import in_utf8
from sidecar_viz.files.reading.document import Document, Route, read_document
from sidecar_viz.files.reading.problems import LessonError, Meant, Problem, shown
from sidecar_viz.files.reading.tree import Fields, Items, Node
from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.given.script import FORMAT, Action, Life, Script, When
from sidecar_viz.pods.given.script_words import said_of

T = TypeVar("T")
KNOWN = ("simulation", "containers", "missing", "actions", "until", "max-seconds")
NEEDS: dict[str, tuple[str, ...]] = {
    "set-image": ("container",),
    "volume-unavailable": ("volume",),
    "volume-available": ("volume",),
    "object-missing": ("object",),
    "object-available": ("object",),
    "set-condition": ("type",),
    "signal": ("container",),
    "checkpoint": ("name",),
    "set-probe": ("container", "probe"),
    "exit": ("container",),
    "oom": ("container",),
    "hang": ("container",),
    "slow-start": ("container", "seconds"),
    "set-hook": ("container", "hook"),
}


def read_script(data: bytes, name: str, pod: Pod) -> Script:
    """Read the script of a simulation of *pod*; *name* is the file's in messages.

    UTF-16 with its mark is read, too, as manifests are.

    Raises:
        LessonError: it is not YAML, or has mistakes: all of them at once.
    """
    document = read_document(in_utf8(data), name)
    problems = list(document.problems)
    script = _Reader(document, pod, problems).script()
    if problems:
        raise LessonError(problems)
    return script


def script_within(
    document: Document, base: Route, pod: Pod, problems: list[Problem]
) -> Script:
    """Read the script that stands at *base* in a larger document; note its problems."""
    node = document.root
    for step in base:
        inner = node.nodes.get(str(step)) if isinstance(node, Fields) else None
        if inner is None:
            return Script()
        node = inner
    return _Reader(document, pod, problems, node, base).script()


def read_condition(text: str, name: str, pod: Pod) -> When:
    """Read a condition such as `phase: Running`; *name* is what it is called.

    Raises:
        LessonError: it is none, or names a container that the pod has not.
    """
    document = read_document(text.encode("utf-8"), name)
    problems = list(document.problems)
    reader = _Reader(document, pod, problems)
    when = reader.part(When, document.root, ())
    if when is not None:
        reader.known(when, ())
    if problems or when is None:
        raise LessonError(problems)
    return when


class _Reader:
    """Reads the parts of a script, and notes problems."""

    def __init__(
        self,
        document: Document,
        pod: Pod,
        problems: list[Problem],
        root: Node | None = None,
        base: Route = (),
    ) -> None:
        """Read what stands at *root*, to which *base* leads, or the whole document."""
        self._document, self._pod, self._problems = document, pod, problems
        self._root, self._base = root or document.root, base
        self._hints = Meant()

    def script(self) -> Script:
        root = self._root
        fields = root.nodes if isinstance(root, Fields) else {}
        if not isinstance(root, Fields):
            self._problem((), "type", "a script has fields, such as containers")
        for key in fields:
            if key not in KNOWN:
                near = self._hints.near(key, KNOWN)
                said = f"{shown(key)} is no field of a script{near}"
                self._problem((key,), "field", said)
        number = self._read(int, fields, "simulation", FORMAT)
        if number != FORMAT:
            said = f"{number} is no version of scripts that is known here; write 1"
            self._problem(("simulation",), "range", said)
        seconds = self._read(float, fields, "max-seconds", Script().max_seconds)
        until = self._read(When, fields, "until", None)
        if until is not None:
            self.known(until, ("until",))
        missing = self._read(tuple[str, ...], fields, "missing", ())
        for number, name in enumerate(missing):
            self._object(name, ("missing", number))
        return Script(
            containers=dict(self._lives(fields.get("containers"))),
            missing=missing,
            actions=tuple(self._actions(fields.get("actions"))),
            until=until,
            max_seconds=seconds,
        )

    def _read(
        self, kind: type[T], fields: dict[str, Node], key: str, usual: Any
    ) -> Any:
        if key not in fields:
            return usual
        found = self.part(kind, fields[key], (key,))
        return usual if found is None else found

    def _lives(self, node: Node | None) -> Iterator[tuple[str, Life]]:
        for name, inner in (node.nodes if isinstance(node, Fields) else {}).items():
            route = ("containers", name)
            container = self._pod.by_name.get(name)
            if container is None:
                self._no_container(name, route)
            life = self.part(Life, inner, route)
            if life is not None:
                yield name, life
            if life is not None and container is not None:
                self._fits(life, container, inner, route)

    def _fits(self, life: Life, container: Container, node: Node, route: Route) -> None:
        """Note hooks and probes in the script that the manifest lacks."""
        hooks = (
            ("post-start", life.post_start, container.post_start),
            ("pre-stop", life.pre_stop, container.pre_stop),
        )
        for field, told, has in hooks:
            if told is not None and has is None:
                said = f"{container.name} has no {field} hook in the manifest"
                self._problem((*route, field), "reference", said)
        probes = node.nodes.get("probes") if isinstance(node, Fields) else None
        for field in probes.nodes if isinstance(probes, Fields) else ():
            if getattr(container, field, None) is None:
                said = f"{container.name} has no {field} probe in the manifest"
                self._problem((*route, "probes", field), "reference", said)

    def _actions(self, node: Node | None) -> Iterator[Action]:
        for number, inner in enumerate(node.nodes if isinstance(node, Items) else []):
            route: Route = ("actions", number)
            action = self.part(Action, inner, route)
            if action is None:
                continue
            for field in NEEDS.get(action.do, ()):
                if getattr(action, field) is None:
                    said = f"{action.do} needs the field {field}"
                    self._problem(route, "missing", said)
            name = action.container
            if name is not None and name not in self._pod.by_name:
                self._no_container(name, (*route, "container"))
            volumes = tuple(volume.name for volume in self._pod.volumes)
            if action.volume is not None and action.volume not in volumes:
                said = f"the pod has no volume {shown(action.volume)}"
                near = self._hints.near(action.volume, volumes)
                self._problem((*route, "volume"), "reference", said + near)
            if action.object is not None:
                self._object(action.object, (*route, "object"))
            if action.when is not None:
                self.known(action.when, (*route, "when"))
            yield action

    def known(self, when: When, route: Route) -> None:
        """Note containers in a condition that the pod has not."""
        for name in when.containers:
            if name not in self._pod.by_name:
                self._no_container(name, route)

    def _object(self, name: str, route: Route) -> None:
        """Note a ConfigMap or Secret that nothing in the pod asks for."""
        known = self._pod.objects
        if name not in known:
            near = self._hints.near(name, known) or _known(known)
            said = f"nothing in the pod asks for {shown(name)}{near}"
            self._problem(route, "reference", said)

    def _no_container(self, name: str, route: Route) -> None:
        near = self._hints.near(name, tuple(self._pod.by_name))
        self._problem(
            route, "reference", f"the pod has no container {shown(name)}{near}"
        )

    def part(self, kind: type[T], node: Node, route: Route) -> T | None:
        """Read a node as a value of a *kind*; None if it is none, which is noted."""
        try:
            value = msgspec.convert(_plain(node), kind, strict=False)
        except msgspec.ValidationError as error:
            more, said = said_of(error, kind, _plain(node), self._hints)
            self._problem((*route, *more), "value", said)
            return None
        if _negative(value):
            self._problem(route, "range", "no number may be below 0")
        return value

    def _problem(self, route: Route, code: str, said: str) -> None:
        route = (*self._base, *route)
        where = "".join(
            f"[{step}]" if isinstance(step, int) else f".{step}" for step in route
        ).lstrip(".")
        place = self._document.place(route)
        self._problems.append(
            Problem(place, code, f"{where}: {said}" if where else said)
        )


def _known(objects: tuple[str, ...]) -> str:
    if not objects:
        return "; it asks for no ConfigMap and no Secret"
    return f"; it asks for {', '.join(objects)}"


def _plain(node: Node) -> Any:
    if isinstance(node, Fields):
        return {key: _plain(inner) for key, inner in node.nodes.items()}
    if isinstance(node, Items):
        return [_plain(inner) for inner in node.nodes]
    return None if node.plain and node.text in ("null", "~", "") else node.text


def _negative(value: object) -> bool:
    if isinstance(value, (int, float)):
        return value < 0
    if isinstance(value, msgspec.Struct):
        return any(_negative(getattr(value, f)) for f in value.__struct_fields__)
    return isinstance(value, tuple) and any(_negative(inner) for inner in value)
