"""What a screen reader is told is short."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from sidecar_viz.app.words.announce import announcement, speaking_time


def test_an_announcement_has_at_most_twenty_five_words() -> None:
    """Longer texts are cut, and it is heard that they are."""
    short, long = " ".join(["word"] * 25), " ".join(["word"] * 40)

    assert announcement(short) == short
    assert announcement(long).split()[:25] == ["word"] * 24 + ["word…"]


def test_an_announcement_has_no_marks() -> None:
    """Stars and ticks are for eyes."""
    assert announcement("**Pod** runs `main`") == "Pod runs main"


def test_a_voice_needs_time_only_where_somebody_listens() -> None:
    """Twenty-five words are ten seconds; without a screen reader they are none."""
    words = " ".join(["word"] * 25)
    was = QAccessible.isActive()
    try:
        QAccessible.setActive(True)
        assert speaking_time(words) == 10.0
        QAccessible.setActive(False)
        assert speaking_time(words) == 0.0
    finally:
        QAccessible.setActive(was)
