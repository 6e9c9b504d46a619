"""The manifest beside the picture: its text, and the lines of each of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sidecar_viz.core.lesson import Lines
from sidecar_viz.files.making.finding import chosen, pods_in
from sidecar_viz.files.making.objects import at, items_of, text_of
from sidecar_viz.files.making.pod_manifest import alone
from sidecar_viz.files.making.spans import span_of
from sidecar_viz.files.reading.tree import Fields, Node

SAMPLE = "manifest"
LONGEST = 20_000  # characters that a sample of a lesson may have
LISTS = ("initContainers", "containers", "ephemeralContainers")
Part = tuple[str, str]
"""A container or volume, or "" for the pod, and a field of it, or "" for all of it."""


class Listing(Struct, frozen=True):
    """A manifest's text, as far as a lesson has room, and where its parts are."""

    text: str
    parts: dict[Part, Lines]

    def lines_of(self, *wanted: Part) -> tuple[Lines, ...]:
        """Return the lines of those parts that are there."""
        found = (self.parts[part] for part in wanted if part in self.parts)
        return tuple(dict.fromkeys(found))


def read_listing(data: bytes, name: str, wanted: str | None = None) -> Listing:
    """Return the listing of the pod that `read_pod` reads.

    Raises:
        LessonError: the text is not YAML.
        ManifestError: there is no pod in it, or not that one.
    """
    pod = chosen(pods_in(data, name), wanted, name)
    found = alone(pod, name)
    lines = found.text.rstrip("\n").split("\n")
    kept = _fitting(lines)
    parts = {
        part: lit
        for part, node in _nodes(at(found.root, *pod.way))
        if (lit := _lit(part, node, lines)).last <= len(kept)
    }
    return Listing("\n".join(kept), parts)


def _fitting(lines: list[str]) -> list[str]:
    kept: list[str] = []
    size = 0
    for line in lines:
        size += len(line) + 1
        if size > LONGEST:
            break
        kept.append(line)
    return kept


def _lit(part: Part, node: Node, lines: list[str]) -> Lines:
    """Return a part's lines; a field's with the one that its name is on."""
    span = span_of(node, lines)
    first = span.first
    if part[1] and first > 1 and f"{part[1]}:" in lines[first - 2]:
        first -= 1
    return Lines(sample=SAMPLE, first=first, last=span.last)


def _nodes(spec: Node | None) -> Iterator[tuple[Part, Node]]:
    yield from (
        (("", field), node)
        for field, node in (spec.nodes if isinstance(spec, Fields) else {}).items()
        if field not in LISTS
    )
    for field in LISTS:
        for node in items_of(spec, field):
            name = text_of(at(node, "name"))
            yield (name, ""), node
            if isinstance(node, Fields):
                yield from (((name, key), inner) for key, inner in node.nodes.items())
    for node in items_of(spec, "volumes"):
        yield (f"volume {text_of(at(node, 'name'))}", ""), node
