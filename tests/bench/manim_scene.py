"""A scene like a lesson's, for manim: what a film of a step is compared with.

Run by manim, in an environment of its own. As in a lesson's step: four boxes with
headings, the camera comes near, ten numbered lines travel from box to box along a path
and stand there afterwards, the camera goes back, and all rests.
"""

from __future__ import annotations

import os
from itertools import pairwise

import manim as m  # type: ignore[import-not-found] # it is in another environment

MOVING = float(os.environ["SCENE_MOVING"])  # seconds in which something moves
RESTING = float(os.environ["SCENE_RESTING"])
LINES = 10
CAMERA = 0.35  # seconds, near and back
NAMES = ("Main", "Volume", "Sidecar", "Receiver")


class Like(m.MovingCameraScene):  # type: ignore[misc] # as above
    """Boxes, labels, and lines on their way from one box to the next."""

    def construct(self) -> None:
        """Let each line travel from the first box to the last, then rest."""
        self.camera.background_color = "#f4f6fb"
        boxes = [self._box(number) for number in range(len(NAMES))]
        self.add(*boxes)
        frame = self.camera.frame
        wide = frame.width
        self.play(frame.animate.set(width=0.85 * wide), run_time=CAMERA)
        for line in range(LINES):
            self._travel(boxes, line, (MOVING - 2 * CAMERA) / LINES)
        self.play(frame.animate.set(width=wide), run_time=CAMERA)
        self.wait(RESTING)

    def _box(self, number: int) -> m.VGroup:
        frame = m.RoundedRectangle(corner_radius=0.2, width=2.8, height=6.4)
        frame.set_stroke("#2453c9", 4).set_fill("#ffffff", 1.0)
        frame.move_to([-5.1 + 3.4 * number, 0.0, 0.0])
        title = m.Text(NAMES[number], font_size=30, color="#141a2e", weight=m.BOLD)
        title.next_to(frame.get_top(), m.DOWN, buff=0.25)
        state = m.Text("Running", font_size=20, color="#2453c9")
        state.next_to(title, m.DOWN, buff=0.15)
        return m.VGroup(frame, title, state)

    def _travel(self, boxes: list[m.VGroup], line: int, seconds: float) -> None:
        """Move a line and a dot from box to box; the line's copies stay."""
        text = f"{line + 1:>2}  GET /item/{line} 200"
        down = 1.7 - 0.45 * line
        for before, after in pairwise(boxes):
            start = [before.get_center()[0], down, 0.0]
            end = [after.get_center()[0], down, 0.0]
            moved = m.Text(text, font_size=18, color="#141a2e").move_to(start)
            dot = m.Dot(color="#c96f00", radius=0.12).move_to(start)
            path = m.ArcBetweenPoints(start, end, angle=-0.6)
            self.add(moved)
            self.play(
                m.MoveAlongPath(dot, path),
                moved.animate.move_to(end),
                run_time=seconds / (len(boxes) - 1),
            )
            self.remove(dot)
