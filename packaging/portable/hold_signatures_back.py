"""Runs in the portable program before PyInstaller's own hook imports Qt."""

from __future__ import annotations

from sidecar_viz.late_signatures import hold_signatures_back

hold_signatures_back()
