"""Runs in the portable program before PyInstaller's own hook imports Qt."""

from __future__ import annotations

from sidecar_viz.start.late_signatures import import_qt_quickly

import_qt_quickly()
