"""A page is worked by mouse and keys together, and by the page around it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from tests.export.page.browsers import Browser
from tests.export.page.conftest import Exported

pytestmark = pytest.mark.storm

STEP = 'document.querySelector("#rail [aria-current]").textContent'
STRANGE = '100% #1 & "q" $& \'ä.html'
AROUND = """<!DOCTYPE html><title>A course</title><iframe src="{}"></iframe><script>
window.told = null;
addEventListener("message", ({{ data }}) => {{ told = data; }});
const say = (words) => document.querySelector("iframe").contentWindow
  .postMessage({{ type: "sidecar-viz", ...words }}, "*");
</script>"""


@pytest.fixture
def page(browser: Browser, exported: Exported) -> Browser:
    """Open the sidecar lesson, at rest wherever it goes."""
    browser.resize(1280, 720)
    browser.open(exported("sidecar"))
    browser.press("m")
    return browser


@pytest.mark.parametrize("what", ["#next", "#rail button[value='1']", "#last"])
def test_after_a_click_the_keys_are_the_stages(page: Browser, what: str) -> None:
    """Arrows, letters, the space bar and digits do what they do at the stage."""
    for key, goal in (("ArrowLeft", "2"), ("p", "2"), ("ArrowRight", "4"), (" ", "4")):
        page.press("3")
        page.press("Enter")
        page.click(what)
        page.run("document.querySelector('#rail [value=\"3\"]').click()")
        page.press(key)
        assert page.run(STEP) == goal, key
    page.click(what)
    page.press("?")
    assert page.run('document.getElementById("keys").open')


def test_play_is_clicked_and_the_space_bar_steps(page: Browser) -> None:
    """A click on play, another to pause: then N goes on."""
    page.press("2")
    page.press("Enter")
    page.click("#play")
    page.click("#play")
    before = int(page.run(STEP))
    page.press("n")
    assert page.run(STEP) == str(before + 1)


def test_who_comes_by_keys_keeps_the_button(page: Browser) -> None:
    """At a button, the space bar and Enter are its own, more than once."""
    page.press("5")
    page.press("Enter")
    page.run('document.getElementById("previous").focus()')
    for goal in ("4", "3"):
        page.press("Enter")
        assert page.run(STEP) == goal
    page.press(" ")
    assert page.run(STEP) == "2"
    assert page.run("document.activeElement.id") == "previous"


def test_at_the_slider_letters_and_digits_are_the_stages(page: Browser) -> None:
    """Its arrows stay its own."""
    page.run('document.getElementById("place").focus()')
    page.press("n")
    assert page.run(STEP) == "1"
    page.press("4")
    page.press("Enter")
    assert page.run(STEP) == "4"
    page.press("ArrowLeft")
    assert page.run("document.activeElement.id") == "place"
    assert page.run('+document.getElementById("place").value') > 3001
    page.press("?")
    assert page.run('document.getElementById("keys").open')


def test_a_step_that_is_not_there_is_refused(page: Browser) -> None:
    """By digits and by the dialog one stays where one was."""
    page.press("2")
    page.press("Enter")
    for key in ("9", "9", "Enter"):
        page.press(key)
    assert page.run(STEP) == "2"
    for key in ("g", "9", "9", "Enter"):
        page.press(key)
    assert page.run(STEP) == "2"


def test_the_page_around_hears_and_says_what_is_there(
    browser: Browser, exported: Exported, tmp_path: Path
) -> None:
    """No what-if is ""; what the lesson does not have changes nothing."""
    course = tmp_path / "course.html"
    course.write_text(AROUND.format(exported("sidecar").as_uri()), encoding="utf-8")
    browser.load(course.as_uri())
    browser.wait("told")
    assert browser.run("told.whatIf") == ""
    browser.run('say({ step: 4, whatIf: "network-down" })')
    browser.wait('told.step === 4 && told.whatIf === "network-down"')
    browser.run("told = null")
    for words in (
        *('{ whatIf: "nothing" }', '{ whatIf: "nothing", step: 2 }', "{ whatIf: 5 }"),
        *("{ step: 99 }", "{ step: -1 }", "{ step: 2.5 }", '{ step: "2" }'),
    ):
        browser.run(f"say({words})")
    browser.run("new Promise((done) => setTimeout(done, 200))")
    assert browser.run("told") is None
    browser.run('say({ whatIf: "" })')
    browser.wait('told && told.whatIf === "" && told.step === 4')


def test_the_snippet_finds_a_file_of_any_name(
    browser: Browser, exported: Exported, tmp_path: Path
) -> None:
    """What is copied from the page shows this page, whatever it is called."""
    strange = tmp_path / STRANGE
    strange.write_bytes(exported("sidecar").read_bytes())
    browser.load(f"{tmp_path.as_uri()}/{quote(STRANGE)}")
    browser.wait('"ready" in document.documentElement.dataset')
    snippet = browser.run('document.getElementById("iframe").textContent')
    name = quote(STRANGE, safe="!*()'")
    assert snippet.startswith(f'<iframe src="{name}?step=1" title="Sidecar')
    shown = f"new DOMParser().parseFromString({snippet!r}, 'text/html')"
    source = browser.run(f'{shown}.querySelector("iframe").getAttribute("src")')
    found = browser.run(f"decodeURIComponent(new URL({source!r}, location).pathname)")
    assert found == str(strange)
