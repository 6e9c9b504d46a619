"""A cause in words, without its effect."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.pods.asking.reasons.said import Field, RuleName


class Cause(Struct, frozen=True):
    """What has happened (*said*, no full stop), and the rule that explains it."""

    said: str
    more: str
    rule: RuleName
    rules: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    who: tuple[str, ...] = ()
