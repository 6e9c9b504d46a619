"""Checks the environment variables of a container, and where they come from."""

from __future__ import annotations

from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.names import (
    key_faults,
    subdomain_faults,
    variable_faults,
)
from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.checking.versions import minor

OF_FIELDS = (
    *("metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName"),
    *("spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP"),
    "status.podIPs",
)
OF_RESOURCES = tuple(
    f"{kind}.{what}"
    for kind in ("limits", "requests")
    for what in ("cpu", "ephemeral-storage", "memory")
)
SOURCES = ("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef")
FILES = minor("1.35")  # from here on fileKeyRef is one of the sources
ALSO_FILES = (*SOURCES, "fileKeyRef")


def check_variables(faults: Faults, container: Spot) -> None:
    """Check env and envFrom of a container."""
    for variable in container["env"].items():
        name = variable["name"]
        for why in variable_faults(name.text, faults.version) if name.text else ():
            faults.invalid(name, why)
        if variable["valueFrom"].written:
            _check_source(faults, variable["valueFrom"], variable["value"].text)
    for one in container["envFrom"].items():
        _check_whole(faults, one, container["envFrom"])


def _check_source(faults: Faults, source: Spot, value: str) -> None:
    known = ALSO_FILES if faults.version >= FILES else SOURCES
    found = [name for name in ALSO_FILES if source[name].written]
    if not found:
        *first, last = (f"`{name}`" for name in known)
        why = f"must specify one of: {', '.join(first)} or {last}"
        faults.invalid(source, why, value='""')
    elif value:
        why = "may not be specified when `value` is not empty"
        faults.invalid(source, why, "Write value or valueFrom, not both.", '""')
    elif len(found) > 1:
        why = "may not have more than one field specified at a time"
        faults.invalid(source, why, value='""')
    for name in ("configMapKeyRef", "secretKeyRef"):
        if source[name].written:
            _check_key(faults, source[name])
    path = source["fieldRef"]["fieldPath"]
    if path.text and "['" not in path.text and path.text not in OF_FIELDS:
        faults.unsupported(path, OF_FIELDS)
    amount = source["resourceFieldRef"]["resource"]
    huge = amount.text.startswith(("limits.hugepages-", "requests.hugepages-"))
    if amount.text and amount.text not in OF_RESOURCES and not huge:
        faults.unsupported(amount, OF_RESOURCES)


def _check_key(faults: Faults, source: Spot) -> None:
    name, key = source["name"], source["key"]
    for why in subdomain_faults(name.text):
        faults.invalid(name, why)
    if not key.text:
        faults.required(key)
    for why in key_faults(key.text) if key.text else ():
        faults.invalid(key, why)


def _check_whole(faults: Faults, source: Spot, every: Spot) -> None:
    """Check an entry of envFrom; what is wrong with its form is said of the list."""
    found = [name for name in ("configMapRef", "secretRef") if source[name].written]
    place = Spot(source.node, every.path, source.at)
    if not found:
        why = "must specify one of: `configMapRef` or `secretRef`"
        faults.invalid(place, why, value='""')
    elif len(found) > 1:
        why = "may not have more than one field specified at a time"
        faults.invalid(place, why, value='""')
    for name in found:
        called = source[name]["name"]
        if not called.text:
            faults.required(called)
        for why in subdomain_faults(called.text) if called.text else ():
            faults.invalid(called, why)
    prefix = source["prefix"]
    for why in variable_faults(prefix.text, faults.version) if prefix.text else ():
        faults.invalid(prefix, why)
