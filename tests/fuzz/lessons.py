"""Lessons from a number: the same number makes the same bytes, on every machine."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import yaml

from sidecar_viz.files.making.starter import BLANK

LESSONS = Path(__file__).parents[2] / "lessons"
SMALL = BLANK.format(name="fuzz", title="Fuzz").encode()
REAL = [file.read_bytes() for file in sorted(LESSONS.glob("*/lesson.yaml"))]
ODD = (
    *("", "~", "null", "yes", "No", "1:30", "0x1f", "1e999", "-1", ".nan", "9" * 400),
    *("start", "pod", "main", "on", "off", "denied", "idle", "a" * 5000),
    *("\u202eגב\u202c", "\u0645\u0631\u062d\u0628\u0627", "e\u0301" * 40, "\U0001f600"),
    *(
        "\u200b\u200d\ufeff",
        "日本語のとても長い行" * 30,
        "<b>x</b><img src=x>",
        "&amp;",
    ),
    *("**bold", "`code", "a\tb", "line\nline", "{", "]", "!!python/object:os.system"),
    *("*alias", "&anchor", "<<", "%TAG", "- - - -", "? :", "|", ">", '"', "'", "#"),
)
NUMBER = re.compile(r"^(0|[1-9][0-9]{0,8})([.][0-9]{1,3})?$", re.ASCII)
PIECES = (
    b"\x00",
    b"\xff\xfe",
    b"\t",
    b"- ",
    b": ",
    b"&a [*a, *a]",
    b"[" * 60,
    b"{a: " * 60,
    b"\xe2\x80\xae",
    b"!!binary x",
    b"---\n",
    b"...\n",
    b"\xf0\x9f\x98\x80",
    b"999999999999999999999",
)


def made(number: int, seed: int) -> bytes:
    """The bytes of one lesson of the storm."""
    random = Random(f"{seed} {number}")  # noqa: S311 - no secret
    base = SMALL if random.random() < 0.75 else random.choice(REAL)
    kind = random.random()
    if kind < 0.35:
        return _bytes_changed(random, base)
    if kind < 0.75:
        return _parts_changed(random, base)
    return _made_up(random)


def _bytes_changed(random: Random, base: bytes) -> bytes:
    """With pieces cut out, doubled, moved or overwritten."""
    data = bytearray(base)
    for _ in range(random.randint(1, 4)):
        at, other = random.randrange(len(data) + 1), random.randrange(len(data) + 1)
        length = random.randint(0, 80)
        new = random.choice(
            [
                random.choice(PIECES),
                bytes(data[other : other + length]),
                random.choice(ODD).encode("utf-8", "surrogatepass")[:200],
                random.randbytes(random.randint(0, 8)),
            ]
        )
        data[at : at + random.choice((0, 1, length))] = new
    return bytes(data)


def _parts_changed(random: Random, base: bytes) -> bytes:
    """With parts replaced, taken away, doubled, renamed or swapped."""
    tree = yaml.load(base, yaml.CBaseLoader)  # noqa: S506 - texts only
    for _ in range(random.randint(1, 3)):
        holder, key = random.choice(_slots(tree))
        if isinstance(holder, list):
            _change_item(random, tree, holder, key)
        elif key in holder:
            _change_field(random, tree, holder, key)
    return _dumped(tree)


def _change_item(random: Random, tree: Any, holder: list[Any], key: int) -> None:
    if not holder:
        return
    key = min(key, len(holder) - 1)
    match random.randrange(5):
        case 0:
            holder[key] = _other(random, tree)
        case 1:
            del holder[key]
        case 2:
            holder.insert(key, holder[key])
        case _:
            random.shuffle(holder)


def _change_field(random: Random, tree: Any, holder: Any, key: Any) -> None:
    match random.randrange(8):
        case 0:
            del holder[key]
        case 1:
            holder[random.choice(ODD)] = holder.pop(key)
        case 2 | 3:
            holder[key] = _other(random, tree)
        case _ if isinstance(holder[key], str):
            holder[key] = random.choice(ODD)


def _other(random: Random, tree: Any) -> Any:
    """A part from somewhere else in the tree."""
    holder, key = random.choice(_slots(tree))
    if isinstance(holder, dict):
        return deepcopy(holder.get(key, ""))
    return deepcopy(holder[key]) if key < len(holder) else ""


def _slots(part: Any, depth: int = 0) -> list[tuple[Any, Any]]:
    """Every place in a tree where something can be put."""
    found: list[tuple[Any, Any]] = []
    if isinstance(part, dict | list) and depth < 30:
        inside = part.items() if isinstance(part, dict) else enumerate(part)
        for key, value in inside:
            found.append((part, key))
            found += _slots(value, depth + 1)
    return found


def _made_up(random: Random) -> bytes:
    """A lesson whose ids mostly fit together, with any number of anything."""
    ids = [f"a{n}" for n in range(random.randint(1, 12))]
    kinds = ("pod", "container", "volume", "network", "client", "queue", "odd", "group")
    tree = {
        "format": 1,
        "id": "made",
        "title": random.choice(("Made", *ODD[-30:])) or "x",
        "actors": [_actor(random, n, ids, kinds) for n in range(len(ids))],
        "links": [_link(random, n, ids) for n in range(random.randint(0, 8))],
        "steps": [_step(random, n, ids) for n in range(random.randint(1, 5))],
        "flow": _flow(random),
    }
    if random.random() < 0.6:
        _make_newer(random, tree, ids)
    return _dumped(tree)


def _make_newer(random: Random, tree: dict[str, Any], ids: list[str]) -> None:
    """Add what format 2 has: values, cells, effects, moves, moments, cases."""
    tree["format"] = 2
    tree["opens"] = random.choice(("table", "flow", "sample"))
    frames = {actor.get("parent") for actor in tree["actors"]}
    celled = []
    for actor in tree["actors"]:
        actor["values"] = {"one": random.choice((0, _words(random))), "two": 7}
        if actor["id"] in frames:
            actor["counts"] = "members"
        elif random.random() < 0.3:
            celled.append(actor["id"])
            form = random.choice(("row", "stack", "table", "text"))
            actor["cells"] = {"form": form, "items": [_words(random)], "head": "a | b"}
    for number, step in enumerate(tree["steps"]):
        if random.random() < 0.2:
            step["from"] = random.choice(("start", *(f"s{n}" for n in range(number))))
        step["moments"] = [{"moment": 2, "focus": [random.choice(ids)]}]
        for change in step["actors"]:
            change.update(_newer_change(random, ids, cells=change["id"] in celled))
        for send in step["sends"]:
            send["sender"] = {"count": "-1", "values": {"two": "-1"}}
            send["receiver"] = {"state": _words(random), "count": "+1"}


def _newer_change(random: Random, ids: list[str], *, cells: bool) -> dict[str, Any]:
    change: dict[str, Any] = {
        "values": {"two": random.choice(("+1", "-3", _words(random)))},
        "count": random.choice(("+2", "-1", 4)),
    }
    if random.random() < 0.4:
        change["parent"] = random.choice(("stage", *ids))
    if random.random() < 0.4:
        change["spot"] = {"row": random.randint(1, 4), "column": 1}
    if cells:
        change["push"] = [_words(random)] * random.randint(0, 3)
        change["pop"] = random.randint(1, 3)
        change["marks"] = [random.randint(1, 9)]
    return change


def _actor(random: Random, number: int, ids: list[str], kinds: Any) -> dict[str, Any]:
    actor: dict[str, Any] = {"id": ids[number], "name": _words(random)}
    actor["kind"] = random.choice(kinds)
    if number and random.random() < 0.4:
        actor["parent"] = ids[random.randrange(number)]
    if random.random() < 0.4:
        actor["count"] = random.choice((0, 1, 999_999))
        actor["unit"] = _words(random)
        actor["capacity"] = random.choice((1, 24))
    if random.random() < 0.3:
        actor["spot"] = {"row": random.randint(1, 6), "column": random.randint(1, 6)}
    if random.random() < 0.3:
        actor["facts"] = [{"label": _words(random), "text": _words(random)}]
    if random.random() < 0.2:
        actor["present"] = "false"
    return actor


def _link(random: Random, number: int, ids: list[str]) -> dict[str, Any]:
    link = {
        "id": f"l{number}",
        "from": random.choice(ids),
        "to": random.choice(ids),
        "kind": random.choice(("mount", "traffic", "message", "waits", "owns", "odd")),
        "state": random.choice(("on", "off", "denied")),
        "label": random.choice(("", _words(random))),
    }
    if random.random() < 0.2:
        link["through"] = random.choice(ids)
    return link


def _step(random: Random, number: int, ids: list[str]) -> dict[str, Any]:
    return {
        "id": f"s{number}",
        "title": _words(random),
        "caption": _words(random),
        "actors": [
            {
                "id": random.choice(ids),
                "state": _words(random),
                "present": random.choice(("true", "false")),
                "moment": random.randint(1, 4),
            }
            for _ in range(random.randint(0, 4))
        ],
        "sends": [
            {
                "from": random.choice(ids),
                "to": random.choice(ids),
                "loop": random.choice(("true", "false")),
                "adds": random.choice((0, 7)),
            }
            for _ in range(random.randint(0, 3))
        ],
    }


def _flow(random: Random) -> dict[str, Any]:
    count = random.randint(0, 15)
    nodes = [{"id": f"n{n}", "label": _words(random)} for n in range(count)]
    edges = [
        {"from": f"n{random.randrange(count)}", "to": f"n{random.randrange(count)}"}
        for _ in range(random.randint(0, 20))
        if count
    ]
    return {"nodes": nodes, "edges": edges}


def _words(random: Random) -> str:
    text = random.choice((*ODD, "Running", "A name", "Some words of a caption"))
    return text[:60].replace("\n", " ") or "x"


class _Dumper(yaml.CSafeDumper):
    """Writes every part out, numbers and truths without quotes."""

    def ignore_aliases(self, data: Any) -> bool:
        """A part that stands in two places is written twice."""
        del data
        return True


def _dumped(tree: Any) -> bytes:
    text = yaml.dump(_plain(tree), allow_unicode=True, Dumper=_Dumper, sort_keys=False)
    return text.encode("utf-8", "surrogatepass")


def _plain(part: Any) -> Any:
    """Numbers and truths as such: the reader wants them without quotes."""
    if isinstance(part, dict):
        return {key: _plain(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_plain(value) for value in part]
    if part in ("true", "false"):
        return part == "true"
    if isinstance(part, str) and NUMBER.match(part):
        return float(part) if "." in part else int(part)
    return part
