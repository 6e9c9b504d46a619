"""How a presented stage is laid out: zoomed, or as a small copy of another."""

from __future__ import annotations

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.zoom import WHOLE, View, scaled, seen
from sidecar_viz.paint.sizes.places import Layout, Size


class ZoomLens:
    """Lays a stage out as one view shows it.

    With a model size everything is laid out as on a stage of that size, and then
    made smaller, so that both agree on where things stand.

    Attributes:
        model: the size of the stage to be a copy of, None to be none.
        view: what is to be seen of the stage.
    """

    def __init__(self) -> None:
        """Begin with all of the stage, in its own size."""
        self.model: Size | None = None
        self.view: View = WHOLE
        self._whole: tuple[object, Layout] | None = None

    def whole(self, lesson: Lesson, size: Size, text_scale: float) -> Layout:
        """Lay out all of the stage, in the model's size if there is a model.

        The last answer is kept.
        """
        size = self.model or size
        key = (lesson, size, text_scale)
        if self._whole is None or self._whole[0] != key:
            wide, high = max(1.0, size[0]), max(1.0, size[1])
            self._whole = (key, laid_out(lesson, (wide, high), text_scale))
        return self._whole[1]

    def laid_out(self, lesson: Lesson, size: Size, text_scale: float) -> Layout:
        """Lay out what is to be seen, in this size."""
        layout = seen(self.whole(lesson, size, text_scale), self.view)
        return layout if self.model is None else scaled(layout, size)
