"""What a screen reader is told through the bus is what stands on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reader.room import Node, Reader, missing, read_by_reader

pytestmark = [
    pytest.mark.storm,
    pytest.mark.skipif(bool(missing()), reason=missing()),
]

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))
MOST_WORDS = 25
STILL = {"motion": "none"}


def where(nodes: list[Node]) -> str:
    """Return what the slider says: step, end and title."""
    return next((n.description for n in nodes if n.role == "slider"), "")


def at_step(step: int) -> str:
    """Return how the slider begins at this step."""
    return f"Step {step} of "


def go_on(reader: Reader, step: int) -> list[str]:
    """Go on to this step by its button; return what was said on the way."""
    reader.news()
    reader.heard.clear()
    reader.do("push button", "Next step")
    nodes = reader.until(
        lambda nodes: where(nodes).startswith(at_step(step)), f"step {step}"
    )
    assert reader.differing() == []
    return spoken(reader.heard, focused=any(map(keyboard_on_stage, nodes)))


def keyboard_on_stage(node: Node) -> bool:
    """Tell whether this is the stage, and has the keyboard."""
    return node.shown and node.name == "Stage" and "focused" in node.states


def spoken(heard: list[list[str]], *, focused: bool) -> list[str]:
    """Return what is spoken: announcements, and what is told of a *focused* stage."""
    stage = ("accessible-description", "image", "Stage")
    return [
        words
        for kind, role, name, words in heard
        if kind == "announcement" or (focused and (kind, role, name) == stage)
    ]


@pytest.fixture
def reader(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Open a lesson, and learn all that can be read."""
    lesson: Path = request.param
    with read_by_reader(tmp_path, str(lesson), preferences=STILL) as reader:
        reader.until(
            lambda nodes: sum(node.role == "menu item" for node in nodes) > 20,
            "a window with its menus",
        )
        reader.news()
        reader.ask("learn")
        yield reader


def id_of(path: Path) -> str:
    """Name a lesson in a test's name."""
    return path.parent.name


@pytest.mark.parametrize("reader", LESSONS, indirect=True, ids=id_of)
def test_every_step_is_told(reader: Reader) -> None:
    """Each name that changes is told, and one short message is spoken at each step."""
    last = int(where(reader.nodes()).split(" of ")[1].split(":")[0])

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
    assert reader.differing() == []
    reader.do("slider", "Step", "SetFocus")
    for step in range(1, 7):
        said = go_on(reader, step)
        assert [len(text.split()) <= MOST_WORDS for text in said] == [True], said

    begin_again(reader)
    reader.do("check box", "Predict first")
    reader.until(lambda nodes: has(nodes, "list item", "to be pr"), "secrets")
    assert reader.differing() == []
    reader.do("push button", "Next step")
    reader.until(lambda nodes: has(nodes, "label", "What changes now?"), "a question")
    go_on(reader, 1)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_dialogs_are_told(reader: Reader) -> None:
    """Quiz, vote and library say what stands in them, before and after an answer."""
    reader.do("menu item", "Quiz")
    opened(reader, "Visual quiz")
    reader.do("push button", "B: ")
    reader.until(lambda nodes: has(nodes, "label", "Score 0 · 1 try"), "an answer")
    assert reader.differing() == []
    reader.do("menu item", "Close what is on top")

    reader.do("menu item", "Class vote")
    opened(reader, "Class vote")
    reader.do("push button", "One more for B")
    reader.until(lambda nodes: has(nodes, "label", "Together 1"), "a vote")
    assert reader.differing() == []
    reader.do("push button", "Show the bars")
    reader.until(lambda nodes: not has(nodes, "spin button", ""), "the bars")
    assert reader.differing() == []
    reader.do("menu item", "Close what is on top")

    reader.do("menu item", "Lessons")
    opened(reader, "Lessons")
    reader.do("list item", "The adapter", "Toggle")
    assert reader.differing() == []
    reader.do("menu item", "Close what is on top")
    go_on(reader, 1)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_what_is_done_beside_the_lesson_is_spoken(reader: Reader) -> None:
    """What typing finds, and what the class is asked, is heard in the dialog."""
    reader.do("menu item", "Find")
    opened(reader, "Find in the lesson")
    reader.write("receiver")
    wait_to_hear(reader, "found. Step 5")
    reader.do("menu item", "Close what is on top")

    reader.do("menu item", "All keys")
    opened(reader, "All keys")
    assert has(reader.nodes(), "label", "Show the next step; in mid-move, finish the m")
    named = [node.name for node in reader.nodes() if node.name.endswith(": Ctrl+O")]
    assert named == ["Choose one of the lessons, or open a file: Ctrl+O"]
    reader.write("step")
    wait_to_hear(reader, "found.")
    reader.do("menu item", "Close what is on top")

    reader.do("menu item", "Class vote")
    wait_to_hear(reader, "Vote: hands or cards up. In which step")


OPENED = (
    *("Lessons", "What if", "Class vote", "Print a handout", "Room check"),
    *("Preferences", "Go to step", "Find", "Overview", "All keys", "About"),
)


@pytest.mark.parametrize("reader", LESSONS[-1:], indirect=True, ids=id_of)
def test_everything_has_a_name_and_a_role(reader: Reader) -> None:
    """In the window and its dialogs no control is without a name or a filler."""
    assert faults(reader.nodes()) == []
    for entry in OPENED:
        reader.do("menu item", entry)
        nodes = reader.until(
            lambda nodes: any(node.shown and node.role == "dialog" for node in nodes),
            entry,
        )
        assert (entry, faults(nodes)) == (entry, [])
        reader.do("menu item", "Close what is on top")
        reader.until(
            lambda nodes: not any(n.shown and n.role == "dialog" for n in nodes),
            f"no {entry} any more",
        )
    reader.do("menu item", "Quiz")
    assert faults(opened(reader, "Visual quiz")) == []


def faults(nodes: list[Node]) -> list[tuple[str, str]]:
    """Return role and name of what a reader could not make sense of."""
    return [
        (node.role, node.name)
        for node in nodes
        if node.shown
        and (
            ("focusable" in node.states and (not node.name or node.role == "filler"))
            or (node.role in NAMED and not node.name)
            or node.role == "unknown"
            or (node.depth == 1 and node.role not in {"frame", "dialog"})
        )
    ]


NAMED = {"menu bar", "image", "separator", "push button", "check box", "radio button"}


def wait_to_hear(reader: Reader, text: str) -> None:
    """Wait until something is spoken in which this text is."""
    reader.heard.clear()
    reader.until(
        lambda _nodes: any(text in said for said in spoken(reader.heard, focused=True)),
        f"to hear {text}",
    )


def has(nodes: list[Node], role: str, name: str) -> bool:
    """Tell whether a node of this role can be seen whose name begins so."""
    return any(n.shown and n.role == role and n.name.startswith(name) for n in nodes)


def opened(reader: Reader, title: str) -> list[Node]:
    """Wait for a dialog; nothing in it is other than what is told."""
    nodes = reader.until(lambda nodes: has(nodes, "dialog", title), f"a dialog {title}")
    assert reader.differing() == []
    return nodes


def begin_again(reader: Reader) -> None:
    """Go back to the start."""
    reader.do("push button", "Start")
    reader.until(lambda nodes: where(nodes).startswith(at_step(0)), "the start")
    assert reader.differing() == []
