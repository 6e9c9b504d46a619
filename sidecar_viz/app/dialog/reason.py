"""Says in a user's words why the disk refused something."""

from __future__ import annotations

import errno

from PySide6.QtCore import QCoreApplication

SAID = {
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "it may not be written",
    errno.EPERM: "it may not be written",
    errno.EEXIST: "something else is in its place",
    errno.EISDIR: "something else is in its place",
    errno.EINVAL: "something else is in its place",
    errno.ENOTDIR: "something else is in its place",
    errno.EFBIG: "it would be too large",
    errno.ENAMETOOLONG: "its name is too long",
}
"""Clauses to go into a sentence that names the file."""


def reason_of(error: OSError | ValueError) -> str:
    """Return why something could not be written; what is rare in the system's words."""
    if not isinstance(error, OSError):
        return str(error)
    said = SAID.get(error.errno or 0)
    if said is None:
        return error.strerror or str(error)
    return QCoreApplication.translate("reason", said)
