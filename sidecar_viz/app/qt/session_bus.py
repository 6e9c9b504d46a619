"""Whether there is a session bus to ask."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from sidecar_viz.files.saved.whole import is_there

KNOCK = 0.3  # seconds that the bus may take to let us in


def bus_answers(environ: dict[str, str] | os._Environ[str]) -> bool:
    """Return whether somebody listens at the session bus; a dead one holds nobody up.

    Only sockets of this machine (unix:path, unix:abstract) are asked; at any other
    address nobody is taken to listen.
    """
    address = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not address:
        folder = environ.get("XDG_RUNTIME_DIR", "")
        if not folder or not is_there(Path(folder, "bus")):
            return False
        address = f"unix:path={folder}/bus"
    for part in address.split(";"):
        kind, _, rest = part.partition(":")
        options = dict(item.partition("=")[::2] for item in rest.split(","))
        if kind != "unix":
            continue
        place = options.get("path") or "\0" + options.get("abstract", "")
        if _lets_in(place):
            return True
    return False


def _lets_in(place: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knocking:
        knocking.settimeout(KNOCK)
        try:
            knocking.connect(place)
            knocking.sendall(b"\0AUTH\r\n")
            return b"REJECTED" in knocking.recv(200)
        except OSError:
            return False
