"""Reads which ConfigMaps and Secrets a container or a volume asks for."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.given.pod import Need

KINDS = {"configMap": "configmap", "secret": "secret"}


def needs_of_variables(container: Spot) -> Iterator[Need]:
    """Yield what variables are read from: first envFrom, then env."""
    for source in container["envFrom"].items():
        for field, kind in KINDS.items():
            yield from _need(source[f"{field}Ref"], kind)
    for variable in container["env"].items():
        for field, kind in KINDS.items():
            yield from _need(variable["valueFrom"][f"{field}KeyRef"], kind)


def needs_of_volume(volume: Spot) -> Iterator[Need]:
    """Yield what a volume shows; a projected one shows several."""
    yield from _need(volume["configMap"], "configmap")
    yield from _need(volume["secret"], "secret", "secretName")
    for source in volume["projected"]["sources"].items():
        for field, kind in KINDS.items():
            yield from _need(source[field], kind)


def _need(spot: Spot, kind: str, called: str = "name") -> Iterator[Need]:
    if spot[called].text:
        yield Need(f"{kind}/{spot[called].text}", spot["optional"].true)
