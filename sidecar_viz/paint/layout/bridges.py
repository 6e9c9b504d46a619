"""Leads links between columns straight: as bridges, or through a globe."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sidecar_viz.core.geometry import Curve, Rect, curve, straight
from sidecar_viz.core.kind_words import link_kind
from sidecar_viz.core.lesson import Link
from sidecar_viz.paint.sizes.places import Place, Way
from sidecar_viz.paint.ways.routing import gates_of


def led(
    way: Way, places: Mapping[str, Place], parents: Mapping[str, str | None]
) -> Way:
    """Lead a link between columns straight; any other stays as it is."""
    link = way.link
    one, other = places[link.source], places[link.target]
    if one.sheet is None or other.sheet is None:
        return way
    left, right = sorted((one, other), key=lambda place: place.body.x)
    onward = left is one
    if is_dock(link):
        return _docked(way, left, right, onward=onward)
    if link.through is None:
        return way
    y = places[link.through].body.centre[1]
    line = _level(left.body.right, right.body.x, y, onward=onward)
    gates = gates_of(link, line, places, parents)
    return replace(way, curve=line, gates=gates)


def is_dock(link: Link) -> bool:
    """Return whether a link is drawn as a bridge between its columns: a mount."""
    return link_kind(link.kind) == "mount" and link.through is None


def _docked(way: Way, left: Place, right: Place, *, onward: bool) -> Way:
    """Return the way of a mount between neighbouring columns as a bridge."""
    sheet = left.sheet or right.sheet
    wide = right.body.x - left.body.right
    if sheet is None or wide <= 0.0:
        return way
    top = sheet.top - 0.2 * sheet.pitch
    dock = Rect(left.body.right, top, wide, sheet.box.bottom - top)
    line = _level(dock.x, dock.right, dock.centre[1], onward=onward)
    return replace(way, curve=line, label=None, dock=dock)


def _level(left: float, right: float, y: float, *, onward: bool) -> Curve:
    """Return a level line, drawn from left to right if it leads *onward*."""
    start, end = ((left, y), (right, y)) if onward else ((right, y), (left, y))
    return curve((straight(start, end),))
