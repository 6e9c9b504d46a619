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
    from sidecar_viz.start.late_signatures import import_qt_quickly
    import_qt_quickly()
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


STATE = """
    from sidecar_viz.start.late_signatures import when_signatures_are_read
    print(when_signatures_are_read())
"""


def said(*parts: str, plain: str = "") -> str:
    """Run the parts one after the other in a process of their own."""
    code = "".join(dedent(part) for part in parts)
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "SIDECAR_VIZ_PLAIN_QT": plain,
    }
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


@pytest.mark.parametrize(("plain", "state"), [("1", "at the start"), ("0", "not yet")])
def test_a_variable_switches_it_off(plain: str, state: str) -> None:
    """Who suspects it can have PySide6 as it is; 0 is as good as nothing."""
    asked = """
        import builtins
        print(builtins.__import__.__name__)
    """
    name = "__feature_import__" if plain == "1" else "__import__"

    assert said(HELD, STATE, asked, plain=plain) == f"{state}\n{name}\n"


def test_what_became_of_the_signatures_is_told() -> None:
    """It is what PySide6 was given, not what was wished for."""
    assert said(HELD, STATE) == "not yet\n"
    assert said(HELD, WRONG_CALLS, STATE).endswith("\nwhen wanted\n")
    assert said("from PySide6 import QtCore\n", HELD, STATE) == "at the start\n"
    assert said("from PySide6 import QtCore\n", STATE) == "at the start\n"


@pytest.mark.parametrize(("plain", "state"), [("1", "at the start"), ("", "not yet")])
def test_a_report_of_a_mistake_tells_it(plain: str, state: str) -> None:
    """Who reads the report need not ask whether the switch was set."""
    crash = """
        from sidecar_viz.app.crash import report
        print(report(ValueError, ValueError("wrong"), None))
    """

    assert f", signatures read {state}\n" in said(HELD, crash, plain=plain)


def test_nothing_is_left_out_of_qts_modules() -> None:
    """PySide6 mends modules of Qt after their import only where it has a function."""
    mended = """
        from PySide6.support import deprecated
        print([name for name in vars(deprecated) if name.startswith("fix_for_")])
    """

    assert said(HELD, mended) == "[]\n"


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
    """Where this was not tried, all is read at once, and `from __feature__` works."""
    asked = """
        import sidecar_viz.start.late_signatures as late
        late.KNOWN = ()
        late.import_qt_quickly()
        import sys
        print("shibokensupport.signature.parser" in sys.modules)
        from __feature__ import snake_case
        from PySide6.QtCore import QRect
        print(hasattr(QRect(), "set_width"))
    """

    assert said(asked, STATE) == "True\nTrue\nat the start\n"


def test_who_has_imported_it_already_keeps_what_there_is() -> None:
    """Called too late, it does nothing."""
    plain = """
        from PySide6.QtCore import QRect
    """

    assert said(plain, HELD, WRONG_CALLS) == said(WRONG_CALLS)
