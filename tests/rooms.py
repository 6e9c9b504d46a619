"""The plan of the house: the rooms of each layer, from the ground up."""

from __future__ import annotations

Row = tuple[str, tuple[str, ...]]

DOOR = ""  # what lies in a layer's own folder, beside its rooms

ROOMS: dict[str, tuple[Row, ...]] = {
    "core": (
        (DOOR, ()),
        ("course", (DOOR,)),
        ("flow", (DOOR,)),
        ("beside", (DOOR, "course")),
        ("learning", (DOOR, "course")),
    ),
    "files": (
        ("saved", ()),
        ("reading", ("saved",)),
        ("rules", ("reading",)),
        ("library", ("reading", "saved")),
        ("making", ("reading", "library", "saved")),
    ),
    "pods": (
        ("checking", ()),
        ("given", ("checking",)),
        ("deciding", ("checking", "given")),
        ("running", ("checking", "given", "deciding")),
        ("telling", ("given", "deciding", "running")),
        ("showing", ("checking", "given", "deciding", "running", "telling")),
        ("tables", ("given", "deciding", "running", "telling")),
        ("asking/reasons", ("given", "deciding", "running", "telling")),
        (
            "asking/breaking",
            ("given", "deciding", "running", "telling", "asking/reasons"),
        ),
        (
            "asking/twins",
            (
                *("given", "deciding", "running", "telling"),
                *("asking/reasons", "asking/breaking"),
            ),
        ),
        (
            "asking",
            (
                *("given", "deciding", "running", "telling"),
                *("asking/reasons", "asking/breaking", "asking/twins"),
            ),
        ),
        ("story", ("given", "deciding", "running")),
        ("lesson", ("given", "deciding", "running", "story")),
    ),
    "paint": (
        ("brush", ()),
        ("kinds", ("brush",)),
        ("sizes", ("brush", "kinds")),
        ("ways", ("sizes",)),
        ("layout", ("brush", "kinds", "sizes", "ways")),
        ("lab/strokes", ("brush",)),
        ("lab/line", ("brush", "kinds", "lab/strokes")),
        ("lab/clocks", ("brush", "kinds", "lab/strokes")),
        ("lab/pod", ("brush", "kinds", "lab/strokes", "lab/clocks")),
        ("scenes", ("brush", "kinds")),
        ("cards", ("brush", "kinds", "sizes")),
        ("columns", ("brush", "kinds", "sizes", "cards")),
        (
            "draw",
            ("brush", "kinds", "sizes", "layout", "scenes", "cards", "columns"),
        ),
    ),
    "app": (
        ("qt", ()),
        ("look", ("qt",)),
        ("widgets", ("qt", "look")),
        ("words", ("qt", "look", "widgets")),
        ("dialog", ("qt", "look", "widgets", "words")),
        ("play", ("qt", "widgets", "words")),
        ("preferences", ("qt", "look", "widgets", "dialog", "play")),
        ("keys", ("qt", "preferences")),
        ("screens", ("qt",)),
        ("stage", ("qt",)),
        ("twin", ("qt", "look", "widgets", "words", "play", "stage")),
        ("tables", ("qt", "look", "widgets")),
        ("flow", ("qt", "look", "widgets", "tables")),
        ("tabs", ("qt", "look", "widgets", "words", "tables")),
        ("choosing", ("qt", "look", "widgets", "dialog", "words")),
        ("help", ("qt", "look", "widgets", "words", "dialog", "preferences", "keys")),
        ("quiz", ("qt", "look", "widgets", "dialog", "words", "keys")),
        ("hands", ("qt", "look", "play", "stage", "quiz")),
        ("printing", ("look", "widgets", "dialog", "preferences")),
        (
            "window",
            (
                "qt",
                *("look", "widgets", "words", "play", "preferences", "keys"),
                *(
                    "stage",
                    "twin",
                    "tables",
                    "flow",
                    "tabs",
                    "choosing",
                    "help",
                    "quiz",
                ),
            ),
        ),
        (
            "session",
            (
                *("qt", "look", "widgets", "dialog", "play", "preferences", "keys"),
                *("stage", "quiz", "window"),
            ),
        ),
        ("lessons", ("qt", "look", "widgets", "dialog", "window", "session")),
        (
            "saving",
            (
                *("qt", "look", "widgets", "dialog", "words", "preferences"),
                "window",
            ),
        ),
        ("lab/held", ("qt", "play")),
        (
            "lab/views",
            ("qt", "look", "widgets", "window", "lab/held"),
        ),
        ("lab/views/line", ("qt", "look", "lab/views")),
        ("lab/views/tables", ("qt", "look", "widgets", "tables", "tabs")),
        ("lab/views/text", ("qt", "look", "widgets", "tabs")),
        (
            "lab/views/twin",
            (
                *("qt", "look", "widgets"),
                *("lab/views", "lab/views/line", "lab/views/tables"),
            ),
        ),
        ("lab/asked", ("qt", "look", "widgets", "words", "dialog", "quiz")),
        (
            "lab",
            (
                *("qt", "look", "words", "play"),
                *("preferences", "keys", "window", "session", "lessons", "saving"),
                *("lab/held", "lab/asked", "lab/views", "lab/views/line"),
                *("lab/views/tables", "lab/views/text", "lab/views/twin"),
            ),
        ),
        ("present/tools", ("qt", "stage", "window", "session")),
        (
            "present/audience",
            (
                *("look", "words", "preferences", "screens", "stage", "twin", "tables"),
                *("tabs", "window", "present/tools"),
            ),
        ),
        (
            "present/console",
            (
                *("qt", "look", "widgets", "dialog", "words", "keys", "window"),
                "present/tools",
            ),
        ),
        (
            "present",
            (
                "qt",
                *("widgets", "words", "play", "preferences", "keys", "stage", "window"),
                *("session", "screens", "present/tools"),
                *("present/audience", "present/console"),
            ),
        ),
        (
            "classroom",
            (
                "qt",
                *("look", "widgets", "dialog", "words", "keys", "quiz", "hands"),
                *("printing", "window", "session", "screens"),
            ),
        ),
        (
            "program",
            (
                *("widgets", "words", "play", "preferences", "quiz", "hands", "twin"),
                *("window", "session"),
                *("lessons", "present", "present/audience", "classroom", "lab"),
                "saving",
            ),
        ),
        ("commands", ("preferences", "keys", "present", "program")),
        ("wiring", ("preferences", "window", "program", "commands")),
        (
            DOOR,
            (
                *("qt", "preferences", "keys", "help", "window", "session"),
                *("lab/held", "lab/views", "lab"),
                *("program", "wiring"),
            ),
        ),
    ),
    "export": (
        ("pictures", ()),
        ("contents", ()),
        ("text", ("pictures", "contents")),
        ("slides", ("pictures", "contents")),
        ("paper", ("pictures", "contents")),
        ("film", ("pictures",)),
        ("page", ("pictures",)),
        (DOOR, ("pictures", "text", "slides", "paper", "film", "page")),
    ),
    "start": ((DOOR, ()),),
    "commands": (("given", ()), (DOOR, ("given",)), ("pods", (DOOR,))),
}
"""A room may need those that stand above it in its layer's table, of those it names.

A new row goes where what it needs stands above it and what needs it below.
"""

MOST_FILES = 20  # in a folder; with more of them, it is two rooms
AT_THE_DOOR = {"__init__.py", "__main__.py", "cli.py"}  # of the whole package
