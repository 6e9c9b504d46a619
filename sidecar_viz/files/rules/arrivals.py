"""Rules about what travels in what-ifs: it has a way, and who waits for it waits."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.course.fold import NO_WAY
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import ActorChange
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.rules.rule import Checked, Remark


def change_has_arrived(case: Checked) -> Iterator[Remark]:
    """Report actors that change although what is sent to them does not arrive."""
    reported: set[tuple[int, int]] = set()
    for course in case.what_ifs:
        named = course.what_if.id if course.what_if else ""
        for before, usual, outcome in zip(
            course.usual, course.usual[1:], course.outcomes[1:], strict=False
        ):
            for index, change in _without_arrival(before, usual, outcome):
                place = (outcome.index - 1, index)
                if place not in reported:
                    reported.add(place)
                    yield Remark(
                        ("steps", place[0], "actors", index),
                        f"{change.id} becomes {shown(change.state or '')}, although "
                        f"what is sent to it does not arrive in what-if {named}; "
                        "give the change the needs of what is sent",
                    )


def lost_in_what_ifs(case: Checked) -> Iterator[Remark]:
    """Report what only a what-if sends, and what has no open way there."""
    for number, course in enumerate(case.what_ifs):
        for outcome in course.outcomes[1:]:
            if outcome.own is None or outcome.step is None or not outcome.own.sends:
                continue
            written = [
                (("what-ifs", number, "steps", place, "sends", index), send)
                for place, part in enumerate(case.lesson.what_ifs[number].steps)
                for index, send in enumerate(part.sends)
                if part.step == outcome.step.id
            ]
            first = len(outcome.step.sends) - len(written)
            for unmet in outcome.unmet:
                if unmet.why == NO_WAY and unmet.index >= first:
                    route, send = written[unmet.index - first]
                    ends = f"from {send.source} to {send.target}"
                    message = "at that moment of this what-if; open one in its links"
                    yield Remark(route, f"no open link leads {ends} {message}")


def _without_arrival(
    before: Outcome, usual: Outcome, outcome: Outcome
) -> Iterator[tuple[int, ActorChange]]:
    """Yield the changes of a step that happen without what usually arrives first."""
    if outcome.step is None or usual.step is None or outcome.blocked is not None:
        return
    arrived = {send.target for send in outcome.sends}
    first: dict[str, int] = {}
    for send in usual.sends:
        if send.target not in arrived:
            moment = first.get(send.target, send.moment)
            first[send.target] = min(moment, send.moment)
    unmet = {part.index for part in outcome.unmet if part.where == "actors"}
    own = {change.id for change in outcome.own.actors} if outcome.own else set()
    for index, change in enumerate(usual.step.actors):
        one, word = change.id, change.state
        late = one in first and change.moment >= first[one]
        turns = word not in {None, before.actors[one].word}
        stays = one in own or index in unmet or outcome.actors[one].held
        if late and turns and not stays:
            yield index, change
