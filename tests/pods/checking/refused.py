"""Manifests that the tests of the checks give, and what is said of them."""

from __future__ import annotations

from sidecar_viz.files.reading.problems import LessonError, Problem
from sidecar_viz.pods.given.manifest import read_pod

HEAD = "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n"
WEB = "  containers:\n  - name: web\n    image: w\n"


def problems(text: str, version: str = "1.36") -> list[Problem]:
    """Return all that is wrong with a manifest."""
    try:
        read_pod(text.encode(), "m", version=version)
    except LessonError as error:
        return list(error.problems)
    return []


def said(text: str, version: str = "1.36") -> list[str]:
    """Return what the API server says of a manifest."""
    return [problem.text for problem in problems(text, version)]


def of_pod(spec: str, version: str = "1.36") -> list[str]:
    """Return what it says of a pod with one good container, and more in its spec."""
    return said(HEAD + WEB + spec, version)


def of_web(more: str, version: str = "1.36") -> list[str]:
    """Return what it says of a container with more fields, without its path."""
    found = said(HEAD + WEB + f"    {more}\n", version)
    return [one.replace("spec.containers[0]", "@") for one in found]
