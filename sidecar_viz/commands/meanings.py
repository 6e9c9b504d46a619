"""What every field of a lesson file means, in words for authors.

The schema carries them to editors, and docs/reference.md is made from it.
"""

from __future__ import annotations

from sidecar_viz.core.kind_words import ACTOR_KINDS, LINK_KINDS

_TEXTS = {
    "caption": "What is said under the stage: one or two sentences, at most 180"
    " characters. Put the name of an actor in **bold** to show it in its colour.",
    "say": "What a screen reader announces: at most 25 words.",
    "describe": "What is seen on the stage, for somebody who cannot see it.",
    "notes": "For the teacher only: what to ask, what to point at, which mistake to"
    " expect.",
    "in-reality": "Where the lesson simplifies: how it really is. Off at first.",
    "flow": "The boxes of the flow that are lit, by their ids.",
    "focus": "The actors and links that the step is about; else those that change.",
    "lines": "The lines of samples that are lit.",
}
_CHANGE = {
    "moment": "In which moment of the step it happens: 1 first, then 2, then 3.",
    "anyway": "Whether it happens even when the step as a whole cannot.",
    "needs": "What must be so for this one change to happen: all of it.",
}
_EFFECT = {
    "state": "Its new state.",
    "tone": "How that looks, where it is not the word's own tone.",
    "count": "Its new count; or so many more or less, as +1 or -1 (format: 2).",
    "values": "Its values that change, such as { phase: Bound }; a number can be"
    " changed by +1 or -1, and =-1 sets it to -1. Needs format: 2.",
    "cells": "All its cells anew. Needs format: 2, as the next four.",
    "push": "Cells that are added: at the end of a row, on top of a stack.",
    "pop": "How many cells are taken from the end, or from the top.",
    "shift": "How many cells are taken from the front, or from the bottom.",
    "marks": "The numbers of the cells that are marked from now on; [] for none.",
}
_FOLLOWS = {
    "actor": "The actor whose state it follows.",
    "link": "The link whose state it follows.",
    "counts": "The actor whose count it follows.",
    "value": "The value that it follows, as pvc.phase: the actor's id, a dot, the"
    " value's name. Needs format: 2.",
}
_FOLLOWED = {
    "actor": "The actor whose state its blank cells say, as it is after their step;"
    " check compares those that are written. Needs format: 2.",
    "link": "The link whose state they say instead.",
    "counts": "The actor whose count they say instead.",
    "value": "The value that they say instead, as pvc.phase.",
}
_ID = "Its id: other parts of the lesson name it so."

MEANINGS: dict[str, dict[str, str]] = {
    "Lesson": {
        "format": "The version of the format: 2, the newest; 1 in older lessons,"
        " which have nothing that needs 2.",
        "id": "The lesson's id: a short name, such as that of its file or folder.",
        "title": "What the lesson is called.",
        "subject": "What it is about, such as Kubernetes or Biology.",
        "category": "The shelf it stands on, such as devops.",
        "minutes": "How long it takes in class.",
        "language": "The language of its texts, such as en.",
        "authors": "Who wrote it.",
        "licence": "What others may do with it, such as CC BY 4.0.",
        "headings": "What the panels are called, where the usual names do not fit.",
        "simulate": "A pod's simulation that the lesson is made of: its actors, steps,"
        " tables and texts come from it, and what is written here goes before them."
        " Needs format: 2.",
        "opens": "Which panel is in front at first; else the first one there is. Needs"
        " format: 2.",
        "states": "The words that states use, and how they look.",
        "actors": "Everybody on the stage.",
        "links": "What joins them.",
        "ledger": "Things that are carried, drawn with their text: who has which.",
        "flow": "The process as boxes and arrows.",
        "samples": "Listings beside the picture.",
        "table": "The process as a table, a row for each step.",
        "start": "The stage before the first step.",
        "opening": "What the lesson asks, as a picture in the place of the start's.",
        "ending": "What remains, as a picture after the last step.",
        "steps": "What happens, one step after another.",
        "tracker": "How each thing stands after the steps, in at most 2500 cells.",
        "exit-note": "How it ends: shown under the table at the last step.",
        "key-moments": "Questions worth stopping for, with their answers.",
        "quiz": "Questions to answer at the end.",
        "what-ifs": "What goes differently when something fails, or is otherwise.",
        "snapshot": "What to remember, line by line.",
        "transcript": "The whole lesson as a text of some paragraphs.",
    },
    "Headings": {
        "flow": "The heading of the flow.",
        "table": "The heading of the table.",
        "tracker": "The heading of the tracker.",
        "sample": "The heading of the samples.",
        "key-moments": "The heading of the key moments.",
        "snapshot": "The heading of the snapshot.",
        "transcript": "The heading of the transcript.",
        "quiz": "The heading of the quiz.",
    },
    "StateWord": {
        "word": "The word as actors' states write it.",
        "tone": "How it looks: its colour and icon. Idle and failed are faint, done is"
        " grey, finished is quiet.",
    },
    "Actor": {
        "id": _ID,
        "name": "The full name, at most 24 characters.",
        "short": "A shorter name for its card, at most 12 characters.",
        "kind": "What it is: decides how it is drawn. Any other word becomes a box, and"
        " a frame where others stand in it.",
        "parent": "The actor that it stands in, such as a container's pod;"
        " at most 20 levels.",
        "label": "A second line on its card, such as its name in the manifest.",
        "facts": "More lines on its card, shown where there is room.",
        "hue": "Its colour; else its kind's.",
        "state": "How it is before the first step: a word, a number, or nothing.",
        "tone": "How that state looks, where it is not the word's own tone.",
        "present": "Whether it is on the stage at the start; false to appear later.",
        "count": "A number that it carries, such as lines or replicas.",
        "counts": "With members its count is computed: how many of those that stand in"
        " it are there. Needs format: 2.",
        "values": "Named values on its card, such as { phase: Pending, storage: 1Gi };"
        " one that is not known yet is left empty. Needs format: 2.",
        "unit": "What is counted, such as lines.",
        "unit-one": "The same for one of them, such as line; without it, as for many.",
        "cells": "Cells on its card: an array, a stack, a table, growing text. Needs"
        " format: 2.",
        "capacity": "The largest count: a bar shows how much of it is reached.",
        "content": "The sheet on it, with the items of the ledger that it holds.",
        "holds": "The numbers of the items that it holds at the start.",
        "spot": "Where it stands; else a place is found.",
        "lines": "The lines of samples that belong to it: they light up with it.",
        "about": "What it is, in a sentence: shown when it is pointed at.",
    },
    "Cells": {
        "form": "A row of cells, a stack, the rows of a table, or lines of a text. The"
        " cells of a table's row stand between bars, as name | age.",
        "items": "What stands in them at the start.",
        "slots": "How many there is room for at least; free ones are dotted.",
        "first": "What the first cell of a row is called: 0 or 1.",
        "head": "What stands over the columns of a table, between bars.",
    },
    "Content": {
        "form": "A window of a program, a file, a view of somebody else's file, or an"
        " inbox. Who sends to a file writes in it, who gets from a file reads it.",
        "title": "What stands above it, such as the file's path.",
        "note": "A word beside that, such as read-only.",
        "of": "For a view: the actor whose file is seen.",
        "words": "What the items are called here, in their order, where somebody"
        " translates them; those without a word keep theirs.",
        "translated": "Whether its words hold from the start; false if a step says so.",
    },
    "Ledger": {
        "items": "What is carried, each a line of text; numbered from 1 in this order."
        " What went wrong in it, in **bold**, is red.",
        "lanes": "Who stands side by side, from left to right, with the same item at"
        " the same height; several lanes stand one above the other.",
    },
    "Fact": {
        "label": "What it is, such as image.",
        "text": "Its value, at most 30 characters.",
    },
    "Spot": {
        "row": "The row, from the top.",
        "column": "The column, from the left.",
        "rows": "How many rows it takes.",
        "columns": "How many columns it takes.",
    },
    "Lines": {
        "sample": "The sample's id.",
        "first": "The first line.",
        "last": "The last line; it belongs to the range.",
    },
    "Link": {
        "id": _ID,
        "from": "The actor where it begins.",
        "to": "The actor where it ends.",
        "through": "An actor that it runs through, such as the network.",
        "kind": "What joins them: decides how it is drawn. Any other word becomes a"
        " plain arrow.",
        "hue": "Its colour; else that of a store or a network that it leads to, or of"
        " the actor where it begins.",
        "present": "Whether it is drawn at the start; false to appear later.",
        "state": "Whether it is off, on or denied at the start.",
        "words": "What the tracker writes for off, on and denied.",
        "label": "What is written beside it, such as a port.",
        "direction": "Which ends have arrows.",
    },
    "LinkWords": {
        "off": "The word for off.",
        "on": "The word for on.",
        "denied": "The word for denied.",
        "lost": "The word after the number of things that fell down beside the link.",
    },
    "Flow": {
        "nodes": "The boxes, in reading order.",
        "edges": "The arrows between them.",
        "caption": "What the flow shows, in one or two sentences.",
    },
    "Opening": {
        "title": "The question that the lesson answers, under the picture.",
        "caption": _TEXTS["caption"],
        "say": _TEXTS["say"],
        "describe": _TEXTS["describe"],
        "notes": _TEXTS["notes"] + " Without them, those of the start are shown.",
        "in-reality": _TEXTS["in-reality"],
        "crash": "The actor whose card is broken.",
        "state": "What stands on the broken card, such as Stopped.",
        "falls": "The numbers of the ledger's items that fall out of it; one with"
        " **bold** in its text is large and red.",
        "missing": "What is written on the sheet that is not there, such as a file's"
        " name.",
        "asks": "What somebody asks who needs it now: a few words.",
    },
    "Figure": {
        "word": "What it counts, such as written.",
        "text": "The number. Where an actor is named, it may be left out, and is"
        " checked if it is written.",
        "actor": "Whose number it is: its count after the last step, or how many of"
        " the ledger's items it holds then. It is written in this actor's colour.",
        "tone": "How it looks instead: failed is red.",
    },
    "Side": {
        "label": "What stands over it, such as Without a sidecar.",
        "crash": "The actor whose card is broken here.",
        "state": "What stands on the broken card, such as Stopped.",
        "numbers": "Up to three numbers, with arrows between them.",
    },
    "Ending": {
        "remember": "The sentence to take home.",
        "note": "What is still missing, and leads on: a few words.",
        "next": "The lesson that comes next, by its name in the library.",
        "say": _TEXTS["say"],
        "describe": _TEXTS["describe"],
        "holder": "The column of the ledger that is shown with all that it holds.",
        "without": "How it ends without what the lesson shows.",
        "with": "How it ends with it.",
    },
    "FlowNode": {
        "id": _ID,
        "label": "What stands in the box, at most 48 characters.",
        "kind": "Its form: a decision is a question, optional may be left out.",
    },
    "FlowEdge": {
        "from": "The box where the arrow begins.",
        "to": "The box that it points at; an earlier one makes a loop.",
        "label": "A word beside the arrow, such as Yes or No (in quotes).",
    },
    "Sample": {
        "id": _ID,
        "title": "What its tab is called.",
        "language": "What it is written in, such as yaml, shell, sql or text.",
        "text": "The listing, after a | so that its lines stay as they are;"
        " at most 2000.",
        "caption": "What it shows, in a sentence.",
    },
    "Table": {
        "plain": "Words of computed columns that are meant as they are written, such as"
        " No change: check does not compare them. Needs format: 2.",
        "absent": "What a computed cell says of who is not on the stage, such as –;"
        " else it says its state. Needs format: 2.",
        "columns": "Its columns, from the left. The first is narrow: Step, Iteration.",
        "rows": "Its rows, from the top.",
    },
    "Column": {
        "id": _ID,
        "label": "What stands over it, at most 24 characters.",
        "about": "The actors and links that its cells speak of: they light up with it.",
        **_FOLLOWED,
    },
    "Row": {
        "id": _ID,
        "step": "The step that it tells about; start is before the first.",
        "to": "The last of several steps that it tells about. Needs format: 2.",
        "kind": "A step, or else a case, another ending, an error without a step.",
        "cells": "Its texts, from the left. An empty one repeats the cell above, or is"
        " computed where the column follows something.",
    },
    "Start": {
        "title": "What the start is called.",
        **_TEXTS,
    },
    "Simulation": {
        "manifest": "The pod's manifest: the name of a file beside the lesson, or its"
        " text, of more lines than one.",
        "script": "What the containers do and what is done to the pod, as docs/lab.md"
        " explains: a file beside the lesson, or its text, of more lines than one.",
        "pod": "Which pod of the manifest, as web or Pod/web; else its first.",
        "version": "The version of Kubernetes that it is played as.",
        "at": "The seconds to stop at: what happens between two of them is one step."
        " Else every change is a step.",
    },
    "Step": {
        "id": _ID,
        "at": "In a lesson with simulate, in place of id and title: the second whose"
        " step has the words that follow. Needs format: 2.",
        "title": "What the step is called, at most 40 characters.",
        **_TEXTS,
        "from": "Another case: before the step everything becomes as it was after this"
        " earlier step, or at the start. Needs format: 2.",
        "moments": "What is lit from later moments of the step on, in place of what is"
        " above. At rest it is what the last one says. Needs format: 2.",
        "shot": "The actors and links that the camera shows while the step moves; the"
        " others fade meanwhile. Without it: what the step is about, and the ends of"
        " what begins to travel. An empty list shows the whole stage.",
        "seconds": "How long the whole step takes to be shown; its moments share it.",
        "needs": "What must be so for the step to happen: all of it, there is no or.",
        "actors": "What it does to actors.",
        "links": "What it does to links.",
        "sends": "What travels.",
    },
    "Light": {
        "moment": "From which moment of the step on: 2 or later.",
        "flow": "The boxes that are lit from then on.",
        "focus": "The actors and links that it is about from then on.",
        "lines": "The lines of samples that are lit from then on.",
    },
    "Need": {
        "actor": "An actor that must be there, in the state or with the count below.",
        "link": "A link that must be on, or in the state below.",
        "step": "A step that must have happened.",
        "state": "The state that it must have.",
        "count": "The count that it must have at least.",
        "values": "The values that it must have, such as { phase: Bound }.",
        "why": "What is missing otherwise, in plain words: it is shown as the reason.",
    },
    "ActorChange": {
        "id": "The actor's id.",
        **_EFFECT,
        "present": "With true it appears, with false it vanishes.",
        "parent": "The actor that it moves into; stage for out of all of them. Needs"
        " format: 2.",
        "spot": "The cell that it moves to, there or where it stands already. Needs"
        " format: 2.",
        "translated": "With true, what it holds is called by its own words from now on,"
        " one item after the other.",
        "crash": "Whether it breaks: a crack runs through it, its colour is gone, and"
        " an outline is left until it changes again. Needs format: 2.",
        **_CHANGE,
    },
    "Effect": {
        **_EFFECT,
    },
    "LinkChange": {
        "id": "The link's id.",
        "state": "Its new state; denied is drawn with a cross.",
        "to": "The actor that it turns to, as a pointer does.",
        "present": "With true it appears, with false it vanishes.",
        **_CHANGE,
    },
    "Send": {
        "from": "The actor that sends.",
        "to": "The actor that receives; links that are on must lead there.",
        "along": "The link that it takes; else the shortest way over open links.",
        "what": "What travels, such as log lines.",
        "loop": "Whether it goes on from step to step, or is sent once.",
        "adds": "How much the receiver's count grows by it. Safer than a new count,"
        " which is reached also where less has come before.",
        "sender": "What becomes of the sender as it leaves: its state, a count of -1,"
        " its values. Only if it can travel. Needs format: 2.",
        "receiver": "What becomes of the receiver as it arrives. Needs format: 2.",
        "as": "How it is handed over: sent or taken away, written into a file or read"
        " from it; or lose, when it falls down on a way that is shut. Else as the"
        " contents of the two say.",
        "items": "The numbers of the ledger's items that travel; else the next ones,"
        " as many as are added.",
        **_CHANGE,
    },
    "Tracker": {
        "heading": "What stands over its first column.",
        "plain": "Words of cells that are meant as they are written, such as No change:"
        " check does not compare them.",
        "absent": "What a row says of who is not on the stage, such as –; else it says"
        " its state. Needs format: 2.",
        "columns": "The moments that it shows.",
        "rows": "The things that it follows.",
    },
    "TrackerColumn": {
        "id": _ID,
        "label": "What stands over it, such as After Step 3.",
        "after": "The step after which things stand so; start is before the first.",
    },
    "TrackerRow": {
        "id": _ID,
        "label": "What stands before it, at most 26 characters.",
        **_FOLLOWS,
        "cells": "Its texts as you expect them: check compares them with what is"
        " computed. Left out, they are computed.",
    },
    "ExitNote": {
        "text": "How it ends, in a sentence.",
        "outcome": "Whether it ends, pauses, goes round again, or can end in two ways.",
    },
    "KeyMoment": {
        "id": _ID,
        "question": "The question.",
        "answer": "The answer, with the numbers of its steps.",
        "refers": "What the answer speaks of: it can be followed from there.",
    },
    "References": {
        "steps": "Steps, by their ids.",
        "columns": "Columns of the table.",
        "cells": "Cells of the tracker.",
        "flow": "Boxes of the flow.",
        "actors": "Actors and links.",
    },
    "TrackerCell": {
        "row": "The row of the tracker.",
        "column": "The column of the tracker.",
    },
    "Question": {
        "id": _ID,
        "question": "The question, at most 160 characters.",
        "options": "Two to six answers to choose from.",
        "every": "Whether every right option must be chosen; else any of them will do.",
        "hint": "Where to look, without saying what is found there.",
        "asks": "What it is about, so that check can compute the answer.",
        "refers": "Where the answer is found.",
        "shows": "What Show me shows.",
    },
    "Option": {
        "text": "The answer, at most 80 characters.",
        "right": "Whether it is right; more than one may be.",
        "why": "Why it is right or wrong; every wrong one needs it.",
        "step": "The step that it means, so that it can be compared; a wrong answer is"
        " played there, until it is seen to fail.",
        "at": "The actor or link on the stage that it means: its letter stands there.",
        "order": "Its place in the order that is asked for, from 1; without one it is"
        " wrong. Then no option is marked right.",
    },
    "Asks": {
        "actor": "After which step this actor is first in the state below.",
        "state": "The state.",
        "what-if": "Which steps this what-if makes impossible: all of them are right.",
    },
    "Proof": {
        "step": "The step to show; start is allowed.",
        "what-if": "The what-if to show it in.",
    },
    "WhatIf": {
        "id": _ID,
        "title": "The question that it asks, beginning with What if.",
        "summary": "What follows from it, in two or three sentences.",
        "at": "The actor or link on the stage at which it is begun by hand. Without it:"
        " what it holds, or else what the first step is about that it changes.",
        "holds": "Who stays as said here, whatever the steps do. Leave out holds and"
        " fails where only the changes of the steps below differ.",
        "fails": "Which steps cannot happen.",
        "steps": "What differs in a step; all else is computed.",
    },
    "Hold": {
        "actor": "The actor that is held; or else a link.",
        "link": "The link that is held; or else an actor.",
        "state": "The state that it keeps; a link: off, on or denied.",
        "tone": "How that looks. While it is idle, failed or done, no step can open"
        " a link to the actor.",
        "from": "The step from which on it is held; start is from the beginning.",
    },
    "Fail": {
        "step": "The step that cannot happen.",
        "why": "Why not, in plain words: it stands before the caption.",
    },
    "WhatIfStep": {
        "step": "The step.",
        "to": "The last of several steps that stand still, from the one above on: they"
        " cannot happen, the caption says why, and all have these texts and cells.",
        "title": "What the step is called here. It says what happens, so it is not"
        " struck out where the step itself cannot happen.",
        "caption": "What is said instead; where the step cannot happen, the reason"
        " stands before it.",
        "say": "What is told aloud instead; else it is the caption above.",
        "describe": "What is seen instead.",
        "notes": "What the teacher is told instead. The lesson's notes are left away"
        " where the step comes out differently.",
        "in-reality": "How it is in a real cluster, instead; as with the notes.",
        "flow": "The boxes that are lit instead; [] for none.",
        "focus": "What it is about instead.",
        "lines": "The lines of the samples that it is about instead.",
        "cells": "The cells of its row that differ.",
        "actors": "What it does to actors besides, also when it cannot happen.",
        "links": "What it does to links besides, also when it cannot happen.",
        "sends": "What travels besides, also when it cannot happen; in place of what"
        " the step sends between the same two in the same moment.",
    },
    "NewCell": {
        "column": "The column of the table.",
        "text": "What stands there instead.",
    },
}
"""The meaning of every field, by the part that it belongs to."""

EXAMPLES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Actor", "kind"): tuple(ACTOR_KINDS),
    ("Link", "kind"): tuple(LINK_KINDS),
    ("Sample", "language"): ("yaml", "shell", "console", "docker", "sql", "text"),
}
"""Words that editors may offer where any word is allowed."""
