"""What a screen reader is told of the pod lab is what stands in its window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sidecar_viz.pods.given.lab_file import read_lab
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import played
from tests.reader.room import Node, Reader, missing, read_by_reader
from tests.reader.telling import (
    faults,
    has,
    learn,
    must_be_told,
    must_be_told_in_the_end,
    opened,
    times_said,
    unlabelled,
    voiced,
    wait_for,
)

pytestmark = [
    pytest.mark.storm,
    pytest.mark.skipif(bool(missing()), reason=missing()),
]

PODS = Path(__file__).parent.parent / "resources" / "pods"
MOST_WORDS = 25
STILL = {"motion": "none"}
FIRST = PODS / "stop-order.podlab.yaml"
LOOP = PODS / "oom-loop.podlab.yaml"
JOB = PODS / "job-never-ends.podlab.yaml"
DIALOGS = (
    ("Break it…", "Break it at"),
    ("What is assumed…", "What migrate is assumed to do"),
    ("Go to a second…", "Go to a second"),
    ("Examples…", "Examples"),
    ("All keys", "All keys"),
    ("Why?", "Why"),
)


@pytest.fixture
def reader(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Open a pod in the lab, give it the keyboard, and learn all that can be read."""
    path: Path = request.param
    with read_by_reader(tmp_path, "lab", str(path), preferences=STILL) as reader:
        reader.until(lambda nodes: has(nodes, "image", "pod "), "the pod")
        reader.give_keyboard()
        reader.until(
            lambda nodes: any(
                n.name.startswith("pod ") and "focused" in n.states for n in nodes
            ),
            "the keyboard on the stage",
        )
        learn(reader)
        yield reader
        must_be_told_in_the_end(reader)


def id_of(path: Path) -> str:
    """Name a pod in a test's name."""
    return path.name.partition(".")[0]


def stops(path: Path) -> tuple[float, ...]:
    """Return the seconds at which anything changes, after the first."""
    lab, pod = read_lab(path.read_bytes(), path.name)
    return tuple(t for t in played(pod, lab.script).way.stops if t > 0)


def pictured(nodes: list[Node]) -> list[Node]:
    """List what can be read of the pictures."""
    return [node for node in nodes if node.shown and node.role == "image"]


def announced(reader: Reader) -> list[str]:
    """List what was announced, or told of the pod, which has the keyboard then."""
    pod = ("accessible-description", "image")
    return [
        words
        for kind, role, name, words in reader.heard
        if kind == "announcement"
        or ((kind, role) == pod and name == "Pod" and words in of_focus(reader))
    ]


def of_focus(reader: Reader) -> list[str]:
    """List what was told of what has the keyboard."""
    return [words for kind, _, _, words in reader.heard if kind == "of-focus"]


@pytest.mark.parametrize("reader", [FIRST, LOOP], indirect=True, ids=id_of)
def test_every_change_is_told(reader: Reader, request: pytest.FixtureRequest) -> None:
    """Cards, gates, lanes and tables tell it, and one short message is spoken."""
    path: Path = request.node.callspec.params["reader"]
    for t in stops(path)[:14]:
        reader.heard.clear()
        reader.press("Right")
        nodes = wait_for(reader, "label", seconds(t))
        said = announced(reader)
        assert [len(text.split()) <= MOST_WORDS for text in said] == [True], said
        assert faults(nodes) == []


@pytest.mark.parametrize("reader", [FIRST], indirect=True, ids=id_of)
def test_the_window_can_be_read_through(reader: Reader) -> None:
    """Each control has a name and a role; parts come in the order that is seen."""
    nodes = reader.nodes()
    assert (faults(nodes), unlabelled(nodes)) == ([], [])
    wanted = (
        *(("menu bar", "Menus"), ("label", "The image of"), ("table", "kubectl")),
        *(("text", "Manifest"), ("push button", "Play"), ("image", "Time line")),
    )
    places = [place(nodes, role, name) for role, name in wanted]
    assert places == sorted(places)
    assert [n.name for n in pictured(nodes) if "gate" in n.name] == [
        "gate to proxy, shut, waits for migrate: exit 0",
        "gate to logger, shut, waits for proxy: started",
        "gate to web, shut, waits for logger: started",
    ]
    for key in ("Down", "Down"):
        reader.heard.clear()
        reader.press(key)
    reader.until(lambda nodes: focused(nodes).startswith("proxy, sidecar"), "proxy")
    must_be_told(reader)


@pytest.mark.parametrize("reader", [FIRST], indirect=True, ids=id_of)
def test_a_card_that_is_gone_to_is_told_once(reader: Reader) -> None:
    """The lane that goes along with it has not the keyboard, so it is not told."""
    for name in ("migrate", "proxy"):
        reader.heard.clear()
        reader.press("Down")
        for _ in range(3):
            reader.news()
        told = [words for kind, _, words, _ in reader.heard if kind == "focused"]
        assert len(told) == 1, reader.heard
        assert told[0].startswith(f"{name}, ")


def place(nodes: list[Node], role: str, name: str) -> int:
    """Return the place in the order of reading of what is shown and called so."""
    return next(
        at
        for at, node in enumerate(nodes)
        if node.shown and node.role == role and node.name.startswith(name)
    )


def focused(nodes: list[Node]) -> str:
    """Return the name of the innermost part of a picture that has the keyboard."""
    found = [n.name for n in pictured(nodes) if "focused" in n.states]
    return found[-1] if found else ""


@pytest.mark.parametrize("reader", [FIRST], indirect=True, ids=id_of)
def test_dialogs_can_be_used(reader: Reader) -> None:
    """Every control has a name and a role, and every field its label."""
    for entry, title in DIALOGS:
        reader.do("menu item", entry)
        nodes = opened(reader, title)
        assert (entry, faults(nodes), unlabelled(nodes)) == (entry, [], [])
        reader.give_keyboard()
        reader.press("Esc")
        reader.until(lambda nodes: not has(nodes, "dialog", ""), "no dialog any more")
        must_be_told(reader)
        reader.give_keyboard()


@pytest.mark.parametrize("reader", [FIRST], indirect=True, ids=id_of)
def test_a_break_is_told(reader: Reader) -> None:
    """What it does is told beforehand, and once afterwards; and what can be undone."""
    reader.do("menu item", "Break it…")
    opened(reader, "Break it at 0 s")
    reader.give_keyboard()
    reader.news()
    reader.heard.clear()
    reader.press("Return")
    reader.until(lambda nodes: not has(nodes, "dialog", ""), "no dialog any more")
    reader.give_keyboard()
    reader.until(lambda _: any(v.startswith("Pod.") for v in voiced(reader)), "the pod")
    assert "announcement" not in {kind for kind, *_ in reader.heard}, reader.heard
    nodes = wait_for(reader, "push button", "Undo")
    assert faults(nodes) == []
    reader.do("push button", "Undo")
    reader.until(lambda nodes: not has(nodes, "push button", "Undo"), "it undone")
    must_be_told(reader)


@pytest.mark.parametrize("reader", [FIRST], indirect=True, ids=id_of)
def test_the_editor_is_told(reader: Reader) -> None:
    """Its texts have names; a problem is spoken once, with what it is."""
    reader.do("check box", "Edit YAML", "Toggle")
    nodes = wait_for(reader, "push button", "Close")
    assert (faults(nodes), unlabelled(nodes)) == ([], [])
    reader.heard.clear()
    reader.write("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {}\n")
    wait_for(reader, "push button", "1 problem")
    assert [said for said in voiced(reader) if "Required value" in said], voiced(reader)
    assert len(announced(reader)) == 1
    reader.heard.clear()
    reader.do("push button", "1 problem")
    reader.until(lambda _: times_said(reader, "Required value") > 0, "the problem")
    good = "spec: {containers: [{name: a, image: b}]}\n"
    reader.write(f"apiVersion: v1\nkind: Pod\nmetadata: {{name: a}}\n{good}")
    wait_for(reader, "label", "Good: ")
    reader.until(lambda _: times_said(reader, "Good: ") > 0, "that it is good")
    reader.news()
    said = [times_said(reader, text) for text in ("Required value", "Good: ")]
    assert said == [1, 1], voiced(reader)
    reader.do("check box", "Edit YAML", "Toggle")
    reader.until(lambda nodes: not has(nodes, "push button", "Close"), "it closed")
    must_be_told(reader)


@pytest.mark.parametrize("reader", [FIRST], indirect=True, ids=id_of)
def test_names_that_change_are_told(reader: Reader) -> None:
    """Those of tabs, when another is in front, and that of a break's number."""
    for entry, name in (("All changes", "Changes"), ("Events", "Events")):
        reader.do("menu item", entry)
        wait_for(reader, "table", name)
    reader.do("menu item", "Edit the manifest")
    wait_for(reader, "page tab", "Script")
    reader.do("page tab", "Script")
    reader.until(
        lambda nodes: any(n.shown and n.name == "Script" for n in nodes), "the script"
    )
    must_be_told(reader)
    reader.do("menu item", "Edit the manifest")
    reader.give_keyboard()
    for _ in range(2):
        reader.press("Down")
    reader.until(lambda nodes: focused(nodes).startswith("proxy, sidecar"), "proxy")
    reader.do("menu item", "Break it…")
    nodes = opened(reader, "Break it at 0 s")
    items = [n.name for n in nodes if n.role == "list item" and n.shown]
    numbers = set()
    for item in items:
        reader.do("list item", item)
        reader.news()
        must_be_told(reader)
        nodes = reader.nodes()
        numbers |= {n.name for n in nodes if n.role == "spin button" and n.shown}
    assert numbers == {"Seconds", "Exit code"}


@pytest.mark.parametrize("reader", [JOB], indirect=True, ids=id_of)
def test_the_twin_is_told(reader: Reader) -> None:
    """Both runs have pictures that can be read, and each change is spoken once."""
    reader.do("check box", "Twin run", "Toggle")
    nodes = reader.until(lambda nodes: has(nodes, "label", "One switch"), "the twin")
    must_be_told(reader)
    assert (faults(nodes), unlabelled(nodes)) == ([], [])
    for name in ("Pod, classic", "Pod, native", "Time line, classic"):
        assert has(nodes, "image", name)
    assert sum(node.name.startswith("pod ") for node in pictured(nodes)) == 2
    for _ in range(6):
        reader.heard.clear()
        reader.do("push button", "Next change")
        reader.news()
        must_be_told(reader)
        assert [len(said.split()) <= MOST_WORDS for said in announced(reader)] == [True]


@pytest.mark.parametrize("reader", [FIRST], indirect=True, ids=id_of)
def test_what_is_to_be_predicted_is_not_told(reader: Reader) -> None:
    """A lane says what was and what is, but nothing of what is ahead."""
    before = [n.description for n in pictured(reader.nodes())]
    assert any("Succeeded" in said for said in before)
    reader.do("menu item", "Predict first")
    reader.until(
        lambda nodes: not any("Succeeded" in n.description for n in pictured(nodes)),
        "nothing of what is ahead",
    )
    must_be_told(reader)
