"""Pictures as PDF: a page for each, as large as it is, its text as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from sidecar_viz.cli import main
from tests.export.paper.readings import dense, lost_in, pictures_in, reader_of

pytestmark = pytest.mark.usefixtures("qapp")

SHOWN = (  # a word that only this picture of the lesson has
    *("Whichpaymentfailed?", "Initializing", "3loglines", "6loglines"),
    *("9loglines", "9loglinesread", "Unmounted", "safeatthereceiver"),
)


def exported(out: Path, *more: str) -> PdfReader:
    """Export pictures of the sidecar lesson, and read them again."""
    assert main(["export", "sidecar", str(out), *more]) == 0
    assert lost_in(out.read_bytes()) == []
    return reader_of(out.read_bytes())


def sizes(reader: PdfReader) -> set[tuple[float, float]]:
    """Return the sizes of all pages, in points."""
    return {
        (float(page.mediabox.width), float(page.mediabox.height))
        for page in reader.pages
    }


def test_a_step_is_one_page_as_large_as_its_picture(tmp_path: Path) -> None:
    """96 of its pixels are an inch; its words can be searched; it holds no pixels."""
    out = tmp_path / "step.pdf"
    reader = exported(out, "--step", "5", "--size", "1280x720")

    assert sizes(reader) == {(960.0, 540.0)}
    assert len(reader.pages) == 1
    text = dense(reader.pages[0].extract_text())
    assert all(word in text for word in ("12loglines", "6loglinesreceived", "Active"))
    assert pictures_in(out.read_bytes()) == []


def test_its_title_is_the_steps_and_it_is_described(tmp_path: Path) -> None:
    """As an SVG's; there is no date in it."""
    out = tmp_path / "step.pdf"
    reader = exported(out, "--step", "5")

    assert reader.metadata is not None
    title = "Sidecar container pattern in Kubernetes: Sidecar sends logs externally"
    assert reader.metadata.title == title
    assert reader.metadata.creation_date is None
    assert reader.xmp_metadata is not None
    described = reader.xmp_metadata.dc_description or {}
    assert "A connection opens from the sidecar" in described["x-default"]


def test_all_pictures_have_a_page_each(tmp_path: Path) -> None:
    """From the opening to the ending; all of one size."""
    reader = exported(tmp_path / "all.pdf", "--sheet", "pictures")

    assert len(reader.pages) == 8
    assert sizes(reader) == {(1440.0, 810.0)}
    texts = [dense(page.extract_text()) for page in reader.pages]
    assert [
        word for word, text in zip(SHOWN, texts, strict=True) if word not in text
    ] == []
    assert reader.metadata is not None
    assert reader.metadata.title == "Sidecar container pattern in Kubernetes"


@pytest.mark.parametrize(
    ("more", "shown", "not_shown"),
    [
        (("--ending",), "safeatthereceiver", "Network"),
        (("--at", "4.4"), "Network", "safeatthereceiver"),
        (("--step", "5", "--what-if", "network-down"), "Inactive", "Receiving"),
    ],
)
def test_one_picture_is_what_was_asked_for(
    more: tuple[str, ...], shown: str, not_shown: str, tmp_path: Path
) -> None:
    """The ending, a place between steps, a what-if."""
    reader = exported(tmp_path / "one.pdf", *more)

    text = dense(reader.pages[0].extract_text())
    assert len(reader.pages) == 1
    assert shown in text
    assert not_shown not in text


def test_colours_are_as_wanted(tmp_path: Path) -> None:
    """A dark picture is not a light one."""
    light, dark = tmp_path / "light.pdf", tmp_path / "dark.pdf"
    exported(light, "--step", "2")
    exported(dark, "--step", "2", "--theme", "dark")
    assert light.read_bytes() != dark.read_bytes()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--step", "2", "--notes"), "--notes is for a handout"),
        (("--step", "2", "--sheet", "handout"), "all steps of the lesson are in"),
        (("--step", "2", "--rate", "5"), "--rate and --captions are of films"),
        (("--step", "2", "--picture", "x.svg"), "no picture is added to a page for"),
        (("--size", "640x360"), "--size changes nothing in a handout"),
    ],
)
def test_what_a_picture_does_not_take_is_refused(
    more: tuple[str, ...],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By name, with what to do; nothing is made."""
    assert main(["export", "sidecar", str(tmp_path / "o.pdf"), *more]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_words_of_a_what_if_are_its_own(tmp_path: Path) -> None:
    """Title and transcript are of the run that is shown."""
    out = tmp_path / "run.pdf"
    reader = exported(out, "--sheet", "pictures", "--what-if", "network-down")

    assert reader.metadata is not None
    assert (reader.metadata.title or "").endswith("What if the network is down?")
    assert reader.xmp_metadata is not None
    described = (reader.xmp_metadata.dc_description or {})["x-default"]
    assert "down" in described


@pytest.mark.parametrize("size", [(1366, 766), (1920, 1080), (65, 67)])
def test_a_picture_of_any_size_fills_its_page(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Pages are whole points; the ground reaches their edges all the same."""
    wide, high = size
    reader = exported(
        tmp_path / "odd.pdf", "--sheet", "pictures", "--size", f"{wide}x{high}"
    )
    scaled = r"(?:([\d.]+) 0 0 ([\d.]+) 0 0 cm\n)?"
    grounds = 0
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        written = contents.get_data().decode("latin-1")
        unit = re.search(r"^([\d.]+) 0 0 -\1 0 \d+ cm", written, re.MULTILINE)
        assert unit is not None
        ground = re.search(rf"{scaled}0 0 {wide} {high} re", written)
        if ground is None:  # a scene has its own
            continue
        grounds += 1
        reached = [
            side * float(scale or 1) * float(unit[1])
            for side, scale in zip(size, ground.groups(), strict=True)
        ]
        box = page.mediabox
        assert reached == pytest.approx([float(box.width), float(box.height)], abs=0.01)
    assert grounds >= len(reader.pages) - 2
