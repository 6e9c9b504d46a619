"""What is kept of one layout from frame to frame."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtGui import QRegion

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.columns.docks import Docks
from sidecar_viz.paint.draw.forms import Bodies
from sidecar_viz.paint.draw.travelling import open_region
from sidecar_viz.paint.sizes.places import Layout


class Kept:
    """Caches what many frames of one layout have in common, for one brush.

    Attributes:
        bodies: pictures of bodies, and of what columns hold.
        docks: pictures of the mounts between columns.
    """

    def __init__(self, brush: Brush, layout: Layout) -> None:
        """Keep nothing yet."""
        self._layout = layout
        self.bodies, self.docks = Bodies(brush, layout), Docks(brush, layout)

    @cached_property
    def room(self) -> QRegion:
        """The stage without the bodies of its shapes."""
        return open_region(self._layout)
