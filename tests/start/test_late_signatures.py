"""PySide6 says what it always says, only its start reads less."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[2]

HELD = """
    from sidecar_viz.start.late_signatures import hold_signatures_back
    hold_signatures_back()
"""
WRONG_CALLS = """
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication(["test"])
    for wrong in (
        lambda: QRect("a"),
        lambda: QLabel().setText(3),
        lambda: QLabel().setAlignment(5),
        lambda: QLabel(1, 2, 3),
        lambda: QLabel(text=3),
        lambda: QLabel(unknown="a"),
    ):
        try:
            wrong()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
"""
HELP = """
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QLabel

    print(QRect.setWidth.__doc__, QRect.contains.__doc__, QLabel.__doc__)
"""


def said(*parts: str) -> str:
    """Run the parts one after the other in a process of their own."""
    code = "".join(dedent(part) for part in parts)
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environ,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.mark.parametrize("asked", [WRONG_CALLS, HELP, HELP + WRONG_CALLS])
def test_signatures_are_there_when_they_are_wanted(asked: str) -> None:
    """Wrong calls and help say word for word what they say in plain PySide6."""
    plain = said(asked)

    assert "PySide6.Qt" in plain
    assert said(HELD, asked) == plain


def test_the_start_reads_no_signatures() -> None:
    """Neither PySide6's own files nor what only they import is loaded."""
    loaded = """
        import sys
        from PySide6 import QtCore, QtGui, QtWidgets

        wanted = ("shibokensupport.signature.parser", "zipfile", "tempfile")
        print([name for name in wanted if name in sys.modules])
    """

    assert said(loaded).count("'") == 6
    assert said(HELD, loaded) == "[]\n"


def test_imports_are_pythons_own_again() -> None:
    """Nothing is left between an import and Python; other modules get the real ones."""
    asked = """
        import builtins, sys, zipfile
        from PySide6.QtCore import QRect
        try:
            QRect("a")
        except TypeError:
            pass
        print(builtins.__import__.__name__, zipfile.ZipFile.__name__)
        print(sys.modules["signature_bootstrap"].zipfile is zipfile)
    """

    assert said(HELD, asked) == "__import__ ZipFile\nTrue\n"


def test_an_unknown_version_starts_as_ever() -> None:
    """Where this was not tried, all is read at once."""
    asked = """
        import sidecar_viz.start.late_signatures as late
        late.KNOWN = ()
        late.hold_signatures_back()
        import sys
        print("shibokensupport.signature.parser" in sys.modules)
    """

    assert said(asked) == "True\n"


def test_who_has_imported_it_already_keeps_what_there_is() -> None:
    """Called too late, it does nothing."""
    plain = """
        from PySide6.QtCore import QRect
    """

    assert said(plain, HELD, WRONG_CALLS) == said(WRONG_CALLS)
