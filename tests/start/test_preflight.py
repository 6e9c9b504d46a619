"""What is said before Qt starts, for machines that lack something."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest

from sidecar_viz.start.preflight import (
    CORE,
    INSTALL,
    WAYLAND,
    XCB,
    failure_of,
    install_line,
    missing,
    platforms,
    problem_with_display,
    problem_with_libraries,
)

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"),
    reason="other systems bring what Qt needs",
)


class MachineWithout:
    """Opens any library, except the given ones and what is built on them."""

    def __init__(self, *absent: str) -> None:
        self.absent = absent

    def __call__(self, library: str) -> object:
        """Fail as the loader would: naming the first library that is not there."""
        plugin = library.endswith(("libqxcb.so", "libqwayland.so", "libqoffscreen.so"))
        if self.absent and (plugin or library in self.absent):
            name = self.absent[0] if plugin else library
            raise OSError(f"{name}: cannot open shared object file")
        return None


def refused(_platform: str, _environ: Mapping[str, str]) -> bool:
    """Answer like a display that lets nobody in."""
    return False


def welcomed(_platform: str, _environ: Mapping[str, str]) -> bool:
    """Answer like a display that works."""
    return True


def test_a_whole_machine_has_no_problem_with_libraries() -> None:
    """Nothing is said when the platform's own file loads."""
    assert problem_with_libraries({"DISPLAY": ":0"}, MachineWithout()) is None


def test_every_missing_library_is_named_with_one_line_for_all() -> None:
    """All that is missing is named at once, with one line to type."""
    machine = MachineWithout("libxcb-cursor.so.0", "libEGL.so.1")

    said = problem_with_libraries({"DISPLAY": ":0"}, machine, "apt-get")

    assert said is not None
    assert "libEGL.so.1, libxcb-cursor.so.0" in said
    assert said.endswith("--no-install-recommends libegl1 libxcb-cursor0")


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt-get", "apt-get install -y --no-install-recommends libxcb-icccm4"),
        ("dnf", "dnf install -y xcb-util-wm"),
        ("pacman", "pacman -S --needed --noconfirm xcb-util-wm"),
    ],
)
def test_the_line_is_for_the_systems_own_manager(manager: str, line: str) -> None:
    """Each package manager gets its own command and its own package names."""
    lacking = missing("xcb", MachineWithout("libxcb-icccm.so.4"))

    assert install_line(lacking.values(), manager).removeprefix("sudo ") == line


def test_a_package_is_named_once() -> None:
    """Two libraries of one package ask for it once."""
    lacking = missing(
        "offscreen",
        MachineWithout("libglib-2.0.so.0", "libgthread-2.0.so.0"),
    )

    assert install_line(lacking.values(), "apt-get").count("libglib2.0-0") == 1


def test_a_system_without_known_manager_gets_the_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where no known package manager is found, the packages are still named."""
    monkeypatch.setenv("PATH", "/nowhere")

    assert "libegl1" in install_line([["libegl1", "", ""]])


def test_drawing_without_a_window_needs_no_window_libraries() -> None:
    """The offscreen platform does not ask for what only windows need."""
    machine = MachineWithout("libxcb-cursor.so.0")

    assert list(missing("xcb", machine)) == ["libxcb-cursor.so.0"]
    assert not missing("offscreen", machine)


def test_the_loaders_own_words_are_kept_when_the_tables_know_nothing() -> None:
    """A library that no table names is still reported, in the loader's words."""
    said = problem_with_libraries({"DISPLAY": ":0"}, MachineWithout("libnew.so.9"))

    assert said is not None
    assert "libnew.so.9: cannot open" in said


def test_an_unknown_platform_is_answered_with_the_known_ones() -> None:
    """A mistyped QT_QPA_PLATFORM is answered with what may stand there."""
    said = problem_with_libraries({"QT_QPA_PLATFORM": "ofscreen"}, MachineWithout())

    assert said is not None
    assert "ofscreen" in said
    assert "offscreen" in said.partition("one of")[2]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ("xcb",)),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb:opt"}, ("wayland", "xcb")),
    ],
)
def test_platforms_are_those_qt_would_try(
    environ: dict[str, str],
    expected: tuple[str, ...],
) -> None:
    """QT_QPA_PLATFORM decides; without it the session does."""
    assert platforms(environ) == expected


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc"])
def test_some_platforms_need_no_display(platform: str) -> None:
    """A platform without windows works with no display at all."""
    assert problem_with_display({"QT_QPA_PLATFORM": platform}, refused) is None


def test_no_display_is_said_with_what_to_do_instead() -> None:
    """Without any display the sentence names the variables and the way round."""
    said = problem_with_display({})

    assert said is not None
    assert "DISPLAY" in said
    assert "sidecar-viz export" in said


def test_a_display_that_answers_is_no_problem() -> None:
    """Nothing is said when the display lets us in."""
    assert problem_with_display({"DISPLAY": ":0"}, welcomed) is None


def test_a_dead_display_is_named() -> None:
    """A display that does not answer is named as it was given."""
    said = problem_with_display({"DISPLAY": ":55"}, refused)

    assert said is not None
    assert "DISPLAY=:55" in said


def test_one_of_two_displays_is_enough() -> None:
    """A dead Wayland socket does not matter while X answers."""
    environ = {"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": ":0"}

    assert problem_with_display(environ, lambda name, _: name == "xcb") is None


def test_the_offscreen_platform_of_this_machine_loads() -> None:
    """The machine that runs these tests can draw without a window."""
    assert failure_of("offscreen") is None


@pytest.mark.parametrize("table", [CORE, XCB, WAYLAND])
def test_every_row_names_a_package_for_each_manager(table: str) -> None:
    """A row is a library and one package for every manager."""
    for row in table.splitlines():
        assert len(row.split()) == 1 + len(INSTALL), row


def test_a_sentence_is_one_line() -> None:
    """What is printed fits a log: one line, no full stop needed."""
    machine = MachineWithout("libxcb-cursor.so.0")

    said = problem_with_libraries({"DISPLAY": ":0"}, machine, "apt-get")

    assert said is not None
    assert "\n" not in said


def test_a_platform_without_a_display_does_not_help() -> None:
    """Under Wayland alone X11's part may load, but its display is not there."""

    def open_library(library: str) -> None:
        if "wayland" in library:
            raise OSError("libwayland-cursor.so.0: cannot open shared object file")

    only_wayland = {"WAYLAND_DISPLAY": "wayland-0"}
    said = problem_with_libraries(only_wayland, open_library, manager="apt-get")
    both = {**only_wayland, "DISPLAY": ":0"}

    assert said is not None
    assert "libwayland-cursor0" in said
    assert problem_with_libraries(both, open_library) is None
