"""What stands beside the stage: as much of it as there is, and nothing cut unseen."""

from __future__ import annotations

import pytest

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.page.panels import extra_html
from sidecar_viz.export.pictures.extra import Extra
from tests.export.page.browsers import Chromium
from tests.export.page.conftest import Exported, Written, of_steps


@pytest.mark.storm
def test_a_lesson_without_panels_gives_the_stage_the_room(
    in_chromium: Chromium, lesson: Lesson, written: Written
) -> None:
    """No empty box stands beside it, however large the window."""
    page = written(of_steps(lesson, 3))
    assert 'id="beside"' not in page.read_text(encoding="utf-8")
    for size in ((1280, 720), (844, 390), (390, 844)):
        in_chromium.resize(*size)
        in_chromium.open(page)
        assert in_chromium.run("document.documentElement.scrollWidth") <= size[0]
        if size == (1280, 720):
            assert in_chromium.box("stage")["width"] > 1200
    in_chromium.resize(1280, 720)
    in_chromium.press("q")
    in_chromium.press("ArrowRight")


@pytest.mark.storm
def test_no_word_of_a_table_is_cut(in_chromium: Chromium, exported: Exported) -> None:
    """A comma stays with its word."""
    in_chromium.resize(1280, 720)
    in_chromium.open(exported("job"), "?step=6")
    heights = """[...document.querySelectorAll("#table td")].map((cell) => {
      const node = cell.firstChild, at = (node?.data || "").indexOf(",");
      if (at < 1) return 0;
      const place = (n) => {
        const range = document.createRange();
        range.setStart(node, n);
        range.setEnd(node, n + 1);
        return range.getBoundingClientRect().top;
      };
      return place(at) - place(at - 1);
    })"""
    found = in_chromium.run(heights)
    assert found
    assert not any(found)


@pytest.mark.storm
def test_squares_stand_beside_a_heads_words(
    in_chromium: Chromium, exported: Exported
) -> None:
    """Also where those have two lines: left of them, and no higher."""
    in_chromium.resize(1280, 720)
    in_chromium.open(exported("sidecar"))
    places = """[...document.querySelectorAll("#table th .about")].map((head) => {
      const [squares, words] = head.children;
      const range = document.createRange();
      range.selectNodeContents(words);
      const lines = [...range.getClientRects()];
      const boxes = [...squares.children].map((one) => one.getBoundingClientRect());
      return { many: lines.length,
        left: Math.max(...boxes.map((box) => box.right)) - lines[0].left,
        over: lines[0].top - Math.min(...boxes.map((box) => box.top)) };
    })"""
    found = in_chromium.run(places)

    assert 2 in [head["many"] for head in found]
    assert all(head["left"] < 0 for head in found)
    assert all(head["over"] < 0 for head in found)


@pytest.mark.storm
def test_what_is_cut_has_a_shadow_at_its_edge(
    in_chromium: Chromium, exported: Exported
) -> None:
    """A panel that holds more than it shows is scrolled, and hints at it."""
    in_chromium.resize(1024, 768)
    in_chromium.open(exported("sidecar"))
    in_chromium.run('document.getElementById("tab-tracker").click()')
    panel = 'document.getElementById("tracker")'
    assert in_chromium.run(f"{panel}.scrollWidth > {panel}.clientWidth")
    hint = in_chromium.run(f"getComputedStyle({panel}).backgroundAttachment")
    assert hint == "local, local, scroll, scroll"
    in_chromium.resize(1280, 720)


def test_only_wide_pictures_are_scrolled() -> None:
    """A small one is shown whole; one that does not say its size is taken as small."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg"{}/>'
    for view, wide in (
        *((' viewBox="0 0 1600 300"', True), (' viewBox="0,0,640,300"', False)),
        *((' viewBox="0 0 1000 300"', False), (' viewBox="wide"', False), ("", False)),
    ):
        html = extra_html(Extra("A", "B", svg.format(view).encode()))
        assert ('class="extra wide"' in html) is wide, view
        assert ('class="extra"' in html) is not wide, view
