"""How the window's room is shared out: plain numbers, no widgets."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.preferences import PreferenceName, Preferences
from sidecar_viz.core.lesson import Lesson

PANEL, DRAWER = 502, 620  # wide, of the design
WIDE_ENOUGH = 1500  # pixels, of the window and of the design after the text's size
PANEL_AT_MOST, DRAWER_AT_MOST = 0.42, 0.62  # of the width
CAPTION_AT_MOST = 0.3  # of the height
MOST_GROWN = 1.3  # times as wide as designed, for larger text
PARTS: frozenset[PreferenceName] = frozenset(
    {
        *("show_flow", "show_table", "show_tabs", "drawer"),
        *("captions", "real_cluster_notes"),
    }
)
"""The preferences that decide which parts of the window are there."""


class ShownParts(Struct, frozen=True):
    """Which panels are wanted; a *drawer* is wanted where the panel has no place."""

    flow: bool = True
    table: bool = True
    panel: bool = True
    drawer: bool = False
    caption: bool = True
    notes: bool = False

    @classmethod
    def wanted(cls, chosen: Preferences) -> ShownParts:
        """Return what the preferences in PARTS say."""
        return cls(
            chosen.show_flow,
            chosen.show_table,
            chosen.show_tabs,
            chosen.drawer,
            chosen.captions,
            chosen.real_cluster_notes,
        )

    def of(self, lesson: Lesson) -> ShownParts:
        """Without the panels that would be empty in this lesson."""
        every = (lesson.tracker, lesson.samples, lesson.key_moments)
        beside = (*every, lesson.snapshot, lesson.transcript)
        return replace(
            self,
            flow=self.flow and bool(lesson.flow.nodes),
            table=self.table and lesson.table is not None,
            panel=self.panel and any((*beside, lesson.table, lesson.flow.nodes)),
        )

    def behind_tabs(self, *, chain: bool) -> tuple[str, ...]:
        """Return what stands behind tabs beside the lesson's texts, the first first.

        Args:
            chain: the flow lies over the line of steps.
        """
        wanted = (("table", self.table), ("flow", self.flow and not chain))
        return tuple(name for name, there in wanted if there)


class Room(Struct, frozen=True):
    """The room there is; how large things are drawn, and text next to them."""

    width: int
    height: int
    ui: float
    reading: float

    @property
    def drawer(self) -> bool:
        """Whether the side panel has no place of its own, and lies over the stage."""
        return min(self.width, self.width / (self.ui * self.reading)) < WIDE_ENOUGH

    def panel_width(self, kept: Sequence[int], look: Look, inner: int) -> int:
        """Return how wide the panel beside the stage is, of *inner* pixels.

        Args:
            kept: the parts of stage and panel as they were left, in thousandths.
        """
        if len(kept) == 2 and all(kept):
            return round(inner * kept[1] / sum(kept))
        wide = look.px(PANEL) * min(MOST_GROWN, self.reading)
        return round(min(wide, inner * PANEL_AT_MOST))

    def drawer_width(self, look: Look, inner: int) -> int:
        """Return how wide the drawer over the stage is, of *inner* pixels."""
        return round(min(look.roomy(DRAWER), inner * DRAWER_AT_MOST))

    def caption_at_most(self) -> int:
        """Return how high the caption may become."""
        return round(self.height * CAPTION_AT_MOST)
