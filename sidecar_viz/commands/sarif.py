"""Writes problems as SARIF 2.1.0, the format in which code hosts take findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from sidecar_viz import __version__
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.files.rules.checks import CODES, FORM

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RULES = tuple(CODES)


def sarif_log(problems: Sequence[Problem]) -> dict[str, Any]:
    """Return a whole log: the program with all its rules, and what it found.

    A problem of form is an error, as the lesson cannot be shown; one of meaning is a
    warning. Columns count characters, as in all other output.
    """
    driver = {
        "name": "sidecar-viz",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": CODES[code]},
        "defaultConfiguration": {"level": _level(code)},
    }


def _level(code: str) -> str:
    return "error" if code in FORM else "warning"


def _result(problem: Problem) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column}
    artifact = {"uri": _uri(Path(place.file))}
    return {
        "ruleId": problem.code,
        "ruleIndex": RULES.index(problem.code),
        "level": _level(problem.code),
        "message": {"text": problem.text},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": region}}
        ],
    }


def _uri(path: PurePath) -> str:
    """Return the path as a URI; a relative one stays so, as code hosts expect."""
    if path.is_absolute():
        return path.as_uri()
    return PurePosixPath("/", path.as_posix()).as_uri().removeprefix("file:///")
