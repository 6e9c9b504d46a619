"""Qt's enums as Python makes them, in a fraction of the time.

WORKAROUND Python's `enum` with PySide6: importing QtCore and naming `Qt` makes 118
enums with 2,100 members, a window names 100 more. Python takes each member through a
dozen questions to which Qt's always answer no: is it an automatic value, a descriptor,
a method's name? That was a fifth of the time to the first frame.
"""

from __future__ import annotations

import sys
from enum import KEEP, Enum, EnumType, Flag, FlagBoundary, IntEnum, IntFlag
from functools import cache
from typing import Any

CREATE = "_create_"
"""What a call like `Enum("Name", members)` ends in, and PySide6 for each enum of Qt."""
BASES = (Enum, Flag, IntEnum, IntFlag)
SAMPLE = [("ONE", 1), ("FOUR", 4), ("TWO", 2), ("I", 1), ("ALL", 7), ("MORE", 24)]
"""Members of all kinds that Qt has: out of order, with two names, of several bits."""
CALLER = 3  # frames: _module, _create, EnumType.__call__, who called it

UNKNOWN = (AttributeError, LookupError, TypeError, ValueError, RuntimeError)
"""What the trial may end in where a later Python makes its enums otherwise."""

_ordinary: Any = vars(EnumType).get(CREATE)
_set = type.__setattr__  # without asking whether a member is overwritten


def make_enums_quickly() -> None:
    """From now on make enums in the quick way, if they are asked for as Qt's are.

    All others are made in Python's own way. So are those of a base for which this
    version of Python makes anything else; that is tried once for each.
    """
    if _ordinary is not None:
        _set(EnumType, CREATE, _create)


def _create(
    base: type[Enum],
    class_name: str,
    names: Any,
    *,
    module: str | None = None,
    qualname: str | None = None,
    boundary: FlagBoundary | None = None,
    **more: Any,
) -> type[Enum]:
    """Make an enum, as the method of EnumType does in whose place this stands."""
    as_qt_asks = base in BASES and boundary is KEEP and more.get("type") is None
    as_qt_asks = as_qt_asks and module is None and qualname is None
    module = module or _module()
    if as_qt_asks and module is not None:
        members = _pairs(names)
        if _is_plain(base, members) and _is_the_same(base):
            return _made(base, class_name, members, module)
    made: type[Enum] = _ordinary(
        base,
        class_name,
        names,
        module=module,
        qualname=qualname,
        boundary=boundary,
        **more,
    )
    return made


def _module() -> str | None:
    """Where the enum is made, as Python itself finds it out."""
    try:
        called = sys._getframe(CALLER)  # noqa: SLF001 - there is no other way
    except ValueError:  # a thread of Qt's, with no Python around the call
        return None
    name: str | None = called.f_globals.get("__name__")
    return name


def _pairs(names: object) -> dict[str, int]:
    """The members by name, if they are a list of pairs as Qt's are; else nothing."""
    if type(names) is not list or {*map(type, names)} != {tuple}:
        return {}
    if {*map(len, names)} != {2}:
        return {}
    members: dict[str, int] = dict(names)
    kinds = {*map(type, members)}, {*map(type, members.values())}
    once = len(members) == len(names)
    return members if kinds == ({str}, {int}) and once else {}


def _is_plain(base: type[Enum], members: dict[str, int]) -> bool:
    """Whether Python has nothing to do for these but what `_made` does."""
    if not members or not _taken(base).isdisjoint(members):
        return False
    if not {name[:1] for name in members}.isdisjoint(("_", "")):
        return False
    return not issubclass(base, Flag) or min(members.values()) >= 0


@cache
def _taken(base: type[Enum]) -> frozenset[str]:
    """Names that mean something in the classes that an enum is made from."""
    return frozenset(name for made in base.__mro__ for name in vars(made)) | {"mro"}


@cache
def _is_the_same(base: type[Enum]) -> bool:
    """Try whether the quick way makes what Python makes."""
    theirs = _sample(base)
    try:
        ours = _made(base, theirs.__name__, dict(SAMPLE), theirs.__module__)
        return _contents(ours) == _contents(theirs)
    except UNKNOWN:
        return False


@cache
def _sample(base: type[Enum]) -> type[Enum]:
    made: type[Enum] = _ordinary(base, "Sample", SAMPLE, module=__name__, boundary=KEEP)
    return made


def _contents(made: type[Enum]) -> dict[str, object]:
    """Everything in an enum and its members, to be compared."""
    inside = {name: (type(it).__name__, repr(it)) for name, it in vars(made).items()}
    return inside | {f"{m.name} has": repr(vars(m)) for m in made.__members__.values()}


@cache
def _body(base: type[Enum]) -> tuple[dict[str, Any], list[tuple[str, type]]]:
    """What all enums of a base have beside members, and which of it each has alone."""
    sample = _sample(base)
    own = {"__doc__", "__new__", "_iter_member_", *sample.__members__}
    body = {name: it for name, it in vars(sample).items() if name not in own}
    fresh = [(key, type(it)) for key, it in body.items() if type(it) in (list, dict)]
    return body, fresh


def _made(
    base: type[Enum], name: str, members: dict[str, int], module: str
) -> type[Enum]:
    """Make an enum without asking anything."""
    body, fresh = _body(base)
    inside = {**body, **{key: kind() for key, kind in fresh}, "__module__": module}
    made: Any = type.__new__(EnumType, name, (base,), inside)
    by_name: dict[str, Any] = made._member_map_
    by_value: dict[int, Any] = made._value2member_map_
    listed: list[str] = made._member_names_
    new, with_value = made._new_member_, made._use_args_
    flag = issubclass(base, Flag)
    for key, value in members.items():
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if with_value else new(made)
            member._value_ = value
            member._name_ = key
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            by_value[value] = member
            if not flag or value.bit_count() == 1:
                listed.append(key)
        by_name[key] = member
    for key, member in by_name.items():
        _set(made, key, member)
    if "_hashable_values_" in body:  # in newer Pythons
        made._hashable_values_.extend(by_value)
    if flag:
        _fill_masks(made, by_value)
    _set(made, "__new__", Enum.__new__)
    enum: type[Enum] = made
    return enum


def _fill_masks(made: Any, values: dict[int, Any]) -> None:
    """Write down which bits a flag has, and in which order they are told."""
    every = 0
    for value in values:
        every |= value
    single = [value for value in values if value.bit_count() == 1]
    _set(made, "_all_bits_", 2 ** every.bit_length() - 1)
    if "_singles_mask_" in vars(made):  # in newer Pythons
        _set(made, "_singles_mask_", sum(single))
        _set(made, "_flag_mask_", every)
    else:
        _set(made, "_flag_mask_", sum(single))
    if single != sorted(single):
        _set(made, "_iter_member_", made._iter_member_by_def_)
