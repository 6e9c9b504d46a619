"""Rules about the opening and the ending."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.course.scenes import computed_number
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.rules.rule import Checked, Remark


def numbers_agree(case: Checked) -> Iterator[Remark]:
    """Report numbers of the ending that differ from what the steps lead to."""
    ending = case.lesson.ending
    if ending is None:
        return
    for name, side in (("without", ending.without), ("with", ending.gained)):
        for number, figure in enumerate(side.numbers if side else ()):
            computed = computed_number(case.course, figure)
            if figure.text and computed is not None and figure.text != computed:
                message = f"written {shown(figure.text)}, but the steps lead to"
                route = ("ending", name, "numbers", number, "text")
                yield Remark(route, f"{message} {shown(computed)}")


def story_is_told(case: Checked) -> Iterator[Remark]:
    """Report an opening or an ending without a description for screen readers."""
    for name, part in (
        ("opening", case.lesson.opening),
        ("ending", case.lesson.ending),
    ):
        if part is not None and not part.describe:
            yield Remark((name,), f"this {name} has no describe")
