"""Keys as browsers are told of them."""

from __future__ import annotations

KEYS = {
    # The name of a key, its letter in WebDriver, and its number in the DevTools.
    "Backspace": ("\ue003", 8),
    "Tab": ("\ue004", 9),
    "Enter": ("\ue007", 13),
    "Shift": ("\ue008", 16),
    "Control": ("\ue009", 17),
    "Alt": ("\ue00a", 18),
    "Escape": ("\ue00c", 27),
    " ": (" ", 32),
    "PageUp": ("\ue00e", 33),
    "PageDown": ("\ue00f", 34),
    "End": ("\ue010", 35),
    "Home": ("\ue011", 36),
    "ArrowLeft": ("\ue012", 37),
    "ArrowUp": ("\ue013", 38),
    "ArrowRight": ("\ue014", 39),
    "ArrowDown": ("\ue015", 40),
    "F1": ("\ue031", 112),
}
HELD = {"Alt": 1, "Control": 2, "Shift": 8}
WRITES = {"Enter": "\r"}
