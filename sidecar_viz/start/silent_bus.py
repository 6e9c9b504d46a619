"""Leaves out a session bus that lets us in and then says nothing.

Qt would wait for it for ever, before there is a window. A bus that is not there at all,
or refuses, costs Qt nothing.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import MutableMapping
from ctypes import CDLL, c_char_p, c_int, c_size_t, c_void_p, create_string_buffer
from pathlib import Path

VARIABLE = "DBUS_SESSION_BUS_ADDRESS"
NO_BUS = "unix:path=/dev/null"
PATIENCE = 2  # seconds that it may take to answer
HELLO = b"\0AUTH\r\n"  # is answered by REJECTED and what it would take
UNIX, STREAM, CLOSE_IN_CHILDREN = 1, 1, 0o2000000
SOCKET, RECEIVE_WITHIN, SEND_WITHIN = 1, 20, 21  # as Linux numbers them
MACHINES = ("x86_64", "aarch64", "armv7l", "i686", "riscv64")


def leave_a_silent_bus(environ: MutableMapping[str, str]) -> bool:
    """Name no bus in *environ* any more if it is silent; return whether it was."""
    if not sys.platform.startswith("linux") or os.uname().machine not in MACHINES:
        return False
    place = _place_of(environ)
    if place is None or not _is_silent(place):
        return False
    environ[VARIABLE] = NO_BUS
    return True


def _place_of(environ: MutableMapping[str, str]) -> bytes | None:
    """Return the socket of the bus, one without a name with a NUL in front."""
    folder = environ.get("XDG_RUNTIME_DIR", "")
    address = environ.get(VARIABLE) or (f"unix:path={folder}/bus" if folder else "")
    kind, _, rest = address.partition(";")[0].partition(":")
    options = dict(item.partition("=")[::2] for item in rest.split(","))
    if kind != "unix":
        return None
    if path := options.get("path"):
        return os.fsencode(Path(path))
    if name := options.get("abstract"):
        return b"\0" + os.fsencode(name)
    return None


def _is_silent(place: bytes) -> bool:
    """Return whether somebody is there who does not answer.

    Asked of the system itself: Python's module for sockets takes 5 ms to load.
    """
    system = CDLL(None)
    system.connect.argtypes = [c_int, c_char_p, c_int]
    system.setsockopt.argtypes = [c_int, c_int, c_int, c_char_p, c_int]
    system.send.argtypes = [c_int, c_char_p, c_size_t, c_int]
    system.recv.argtypes = [c_int, c_void_p, c_size_t, c_int]
    handle = system.socket(UNIX, STREAM | CLOSE_IN_CHILDREN, 0)
    if handle < 0:
        return False
    try:
        within = struct.pack("ll", PATIENCE, 0)
        for option in (RECEIVE_WITHIN, SEND_WITHIN):
            system.setsockopt(handle, SOCKET, option, within, len(within))
        address = struct.pack("H", UNIX) + place
        if system.connect(handle, address, len(address)) != 0:
            return False
        if system.send(handle, HELLO, len(HELLO), 0) != len(HELLO):
            return True
        return bool(system.recv(handle, create_string_buffer(200), 200, 0) < 0)
    finally:
        os.close(handle)
