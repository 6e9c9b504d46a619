"""Finding words in a lesson: everything but the quiz, and where it leads."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.beside.find import matching, passages, snippet
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain


def test_words_lead_to_their_steps(sidecar_lesson: Lesson) -> None:
    """A caption's words to its step, a row's to its own, the manifest's to it."""
    every = passages(course_of(sidecar_lesson))

    found = matching(every, "forwards receiver")
    assert (found[0].where, found[0].step) == ("step", 5)
    assert ("row", 5) in [(p.where, p.step) for p in matching(every, "logs forwarded")]
    assert "sample" in {p.where for p in matching(every, "emptyDir")}
    assert {p.where for p in matching(every, "NETWORK active")} >= {"actor", "row"}


def test_an_actor_leads_to_the_first_step_about_it(lesson: Lesson) -> None:
    """By the step's focus or by a change; to the start where there is neither."""
    run, write = lesson.steps
    focused = replace(lesson, steps=(replace(run, focus=("disk",)), write))

    def leads_to(shown: Lesson) -> dict[str, int | None]:
        return {
            p.text: p.step for p in passages(course_of(shown)) if p.where == "actor"
        }

    assert leads_to(lesson) == {"Pod:": 1, "App:": 1, "Disk:": 0}
    assert leads_to(focused) == {"Pod:": 1, "App:": 1, "Disk:": 1}


def test_nothing_typed_finds_nothing(sidecar_lesson: Lesson) -> None:
    """Nor do words that are nowhere, nor an answer of the quiz."""
    every = passages(course_of(sidecar_lesson))

    assert matching(every, "  ") == []
    assert matching(every, "zebra") == []
    option = sidecar_lesson.quiz[0].options[0].why
    assert all(option not in passage.text for passage in every)


def test_a_snippet_shows_the_words_around() -> None:
    """Whole words only, with dots where something was left away."""
    text = "one two three " * 20 + "needle " + "four five six " * 20

    said = snippet(text, "needle")

    assert "needle" in said
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert len(said) < 130
    assert snippet("needle", "needle") == "needle"


def test_in_a_what_if_its_own_words_are_found(sidecar_lesson: Lesson) -> None:
    """What the lesson says there is not, nor how that would be in a cluster."""
    what_if = next(w for w in sidecar_lesson.what_ifs if w.id == "network-down")
    every = passages(course_of(sidecar_lesson, what_if))

    steps = [p for p in every if p.where in {"step", "reality", "row"} and p.step == 5]

    assert [p.where for p in steps] == ["step", "row"]
    assert "cannot reach the log receiver" in steps[0].text
    assert "Logs pile up in volume" in steps[1].text
    caption = plain(sidecar_lesson.steps[4].caption)
    assert all(caption not in p.text for p in every)
