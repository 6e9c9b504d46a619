"""Keys by their place, where the keyboard's layout hides what commands want."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenuBar, QWidget

from sidecar_viz.app.keys.held_keys import typed_into
from sidecar_viz.app.keys.places import (
    digit_of,
    is_foreign,
    place_of,
    sign_of,
    writes_foreign,
)

Modifier = Qt.KeyboardModifier
CHORD = Modifier.ControlModifier | Modifier.AltModifier
COLON, STOP = ":", "."  # a clicker's full stop is a colon in France
SIGNS = ".,-="


@runtime_checkable
class HearsPlaces(Protocol):
    """A widget that takes keys to tell of them, not to do what they do."""

    def hear_place(self, key: str) -> None:
        """Take note of what the key pressed now is by its place, or ""."""


class ByPlace:
    """Lets keys do what they do in the United States, where the layout hides that.

    - A key with a digit on it is that digit, without Shift and with Ctrl, even if what
      it writes is another command's key: the "-" of a French 6.
    - While keys write another script than Latin, each is the letter that lies there.
    - A sign that no command wants is the full stop, comma, minus or equals sign that
      lies there; a colon is the full stop that black is, wherever it lies.

    What the user chose a key for comes before all of these, and where text is typed,
    only keys with Ctrl or Alt are looked at. Where keys are told of, it tells what they
    are by their place, and does nothing.
    """

    def __init__(self, chosen: Callable[[], Iterable[str]]) -> None:
        """Leave alone the keys that *chosen* gives when it is asked."""
        self._chosen = chosen
        self._foreign: bool | None = None  # None: no letter has told it yet

    def takes(self, event: QKeyEvent, focused: QWidget) -> bool:
        """Claim a digit before it is a sign's shortcut; take what no shortcut took."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._note_script(event)
            if self._claimed(event, focused):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress:
            if not isinstance(focused, HearsPlaces):
                return self._taken(event, focused)
            focused.hear_place(self._key_by_place(event, focused))
        return False

    def _note_script(self, event: QKeyEvent) -> None:
        """Remember whether letters are Latin: signs, and Hebrew's capitals, hide it.

        With Ctrl, Qt gives the letter of another layout; what is written tells.
        """
        sign = sign_of(event)
        if place_of(event).isalpha() and writes_foreign(event):
            self._foreign = True
        elif place_of(event).isalpha() and sign.isalpha():
            if is_foreign(sign):
                self._foreign = True
            elif event.text().islower():
                self._foreign = False

    def _claimed(self, event: QKeyEvent, focused: QWidget) -> bool:
        """Return whether what a key writes must not be anybody's shortcut.

        A letter of another script may: Qt looks for it in the user's other layouts.
        """
        if self._is_left_alone(event, focused):
            return False
        place = self._hidden_digit(event)
        known = self._foreign or self._is_doubtful(event)
        if not place and known and not is_foreign(sign_of(event)):
            place = self._hidden_letter(event) or _sign_with_ctrl(event)
        return (
            bool(place)
            and use_of(focused, QKeySequence(_with(event, place))) is not None
        )

    def _taken(self, event: QKeyEvent, focused: QWidget) -> bool:
        """Do what the key does by its place; no shortcut wanted it."""
        if self._is_left_alone(event, focused):
            return False
        letter = self._hidden_letter(event)
        place = self._hidden_digit(event) or letter or self._hidden_sign(event)
        if not place:
            return False
        wanted = _with(event, place)
        use = use_of(focused, QKeySequence(wanted))
        if use is not None:
            use(event.isAutoRepeat())
            return True
        if not letter or not event.modifiers() & CHORD:
            return False
        # Copy, paste and what else a field does by itself
        again = QKeyEvent(event.type(), wanted.key(), event.modifiers())
        return QCoreApplication.sendEvent(focused, again)

    def _key_by_place(self, event: QKeyEvent, focused: QWidget) -> str:
        """Return the key, as text, that a press may count as instead; or ""."""
        if self._is_left_alone(event, focused):
            return ""
        place = self._hidden_digit(event) or self._hidden_letter(event)
        place = place or self._hidden_sign(event)
        return QKeySequence(_with(event, place)).toString() if place else ""

    def _hidden_digit(self, event: QKeyEvent) -> str:
        """Return the digit on a key that writes something else; none with Shift."""
        held = event.modifiers()
        alone = held in (Modifier.NoModifier, Modifier.ControlModifier)
        digit = digit_of(event)
        return digit if alone and sign_of(event) != digit else ""

    def _hidden_letter(self, event: QKeyEvent) -> str:
        """Return the letter of a key, while keys write another script than Latin."""
        place = place_of(event)
        foreign = self._foreign or self._is_doubtful(event)
        return place if foreign and place.isalpha() else ""

    def _is_doubtful(self, event: QKeyEvent) -> bool:
        """Return whether a capital with Ctrl may be Hebrew's, as nothing told yet.

        Qt finds those in two layouts, and does neither.
        """
        capital = sign_of(event) == place_of(event)
        both = Modifier.ControlModifier | Modifier.ShiftModifier
        return self._foreign is None and event.modifiers() == both and capital

    def _hidden_sign(self, event: QKeyEvent) -> str:
        """Return the sign that lies where a key writes one that nobody wants."""
        place, sign = place_of(event), sign_of(event)
        if sign == COLON:
            return STOP
        latin = sign.isalpha() and not is_foreign(sign)
        shifted = event.modifiers() & Modifier.ShiftModifier
        return place if place and place in SIGNS and not latin and not shifted else ""

    def _is_left_alone(self, event: QKeyEvent, focused: QWidget) -> bool:
        """Return whether text is typed, or the user chose what this key does."""
        held = event.modifiers() & CHORD
        if held == CHORD or (not held and typed_into(focused)):
            return True
        key = QKeySequence(event.keyCombination()).toString()
        return key in {QKeySequence(one).toString() for one in self._chosen()}


def _sign_with_ctrl(event: QKeyEvent) -> str:
    """Return the sign of a key with Ctrl; Qt finds it twice, and does neither."""
    place = place_of(event)
    return place if place and place in SIGNS and event.modifiers() & CHORD else ""


def _with(event: QKeyEvent, sign: str) -> QKeyCombination:
    """Return what was pressed, with another key in the place of the one it was."""
    held = event.modifiers() & ~Modifier.KeypadModifier
    if sign == STOP:
        held &= ~Modifier.ShiftModifier
    return QKeyCombination(held, Qt.Key(ord(sign)))


def use_of(focused: QWidget, key: QKeySequence) -> Callable[[bool], object] | None:
    """Find what a key does for the widget that has the keyboard.

    What is returned does it; it is told whether the key repeats itself.
    """
    window = focused.window()
    for shortcut in window.findChildren(QShortcut):
        if shortcut.key() == key and _listens(shortcut, focused):
            return _pressed(shortcut)
    for action in _actions_at(focused):
        if key in action.shortcuts() and action.isEnabled():
            return _triggered(action)
    for bar in window.findChildren(QMenuBar):
        for action in bar.actions() if bar.window() is window else ():
            if QKeySequence.mnemonic(action.text()) == key:
                return _opened(bar, action)
    return None


def _actions_at(focused: QWidget) -> Iterator[QAction]:
    """Give the actions whose keys are heard where the keyboard is."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    holder: QWidget | None = focused
    while holder is not None and not holder.isWindow():
        for action in holder.actions():
            if action.shortcutContext() == inside:
                yield action
        holder = holder.parentWidget()
    yield from focused.window().actions()


def _listens(shortcut: QShortcut, focused: QWidget) -> bool:
    """Return whether a shortcut is one of the widget that has the keyboard."""
    owner = shortcut.parent()
    if not isinstance(owner, QWidget) or not shortcut.isEnabled():
        return False
    if not owner.isVisible() or not owner.isEnabled():
        return False
    if shortcut.context() == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return owner is focused or owner.isAncestorOf(focused)
    return owner.window() is focused.window()


def _pressed(shortcut: QShortcut) -> Callable[[bool], object]:
    def press(repeated: bool) -> None:  # noqa: FBT001 - whether the key repeats
        if shortcut.autoRepeat() or not repeated:
            shortcut.activated.emit()

    return press


def _triggered(action: QAction) -> Callable[[bool], object]:
    def trigger(repeated: bool) -> None:  # noqa: FBT001 - whether the key repeats
        if action.autoRepeat() or not repeated:
            action.trigger()

    return trigger


def _opened(bar: QMenuBar, action: QAction) -> Callable[[bool], object]:
    return lambda _repeated: bar.setActiveAction(action)
