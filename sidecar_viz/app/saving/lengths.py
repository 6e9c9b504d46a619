"""Sizes of files and spans of time, as people say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

MINUTE = 90.0  # seconds from which on minutes are said


def size_said(length: float) -> str:
    """Say a number of bytes, as "1.2 MB"."""
    if length >= 1e6:
        number = QLocale.c().toString(length / 1e6, "f", 1)
        return _tr("{n} MB").format(n=number)
    return _tr("{n} kB").format(n=max(1, round(length / 1e3)))


def time_said(seconds: float) -> str:
    """Say a span of time, as "12 s" or "3 min"."""
    if seconds >= MINUTE:
        return _tr("{n} min").format(n=round(seconds / 60))
    return _tr("{n} s").format(n=max(1, round(seconds)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("lengths", text)
