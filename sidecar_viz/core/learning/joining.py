"""Joins what two windows did, each without the other, since they had the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

T = TypeVar("T")


def joined_by_key(
    base: Mapping[str, T], mine: Mapping[str, T], theirs: Mapping[str, T]
) -> dict[str, T]:
    """Return *theirs* with each value that has changed between *base* and *mine*."""
    kept = {key: one for key, one in theirs.items() if key in mine or key not in base}
    changed = {
        key: one
        for key, one in mine.items()
        if key not in base or not same(one, base[key])
    }
    return kept | changed


def joined_plain(base: object, mine: object, theirs: object) -> object:
    """Return plain *theirs* with what has changed between *base* and *mine*.

    Of mappings each value is joined by itself. Of lists each item is there that one of
    both put in, and none that one of both took out; an item is the same if it is
    written alike. Of all else *mine* counts. None is nothing at all.
    """
    if same(mine, base):
        return theirs
    if same(theirs, base):
        return mine
    told = [value for value in (base, mine, theirs) if value is not None]
    if all(isinstance(value, Mapping) for value in told):
        return _joined_mappings(_mapping(base), _mapping(mine), _mapping(theirs))
    if all(isinstance(value, list | tuple) for value in told):
        return _joined_lists(_items(base), _items(mine), _items(theirs)) or None
    return mine


def _joined_mappings(
    base: Mapping[str, object], mine: Mapping[str, object], theirs: Mapping[str, object]
) -> Mapping[str, object] | None:
    joined = {
        key: joined_plain(base.get(key), mine.get(key), theirs.get(key))
        for key in {**theirs, **mine}
    }
    return {key: one for key, one in joined.items() if one is not None} or None


def _joined_lists(
    base: Mapping[bytes, object],
    mine: Mapping[bytes, object],
    theirs: Mapping[bytes, object],
) -> list[object]:
    kept = [one for key, one in theirs.items() if key in mine or key not in base]
    new = [one for key, one in mine.items() if key not in base and key not in theirs]
    return [*kept, *new]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _items(value: object) -> Mapping[bytes, object]:
    """Return the items of a list by how they are written."""
    items: Sequence[object] = value if isinstance(value, list | tuple) else ()
    return {msgspec.json.encode(item): item for item in items}


def same(one: object, other: object) -> bool:
    """Tell whether both are written alike: what was read has lists for tuples."""
    return one == other or msgspec.json.encode(one) == msgspec.json.encode(other)
