"""What a shut link loses: the way down, and the heap in which it can be counted."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Chip
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.columns.losses import Heap, falling, heap_bounds
from sidecar_viz.paint.layout.layout import laid_out

HEAP = Heap(middle=100.0, base=300.0, hit=(100.0, 120.0), em=10.0)
LINE = replace(HEAP, form="line", long=120.0)
LESSONS = Path(__file__).parents[3] / "lessons"
START = 40.0, 60.0
CHIP = Chip("a", "b", "one", (), verb="lose", item=1)


def test_the_first_two_lie_side_by_side_around_the_middle() -> None:
    """They stand on the base, each as far from the middle as the other."""
    left, right = HEAP.slot(0), HEAP.slot(1)

    assert left.y == right.y < HEAP.base
    assert left.right < right.x
    assert HEAP.middle - left.centre[0] == pytest.approx(right.centre[0] - HEAP.middle)


def test_the_third_lies_on_the_first() -> None:
    """A heap grows upward, and nothing lies on anything else's place."""
    first, third = HEAP.slot(0), HEAP.slot(2)

    assert third.x == first.x
    assert third.bottom < first.y


def test_without_room_for_a_heap_all_lies_in_one_line() -> None:
    """Each stands right of the one before it, on the same base."""
    boxes = [LINE.slot(number) for number in range(4)]

    assert {box.bottom for box in boxes} == {LINE.base}
    assert all(a.right < b.x for a, b in pairwise(boxes))


@pytest.mark.parametrize(
    ("size", "text"),
    [
        *(((1250.0, 480.0), text) for text in (1.0, 1.5, 2.0)),
        *(((1262.0, 575.0), text) for text in (1.0, 2.0)),
        *(((1380.0, 830.0), text) for text in (1.0, 2.0)),
        *(((427.0, 247.0), 1.0), ((320.0, 180.0), 1.0)),
    ],
)
@pytest.mark.parametrize(
    ("name", "link", "inside"),
    [("native-sidecar", "plain-line", "plain-pod"), ("ambassador", "to-first", "")],
)
def test_a_heap_keeps_to_its_own_room(
    name: str, link: str, inside: str, size: tuple[float, float], text: float
) -> None:
    """It and its words cross no border, and lie on no card, also in the library."""
    lesson = load_lesson(LESSONS / name / "lesson.yaml")
    layout = laid_out(lesson, size, text)
    timeline = Timeline(lesson)
    links = [one for n in range(9) for one in timeline.rest(n).links]
    many = {len(one.lost) for one in links if one.id == link} - {0}

    room = layout.places[inside].body if inside else Rect(0.0, 0.0, *size)
    assert many
    for lost in many:
        area = heap_bounds(layout, layout.ways[link], lost).inset(0.5 * layout.em)
        assert room.x <= area.x
        assert area.right <= room.right
        assert area.bottom <= room.bottom
        for key, place in layout.places.items():
            assert key == inside or not _overlap(area, place.body), key


def _overlap(one: Rect, other: Rect) -> bool:
    beside = one.right <= other.x or other.right <= one.x
    return not (beside or one.bottom <= other.y or other.bottom <= one.y)


@pytest.mark.parametrize("number", [0, 1, 5])
@pytest.mark.parametrize("heap", [HEAP, LINE])
def test_what_falls_ends_where_it_then_lies(heap: Heap, number: int) -> None:
    """The last frame of the fall and the heap at rest are one picture."""
    end = falling(heap, START, replace(CHIP, along=1.0), number)

    assert end.centre == pytest.approx(heap.slot(number).centre)


def test_what_falls_touches_the_shut_link_first() -> None:
    """It leaves its row, never passes the link, and falls only after that."""
    boxes = [falling(HEAP, START, replace(CHIP, along=n / 40), 0) for n in range(41)]

    assert boxes[0].centre == pytest.approx(START)
    assert max(box.right for box in boxes[:24]) <= HEAP.hit[0]
    assert max(box.centre[1] for box in boxes[:19]) <= HEAP.hit[1]
