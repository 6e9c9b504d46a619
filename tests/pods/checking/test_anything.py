"""Whatever stands in the place of any part, it is a pod or is refused with a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.given.manifest import read_pod

PRINTED = Path(__file__).parents[1] / "given" / "manifests" / "printed.yaml"
WHOLE: Any = yaml.safe_load(PRINTED.read_text("utf-8"))
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**25, "", "a", "Always", "{{ x }}", "9" * 30, "\u202e"),
    *([], [[]], [None], {}, {"a": None}, {"name": "a"}, [{"name": "a"}, {"name": "a"}]),
)
Way = tuple[str | int, ...]


def ways(part: Any, way: Way = ()) -> list[Way]:
    """List the ways to all parts."""
    if isinstance(part, dict):
        inner = [found for key in part for found in ways(part[key], (*way, key))]
    elif isinstance(part, list):
        inner = [f for n, one in enumerate(part) for f in ways(one, (*way, n))]
    else:
        inner = []
    return [way, *inner]


def with_odd(part: Any, way: Way, odd: object) -> Any:
    """Put something odd in the place of a part."""
    if not way:
        return odd
    copy: Any = dict(part) if isinstance(part, dict) else list(part)
    copy[way[0]] = with_odd(part[way[0]], way[1:], odd)
    return copy


@given(st.sampled_from(ways(WHOLE)[1:]), st.sampled_from(ODD), st.booleans())
def test_no_manifest_breaks_the_checks(way: Way, odd: object, flow: bool) -> None:
    """As YAML and as JSON; every problem has a line of the file."""
    broken = with_odd(WHOLE, way, odd)
    text = json.dumps(broken) if flow else yaml.safe_dump(broken)
    lines = text.count("\n") + 1

    assert all(1 <= line <= lines for line in lines_told(text))


def lines_told(text: str) -> list[int]:
    """Return the lines of all problems, or of the containers if there are none."""
    try:
        pod = read_pod(text.encode(), "m")
    except LessonError as error:
        return [problem.place.line for problem in error.problems]
    except ManifestError:
        return []
    return [container.line for container in pod.containers]
