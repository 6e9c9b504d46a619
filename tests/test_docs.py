"""What the guides say is so: their lesson is sound, their links lead somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from write_keys import lab_keys
from write_pictures import Recipe, lesson_in, recipes, simulated_in
from write_reference import reference

from sidecar_viz.app.lab.held.examples import examples
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS
from sidecar_viz.commands.schema import lesson_schema
from sidecar_viz.core.beside.tables import tracker_lines
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Hold, Tone, WhatIf
from sidecar_viz.core.words import TONES
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson
from sidecar_viz.files.rules.checks import problems_in
from sidecar_viz.paint.kinds.kinds import KINDS
from sidecar_viz.paint.kinds.link_kinds import LINK_KINDS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
GUIDE = (DOCS / "writing-lessons.md").read_text("utf-8")
COOKBOOK = (DOCS / "cookbook.md").read_text("utf-8")
LAB = (DOCS / "lab.md").read_text("utf-8")
RECIPES = recipes(COOKBOOK)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.fixture
def lesson_of_the_guide(tmp_path: Path) -> Path:
    """Write down what an author has who has followed the guide to its end."""
    path = tmp_path / "cafe" / "lesson.yaml"
    path.parent.mkdir()
    path.write_text(lesson_in(GUIDE), "utf-8")
    return path


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_each_pattern_of_the_cookbook_can_be_shown(recipe: Recipe) -> None:
    """It is read as it stands, and all that it sends has its way."""
    lesson = read_lesson(recipe.lesson.encode(), recipe.name)
    course = course_of(lesson)

    assert [part.why for outcome in course.outcomes for part in outcome.unmet] == []
    assert (DOCS / "images" / f"{recipe.name}.png").exists()


def test_the_cookbook_has_no_pattern_without_its_picture() -> None:
    """Each block of YAML is followed by what it looks like."""
    assert len(RECIPES) == COOKBOOK.count("```yaml")


def test_the_lesson_of_the_guide_is_sound(lesson_of_the_guide: Path) -> None:
    """Its parts, one after another in one file, have no problem."""
    assert problems_in(lesson_of_the_guide) == ()


def test_the_simulated_lesson_of_the_guide_is_sound(tmp_path: Path) -> None:
    """It has three steps, and the words that it brings itself."""
    path = tmp_path / "lesson.yaml"
    path.write_text(simulated_in(GUIDE), "utf-8")

    assert problems_in(path) == ()
    lesson = load_lesson(path)
    assert [step.title for step in lesson.steps] == [
        "logger and main start",
        "main ends with 0",
        "logger ends with 0, 2 s after SIGTERM",
    ]
    assert lesson.steps[1].caption.startswith("The worker is done.")
    assert lesson.steps[1].describe.startswith("The pod says Completed")


def test_the_lesson_of_the_guide_does_what_the_guide_says(
    lesson_of_the_guide: Path,
) -> None:
    """Two cups are left; with the kitchen closed, steps 2 and 3 cannot happen."""
    lesson = load_lesson(lesson_of_the_guide)
    plain = [line.cells[-1].text for line in tracker_lines(course_of(lesson))]
    other = course_of(lesson, lesson.what_ifs[0])

    assert plain == ["Served", "Free", "2"]
    assert [bool(outcome.blocked) for outcome in other.outcomes] == [0, 0, 1, 1]

    hurry = course_of(lesson, lesson.what_ifs[1])
    assert not any(outcome.blocked for outcome in hurry.outcomes)
    assert hurry.outcomes[-1].actors["guest"].presence == 0.0


@pytest.mark.parametrize("tone", TONES)
def test_a_hold_does_what_the_guide_says(tone: Tone, lesson_of_the_guide: Path) -> None:
    """Failed, idle and done cannot be reached, the others can; no count moves."""
    lesson = load_lesson(lesson_of_the_guide)
    hold = Hold(actor="kitchen", state="Open", tone=tone)
    last = course_of(lesson, WhatIf(id="w", title="W", holds=(hold,))).outcomes[-1]

    assert (last.links["hatch"].word == "on") == (
        tone not in {"failed", "idle", "done", "finished"}
    )
    assert last.actors["kitchen"].count == 3
    assert f"`{tone}`" in GUIDE


def test_the_reference_is_current() -> None:
    """After a change of the schema, run `python packaging/write_reference.py`."""
    written = (DOCS / "reference.md").read_text("utf-8")

    assert written == reference(json.loads(lesson_schema()))


def test_the_keys_of_the_lab_are_those_of_its_commands() -> None:
    """After a change of LAB_COMMANDS, run `python packaging/write_keys.py`."""
    assert lab_keys(LAB_COMMANDS) in LAB


def test_the_page_of_the_lab_lists_its_examples() -> None:
    """Each by its name and its file."""
    listed = re.findall(r"^- (.+) \(`(.+)`\)$", LAB, re.MULTILINE)

    assert sorted(listed) == sorted((one.name, one.path.name) for one in examples())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Pages and pictures that a page names are there."""
    names = LINK.findall(page.read_text("utf-8"))

    assert [name for name in names if not (DOCS / name).exists()] == []


def test_the_readme_leads_to_every_page() -> None:
    """Nobody has to look into the folder to find one."""
    readme = (ROOT / "README.md").read_text("utf-8")

    assert [page.name for page in PAGES if f"(docs/{page.name})" not in readme] == []


def test_pictures_are_small_and_used() -> None:
    """At most 80 KB each, 100 of whole windows and pages, and each on some page."""
    pages = "".join(page.read_text("utf-8") for page in PAGES)
    for picture in (DOCS / "images").rglob("*.png"):
        whole = picture.parent.name in ("lab", "exports")
        most = 100_000 if whole else 80_000
        assert picture.stat().st_size <= most
        assert f"({picture.relative_to(DOCS)})" in pages


def test_the_picture_of_all_kinds_has_all_kinds() -> None:
    """The lesson that it is made from names every kind that has a form of its own."""
    lesson = load_lesson(DOCS / "images" / "kinds.yaml")

    assert {actor.kind for actor in lesson.actors} == set(KINDS)
    assert {link.kind for link in lesson.links} == set(LINK_KINDS)


def workarounds() -> list[tuple[str, str]]:
    """Each place that is marked, and what stands in it and the two lines after it."""
    found = []
    for folder in ("sidecar_viz", "packaging"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            lines = path.read_text("utf-8").splitlines()
            found += [
                (f"{path.relative_to(ROOT)}:{at}", " ".join(lines[at - 1 : at + 2]))
                for at, line in enumerate(lines, 1)
                if "WORKAROUND" in line
            ]
    return found


def test_a_workaround_names_the_bug_or_our_report_of_it() -> None:
    """Who meets one can look whether it is still needed."""
    assert workarounds()
    for place, words in workarounds():
        report = re.search(r"\.github/upstream/[\w-]+\.md", words)
        known = re.search(r"\b(QTBUG|PYSIDE)-\d+", words)
        assert report or known, place
        assert report is None or (ROOT / report[0]).is_file(), place
