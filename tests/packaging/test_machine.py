"""The developers' environment."""

from __future__ import annotations

import sys
from pathlib import Path

import machine


def test_an_active_environment_is_not_made_from_itself() -> None:
    """Its Python lies in the folder that is removed before it is made anew."""
    assert Path(machine.base_python()).exists()
    assert Path(sys.prefix) not in Path(machine.base_python()).parents
