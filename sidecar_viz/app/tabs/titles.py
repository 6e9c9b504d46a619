"""Which tabs a lesson needs, and what is written on them."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from sidecar_viz.core.lesson import Headings, Lesson


class TabTitle(NamedTuple):
    """A tab: its name, what is written on it, and what the lesson calls it."""

    name: str
    title: str
    heading: str


def titles_of(
    lesson: Lesson | None, guests: Container[str], *, table: bool
) -> list[TabTitle]:
    """List the tabs that are needed; their titles are short: all are to be seen.

    Args:
        guests: the names of the panels that were taken in.
        table: whether the process table is wanted.
    """
    if lesson is None:
        return []
    heads = lesson.headings
    sample = heads.sample if heads.sample == Headings().sample else tr("Files")
    every = (
        ("table", tr("Table"), heads.table, table),
        ("flow", tr("Flow"), heads.flow, "flow" in guests),
        ("tracker", tr("Tracker"), heads.tracker, lesson.tracker is not None),
        ("sample", sample, heads.sample, bool(lesson.samples)),
        ("moments", tr("Key moments"), heads.key_moments, bool(lesson.key_moments)),
        ("snapshot", tr("Snapshot"), heads.snapshot, bool(lesson.snapshot)),
        ("transcript", tr("Transcript"), heads.transcript, bool(lesson.transcript)),
    )
    return [TabTitle(name, title, head) for name, title, head, there in every if there]


def tr(text: str) -> str:
    """Translate a user-facing text."""
    return QCoreApplication.translate("SideTabs", text)
