"""Writes a run without an action as a what-if of the lesson."""

from __future__ import annotations

from collections.abc import Sequence

from sidecar_viz.core.lesson import Fail, Hold, NewCell, WhatIf, WhatIfStep
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Action, Verb
from sidecar_viz.pods.lesson.beside import COLUMNS, Page, cells_of, lit_by
from sidecar_viz.pods.lesson.cast import Cast
from sidecar_viz.pods.lesson.other_runs import OtherRun
from sidecar_viz.pods.lesson.picture import Painter, Picture, focus_of
from sidecar_viz.pods.lesson.told import Told
from sidecar_viz.pods.story.naming import shortened
from sidecar_viz.pods.story.remarks import lines_for, notes_of, reality_of
from sidecar_viz.pods.story.sentences import (
    caption_of,
    description_of,
    say_of,
    standing_words,
    title_of,
)

TITLE, WORD, SUMMARY = 60, 16, 420
NOTHING = "Nothing more happens"
NO_TIME = "\u2013"
ASKED: dict[Verb, tuple[str, str]] = {
    "delete": ("nobody deletes the pod?", "Nobody deletes the pod."),
    "set-image": ("{container} keeps its image?", "{container} keeps its image."),
    "volume-unavailable": ("{volume} is not missing?", "{volume} is not missing."),
    "volume-available": ("{volume} never comes?", "{volume} never comes."),
    "object-missing": ("{object} is not missing?", "{object} is not missing."),
    "object-available": ("{object} never comes?", "{object} never comes."),
    "set-condition": ("{type} is not set?", "{type} is not set."),
    "sandbox-lost": ("the sandbox is not lost?", "The sandbox is not lost."),
    "kubelet-restart": ("the kubelet runs on?", "The kubelet runs on."),
    "signal": ("{container} gets no {signal}?", "{container} gets no {signal}."),
    "set-probe": (
        "the {probe} probe of {container} goes on?",
        "The {probe} probe of {container} goes on.",
    ),
    "exit": ("{container} does not end?", "{container} is not made to end."),
    "oom": ("{container} has memory enough?", "{container} has memory enough."),
    "hang": ("{container} does not hang?", "{container} does not hang."),
    "slow-start": (
        "{container} starts as fast as before?",
        "{container} starts as fast as before.",
    ),
    "set-hook": (
        "the {hook} hook of {container} stays?",
        "The {hook} hook of {container} stays.",
    ),
    "evict": ("nobody evicts the pod?", "Nobody evicts the pod."),
}
"""What is asked of a run without an action, and why its step does not happen."""
FAILS_ON = (
    "the {probe} probe of {container} fails on?",
    "The {probe} probe of {container} goes on failing.",
)
"""The same of a probe that is not mended."""


def what_if(told: Told, cast: Cast, pages: Sequence[Page], other: OtherRun) -> WhatIf:
    """Return the what-if: from where it differs, each step tells the other run's.

    What the other run has no moment for stands still.
    """
    title, why = _words(other.action) if other.action else _plain_words(told.pod)
    painter = Painter(cast, other.beats)
    pictures = [painter.picture(beat) for beat in other.beats]
    told_steps = [
        _step(told, cast, Page(page.id, other.beats[number]), pictures[number])
        for number, page in enumerate(pages[: len(other.beats)])
        if number >= other.begins
    ]
    rest = pages[max(other.begins, len(other.beats)) :]
    return WhatIf(
        id=f"without-{other.number}" if other.action else "plain",
        title=shortened(f"What if {title}", TITLE),
        summary=_summary(why, other),
        holds=() if other.action else _open_gates(cast),
        fails=tuple(Fail(step=page.id, why=why) for page in pages[other.begins :]),
        steps=(*told_steps, *([_still(rest, other)] if rest else [])),
    )


def _words(action: Action) -> tuple[str, str]:
    names = {
        field: shortened(str(getattr(action, field)), WORD)
        for field in (
            "container",
            "volume",
            "object",
            "type",
            "signal",
            "probe",
            "hook",
        )
    }
    title, why = ASKED[action.do]
    if action.do == "set-probe" and action.result != "fail":
        title, why = FAILS_ON
    return title.format(**names), why.format(**names)


def _plain_words(pod: Pod) -> tuple[str, str]:
    names = [c.name for c in pod.inits if c.kind == "sidecar"]
    if len(names) > 1:
        return "the sidecars are plain containers?", "The sidecars are plain."
    name = shortened(names[0], WORD)
    return f"{name} is a plain container?", f"{name} is a plain container."


def _open_gates(cast: Cast) -> tuple[Hold, ...]:
    """Return that nobody waits for who is no sidecar there."""
    return tuple(
        Hold(link=link.id, state="off", tone="idle")
        for link in cast.links
        if link.id in cast.gates.values()
    )


def _summary(why: str, other: OtherRun) -> str:
    said = f"{why} In the end: {standing_words(other.beats[-1].after)}"
    return shortened(said, SUMMARY)


def _step(told: Told, cast: Cast, page: Page, picture: Picture) -> WhatIfStep:
    beat = page.beat
    shown = page.columns
    return WhatIfStep(
        step=page.id,
        title=title_of(beat),
        caption=caption_of(beat),
        say=say_of(beat),
        describe=description_of(beat, shown.ready, shown.status),
        notes=notes_of(beat),
        in_reality=reality_of(told.pod, beat),
        flow=lit_by(told.pod, cast, beat),
        focus=focus_of(cast, beat, picture),
        lines=told.listing.lines_of(*lines_for(beat)),
        cells=_cells(cells_of(page)),
        actors=picture.actors,
        links=picture.links,
        sends=picture.sends,
    )


def _still(pages: Sequence[Page], other: OtherRun) -> WhatIfStep:
    """Return what is told of steps for which nothing happens any more."""
    last = Page(pages[0].id, other.beats[-1])
    ready, status, restarts = cells_of(last)[2:]
    shown = last.columns
    return WhatIfStep(
        step=pages[0].id,
        to=pages[-1].id if len(pages) > 1 else None,
        caption=f"{NOTHING}: the pod stays as it is.",
        say=f"{NOTHING}.",
        describe=description_of(last.beat, shown.ready, shown.status),
        flow=(),
        focus=(),
        lines=(),
        cells=_cells((NO_TIME, NOTHING, ready, status, restarts)),
    )


def _cells(texts: tuple[str, ...]) -> tuple[NewCell, ...]:
    return tuple(
        NewCell(column=column.id, text=text)
        for column, text in zip(COLUMNS, texts, strict=True)
    )
