"""These tests need two screens; ../test_two_screens.py starts them with two."""

from __future__ import annotations

import os

WANTED = "SIDECAR_VIZ_TWO_SCREENS"
collect_ignore_glob = [] if WANTED in os.environ else ["test_*.py"]
