"""Makes a lesson's document of the simulation that it names; its own words go first."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.core.lesson import Simulation
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.making.lesson_text import lesson_text
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.document import Document
from sidecar_viz.files.reading.problems import LessonError, Location, Problem
from sidecar_viz.files.reading.scalar_readers import Notes
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar, read_tree
from sidecar_viz.files.reading.typed_readers import shape_of
from sidecar_viz.pods.deciding.words import as_of
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.lesson.overlay import Overlay
from sidecar_viz.pods.lesson.telling import lesson_of
from sidecar_viz.pods.lesson.told import Told, moments_to_tell
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.listing import read_listing

CODE = SIMULATE = "simulate"
LONGEST = 86_400.0  # seconds; a stranger's lesson is opened in a bounded time


class Given(Struct, frozen=True):
    """A manifest or a script: its bytes, its file's name, and the lines above it."""

    data: bytes
    name: str
    above: int = 0


def made_of_simulation(document: Document) -> Document:
    """Return the document with all that its `simulate` makes.

    What it says itself goes before what is made; what is made has the place of
    `simulate` in messages.

    Raises:
        LessonError: what is simulated cannot be read or played: all problems at once.
    """
    root = document.root
    if not isinstance(root, Fields):
        return document
    node = root.nodes[SIMULATE]
    notes = Notes(document.name)
    if not isinstance(number := root.nodes.get("format"), Scalar) or number.text == "1":
        notes.add(node, "format", "simulate needs format: 2")
    asked: Simulation = shape_of(Simulation).read(node, notes)
    if notes.problems:
        raise LessonError([*document.problems, *notes.problems])
    told = _told(document, asked)
    moments = moments_to_tell(told, asked.at)
    made, _ = read_tree(lesson_text(lesson_of(told, "made", asked.at)), document.name)
    if not moments or not isinstance(made, Fields):
        said = f"nothing happens up to {max(asked.at):g} s"
        raise LessonError([Problem(document.place((SIMULATE, "at")), CODE, said)])
    for field in ("id", "title"):  # are the author's
        made.nodes.pop(field, None)
    _placed(made, node)
    overlay = Overlay(document, moments)
    merged = overlay.merged(made, root)
    return Document(document.name, merged, [*document.problems, *overlay.problems])


def _placed(made: Node, place: Node) -> None:
    """Give all that is made the place of one node."""
    made.line, made.column = place.line, place.column
    if isinstance(made, Fields):
        for part in (*made.nodes.values(), *made.keys.values()):
            _placed(part, place)
    elif isinstance(made, Items):
        for part in made.nodes:
            _placed(part, place)


def _told(document: Document, asked: Simulation) -> Told:
    """Play what is asked for.

    Raises:
        LessonError: manifest or script have mistakes, or cannot be read.
    """
    manifest = _given(document, "manifest", asked.manifest)
    wanted = asked.pod or None
    try:
        pod = read_pod(manifest.data, manifest.name, wanted)
        listing = read_listing(manifest.data, manifest.name, wanted)
    except ManifestError as error:
        place = document.place((SIMULATE, "manifest"))
        raise LessonError([Problem(place, CODE, str(error))]) from error
    except LessonError as error:
        raise _moved(error, manifest) from error
    script = Script()
    if asked.script:
        given = _given(document, "script", asked.script)
        try:
            script = read_script(given.data, given.name, pod)
        except LessonError as error:
            raise _moved(error, given) from error
    if script.max_seconds > LONGEST:
        said = f"max-seconds is {script.max_seconds:g}; a lesson has a day, {LONGEST:g}"
        raise LessonError([Problem(document.place((SIMULATE, "script")), CODE, said)])
    trace = simulate(pod, script, asked.version)
    return Told(as_of(pod, asked.version), script, trace, listing, asked.version)


def _given(document: Document, field: str, text: str) -> Given:
    """Return a text of several lines as it is, or what is in the file of that name.

    A lesson may come from a stranger: only files beside it are opened.

    Raises:
        LessonError: there is no such file, or it lies elsewhere.
    """
    place = document.place((SIMULATE, field))
    if "\n" in text:
        return Given(text.encode("utf-8"), document.name, place.line)
    if Path(text).name != text or "\\" in text:
        said = f"{text!r} is not beside the lesson; give the name of a file that is"
        raise LessonError([Problem(place, CODE, said)])
    path = Path(document.name).parent / text
    try:
        return Given(read_bytes(path), str(path))
    except LessonError as error:
        said = f"{path}: {error.problems[0].text}"
        raise LessonError([Problem(place, CODE, said)]) from error


def _moved(error: LessonError, given: Given) -> LessonError:
    """Return the problems of a text with the lines of the lesson that it stands in."""
    return LessonError(
        [
            one._replace(
                place=Location(
                    given.name, one.place.line + given.above, one.place.column
                )
            )
            for one in error.problems
        ]
    )
