"""Writes a lesson about a pod: its actors, its mounts and its first steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sidecar_viz.files.making.pod_manifest import PodManifest
from sidecar_viz.files.making.pod_words import (
    Part,
    about,
    announcement_of,
    caption_of,
    cut,
    description_of,
    ends,
    free_id,
    lines_of,
    quoted,
    some_of,
    title_of,
)
from sidecar_viz.files.making.starter import StarterError, schema_line

MOST_CONTAINERS, MOST_VOLUMES, MOST_TEXT, MOST_COLUMNS = 12, 8, 20_000, 7
NAME, SHORT, LABEL, FACT, TRACKER = 24, 12, 28, 30, 26
HUES = ("blue", "amber", "violet", "teal", "rose", "slate")


def from_pod(pod: PodManifest, name: str) -> str:
    """Write a lesson called *name* about a *pod*; return the text of its file.

    Raises:
        StarterError: the pod is too large for one picture.
    """
    if len(pod.containers) > MOST_CONTAINERS or len(pod.volumes) > MOST_VOLUMES:
        raise StarterError(
            f"{pod.name} has {len(pod.containers)} containers and {len(pod.volumes)} "
            f"volumes; at most {MOST_CONTAINERS} and {MOST_VOLUMES} are drawn"
        )
    if len(pod.text) > MOST_TEXT:
        raise StarterError(f"the manifest of {pod.name} is longer than {MOST_TEXT}")
    return schema_line() + "\n".join(_Lesson(pod, name).lines()) + "\n"


class _Lesson:
    """Writes one lesson, part by part."""

    def __init__(self, pod: PodManifest, name: str) -> None:
        self.pod, self.name = pod, name
        taken: set[str] = {"pod"}
        self.parts = [
            Part(free_id(each.name, taken), HUES[n % len(HUES)], each)
            for n, each in enumerate(pod.containers)
        ]
        self.volumes = [(free_id(each.name, taken), each) for each in pod.volumes]
        self.ids = {each.name: key for key, each in self.volumes}

    def lines(self) -> Iterator[str]:
        """Write the whole file."""
        yield from self._head()
        yield from self._actors()
        yield from self._links()
        yield from self._flow()
        yield from self._sample()
        yield from self._table()
        yield from self._steps()
        yield from self._tracker()

    def _head(self) -> Iterator[str]:
        title = cut(f"How {self.pod.name} starts", 60)
        yield "# Drawn from a manifest. Go on from here: captions in your own words,"
        yield "# what the containers do with each other, key moments, a quiz."
        if self.pod.left_out:
            yield "# Left out of the picture:"
        for one in self.pod.left_out:
            yield f"# - {' '.join(one.split())}"
        yield "format: 2"
        yield f"id: {self.name}"
        yield f"title: {quoted(title)}"
        yield "subject: Kubernetes"
        yield f"minutes: {max(3, 2 * len(self.parts) + 1)}"
        yield ""
        yield "states:"
        for word, tone in (
            ("Not started", "idle"),
            ("Pending", "starting"),
            ("Waiting", "idle"),
            ("Not ready", "idle"),
            ("Ready", "active"),
            ("Running", "active"),
            ("Completed", "done"),
        ):
            yield f"  - {{ word: {word}, tone: {tone} }}"

    def _actors(self) -> Iterator[str]:
        yield from ("", "actors:", "  - id: pod", "    name: Pod", "    kind: pod")
        yield f"    label: {quoted(cut(self.pod.name, LABEL))}"
        yield "    state: Not started"
        yield "    about: Everything inside it lives and ends with it."
        columns = max(2, min(4, len(self.parts)))
        for number, part in enumerate(self.parts):
            says = part.says
            yield f"  - id: {part.id}"
            yield f"    name: {quoted(cut(says.name, NAME))}"
            yield f"    short: {quoted(cut(says.name, SHORT))}"
            yield "    kind: container"
            yield "    parent: pod"
            yield f"    hue: {part.hue}"
            yield "    state: Waiting"
            row, column = divmod(number, columns)
            yield f"    spot: {{ row: {row + 1}, column: {column + 1} }}"
            if says.image:
                image = quoted(cut(says.image, FACT))
                yield f"    facts: [{{ label: image, text: {image} }}]"
            yield f"    lines: [{lines_of(says.span)}]"
            yield f"    about: {quoted(about(says))}"
        rows = -(-len(self.parts) // columns)
        spots = self._volume_spots(columns)
        for (key, volume), (row, column) in zip(self.volumes, spots, strict=True):
            yield f"  - id: {key}"
            yield f"    name: {quoted(cut(volume.name, NAME))}"
            yield "    kind: volume"
            yield "    parent: pod"
            yield "    state: Not ready"
            yield f"    spot: {{ row: {rows + row + 1}, column: {column + 1} }}"
            yield f"    lines: [{lines_of(volume.span)}]"
            yield f"    about: {quoted(f'A volume of the kind {volume.kind}.')}"

    def _volume_spots(self, columns: int) -> list[tuple[int, int]]:
        """Place each volume (row, column) below a container that mounts it, if free."""
        spots: list[tuple[int, int]] = []
        for key, _ in self.volumes:
            under = [
                number % columns
                for number, part in enumerate(self.parts)
                if any(self.ids.get(mount.volume) == key for mount in part.says.mounts)
            ]
            rest = [column for column in range(columns) if column not in under]
            wanted = (
                (row, column)
                for row in range(MOST_VOLUMES)
                for column in (*under, *rest)
            )
            spots.append(next(spot for spot in wanted if spot not in spots))
        return spots

    def _links(self) -> Iterator[str]:
        mounts = list(self._mounts())
        if mounts:
            yield from ("", "links:")
        for key, part, volume, path in mounts:
            yield f"  - id: {key}"
            yield f"    from: {part.id}"
            yield f"    to: {volume}"
            yield "    kind: mount"
            yield "    words: { off: Not mounted, on: Mounted }"
            yield f"    label: {quoted(cut(path, LABEL))}"

    def _mounts(self) -> Iterator[tuple[str, Part, str, str]]:
        """Yield each link's id, container, volume and path; one link for each pair."""
        seen: set[tuple[str, str]] = set()
        for number, part in enumerate(self.parts):
            for mount in part.says.mounts:
                volume = self.ids.get(mount.volume)
                if volume is not None and (part.id, volume) not in seen:
                    seen.add((part.id, volume))
                    yield f"mount-{number + 1}-{len(seen)}", part, volume, mount.path

    def _flow(self) -> Iterator[str]:
        boxes = [
            ("pod-starts", "Pod starts"),
            *((p.id, title_of(p)) for p in self.parts),
        ]
        yield from ("", "flow:", "  nodes:")
        for key, label in boxes:
            yield f"    - {{ id: box-{key}, label: {quoted(label)} }}"
        yield "  edges:"
        for (one, _), (other, _) in pairwise(boxes):
            yield f"    - {{ from: box-{one}, to: box-{other} }}"

    def _sample(self) -> Iterator[str]:
        yield from ("", "samples:", "  - id: manifest", "    title: Manifest")
        yield "    language: yaml"
        yield "    text: |2"
        for line in self.pod.text.rstrip("\n").split("\n"):
            yield f"      {line}".rstrip()

    def _table(self) -> Iterator[str]:
        yield from ("", "table:", "  columns:")
        for key, label in (
            ("step", "Step"),
            ("action", "Action"),
            ("running", "Containers running"),
            ("pod-state", "Pod"),
        ):
            yield f"    - {{ id: {key}, label: {label} }}"
        yield "  rows:"
        first = '["1", Pod starts, "0", Pending]'
        yield f"    - {{ id: row-1, step: pod-starts, cells: {first} }}"
        running = 0
        up = False
        for number, part in enumerate(self.parts, start=2):
            running += not ends(part)
            up = up or not part.says.init
            cells = (str(number), title_of(part), str(running))
            text = ", ".join(quoted(cell) for cell in cells)
            pod = "Running" if up else "Pending"
            yield (
                f"    - {{ id: row-{number}, step: start-{part.id}, "
                f"cells: [{text}, {pod}] }}"
            )

    def _steps(self) -> Iterator[str]:
        yield from ("", "start:", "  title: Start", "  caption: Nothing runs yet.")
        yield "  say: Nothing runs yet."
        yield "  describe: An empty pod with faint containers, none of them started."
        yield from ("", "steps:", "  - id: pod-starts", "    title: Pod starts")
        ready = "; its volumes are made ready first" if self.volumes else ""
        yield f"    caption: The **pod** is opened{ready}. No container runs yet."
        yield "    say: The pod is pending. No container runs yet."
        yield "    describe: The pod's frame is drawn; its containers wait."
        yield "    notes: Ask which container will be started first, and why."
        yield "    flow: [box-pod-starts]"
        yield "    focus: [pod]"
        yield "    actors:"
        yield "      - { id: pod, state: Pending }"
        for key, _ in self.volumes:
            yield f"      - {{ id: {key}, state: Ready }}"
        up = False
        for part in self.parts:
            yield from self._step(part, first=not up and not part.says.init)
            up = up or not part.says.init

    def _step(self, part: Part, *, first: bool) -> Iterator[str]:
        name = part.says.name
        yield from ("", f"  - id: start-{part.id}")
        yield f"    title: {quoted(title_of(part))}"
        yield f"    caption: {quoted(cut(caption_of(part), 180))}"
        yield f"    say: {quoted(cut(announcement_of(part), 120))}"
        yield f"    describe: {quoted(description_of(part))}"
        yield f"    notes: {quoted(f'Ask what {name} needs, and who needs {name}.')}"
        yield f"    flow: [box-{part.id}]"
        yield f"    focus: [{part.id}]"
        yield f"    lines: [{lines_of(part.says.span)}]"
        yield "    actors:"
        yield f"      - {{ id: {part.id}, state: Running }}"
        if ends(part):
            yield f"      - {{ id: {part.id}, state: Completed, moment: 2 }}"
        if first:
            yield "      - { id: pod, state: Running, moment: 2 }"
        links = [key for key, one, _, _ in self._mounts() if one is part]
        if links:
            yield "    links:"
            for key in links:
                yield f'      - {{ id: {key}, state: "on" }}'

    def _tracker(self) -> Iterator[str]:
        steps = ["pod-starts", *(f"start-{part.id}" for part in self.parts)]
        shown = some_of(list(enumerate(steps, start=1)), MOST_COLUMNS)
        yield from ("", "tracker:", "  heading: Part", "  columns:")
        yield "    - { id: before, label: Start, after: start }"
        for number, step in shown:
            yield (
                f"    - {{ id: after-{number}, label: After {number}, after: {step} }}"
            )
        yield "  rows:"
        yield "    - { id: t-pod, label: Pod, actor: pod }"
        for key, label in (
            *((part.id, part.says.name) for part in self.parts),
            *((key, volume.name) for key, volume in self.volumes),
        ):
            text = quoted(cut(label, TRACKER))
            yield f"    - {{ id: t-{key}, label: {text}, actor: {key} }}"
