"""The page plays in real browsers, from its file, by the program's keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.page.page import Beginning, lesson_page
from tests.export.page.browsers import Browser, Chromium
from tests.export.page.conftest import FONTS, Exported

pytestmark = pytest.mark.storm

AT_3 = Beginning(step=3)
STEP = 'document.querySelector("#rail [aria-current]").textContent'
QUESTION = ".question:not([hidden])"
RESTS = 'document.getElementById("place").value % 1000 == 0'


@pytest.fixture
def page(browser: Browser, exported: Exported) -> Browser:
    """Open the sidecar lesson, in a window as large as the design's smallest."""
    browser.resize(1280, 720)
    browser.open(exported("sidecar"))
    return browser


def step(page: Browser) -> str:
    """Return the number of the step that is shown."""
    return str(page.run(STEP))


def words(page: Browser, what: str) -> str:
    """Return the words of the first thing that fits a selector."""
    return str(page.run(f"document.querySelector({what!r}).textContent"))


def test_the_slider_goes_by_tenths_of_a_step(page: Browser) -> None:
    """By its own keys, so that it can be used without a mouse."""
    page.run("document.getElementById('place').focus()")
    for key, place in (("ArrowRight", 100), ("ArrowUp", 200), ("ArrowLeft", 100)):
        page.press(key)
        page.wait(f"document.getElementById('place').value == {place}")


def test_keys_go_through_the_lesson_and_back(page: Browser) -> None:
    """Each of the program's keys does what it does there."""
    for _ in range(3):
        page.press("Control+ArrowDown")  # so slow that no move ends by itself here
    assert page.run('document.getElementById("speed").value') == "0.25"
    for key in ("ArrowRight", "ArrowDown", " ", "Enter", "n", "PageDown"):
        before = int(step(page))
        page.press(key)
        assert step(page) == str(before + 1), key
        page.press(key)  # finishes the move
        assert page.run(RESTS), key
    assert step(page) == "6"
    for key in ("ArrowLeft", "ArrowUp", "Backspace", "Shift+ ", "p", "PageUp"):
        before = int(step(page))
        page.press(key)
        assert step(page) == str(before - 1), key
        page.press(key)
        assert page.run(RESTS), key
    assert step(page) == "0"


def test_first_last_and_the_ending(page: Browser) -> None:
    """End goes to the last step, then to the ending; Home to the start."""
    page.press("End")
    assert step(page) == "6"
    page.press("End")
    remember = "A sidecar gives the app what it lacks"
    assert page.run(
        f'document.getElementById("step").textContent.includes("{remember}")'
    )
    page.press("ArrowLeft")
    assert page.run('document.getElementById("step").textContent') == "Step 6Pod stops"
    page.press("Home")
    assert step(page) == "0"


def test_a_number_and_enter_go_to_a_step(page: Browser) -> None:
    """As in the program, also by G and the dialog."""
    page.press("4")
    page.press("Enter")
    assert step(page) == "4"
    page.press("g")
    page.press("2")
    page.press("Enter")
    page.wait(f'{STEP} == "2"')


def test_a_move_is_played_and_seen(page: Browser) -> None:
    """The picture changes on the way, and rests at the step."""
    page.press("1")
    page.press("Enter")
    drawn = 'document.getElementById("picture").toDataURL()'
    before = page.run(drawn)
    page.press("ArrowRight")
    page.wait('document.getElementById("place").value > 1500')
    between = page.run(drawn)
    page.wait(RESTS)
    after = page.run(drawn)

    assert len({before, between, after}) == 3
    page.press("ArrowLeft")
    page.press("ArrowLeft")
    assert page.run(drawn) == before, "the way back ends at the same picture"


def test_scrubbing_reaches_every_place(page: Browser) -> None:
    """The slider and Ctrl with arrows go to any place between two steps."""
    page.run(
        '(p => { p.value = 3500; p.dispatchEvent(new Event("input")); })'
        '(document.getElementById("place"))'
    )
    assert step(page) == "4"
    page.press("Control+ArrowLeft")
    assert page.run('+document.getElementById("place").value') == 3400
    page.press("Control+ArrowRight")
    page.press("Control+ArrowRight")
    assert page.run('+document.getElementById("place").value') == 3600


def test_playing_goes_on_by_itself(page: Browser) -> None:
    """K plays and pauses; the button says what it would do."""
    page.press("k")
    assert page.run('document.getElementById("play").ariaLabel') == "Pause"
    page.wait(f'{STEP} == "1"')
    page.press("k")
    assert page.run('document.getElementById("play").ariaLabel') == "Play"


def test_a_what_if_is_turned_on_and_left_by_keys(page: Browser) -> None:
    """Ctrl+I lists them, Enter turns one on, Alt+R leads back at the same step."""
    page.press("4")
    page.press("Enter")
    page.press("Control+i")
    page.press("Tab")
    page.press("Tab")
    page.press("Enter")
    turned = 'document.getElementById("turned")'
    assert page.run(f"{turned}.hidden") is False
    assert "not mounted" in page.run(f"{turned}.textContent")
    assert step(page) == "4"
    assert "Cannot happen:" in page.run(
        'document.getElementById("caption").textContent'
    )
    assert page.run('document.querySelectorAll("#table ins").length') > 3
    page.press("Alt+r")
    assert page.run(f"{turned}.hidden") is True
    assert page.run('document.querySelectorAll("#table ins").length') == 0


def test_the_quiz_is_answered_by_keys(page: Browser) -> None:
    """Letters and digits choose; hint and reasons are shown; nothing is given away."""
    page.press("q")
    verdicts = f"{QUESTION} .verdict:not([hidden])"
    shown = f"[...document.querySelectorAll({verdicts!r})]"
    texts = f"{shown}.map((one) => one.textContent)"
    assert page.run(texts) == []
    page.press("b")
    assert "In step 2 only the main container runs" in page.run(texts)[0]
    page.press("h")
    assert (
        page.run('document.querySelector(".question:not([hidden]) .hint").hidden')
        is False
    )
    page.press("1")
    assert page.run(texts)[0].startswith("Correct on try 2.")
    assert words(page, "#score") == "1 of 3 right"
    page.press("r")
    assert page.run(texts) == []


def test_what_is_told_is_said_to_readers(page: Browser) -> None:
    """The live region has the step's words; the picture says what it shows."""
    page.press("4")
    page.press("Enter")
    page.wait('document.getElementById("said").textContent.length > 20')
    label = page.run('document.getElementById("picture").ariaLabel')
    assert label.startswith("Sidecar reads logs. ")
    assert (
        page.run('document.querySelector("#table [aria-current=step] th").textContent')
        == "4"
    )


def test_esc_lifts_black_and_a_step_does_not_skip(page: Browser) -> None:
    """B hides everything; the next key only reveals it."""
    page.press("b")
    assert page.run('document.getElementById("blank").hidden') is False
    page.press("ArrowRight")
    assert page.run('document.getElementById("blank").hidden') is True
    assert step(page) == "0"


def test_letters_can_be_taken_away(page: Browser) -> None:
    """Who speaks to the computer can stop single letters from being keys."""
    page.run('document.getElementById("letters").click()')
    page.press("n")
    assert step(page) == "0"
    page.press("ArrowRight")
    assert step(page) == "1"


def test_the_address_says_where_to_begin(browser: Browser, exported: Exported) -> None:
    """By ?step=4, and with a what-if; nonsense begins at the start."""
    browser.open(exported("sidecar"), "?step=4&what-if=network-down")
    assert step(browser) == "4"
    assert "network" in browser.run('document.querySelector("#turned b").textContent')
    browser.open(exported("sidecar"), "?step=99")
    assert step(browser) == "6"
    browser.open(exported("sidecar"), "?step=x")
    assert step(browser) == "0"


def test_a_course_page_drives_two_lessons(
    browser: Browser, exported: Exported, tmp_path: Path
) -> None:
    """In iframes each goes its own way, by messages, and tells where it is."""
    names = ("sidecar", "job")
    frames = "".join(
        f'<iframe src="{exported(name).as_uri()}?step=1" title="{name}"></iframe>'
        for name in names
    )
    course = tmp_path / "course.html"
    course.write_text(
        f"<!DOCTYPE html><title>A course</title>{frames}<script>window.told = {{}};"
        'addEventListener("message", ({ data }) => { told[data.lesson] = data; });'
        "</script>",
        encoding="utf-8",
    )
    browser.load(course.as_uri())
    browser.wait("told.sidecar && told.job")
    first = 'document.querySelector("iframe").contentWindow'
    browser.run(f'{first}.postMessage({{ type: "sidecar-viz", step: 4 }}, "*")')
    browser.wait("told.sidecar.step === 4")

    assert browser.run("told.job.step") == 1
    assert browser.run("told.job.steps") == 10


def test_less_motion_cuts(in_chromium: Chromium, exported: Exported) -> None:
    """Who asked the system for less motion is at the next step at once."""
    in_chromium.prefer("light", "reduce")
    in_chromium.open(exported("sidecar"))
    in_chromium.press("ArrowRight")

    assert step(in_chromium) == "1"
    assert in_chromium.run(RESTS)
    in_chromium.prefer("light")


def test_colours_follow_the_system_and_the_choice(
    in_chromium: Chromium, exported: Exported
) -> None:
    """Dark when the system is; the page's own choice counts more."""
    ground = "getComputedStyle(document.body).getPropertyValue('--bg')"
    in_chromium.prefer("dark")
    in_chromium.open(exported("sidecar"))
    dark = in_chromium.run(ground)
    chosen = (
        '(t => { t.value = "light"; t.onchange(); })(document.getElementById("theme"))'
    )
    in_chromium.run(chosen)
    light = in_chromium.run(ground)
    in_chromium.prefer("light")

    assert (dark, light) == ("#0a0e16", "#f2f3f8")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844), (640, 360)])
def test_nothing_is_wider_than_the_window(
    in_chromium: Chromium, exported: Exported, size: tuple[int, int]
) -> None:
    """On a phone, and at 200 % (half the pixels), one scrolls downwards only."""
    in_chromium.resize(*size)
    for name in ("sidecar", "job"):
        in_chromium.open(exported(name), "?step=3")
        wide = in_chromium.run("document.documentElement.scrollWidth")
        assert wide <= size[0], name
    in_chromium.resize(1280, 720)


def test_a_lesson_with_nothing_beside_it_plays(
    in_chromium: Chromium, lesson: Lesson, tmp_path: Path, exported: Exported
) -> None:
    """Without table, quiz and what-ifs; of many steps the line shows some."""
    del exported  # it has loaded the fonts
    run = lesson.steps[0]
    steps = tuple(replace(run, id=f"step-{number}") for number in range(1, 51))
    many = replace(lesson, steps=steps)
    page = tmp_path / "many.html"
    page.write_bytes(b"".join(data for data, _ in lesson_page(many, AT_3, FONTS)))
    in_chromium.resize(1280, 720)
    in_chromium.open(page)

    assert step(in_chromium) == "3"
    dots = "[...document.querySelectorAll('#rail button')].map((dot) => +dot.value)"
    assert in_chromium.run(dots) == [*range(0, 48, 3), 50]
    in_chromium.press("End")
    assert step(in_chromium) == "50"
    in_chromium.press("ArrowLeft")
    assert in_chromium.run("document.getElementById('to-quiz').hidden")
    assert words(in_chromium, "#step").startswith("Step 49")
