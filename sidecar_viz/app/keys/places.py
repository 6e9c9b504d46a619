"""Where a key lies on the keyboard, by what is printed there in the United States.

A layout changes what a key writes, never where it lies. X and Wayland count keys as the
kernel's input events do, eight further on; Windows as keyboards themselves did, which
for these keys is the kernel's way. macOS tells no numbers: there, no key has a place.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeyEvent

ROWS = (
    (2, "1234567890-="),
    (16, "QWERTYUIOP[]"),
    (30, "ASDFGHJKL;'`"),
    (43, "\\ZXCVBNM,./"),
)
"""The kernel's number of the first key of each row, and the row's keys."""

PLACES = {first + n: sign for first, row in ROWS for n, sign in enumerate(row)}
BEYOND_KERNEL = {"windows": 0}
BEYOND_KERNEL_IN_X = 8
FOREIGN_KEYSYMS = (
    *(range(0x5C1, 0x5F3), range(0x6A0, 0x700), range(0x7A1, 0x7FA)),
    *(range(0xCE0, 0xCFB), range(0xDA1, 0xDF3), range(0x1000370, 0x1001E00)),
)
"""X's numbers for letters: Arabic, Cyrillic, Greek, Hebrew, Thai; those of Unicode."""


def place_of(event: QKeyEvent) -> str:
    """Return what stands on the key in the United States; "" if it is none of these."""
    beyond = BEYOND_KERNEL.get(QGuiApplication.platformName(), BEYOND_KERNEL_IN_X)
    return PLACES.get(event.nativeScanCode() - beyond, "")


def sign_of(event: QKeyEvent) -> str:
    """Return the letter or sign that the layout gives a key; "" for Tab and such."""
    key = int(event.key())
    return chr(key) if 0x20 < key <= 0x10FFFF else ""


def is_foreign(sign: str) -> bool:
    """Return whether a letter is of another script than Latin: Greek, Arabic, Thai."""
    code = ord(sign) if sign else 0
    extended = 0x1E00 <= code < 0x1F00 or 0x2000 <= code < 0x2C00
    return code >= 0x370 and not extended


def writes_foreign(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter of another script; X's keysyms tell."""
    if QGuiApplication.platformName() not in {"xcb", "wayland"}:
        return False
    keysym = event.nativeVirtualKey()
    return any(keysym in letters for letters in FOREIGN_KEYSYMS)


def digit_of(event: QKeyEvent) -> str:
    """Return the digit of a key that has one on it, whatever it writes; else "".

    With Shift, it is what the key writes that counts.
    """
    place = place_of(event)
    return place if place.isdecimal() else ""
