"""Paints a stage of which a part has faded: all that its shot does not mean."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Chip, FlowState, Shot, Stage
from sidecar_viz.paint.brush.brush import qrect
from sidecar_viz.paint.brush.effects import Groups
from sidecar_viz.paint.cards.card_pen import row_places
from sidecar_viz.paint.columns.rows import rows_in_sight
from sidecar_viz.paint.draw.enclosure import tab_of
from sidecar_viz.paint.draw.pieces import Part as Painted
from sidecar_viz.paint.draw.regions import Regions
from sidecar_viz.paint.sizes.levels import Level, Part
from sidecar_viz.paint.sizes.places import Place

FADED = 0.35
"""The opacity of what is not meant."""
NAMED = 0.6
"""The opacity of its name and its state."""
OVER_FADED = 1.0 - (1.0 - NAMED) / (1.0 - FADED)
"""The opacity with which names are painted once more over what has faded."""
NAMES: frozenset[Part] = frozenset({"header", "icon", "name", "named", "chip"})
"""The rows of a card that say who it is, and its state."""

Paint = Callable[[QPainter, Stage, Painted], None]
"""Paints a part of a stage at full strength."""


class Fading:
    """Paints what has faded through a picture of its own, and keeps that."""

    def __init__(
        self,
        regions: Regions,
        ratio: float,
        paint: Paint,
        groups: Groups | None = None,
    ) -> None:
        """Paint what is laid out so, at a device pixel *ratio*, with *paint*.

        Args:
            groups: the target, if it draws several things as one: then there is no
                picture.
        """
        self._regions, self._layout = regions, regions.layout
        self._groups = groups
        self._ratio, self._paint = ratio, paint
        self._group: QPixmap | None = None
        self._drawn: tuple[Hashable, QRectF] | None = None

    def paint(self, painter: QPainter, stage: Stage, part: Painted) -> None:
        """Paint a part of the stage, what is not meant as faint as its shot says."""
        shot = stage.shot
        if shot is None:
            self._paint(painter, stage, part)
            return
        around = {i for i in part.drawn & shot.meant if self._is_frame(i)}
        meant, others = parted(stage, shot)
        self._paint(painter, stage, Painted(frozenset(around)))
        faint = part.besides(shot.meant)
        if faint.drawn or (part.travelling and (others.chips or others.flows)):
            self._paint_faint(painter, stage, others, faint, shot.apart)
        clear = part.among(shot.meant).besides(frozenset(around))
        self._paint(painter, stage, clear)
        self._paint_travelling(painter, meant, part)

    def _is_frame(self, actor_id: str) -> bool:
        return actor_id in self._layout.frames

    def _paint_travelling(self, painter: QPainter, stage: Stage, part: Painted) -> None:
        """Paint what travels alone: who stands knows already what is written."""
        if part.travelling and (stage.chips or stage.flows):
            self._paint(painter, stage, Painted(frozenset(), travelling=True))

    def _paint_faint(
        self,
        painter: QPainter,
        stage: Stage,
        others: Stage,
        part: Painted,
        apart: float,
    ) -> None:
        """Paint a part of the stage faintly, and what travels among the *others*."""
        faint = 1.0 - apart * (1.0 - FADED)
        if self._groups is not None:
            self._groups.begin(painter)
            self._paint(painter, stage, replace(part, travelling=False))
            self._paint_travelling(painter, others, part)
            names = self._names(stage, part.drawn)
            self._groups.end(painter, faint, names, OVER_FADED)
            return
        touched = self._regions.touched(others, part.drawn).boundingRect()
        area = QRectF(0.0, 0.0, *self._layout.size).intersected(QRectF(touched))
        if painter.hasClipping():
            area = area.intersected(painter.clipBoundingRect())
        group = self._group_of(stage, others, part, area)
        before = painter.opacity()
        painter.setOpacity(before * faint)
        self._copy(painter, group, area)
        painter.setOpacity(before * OVER_FADED)
        for box in self._names(stage, part.drawn):
            self._copy(painter, group, area.intersected(qrect(box)))
        painter.setOpacity(before)

    def _group_of(
        self, stage: Stage, others: Stage, part: Painted, area: QRectF
    ) -> QPixmap:
        """Give the picture of what is faint; it is drawn anew only if it differs."""
        look = (
            part,
            tuple(state for state in stage.actors if state.id in part.drawn),
            tuple(link for link in stage.links if link.id in part.drawn | part.named),
            others.chips,
            others.flows,
            rows_in_sight(stage, self._layout) if self._layout.ledger else None,
        )
        if self._group is not None and self._drawn is not None:
            drawn, where = self._drawn
            if drawn == look and where.contains(area):
                return self._group
        group = self._cleared(area)
        with QPainter(group) as inside:
            inside.setClipRect(area)
            self._paint(inside, stage, replace(part, travelling=False))
            self._paint_travelling(inside, others, part)
        self._drawn = look, area
        return group

    def _cleared(self, area: QRectF) -> QPixmap:
        """Give an empty picture; only the *area* of it is made empty."""
        wide, high = (round(side * self._ratio) for side in self._layout.size)
        if self._group is None:
            self._group = QPixmap(wide, high)
            self._group.setDevicePixelRatio(self._ratio)
            self._group.fill(Qt.GlobalColor.transparent)
            return self._group
        with QPainter(self._group) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(area, Qt.GlobalColor.transparent)
        return self._group

    def _copy(self, painter: QPainter, picture: QPixmap, area: QRectF) -> None:
        ratio = self._ratio
        part = area.toAlignedRect()
        source = QRectF(
            *(part.x() * ratio, part.y() * ratio),
            *(part.width() * ratio, part.height() * ratio),
        )
        painter.drawPixmap(QRectF(part), picture, source)

    def _names(self, stage: Stage, drawn: Iterable[str]) -> list[Rect]:
        """Find where the names and states of actors stand."""
        em, found = self._layout.em, []
        for actor_id in drawn:
            place = self._layout.places.get(actor_id)
            if place is not None and self._is_frame(actor_id):
                found.append(tab_of(place, em, stage.actor(actor_id)))
            elif place is not None:
                found.append(_name_box(place, em, self._layout.level))
        return found


def _name_box(place: Place, em: float, level: Level) -> Rect:
    """Find where a shape that is no frame has its name and its state."""
    box, body = place.box, place.body
    if place.sheet is not None:
        return Rect(box.x, box.y, box.width, place.sheet.box.y - box.y)
    if place.caption_above:
        return Rect(box.x, box.y, box.width, body.y - box.y)
    if body.bottom < box.bottom:
        return Rect(box.x, body.bottom, box.width, box.bottom - body.bottom)
    bottom = box.y
    for part, middle, high in row_places(place, level, em):
        if part in NAMES:
            bottom = middle + high / 2
    return Rect(box.x, box.y, box.width, bottom - box.y)


def parted(stage: Stage, shot: Shot) -> tuple[Stage, Stage]:
    """Return the stage with what travels to or from the meant, and with the rest."""

    def is_meant(moving: Chip | FlowState) -> bool:
        return moving.source in shot.meant or moving.target in shot.meant

    return (
        replace(
            stage,
            chips=tuple(chip for chip in stage.chips if is_meant(chip)),
            flows=tuple(flow for flow in stage.flows if is_meant(flow)),
        ),
        replace(
            stage,
            chips=tuple(chip for chip in stage.chips if not is_meant(chip)),
            flows=tuple(flow for flow in stage.flows if not is_meant(flow)),
        ),
    )
