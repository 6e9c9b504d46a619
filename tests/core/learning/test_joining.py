"""What two windows did is joined, however each of them changed what they had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.core.learning.joining import joined_plain

lines = st.lists(st.integers(0, 9), unique=True)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "joined"),
    [
        ([1], [1, 2], [1, 3], [1, 3, 2]),
        ([1], None, [1, 3], [3]),
        ([1], [1, 2], None, [2]),
        ([1], None, [1], None),
        ([1, 2], [1], [2], None),
        (None, [1], [1], [1]),
        ({"a": [1]}, {"a": [1, 2]}, {"a": [1, 3], "b": 4}, {"a": [1, 3, 2], "b": 4}),
        ({"a": [1]}, None, {"a": [1], "b": [4]}, {"b": [4]}),
        ({"a": [1]}, {"a": (1,)}, {"a": [2]}, {"a": [2]}),
        (1, 2, 3, 2),
        ([1], {"a": 1}, [2], {"a": 1}),
    ],
)
def test_both_have_what_they_changed(
    base: object, mine: object, theirs: object, joined: object
) -> None:
    """What one added is there, what one took away is not."""
    assert joined_plain(base, mine, theirs) == joined


@given(lines, lines, lines)
def test_nothing_is_lost_and_nothing_comes_back(
    base: list[int], mine: list[int], theirs: list[int]
) -> None:
    """Whoever writes last: the same items, and again changes nothing."""
    joined = joined_plain(base, mine, theirs)
    items = set(joined) if isinstance(joined, list) else set()

    added = (set(mine) | set(theirs)) - set(base)
    left = set(base) & set(mine) & set(theirs)
    assert items == added | left
    assert joined_plain(mine, mine, joined) == joined
