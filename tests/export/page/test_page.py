"""One file that needs nothing else, holds all of the lesson, and is always the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode, b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from sidecar_viz.core.beside.told import told
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.page.embedding import iframe
from sidecar_viz.export.page.page import SCRIPTS, filled, policy
from sidecar_viz.export.page.words import KEYS, SAID
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.export.page.conftest import ROOT, Exported

LESSONS = sorted(path.parent.name for path in ROOT.glob("lessons/*/lesson.yaml"))
MOST = 2_500_000  # bytes
PLAYER = 20_000
FETCHED = r"""(src|href)=["'](?!#)|@import|url\((?!data:font)"""
TAG = re.compile(r"<[^>]*>")


def content_of(page: str) -> dict[str, Any]:
    """Unpack what the player reads."""
    packed = page.partition('id="content">')[2].partition("<")[0]
    return dict(json.loads(zlib.decompress(b64decode(packed))))


def words_of(page: str) -> str:
    """Return all words of a page, those of the player's content with them."""
    told = json.dumps(content_of(page)["told"], ensure_ascii=False)
    written = page.partition("<body")[2].partition('<script type="text/plain"')[0]
    whole = unescape(TAG.sub("", written + json.loads(json.dumps(told))))
    return re.sub(r"\s+", " ", whole.replace('\\"', '"'))


@pytest.mark.storm
@pytest.mark.parametrize("name", LESSONS)
def test_every_lesson_is_a_page_of_bounded_size(exported: Exported, name: str) -> None:
    """At most 2.5 MB, and nothing in it is fetched from anywhere."""
    page = exported(name).read_text(encoding="utf-8")

    assert exported(name).stat().st_size <= MOST
    assert not re.search(FETCHED, markup(page))
    for strange in ("fetch(", "XMLHttpRequest", "import(", "WebSocket", "sendBeacon"):
        assert strange not in page


def markup(page: str) -> str:
    """Return a page without what its embedding dialog tells people to write."""
    return re.sub(r"&lt;iframe.*?&gt;|\.replace\(/src=.*?\)", "", page, flags=re.DOTALL)


def texts_of(lesson: Lesson) -> list[str]:
    """List what must be found in a lesson's page."""
    steps = [text for step in lesson.steps for text in (step.title, step.caption)]
    questions = [
        text
        for one in lesson.quiz
        for text in (one.question, one.hint, *(o.text for o in one.options))
    ]
    reasons = [option.why for one in lesson.quiz for option in one.options]
    moments = [t for one in lesson.key_moments for t in (one.question, one.answer)]
    what_ifs = [text for one in lesson.what_ifs for text in (one.title, one.summary)]
    courses = [course_of(lesson, what_if) for what_if in lesson.what_ifs]
    words = [told(one, step) for one in courses for step in range(1, one.end + 1)]
    others = [t for one in words for t in (one.title, one.describe, one.instead)]
    others += [one.blocked or one.caption for one in words]
    rows = lesson.table.rows if lesson.table else ()
    cells = [cell for row in rows for cell in row.cells]
    boxes = [node.label for node in lesson.flow.nodes]
    lines = [line for one in lesson.samples for line in one.text.splitlines()]
    return [
        *(*steps, *questions, *reasons, *moments, *what_ifs, *others, *cells, *boxes),
        *(*lines, *lesson.snapshot, *lesson.transcript),
    ]


@pytest.mark.storm
@pytest.mark.parametrize("name", LESSONS)
def test_everything_of_a_lesson_is_in_its_page(exported: Exported, name: str) -> None:
    """Steps, tables, flow, listings, questions with hints and reasons, what-ifs."""
    lesson = load_lesson(ROOT / "lessons" / name / "lesson.yaml")
    words = words_of(exported(name).read_text(encoding="utf-8"))

    missing = [
        text
        for text in texts_of(lesson)
        if re.sub(r"\s+", " ", plain(text)).strip() not in words
    ]
    assert not missing


def test_the_pages_right_answers_are_the_lessons(
    exported: Exported, sidecar_lesson: Lesson
) -> None:
    """The player knows which options are right, and where each answer is proved."""
    content = content_of(exported("sidecar").read_text(encoding="utf-8"))
    asked = content["quiz"]

    assert [one["rights"] for one in asked] == [[0], [2], [1]]
    assert [one["step"] for one in asked] == [3, 5, 4]
    assert asked[2]["whatIf"] == "volume-not-mounted"
    assert len(content["told"]) == 1 + len(sidecar_lesson.what_ifs)
    assert [len(one["moments"]) for one in content["told"]] == [8, 7, 7, 7, 7]


def test_nothing_but_the_pages_own_parts_may_be_loaded(exported: Exported) -> None:
    """The policy names the hash of each style and of the script, and nothing remote."""
    page = exported("sidecar").read_text(encoding="utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    scripts = re.findall(r'<script type="module">(.*?)</script>', page, re.DOTALL)

    assert (len(styles), len(scripts)) == (2, 1)
    for part in (*styles, *scripts):
        digest = b64encode(sha256(part.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in found[1]
    assert found[1].startswith("default-src 'none'; base-uri 'none'; form-action")
    assert "http" not in found[1]
    assert "unsafe" not in found[1]
    assert "*" not in found[1]
    assert "style=" not in page.partition("<body")[2].partition("<script")[0]
    assert policy(("a",), "b") != policy(("a",), "c")


@pytest.mark.storm
def test_the_same_lesson_makes_the_same_bytes(tmp_path: Path) -> None:
    """In processes that order their sets otherwise, on another day."""
    made = []
    for seed, zone in (("1", "UTC"), ("77", "Pacific/Kiritimati")):
        out = tmp_path / seed / "sidecar.html"
        out.parent.mkdir()
        subprocess.run(
            [sys.executable, "-m", "sidecar_viz", "export", "sidecar", str(out)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=ROOT,
            check=True,
        )
        made.append(out.read_bytes())

    assert made[0] == made[1]


def test_the_player_is_small_and_its_parts_are_whole() -> None:
    """What draws and moves is under 20 kB; every word that is asked for is there."""
    parts = ROOT / "resources" / "page"
    sizes = [(parts / name).stat().st_size for name in SCRIPTS if name != "controls.js"]
    page = (parts / "page.html").read_text(encoding="utf-8")
    scripts = "".join(one.read_text(encoding="utf-8") for one in parts.glob("*.js"))

    assert sum(sizes) < PLAYER
    wanted = {*re.findall(r"{{said-([a-z-]+)}}", page)}
    wanted |= {*re.findall(r'said\["([a-z-]+)"\]', scripts)}
    wanted |= {*re.findall(r"said\.([a-z]+)", scripts)}
    assert wanted <= SAID.keys()
    with pytest.raises(KeyError):
        filled("{{nothing}}", {})


def test_the_pages_keys_are_the_programs() -> None:
    """What the page's help says is in the program's table of keys, word for word."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    cells = (line.split("|") for line in readme.splitlines())
    rows = {row[1].strip(): f"{row[2]} {row[3]}" for row in cells if len(row) == 5}
    for key in KEYS:
        begins = key.what.partition(";")[0]
        row = " ".join(keys for what, keys in rows.items() if what.startswith(begins))
        for one in (*key.stage, *key.anywhere):
            assert f"`{one}`" in row, (key.what, one)


def test_the_snippet_names_the_lesson(sidecar_lesson: Lesson) -> None:
    """An iframe without a title is a barrier."""
    snippet = iframe(sidecar_lesson, 'a b&"c"#1 100%.html')

    name = "a%20b%26%22c%22%231%20100%25.html"
    assert snippet.startswith(f'<iframe src="{name}?step=1" title="Sidecar')
