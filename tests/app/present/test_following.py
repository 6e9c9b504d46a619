"""The console follows the class, and takes nothing from it."""

from __future__ import annotations

from sidecar_viz.app.present.following import BETWEEN, SOON, wait_after_the_class


def test_the_console_leaves_the_class_its_frames() -> None:
    """Right after its own frame it waits; it takes about every second one."""
    assert wait_after_the_class(0) is None
    assert wait_after_the_class(BETWEEN - 1) is None
    assert wait_after_the_class(BETWEEN) == SOON
    assert wait_after_the_class(1000) == SOON
