"""Rules about named values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sidecar_viz.core.course.changing import AMOUNT, WHOLE
from sidecar_viz.core.lesson import Step, ValueText
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.rules.rule import Checked, Remark

Set = tuple[Route, str, Mapping[str, ValueText]]
"""Where values are set, whose they are, and to what."""


def amount_is_added_to_a_number(case: Checked) -> Iterator[Remark]:
    """Report what is added to a value that is no number before its step."""
    for number, step in enumerate(case.lesson.steps):
        values = case.course.outcomes[number].actors
        for route, actor, wanted in _set(("steps", number), step):
            before = dict(values[actor].values)
            for name, text in wanted.items():
                amount = AMOUNT.match(str(text))
                if amount and not WHOLE.match(before[name]):
                    is_now = shown(before[name]) if before[name] else "nothing yet"
                    message = f"{actor}'s {name} is {is_now} here, so {text} cannot be"
                    yield Remark(route, f"{message} added; write {name}: ={text}")


def _set(route: Route, part: Step) -> Iterator[Set]:
    for index, change in enumerate(part.actors):
        yield (*route, "actors", index, "values"), change.id, change.values
    for index, send in enumerate(part.sends):
        at = (*route, "sends", index)
        if send.sender is not None:
            yield (*at, "sender", "values"), send.source, send.sender.values
        if send.receiver is not None:
            yield (*at, "receiver", "values"), send.target, send.receiver.values
