"""Cards to learn from, and manifests to copy: as they come out of the PDF again."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from sidecar_viz.cli import main
from sidecar_viz.core.lesson import Lesson, Sample
from sidecar_viz.core.markup import plain
from sidecar_viz.export.paper.listing import file_name, listings_pdf
from sidecar_viz.export.paper.review_cards import review_cards, review_cards_pdf
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts
from tests.export.paper.readings import dense, lost_in, reader_of, words_in

ROOT = Path(__file__).parents[3]
LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    """Write with the bundled fonts."""
    del qapp
    load_fonts(ROOT / "resources" / "fonts")


def test_a_card_of_each_moment_question_and_what_if(sidecar_lesson: Lesson) -> None:
    """Its answer is on the other side, and nothing of it on the first."""
    lesson = sidecar_lesson
    cards = review_cards(lesson)

    assert len(cards) == 3 + 3 + 4
    assert cards[0].answer == lesson.key_moments[0].answer
    assert cards[3].question.endswith("A  Step 3\nB  Step 2\nC  Step 4\nD  Step 5")
    assert cards[3].answer == f"**A  Step 3**\n{lesson.quiz[0].options[0].why}"
    assert cards[6].question == lesson.what_ifs[0].title
    assert not [card for card in cards if card.answer in card.question]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_every_card_is_whole_on_paper(path: Path) -> None:
    """Five to a page, with all words of both sides."""
    lesson = load_lesson(path)
    pdf = b"".join(data for data, _ in review_cards_pdf(lesson))
    cards, told = review_cards(lesson), dense(words_in(pdf))

    assert len(reader_of(pdf).pages) == -(-len(cards) // 5)
    sides = [side for card in cards for side in (card.question, card.answer)]
    assert [s for s in sides if dense(plain(s)) not in told] == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_a_manifest_is_copied_out_as_it_is(path: Path) -> None:
    """With its indents, which are what YAML means; and it is attached as a file."""
    lesson = load_lesson(path)
    reader = reader_of(b"".join(data for data, _ in listings_pdf(lesson)))

    for page, sample in zip(reader.pages, lesson.samples, strict=True):
        title, *copied = page.extract_text().splitlines()
        lines = [line.rstrip() for line in sample.text.splitlines() if line.strip()]
        assert title == plain(sample.title)
        assert [line for line in copied if line.strip()] == lines
        assert reader.attachments[file_name(sample)] == [sample.text.encode()]


def test_long_listings_go_on_and_wide_ones_are_smaller(lesson: Lesson) -> None:
    """No line is lost or cut; two listings stand on pages of their own."""
    long = "\n".join(f"line {number}" for number in range(150))
    wide = "x" * 170
    samples = (
        Sample(id="long", text=long),
        Sample(id="wide", text=wide, language="yaml"),
    )
    pdf = b"".join(d for d, _ in listings_pdf(replace(lesson, samples=samples)))
    pages = [page.extract_text() for page in reader_of(pdf).pages]

    *first, last = pages
    assert len(first) == 4
    assert [n for n in range(150) if f"line {n}" not in "\n".join(first)] == []
    assert last.splitlines()[1:] == [wide]


@pytest.mark.parametrize(
    ("out", "more", "said"),
    [
        ("o.png", ["--sheet", "pupils"], "a sheet is paper; end the file's name in"),
        ("o.pdf", ["--sheet", "pupils", "--notes"], "--notes is for a handout"),
        (
            "o.pdf",
            ["--sheet", "review", "--what-if", "network-down"],
            "--sheet review is of the lesson; leave --what-if away",
        ),
        (
            "o.pdf",
            ["--sheet", "pupils", "--step", "2"],
            "all steps of the lesson are in",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(
    out: str,
    more: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By name, with what to do; nothing is made."""
    assert main(["export", "sidecar", str(tmp_path / out), *more]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("sheet", "said"),
    [("manifest", "has no manifest"), ("review", "has no questions")],
)
def test_a_lesson_without_it_says_so(
    sheet: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new lesson has neither quiz nor manifest."""
    bare = tmp_path / "bare.lesson.yaml"
    bare.write_text(
        "format: 1\nid: bare\ntitle: Bare\nactors: [{id: a, name: A}]\n"
        "steps: [{id: one, title: One, say: It is so., describe: A is there.}]\n"
    )
    out = tmp_path / "o.pdf"

    assert main(["export", str(bare), str(out), "--sheet", sheet]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "sheet", ["pupils", "teacher", "cards", "review", "manifest", "pictures"]
)
def test_the_command_line_writes_each_sheet(sheet: str, tmp_path: Path) -> None:
    """Each has its title and no date; its table of places is right."""
    out = tmp_path / "out.pdf"

    assert main(["export", "sidecar", str(out), "--sheet", sheet]) == 0

    assert lost_in(out.read_bytes()) == []
    reader = reader_of(out.read_bytes())
    assert reader.metadata is not None
    assert reader.metadata.title == "Sidecar container pattern in Kubernetes"
    assert reader.metadata.creation_date is None
    assert reader.metadata.modification_date is None
    assert len(reader.pages) >= 1
