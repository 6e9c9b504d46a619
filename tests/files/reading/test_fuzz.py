"""Whatever is in a file: a lesson that plays, or problems, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.core.beside.tables import table_rows, tracker_lines
from sidecar_viz.core.course.course import course_of
from sidecar_viz.files.reading.lesson_file import LessonFile, read_lesson_file
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.rules.checks import check_lesson

pytestmark = pytest.mark.storm

REAL = (Path(__file__).parents[3] / "lessons" / "sidecar" / "lesson.yaml").read_bytes()
TREE = yaml.load(REAL, yaml.CSafeLoader)

WORDS = st.sampled_from(
    ["", "~", "main", "logs", "start", "on", "yes", "7", "-1", "1e9", ".nan", "x" * 300]
) | st.text(max_size=12)  # fmt: skip
PARTS = st.recursive(
    WORDS | st.integers() | st.floats() | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4)
    ),
    max_leaves=12,
)


def survives(data: bytes) -> None:
    """A lesson folds, with what-ifs and tables, and is judged; else it has problems."""
    try:
        read = read_lesson_file(data, "f.yaml")
    except LessonError as error:
        are_in_order(error)
    else:
        plays(read)


def are_in_order(error: LessonError) -> None:
    """There are problems, each with a place and on one line that can be printed."""
    assert error.problems
    assert all(p.place.line > 0 and p.place.column > 0 for p in error.problems)
    assert all("\n" not in str(problem) for problem in error.problems)
    assert str(error).encode()


def plays(read: LessonFile) -> None:
    """The lesson and its what-ifs go to the end, with tables and judgement."""
    for what_if in (None, *read.lesson.what_ifs):
        course = course_of(read.lesson, what_if)
        assert course.end == len(read.lesson.steps)
        table_rows(course)
        tracker_lines(course)
    check_lesson(read.lesson, read.document.place)


@st.composite
def mutated_bytes(draw: st.DrawFn) -> bytes:
    """The real lesson with pieces cut out, doubled, moved or overwritten."""
    data = bytearray(REAL)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 80))
        other = draw(st.integers(0, len(data)))
        new = draw(
            st.binary(max_size=12) | st.just(bytes(data[other : other + length]))
        )
        data[at : at + draw(st.sampled_from([0, 1, length]))] = new
    return bytes(data)


@st.composite
def mutated_trees(draw: st.DrawFn) -> bytes:
    """The real lesson with parts replaced, taken away, doubled or swapped."""
    tree = yaml.load(REAL, yaml.CSafeLoader)
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(list(_slots(tree))))
        if isinstance(holder, list):
            key = min(key, len(holder) - 1)
        if key == -1:
            continue
        match draw(st.sampled_from(["replace", "remove", "double", "rename"])):
            case "replace":
                holder[key] = draw(PARTS)
            case "remove":
                del holder[key]
            case "double" if isinstance(holder, list):
                holder.insert(key, holder[key])
            case _ if isinstance(holder, dict) and key in holder:
                holder[draw(WORDS)] = holder.pop(key)
    return yaml.dump(tree, allow_unicode=True, Dumper=yaml.CSafeDumper).encode()


def _slots(part: Any) -> list[tuple[Any, Any]]:
    """Every place in a tree where something can be put."""
    found: list[tuple[Any, Any]] = []
    if isinstance(part, dict | list):
        inside = part.items() if isinstance(part, dict) else enumerate(part)
        for key, value in inside:
            found.append((part, key))
            found += _slots(value)
    return found


IDS = st.sampled_from(["a", "b", "c"])
WHY = {"why": st.just("Because.")}
NEEDS = st.lists(
    st.fixed_dictionaries(
        {"actor": IDS, **WHY},
        optional={"state": st.just("Up"), "count": st.integers(0, 3)},
    )
    | st.fixed_dictionaries(
        {"link": st.sampled_from(["l", "m"]), **WHY}, optional={"state": st.just("off")}
    )
    | st.fixed_dictionaries({"step": st.sampled_from(["start", "s0", "s1"]), **WHY}),
    max_size=2,
)
COMMON = {"moment": st.integers(1, 4), "anyway": st.booleans(), "needs": NEEDS}
CHANGES = st.fixed_dictionaries(
    {"id": IDS},
    optional={
        "state": st.sampled_from(["Up", "Down"]),
        "count": st.integers(0, 5),
        "present": st.booleans(),
        **COMMON,
    },
)
LINKS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["l", "m"]),
        "state": st.sampled_from(["on", "off", "denied"]),
    },
    optional=COMMON,
)
SENDS = st.fixed_dictionaries(
    {"from": IDS, "to": IDS},
    optional={"loop": st.booleans(), "adds": st.integers(0, 5), **COMMON},
)
STEPS = st.lists(
    st.fixed_dictionaries(
        {"title": st.just("Step")},
        optional={
            "needs": NEEDS,
            "actors": st.lists(CHANGES, max_size=4),
            "links": st.lists(LINKS, max_size=3),
            "sends": st.lists(SENDS, max_size=3),
            "focus": st.lists(IDS, max_size=2),
        },
    ),
    min_size=2,
    max_size=5,
)
WHAT_IFS = st.fixed_dictionaries(
    {"id": st.just("w"), "title": st.just("What if")},
    optional={
        "holds": st.lists(
            st.fixed_dictionaries({"actor": IDS, "state": st.just("Held")})
            | st.fixed_dictionaries({"link": st.just("l"), "state": st.just("denied")}),
            max_size=2,
        ),
        "fails": st.just([{"step": "s1", "why": "No."}]),
    },
)


@st.composite
def made_lessons(draw: st.DrawFn) -> bytes:
    """A small lesson made from scratch, whose ids mostly fit together."""
    steps = draw(STEPS)
    for number, step in enumerate(steps):
        step["id"] = f"s{number}"
    tree = {
        "format": 1,
        "id": "made",
        "title": "Made",
        "actors": [{"id": n, "name": n, "count": 0} for n in "abc"],
        "links": [
            {"id": "l", "from": "a", "to": "b", "through": "c"},
            {"id": "m", "from": "b", "to": "c", "state": "on"},
        ],
        "steps": steps,
        "what-ifs": [draw(WHAT_IFS)],
    }
    return yaml.safe_dump(tree).encode()


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Noise is no lesson, and no trouble."""
    survives(data)


@given(st.text(st.sampled_from("[]{}:,-?&*!|>'\"%@# \n\tab1"), max_size=60))
def test_any_punctuation(text: str) -> None:
    """What looks a little like YAML is no trouble either."""
    survives(text.encode())


@given(mutated_bytes())
def test_the_lesson_with_bytes_changed(data: bytes) -> None:
    """A slip of the hand in the real lesson ends as a lesson or as problems."""
    survives(data)


@given(mutated_trees())
def test_the_lesson_with_parts_changed(data: bytes) -> None:
    """So does any part replaced, removed, doubled or renamed."""
    survives(data)


@given(PARTS)
def test_any_document(part: Any) -> None:
    """And any document at all."""
    survives(yaml.safe_dump(part, allow_unicode=True).encode("utf-8", "surrogatepass"))


@given(made_lessons())
def test_any_course(data: bytes) -> None:
    """Whatever the steps do, the lesson folds."""
    survives(data)
