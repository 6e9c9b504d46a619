"""Checks what only newer lessons may write in their what-ifs, and its ranges."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.lesson import Lesson, WhatIf, WhatIfStep
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.reading.references import Fault

NEWER = 2
NEWER_FIELDS = {
    **dict.fromkeys(("title", "say", "notes", "in_reality"), ""),
    **dict.fromkeys(("to", "flow", "focus", "lines"), None),
    "sends": (),
}
"""The fields of a step that need it, and what they are where nothing is written."""


def what_if_faults(lesson: Lesson) -> list[Fault]:
    """Find fields that need a newer format, and ranges without an end or a reason."""
    places = {step.id: number for number, step in enumerate(lesson.steps)}
    faults: list[Fault] = []
    for number, what_if in enumerate(lesson.what_ifs):
        route = ("what-ifs", number)
        if lesson.format < NEWER:
            faults += _too_new(route, what_if)
        for index, part in enumerate(what_if.steps):
            faults += _range((*route, "steps", index), part, places)
    if lesson.format < NEWER and lesson.tracker and lesson.tracker.plain:
        faults.append(_needs_newer(("tracker", "plain"), "plain"))
    return faults


def _too_new(route: Route, what_if: WhatIf) -> Iterator[Fault]:
    for index, hold in enumerate(what_if.holds):
        if hold.since != "start":
            yield _needs_newer((*route, "holds", index, "from"), "from")
    for index, part in enumerate(what_if.steps):
        for name, unwritten in NEWER_FIELDS.items():
            if getattr(part, name) != unwritten:
                field = name.replace("_", "-")
                yield _needs_newer((*route, "steps", index, field), field)


def _needs_newer(route: Route, field: str) -> Fault:
    return Fault(route, "format", f"{field} needs format: {NEWER} here")


def _range(route: Route, part: WhatIfStep, places: dict[str, int]) -> Iterator[Fault]:
    if part.to is None:
        return
    if places.get(part.to, 0) < places.get(part.step, 0):
        message = f"{shown(part.to)} comes before {shown(part.step)}, where it begins"
        yield Fault((*route, "to"), "range", message)
    if not part.caption:
        message = f"say in a caption why nothing happens up to {part.to}"
        yield Fault(route, "missing", message)
