"""Writes the texts of a step: title, caption, announcement, description, table cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sidecar_viz.pods.story.beat import Beat, Group
from sidecar_viz.pods.story.causes import cause_of_all
from sidecar_viz.pods.story.changes import ChangeKind
from sidecar_viz.pods.story.clauses import clause
from sidecar_viz.pods.story.naming import (
    bold,
    capital,
    listed,
    plain,
    shortened,
    span_words,
)
from sidecar_viz.pods.story.standing import Standings, pod_word

TITLE, CAPTION, SAY_WORDS, DESCRIBE, CELL = 40, 180, 25, 700, 42
IN_TITLE = 16  # characters of a name in a title
JOINED = re.compile(r": |, so | and (?!\*\*|[0-9])")
"""What is in a sentence that already joins two clauses."""
TOGETHER: tuple[ChangeKind, ...] = ("bound", "mounted", "network")
FOREMOST: tuple[ChangeKind, ...] = (
    *("did", "deadline", "never-ran", "lost", "mount-fails", "sigkill", "ends"),
    *("sigterm", "hook-fails", "starts", "unready", "started", "ready", "waits"),
    *("pod-ready", "pod-unready", "told-to-stop", "hook", "hook-over"),
    *("bound", "network", "mounted", "pulling", "phase", "cleared", "gone"),
)
"""Which kind of change a step is called after, the first that is in it."""


def main_of(beat: Beat) -> Group:
    """Return the group of changes that a step is called after."""
    found = [g for kind in FOREMOST for g in beat.groups if g.kind == kind]
    return (*found, *beat.groups)[0]


def title_of(beat: Beat) -> str:
    """Return a step's title, at most TITLE characters."""
    if beat.moment.again:
        return f"The same again, {_times(beat.moment.again)}"
    said = clause(beat, main_of(beat), _in_title)
    return shortened(plain(capital(said)), TITLE)


def caption_of(beat: Beat) -> str:
    """Return a step's caption: when, what, and why; at most CAPTION characters."""
    when = f"At {span_words(beat.moment.first, beat.moment.last)}, "
    if beat.moment.again:
        when = f"From {span_words(beat.moment.first, beat.moment.last)} "
        return f"{when}it goes on like this: {_counted(beat)}"
    full = list(_sentences(beat, causes=True))
    short = list(_sentences(beat, causes=False))
    fewer = (short[:count] for count in range(len(short) - 1, 0, -1))
    for said in (full, short, *fewer):
        text = when + " ".join([said[0], *(capital(one) for one in said[1:])])
        if len(text) <= CAPTION:
            return text
    return shortened(when + short[0], CAPTION)


def _counted(beat: Beat) -> str:
    """Say how far a loop has come."""
    names = dict.fromkeys(c.name for c in beat.moment.changes if c.kind == "starts")
    told = [
        f"{bold(n)} is restarted {_times(beat.after[n].restarts)}" for n in names if n
    ]
    if told:
        return f"{listed(told)} by then."
    return "the waits grow, up to 300 s."


def _sentences(beat: Beat, *, causes: bool) -> Iterator[str]:
    """Yield sentences; what follows from what is before it goes on with "so"."""
    said, before = "", Group("shown", ())
    names = set[str]()
    for number, group in enumerate(beat.groups):
        cause = cause_of_all(beat, group)
        words = clause(beat, group)
        same = bool(group.names) and before.names == group.names
        if not said:
            said = words
        elif group.kind in TOGETHER and ": " not in said:
            last = all(g.kind not in TOGETHER for g in beat.groups[number + 1 :])
            said += f" and {words}" if last else f", {words}"
        elif cause.of in before.names and not JOINED.search(said):
            said += f", so {_pronoun(words, 'it') if same else words}"
        elif same and not JOINED.search(said):
            said += f" and {_pronoun(words, '')}"
        else:
            yield f"{said}."
            said = _pronoun(words, "it" if len(group.names) == 1 else "they", same=same)
            said = f"now {said}" if cause.of in names else said
        if causes and cause.why and (cause.rule or cause.of not in names):
            said += f": {cause.why}"
        names.update(group.names)
        before = group
    if said:
        yield f"{said}."


def _pronoun(words: str, other: str, *, same: bool = True) -> str:
    """Put *other* in the place of the name that a clause begins with."""
    if not same or not words.startswith("**") or "** and **" in words:
        return words
    rest = words[words.index("** ") + 3 :]
    return f"{other} {rest}" if other else rest


def say_of(beat: Beat) -> str:
    """Return what is announced: at most SAY_WORDS words."""
    said = f"{span_words(beat.moment.first, beat.moment.last)}:"
    if beat.moment.again:
        return f"{said} {plain(caption_of(beat).partition(': ')[2])}"
    for group in beat.groups:
        more = f"{said} {plain(capital(clause(beat, group)))}."
        if len(more.split()) > SAY_WORDS:
            break
        said = more
    return said if not said.endswith(":") else f"{said} {title_of(beat)}."


def cell_of(beat: Beat) -> str:
    """Return what happened as it stands in the table, at most CELL characters.

    It begins with what the step is called after, if there is no room for all.
    """
    if beat.moment.again:
        return f"The same again, {_times(beat.moment.again)}"
    every = [clause(beat, group, _in_title) for group in beat.groups]
    said = ", ".join(every)
    if len(plain(said)) > CELL:
        place = beat.groups.index(main_of(beat))
        said = every[place]
        for words in every[place + 1 :]:
            if len(plain(f"{said}, {words}")) > CELL:
                break
            said += f", {words}"
    return shortened(plain(capital(said)), CELL)


def _in_title(name: str) -> str:
    return f"**{shortened(name, IN_TITLE)}**"


def description_of(beat: Beat, ready: str, status: str) -> str:
    """Describe the picture after a step: the pod, then the containers by state."""
    pod = f"The pod says {pod_word(status)}, with {ready} containers ready."
    return shortened(f"{pod} {standing_words(beat.after)}", DESCRIBE)


def standing_words(standings: Standings) -> str:
    """List the containers by their states: "Running: proxy and web. Waiting: job."."""
    by_word: dict[str, list[str]] = {}
    for name, one in standings.items():
        by_word.setdefault(one.word, []).append(shortened(name, 30))
    return " ".join(f"{word}: {_all_of(names)}." for word, names in by_word.items())


def _all_of(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
