"""A class votes: counting, stages, shares, and what is suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sidecar_viz.core.learning.vote import (
    Stage,
    Vote,
    advice_for,
    new_vote,
    percents,
    share,
    share_right,
)


def voted(*counts: int, right: int = 1) -> Vote:
    """Make a first vote with these counts."""
    vote = new_vote("q", right, len(counts))
    for option, count in enumerate(counts):
        vote = vote.counted(option, count)
    return vote


def stages(vote: Vote, presses: int) -> list[Stage]:
    """List the stages that a clicker goes through."""
    found = []
    for _ in range(presses):
        vote = vote.onward()
        found.append(vote.stage)
    return found


def test_counts_are_typed_or_raised() -> None:
    """A typed number replaces, plus and minus change, nothing leaves 0 to 999."""
    vote = new_vote("q", 0, 3).counted(1, 12).raised(1, 1).raised(0, -1)

    assert vote.first == (0, 13, 0)
    assert vote.counted(2, 5000).first == (0, 13, 999)
    assert vote.counted(2, -4).first == (0, 13, 0)
    assert vote.second == (0, 0, 0)


def test_an_option_that_is_not_there_is_an_error() -> None:
    """A wrong place is a mistake in the program, not a vote."""
    with pytest.raises(IndexError):
        new_vote("q", 0, 3).counted(3, 1)


def test_the_second_vote_stands_beside_the_first() -> None:
    """What is counted after the talk leaves the first counts as they were."""
    vote = voted(10, 10, 0, 0).onward().onward()
    assert vote.stage == "recount"

    vote = vote.counted(1, 18).counted(0, 2)

    assert vote.first == (10, 10, 0, 0)
    assert vote.second == (2, 18, 0, 0)
    assert vote.counts == vote.second
    assert vote.advice == "go_on"


@pytest.mark.parametrize(
    ("right", "advice"),
    [
        (None, "none"),
        (0.0, "explain"),
        (0.29, "explain"),
        (0.3, "discuss"),
        (0.8, "discuss"),
        (0.81, "go_on"),
        (1.0, "go_on"),
    ],
)
def test_the_share_of_right_answers_suggests(right: float | None, advice: str) -> None:
    """Below 30 % explain again, up to 80 % talk and vote again, above go on."""
    assert advice_for(right) == advice


@pytest.mark.parametrize(
    ("counts", "way"),
    [
        ((10, 10), ["bars", "recount", "answer", "answer"]),
        ((9, 1), ["bars", "recount", "answer", "answer"]),
        ((1, 19), ["bars", "answer", "answer", "answer"]),
        ((0, 0), ["count", "count", "count", "count"]),
    ],
)
def test_one_button_leads_through_the_vote(
    counts: tuple[int, ...], way: list[Stage]
) -> None:
    """Bars come before the answer, a second vote only where it helps."""
    assert stages(voted(*counts), 4) == way


def test_a_second_vote_is_shown_beside_the_first_before_the_answer() -> None:
    """Count, bars, count, both, answer."""
    vote = voted(10, 10).onward().onward().counted(1, 20)

    assert stages(vote, 3) == ["both", "answer", "answer"]


def test_with_a_second_vote_counted_the_first_bars_lead_to_both() -> None:
    """Gone back to the first bars, the button does not ask to count again."""
    vote = replace(voted(10, 10).recounted().counted(1, 20), stage="bars")

    assert stages(vote, 2) == ["both", "answer"]


def test_a_question_without_an_answer_goes_on() -> None:
    """There is nothing to suggest where no option is right."""
    vote = voted(3, 4, right=-1)

    assert vote.advice == "none"
    assert stages(vote, 2) == ["bars", "answer"]


def test_the_way_back_loses_nothing() -> None:
    """Each stage leads back to the one before it, with all counts."""
    vote = voted(10, 10).recounted().counted(1, 20).onward().onward()
    seen = []
    for _ in range(5):
        seen.append(vote.stage)
        vote = vote.backward()

    assert seen == ["answer", "both", "recount", "bars", "count"]
    assert (vote.first, vote.second) == ((10, 10), (0, 20))
    assert voted(1, 9).onward().onward().backward().stage == "bars"


def test_a_second_vote_needs_a_first() -> None:
    """It can be asked for at any share, but not before anything was counted."""
    assert new_vote("q", 0, 2).recounted().stage == "count"
    assert voted(0, 9).recounted().stage == "recount"


def test_whether_hands_are_counted() -> None:
    """Counting, counting again, and nothing else."""
    names: tuple[Stage, ...] = ("count", "bars", "recount", "both", "answer")

    found = [name for name in names if replace(voted(1, 1), stage=name).counting]

    assert found == ["count", "recount"]


def test_a_vote_can_begin_anew() -> None:
    """Nothing counted is left."""
    vote = voted(4, 5).onward().restarted()

    assert vote == new_vote("q", 1, 2)
    assert vote.empty
    assert not voted(4, 5).empty


def test_shares() -> None:
    """Of all votes; none without votes or without an answer."""
    assert share((1, 3), 1) == 0.75
    assert share((0, 0), 1) == 0.0
    assert share_right((1, 3), 1) == 0.75
    assert share_right((0, 0), 1) is None
    assert share_right((1, 3), 2) is None
    assert share_right((1, 3), -1) is None


def test_percents_of_a_third_each() -> None:
    """The rest goes to the first of equals."""
    assert percents((1, 1, 1)) == (34, 33, 33)
    assert percents((0, 0)) == (0, 0)


@given(st.lists(st.integers(0, 999), min_size=2, max_size=6).filter(any))
def test_percents_add_up_and_are_near(counts: list[int]) -> None:
    """Together 100; none is further than one from its exact share."""
    found = percents(counts)

    assert sum(found) == 100
    total = sum(counts)
    for percent, count in zip(found, counts, strict=True):
        assert abs(percent - 100 * count / total) < 1
