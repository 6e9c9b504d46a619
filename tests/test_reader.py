"""What a screen reader is told through the bus is what stands on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reader.room import Node, Reader, missing, read_by_reader
from tests.reader.telling import (
    arrived,
    begin_again,
    checked,
    close_top,
    faults,
    frames,
    go_on,
    has,
    keyboard_on_stage,
    last_step,
    learn,
    led_to,
    must_be_told,
    must_be_told_in_the_end,
    open_lesson,
    opened,
    press_to_hear,
    press_until,
    times_said,
    unlabelled,
    voiced,
    wait_for,
    wait_to_hear,
)

pytestmark = [
    pytest.mark.storm,
    pytest.mark.skipif(bool(missing()), reason=missing()),
]

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))
MOST_WORDS = 25
STILL = {"motion": "none"}
SHOWN = ("Audience", "Presenter console")


@pytest.fixture
def reader(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Open a lesson, and learn all that can be read."""
    lesson: Path = request.param
    with read_by_reader(tmp_path, str(lesson), preferences=STILL) as reader:
        learn(reader)
        yield reader
        must_be_told_in_the_end(reader)


@pytest.fixture
def with_projector(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Open a lesson where a projector is plugged in, and present it."""
    lesson: Path = request.param
    room = read_by_reader(tmp_path, str(lesson), preferences=STILL, screens=2)
    with room as reader:
        learn(reader)
        reader.do("menu item", "Present")
        for title in SHOWN:
            wait_for(reader, "frame", title)
        yield reader
        must_be_told_in_the_end(reader)


def id_of(path: Path) -> str:
    """Name a lesson in a test's name."""
    return path.parent.name


@pytest.mark.parametrize("reader", LESSONS, indirect=True, ids=id_of)
def test_every_step_is_told(reader: Reader) -> None:
    """Each name that changes is told, and one short message is spoken at each step."""
    last = last_step(reader)

    reader.give_keyboard()
    reader.until(lambda nodes: any(map(keyboard_on_stage, nodes)), "the keyboard there")
    for step in range(1, last + 1):
        said = go_on(reader, step)
        assert [len(text.split()) <= MOST_WORDS for text in said] == [True], said


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_what_ifs_and_predictions_are_told(reader: Reader) -> None:
    """What stands there instead, and that it is to be predicted, is told as well."""
    reader.do("menu item", "What if")
    opened(reader, "What if")
    reader.do("push button", "1:")
    reader.until(lambda nodes: has(nodes, "push button", "Back to the"), "a what-if")
    must_be_told(reader)
    reader.do("slider", "Step", "SetFocus")
    for step in range(1, 7):
        said = go_on(reader, step)
        assert [len(text.split()) <= MOST_WORDS for text in said] == [True], said

    begin_again(reader)
    reader.do("check box", "Predict first")
    reader.until(lambda nodes: has(nodes, "list item", "to be pr"), "secrets")
    must_be_told(reader)
    reader.do("push button", "Next step")
    reader.until(lambda nodes: has(nodes, "label", "What changes now?"), "a question")
    go_on(reader, 1)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_what_a_dialog_leads_to_is_said_once(reader: Reader) -> None:
    """Read at the stage, to which the keyboard comes back, it is not announced too."""
    reader.give_keyboard()
    for entry, title, pressed, words in (
        ("What if", "What if", ("Down", "Return"), "What if the shared volume is not"),
        ("Go to step", "Go to step", ("Down", "Return"), "The pod is initializing."),
    ):
        reader.do("menu item", entry)
        opened(reader, title)
        reader.give_keyboard()
        reader.news()
        reader.heard.clear()
        for key in pressed:
            reader.press(key)
            reader.news()
        reader.until(lambda nodes: not has(nodes, "dialog", ""), "no dialog any more")
        reader.give_keyboard()
        reader.until(lambda nodes: any(map(keyboard_on_stage, nodes)), "the stage")
        told = [said for said in voiced(reader) if said.startswith(("Stage", words))]
        assert [words in said for said in told] == [True], voiced(reader)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_dialogs_are_told(reader: Reader) -> None:
    """Quiz, vote and library say what stands in them, before and after an answer."""
    reader.do("menu item", "Quiz")
    opened(reader, "Visual quiz")
    reader.do("push button", "B: ")
    reader.until(lambda nodes: has(nodes, "label", "Score 0 · 1 try"), "an answer")
    must_be_told(reader)
    reader.do("menu item", "Close what is on top")

    reader.do("menu item", "Class vote")
    opened(reader, "Class vote")
    reader.do("push button", "One more for B")
    reader.until(lambda nodes: has(nodes, "label", "Together 1"), "a vote")
    must_be_told(reader)
    reader.do("push button", "Show the bars")
    reader.until(lambda nodes: not has(nodes, "spin button", ""), "the bars")
    must_be_told(reader)
    reader.do("menu item", "Close what is on top")

    reader.do("menu item", "Lessons")
    opened(reader, "Lessons")
    reader.do("list item", "The adapter", "SetFocus")
    must_be_told(reader)
    reader.do("menu item", "Close what is on top")
    reader.until(lambda nodes: not has(nodes, "dialog", "Lessons"), "it closed")
    begin_again(reader)  # the quiz has played a wrong answer
    go_on(reader, 1)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_a_tile_is_read_once_and_pressed(reader: Reader) -> None:
    """Where the keyboard is when the library opens, and where the arrows lead it."""
    reader.give_keyboard()
    reader.do("menu item", "Lessons")
    first = tiles(opened(reader, "Lessons"))[0]
    assert times_said(reader, first) == 1, voiced(reader)
    reader.give_keyboard()
    reader.heard.clear()
    press_until(reader, "Right", "list item", "The adapter")
    assert times_said(reader, "The adapter") == 1, voiced(reader)

    reader.do("list item", "Init containers", "Press")
    reader.until(lambda nodes: frames(nodes)[0].startswith("Init containers"), "it")
    must_be_told(reader)


def tiles(nodes: list[Node]) -> list[str]:
    """List the names of what can be pressed in the last list that can be seen."""
    lists = [n for n, node in enumerate(nodes) if node.shown and node.role == "list"]
    items = [node for node in nodes[lists[-1] + 1 :] if node.role == "list item"]
    return [node.name for node in items if node.shown and "Press" in node.actions]


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_boxes_of_the_flow_can_be_pressed(reader: Reader) -> None:
    """By a switch or a voice: the lesson goes to the box's step, as by a click."""
    for box, step in (("Sidecar container starts", 3), ("Pod start", 1)):
        reader.do("list item", box, "Press")
        arrived(reader, step)
    reader.give_keyboard()
    reader.do("list item", "Pod start", "SetFocus")
    press_until(reader, "Right", "list item", "Main container starts")
    assert times_said(reader, "Main container starts") == 1, voiced(reader)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_rows_of_the_table_can_be_pressed(reader: Reader) -> None:
    """By all that Qt lets a switch or a voice do with a cell; as often as wanted."""
    rows = (("Sidecar sends", 5), ("Main and sidecar", 3), ("Sidecar sends", 5))
    for cell, step in rows:
        reader.do("table cell", cell, "Toggle")
        arrived(reader, step)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_the_list_of_keys_reads_each_key_once(reader: Reader) -> None:
    """With the sentence that says what it does, and not again as a chip."""
    reader.do("menu item", "All keys")
    nodes = opened(reader, "All keys")
    labels = [node.name for node in nodes if node.role in {"label", "paragraph"}]
    lines = [name for name in labels if name.startswith("Show the next step;")]
    assert [n.role for n in nodes if n.name in lines] == ["paragraph"]
    assert len(lines) == 1
    keys = lines[0].split(": ", 1)[1]
    assert "PgDn" in keys.split(", ")
    assert [name for name in labels if name == keys or name.endswith(keys)] == lines


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_a_quiz_says_each_thing_once(reader: Reader) -> None:
    """A question, where it stands, a verdict and the result: by one of the ways."""
    reader.do("menu item", "Quiz")
    nodes = opened(reader, "Visual quiz")
    asked = [n.name for n in nodes if n.shown and "label-for" in n.relations]
    assert len(asked) == 1, asked
    assert not any(asked[0] in n.name for n in nodes if n.role == "dialog")
    reader.give_keyboard()
    press_until(reader, "Down", "push button", "B: ")
    reader.heard.clear()
    reader.press("Space")
    nodes = wait_for(reader, "label", "Score 0 · 1 try")
    why = next(n.description for n in nodes if n.name.startswith("B: "))
    assert times_said(reader, why) == 1, voiced(reader)

    for place in ("Question 2 of 3", "Question 3 of 3", "Result"):
        reader.press("PgDown")  # the answer
        wait_for(reader, "push button", "Next" if place != "Result" else "See the")
        reader.heard.clear()
        reader.press("PgDown")
        nodes = wait_for(reader, "label", place)
        headed = led_to(nodes)
        assert [times_said(reader, one) for one in headed] == [1], voiced(reader)
        if place != "Result":
            assert times_said(reader, place) == 1, voiced(reader)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_what_is_done_beside_the_lesson_is_spoken(reader: Reader) -> None:
    """What typing finds, and what the class is asked, is heard in the dialog."""
    reader.do("menu item", "Find")
    opened(reader, "Find in the lesson")
    reader.write("receiver")
    wait_to_hear(reader, "found. Step 5")
    reader.do("list item", "Step 5", "Press")
    arrived(reader, 5)
    reader.do("menu item", "Go to step")
    opened(reader, "Go to step")
    reader.do("list item", "3", "Press")
    arrived(reader, 3)

    for entry in ("Go to the manifest", "Go to the transcript"):
        reader.do("menu item", entry)
        must_be_told(reader)

    reader.do("menu item", "All keys")
    opened(reader, "All keys")
    assert has(reader.nodes(), "paragraph", "Show the next step; in mid-move, finish")
    named = [node.name for node in reader.nodes() if node.name.endswith(": Ctrl+O")]
    assert named == ["Choose one of the lessons, or open a file: Ctrl+O"]
    reader.write("step")
    wait_to_hear(reader, "found.")
    reader.do("menu item", "Close what is on top")

    reader.do("menu item", "Class vote")
    wait_to_hear(reader, "Vote: hands or cards up. In which step")


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_links_are_told_as_tab_leads_to_them(reader: Reader) -> None:
    """They are no objects that a reader could find."""
    reader.do("menu item", "Go to the key moments")
    must_be_told(reader)
    reader.give_keyboard()
    for link in ("Step 1", "Step 2"):
        press_to_hear(reader, "Tab", link)


OPENED = (
    *("Lessons", "What if", "Class vote", "Print a handout", "Room check"),
    *("Preferences", "Keys", "Go to step", "Find", "Overview", "All keys", "About"),
)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_everything_has_a_name_and_a_role(reader: Reader) -> None:
    """In the window and its dialogs no control is without a name or a filler."""
    assert faults(reader.nodes()) == []
    for entry in OPENED:
        reader.do("menu item", entry)
        nodes = reader.until(lambda nodes: has(nodes, "dialog", ""), entry)
        assert (entry, faults(nodes), unlabelled(nodes)) == (entry, [], [])
        close_top(reader)
    reader.do("menu item", "Quiz")
    assert faults(opened(reader, "Visual quiz")) == []


@pytest.mark.parametrize(
    "with_projector", [LESSONS[0], LESSONS[-1]], indirect=True, ids=id_of
)
def test_a_show_is_told(with_projector: Reader) -> None:
    """The class's view and the console tell every step, and all in them has a name."""
    reader, last = with_projector, last_step(with_projector)
    for step in range(1, last + 1):
        go_on(reader, step)
        nodes = wait_for(reader, "label", f"ON THE PROJECTOR · STEP {step} OF {last}")
        assert faults(nodes) == []
        assert frames(nodes) == SHOWN

    reader.do("push button", "End")
    nodes = reader.until(lambda nodes: len(frames(nodes)) == 1, "the lesson's window")
    must_be_told(reader)
    assert faults(nodes) == []


@pytest.mark.parametrize("with_projector", LESSONS[-1:], indirect=True, ids=id_of)
def test_what_is_done_on_show_is_told(with_projector: Reader) -> None:
    """What-if, prediction, tools, panels and a vote, in both windows."""
    reader = with_projector
    for tool in ("Black", "Freeze", "Hide", "Laser", "Spotlight", "Pen"):
        for on in (True, False):
            reader.do("check box", tool, "Toggle")
            reader.until(lambda nodes: checked(nodes, tool) is on, f"{tool} {on}")  # noqa: B023
            must_be_told(reader)
    reader.do("push button", "Timer")
    wait_for(reader, "label", "ELAPSED · PAUSED")

    go_on(reader, 1)
    reader.do("menu item", "What if")
    assert faults(opened(reader, "What if")) == []
    reader.do("push button", "1:")
    reader.until(lambda nodes: not has(nodes, "dialog", ""), "a what-if")
    must_be_told(reader)
    go_on(reader, 2)

    begin_again(reader)
    reader.do("menu item", "Go to the process table")
    reader.do("menu item", "Predict first")
    reader.until(lambda nodes: any("1 ?" in n.description for n in nodes), "secrets")
    must_be_told(reader)
    reader.do("push button", "Next step")
    wait_for(reader, "label", "What changes now?")

    open_lesson(reader, "The adapter")
    wait_for(reader, "list item", "1  ")


@pytest.mark.parametrize("with_projector", LESSONS[-1:], indirect=True, ids=id_of)
def test_a_vote_on_show_is_told(with_projector: Reader) -> None:
    """Question, counts, bars and answer: the teacher's dialog and the class's page."""
    reader = with_projector
    reader.do("menu item", "Class vote")
    nodes = opened(reader, "Class vote")
    assert faults(nodes) == []
    assert frames(nodes) == ("Audience", "Class vote", "Presenter console")
    reader.do("push button", "One more for B")
    wait_for(reader, "label", "Together 1")
    for button, then in (
        ("Show the bars", "Vote again"),
        ("Vote again", "Show the answer"),
        ("Show the answer", "Next question"),
    ):
        reader.do("push button", button)
        assert faults(wait_for(reader, "push button", then)) == []
    reader.do("menu item", "Close what is on top")
    go_on(reader, 1)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_a_rehearsal_is_told(reader: Reader) -> None:
    """With one screen the console tells what it shows, and the windows behind it."""
    reader.do("menu item", "Presenter console")
    nodes = wait_for(reader, "frame", "Presenter console")
    assert faults(nodes) == []
    for step in range(1, 4):
        go_on(reader, step)
        wait_for(reader, "label", f"ONLY HERE · STEP {step} OF 6")


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_another_lesson_is_told(reader: Reader) -> None:
    """What the library opens is shown, and told as what was read before it."""
    open_lesson(reader, "The adapter")
    reader.until(lambda nodes: frames(nodes)[0].startswith("The adapter"), "it")
    must_be_told(reader)
    go_on(reader, 1)


def test_older_readers_hear_what_is_said(tmp_path: Path) -> None:
    """Who knows no announcements is shown notices, in the same words, once each."""
    lesson = str(LESSONS[-1])
    room = read_by_reader(tmp_path, lesson, preferences=STILL, client=("--older",))
    with room as reader:
        learn(reader)
        reader.do("menu item", "Find")
        opened(reader, "Find in the lesson")
        reader.write("receiver")
        wait_to_hear(reader, "found. Step 5")
        close_top(reader)

        reader.do("menu item", "Quiz")
        opened(reader, "Visual quiz")
        reader.do("push button", "Hint")
        hint = "Hint: Go down the Container State column"
        reader.until(lambda _: times_said(reader, hint) > 0, hint)
        reader.give_keyboard()
        for key, words in (
            ("PgDown", "The answer is A: Step 3."),
            ("PgDown", "Question 2 of 3. By the status tracker, when does"),
        ):
            reader.heard.clear()
            reader.press(key)
            reader.until(lambda _: times_said(reader, words) > 0, words)  # noqa: B023
            assert times_said(reader, words) == 1, voiced(reader)
        reader.do("menu item", "Close what is on top")
        must_be_told_in_the_end(reader)
    assert "announcement" not in {kind for kind, *_ in reader.heard}
