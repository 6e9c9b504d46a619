"""The file of the session: where the lesson stands, and what the class did."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sidecar_viz.core.learning.session import Session
from sidecar_viz.files.saved.tolerant import fitting, load_json

FILE = "session.json"
BIGGEST_FILE = 4_000_000


def session_bytes(session: Session) -> bytes:
    """Encode the session."""
    return msgspec.json.format(msgspec.json.encode(session), indent=1)


def load_session(path: Path) -> Session:
    """Read the session; a damaged file is kept aside, a damaged part left out."""
    found = load_json(path, BIGGEST_FILE, dict[str, object])
    return fitting(found or {}, Session)
