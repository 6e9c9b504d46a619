"""Makes new lessons: a small one with comments, or a copy of another."""

from __future__ import annotations

import os
import re
import shlex
import unicodedata
from collections.abc import Callable
from pathlib import Path

from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.saved.whole import write_whole

NAME = re.compile(r"^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$")
DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
PLAIN_ON_WINDOWS = re.compile(r"[\w\\/:.~+-]+")
ENDING = ".lesson.yaml"
FILE_ENDING = r"(?:\.lesson)?\.ya?ml$"
SCHEMA = Path("lessons", "lesson.schema.json")
STARTERS = ("loop", "messages", "pointer")
SCHEMA_LINE = re.compile(r"\A(?:#[ \t]*yaml-language-server:[^\n]*\n)?")


OWN_ID = re.compile(r"^(id:|[ {]*\"id\":)(?: *\"[^\"\n]*\"|[^\n]*)", re.MULTILINE)
"""A lesson's id, in YAML or in JSON."""


class StarterError(Exception):
    """A lesson could not be made; the text says why and what to do."""


def write_new(folder: Path, name: str, make: Callable[[str], str]) -> Path:
    """Write what *make* gives for *name* into a new file in *folder*; return its path.

    Raises:
        StarterError: the name is unfit, the file exists already (it is never
            overwritten), or it cannot be written.
    """
    if not NAME.match(name):
        hint = f"; try {meant}" if (meant := _meant(name)) else ""
        raise StarterError(
            f"{name!r} is no name for a lesson: lower-case letters, digits and "
            f"hyphens, at most 60{hint}"
        )
    if DEVICE.fullmatch(name):
        raise StarterError(
            f"{name!r} is no name for a lesson: Windows keeps it for a device; "
            f"try {_meant(name)}"
        )
    path = folder / f"{name}{ENDING}"
    if os.path.lexists(path):
        raise StarterError(
            f"{path} is there already; choose another name, or edit it with: "
            f"sidecar-viz edit {typed(path)}"
        )
    text = make(name)
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StarterError(f"{path} cannot be written: {reason}") from error
    return path


def _meant(name: str) -> str:
    """Return a name that is fit, and like this one; "" for none."""
    plain = unicodedata.normalize("NFKD", re.sub(FILE_ENDING, "", name.casefold()))
    ascii_only = plain.encode("ascii", "ignore").decode()
    meant = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-")
    return f"{meant}-lesson" if DEVICE.fullmatch(meant) else meant


def typed(path: Path) -> str:
    """Return a path as it is typed after a command, with quotes where it needs some."""
    text = str(path)
    if text.startswith("-"):
        text = os.path.join(".", text)  # noqa: PTH118 - Path leaves the dot away
    return quoted_on_windows(text) if os.name == "nt" else shlex.quote(text)


def quoted_on_windows(text: str) -> str:
    """Return a path with the quotes that it needs for cmd and for PowerShell."""
    return text if PLAIN_ON_WINDOWS.fullmatch(text) else f'"{text}"'


def starter_file(name: str) -> Path | None:
    """Return the file of one of the STARTERS; None for any other name."""
    if name not in STARTERS:
        return None
    return data_folder() / "resources" / "starters" / f"{name}{ENDING}"


def schema_line() -> str:
    """Return the comment by which editors find the schema of lessons."""
    schema = (data_folder() / SCHEMA).absolute()
    return f"# yaml-language-server: $schema={schema.as_uri()}\n"


def copied(source: bytes, name: str) -> str:
    """Copy another lesson's file under a new id, with its comments."""
    text = source.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    text = SCHEMA_LINE.sub(lambda _found: schema_line(), text, count=1)

    def renamed(found: re.Match[str]) -> str:
        quote = '"' if '"' in found[1] else ""
        return f"{found[1]} {quote}{name}{quote}"

    return OWN_ID.sub(renamed, text, count=1)


def blank(name: str) -> str:
    """Write a small lesson that works, with a comment on each of its parts."""
    title = name.replace("-", " ").capitalize()
    return schema_line() + BLANK.format(name=name, title=title)


BLANK = """\
# A lesson in small. Change it line by line, and look at it meanwhile:
#   sidecar-viz edit {name}.lesson.yaml
# What else may stand here is in docs/reference.md; what is wrong says:
#   sidecar-viz check {name}.lesson.yaml
format: 2
id: {name}
title: {title}
subject: Anything
minutes: 5

# Words that the actors' states use. The tone decides colour and icon:
# idle, starting, active, good, warning, failed or done. Idle, failed and done
# are drawn faint.
states:
  - {{ word: Waiting, tone: idle }}
  - {{ word: Asking, tone: starting }}
  - {{ word: Working, tone: active }}
  - {{ word: Answered, tone: good }}

# Who is on the stage. Kinds with a shape of their own: pod, container, volume,
# network, node, client, service, gateway, database, queue, file and more. An
# unknown kind becomes a box.
actors:
  - id: visitor
    name: Visitor
    kind: client
    state: Waiting
    about: Somebody who wants to know something.
  - id: shop
    name: Shop
    kind: service
    hue: blue
    state: Waiting
    count: 0
    unit: answered
    about: Answers questions, one after the other.

# What connects them. It is off until a step opens it.
links:
  - {{ id: line, from: visitor, to: shop, kind: message, label: question }}

# Boxes and arrows beside the stage; a step lights the boxes that it names.
flow:
  nodes:
    - {{ id: ask, label: The visitor asks, kind: start }}
    - {{ id: answer, label: The shop answers, kind: end }}
  edges:
    - {{ from: ask, to: answer }}

table:
  columns:
    - {{ id: step, label: Step }}
    - {{ id: action, label: What happens }}
    - {{ id: result, label: Result }}
  rows:
    - {{ id: r1, step: asks, cells: ["1", The visitor asks, The shop works] }}
    - {{ id: r2, step: answers, cells: ["2", The shop answers, The visitor knows] }}

# Before the first step.
start:
  title: Start
  caption: Nobody has asked yet.
  say: Start. Nobody has asked yet.
  describe: A visitor at the left, a shop at the right. Nothing connects them.

# One idea a step. What changes is computed on from step to step.
steps:
  - id: asks
    title: The visitor asks
    caption: The **visitor** asks the **shop** a question, and waits.
    say: The visitor asks, and waits.
    describe: A line opens to the shop, and a question travels along it.
    notes: Ask the class what the shop needs before it can answer.
    flow: [ask]
    links:
      - {{ id: line, state: "on" }}
    actors:
      - {{ id: visitor, state: Asking }}
      - {{ id: shop, state: Working, moment: 2 }}
    sends:
      - {{ from: visitor, to: shop, what: question, moment: 2 }}

  - id: answers
    title: The shop answers
    caption: The **shop** has the answer. The **visitor** has got what it wanted.
    say: The shop answers the visitor.
    describe: The shop counts one answer; the visitor's question is answered.
    flow: [answer]
    needs:
      - {{ actor: shop, state: Working, why: The shop has no question. }}
    actors:
      - {{ id: shop, state: Answered, count: 1 }}
      - {{ id: visitor, state: Answered, moment: 2 }}

# How each thing stands after each step. The cells are computed.
tracker:
  heading: Who
  columns:
    - {{ id: before, label: Start, after: start }}
    - {{ id: one, label: After 1, after: asks }}
    - {{ id: two, label: After 2, after: answers }}
  rows:
    - {{ id: t-visitor, label: Visitor, actor: visitor }}
    - {{ id: t-shop, label: Shop, actor: shop }}

key-moments:
  - id: why-wait
    question: Why does the visitor wait?
    answer: Because the shop answers only once it has the question.
    refers: {{ steps: [asks] }}

quiz:
  - id: when-known
    question: After which step does the shop work?
    hint: Look at the tracker's row of the shop.
    asks: {{ actor: shop, state: Working }}
    shows: {{ step: asks }}
    options:
      - {{ text: After step 1, right: true, step: asks, why: The question is there. }}
      - {{ text: After step 2, step: answers, why: Then it has answered already. }}

# Another course of the same lesson: hold somebody, let a step fail, or let steps
# do something else. What follows is computed; say in words what the rows show then.
what-ifs:
  - id: nobody-asks
    title: "What if: nobody asks?"
    summary: Without a question there is no answer.
    fails:
      - {{ step: asks, why: Nobody asks. }}
    steps:
      - step: asks
        caption: Nobody asks. The shop goes on waiting.
        cells: [{{ column: result, text: Nothing happens }}]
      - step: answers
        caption: There is nothing to answer.
        cells: [{{ column: result, text: Nothing happens }}]
"""
