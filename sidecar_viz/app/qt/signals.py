"""Signals with types: what is emitted and what a slot takes must be the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVarTuple

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, SignalInstance

Values = TypeVarTuple("Values")


class SignalOf(Generic[*Values]):
    """What a class says of a signal; Qt's own signal is there when it runs.

    PySide6's stubs let any value be emitted and any slot be connected.
    """

    def connect(
        self,
        slot: Callable[[*Values], object]
        | Callable[[], object]
        | SignalOf[*Values]
        | SignalInstance,  # a signal without values is Qt's own
        kind: Qt.ConnectionType = Qt.ConnectionType.AutoConnection,
    ) -> QMetaObject.Connection:
        """Call *slot*, or emit another signal, whenever this is emitted."""
        raise NotImplementedError

    def disconnect(self, receiver: QObject | QMetaObject.Connection) -> bool:
        """Call a slot no longer."""
        raise NotImplementedError

    def emit(self, *values: *Values) -> None:
        """Call every slot with these values."""
        raise NotImplementedError


def signal(*kinds: type) -> Any:
    """Make a signal, to be written down as a `SignalOf`.

    Args:
        kinds: a type for each value; what is no number, text or truth is an object.
    """
    plain = (int, float, str, bool)
    return Signal(*(kind if kind in plain else object for kind in kinds))
