"""The plan of the house: the rooms of each layer, from the ground up."""

from __future__ import annotations

Row = tuple[str, tuple[str, ...]]

DOOR = ""  # what lies in a layer's own folder, beside its rooms

ROOMS: dict[str, tuple[Row, ...]] = {
    "core": (
        (DOOR, ()),
        ("flow", (DOOR,)),
        ("learning", (DOOR,)),
    ),
    "files": (
        ("reading", ()),
        ("rules", ("reading",)),
        ("library", ("reading",)),
        ("saved", ()),
        ("making", ("reading", "library", "saved")),
    ),
    "paint": (
        ("brush", ()),
        ("kinds", ("brush",)),
        ("sizes", ("brush", "kinds")),
        ("ways", ("sizes",)),
        ("layout", ("kinds", "sizes", "ways")),
        ("draw", ("brush", "kinds", "sizes")),
    ),
    "app": (
        ("look", ()),
        ("widgets", ("look",)),
        ("dialog", ("look", "widgets")),
        ("commands", ()),
        ("words", ("look", "widgets")),
        ("play", ("look", "widgets")),
        ("preferences", ("look", "widgets", "dialog", "play")),
        ("stage", ()),
        ("tables", ("look", "widgets")),
        ("flow", ("look", "widgets", "tables")),
        ("tabs", ("look", "tables")),
        ("choosing", ("look", "widgets", "dialog", "words")),
        ("help", ("look", "widgets", "dialog", "commands")),
        ("quiz", ("look", "widgets", "dialog", "words")),
        ("printing", ("look", "widgets", "dialog", "preferences")),
        (
            "window",
            (
                *("look", "widgets", "commands", "words", "play", "preferences"),
                *("stage", "tables", "flow", "tabs", "choosing", "help", "quiz"),
            ),
        ),
        ("session", ("look", "commands", "stage", "quiz", "window")),
        ("lessons", ("look", "widgets", "dialog", "window", "session")),
        ("present/screens", ()),
        ("present/tools", ("stage", "window", "session")),
        (
            "present/audience",
            ("look", "words", "preferences", "tables", "present/tools"),
        ),
        ("present/console", ("look", "widgets", "words", "present/tools")),
        (
            "present",
            (
                *("commands", "words", "play", "preferences", "window"),
                *("present/screens", "present/tools"),
                *("present/audience", "present/console"),
            ),
        ),
        (
            "classroom",
            (
                *("look", "widgets", "dialog", "commands", "words", "printing"),
                *("window", "session", "present/screens"),
            ),
        ),
        (
            "wiring",
            (
                *("commands", "words", "preferences", "window", "lessons"),
                *("present", "classroom"),
            ),
        ),
        (
            DOOR,
            (
                *("commands", "preferences", "stage", "help", "window", "session"),
                "wiring",
            ),
        ),
    ),
    "export": ((DOOR, ()),),
    "start": ((DOOR, ()),),
    "commands": ((DOOR, ()),),
}
"""A room may need those that stand above it in its layer's table, of those it names.

A new row goes where what it needs stands above it and what needs it below.
"""

MOST_FILES = 20  # in a folder; with more of them, it is two rooms
AT_THE_DOOR = {"__init__.py", "__main__.py", "cli.py"}  # of the whole package
