"""Tells manifests from lessons by a look at their text, without reading it."""

from __future__ import annotations

import re

from sidecar_viz.files.making.documents import in_utf8

MANIFEST = re.compile(
    rb"""^(?:\xef\xbb\xbf)?[ \t{-]*["']?(?:apiVersion|podlab)["']?[ \t]*:""",
    re.MULTILINE,
)
LESSON = re.compile(rb"^format[ \t]*:", re.MULTILINE)


def looks_like_manifest(data: bytes) -> bool:
    """Return whether a file says of itself that it is for Kubernetes, or a saved run.

    It is by what stands in it, whatever it is called; it may have mistakes.
    """
    data = in_utf8(data)
    return MANIFEST.search(data) is not None and LESSON.search(data) is None
