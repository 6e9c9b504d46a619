"""Writes resources/kubernetes/fields.txt anew, from Kubernetes' published schemas.

    python packaging/write_kubernetes_fields.py [WHEEL]

The schemas of all versions come in one wheel of the Python index, which is downloaded
unless it is given. It is needed here only, never by the program.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "resources" / "kubernetes" / "fields.txt"
SOURCE = "kubernetes-validate==1.36.0"
VERSIONS = tuple(f"1.{minor}" for minor in range(28, 37))
KINDS = {
    "core.v1": ("Pod", "PodTemplate", "ReplicationController"),
    "apps.v1": ("DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"),
    "batch.v1": ("CronJob", "Job"),
}
HEAD = f"""\
# The fields of Kubernetes' objects that pods are made from, {VERSIONS[0]} to {VERSIONS[-1]}.
# Written by packaging/write_kubernetes_fields.py from the published schemas.
#
# A type, at the first column; with the apiVersion if it is an object's kind. Below it
# its fields: name, ! if the schema wants it, type ([T]: a list, {{T}}: a map by name),
# then the version that it came with, or, behind a hyphen, the last that had it.
"""  # noqa: E501
SIMPLE = {"string": "string", "boolean": "bool", "number": "float", "object": "Any"}

Schema = Mapping[str, Any]
Types = dict[str, Schema]


def schemas(wheel: Path, version: str) -> Types:
    """Read the types of a version of Kubernetes, by their full names."""
    name = f"kubernetes_validate/kubernetes-json-schema/v{version}.0-local"
    with zipfile.ZipFile(wheel) as packed:
        known: Types = json.loads(packed.read(f"{name}/_definitions.json"))["$defs"]
    return known


def reached(types: Types) -> dict[str, Schema]:
    """Return what leads from the kinds to their last fields, by short names."""
    todo = [f"io.k8s.api.{group}.{kind}" for group in KINDS for kind in KINDS[group]]
    found: dict[str, Schema] = {}
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        short = name.rpartition(".")[2]
        if short in found:
            raise SystemExit(f"two types are called {short}")
        found[short] = types[name]
        for field in types[name].get("properties", {}).values():
            todo += [name for name, _ in _parts(field) if "." in name]
    return found


def _parts(field: Schema) -> Iterator[tuple[str, str]]:
    """Yield the type of a field, and the brackets around it."""
    if "$ref" in field:
        yield field["$ref"].rpartition("/")[2], ""
        return
    for key, brackets in (("items", "[]"), ("additionalProperties", "{}")):
        if isinstance(field.get(key), dict):
            for name, inner in _parts(field[key]):
                yield name, brackets + inner
            return
    kind = field["type"]
    kind = next(k for k in kind if k != "null") if isinstance(kind, list) else kind
    yield field["format"] if kind == "integer" else SIMPLE[kind], ""


def _written(field: Schema) -> str:
    """Write the type of a field, such as [EnvVar]."""
    ((name, brackets),) = _parts(field)
    short = name.rpartition(".")[2]
    for one in range(len(brackets) // 2):
        opened, closed = brackets[-2 - 2 * one], brackets[-1 - 2 * one]
        short = f"{opened}{short}{closed}"
    return short


def table(every: Mapping[str, dict[str, Schema]]) -> Iterator[str]:
    """Yield the lines of the table; *every* has the types of each version."""
    groups = {kind: group for group, kinds in KINDS.items() for kind in kinds}
    newest = every[VERSIONS[-1]]
    for name in sorted(set().union(*every.values())):
        parts = {
            v: types[name].get("properties", {}) for v, types in _with(every, name)
        }
        if not any(parts.values()):
            continue
        group = groups.get(name, "").replace(".", "/").removeprefix("core/")
        yield f"{name} {group}".rstrip()
        wanted = set(newest.get(name, {}).get("required", ()))
        for field in sorted(set().union(*parts.values())):
            versions = [v for v in parts if field in parts[v]]
            mark = "!" if field in wanted else ""
            kind = _written(parts[versions[-1]][field])
            yield f" {field}{mark} {kind} {_ages(versions)}".rstrip()


def _with(
    every: Mapping[str, dict[str, Schema]], name: str
) -> Iterator[tuple[str, dict[str, Schema]]]:
    yield from ((v, types) for v, types in every.items() if name in types)


def _ages(versions: list[str]) -> str:
    """Say since when and until when a field is known; nothing if it is as ever."""
    first, last = versions[0], versions[-1]
    if versions != list(VERSIONS[VERSIONS.index(first) : VERSIONS.index(last) + 1]):
        raise SystemExit(f"a field comes and goes: {versions}")
    since = "" if first == VERSIONS[0] else first
    return since + ("" if last == VERSIONS[-1] else f"-{last}")


def main() -> None:
    """Write the table."""
    with tempfile.TemporaryDirectory() as folder:
        if len(sys.argv) > 1:
            wheel = Path(sys.argv[1])
        else:
            load = ("pip", "download", "--no-deps", "--dest", folder, SOURCE)
            subprocess.run([sys.executable, "-m", *load], check=True)
            wheel = next(Path(folder).glob("*.whl"))
        every = {version: reached(schemas(wheel, version)) for version in VERSIONS}
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(HEAD + "\n".join(table(every)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
