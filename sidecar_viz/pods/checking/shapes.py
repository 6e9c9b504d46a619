"""Compares a manifest with the table of fields: unknown, wrong type, missing."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.files.reading.problems import NO_FIX
from sidecar_viz.files.reading.tree import Fields
from sidecar_viz.pods.checking.faults import Faults, quoted
from sidecar_viz.pods.checking.known import SIMPLE, Known, Table, known_fields
from sidecar_viz.pods.checking.quantities import NO_QUANTITY, billionths
from sidecar_viz.pods.checking.spots import Spot, Value
from sidecar_viz.pods.checking.words import WORDS

JSON: dict[str, tuple[Value, ...]] = {
    "string": ("string",),
    "Time": ("string",),
    "bool": ("bool",),
    "int32": ("number",),
    "int64": ("number",),
    "float": ("number",),
    "Quantity": ("string", "number"),
    "IntOrString": ("string", "number"),
}
"""What JSON may have for a simple type."""

RANGE = {"int32": 2**31, "int64": 2**63}
NOT_ASKED = {
    *(("HTTPHeader", "value"), ("Sysctl", "value"), ("ISCSIVolumeSource", "lun")),
    *(("SleepAction", "seconds"), ("GRPCAction", "port"), ("HTTPGetAction", "port")),
    *(("TCPSocketAction", "port"), ("JobSpec", "template"), ("CronJob", "spec")),
    *(("DeploymentSpec", "template"), ("StatefulSetSpec", "template")),
    *(("DaemonSetSpec", "template"), ("ConfigMapKeySelector", "key")),
    ("PodReadinessGate", "conditionType"),
}
"""Fields that the schema wants; the API server does without, or says it otherwise."""


class Shapes:
    """Walks through an object, along the types of its fields."""

    def __init__(self, faults: Faults, table: Table) -> None:
        self._faults, self._table = faults, table

    def check(self, spot: Spot, kind: str) -> None:
        """Compare what is written at a spot with the fields of a type."""
        fields = self._table.fields(kind)
        if fields is None or not isinstance(spot.node, Fields):
            return
        for name in spot.node.nodes:
            known = fields.get(name)
            if known is None or not known.known_in(self._faults.version):
                self._unknown(spot, name, known, tuple(fields))
            elif spot.path or name != "status":  # which is the cluster's own
                self._field(spot[name], known, kind, name)
        for name, known in fields.items():
            if known.required and name not in spot.names():
                self._missing(spot[name], kind, name)

    def _field(self, spot: Spot, known: Known, owner: str, name: str) -> None:
        for inner, kind in self._inner(spot, known.kind, owner):
            if kind in JSON:
                self._simple(inner, kind, owner)
            elif kind in self._table.types:
                if inner.value not in ("object", "nothing"):
                    self._wrong_type(inner, f"v1.{kind}", owner)
                else:
                    self.check(inner, kind)
        words = WORDS.get((owner.removeprefix("Ephemeral"), name), ())
        if words and spot.value == "string" and spot.text and spot.text not in words:
            self._faults.unsupported(spot, words)
        if (
            known.required
            and spot.value in ("string", "array")
            and not (spot.text or any(spot.items()))
        ):
            self._missing(spot, owner, name)

    def _inner(self, spot: Spot, kind: str, owner: str) -> Iterator[tuple[Spot, str]]:
        """Yield what is within lists and maps, each with its type."""
        if kind[0] not in "[{":
            yield spot, kind
            return
        inner, wanted = kind[1:-1], "array" if kind[0] == "[" else "object"
        if spot.value not in (wanted, "nothing"):
            go = f"[]{_go(inner)}" if wanted == "array" else f"map[string]{_go(inner)}"
            self._wrong_type(spot, go, owner)
            return
        parts = (
            spot.items() if wanted == "array" else (one for _, one in spot.entries())
        )
        for part in parts:
            yield from self._inner(part, inner, owner)

    def _simple(self, spot: Spot, kind: str, owner: str) -> None:
        if not spot.written or spot.value in JSON[kind]:
            self._number(spot, kind, owner)
            return
        if kind == "Quantity":
            self._faults.add(spot, "type", f"{spot.path}: {NO_QUANTITY}")
            return
        self._wrong_type(spot, _go(kind), owner)

    def _number(self, spot: Spot, kind: str, owner: str) -> None:
        """Look closer at numbers and amounts, whose type alone does not say enough."""
        if kind == "Quantity" and spot.written and billionths(spot.text) is None:
            plain = "Write an amount such as 500m, 2 or 64Mi."
            self._faults.add(spot, "value", f"{spot.path}: {NO_QUANTITY}", plain)
        if kind in RANGE and spot.written:
            whole = spot.whole
            if whole is None or not -RANGE[kind] <= whole < RANGE[kind]:
                self._wrong_type(spot, kind, owner, f"number {spot.text}")

    def _wrong_type(self, spot: Spot, go: str, owner: str, what: str = "") -> None:
        steps = [step.partition("[")[0] for step in spot.path.split(".")]
        said = (
            f"{spot.path}: json: cannot unmarshal {what or spot.value} into Go struct "
            f"field {owner}.{'.'.join(steps)} of type {go}"
        )
        self._faults.add(spot, "type", said, _wanted(spot, go))

    def _unknown(
        self, spot: Spot, name: str, known: Known | None, others: tuple[str, ...]
    ) -> None:
        path = spot[name].path
        said = f"strict decoding error: unknown field {quoted(path)}"
        version = self._faults.version
        code, fix = "unknown", NO_FIX
        if known is None:
            plain, fix = self._faults.near(name, others)
        elif known.since > version:
            code = "newer"
            plain = f"It came with Kubernetes 1.{known.since}; this is 1.{version}."
        else:
            plain = f"It is gone since Kubernetes 1.{known.until + 1}."
        self._faults.add(spot.key(name), code, said, plain, fix=fix)

    def _missing(self, spot: Spot, owner: str, name: str) -> None:
        if (owner, name) not in NOT_ASKED:
            self._faults.required(spot)


def check_shape(faults: Faults, root: Spot, kind: str) -> None:
    """Note what of an object of a *kind* is unknown, of a wrong type, or missing."""
    Shapes(faults, known_fields()).check(root, kind)


def _go(kind: str) -> str:
    if kind in SIMPLE:
        return kind
    return {"Quantity": "resource.Quantity", "IntOrString": "intstr.IntOrString"}.get(
        kind, f"v1.{kind}"
    )


def _wanted(spot: Spot, go: str) -> str:
    """Say in a plain sentence what to write."""
    if go.startswith("[]"):
        return "Write a list here, each entry behind a hyphen."
    if go in RANGE:
        return "Write a whole number here, without quotes."
    if go == "string":
        return (
            f"Write it in quotes: {quoted(spot.text)}."
            if spot.text
            else "Write a text here."
        )
    if go == "bool":
        return "Write true or false here, without quotes."
    return "Write fields here, each with its name." if spot.value != "object" else ""
