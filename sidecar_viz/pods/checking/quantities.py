"""Amounts such as 500m or 64Mi, exact to a billionth."""

from __future__ import annotations

import re

PATTERN = "^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$"
NO_QUANTITY = f"quantities must match the regular expression '{PATTERN}'"
AMOUNT = re.compile(
    r"([+-]?)([0-9]*)(?:\.([0-9]*))?(?:([eE])([+-]?[0-9]{1,3})|([numkMGTPE]|[KMGTPE]i)?)"
)
MOST_DIGITS = 40
DIGITS = 9
BILLION = 10**DIGITS
UNITS = {
    "n": 1,
    "u": 10**3,
    "m": 10**6,
    "": BILLION,
    **{sign: BILLION * 1000**n for n, sign in enumerate("kMGTPE", 1)},
    **{f"{sign}i": BILLION * 1024**n for n, sign in enumerate("KMGTPE", 1)},
}
"""What a unit is worth, in billionths."""


def billionths(text: str) -> int | None:
    """Read an amount, in billionths of one; None if it is none."""
    found = AMOUNT.fullmatch(text) if len(text) <= MOST_DIGITS else None
    if found is None or not (found[2] or found[3]):
        return None
    sign, whole, rest, exponent, power, unit = found.groups(default="")
    digits = int((whole + rest) or 0)
    worth = digits * (_ten_to(int(power)) if exponent else UNITS[unit])
    shifted = -(-worth // int("1" + "0" * len(rest)))
    return -shifted if sign == "-" else shifted


def _ten_to(power: int) -> int:
    """Return a power of ten in billionths, 0 if it is less than one."""
    power = min(MOST_DIGITS, power) + DIGITS
    return int("1" + "0" * power) if power >= 0 else 0


def mebibytes(text: str) -> float | None:
    """Read an amount of memory in MiB; None if it is none."""
    found = billionths(text)
    return None if found is None else found / BILLION / 2**20
