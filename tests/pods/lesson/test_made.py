"""Lessons that are made of a simulation: read like any other, own words first."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import Unread, find_cached, load_cached
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.rules.checks import problems_in
from tests.pods.lesson.manifests import JOB, SHOP, SHOP_SCRIPT

HEAD = "format: 2\nid: shop\ntitle: The shop\n"
FILES = "simulate: {manifest: pod.yaml, script: script.yaml}\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the shop's manifest and script."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("pod.yaml").write_text(SHOP, "utf-8")
    Path("script.yaml").write_text(SHOP_SCRIPT, "utf-8")


def made(text: str) -> Lesson:
    """Read a lesson that is made of the shop's simulation."""
    return read_lesson((HEAD + text).encode("utf-8"), "shop.yaml")


def problems(text: str, head: str = HEAD) -> list[str]:
    """Return the problems of a lesson."""
    with pytest.raises(LessonError) as caught:
        read_lesson((head + text).encode("utf-8"), "shop.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_a_lesson_needs_no_more_than_a_manifest() -> None:
    """All its parts are made, and nothing is wrong with them."""
    Path("shop.yaml").write_text(HEAD + FILES, "utf-8")
    assert problems_in(Path("shop.yaml")) == ()
    lesson = load_lesson(Path("shop.yaml"))
    assert (lesson.id, lesson.title, len(lesson.steps)) == ("shop", "The shop", 14)
    assert lesson.simulate is not None


def test_it_stops_where_it_is_asked_to() -> None:
    """What happens between two stops is one step; what comes after them is not told."""
    lesson = made(
        "simulate: {manifest: pod.yaml, script: script.yaml, at: [0, 23, 50]}"
    )
    assert [step.title for step in lesson.steps] == [
        "The pod is bound to its node",
        "migrate ends with 0",
        "The pod is deleted",
    ]
    assert lesson.table is not None
    assert [row.cells[0] for row in lesson.table.rows] == ["0 s", "23 s", "50 s"]


def test_own_words_go_before_those_that_are_made() -> None:
    """The caption is the author's, all that the author leaves out is made."""
    lesson = made(f"{FILES}steps: [{{at: 50, caption: Who may go on?, notes: Ask.}}]")
    step = lesson.steps[8]
    assert (step.caption, step.notes, step.at) == ("Who may go on?", "Ask.", 50)
    assert step.title == "The pod is deleted"
    assert step.describe.startswith("The pod says Terminating")
    assert step.sends


def test_the_second_entry_for_a_second_is_about_its_second_step() -> None:
    """Two steps at 0 s have their words in order."""
    text = f"simulate:\n  manifest: |\n{indented(JOB)}\n"
    lesson = made(f"{text}steps: [{{at: 0, title: One}}, {{at: 0, title: Two}}]")
    assert [step.title for step in lesson.steps] == ["One", "Two", "main starts"]


def indented(text: str) -> str:
    """Indent a text as a block of YAML."""
    return "\n".join(f"    {line}" for line in text.splitlines())


def test_parts_with_an_id_that_is_there_change_only_what_is_written() -> None:
    """An actor gets another text and keeps the rest; a new one is added."""
    extra = "[{id: web, about: Sells shoes.}, {id: me, name: Me, kind: client}]"
    lesson = made(f"{FILES}actors: {extra}\nstart: {{notes: Look.}}\n")
    actors = {actor.id: actor for actor in lesson.actors}
    assert (actors["web"].about, actors["web"].label) == ("Sells shoes.", "shop/web:7")
    assert actors["me"].name == "Me"
    assert lesson.start.notes == "Look."
    assert lesson.start.caption.startswith("The pod **shop** has 4 containers.")


def test_what_a_step_of_ones_own_changes_is_added() -> None:
    """It comes on top of what is made."""
    lesson = made(
        f"{FILES}actors: [{{id: me, name: Me, state: Calm}}]\n"
        "steps: [{at: 23, actors: [{id: me, state: Glad}]}]"
    )
    changed = [change.id for change in lesson.steps[7].actors]
    assert changed == ["web", "me"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{FILES}steps: [{{at: 15, title: X}}]",
            "shop.yaml:5:14: simulate: nothing happens at 15 s, but at 14 s and 18 s",
        ),
        (
            f"{FILES}steps: [{{id: x, title: X}}]",
            (
                "shop.yaml:5:9: simulate: say which second the step is about, "
                "such as at: 14"
            ),
        ),
        (
            f"{FILES}steps: [{{at: 50, title: X}}, {{at: 50, title: Y}}]",
            "shop.yaml:5:34: simulate: the step at 50 s has its words already",
        ),
        (
            "simulate: {manifest: none.yaml}",
            "shop.yaml:4:22: simulate: none.yaml: no such file or directory",
        ),
        (
            "simulate: {manifest: ../pod.yaml}",
            (
                "shop.yaml:4:22: simulate: '../pod.yaml' is not beside the lesson; "
                "give the name of a file that is"
            ),
        ),
        (
            "simulate: {manifest: pod.yaml, pod: other}",
            (
                "shop.yaml:4:22: simulate: there is no pod 'other' in pod.yaml "
                "(it has: Pod/shop in line 1)"
            ),
        ),
        (
            "simulate: {script: x}",
            "shop.yaml:4:11: missing: a simulation needs the field manifest",
        ),
        (
            "simulate: {manifest: pod.yaml, at: [-1]}",
            "shop.yaml:4:37: range: -1 is less than 0",
        ),
    ],
)
def test_a_mistake_is_said_with_its_place(text: str, said: str) -> None:
    """In the lesson where the lesson is wrong."""
    assert problems(text) == [said]


def test_mistakes_of_a_file_beside_it_are_said_with_their_place_there() -> None:
    """The manifest's and the script's own line and column."""
    Path("script.yaml").write_text("containers: {wep: {}}\n", "utf-8")
    (said,) = problems(FILES)
    assert said.startswith(
        "script.yaml:1:19: reference: containers.wep: the pod has no"
    )
    Path("pod.yaml").write_text(SHOP.replace("image: shop/web:7", "x: y"), "utf-8")
    missing, unknown = problems(FILES)
    assert missing.startswith("pod.yaml:16:7: ")
    assert unknown.startswith("pod.yaml:17:7: ")


def test_mistakes_of_a_text_in_it_have_the_lines_of_the_lesson() -> None:
    """A block's first line is the one after its bar."""
    text = f"simulate:\n  manifest: |\n{indented(JOB.replace('image: ', 'imag: '))}\n"
    lines = (HEAD + text).split("\n")
    for said in problems(text):
        number = int(said.split(":")[1])
        assert "imag" in lines[number - 1]


def test_a_second_is_nothing_in_any_other_lesson() -> None:
    """It is not taken for something that it does not do."""
    text = "actors: [{id: a, name: A}]\nsteps: [{id: s, at: 5, title: S, focus: [a]}]"
    assert problems(text) == [
        (
            "shop.yaml:5:21: simulate: a second is for a lesson with simulate;"
            " this one has none"
        )
    ]


def test_format_1_has_no_simulation() -> None:
    """It says which format it needs."""
    (said,) = problems(FILES, HEAD.replace("2", "1"))
    assert said == "shop.yaml:4:11: format: simulate needs format: 2"


def test_its_id_and_its_title_are_the_authors() -> None:
    """A lesson without them is told so, as any other."""
    said = problems(FILES, "format: 2\n")
    assert [text.partition("missing: ")[2] for text in said] == [
        "a lesson needs the field id",
        "a lesson needs the field title",
    ]


def test_what_would_take_too_long_is_not_played() -> None:
    """A lesson from a stranger is opened in a bounded time."""
    Path("script.yaml").write_text("max-seconds: 1000000000\n", "utf-8")
    assert problems(FILES) == [
        "shop.yaml:4:40: simulate: max-seconds is 1e+09; a lesson has a day, 86400"
    ]


def test_a_changed_manifest_is_seen_at_the_next_opening(tmp_path: Path) -> None:
    """What is made of other files is not kept with this one's bytes."""
    path = tmp_path / "shop.yaml"
    path.write_text(HEAD + FILES, "utf-8")
    before = load_cached(path)
    (tmp_path / "script.yaml").write_text("{}", "utf-8")
    assert len(load_cached(path).steps) < len(before.steps)


def test_a_file_that_is_missing_may_come_later(tmp_path: Path) -> None:
    """That it is missing is not remembered."""
    path = tmp_path / "shop.yaml"
    path.write_text(HEAD + FILES, "utf-8")
    (tmp_path / "script.yaml").unlink()
    with pytest.raises(LessonError):
        load_cached(path)
    assert find_cached(path) == Unread(path.stat().st_size)
