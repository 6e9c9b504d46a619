"""Problems in the form that code hosts take."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sidecar_viz import __version__
from sidecar_viz.cli import main
from sidecar_viz.commands.sarif import sarif_log
from sidecar_viz.files.reading.problems import Location, Problem
from sidecar_viz.files.rules.checks import CODES, FORM

BROKEN = Path(__file__).parents[1] / "broken"


def printed(capsys: pytest.CaptureFixture[str], code: int, *paths: Path) -> Any:
    """What `check --format sarif` prints for these files."""
    assert main(["check", "--format", "sarif", *map(str, paths)]) == code
    return json.loads(capsys.readouterr().out)


def test_the_program_and_all_its_rules_are_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Also when there is nothing to find fault with."""
    path = tmp_path / "good.yaml"
    path.write_text(
        "format: 1\nid: good\ntitle: Good\nactors: [{id: a, name: A}]\nsteps:\n"
        "  - {id: s, title: S, caption: S, describe: S, actors: [{id: a, state: U}]}\n"
    )
    log = printed(capsys, 0, path)
    (run,) = log["runs"]
    driver = run["tool"]["driver"]

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    assert (driver["name"], driver["version"]) == ("sidecar-viz", __version__)
    rules = {rule["id"]: rule["shortDescription"]["text"] for rule in driver["rules"]}
    assert rules == CODES
    assert run["results"] == []


def test_a_problem_has_its_rule_its_level_and_its_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Form is an error, meaning a warning; the rule is found by its index as well."""
    names = ("choices/tone-misspelt.yaml", "picture/count-over-capacity.yaml")
    paths = tuple(BROKEN / name for name in names)
    (run,) = printed(capsys, 1, *paths)["runs"]
    form, meaning = run["results"]

    assert (form["ruleId"], form["level"]) == ("choice", "error")
    assert (meaning["ruleId"], meaning["level"]) == ("capacity", "warning")
    for found, path in zip((form, meaning), paths, strict=True):
        rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
        assert rule["id"] == found["ruleId"]
        assert rule["defaultConfiguration"]["level"] == found["level"]
        (location,) = found["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] == path.as_uri()
    region = form["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 9, "startColumn": 24}
    assert form["message"]["text"].endswith("did you mean good?")


def test_a_relative_path_stays_relative_and_is_quoted() -> None:
    """So a code host finds the file in the repository, whatever its name is."""
    place = Location("my lessons/grün.yaml", 3, 4)
    log = sarif_log([Problem(place, next(iter(FORM)), "Oh.")])
    (found,) = log["runs"][0]["results"]

    uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "my%20lessons/gr%C3%BCn.yaml"
