"""What a screen reader is told is short."""

from __future__ import annotations

from sidecar_viz.app.words.announce import announcement


def test_an_announcement_has_at_most_twenty_five_words() -> None:
    """Longer texts are cut, and it is heard that they are."""
    short, long = " ".join(["word"] * 25), " ".join(["word"] * 40)

    assert announcement(short) == short
    assert announcement(long).split()[:25] == ["word"] * 24 + ["word…"]


def test_an_announcement_has_no_marks() -> None:
    """Stars and ticks are for eyes."""
    assert announcement("**Pod** runs `main`") == "Pod runs main"
