"""Records the pictures of a lesson, in a light and a dark theme at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.scene import Scene
from sidecar_viz.core.stage import Shot, Stage
from sidecar_viz.export.page.engine import units
from sidecar_viz.export.page.ops import Op
from sidecar_viz.export.page.recorder import Recorder
from sidecar_viz.export.page.tables import Tables, alike
from sidecar_viz.paint.brush.brush import Brush, soften
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import DARK, LIGHT
from sidecar_viz.paint.draw.apart import Fading
from sidecar_viz.paint.draw.camera import LEAST_HIGH
from sidecar_viz.paint.draw.ground import paint_background, paint_scene
from sidecar_viz.paint.draw.pieces import Part, pieces_of, whole
from sidecar_viz.paint.draw.pinned import draw_pinned_tabs
from sidecar_viz.paint.draw.regions import Regions
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.shots import shot_view
from sidecar_viz.paint.layout.zoom import WHOLE, View
from sidecar_viz.paint.sizes.places import Layout

THEMES = (LIGHT, DARK)
FACTOR = 10_000
"""A camera is as near as a whole number of ten thousandths says."""

Draw = Callable[[QPainter, Brush], None]
Drawing = Callable[[QPainter], None]


class Camera(NamedTuple):
    """What is seen: FACTOR times as large, then moved, in UNITS."""

    factor: int = FACTOR
    x: int = 0
    y: int = 0


class Frame(NamedTuple):
    """A picture: the numbers of its pieces from back to front, and the camera."""

    pieces: tuple[int, ...]
    camera: Camera


class Recording:
    """Records frames of stages laid out in one size.

    Attributes:
        size: of the stage, in pixels.
        tables: all that was drawn so far.
    """

    def __init__(self, lesson: Lesson, size: tuple[int, int]) -> None:
        """Lay the stage out in *size* pixels; `painting` begins the work."""
        self.size = size
        self.tables = Tables()
        self._layout = laid_out(lesson, (float(size[0]), float(size[1])))
        self._pair = _Pair(size, self.tables)
        self._looks: dict[int, _Look] = {}

    @contextmanager
    def painting(self) -> Iterator[None]:
        """Hold the painters that frames are recorded with."""
        with self._pair.painting():
            yield

    def frame(self, stage: Stage) -> Frame:
        """Record a stage as the program shows it; inside `painting` only."""
        layout = self._layout.at(stage)
        if id(layout) not in self._looks:
            self._looks[id(layout)] = _Look(self._pair, layout)
        look = self._looks[id(layout)]
        self._pair.frame = []
        if stage.covered:
            look.paint_scene(stage)
            return Frame(tuple(self._pair.frame), Camera())
        view = self._view(layout, stage.shot)
        look.paint_stage(stage)
        if view is not None:
            look.paint_pinned(stage, view)
        if stage.scene is not None:
            self._pair.begin(self._pair.painter)
            look.paint_scene(stage)
            self._pair.end(self._pair.painter, stage.shown)
        return Frame(tuple(self._pair.frame), self._camera(view))

    def _view(self, layout: Layout, shot: Shot | None) -> View | None:
        """Return what the camera sees on its way to a shot; None for everything."""
        if shot is None or shot.near <= 0.0 or self.size[1] < LEAST_HIGH:
            return None
        view = shot_view(layout, shot)
        return None if view.whole else WHOLE.toward(view, shot.near)

    def _camera(self, view: View | None) -> Camera:
        if view is None:
            return Camera()
        wide, high = self.size
        return Camera(
            round(view.factor * FACTOR),
            units(wide / 2 - view.x * wide * view.factor),
            units(high / 2 - view.y * high * view.factor),
        )


class _Pair:
    """Two recorders side by side: what both have drawn is a piece of the frame."""

    def __init__(self, size: tuple[int, int], tables: Tables) -> None:
        self.frame: list[int] = []
        self.recorders = tuple(Recorder(size) for _ in THEMES)
        self._painters: tuple[QPainter, ...] = ()
        self._tables = tables

    @property
    def painter(self) -> QPainter:
        """One of the painters, for those who only hand it on."""
        return self._painters[0]

    @contextmanager
    def painting(self) -> Iterator[None]:
        """Hold a painter for each recorder."""
        with ExitStack() as held:
            self._painters = tuple(
                held.enter_context(QPainter(one)) for one in self.recorders
            )
            for painter in self._painters:
                soften(painter)
            yield
            self._painters = ()

    def add(self, draws: Iterable[Drawing]) -> int:
        """Draw with both painters, the light one first; add it to the frame."""
        first, second = draws
        first(self._painters[0])
        light = self.recorders[0].taken()
        dark = self._coloured(second, light)
        number = self._tables.piece(light, dark)
        self.frame.append(number)
        return number

    def _coloured(self, draw: Drawing, light: Sequence[Op]) -> Sequence[Op]:
        """Draw in the dark: where it is the same, the colours are enough."""
        for colours_only in (True, False):
            self.recorders[1].colours_only = colours_only
            draw(self._painters[1])
            dark = self.recorders[1].taken()
            if alike(light, dark):
                break
        return dark

    def begin(self, _: QPainter) -> None:
        """Begin a group of pieces."""
        self.add([recorder.begin for recorder in self.recorders])

    def end(
        self,
        _: QPainter,
        opacity: float,
        again: Iterable[Rect] = (),
        over: float = 0.0,
    ) -> None:
        """End a group of pieces; see `Groups`."""
        boxes = tuple(again)
        self.add(
            partial(one.end, opacity=opacity, again=boxes, over=over)
            for one in self.recorders
        )


class _Look:
    """Paints stages in one layout; what was drawn before is not drawn again."""

    def __init__(self, pair: _Pair, layout: Layout) -> None:
        self._pair, self._layout = pair, layout
        self._brushes = tuple(
            Brush(theme, layout.em, Effects(vectors=True, target=recorder))
            for theme, recorder in zip(THEMES, pair.recorders, strict=True)
        )
        self._fading = Fading(Regions(layout), 1.0, self._paint_part, pair)
        self._known: dict[Hashable, int] = {}
        self._scenes: dict[int, Scene | None] = {}  # a number is theirs while they live

    def paint_stage(self, stage: Stage) -> None:
        """Paint the ground and all that stands on it."""
        area = QRectF(0.0, 0.0, *self._layout.size)
        self._paint_once("ground", lambda p, brush: paint_background(p, brush, area))
        if stage.shot is not None and stage.shot.apart > 0.0:
            self._fading.paint(self._pair.painter, stage, whole(stage))
        else:
            self._paint_part(self._pair.painter, stage, whole(stage))

    def paint_scene(self, stage: Stage) -> None:
        """Paint the stage's scene alone."""
        size = self._layout.size
        self._scenes[id(stage.scene)] = stage.scene
        self._paint_once(
            ("scene", id(stage.scene)),
            lambda p, brush: paint_scene(p, brush, stage, size),
        )

    def paint_pinned(self, stage: Stage, view: View) -> None:
        """Paint the labels that the camera would leave behind."""
        layout, shot = self._layout, stage.shot
        if shot is None:
            return
        frames = tuple(
            state
            for state in stage.actors
            if layout.places[state.id].figure.form == "frame"
        )
        self._paint_once(
            ("pinned", view, shot.meant, shot.framed, frames),
            lambda p, brush: draw_pinned_tabs(p, brush, layout, stage, view),
        )

    def _paint_part(self, _: QPainter, stage: Stage, part: Part) -> None:
        """Paint a part of the stage; who calls it knows one painter only."""
        ways = (pieces_of(brush, self._layout, stage, part) for brush in self._brushes)
        for light, dark in zip(*ways, strict=True):
            self._add(light.key, (light.draw, dark.draw))

    def _paint_once(self, key: Hashable, draw: Draw) -> None:
        self._add(key, [partial(_with, draw, brush) for brush in self._brushes])

    def _add(self, key: Hashable, draws: Iterable[Drawing]) -> None:
        known = self._known.get(key)
        if known is None:
            self._known[key] = self._pair.add(draws)
        else:
            self._pair.frame.append(known)


def _with(draw: Draw, brush: Brush, painter: QPainter) -> None:
    draw(painter, brush)
