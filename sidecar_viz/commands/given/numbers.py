"""Reads the numbers of the command line; says what one may be where it is none."""

from __future__ import annotations

import argparse
import math
import re

SMALLEST, LARGEST = 64, 8192  # pixels
SIZE = re.compile(r"^([0-9]{1,5})[xX×]([0-9]{1,5})$")
SLOWEST, FASTEST = 1, 60  # frames a second


def step(text: str) -> int:
    """Read the number of a step."""
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no step; give a number such as 3"
        )
    return int(text)


def position(text: str) -> float:
    """Read a place in a lesson, in steps."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0.0:
        message = f"{text!r} is no place in the lesson; give a number such as 3.4"
        raise argparse.ArgumentTypeError(message)
    return value


def seconds(text: str) -> float:
    """Read seconds, 0 or more."""
    try:
        return position(text)
    except argparse.ArgumentTypeError as error:
        message = f"{text!r} are no seconds; give a number such as 30"
        raise argparse.ArgumentTypeError(message) from error


def rate(text: str) -> int:
    """Read frames a second."""
    if not re.fullmatch(r"[0-9]{1,3}", text) or not SLOWEST <= int(text) <= FASTEST:
        message = f"{text!r} are no frames a second; give {SLOWEST} to {FASTEST}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def size(text: str) -> tuple[int, int]:
    """Read width and height in pixels."""
    found = SIZE.match(text)
    if not found:
        message = f"{text!r} is no size; give width and height such as 1920x1080"
        raise argparse.ArgumentTypeError(message)
    sides = (int(found[1]), int(found[2]))
    if not all(SMALLEST <= side <= LARGEST for side in sides):
        message = (
            f"{text} is too small or too large; each side is {SMALLEST} to {LARGEST}"
        )
        raise argparse.ArgumentTypeError(message)
    return sides
