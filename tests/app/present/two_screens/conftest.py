"""These tests need two screens; ../test_two_screens.py starts them with two."""

from __future__ import annotations

import os

import pytest

WANTED = "SIDECAR_VIZ_TWO_SCREENS"
collect_ignore_glob = [] if WANTED in os.environ else ["test_*.py"]


def pytest_runtest_setup() -> None:
    """Skip here what was named: names are collected though their folder is not."""
    if WANTED not in os.environ:
        pytest.skip("needs two screens; tests/app/present/test_two_screens.py runs it")
