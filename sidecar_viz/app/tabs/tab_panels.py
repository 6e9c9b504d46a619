"""What stands behind the tabs; each panel's module loads when its tab is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf
from sidecar_viz.core.beside.belonging import Marks
from sidecar_viz.core.beside.filling import Filled
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Panel


def tab_of(panel: Panel | None) -> str:
    """Return the name of the tab for a lesson's *panel*; "" for none."""
    return "moments" if panel == "key-moments" else panel or ""


class TabPanel(Protocol):
    """What the tabs ask of every panel."""

    def widget(self) -> QWidget:
        """Give the panel as a widget."""

    def show_course(self, course: Course) -> None:
        """Show another course."""

    def set_look(self, look: Look) -> None:
        """Style the panel with a look's colours and sizes."""


class RowsPanel(TabPanel, Protocol):
    """A table: its rows come closer to each other, and may tell too much."""

    def wanted_height(self) -> int:
        """Return how high it must be for all of it to be seen (pixels)."""

    def set_dense(self, dense: float) -> None:
        """Leave this part of the usual room between the rows: up to 1."""

    def set_brief(self, *, brief: bool) -> bool:
        """Leave out the words that a what-if strikes, or write them.

        Returns:
            whether it can be so: without such words nothing can be left out.
        """

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide what is to be predicted, or not."""


class Tab(Struct, frozen=True):
    """A panel, and what it does besides; None where there is nothing to be done.

    *show_step* shows what there is at a step, *mark* marks what speaks of the actor
    that is looked at, *show_moment* shows a step in one of its moments, *show_filled*
    how far its cells have filled; *rows* is the panel again, if it is a table.
    """

    panel: TabPanel
    show_step: Callable[[int], None] | None = None
    mark: Callable[[Marks], None] | None = None
    show_moment: Callable[[int, int], None] | None = None
    show_filled: Callable[[Filled | None], None] | None = None
    rows: RowsPanel | None = None


class Ears(NamedTuple):
    """The signals of the tabs that a panel's are passed on to."""

    step_wanted: SignalOf[int]
    hovered: SignalOf[str]
    picked: SignalOf[str]
    cell: SignalOf[int, int]


def _table(ears: Ears) -> Tab:
    from sidecar_viz.app.tables.process_table import TablePanel  # noqa: PLC0415 - after the first frame

    panel = TablePanel()
    panel.step_wanted.connect(ears.step_wanted)
    panel.hovered.connect(ears.cell)
    return Tab(
        panel,
        panel.show_step,
        panel.mark,
        show_filled=panel.show_filled,
        rows=panel,
    )


def _tracker(ears: Ears) -> Tab:
    from sidecar_viz.app.tables.tracker import TrackerPanel  # noqa: PLC0415 - once opened

    panel = TrackerPanel()
    panel.step_wanted.connect(ears.step_wanted)
    panel.hovered.connect(ears.hovered)
    panel.row_picked.connect(ears.picked)
    return Tab(
        panel,
        panel.show_step,
        panel.mark,
        show_filled=panel.show_filled,
        rows=panel,
    )


def _sample(_ears: Ears) -> Tab:
    from sidecar_viz.app.tabs.sample_panel import SamplePanel  # noqa: PLC0415 - once opened

    panel = SamplePanel()
    return Tab(panel, panel.show_step, panel.mark, panel.show_step)


def _moments(ears: Ears) -> Tab:
    from sidecar_viz.app.tabs.texts_panel import MOMENTS, Reading  # noqa: PLC0415 - once opened

    panel = Reading(MOMENTS)
    panel.step_wanted.connect(ears.step_wanted)
    return Tab(panel, panel.show_step)


def _snapshot(_ears: Ears) -> Tab:
    from sidecar_viz.app.tabs.texts_panel import SNAPSHOT, Reading  # noqa: PLC0415 - once opened

    return Tab(Reading(SNAPSHOT))


def _transcript(_ears: Ears) -> Tab:
    from sidecar_viz.app.tabs.texts_panel import (  # noqa: PLC0415 - once opened
        TRANSCRIPT,
        Reading,
    )

    return Tab(Reading(TRANSCRIPT))


MAKERS: dict[str, Callable[[Ears], Tab]] = {
    "table": _table,
    "tracker": _tracker,
    "sample": _sample,
    "moments": _moments,
    "snapshot": _snapshot,
    "transcript": _transcript,
}
