"""What assistive technology is told of a program, beside what it would read there.

The system's Python runs this: it has the binding of libatspi, and nothing of ours. It
reads a request a line and answers with a line, in JSON. Names and descriptions that it
once read are kept, as screen readers keep them: only an event changes them.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Iterator
from itertools import chain
from typing import Any

gi: Any = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi: Any = importlib.import_module("gi.repository.Atspi")
GLib: Any = importlib.import_module("gi.repository.GLib")

TOLD = {
    "object:property-change:accessible-name": 0,
    "object:property-change:accessible-description": 1,
}
HEARD = (
    *TOLD,
    "object:announcement",
    "object:state-changed:focused",
    "object:children-changed",
)
NOTICE = "notification"
NOTICED = "object:state-changed:showing"  # all that older readers hear of what is said
QUIET = 120  # milliseconds without news: a stage tells what it shows after 100
NOISE = 1000  # milliseconds to wait for quiet at most
LOOK = 20  # milliseconds from one look at the clock to the next


class Client:
    """Keeps what it read, changes it by events, and compares it with the tree."""

    def __init__(self) -> None:
        """Listen to the program that comes first."""
        self._kept: dict[Any, list[str]] = {}
        self._roles: dict[Any, str] = {}
        self._found: list[tuple[Any, str, str]] = []
        self._events: list[list[str]] = []
        self._heard_at = 0.0
        self._focus: Any = None
        self._listener = Atspi.EventListener.new(self._hear)
        older = "--older" in sys.argv
        for kind in HEARD:
            if not (older and kind == "object:announcement"):
                self._listener.register(kind)
        if older:
            self._listener.register(NOTICED)

    def _program(self) -> Any:
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)  # it may come after the first look
        if not desktop.get_child_count():
            return None
        program = desktop.get_child_at_index(0)
        program.set_cache_mask(Atspi.Cache.NONE)
        return program

    def _hear(self, event: Any) -> None:
        self._heard_at = time.monotonic()
        source, kind = event.source, event.type
        place = next((at for known, at in TOLD.items() if known == kind), None)
        if place is not None and source in self._kept:
            self._kept[source][place] = str(event.any_data)
        if place is not None and source == self._focus:
            self._events.append(["of-focus", "", "", str(event.any_data)])
        if kind.startswith("object:children-changed:remove"):
            self._kept.pop(event.any_data, None)
        if kind == NOTICED and event.detail1 and source.get_role_name() == NOTICE:
            self._events.append(["notice", NOTICE, "", source.get_name()])
        focused = "state-changed:focused" in kind and event.detail1
        self._focus = source if focused else self._focus
        if place is not None or "announcement" in kind or focused:
            name, role = (told(source) or [""])[0], source.get_role_name()
            said = (told(source) or ["", ""])[1] if focused else event.any_data
            self._events.append([kind.split(":")[-1], role, name, str(said or "")])

    def nodes(self) -> Iterator[tuple[Any, int]]:
        """Give every node of the program with its depth, read anew."""
        waiting = [(self._program(), 0)]
        while waiting:
            node, depth = waiting.pop()
            if node is None:
                continue
            yield node, depth
            try:
                every = range(node.get_child_count())
                below = [(node.get_child_at_index(at), depth + 1) for at in every]
            except GLib.Error:
                continue  # it went while it was read
            waiting += reversed(below)

    def read(self) -> list[Any]:
        """Read the whole tree; on the way, list what is differing."""
        found, differing = [], []
        self._found = []
        shown = [True]  # of the nodes above, by their depth; the program is no window
        for node, depth in self.nodes():
            said = self._described(node, seen=shown[max(0, depth - 1)])
            shown[depth:] = ["showing" in said.get("states", ()) or not depth]
            if said:
                found.append({"depth": depth, **said})
                role, name = said["role"], said["name"]
                self._found.append((node, role, name))
                differing += self._compared(node, role, [name, said["description"]])
        return [found, differing]

    def _described(self, node: Any, *, seen: bool) -> dict[str, Any]:
        """Say all of a node that a reader can use; nothing of one that is gone.

        Each answer is a way over the bus and back. So a role is asked for once, and of
        what cannot be seen only what it is told of: in something that is not *seen*
        nothing is.
        """
        try:
            if node not in self._roles:
                self._roles[node] = node.get_role_name()
            words = told(node)
            if words is None:
                return {}
            said = {"role": self._roles[node], "name": words[0]}
            return {**said, "description": words[1], **usable(node, seen=seen)}
        except GLib.Error:
            return {}

    def differing(self) -> list[list[str]]:
        """List what is not as a reader believes it to be; learn what is new."""
        found = []
        for node, _ in self.nodes():
            now = told(node)
            if now is not None:
                found += self._compared(node, "", now)
        return found

    def _compared(self, node: Any, role: str, now: list[str]) -> list[list[str]]:
        kept = self._kept.setdefault(node, now)
        if kept == now:
            return []
        return [[role or node.get_role_name(), *kept, *now]]

    def learn(self) -> None:
        """Believe what stands there now."""
        self._kept = {}
        self.differing()

    def is_quiet(self, since: float) -> bool:
        """Whether no more news is to be expected of what was done before *since*."""
        now = time.monotonic()
        silent = 1000 * (now - max(since, self._heard_at))
        return silent >= QUIET or 1000 * (now - since) >= NOISE

    def events(self) -> list[list[str]]:
        """Give what was heard since the last time."""
        found, self._events = self._events, []
        return found

    def write(self, role: str, text: str) -> bool:
        """Write a text into the first field of this role that can be seen."""
        for node, _ in self.nodes():
            shown = Atspi.StateType.SHOWING
            if node.get_role_name() == role and node.get_state_set().contains(shown):
                return bool(node.set_text_contents(text))
        return False

    def do(self, role: str, name: str, action: str) -> bool:
        """Do an action of the first node of this role whose name begins so.

        What was read last is tried first, and asked again what it is: to find it anew
        costs as much as to read the whole tree.
        """
        known = (
            node
            for node, was, called in self._found
            if was == role and called.startswith(name)
        )
        for node in chain(known, (node for node, _ in self.nodes())):
            words = told(node)
            if words and node.get_role_name() == role and words[0].startswith(name):
                for at in range(node.get_n_actions()):
                    if node.get_action_name(at) == action:
                        return bool(node.do_action(at))
        return False


def told(node: Any) -> list[str] | None:
    """Read name and description of a node; None of one that is gone."""
    try:
        return [node.get_name() or "", node.get_description() or ""]
    except GLib.Error:
        return None


def usable(node: Any, *, seen: bool) -> dict[str, list[str]]:
    """Say in which states a node is; if it is shown, what it does and belongs to."""
    every = node.get_state_set().get_states() if seen else ()
    states = [state.value_nick for state in every]
    shown = "showing" in states
    count = node.get_n_actions() if shown and node.get_action_iface() else 0
    relations = node.get_relation_set() if shown else ()
    return {
        "states": states,
        "actions": [node.get_action_name(at) for at in range(count)],
        "relations": [one.get_relation_type().value_nick for one in relations],
    }


def main() -> None:
    """Answer until no more is asked."""
    client = Client()

    def answered(*_words: Any) -> bool:
        line = sys.stdin.readline()
        if not line:
            Atspi.event_quit()
            return False
        ask, *words = json.loads(line)
        if ask == "news":
            GLib.timeout_add(LOOK, when_all_is_heard, time.monotonic())
        else:
            answer(getattr(client, ask)(*words))
        return True

    def when_all_is_heard(since: float) -> bool:
        """Answer with the news once it is quiet; until then look again."""
        return answer(client.events()) if client.is_quiet(since) else True

    def answer(value: Any) -> bool:
        sys.stdout.write(json.dumps(value) + "\n")
        sys.stdout.flush()
        return False

    GLib.io_add_watch(0, GLib.PRIORITY_LOW, GLib.IOCondition.IN, answered)
    Atspi.event_main()


if __name__ == "__main__":
    main()
