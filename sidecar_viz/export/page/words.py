"""All words of the page that are not the lesson's, in one place."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """A row of the key help: what it does, on the stage, and anywhere in the page."""

    what: str
    stage: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()


KEYS = (
    Key(
        "Show the next step; in mid-move, finish the move",
        ("→", "↓", "Space", "Enter", "N"),
        ("PgDn",),
    ),
    Key(
        "Play the step backwards",
        ("←", "↑", "Backspace", "Shift+Space", "P"),
        ("PgUp",),
    ),
    Key("Go to the start", ("Home",)),
    Key("Go to the last step", ("End",)),
    Key("Go to the next step with a key moment", ("Shift+→",)),
    Key("Go back to the step with a key moment before this one", ("Shift+←",)),
    Key("Choose a step; or type its number, then Enter", ("G",)),
    Key("Play the steps one after the other", ("K",), ("Alt+K",)),
    Key("Stop all motion at once; pressed again, let it go on", ("M",), ("Alt+M",)),
    Key("Show again how the step is entered", ("R",)),
    Key("Play the step backwards, then forwards again", ("Shift+R",)),
    Key("Play the step again and again", ("Shift+L",)),
    Key("Scrub back a tenth of a step", ("Ctrl+←",)),
    Key("Scrub on a tenth of a step", ("Ctrl+→",)),
    Key("Play more slowly, down to a quarter", ("Ctrl+↓",)),
    Key("Play faster, up to twice the speed", ("Ctrl+↑",)),
    Key("Choose what goes wrong and see what follows", (), ("Ctrl+I",)),
    Key("Leave the what-if at the same step", (), ("Alt+R",)),
    Key("Answer the lesson's questions", ("Q",)),
    Key("Show the question worth stopping for", ("I",)),
    Key("Show or hide the caption under the stage", ("C",)),
    Key("Use the whole screen", ("F",)),
    Key("Hide everything behind black", ("B", ".")),
    Key("Hide everything behind white", ("W", ",")),
    Key("Let the screen reader repeat the step", (), ("Alt+S",)),
    Key("Show all keys", ("?",), ("F1",)),
    Key("Close what lies on top: a dialog, black, a question", (), ("Esc",)),
)
"""The program's keys, as far as a page can have them."""

QUIZ_KEYS = (
    Key("Choose an answer", ("A", "B", "C", "D", "1", "2", "3", "4")),
    Key("Show the hint", ("H",)),
    Key("Begin the quiz anew", ("R",)),
)

SAID = {
    "skip": "Skip to the stage",
    "stage": "Stage",
    "stage-is": "moving picture of the lesson; the keys → and ← go through its steps",
    "picture": "Picture",
    "told": "Step",
    "controls": "Playing",
    "tools": "Tools",
    "panels": "Beside the stage",
    "steps": "Steps",
    "first": "Start",
    "previous": "Previous step",
    "play": "Play",
    "pause": "Pause",
    "next": "Next step",
    "last": "Last step",
    "place": "Place in the lesson",
    "speed": "Speed",
    "what-if": "What if…",
    "what-ifs": "What if",
    "back": "Back to the lesson",
    "quiz": "Quiz",
    "theme": "Colours",
    "themes": "System,Light,Dark",
    "keys": "Keys",
    "embed": "Embed",
    "close": "Close",
    "key-moments": "Key moments",
    "answer": "Answer",
    "at-this-step": "At this step",
    "step-n": "Step {n}",
    "step-of": "Step {n} of {count}: {title}",
    "start-of": "{title}; steps: {count}",
    "lesson-end": "The end of the lesson: {title}",
    "cannot": "Cannot happen:",
    "reality": "In a real cluster:",
    "moment": "Key moment: {question}",
    "instead-of": "instead of",
    "struck": "cannot happen",
    "normal": "Normal course",
    "normal-note": "The lesson as it is, with nothing changed.",
    "turned-on": "{title}",
    "turned-off": "Back to the lesson.",
    "leads-to": "Leads to: {names}",
    "lit": "now",
    "past": "done",
    "hint": "Hint",
    "reveal": "Show the answer",
    "show-me": "Show me on the stage",
    "next-question": "Next question",
    "previous-question": "Previous question",
    "again": "Begin anew",
    "question-of": "Question {n} of {count}",
    "score": "{right} of {count} right",
    "right": "Correct on try {n}",
    "right-part": "Right, {n} of {count}",
    "order-part": "Number {n} of {count}",
    "wrong": "Not this one",
    "not-yet": "Not yet: something comes before it",
    "the-answer": "This is the answer",
    "choose-all": "Choose all that are right.",
    "in-order": "Put {count} in their order.",
    "letters": "Letters, digits and signs are keys",
    "moves": "Motion",
    "go-to": "Go to step",
    "go": "Go",
    "embed-note": (
        "To show this lesson inside another page, such as a course, put the file beside"
        " it and write:"
    ),
    "embed-more": (
        "Another page tells the lesson which step to show, and hears which one is"
        " shown, by messages:"
    ),
    "key-what": "What",
    "key-stage": "On the stage",
    "key-anywhere": "Anywhere",
    "in-quiz": "In the quiz",
    "script": "This page plays a lesson; it needs JavaScript and a browser of 2023 on.",
    "tab-table": "Table",
    "tab-tracker": "Tracker",
    "tab-flow": "Flow",
    "tab-sample": "Manifest",
    "tab-moments": "Key moments",
    "tab-what-ifs": "What if",
    "tab-quiz": "Quiz",
    "tab-snapshot": "Snapshot",
    "tab-transcript": "Transcript",
    "flow-picture": "The process as boxes and arrows",
    "minutes": "~{n} min",
}
"""What the page says, by what it is for."""
