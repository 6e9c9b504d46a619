"""Who sits where: which screen has the audience's view, which the console."""

from __future__ import annotations

from msgspec import Struct

Screens = tuple[str, ...]


class Seating(Struct, frozen=True):
    """Screens by name; None is not shown.

    Without a screen for the audience its view is in the console. *home* is the
    screen that the console had before it went.
    """

    console: str | None = None
    audience: str | None = None
    home: str = ""

    @property
    def shrunk(self) -> bool:
        """Whether the audience's view is in the console."""
        return self.audience is None


def seated(screens: Screens, here: str, wanted: str = "") -> Seating:
    """Return the first places: the teacher stays *here*, the class has another screen.

    The audience has the screen that is *wanted*, if it is there; even this one.
    """
    others = [name for name in screens if name != here]
    if not others:
        return Seating(None, here)
    if wanted == here:
        return Seating(others[0], here)
    return Seating(here, wanted if wanted in others else others[0])


def swapped(seating: Seating, screens: Screens) -> Seating:
    """Return the other way round; with a screen that is free, the audience gets it."""
    console, audience = seating.console, seating.audience
    if console is not None and audience is not None:
        return Seating(audience, console)
    free = [name for name in screens if name not in (console, audience)]
    if not free:
        return seating
    if console is not None:
        return Seating(console, free[0])
    if seating.home in free:
        return Seating(seating.home, audience)
    return Seating(audience, free[0])


def placed(seating: Seating, screens: Screens, name: str) -> Seating:
    """With the audience's view on the screen of this name."""
    if name not in screens or name == seating.audience:
        return seating
    if name == seating.console:
        free = [other for other in screens if other != name]
        return Seating(seating.audience or (free[0] if free else None), name)
    return Seating(seating.console or seating.audience, name)


def console_toggled(seating: Seating, screens: Screens) -> Seating:
    """With the console if there was none, else without it."""
    console, audience = seating.console, seating.audience
    if console is not None:
        return Seating(None, audience or console, home=console)
    free = [name for name in screens if name != audience]
    if not free:
        return Seating(audience, None)
    home = seating.home if seating.home in free else free[0]
    return Seating(home, audience)


def without(seating: Seating, screens: Screens) -> Seating:
    """With only these *screens* left: nothing goes where somebody already is."""
    console = seating.console if seating.console in screens else None
    audience = seating.audience if seating.audience in screens else None
    if console == seating.console and audience == seating.audience:
        return seating
    if audience is not None:
        return Seating(None, audience, home=seating.console or seating.home)
    if console is not None:
        return Seating(console, None)
    if not screens:
        return seating
    return Seating(screens[0], None) if seating.console else Seating(None, screens[0])
