"""Reads and writes a pod of the lab: its script and its manifest in one file.

podlab: 1
name: A Job that never ends
about: Its classic sidecar runs on when the work is done.
script: { containers: { report: { run: 20 } } }
---
apiVersion: batch/v1    # the manifest, as it is
"""

from __future__ import annotations

import re

from msgspec import Struct

from sidecar_viz.files.making.documents import in_utf8
from sidecar_viz.files.making.objects import at, text_of
from sidecar_viz.files.reading.document import Document, read_document
from sidecar_viz.files.reading.problems import (
    LessonError,
    Location,
    Meant,
    Problem,
    shown,
)
from sidecar_viz.files.reading.tree import Fields
from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.given.script_file import script_within
from sidecar_viz.pods.given.script_text import block, plain_script

FORMAT = 1
ENDING = ".podlab.yaml"
KNOWN = ("podlab", "name", "about", "pod", "script")
BREAK = re.compile(rb"^---[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
FIRST = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*podlab[ \t]*:")


class Lab(Struct, frozen=True):
    """A pod of the lab: what it is called and about, its script and its manifest.

    *chosen* names the pod that is played, if the manifest has several.
    """

    name: str
    about: str
    script: Script
    manifest: str
    chosen: str | None = None


def is_lab(data: bytes) -> bool:
    """Return whether a file is one of these, by what it begins with."""
    return FIRST.match(in_utf8(data)) is not None


def read_lab(
    data: bytes, name: str, wanted: str | None = None, version: str = NEWEST
) -> tuple[Lab, Pod]:
    """Read such a file; *name* is the file's in messages, places count in it.

    A *wanted* pod goes before the one that the file chooses; the *version* is the
    Kubernetes that it is read for.

    Raises:
        LessonError: it cannot be read, or has mistakes: all of them at once.
        ManifestError: its manifest has no pod.
    """
    data = in_utf8(data)
    found = BREAK.search(data)
    if found is None:
        said = "there is no manifest: put --- on a line of its own, and it below that"
        raise LessonError([Problem(Location(name), "missing", said)])
    document = read_document(data[: found.start()], name)
    problems = list(document.problems)
    chosen = wanted or text_of(at(document.root, "pod")) or None
    above = data[: found.end()].count(b"\n")
    manifest = data[found.end() :].removeprefix(b"\r").removeprefix(b"\n")
    try:
        pod = read_pod(b"\n" * (above + 1) + manifest, name, chosen, version)
    except LessonError as error:
        _head(document, problems)
        raise LessonError([*problems, *error.problems]) from error
    _head(document, problems)
    script = script_within(document, ("script",), pod, problems)
    if problems:
        raise LessonError(problems)
    head = document.root
    text = manifest.decode("utf-8").replace("\r\n", "\n")
    called, about = text_of(at(head, "name")), text_of(at(head, "about"))
    return Lab(called, about, script, text, chosen), pod


def written_lab(lab: Lab) -> str:
    """Return the text of such a file, from which the same is read again."""
    head: dict[str, object] = {"podlab": FORMAT, "name": lab.name, "about": lab.about}
    if lab.chosen is not None:
        head["pod"] = lab.chosen
    script = plain_script(lab.script)
    if script:
        head["script"] = script
    return f"{block(head)}---\n{lab.manifest}"


def _head(document: Document, problems: list[Problem]) -> None:
    """Note what is wrong with the fields above the manifest."""
    root = document.root
    fields = root.nodes if isinstance(root, Fields) else {}
    hints = Meant()
    for key in fields:
        if key not in KNOWN:
            near = hints.near(key, KNOWN)
            said = f"{shown(key)} is no field of a pod of the lab{near}"
            problems.append(Problem(document.place((key,)), "field", said))
    version = text_of(fields.get("podlab"))
    if version != str(FORMAT):
        said = f"podlab: {shown(version)} is no version that is known; write {FORMAT}"
        problems.append(Problem(document.place(("podlab",)), "range", said))
    for key in ("name", "about"):
        if not text_of(fields.get(key)):
            said = f"{key}: say in words what this is"
            problems.append(Problem(document.place((key,)), "missing", said))
