"""What must hold for any lesson: refused, or played and painted; within bounds."""

from __future__ import annotations

import resource
import time
from pathlib import Path

from msgspec import Struct
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.beside.tables import table_rows, tracker_lines
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.flow.chart import Measures, chart_of
from sidecar_viz.core.stage import Stage
from sidecar_viz.files.reading.lesson_file import LessonFile, read_lesson_file
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.rules.checks import check_lesson
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.sizes.places import Layout
from tests.fuzz.lessons import made

SIZES = ((320, 240), (640, 400), (1024, 600))
EFFECTS = Effects()
PLAIN = Measures(
    *(260.0, 24.0, 12.0, 10.0, 8.0),
    box_height=lambda _box, _width: 40.0,
    box_least=lambda _box: 60.0,
    label_size=lambda text, _width: (8.0 * len(text), 16.0),
    label_least=lambda text: 8.0 * len(text),
)
SECONDS = 1.0  # of the processor, for reading and for each picture
MEBIBYTES = 200


class Tally(Struct):
    """What came of the lessons, and the slowest and the largest of them."""

    lessons: int = 0
    refused: int = 0
    pictures: int = 0
    slowest_reading: float = 0.0
    slowest_picture: float = 0.0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.lessons += other.lessons
        self.refused += other.refused
        self.pictures += other.pictures
        self.slowest_reading = max(self.slowest_reading, other.slowest_reading)
        self.slowest_picture = max(self.slowest_picture, other.slowest_picture)


class FaultError(AssertionError):
    """A lesson that does not end as it should; the text says how."""


def bound_memory(mebibytes: int = MEBIBYTES) -> None:
    """Let this process take only so much more than it has: more is a MemoryError."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmData:"):
            most = int(line.split()[1]) * 1024 + mebibytes * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def weather(number: int, seed: int, tally: Tally) -> None:
    """Read, play and paint one lesson of the storm; raises FaultError."""
    data = made(number, seed)
    began = time.process_time()
    try:
        read = read_lesson_file(data, "f.yaml")
    except LessonError as error:
        tally.refused += 1
        _in_order(error)
        _in_time(began, tally)
        return
    tally.lessons += 1
    plays(read)
    _in_time(began, tally)
    paints(read, tally)


def plays(read: LessonFile) -> None:
    """The lesson and its what-ifs go to the end, with tables, flow and judgement."""
    lesson = read.lesson
    for what_if in (None, *lesson.what_ifs):
        course = course_of(lesson, what_if)
        table_rows(course)
        tracker_lines(course)
    check_lesson(lesson, read.document.place)
    chart_of(
        [node.id for node in lesson.flow.nodes],
        [(edge.source, edge.target) for edge in lesson.flow.edges],
        [edge.label for edge in lesson.flow.edges],
        PLAIN,
    )


HALFWAY = 0.6
"""Where on the way to the next step it is painted as well."""


def paints(read: LessonFile, tally: Tally) -> None:
    """Every step at every size, as it rests and on the way to the next."""
    timeline = Timeline(read.lesson)
    for size in SIZES:
        began = time.process_time()
        layout = laid_out(read.lesson, (float(size[0]), float(size[1])))
        for step in range(len(read.lesson.steps) + 1):
            _paint(timeline.rest(step), layout, size)
            _paint(timeline.stage_at(step + HALFWAY), layout, size)
            taken = time.process_time() - began
            tally.pictures += 1
            tally.slowest_picture = max(tally.slowest_picture, taken)
            if taken > SECONDS:
                raise FaultError(f"step {step} at {size} took {taken:.2f} s to paint")
            began = time.process_time()


def _paint(stage: Stage, layout: Layout, size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_stage(painter, stage, layout, LIGHT, effects=EFFECTS)
    painter.end()


def _in_time(began: float, tally: Tally) -> None:
    taken = time.process_time() - began
    tally.slowest_reading = max(tally.slowest_reading, taken)
    if taken > SECONDS:
        raise FaultError(f"took {taken:.2f} s to read")


def _in_order(error: LessonError) -> None:
    """There are problems, each with a place and on one line that can be printed."""
    if not error.problems:
        raise FaultError("refused without a problem")
    for problem in error.problems:
        if problem.place.line < 1 or problem.place.column < 1 or "\n" in str(problem):
            raise FaultError(f"an odd problem: {problem!r}")
        str(problem).encode()
