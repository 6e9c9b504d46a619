"""Qt's bindings without the reading of all signatures, which waits until it is wanted.

WORKAROUND PySide6 6.10 to 6.12 (.github/upstream/pyside-signatures.md): at its first
import it unpacks and compiles a dozen Python files from a string in its library, with
all that they import. They are needed only to word the TypeError of a wrong call, and
for help(); but to read them takes nearly half the time in which a bare window opens.
It also puts an `__import__` of its own in the place of Python's, which from then on
reads the source of every module that is imported, to find `from __feature__`. PySide6
has no switch for either; ours is SIDECAR_VIZ_PLAIN_QT.
"""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from threading import RLock
from types import ModuleType
from typing import Any

PLAIN = "SIDECAR_VIZ_PLAIN_QT"
"""The environment variable that has PySide6 imported as anyone would; 1 is on."""
SUPPORT = "shibokensupport"
SIGNATURES = "shibokensupport.signature"
MAPPING = "shibokensupport.signature.mapping"
BOOTSTRAP = "signature_bootstrap"
ASKING = ("shiboken6", BOOTSTRAP)
LATER = (SUPPORT, SIGNATURES, "zipfile", "tempfile", "textwrap", "traceback")
"""What those two ask for at the start, for the sake of the signatures alone."""
KNOWN = ((6, 10), (6, 11), (6, 12))
"""The versions of PySide6 in which this was tried; others start as they always do."""


def import_qt_quickly(environ: Mapping[str, str] = os.environ) -> None:
    """Import PySide6, but not the files that know its signatures.

    They are read when one is asked for: wrong calls and help() say what they say
    without this. Does nothing where PySide6 is imported already, and imports it whole
    where *environ* says so or its version is none that is known.

    Raises:
        ImportError: PySide6 is not installed, or a library of it cannot be loaded.
    """
    if "shiboken6" in sys.modules:
        return
    ordinary = builtins.__import__

    def instead(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - as Python calls it
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        asking = globals.get("__name__") if globals else None
        if asking in ASKING and name in LATER and _is_known():
            return _StandIn(name)
        return ordinary(name, globals, locals, fromlist, level)

    if environ.get(PLAIN, "0") in ("", "0"):
        builtins.__import__ = instead
    try:
        import PySide6  # noqa: F401, PLC0415 - the import that this is about
    finally:
        # What PySide6 puts there itself stays, if it has loaded all that it wants.
        if builtins.__import__ is instead or _Loader.given is not None:
            builtins.__import__ = ordinary


def when_signatures_are_read() -> str:
    """What became of the signatures: "at the start", "not yet" or "when wanted".

    It tells what PySide6 was given, whatever the environment says, so that a report
    of a mistake shows whether this workaround may have to do with it.
    """
    if _Loader.given is None:
        return "at the start"
    return "when wanted" if _Loader.given.has_fetched() else "not yet"


def _is_known() -> bool:
    version: tuple[int, ...] = sys.modules["shiboken6"].__version_info__
    return version[:2] in KNOWN


class _StandIn(ModuleType):
    """Stands for a module that is not wanted yet; has what is asked of it at once."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        if name == SIGNATURES:
            self.loader = _Loader.given = _Loader()
        if name == "zipfile":
            self.ZipFile = _Empty


class _Empty:
    """Stands for the archive of files that are not read yet."""

    filelist = ()

    def __init__(self, _archive: object) -> None:
        """Read nothing."""


class _Loader:
    """Stands for PySide6's loader: each of its functions fetches the real one.

    For a wrong call PySide6 looks names up in a module called *mapping*, and has that
    updated before it looks. Without one it crashes; so there is one, which fetches.
    """

    given: _Loader | None = None  # the one that PySide6 has; none if it took its own

    def __init__(self) -> None:
        self._real: Any = None
        self._lock = RLock()
        self._mapping = ModuleType(MAPPING)  # for good: PySide6 keeps its dictionary
        vars(self._mapping)["update_mapping"] = self._update_mapping
        sys.modules[MAPPING] = self._mapping

    def post_init(self) -> None:
        """Leave `__import__` as it is: nobody here wants Qt's names in snake case."""

    def finish_import(self, module: ModuleType) -> None:
        """Leave a module of Qt as it is.

        The real one calls `fix_for_<module>` in PySide6/support/deprecated.py where
        there is one; the known versions have none.
        """

    def has_fetched(self) -> bool:
        """Whether something has asked for a signature."""
        return self._real is not None

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def wanted(*args: object, **kwargs: object) -> object:
            return getattr(self._fetched(), name)(*args, **kwargs)

        return wanted

    def _update_mapping(self) -> None:
        real = self._fetched().mapping
        real.update_mapping()
        vars(self._mapping).update(
            {k: v for k, v in vars(real).items() if not k.startswith("__")}
        )
        vars(self._mapping)["update_mapping"] = self._update_mapping

    def _fetched(self) -> Any:
        if self._real is not None:
            return self._real
        with self._lock:
            if self._real is None:
                bootstrap: Any = sys.modules[BOOTSTRAP]
                bootstrap.recursion_trap = 0  # it has run once already, for us
                bootstrap.zipfile = import_module("zipfile")
                bootstrap.traceback = import_module("traceback")
                self._real = bootstrap.bootstrap()
            return self._real
