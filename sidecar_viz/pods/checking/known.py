"""The fields of Kubernetes' objects: their types, and the versions that know them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.pods.checking.versions import minor

FOR_EVER = 999
SIMPLE = ("string", "bool", "int32", "int64", "float")
ODD = ("Quantity", "IntOrString", "Time", "Any", "FieldsV1")


class Known(Struct, frozen=True):
    """A field: *kind* is its type, in brackets for a list, in braces for a map.

    *since* and *until* are the minor versions of Kubernetes 1 that know it.
    """

    kind: str
    required: bool = False
    since: int = 0
    until: int = FOR_EVER

    def known_in(self, version: int) -> bool:
        """Return whether that minor version knows it."""
        return self.since <= version <= self.until


class Table(Struct, frozen=True):
    """All types by their names, and the apiVersion of each kind of object."""

    types: Mapping[str, Mapping[str, Known]]
    versions: Mapping[str, str]

    def fields(self, kind: str) -> Mapping[str, Known] | None:
        """Return the fields of a type; None if it is no group of fields."""
        return self.types.get(kind)


@cache
def known_fields() -> Table:
    """Read the table that packaging/write_kubernetes_fields.py has written.

    Raises:
        LessonError: ("unreadable") the program's own files are not whole.
    """
    path = data_folder() / "resources" / "kubernetes" / "fields.txt"
    types: dict[str, dict[str, Known]] = {}
    versions: dict[str, str] = {}
    fields: dict[str, Known] = {}
    for line in read_bytes(path).decode("utf-8").splitlines():
        if line.startswith(" "):
            name, kind, *ages = line.split()
            fields[name.removesuffix("!")] = _field(kind, ages, name.endswith("!"))
        elif not line.startswith("#"):
            name, *group = line.split()
            fields = types[name] = {}
            versions.update((name, one) for one in group)
    return Table(types, versions)


def _field(kind: str, ages: list[str], required: bool) -> Known:  # noqa: FBT001 - a column
    if not ages:
        return Known(kind, required)
    since, _, until = ages[0].partition("-")
    return Known(
        kind,
        required,
        minor(since) if since else 0,
        minor(until) if until else FOR_EVER,
    )
