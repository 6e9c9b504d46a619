"""Keys that the user gave to commands, as values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.keys.command import AnyCommand, CommandId
from sidecar_viz.app.keys.own_keys import (
    can_be_given,
    same_key,
    with_keys_of,
    with_own_keys,
)
from sidecar_viz.app.preferences.preferences import OwnKeys

OWN = st.lists(
    st.tuples(
        st.sampled_from([*(one.id for one in COMMANDS[:12]), "nonsense", ""]),
        st.lists(
            st.sampled_from(
                ["J", "B", "Space", "Ctrl+O", "4", "Tab", "", "?", "Shift+?", "F5", "Ü"]
            ),
            max_size=4,
        ).map(tuple),
    ),
    max_size=6,
).map(tuple)


def command(own: OwnKeys, name: CommandId) -> AnyCommand:
    """Give a command as it is with the user's keys."""
    return next(one for one in with_own_keys(COMMANDS, own) if one.id == name)


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("Shift+?", "?"),
        ("Shift++", "+"),
        ("Shift+1", "1"),
        ("Shift+R", "Shift+R"),
        ("Shift+Space", "Shift+Space"),
        ("Ctrl++", "Ctrl++"),
        ("b", "B"),
        ("PgDown", "PgDown"),
        ("", ""),
    ],
)
def test_one_key_is_written_in_one_way(key: str, written: str) -> None:
    """Shift is no part of a sign that one needs it for."""
    assert same_key(key) == written


def test_what_no_command_may_have() -> None:
    """Digits are a step's number, Tab and Esc lead out."""
    assert not any(map(can_be_given, ("4", "Shift+4", "Tab", "Backtab", "Esc", "")))
    assert all(map(can_be_given, ("J", "Ctrl+4", "F13", "Shift+Esc", "ß", "и")))


def test_keys_work_where_such_keys_do() -> None:
    """Those with Ctrl or Alt and the F keys everywhere, others on the stage."""
    own = (("black", (".", "J", "Ctrl+J", "F9", "Shift+F9")),)
    black = command(own, "black")

    assert black.stage == (".", "J")
    assert black.anywhere == ("Ctrl+J", "F9", "Shift+F9")
    on = command((("creep_on", ("Ctrl+Right", "Alt+Right")),), "creep_on")
    assert (on.stage, on.anywhere) == (("Ctrl+Right",), ("Alt+Right",))


def test_a_key_is_one_commands() -> None:
    """Who was given it first has it; its first owner has it no more."""
    own = (("black", ("K",)), ("white", ("K", "J")))
    assert command(own, "black").keys == ("K",)
    assert command(own, "white").keys == ("J",)
    assert command(own, "play").keys == ("Alt+K",)


@pytest.mark.parametrize("keys", [(), ("J",), ("J", "Esc")])
def test_what_one_leaves_by_stays(keys: tuple[str, ...]) -> None:
    """Also when somebody kept it away in an earlier version."""
    leave = command((("leave", keys),), "leave")

    assert leave.anywhere == ("Esc",)
    assert leave.stage == tuple(key for key in keys if key != "Esc")


def test_a_command_may_have_no_key() -> None:
    """All others stay as they were."""
    changed = with_own_keys(COMMANDS, (("zoom", ()),))
    assert [one.id for one in changed if one not in COMMANDS] == ["zoom"]


def test_first_keys_are_nothing_to_keep() -> None:
    """Whoever gives a command all its first keys again has no keys of his own."""
    first = command((), "black")
    own = with_keys_of((), first, ("B", ".", "J"))
    assert own == (("black", ("B", ".", "J")),)
    assert with_keys_of(own, first, (".", "B")) == ()


@pytest.mark.storm
@given(OWN)
def test_whatever_is_kept_no_key_is_two_commands(
    own: OwnKeys,
) -> None:
    """Also when somebody wrote it by hand; every command is still there."""
    changed = with_own_keys(COMMANDS, own)
    keys = [same_key(key) for one in changed for key in one.keys]

    assert [one.id for one in changed] == [one.id for one in COMMANDS]
    assert len(keys) == len(set(keys))
    assert not {"4", "Tab", ""} & set(keys)
