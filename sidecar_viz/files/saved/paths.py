"""Writes paths as text that JSON can hold, whatever bytes they are made of."""

from __future__ import annotations

import os
from pathlib import Path

ADDRESS = "file:"


def path_text(path: Path) -> str:
    """Return a path as text; one that is not UTF-8 as an address: file:///a%FF."""
    text = str(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return path.absolute().as_uri()
    return text


def path_of(text: str) -> Path:
    """Return the path that was written as this *text*."""
    if not text.startswith(f"{ADDRESS}///"):
        return Path(text)
    from urllib.parse import unquote_to_bytes  # noqa: PLC0415 - hardly ever

    return Path(os.fsdecode(unquote_to_bytes(text.removeprefix(f"{ADDRESS}//"))))
