"""The session on disk: read without trust, damaged parts left out."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import msgspec

from sidecar_viz.core.learning.session import Session
from sidecar_viz.files.saved.whole import keep_aside, read_whole, sweep

FILE = "session.json"
BIGGEST_FILE = 4_000_000


def session_bytes(session: Session) -> bytes:
    """The session as it is written."""
    return msgspec.json.format(msgspec.json.encode(session), indent=1)


def load_session(path: Path) -> Session:
    """What was kept; a damaged file is kept aside, a damaged part left out."""
    sweep(path)
    content = read_whole(path, BIGGEST_FILE)
    if content is None:
        if path.exists():
            keep_aside(path)
        return Session()
    try:
        return _understood(msgspec.json.decode(content))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        keep_aside(path)
        return Session()


def _understood(found: object) -> Session:
    """Field by field, so that one wrong value does not cost the others."""
    if not isinstance(found, dict):
        raise msgspec.DecodeError("not a session")
    kept = {}
    for name, wanted in get_type_hints(Session, include_extras=True).items():
        if name in found:
            try:
                kept[name] = msgspec.convert(found[name], wanted)
            except msgspec.ValidationError:
                continue
    return Session(**kept)
