"""What YAML complains about is said in words that an author can act on."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.document import read_document
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

NBSP, WIDE, ZERO, MARK = "\u00a0", "\u3000", "\u200b", "\ufeff"
KETTLE = "actors: [{{ id: {}, name: K }}]\nsteps: [{{ id: a, focus: [{}] }}]"


def complaint(text: str) -> str:
    """Return the first problem of a text: its place and its words."""
    try:
        problems = read_document(text.encode(), "f").problems
    except LessonError as error:
        problems = list(error.problems)
    return f"{problems[0].place}: {problems[0].text}" if problems else ""


@pytest.mark.parametrize(
    ("text", "place", "sign"),
    [
        ("caption: **Cook** switches it on.", "1:10", "*"),
        ("caption: *Cook* switches it on.", "1:10", "*"),
        ("caption: *cook", "1:10", "*"),
        ("b: &c x\ncaption: *c switches it on", "2:10", "*"),
        ("caption:\n  **Cook** switches", "2:3", "*"),
        ("- *", "1:3", "*"),
        ("a: { b: **x**, c: 1 }", "1:9", "*"),
        ("a: [*x, b]", "1:5", "*"),
        ("caption: & cook", "1:10", "&"),
        ("caption: &cook switches it on", "1:10", "&"),
        ("caption: ! look", "1:10", "!"),
        ("caption: !look here", "1:10", "!"),
        ("caption: !! look", "1:10", "!"),
        ("caption: ? what", "1:10", "?"),
        ("caption: | what", "1:10", "|"),
        ("caption: > what", "1:10", ">"),
        ("caption: - what", "1:10", "-"),
        ("caption: , what", "1:10", ","),
        ("caption: ] what", "1:10", "]"),
        ("caption: [x] what", "1:10", "["),
        ("caption: {x} what", "1:10", "{"),
    ],
)
def test_a_text_that_begins_with_a_sign_must_stand_in_quotes(
    text: str, place: str, sign: str
) -> None:
    """Mark-up is the format's own; YAML takes its first star for something else."""
    found = complaint(text + "\n")

    assert found.startswith(f"f:{place}: ")
    assert found.endswith(f"a text that begins with {sign} must stand in quotes")


@pytest.mark.parametrize(
    ("text", "place", "way"),
    [
        ("%YAML 2.0\n---\na: b\n", "1:1", "write %YAML 1.2, or leave that line out"),
        ("%FOO\na: b\n", "1:5", "needs quotes, or goes"),
        ("a: b\n...\nc: d\n", "3:1", "look for three dots, or for a bracket or quote"),
        ("{a: b}\nc: d\n", "2:1", "look for three dots, or for a bracket or quote"),
    ],
)
def test_what_parts_documents_is_named(text: str, place: str, way: str) -> None:
    """YAML's own words say nothing to who never wrote a document's start."""
    found = complaint(text)
    assert found.startswith(f"f:{place}: ")
    assert way in found


def test_names_that_are_used_are_no_mistake() -> None:
    """Anchors and aliases stay what they are in YAML."""
    assert complaint("a: &x words\nb: *x\nc: [*x, *x]\nd: &y [1]\n") == ""
    assert complaint('a: "*x"\nb: "&x"\nc: >-\n  **x**\n') == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"- id: x\n{NBSP} title: y\n  b: 2",
            "2:1: line 2 begins with a no-break space (U+00A0); type an ordinary blank",
        ),
        (f"- id: x\n \n# c\n{NBSP} title: y\n  b: 2", "4:1: line 4 begins with a no-b"),
        (
            f"- - id: x\n{WIDE}{WIDE}title: y\n    b: 2",
            "2:1: line 2 begins with an id",
        ),
        (f"a: 1\nb:{NBSP}2\nc: 3", "2:3: line 2 has a no-break space (U+00A0)"),
        (f"a: 1\n{MARK}b: 2\nc: 3", "2:1: line 2 begins with a zero width no-break"),
        ("a: 1\nb\uff1a2\nc: 3", "2:2: line 2 has a fullwidth colon (U+FF1A); type an"),
        ("a:\n  - x\n  \u2013 y\nb: 1", "3:3: line 3 begins with an en dash (U+2013)"),
        ("a:\n  \u2013 id: x\n    b: y", "2:3: line 2 begins with an en dash"),
        ("a:\n  \u2212 id: x\n    b: y", "2:3: line 2 begins with a minus sign"),
        (f"a:\n  -{NBSP}id: x\n    b: y", "2:4: line 2 has a no-break space"),
        ("a: 1\u2028b: 2: 3", "1:5: line 1 has a line separator (U+2028); type an or"),
        ("a: 1\u2029b: 2: 3", "1:5: line 1 has a paragraph separator (U+2029)"),
        ("a: 1\u0085b: 2: 3", "1:5: line 1 has a next-line sign (U+0085)"),
        (
            "a: \u201cx: y\u201d",
            "1:4: line 1 has a left double quotation mark (U+201C)",
        ),
        (
            "a: \u2018x: y\u2019",
            "1:4: line 1 has a left single quotation mark (U+2018)",
        ),
    ],
)
def test_what_looks_alike_is_named_with_its_place(text: str, said: str) -> None:
    """Also where YAML stumbles only in the line below; nobody could see it."""
    found = complaint(text + "\n")

    assert found.startswith(f"f:{said}")


@pytest.mark.parametrize(
    "text",
    [
        f"a: |\n  - x\n  \u2013 y{NBSP}z\nb: c: d\n",
        "a: \u201cTea\u201d\nb: c: d\n",
        f"a: >-\n  x\n  {NBSP}y\nb: c: d\n",
        "- a: 1\n  b: \u201cTea\u201d is hot: very\n",
    ],
)
def test_texts_may_hold_what_they_like(text: str) -> None:
    """They are not blamed for a mistake beside them."""
    assert "put a text with a colon in it in quotes" in complaint(text)


def test_an_odd_line_break_does_not_shift_the_place() -> None:
    """Editors count ordinary line breaks; YAML counts others, too."""
    assert complaint('a: "x\u2028y"\nb: c: d\n').startswith("f:2:5: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{NBSP}title: x", "it holds a no-break space (U+00A0)"),
        (f"tit{ZERO}le: x", "it holds a zero width space (U+200B); take it out"),
        (f"id: tea{NBSP}", "it holds a no-break space (U+00A0)"),
        ("id: ice\u2013tea", "it holds an en dash (U+2013); type an ordinary hyphen"),
        (f"minutes: 5{NBSP}", "it holds a no-break space (U+00A0)"),
        ("minutes: \uff15", "it holds a fullwidth digit five (U+FF15)"),
        ("states:\n  \u2022 word", "it holds a bullet (U+2022)"),
        (f"states:\n  -{NBSP}word", "it holds a no-break space (U+00A0)"),
        (f"title:{NBSP}x", "it holds a no-break space (U+00A0)"),
        ("title\uff1a x", "it holds a fullwidth colon (U+FF1A)"),
        ("t\u0456tle: x", "ukrainian i (U+0456); type an ordinary i"),
        (KETTLE.format("k\u0435ttle", "kettle"), "small letter ie (U+0435)"),
        (KETTLE.format("kettle", "k\u0435ttle"), "small letter ie (U+0435)"),
        ("samples: [{ id: a, t\uff1a b }]", "it holds a fullwidth colon (U+FF1A)"),
        (
            KETTLE.format(f"kettle{NBSP}", "kettle"),
            "no actor or link 'kettle'; there is 'kettle\\xa0', which holds a no-break",
        ),
        (
            KETTLE.format("kettle", f"kettle{NBSP}"),
            "no actor or link 'kettle\\xa0'; it holds a no-break space (U+00A0)",
        ),
    ],
)
def test_a_word_that_looks_right_is_told_what_it_holds(text: str, said: str) -> None:
    """Rather than whether the same word was meant."""
    with pytest.raises(LessonError) as caught:
        read_lesson(text.encode(), "f")

    assert said in str(caught.value)
    assert "did you mean" not in str(caught.value)
