"""Writes a script as YAML: only what is otherwise than usual."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from msgspec import NODEFAULT, Struct, structs

from sidecar_viz.pods.given.script import Script

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
TAKEN = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
INDENT = "  "


def script_text(script: Script) -> str:
    """Return the text of a script, from which the same is read again."""
    return block({"simulation": script.simulation, **plain_script(script)})


def plain_script(script: Script) -> dict[str, object]:
    """Return a script as dictionaries, lists and plain values, the usual left out."""
    return _told(script)


def _told(value: Struct) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in structs.fields(value):
        own: object = getattr(value, field.name)
        usual: object = field.default
        if field.default is NODEFAULT and field.default_factory is not NODEFAULT:
            usual = field.default_factory()
        if own != usual:
            found[field.encode_name] = _plain(own)
    return found


def _plain(value: object) -> object:
    if isinstance(value, Struct):
        return _told(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value


def block(fields: Mapping[str, object]) -> str:
    """Return fields as a block of YAML; what is small stands on one line."""
    return "".join(f"{line}\n" for line in _lines(fields, ""))


def _lines(fields: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        name = f"{indent}{_scalar(key)}:"
        if isinstance(value, dict) and value and not _small(value):
            yield name
            yield from _lines(value, indent + INDENT)
        elif isinstance(value, list) and value and not _small(value):
            yield name
            for item in value:
                yield f"{indent}{INDENT}- {_flow(item)}"
        else:
            yield f"{name} {_flow(value)}"


def _small(value: object) -> bool:
    inner = list(value.values()) if isinstance(value, dict) else value
    return isinstance(inner, list) and all(
        not isinstance(one, (dict, list)) for one in inner
    )


def _flow(value: object) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{_scalar(k)}: {_flow(v)}" for k, v in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(one) for one in value)}]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if PLAIN.fullmatch(text) and text.lower() not in TAKEN:
        return text
    return json.dumps(text, ensure_ascii=False)
