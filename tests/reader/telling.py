"""What tests ask a reader: where it is, what it was told, what it cannot use."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reader.room import Node, Reader

NAMED = {"menu bar", "image", "separator", "push button", "check box", "radio button"}
DOES = {
    "push button": {"Press"},
    "check box": {"Toggle"},
    "radio button": {"Toggle"},
    "list item": {"Press"},
    "spin button": {"SetFocus"},
}
FIELDS = {"spin button", "text", "combo box", "slider"}
CHECKED = {"check box", "radio button"}


def learn(reader: Reader) -> None:
    """Wait for the window with its menus, and learn all that can be read."""
    reader.until(
        lambda nodes: sum(node.role == "menu item" for node in nodes) > 20,
        "a window with its menus",
    )
    reader.news()
    reader.ask("learn")


def must_be_told(reader: Reader) -> None:
    """Fail while anything says something else than what the reader was told."""
    untold = reader.differing()
    assert not untold, untold


def must_be_told_in_the_end(reader: Reader) -> None:
    """Fail if something was told too late, or not at all, after it was read last."""
    untold = reader.differing_in_the_end()
    assert not untold, untold


def where(nodes: list[Node]) -> str:
    """Return what the slider says: step, end and title."""
    return next((n.description for n in nodes if n.role == "slider"), "")


def last_step(reader: Reader) -> int:
    """Return the number of the lesson's last step."""
    return int(where(reader.nodes()).split(" of ")[1].split(":")[0])


def arrived(reader: Reader, step: int) -> list[Node]:
    """Wait until the slider is at a step; nothing then is other than what is told."""
    begins = f"Step {step} of "
    nodes = reader.until(lambda nodes: where(nodes).startswith(begins), begins)
    must_be_told(reader)
    return nodes


def go_on(reader: Reader, step: int) -> list[str]:
    """Go on to this step by its button; return what was said on the way."""
    reader.heard.clear()
    reader.do("push button", "Next step")
    nodes = arrived(reader, step)
    return spoken(reader.heard, focused=any(map(keyboard_on_stage, nodes)))


def begin_again(reader: Reader) -> None:
    """Go back to the start."""
    reader.do("push button", "Start")
    arrived(reader, 0)


def keyboard_on_stage(node: Node) -> bool:
    """Tell whether this is the stage, and has the keyboard."""
    return node.shown and node.name == "Stage" and "focused" in node.states


def spoken(heard: list[list[str]], *, focused: bool) -> list[str]:
    """Return what is spoken: announcements, and what is told of a *focused* stage."""
    stage = ("accessible-description", "image", "Stage")
    return [
        words
        for kind, role, name, words in heard
        if kind in {"announcement", "notice"}
        or (focused and (kind, role, name) == stage)
    ]


def led_to(nodes: list[Node]) -> list[str]:
    """List the texts that have the keyboard."""
    return [n.name for n in nodes if n.role == "label" and "focused" in n.states]


def voiced(reader: Reader) -> list[str]:
    """List all that a screen reader spoke of what was heard.

    It speaks what the keyboard is led to, that this has other words now, announcements
    and, if it is an older one, notices.
    """
    return [
        f"{name}. {words}" if kind == "focused" else words
        for kind, _, name, words in reader.heard
        if kind in {"focused", "of-focus", "announcement", "notice"}
    ]


def times_said(reader: Reader, text: str) -> int:
    """Count how often this was spoken."""
    return sum(said.count(text) for said in voiced(reader))


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


def wait_for(reader: Reader, role: str, name: str) -> list[Node]:
    """Wait until such a node can be seen; nothing then is other than what is told."""
    nodes = reader.until(lambda nodes: has(nodes, role, name), f"a {role} {name}")
    must_be_told(reader)
    return nodes


def opened(reader: Reader, title: str) -> list[Node]:
    """Wait for a dialog; nothing in it is other than what is told."""
    return wait_for(reader, "dialog", title)


def close_top(reader: Reader) -> None:
    """Close the dialog that is on top, and wait until none can be seen."""
    reader.do("menu item", "Close what is on top")
    reader.until(lambda nodes: not has(nodes, "dialog", ""), "no dialog any more")


def faults(nodes: list[Node]) -> list[tuple[str, str]]:
    """Return role and name of what a reader could not make sense of, or not use."""
    return [(node.role, node.name) for node in nodes if node.shown and _wrong(node)]


def _wrong(node: Node) -> bool:
    focusable, enabled = "focusable" in node.states, "enabled" in node.states
    return (
        (focusable and (not node.name or node.role == "filler"))
        or (node.role in NAMED and not node.name)
        or node.role in {"unknown", "invalid"}
        or (node.depth == 1 and node.role not in {"frame", "dialog"})
        or (enabled and node.role in DOES and not DOES[node.role] & {*node.actions})
        or (node.role in CHECKED and "checkable" not in node.states)
        or ("focused" in node.states and not enabled)
    )


def frames(nodes: list[Node]) -> tuple[str, ...]:
    """List the windows that can be seen, by the first part of their titles."""
    found = (n.name.split(" — ")[0] for n in nodes if n.shown and n.role == "frame")
    return tuple(sorted(found))


def checked(nodes: list[Node], name: str) -> bool:
    """Tell whether the check box that is called so is checked."""
    found = (n for n in nodes if n.shown and n.role == "check box" and n.name == name)
    return any("checked" in node.states for node in found)


def open_lesson(reader: Reader, title: str) -> None:
    """Open a lesson of the library by the keyboard."""
    reader.do("menu item", "Lessons")
    opened(reader, "Lessons")
    reader.give_keyboard()
    reader.press("Home")
    press_until(reader, "Right", "list item", title)
    reader.press("Return")
    reader.until(lambda nodes: not has(nodes, "dialog", ""), title)


def press_to_hear(reader: Reader, key: str, text: str) -> None:
    """Press a key, and wait until something is spoken in which this text is."""
    reader.heard.clear()
    reader.press(key)
    reader.until(lambda _nodes: bool(times_said(reader, text)), f"to hear {text}")


def press_until(reader: Reader, key: str, role: str, name: str) -> None:
    """Press a key until it has led to the node of this role that is called so."""

    def led(nodes: list[Node]) -> bool:
        here = [n for n in nodes if n.shown and n.role == role]
        if any(n.name.startswith(name) and "focused" in n.states for n in here):
            return True
        reader.press(key)
        return False

    reader.until(led, f"{name} has the keyboard")


def unlabelled(nodes: list[Node]) -> list[tuple[str, str]]:
    """Return role and name of the controls of dialogs that miss their label.

    That is a field, or a list that is the only one, without any; or whatever a label
    names that is not its own.
    """
    inside = [node for node in _in_dialogs(nodes) if node.shown]
    roles = {node.role for node in inside if "focusable" in node.states}
    fields = {*FIELDS, *(() if "text" in roles else ("list",))}
    mute = {
        node.name
        for node in inside
        if node.role == "label" and "label-for" not in node.relations
    }
    return [
        (node.role, node.name)
        for node in inside
        if "focusable" in node.states
        and node.role not in {"push button", "label"}
        and (
            (node.role in fields and "labelled-by" not in node.relations)
            or node.name.split(": ")[0] in mute
        )
    ]


def _in_dialogs(nodes: list[Node]) -> Iterator[Node]:
    above = None
    for node in nodes:
        if above is not None and node.depth <= above:
            above = None
        if above is not None:
            yield node
        elif node.shown and node.role == "dialog":
            above = node.depth
