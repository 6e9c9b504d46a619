"""A release writes one number everywhere, once, and only when it may."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from artefacts.site import RUNTIME, runtime_lock
from release import Change, changes, why_not

ROOT = Path(__file__).parents[2]
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
JOBS: dict[str, dict[str, Any]] = yaml.safe_load(WORKFLOW)["jobs"]


def test_every_file_gets_the_new_number() -> None:
    """All four places are found exactly once, and say the new version and day."""
    for path, change in changes("7.8.9", "2031-02-03").items():
        text = change(path.read_text("utf-8"))

        assert "7.8.9" in text, path
        assert path.name == "__init__.py" or "2031-02-03" in text


def test_the_next_release_finds_its_places_again() -> None:
    """What one release writes, the next one can change; older ones stay listed."""
    for path, change in changes("7.8.9", "2031-02-03").items():
        once = change(path.read_text("utf-8"))
        twice = changes("8.0.0", "2032-01-01")[path](once)

        assert "8.0.0" in twice
        if path.suffix in {".md", ".xml"}:
            assert twice.index("8.0.0") < twice.index("7.8.9")


def test_a_place_that_is_gone_is_an_error() -> None:
    """No number is left behind silently."""
    with pytest.raises(SystemExit, match="there 0 times"):
        Change("^version", "x")("nothing of the kind")


def test_a_number_that_is_none_is_refused() -> None:
    """With the command as it should be."""
    assert "packaging/dev release 0.2.0" in why_not("next", "")


def test_the_runtime_is_locked_once_with_its_sums() -> None:
    """Each package that is bundled has one version, for every Python, and sums."""
    rows = runtime_lock((ROOT / "requirements.lock").read_text("utf-8")).splitlines()

    assert sorted(row.partition("==")[0] for row in rows) == sorted(RUNTIME)
    assert all("--hash=sha256:" in row and ";" not in row for row in rows)


def test_qt_is_not_taken_in_the_version_that_loses_references() -> None:
    """One .deb serves several Pythons, so it needs the Qt that is right for all."""
    rows = runtime_lock((ROOT / "requirements.lock").read_text("utf-8"))

    assert re.search(r"^pyside6-essentials==6\.(10|11)\.", rows, re.MULTILINE)


@pytest.mark.parametrize("name", JOBS)
def test_a_job_ends_by_itself_and_its_shell_can_be_read(name: str) -> None:
    """Every job has a limit of time; every bash script in it parses."""
    job = JOBS[name]
    usual = job.get("defaults", {}).get("run", {}).get("shell", "bash")

    assert job["timeout-minutes"] <= 60
    for step in job["steps"]:
        if "run" in step and step.get("shell", usual) == "bash":
            script = re.sub(r"\$\{\{.*?\}\}", "value", step["run"])
            done = subprocess.run(
                ["bash", "-n"],
                input=script,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{name}: {done.stderr}"


def test_signing_is_skipped_without_secrets() -> None:
    """Whoever forks the project can build everything."""
    signing = [
        step
        for job in JOBS.values()
        for step in job["steps"]
        if re.search(r"codesign|signtool|notarytool", step.get("run", ""))
    ]

    assert len(signing) == 4
    assert all(step["if"].startswith("env.") for step in signing)
