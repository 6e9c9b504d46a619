"""The words of a lesson about a pod, and how they are written as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from msgspec import Struct

from sidecar_viz.files.making.pod_manifest import Container
from sidecar_viz.files.making.spans import Span

TITLE = 40


class Part(Struct, frozen=True):
    """A container with its id in the lesson, and its hue."""

    id: str
    hue: str
    says: Container


def ends(part: Part) -> bool:
    """Return whether the next container waits until this one has ended."""
    return part.says.init and not part.says.native


def title_of(part: Part) -> str:
    """Return the title of the step in which a container starts."""
    if ends(part):
        return cut(f"{part.says.name} runs to its end", TITLE)
    return cut(f"{part.says.name} starts", TITLE)


def caption_of(part: Part) -> str:
    """Return the caption of the step in which a container starts."""
    name = f"**{part.says.name}**"
    if ends(part):
        return (
            f"The init container {name} runs and ends before anything after it starts."
        )
    if part.says.native:
        return f"The sidecar {name} starts, and stays while the others come and go."
    return f"The container {name} starts and goes on running."


def announcement_of(part: Part) -> str:
    """Return what a screen reader announces when a container starts."""
    if ends(part):
        return f"{part.says.name} has run to its end."
    return f"{part.says.name} is running."


def description_of(part: Part) -> str:
    """Describe what can be seen when a container has started."""
    name = part.says.name
    state = "has run and is completed" if ends(part) else "is running"
    joined = " A line joins it to each volume that it mounts." * bool(part.says.mounts)
    return f"The container {name} {state}.{joined}"


def about(container: Container) -> str:
    """Return a sentence on what a container is for."""
    if container.native:
        return "An init container that restarts always: it stays beside the others."
    if container.init:
        return "An init container: it must end well before the next one starts."
    return "A container of the pod."


def lines_of(span: Span) -> str:
    """Write lines of the manifest as a lesson refers to them."""
    return f"{{ sample: manifest, first: {span.first}, last: {span.last} }}"


def free_id(wanted: str, taken: set[str]) -> str:
    """Make an id from a name that is not *taken* yet."""
    plain = re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-")[:40].strip("-")
    made, number = plain or "part", 2
    while made in taken:
        made = f"{plain or 'part'}-{number}"
        number += 1
    taken.add(made)
    return made


def some_of(every: Sequence[tuple[int, str]], most: int) -> list[tuple[int, str]]:
    """Choose at most *most* of them, evenly spread, always with the last one."""
    if len(every) <= most:
        return list(every)
    picks = {round((n + 1) * len(every) / most) - 1 for n in range(most)}
    return [pair for at, pair in enumerate(every) if at in picks]


def cut(text: str, most: int) -> str:
    """Shorten a text to at most *most* characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def quoted(text: str) -> str:
    """Quote a text so that YAML takes it as it is."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9 ._/-]*[A-Za-z0-9]", text):
        return text
    return json.dumps(text, ensure_ascii=False)
