"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.keys.actions import key_table_markdown

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text("utf-8")


def test_the_key_table_is_that_of_the_commands() -> None:
    """After a change of COMMANDS, run `python packaging/write_keys.py`."""
    assert key_table_markdown(COMMANDS) in TEXT


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([^)#:]+)\)", TEXT))))
def test_every_link_leads_somewhere(name: str) -> None:
    """Pictures and files that the README names are in the repository."""
    assert (ROOT / name).exists()


def test_it_opens_with_a_picture_and_the_two_commands() -> None:
    """Within the first twenty lines a newcomer sees what it is and how to start."""
    beginning = "\n".join(TEXT.splitlines()[:20])

    assert "![" in beginning
    assert "packaging/run" in beginning
    assert "packaging/test" in beginning
