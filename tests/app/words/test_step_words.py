"""The words of a step in a what-if, as the window writes and speaks them."""

from __future__ import annotations

from sidecar_viz.app.tabs.texts_panel import transcript_html
from sidecar_viz.app.words.announce import announcement
from sidecar_viz.app.words.caption_words import caption_text, reality_text, title_text
from sidecar_viz.app.words.step_words import step_words, titles
from sidecar_viz.core.course.course import Course
from sidecar_viz.paint.brush.theme import LIGHT
from tests.core.courses import played

FORK = """
steps:
  - id: one
    title: A goes on
    caption: A is active.
    say: A has become active.
    in-reality: A is really active.
    actors: [{id: a, state: Active}]
transcript: [A becomes active.]
what-ifs:
  - id: other
    title: Other
    fails: [{step: one, why: The way is closed.}]
    steps: [{step: one, title: A turns back, caption: A is **home** again.}]
  - {id: bare, title: Bare, fails: [{step: one, why: The way is closed.}]}
"""


def course(which: int) -> Course:
    """The lesson above in one of its what-ifs."""
    return played(FORK, which)


def test_a_title_of_its_own_is_not_struck_out() -> None:
    """It says what happens, and why; the lesson's own title says what does not."""
    assert "<s>" not in title_text(step_words(course(0), 1), LIGHT)
    assert "<s>A goes on</s>" in title_text(step_words(course(1), 1), LIGHT)
    assert "Cannot happen" not in caption_text(step_words(course(0), 1), {}, LIGHT)
    assert "Cannot happen" in caption_text(step_words(course(1), 1), {}, LIGHT)
    assert titles(course(0)) == ("Start", "A turns back")


def test_aloud_comes_why_and_what_happens_instead() -> None:
    """Nothing of what the lesson says there, nor how that would be in a cluster."""
    words = step_words(course(0), 1)

    said = announcement(words.say).replace("\u2068", "").replace("\u2069", "")
    assert said == "The way is closed. A is home again."
    bare = announcement(step_words(course(1), 1).say)
    assert bare.startswith("Cannot happen: ")
    assert reality_text(words) == ""


def test_the_transcript_tells_the_what_if() -> None:
    """Step by step, and not what the lesson tells."""
    html = transcript_html(course(0), 1, LIGHT)

    assert "A turns back" in html
    assert "A becomes active." not in html
