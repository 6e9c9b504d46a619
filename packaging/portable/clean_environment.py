"""Runs first in the portable program: others that it starts get their own libraries.

PyInstaller points LD_LIBRARY_PATH at the bundle. The loader has read it by now; an
editor or a viewer of PDF files that inherits it would load our libraries and fail.
"""

from __future__ import annotations

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
