"""Tells what a new lesson can be made from, by what is in it and not by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sidecar_viz.files.making.documents import text_in
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.making.from_pod import from_pod
from sidecar_viz.files.making.pod_manifest import read_manifest
from sidecar_viz.files.making.starter import copied
from sidecar_viz.files.reading.document import read_document
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.reading.tree import Fields

OF_LESSONS, OF_MANIFESTS = {"steps", "actors", "format"}, {"kind", "apiVersion"}
FIELD = re.compile(r"^(\w+):", re.MULTILINE)


class Maker(NamedTuple):
    """What makes a lesson's text from its name, and what there is to say of it."""

    make: Callable[[str], str]
    drawn: str = ""
    """What was drawn, such as the Pod shop; "" for a copy."""
    left_out: tuple[str, ...] = ()
    """What is not in the picture, in words."""


def maker_from(data: bytes, name: str, pod: str | None = None) -> Maker:
    """Return what makes a lesson from *data*: copies a lesson, or draws a pod.

    *name* is what the source is called in messages, *pod* the name of the pod that is
    wanted if it is not the first. UTF-16 with its mark is read, too: PowerShell's `>`
    writes it.

    Raises:
        LessonError: it is no text, or not YAML.
        ManifestError: it is neither a lesson nor a pod's manifest.
    """
    data = text_in(data, name).encode("utf-8")
    if _is_lesson(data, name):
        if pod is not None:
            raise ManifestError(
                f"{name} is a lesson; only of a manifest is a pod taken"
            )
        return Maker(lambda new: copied(data, new))
    found = read_manifest(data, name, pod)
    drawn = f"the {found.kind} {found.name}"
    return Maker(lambda new: from_pod(found, new), drawn, found.left_out)


def _is_lesson(data: bytes, name: str) -> bool:
    """Return whether it is a lesson, also one with mistakes that are to be mended."""
    try:
        root = read_document(data, name).root
        fields = set(root.nodes) if isinstance(root, Fields) else set()
    except LessonError as error:
        if error.problems[0].code in ("binary", "encoding", "too-big"):
            raise
        fields = set(FIELD.findall(data.decode("utf-8")))
    return bool(fields & OF_LESSONS) and not fields & OF_MANIFESTS
