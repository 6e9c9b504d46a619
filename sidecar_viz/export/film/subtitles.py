"""The captions of a film as WebVTT, for a file beside it."""

from __future__ import annotations

import re

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.export.film.schedule import Schedule
from sidecar_viz.export.film.words import words_of

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def subtitles(timeline: Timeline, schedule: Schedule) -> str:
    """Write each step's words as a cue from the step's first frame to its last."""
    cues = ["WEBVTT\n"]
    for chapter in schedule.chapters:
        words = words_of(timeline, chapter.number)
        begin = _time(chapter.first, schedule.rate)
        end = _time(chapter.end, schedule.rate)
        said = [f"<b>{_escaped(words.heading)}</b>"]
        if words.text:
            text = _escaped(words.text).replace("`", "")
            said.append(" ".join(BOLD.sub(r"<b>\1</b>", text).split()))
        lines = "\n".join(said)
        cues.append(f"{begin} --> {end}\n{lines}\n")
    return "\n".join(cues)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(frame: int, rate: int) -> str:
    """Return when a frame begins, as hours, minutes, seconds and milliseconds."""
    whole = round(1000 * frame / rate)
    seconds, thousandth = divmod(whole, 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}.{thousandth:03}"
