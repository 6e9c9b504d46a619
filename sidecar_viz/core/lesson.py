"""A lesson as one typed value: what its file may say, part by part."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
        max_length=60,
        description="A short name in lower case: letters, digits and hyphens.",
    ),
]
Line = Annotated[
    str, Meta(max_length=240, description="One line of text, never read as HTML.")
]
Text = Annotated[
    str, Meta(max_length=4000, description="Text; **bold** and `code` are shown.")
]
Source = Annotated[str, Meta(max_length=20_000, description="Text shown as it is.")]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Amount = Annotated[
    str,
    Meta(pattern=r"^[+-][0-9]{1,6}$", description="So many more or less, as +1 or -1."),
]
NewCount = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)] | Amount
ValueText = Annotated[str, Meta(max_length=40)] | int | float
Values = Annotated[
    dict[Annotated[str, Meta(min_length=1, max_length=30)], ValueText],
    Meta(max_length=6),
]
ValueName = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?\.[^.]+$",
        max_length=100,
        description="an actor's id, a dot and the name of one of its values",
    ),
]
Moment = Annotated[
    int,
    Meta(
        ge=1,
        le=9,
        description="Which moment of the step: 1 is first. A step with moments"
        " up to 3 is shown in three equal parts, one after the other.",
    ),
]
Tone = Literal[
    "idle", "starting", "active", "good", "warning", "failed", "done", "finished"
]
Hue = Literal["blue", "amber", "green", "violet", "teal", "rose", "slate"]
CELLS = "cells"
"""What stands for all cells of an actor where one of its values is named."""
STAGE = "stage"
"""What stands for the stage itself where an actor moves out of all frames."""
LinkWord = Literal["off", "on", "denied"]
Verb = Literal["send", "write", "read", "take", "lose"]
Kubernetes = Literal["1.28", "1.29", "1.33", "1.36"]
Second = Annotated[float, Meta(ge=0, le=1_000_000, description="Simulated seconds.")]
ItemNumber = Annotated[int, Meta(ge=1, le=99)]
Panel = Literal[
    "table", "flow", "tracker", "sample", "key-moments", "snapshot", "transcript"
]


class Data(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename="kebab",
    gc=False,
):
    """A part of a lesson: never changed, unknown fields refused."""


class Headings(Data, frozen=True, kw_only=True):
    """What the panels are called."""

    flow: Line = "Process flow"
    table: Line = "Process table"
    tracker: Line = "Status tracker"
    sample: Line = "Manifest"
    key_moments: Line = "Key moments"
    snapshot: Line = "Snapshot"
    transcript: Line = "Transcript"
    quiz: Line = "Visual quiz"


class StateWord(Data, frozen=True, kw_only=True):
    """A word that actors' states use, with the tone that decides how it looks."""

    word: Line
    tone: Tone


class Spot(Data, frozen=True, kw_only=True):
    """Where an actor stands: a cell in the grid of its parent, counted from 1."""

    row: Annotated[int, Meta(ge=1, le=20)]
    column: Annotated[int, Meta(ge=1, le=20)]
    rows: Annotated[int, Meta(ge=1, le=20)] = 1
    columns: Annotated[int, Meta(ge=1, le=20)] = 1


class Lines(Data, frozen=True, kw_only=True):
    """A range of lines of a sample, both ends included, counted from 1."""

    sample: Id
    first: Annotated[int, Meta(ge=1)]
    last: Annotated[int, Meta(ge=1)]


class Fact(Data, frozen=True, kw_only=True):
    """A labelled value on an actor's card, such as an image or a path."""

    label: Line
    text: Line


class Content(Data, frozen=True, kw_only=True):
    """What is drawn on an actor: a sheet with the items of the ledger that it holds."""

    form: Literal["window", "file", "view", "inbox"] = "window"
    title: Line = ""
    note: Line = ""
    file: Id | None = field(name="of", default=None)
    words: Annotated[tuple[Line, ...], Meta(max_length=99)] = ()
    translated: bool = True

    def texts(self, items: tuple[Line, ...]) -> tuple[Line, ...]:
        """Return what the ledger's *items* are called here: own words, or theirs."""
        return self.words + items[len(self.words) :]


CellText = Annotated[str, Meta(max_length=60)] | int | float
CellTexts = Annotated[tuple[CellText, ...], Meta(max_length=24)]
CellNumber = Annotated[int, Meta(ge=1, le=24)]


class Cells(Data, frozen=True, kw_only=True):
    """Cells on an actor's card: an array, a stack, the rows of a table, lines of text.

    There is room for as many as there can be, or for *slots* at least.
    """

    form: Literal["row", "stack", "table", "text"] = "row"
    items: CellTexts = ()
    slots: CellNumber | None = None
    first: Annotated[int, Meta(ge=0, le=1)] = 0
    head: Line = ""


class Actor(Data, frozen=True, kw_only=True):
    """Somebody on the stage: a container, a pod, a volume, anything with a name."""

    id: Id
    name: Line
    short: Line = ""
    kind: Line = "box"
    parent: Id | None = None
    label: Line = ""
    facts: Annotated[tuple[Fact, ...], Meta(max_length=40)] = ()
    hue: Hue | None = None
    state: Line = ""
    tone: Tone | None = None
    present: bool = True
    count: Count | None = None
    unit: Line = ""
    unit_one: Line = ""
    counts: Literal["members"] | None = None
    values: Values = {}
    cells: Cells | None = None
    capacity: Annotated[int, Meta(ge=1)] | None = None
    content: Content | None = None
    holds: tuple[ItemNumber, ...] = ()
    spot: Spot | None = None
    lines: tuple[Lines, ...] = ()
    about: Text = ""


class Ledger(Data, frozen=True, kw_only=True):
    """Things that actors carry: each has the same number and text everywhere.

    The actors of a lane stand side by side, each a column in which the same item has
    the same height.
    """

    items: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=99)]
    lanes: Annotated[tuple[tuple[Id, ...], ...], Meta(min_length=1, max_length=3)]


class LinkWords(Data, frozen=True, kw_only=True):
    """How a tracker writes a link's states."""

    off: Line = "Off"
    on: Line = "On"
    denied: Line = "Denied"
    lost: Line = "lost"


class Link(Data, frozen=True, kw_only=True):
    """A connection between two actors, if wanted through a third."""

    id: Id
    source: Id = field(name="from")
    target: Id = field(name="to")
    through: Id | None = None
    kind: Line = "traffic"
    hue: Hue | None = None
    present: bool = True
    state: LinkWord = "off"
    words: LinkWords = LinkWords()
    label: Line = ""
    direction: Literal["forward", "both", "none"] = "forward"


class Need(Data, frozen=True, kw_only=True):
    """Something that must be true; *why* says in plain words what is missing."""

    actor: Id | None = None
    link: Id | None = None
    step: Id | None = None
    state: Line | None = None
    count: Count | None = None
    values: Values = {}
    why: Text


class Effect(Data, frozen=True, kw_only=True):
    """What becomes of an actor: its state, its count, its values."""

    state: Line | None = None
    tone: Tone | None = None
    count: NewCount | None = None
    values: Values = {}
    cells: CellTexts | None = None
    push: CellTexts = ()
    pop: CellNumber | None = None
    shift: CellNumber | None = None
    marks: tuple[CellNumber, ...] | None = None


class ActorChange(Effect, frozen=True, kw_only=True):
    """What a step does to an actor."""

    id: Id
    present: bool | None = None
    parent: Id | None = None
    spot: Spot | None = None
    translated: bool | None = None
    crash: bool = False
    moment: Moment = 1
    anyway: bool = False
    needs: tuple[Need, ...] = ()


class LinkChange(Data, frozen=True, kw_only=True):
    """What a step does to a link."""

    id: Id
    state: LinkWord | None = None
    target: Id | None = field(name="to", default=None)
    present: bool | None = None
    moment: Moment = 1
    anyway: bool = False
    needs: tuple[Need, ...] = ()


class Send(Data, frozen=True, kw_only=True):
    """Something that travels along the link from one actor to another."""

    source: Id = field(name="from")
    target: Id = field(name="to")
    along: Id | None = None
    what: Line = ""
    loop: bool = False
    adds: Count = 0
    sender: Effect | None = None
    receiver: Effect | None = None
    verb: Verb | None = field(name="as", default=None)
    items: tuple[ItemNumber, ...] = ()
    moment: Moment = 1
    anyway: bool = False
    needs: tuple[Need, ...] = ()


Shown = tuple[Id, ...] | None
"""The ids of what a step's shot shows, none for the whole stage; None to find out."""


class Telling(Data, frozen=True, kw_only=True):
    """What is told of a moment: its title and the texts about it."""

    title: Line
    caption: Text = ""
    say: Line = ""
    describe: Text = ""
    notes: Text = ""
    in_reality: Text = ""


class Lit(Telling, frozen=True, kw_only=True):
    """A moment that lights boxes of the flow, lines, and whom it is about."""

    flow: tuple[Id, ...] = ()
    focus: tuple[Id, ...] = ()
    lines: tuple[Lines, ...] = ()


class Light(Data, frozen=True, kw_only=True):
    """What is lit from a moment of a step on, in place of what was lit before."""

    moment: Annotated[int, Meta(ge=2, le=9)]
    flow: tuple[Id, ...] | None = None
    focus: tuple[Id, ...] | None = None
    lines: tuple[Lines, ...] | None = None


class Step(Lit, frozen=True, kw_only=True):
    """One step: what it is called, what it changes and what is said about it."""

    id: Id
    at: Second | None = None
    since: Id | None = field(name="from", default=None)
    moments: Annotated[tuple[Light, ...], Meta(max_length=8)] = ()
    shot: Shown = None
    seconds: Annotated[float, Meta(ge=0.2, le=30)] = 2.0
    needs: tuple[Need, ...] = ()
    actors: tuple[ActorChange, ...] = ()
    links: tuple[LinkChange, ...] = ()
    sends: tuple[Send, ...] = ()


class Start(Lit, frozen=True, kw_only=True):
    """The stage before the first step."""

    title: Line = "Start"


class Opening(Telling, frozen=True, kw_only=True):
    """What the lesson asks: a picture and words in the place of the start's."""

    crash: Id
    state: Line = ""
    falls: Annotated[tuple[ItemNumber, ...], Meta(max_length=12)] = ()
    missing: Line = ""
    asks: Line


class Figure(Data, frozen=True, kw_only=True):
    """A number of the ending; it is *actor*'s count there, or *text* as written."""

    word: Line
    text: Line = ""
    actor: Id | None = None
    tone: Tone | None = None


class Side(Data, frozen=True, kw_only=True):
    """One side of the ending: what it shows, and its numbers with arrows between."""

    label: Line
    crash: Id | None = None
    state: Line = ""
    numbers: Annotated[tuple[Figure, ...], Meta(max_length=3)] = ()


class Ending(Data, frozen=True, kw_only=True):
    """What remains: a picture after the last step, and what to take home."""

    remember: Line
    note: Line = ""
    next_lesson: Id | None = field(name="next", default=None)
    say: Line = ""
    describe: Text = ""
    holder: Id | None = None
    without: Side | None = None
    gained: Side | None = field(name="with", default=None)


class FlowNode(Data, frozen=True, kw_only=True):
    """A box of the process flow."""

    id: Id
    label: Line
    kind: Literal["box", "start", "end", "decision", "optional"] = "box"


class FlowEdge(Data, frozen=True, kw_only=True):
    """An arrow of the process flow."""

    source: Id = field(name="from")
    target: Id = field(name="to")
    label: Line = ""

    @property
    def words(self) -> str:
        """The words to be read at it; "" where the label is empty or blank."""
        return self.label.strip()


class Flow(Data, frozen=True, kw_only=True):
    """The process as boxes and arrows."""

    nodes: Annotated[tuple[FlowNode, ...], Meta(max_length=300)] = ()
    edges: Annotated[tuple[FlowEdge, ...], Meta(max_length=600)] = ()
    caption: Text = ""


class Sample(Data, frozen=True, kw_only=True):
    """A listing beside the picture: YAML, shell, SQL, plain text."""

    id: Id
    title: Line = "Manifest"
    language: Line = "text"
    text: Source
    caption: Text = ""


class Following(Data, frozen=True, kw_only=True):
    """Whatever follows one thing: an actor, a link, an actor's count or value."""

    actor: Id | None = None
    link: Id | None = None
    counts: Id | None = None
    value: ValueName | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids of the actor or link that it follows; more than one is a mistake."""
        owner = self.value.partition(".")[0] if self.value else None
        named = (self.actor, self.link, self.counts, owner)
        return tuple(one for one in named if one is not None)


class Column(Following, frozen=True, kw_only=True):
    """A column of the table; *about* names the actors that its cells speak of.

    Where it follows something, its blank cells say how that stands after their step.
    """

    id: Id
    label: Line
    about: tuple[Id, ...] = ()

    @property
    def speaks_of(self) -> tuple[str, ...]:
        """The ids of the actors and links that its cells speak of."""
        return self.about or self.subjects


class Row(Data, frozen=True, kw_only=True):
    """A row of the table: a step or several, or a case, an ending, an error."""

    id: Id
    step: Id | None = None
    to: Id | None = None
    kind: Literal["step", "case", "ending", "error"] = "step"
    cells: tuple[Line, ...]


class Table(Data, frozen=True, kw_only=True):
    """The process table."""

    plain: tuple[Line, ...] = ()
    absent: Line = ""
    columns: Annotated[tuple[Column, ...], Meta(min_length=1, max_length=9)]
    rows: Annotated[tuple[Row, ...], Meta(max_length=3000)] = ()


class TrackerColumn(Data, frozen=True, kw_only=True):
    """A column of the tracker: how things stand after a step, or at the start."""

    id: Id
    label: Line
    after: Id = "start"


class TrackerRow(Following, frozen=True, kw_only=True):
    """A row of the tracker: what it follows, or free text."""

    id: Id
    label: Line
    cells: tuple[Line, ...] = ()


class Tracker(Data, frozen=True, kw_only=True):
    """How each thing stands after each step."""

    heading: Line = "Variable"
    plain: tuple[Line, ...] = ()
    absent: Line = ""
    columns: tuple[TrackerColumn, ...] = ()
    rows: tuple[TrackerRow, ...] = ()


class ExitNote(Data, frozen=True, kw_only=True):
    """How the process ends."""

    text: Text
    outcome: Literal["ends", "pauses", "loops", "alternatives"] = "ends"


class TrackerCell(Data, frozen=True, kw_only=True):
    """A cell of the tracker, by its row and its column."""

    row: Id
    column: Id


class References(Data, frozen=True, kw_only=True):
    """What a text speaks of, by id: it can be followed and checked."""

    steps: tuple[Id, ...] = ()
    columns: tuple[Id, ...] = ()
    cells: tuple[TrackerCell, ...] = ()
    flow: tuple[Id, ...] = ()
    actors: tuple[Id, ...] = ()


class KeyMoment(Data, frozen=True, kw_only=True):
    """A question worth stopping for, and its answer."""

    id: Id
    question: Text
    answer: Text
    refers: References = References()


class Option(Data, frozen=True, kw_only=True):
    """An answer to choose; *why* explains it once it is chosen."""

    text: Line
    right: bool = False
    why: Text = ""
    step: Id | None = None
    at: Id | None = None
    order: Annotated[int, Meta(ge=1, le=6)] | None = None


class Asks(Data, frozen=True, kw_only=True):
    """What a question is really about, so that its answer can be computed.

    Either the step after which *actor* first shows *state*, or the step that
    the what-if named here makes impossible.
    """

    actor: Id | None = None
    state: Line | None = None
    what_if: Id | None = None


class Proof(Data, frozen=True, kw_only=True):
    """What "show me" shows: a step, if wanted with a what-if on."""

    step: Id
    what_if: Id | None = None


class Question(Data, frozen=True, kw_only=True):
    """A quiz question with its options."""

    id: Id
    question: Text
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=6)]
    every: bool = False
    hint: Text = ""
    asks: Asks | None = None
    refers: References = References()
    shows: Proof | None = None

    @property
    def ordered(self) -> tuple[int, ...]:
        """The places of the options in the order that is asked for; none without one.

        Options without a place in it are wrong.
        """
        known = [(o.order, at) for at, o in enumerate(self.options) if o.order]
        return tuple(at for _, at in sorted(known))

    @property
    def rights(self) -> tuple[int, ...]:
        """The places of the options that are right, in the order that is asked for."""
        marked = tuple(at for at, option in enumerate(self.options) if option.right)
        return self.ordered or marked

    @property
    def needed(self) -> int:
        """How many options must be chosen for a right answer."""
        if self.ordered or self.every:
            return len(self.rights)
        return min(1, len(self.rights))


class Hold(Data, frozen=True, kw_only=True):
    """An actor or a link that stays as it is said here, whatever the steps do.

    It does so from the start on, or from a step on. An actor still appears and
    vanishes as the steps say.
    """

    actor: Id | None = None
    link: Id | None = None
    state: Line
    tone: Tone = "failed"
    since: Id = field(name="from", default="start")


class Fail(Data, frozen=True, kw_only=True):
    """A step that cannot happen, and why."""

    step: Id
    why: Text


class NewCell(Data, frozen=True, kw_only=True):
    """Another text for one cell of a row."""

    column: Id
    text: Line


class WhatIfStep(Telling, frozen=True, kw_only=True):
    """What differs in a step of a what-if: its texts, and what it does besides.

    With *to*, all steps from *step* to that one stand still, and have these texts.
    """

    step: Id
    to: Id | None = None
    title: Line = ""
    flow: tuple[Id, ...] | None = None
    focus: tuple[Id, ...] | None = None
    lines: tuple[Lines, ...] | None = None
    cells: tuple[NewCell, ...] = ()
    actors: tuple[ActorChange, ...] = ()
    links: tuple[LinkChange, ...] = ()
    sends: tuple[Send, ...] = ()


class WhatIf(Data, frozen=True, kw_only=True):
    """Another course of the same lesson: what is held fixed or fails."""

    id: Id
    title: Line
    summary: Text = ""
    at: Id | None = None
    holds: tuple[Hold, ...] = ()
    fails: tuple[Fail, ...] = ()
    steps: tuple[WhatIfStep, ...] = ()


class Simulation(Data, frozen=True, kw_only=True):
    """The simulation of a pod that a lesson is made of."""

    manifest: Source
    script: Source = ""
    pod: Line = ""
    version: Kubernetes = "1.36"
    at: Annotated[tuple[Second, ...], Meta(max_length=200)] = ()


def moments_of(step: Step) -> int:
    """Return how many moments a step has."""
    parts = (step.actors, step.links, step.sends, step.moments)
    return max((one.moment for part in parts for one in part), default=1)


def lead_of(step: Step) -> int:
    """Return how many parts of a step come before its moments: one to begin anew."""
    return 0 if step.since is None else 1


def boxes_of(step: Step) -> tuple[str, ...]:
    """Return the boxes of the flow that a step lights in any moment, each once."""
    later = (box for light in step.moments for box in light.flow or ())
    return tuple(dict.fromkeys((*step.flow, *later)))


def effects_of(part: Step | WhatIfStep) -> Iterator[tuple[str, Effect]]:
    """Yield whom a step changes, and how: by itself, or by what is sent."""
    for change in part.actors:
        yield change.id, change
    for send in part.sends:
        if send.sender is not None:
            yield send.source, send.sender
        if send.receiver is not None:
            yield send.target, send.receiver


class Lesson(Data, frozen=True, kw_only=True):
    """A whole lesson."""

    format: Literal[1, 2]
    id: Id
    title: Line
    subject: Line = ""
    category: Line = ""
    minutes: Annotated[int, Meta(ge=1, le=600)] | None = None
    language: Annotated[
        str,
        Meta(
            pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
            description="a language's short name, such as en or pt-BR",
        ),
    ] = "en"
    authors: tuple[Line, ...] = ()
    licence: Line = ""
    headings: Headings = Headings()
    opens: Panel | None = None
    simulate: Simulation | None = None
    states: tuple[StateWord, ...] = ()
    actors: Annotated[tuple[Actor, ...], Meta(min_length=1, max_length=500)]
    links: Annotated[tuple[Link, ...], Meta(max_length=500)] = ()
    ledger: Ledger | None = None
    flow: Flow = Flow()
    samples: Annotated[tuple[Sample, ...], Meta(max_length=20)] = ()
    table: Table | None = None
    start: Start = Start()
    opening: Opening | None = None
    ending: Ending | None = None
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=2000)]
    tracker: Tracker | None = None
    exit_note: ExitNote | None = None
    key_moments: Annotated[tuple[KeyMoment, ...], Meta(max_length=50)] = ()
    quiz: Annotated[tuple[Question, ...], Meta(max_length=50)] = ()
    what_ifs: Annotated[tuple[WhatIf, ...], Meta(max_length=20)] = ()
    snapshot: Annotated[tuple[Text, ...], Meta(max_length=50)] = ()
    transcript: Annotated[tuple[Text, ...], Meta(max_length=50)] = ()
