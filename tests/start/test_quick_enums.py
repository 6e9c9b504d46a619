"""Enums made quickly are the ones that Python makes, to the last detail."""

from __future__ import annotations

import copy
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.start.quick_enums import BASES, CREATE, make_enums_quickly

ROOT = Path(__file__).parents[2]

SPECIAL = ["name", "value", "real", "mro", "None_", "_order_", "__doc__", "_Made__x"]
names = st.text("abcXYZ019_", min_size=1, max_size=4) | st.sampled_from(SPECIAL)
bits = st.integers(0, 40).map(lambda place: 2**place)
values = st.integers(-3, 9) | st.integers(0, 2**40) | bits
members = st.lists(st.tuples(names, values), max_size=8)

QT = """
    import re
    from enum import Enum, Flag
    from PySide6 import QtCore, QtGui, QtWidgets

    def enums(of):
        for name, inside in sorted(vars(of).items()):
            if isinstance(inside, type) and issubclass(inside, Enum):
                yield inside
            elif isinstance(inside, type) and inside.__module__.startswith("PySide6"):
                yield from enums(inside)

    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
        for made in enums(module):
            print(made, made.__module__, made.__qualname__, made.__mro__, made.__doc__)
            inside = sorted((key, str(it)) for key, it in vars(made).items())
            print(re.sub(r" at 0x\\w+", "", str(inside)))  # nor where it is in memory
            for name, member in made.__members__.items():
                print(name, repr(member), format(member), member.value, vars(member))
                assert made(member.value) is member is getattr(made, name)
            if issubclass(made, Flag) and made.__members__:
                print([repr(~member) for member in made], repr(made(2**31 + 5)))
"""


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """Make enums quickly in these tests and as ever in all others."""
    before = vars(EnumType)[CREATE]
    make_enums_quickly()
    yield
    type.__setattr__(EnumType, CREATE, before)


def as_qt_asks(base: Any, asked: object) -> Any:
    """Make an enum in the quick way."""
    return base("Made", asked, boundary=KEEP)


def as_python_makes(base: Any, asked: object) -> Any:
    """Make the same enum in Python's way: a module that is named is enough."""
    return base("Made", asked, module=__name__, boundary=KEEP)


def outcome(make: Callable[[Any, object], Any], base: Any, asked: object) -> object:
    """Everything that the enum consists of, or what is said against it."""
    try:
        made = make(base, asked)
    except (TypeError, ValueError) as error:
        return type(error), str(error)
    inside = {name: (type(it).__name__, written(it)) for name, it in vars(made).items()}
    return inside, {name: written(vars(it)) for name, it in made.__members__.items()}


def written(thing: object) -> str:
    """What is told of a thing, but not where it is in memory."""
    return re.sub(r" at 0x\w+", "", repr(thing))


@pytest.mark.parametrize("base", BASES)
@given(asked=members)
def test_both_ways_make_the_same(base: Any, asked: list[tuple[str, int]]) -> None:
    """Also of names and values that Qt never has."""
    assert outcome(as_qt_asks, base, asked) == outcome(as_python_makes, base, asked)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "asked",
    [
        *("A B", ["A", "B"], [], {"A": 1}, (("A", 1),)),
        *([("A", "1")], [("A", True)], [(1, 2)], [("A", 1, 2)], [3], [[]], None),
    ],
)
def test_other_ways_of_asking_are_answered_by_python(base: Any, asked: object) -> None:
    """Qt asks with a list of pairs; all else is made, or refused, as ever."""
    assert outcome(as_qt_asks, base, asked) == outcome(as_python_makes, base, asked)


def test_they_behave_as_enums() -> None:
    """Members are found, told apart, copied and kept as any enum's."""
    colours = as_qt_asks(Enum, [("RED", 1), ("BLUE", 2), ("CRIMSON", 1)])
    assert [member.name for member in colours] == ["RED", "BLUE"]
    assert colours.CRIMSON is colours.RED is colours(1) is colours["CRIMSON"]
    assert colours.RED in colours
    assert len(colours) == 2
    assert copy.deepcopy(colours.RED) is colours.RED
    with pytest.raises(ValueError, match="3 is not a valid Made"):
        colours(3)
    with pytest.raises(AttributeError):
        colours.RED = 5
    with pytest.raises(TypeError):
        type(colours)("More", (colours,), EnumType.__prepare__("More", (colours,)))


def test_whole_numbers_are_numbers() -> None:
    """Reckoned, sorted and written as numbers."""
    numbers = as_qt_asks(IntEnum, [("TWO", 2), ("ONE", 1)])
    assert numbers.TWO == 2
    assert numbers.TWO + numbers.ONE == 3
    assert sorted(numbers) == [numbers.ONE, numbers.TWO]
    assert f"{numbers.TWO}" == "2"


@pytest.mark.parametrize("base", [Flag, IntFlag])
def test_flags_can_be_joined(base: Any) -> None:
    """With the names of what comes out, where it has one."""
    flags = as_qt_asks(base, [("NONE", 0), ("B", 2), ("A", 1), ("ALL", 3)])
    assert flags.A | flags.B is flags.ALL
    assert flags.A & flags.B is flags.NONE
    assert ~flags.A is flags.B
    assert flags(9).value == 9  # Qt's flags keep bits that have no name
    assert not flags.NONE
    assert flags.A in flags.ALL


def test_the_module_is_where_it_was_made() -> None:
    """So it can be pickled."""
    made = as_qt_asks(Enum, [("A", 1)])
    assert made.__module__ == __name__
    globals()["Made"] = made  # where pickle looks for it
    assert pickle.loads(pickle.dumps(made.A)) is made.A  # noqa: S301 - our own


def test_classes_are_made_as_ever() -> None:
    """Only the call with names is another."""

    class Colour(Enum):
        RED = "red"

    assert Colour.RED.value == "red"
    assert Colour("red") is Colour.RED


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


def test_every_enum_of_qt_is_the_same() -> None:
    """All enums of the three modules that the program uses, in two processes."""
    quickly = said(
        "from sidecar_viz.start.quick_qt import import_qt_quickly\n"
        "import_qt_quickly()\n",
        QT,
    )
    ordinarily = said(QT)
    assert quickly.splitlines() == ordinarily.splitlines()
    assert "Key_Enter <Key.Key_Enter: 16777221>" in quickly


NEWER_PYTHON = """
    import enum
    from enum import EnumType

    as_now = EnumType.__new__
    def with_values(*args, **more):
        made = as_now(*args, **more)
        type.__setattr__(made, "_all_values_", list(made._value2member_map_))
        return made
    EnumType.__new__ = with_values

    from sidecar_viz.start.quick_enums import make_enums_quickly
    make_enums_quickly()
    print(enum.Flag("Made", [("A", 1), ("B", 2)], boundary=enum.KEEP)._all_values_)
"""


def test_a_python_that_makes_more_is_left_to_it() -> None:
    """A version that adds to its enums gets them in its own way."""
    assert said(NEWER_PYTHON) == "[1, 2]\n"


OTHER_PYTHON = """
    import enum
    from enum import EnumType

    as_now = EnumType.__new__
    def with_a_set(*args, **more):
        made = as_now(*args, **more)
        type.__setattr__(made, "_hashable_values_", set())
        type.__setattr__(made, "_value2member_map_", None)
        return made
    EnumType.__new__ = with_a_set

    from sidecar_viz.start.quick_enums import make_enums_quickly
    make_enums_quickly()
    print(enum.Flag("Made", [("A", 1)], boundary=enum.KEEP)._value2member_map_)
"""


def test_a_python_in_which_the_trial_fails_is_left_to_it() -> None:
    """An error of the trial reaches nobody: least of all Qt's C++, which would end."""
    assert said(OTHER_PYTHON) == "None\n"
