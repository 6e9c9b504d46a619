"""What stands behind the tabs; each panel's module loads when its tab is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tables.tracker import TrackerPanel
from sidecar_viz.core.belonging import Marks

if TYPE_CHECKING:
    from sidecar_viz.core.course import Course


class TabPanel(Protocol):
    """What the tabs ask of a panel."""

    def widget(self) -> QWidget:
        """The panel as a widget."""

    def show_course(self, course: Course) -> None:
        """Show another course."""

    def show_step(self, step: int) -> None:
        """Show what there is at this step."""

    def mark(self, marks: Marks) -> None:
        """Mark what speaks of the actor that is looked at."""

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""


def _tracker(
    step_wanted: SignalInstance, hovered: SignalInstance, picked: SignalInstance
) -> TabPanel:
    panel = TrackerPanel()
    panel.step_wanted.connect(step_wanted)
    panel.hovered.connect(hovered)
    panel.row_picked.connect(picked)
    return panel


def _sample(*_signals: SignalInstance) -> TabPanel:
    from sidecar_viz.app.tabs.sample_panel import SamplePanel  # noqa: PLC0415 - once opened

    return SamplePanel()


def _moments(step_wanted: SignalInstance, *_others: SignalInstance) -> TabPanel:
    from sidecar_viz.app.tabs.texts_panel import MomentsPanel  # noqa: PLC0415 - once opened

    panel = MomentsPanel()
    panel.step_wanted.connect(step_wanted)
    return panel


def _snapshot(*_signals: SignalInstance) -> TabPanel:
    from sidecar_viz.app.tabs.texts_panel import SnapshotPanel  # noqa: PLC0415 - once opened

    return SnapshotPanel()


def _transcript(*_signals: SignalInstance) -> TabPanel:
    from sidecar_viz.app.tabs.texts_panel import (  # noqa: PLC0415 - once opened
        TranscriptPanel,
    )

    return TranscriptPanel()


MAKERS: dict[str, Callable[..., TabPanel]] = {
    "tracker": _tracker,
    "sample": _sample,
    "moments": _moments,
    "snapshot": _snapshot,
    "transcript": _transcript,
}
