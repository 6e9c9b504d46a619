"""What screen readers are told while somebody presents."""

from __future__ import annotations

from sidecar_viz.app.present.presenting import Presenting


def test_what_is_said_comes_from_the_window_in_front(show: Presenting) -> None:
    """Each step and what-if once, though the main window is hidden."""
    heard: list[str] = []
    window = show.window
    window.said.connect(heard.append)
    window.player.jump(2)
    assert heard == [window.lesson.steps[1].say]
    fronts = [window.front]

    window.show_what_if("volume-not-mounted")
    assert len(heard) == 2
    assert heard[1].startswith("What if ")

    show.end()
    fronts.append(window.front)
    assert fronts == [show.seats.audience, window]
