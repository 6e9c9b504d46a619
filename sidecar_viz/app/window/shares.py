"""How the window's room is shared out: plain numbers, no widgets."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.preferences import PreferenceName, Preferences
from sidecar_viz.core.lesson import Lesson

FLOW, BRANCHING, RIGHT, FOOTER = 216, 292, 680, 132
WIDE_ENOUGH_FOR_FLOW = 1600  # in the design's pixels, after the text's size
HIGH_ENOUGH_FOR_TABLE = 790
SMALL_TEXT = 14.0  # the right column must hold text of this size
RIGHT_AT_MOST, RIGHT_AT_LEAST = 0.48, 0.30  # of the width
FOOTER_AT_MOST = 0.36  # of the height
LEAST_STAGE = 360
PARTS: frozenset[PreferenceName] = frozenset(
    {"show_flow", "show_table", "show_tabs", "captions", "real_cluster_notes"}
)
"""The preferences that decide which parts of the window are there."""


class ShownParts(Struct, frozen=True):
    """Which panels are wanted; a flow that is *branching* is a wider one."""

    flow: bool = True
    table: bool = True
    tabs: bool = True
    caption: bool = True
    notes: bool = False
    branching: bool = False

    @classmethod
    def wanted(cls, chosen: Preferences) -> ShownParts:
        """Return what the preferences in PARTS say."""
        return cls(
            chosen.show_flow,
            chosen.show_table,
            chosen.show_tabs,
            chosen.captions,
            chosen.real_cluster_notes,
        )

    def of(self, lesson: Lesson) -> ShownParts:
        """Without the panels that would be empty in this lesson."""
        every = (lesson.tracker, lesson.samples, lesson.key_moments)
        beside = (*every, lesson.snapshot, lesson.transcript)
        sources = [edge.source for edge in lesson.flow.edges]
        return replace(
            self,
            flow=self.flow and bool(lesson.flow.nodes),
            table=self.table and lesson.table is not None,
            tabs=self.tabs and any(beside),
            branching=len(set(sources)) < len(sources),
        )


class Room(Struct, frozen=True):
    """The room there is; how large things are drawn, and text next to them."""

    width: int
    height: int
    ui: float
    reading: float

    @property
    def flow_as_tab(self) -> bool:
        """Whether there is no room for the flow beside the stage."""
        return self.width / (self.ui * self.reading) < WIDE_ENOUGH_FOR_FLOW

    @property
    def table_as_tab(self) -> bool:
        """Whether there is no room for the table above the tabs."""
        return self.height / (self.ui * self.reading) < HIGH_ENOUGH_FOR_TABLE

    def guests(self, shown: ShownParts) -> tuple[str, ...]:
        """Return the panels that must stand behind tabs."""
        wanted = (
            ("table", shown.table and self.table_as_tab),
            ("flow", shown.flow and self.flow_as_tab),
        )
        return tuple(name for name, behind in wanted if behind)


def column_widths(
    room: Room, shown: ShownParts, kept: Sequence[int], look: Look, inner: int
) -> list[int]:
    """Widths for flow, stage and the right column, together *inner*."""
    guests = room.guests(shown)
    wide = BRANCHING if shown.branching else FLOW
    flow = 0 if not shown.flow or "flow" in guests else look.roomy(wide)
    small = look.text_px(SMALL_TEXT) / (SMALL_TEXT * look.ui)
    right = look.px(RIGHT) * min(1.3, small)
    right = min(room.width * RIGHT_AT_MOST, max(room.width * RIGHT_AT_LEAST, right))
    if len(kept) == 3 and sum(kept) > 0:
        flow = round(inner * kept[0] / 1000) if flow and kept[0] else flow
        right = inner * kept[2] / 1000 if kept[2] else right
    if not (shown.table or shown.tabs or guests):
        right = 0
    stage = max(look.px(LEAST_STAGE), inner - flow - round(right))
    return [flow, stage, round(right)]


def footer_height(room: Room, shown: ShownParts, look: Look) -> int:
    """Return how high caption and controller are: the same at every step."""
    wish = look.px(FOOTER) * (1 + 0.75 * (room.reading - 1))
    if shown.notes and shown.caption:
        wish += look.roomy(58)
    return round(min(room.height * FOOTER_AT_MOST, wish))


def row_heights(high: int, wishes: tuple[int, int], kept: Sequence[int]) -> list[int]:
    """Heights for the table and the tabs under it."""
    if len(kept) == 2 and sum(kept) > 0 and all(kept):
        table = round(high * kept[0] / sum(kept))
        return [table, high - table]
    table, tabs = wishes
    spare = high - table - tabs
    if spare >= 0:
        return [table + round(spare * 0.4), high - table - round(spare * 0.4)]
    table = round(high * table / (table + tabs))
    return [table, high - table]
