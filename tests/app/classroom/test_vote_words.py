"""What is heard of a class vote are sentences, each with one end."""

from __future__ import annotations

import re

import pytest

from sidecar_viz.app.classroom.vote_words import heard, told
from sidecar_viz.core.learning.quiz import right_option
from sidecar_viz.core.learning.vote import Stage, Vote
from sidecar_viz.core.lesson import Lesson


@pytest.mark.parametrize("stage", ["count", "bars", "answer"])
def test_each_sentence_has_one_end(sidecar_lesson: Lesson, stage: Stage) -> None:
    """A question keeps its mark."""
    question = sidecar_lesson.quiz[0]
    assert question.question.endswith("?")
    counts = tuple(range(1, len(question.options) + 1))
    nothing = (0,) * len(counts)
    vote = Vote(question.id, right_option(question), counts, nothing, stage)
    for said in (heard(question, vote), told(question, vote)):
        assert not re.search(r"[.?!][.?!]", said)
        assert said[-1] in ".?"
    assert f"{question.question} A: " in heard(question, vote)
