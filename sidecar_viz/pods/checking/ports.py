"""Checks the ports of containers: names, numbers, and who has the node's port."""

from __future__ import annotations

from collections.abc import Iterable

from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.names import HIGHEST_PORT, NO_PORT, port_name_faults
from sidecar_viz.pods.checking.spots import Spot


def check_ports(faults: Faults, container: Spot) -> None:
    """Check the ports of one container."""
    taken: set[str] = set()
    for port in container["ports"].items():
        name = port["name"]
        wrong = list(port_name_faults(name.text)) if name.text else []
        for why in wrong:
            faults.invalid(name, why)
        if name.text in taken and not wrong:
            faults.duplicate(name, name.text)
        if name.text:
            taken.add(name.text)
        number = port["containerPort"]
        if number.whole == 0 or not number.written:
            faults.required(number)
        for one in (number, port["hostPort"]):
            if one.whole and not 1 <= one.whole <= HIGHEST_PORT:
                faults.invalid(one, NO_PORT)


def check_host_ports(faults: Faults, containers: Iterable[Spot]) -> None:
    """Note a port of the node that two of these containers want."""
    taken: set[str] = set()
    for container in containers:
        for port in container["ports"].items():
            number = port["hostPort"]
            if number.whole:
                protocol = port["protocol"].text or "TCP"
                full = f"{protocol}/{port['hostIP'].text}/{number.whole}"
                if full in taken:
                    faults.duplicate(number, full)
                taken.add(full)


def check_host_network(faults: Faults, spec: Spot) -> None:
    """With the node's network, a port of the node is that of the container."""
    if not spec["hostNetwork"].true:
        return
    why = "must match `containerPort` when `hostNetwork` is true"
    for container in spec["containers"].items():
        for port in container["ports"].items():
            number = port["hostPort"]
            if number.whole and number.whole != port["containerPort"].whole:
                faults.invalid(number, why)
