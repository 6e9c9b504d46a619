"""A scene like a lesson's step, for manim: what the film of that step is compared with.

Run by manim, in an environment of its own. As where the sidecar sends its lines: four
boxes with headings, ten numbered lines in three of them, a number below each; the
camera comes near, the lines travel along a path to the fourth box one after the other,
the camera goes back, and all rests.
"""

from __future__ import annotations

import os

import manim as m  # type: ignore[import-not-found] # it is in another environment

MOVING = float(os.environ["SCENE_MOVING"])  # seconds in which something moves
RESTING = float(os.environ["SCENE_RESTING"])
LINES = 10
CAMERA = 0.35  # seconds, near and back
NAMES = ("Main", "Volume", "Sidecar", "Receiver")


class Like(m.MovingCameraScene):  # type: ignore[misc] # as above
    """Boxes, labels, and lines on their way from one box to the next."""

    def construct(self) -> None:
        """Let each line travel to the last box, with the camera near, then rest."""
        self.camera.background_color = "#f4f6fb"
        boxes = [self._box(number) for number in range(len(NAMES))]
        self.add(*boxes)
        for box in boxes[:-1]:
            self.add(*(self._line(box, line) for line in range(LINES)))
        frame = self.camera.frame
        wide = frame.width
        self.play(frame.animate.set(width=0.85 * wide), run_time=CAMERA)
        for line in range(LINES):
            self._travel(boxes[-2], boxes[-1], line, (MOVING - 2 * CAMERA) / LINES)
        self.play(frame.animate.set(width=wide), run_time=CAMERA)
        self.wait(RESTING)

    def _box(self, number: int) -> m.VGroup:
        frame = m.RoundedRectangle(corner_radius=0.2, width=2.8, height=6.8)
        frame.set_stroke("#2453c9", 4).set_fill("#ffffff", 1.0)
        frame.move_to([-5.1 + 3.4 * number, 0.0, 0.0])
        title = m.Text(NAMES[number], font_size=30, color="#141a2e", weight=m.BOLD)
        title.next_to(frame.get_top(), m.DOWN, buff=0.25)
        state = m.Text("Running", font_size=20, color="#2453c9")
        state.next_to(title, m.DOWN, buff=0.15)
        count = m.Text("10 log lines", font_size=24, color="#141a2e")
        count.next_to(frame.get_bottom(), m.UP, buff=0.2)
        return m.VGroup(frame, title, state, count)

    def _line(self, box: m.VGroup, line: int) -> m.Text:
        text = f"{line + 1:>2}  GET /item/{line} 200"
        return m.Text(text, font_size=18, color="#141a2e").move_to(self._at(box, line))

    def _at(self, box: m.VGroup, line: int) -> list[float]:
        return [box.get_center()[0], 1.7 - 0.45 * line, 0.0]

    def _travel(
        self, before: m.VGroup, after: m.VGroup, line: int, seconds: float
    ) -> None:
        """Move a line and a dot along a path; the line stays where it arrives."""
        moved = self._line(before, line)
        start, end = self._at(before, line), self._at(after, line)
        path = m.ArcBetweenPoints(start, end, angle=-0.6)
        dot = m.Dot(color="#c96f00", radius=0.12).move_to(start)
        self.add(moved)
        self.play(
            m.MoveAlongPath(dot, path), m.MoveAlongPath(moved, path), run_time=seconds
        )
        self.remove(dot)
