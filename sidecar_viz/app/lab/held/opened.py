"""What a lab has open: a manifest, its pod, and the script it is played with."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct, structs

from sidecar_viz.files.making.documents import in_utf8
from sidecar_viz.files.making.finding import FoundPod, pods_in
from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.given.fitting import fitted
from sidecar_viz.pods.given.lab_file import ENDING, Lab, is_lab, read_lab, written_lab
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.showing.usual import usual_script


class Opened(Struct, frozen=True):
    """A manifest's bytes, in UTF-8, and the pod that was read from them.

    *name* is what the file is called, *about* what a saved run says of itself,
    *wanted* which of its pods it is, and *version* the Kubernetes that it is read and
    played for, *given* all that its file held.
    """

    name: str
    data: bytes
    pod: Pod
    script: Script = Script()
    version: str = NEWEST
    path: Path | None = None
    wanted: str | None = None
    about: str = ""
    given: bytes = b""

    @property
    def text(self) -> str:
        """The manifest as text."""
        return shown_text(self.data)

    @property
    def scripted(self) -> bool:
        """Whether there is more to save than the manifest."""
        return self.script != usual_script(self.pod) or bool(self.about)


def read_opened(
    data: bytes,
    name: str,
    *,
    path: Path | None = None,
    script: Script | None = None,
    wanted: str | None = None,
    version: str = NEWEST,
    about: str = "",
) -> Opened:
    """Read a manifest for the lab; without a *script* the usual is assumed.

    Raises:
        LessonError: it is not YAML, or the API would refuse it: all problems at once.
        ManifestError: there is no pod in it, or not that one.
    """
    pod = read_pod(data, name, wanted, version)
    if script is None:
        script = usual_script(pod)
    return Opened(name, in_utf8(data), pod, script, version, path, wanted, about)


def read_given(
    data: bytes,
    name: str,
    *,
    path: Path | None = None,
    script: tuple[bytes, str] | None = None,
    wanted: str | None = None,
    version: str = NEWEST,
    about: str = "",
) -> Opened:
    """Read a manifest, or a saved run, which holds a script and a manifest.

    A *script* (its bytes, its file's name) goes before the one that a run holds.

    Raises:
        LessonError: something cannot be read, or has mistakes: all of them at once.
        ManifestError: there is no pod in it, or not that one.
    """
    own: Script | None = None
    given = data
    if is_lab(data):
        lab, _ = read_lab(data, name)
        own, about, wanted = lab.script, lab.about, wanted or lab.chosen
        data = lab.manifest.encode("utf-8")
    opened = read_opened(
        data,
        name,
        path=path,
        script=own,
        wanted=wanted,
        version=version,
        about=about,
    )
    told = opened.script if script is None else read_script(*script, opened.pod)
    return structs.replace(opened, script=told, given=given)


def pods_of(data: bytes, name: str) -> tuple[FoundPod, ...]:
    """Return the pods of a file, to choose one from.

    Raises:
        LessonError: it is not YAML.
        ManifestError: there is no pod in it.
    """
    return pods_in(data, name)


def saved_form(opened: Opened) -> bytes:
    """Return what a file of it holds: a run if there is a script, else the manifest."""
    if not opened.scripted:
        return opened.data
    about = opened.about or f"{opened.pod.name}, as it was played in the lab."
    script = fitted(opened.script, opened.pod)
    lab = Lab(opened.pod.name, about, script, opened.text, opened.wanted)
    return written_lab(lab).encode("utf-8")


class Saved(Struct, frozen=True):
    """What was saved last: the text, the script, and the bytes of the file.

    *script* is None where nobody knows it, as after a sudden end.
    """

    text: str
    script: Script | None
    data: bytes


def saved_state(opened: Opened) -> Saved:
    """Return what is saved of something that has just been opened, or saved."""
    data = opened.given or saved_form(opened)
    return Saved(opened.text, opened.script, data)


def shown_text(data: bytes) -> str:
    """Return a file's bytes as text; what is no text has signs in its place."""
    return in_utf8(data).decode("utf-8", "replace").removeprefix("\ufeff")


def as_shown(text: str) -> str:
    """Return a text as a field gives it back: plain blanks and line feeds."""
    return re.sub("\r\n?", "\n", text).replace("\xa0", " ")


def saved_name(opened: Opened) -> str:
    """Return the name that a file of it is offered."""
    if not opened.scripted or opened.name.endswith(ENDING):
        return opened.name
    return f"{opened.pod.name}{ENDING}"
