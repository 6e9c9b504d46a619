"""Whether a display is there, asked of real ones and of names nobody uses."""

from __future__ import annotations

import shutil
from contextlib import ExitStack

import pytest

from sidecar_viz.start.display import display_answers
from tests.x_server import x_server


def test_a_display_that_does_not_exist_does_not_answer() -> None:
    """The real question, asked to numbers nobody uses, is answered with no."""
    assert not display_answers("xcb", {"DISPLAY": ":4711"})
    assert not display_answers("wayland", {"WAYLAND_DISPLAY": "/nowhere/wayland-4711"})


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed")
def test_a_display_that_answered_stays_until_qt_has_its_own_way_in() -> None:
    """A server that goes with its last client stays while it is kept, and no longer."""
    with x_server("-terminate") as (server, display):
        environ = {"DISPLAY": display}
        with ExitStack() as until_qt:
            assert display_answers("xcb", environ, until_qt)
            for _ in range(20):  # others that come and go
                assert display_answers("xcb", environ)
            assert server.poll() is None

        assert server.wait(timeout=30) == 0
