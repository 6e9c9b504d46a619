"""What of a time line is in sight: zoomed into, moved along, scrolled down."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

MOST_ZOOM = 64.0
AHEAD = 0.25  # of what is shown, left of a playhead that was out of sight


class Sight(Struct, frozen=True):
    """*zoom* times wider than the whole, from the part *begin* (0..1) of it on.

    *scrolled* are the pixels of lanes above what is shown.
    """

    zoom: float = 1.0
    begin: float = 0.0
    scrolled: float = 0.0

    def zoomed(self, by: float, part: float) -> Sight:
        """Return it zoomed around a place: the *part* (0..1) of what is shown."""
        place = self.begin + part / self.zoom
        zoom = max(1.0, min(MOST_ZOOM, self.zoom * by))
        return self._from(place - part / zoom, zoom)

    def moved(self, by: float) -> Sight:
        """Return it moved along the time by a part of what is shown."""
        return self._from(self.begin + by / self.zoom, self.zoom)

    def with_in_sight(self, part: float) -> Sight:
        """Return it so that a place is shown: the *part* of what is shown now."""
        if 0.0 <= part <= 1.0:
            return self
        place = self.begin + part / self.zoom
        return self._from(place - AHEAD / self.zoom, self.zoom)

    def scrolled_by(self, pixels: float) -> Sight:
        """Return it scrolled down, or up; never above the first lane."""
        return self.scrolled_to(self.scrolled + pixels)

    def scrolled_to(self, pixels: float) -> Sight:
        """Return it with so many pixels of lanes above what is shown."""
        return replace(self, scrolled=max(0.0, pixels))

    def _from(self, begin: float, zoom: float) -> Sight:
        return replace(self, begin=max(0.0, min(1.0 - 1.0 / zoom, begin)), zoom=zoom)
