"""A pod as the simulator knows it: containers, probes, hooks and volumes as values."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from msgspec import Struct

from sidecar_viz.pods.given.places import Places

Kind = Literal["init", "sidecar", "regular", "ephemeral"]
Policy = Literal["Always", "OnFailure", "Never"]
PullPolicy = Literal["Always", "IfNotPresent", "Never"]
ProbeName = Literal["startup", "liveness", "readiness"]
RuleAction = Literal["Restart", "RestartAllContainers"]
DEFAULT_GRACE = 30


class Probe(Struct, frozen=True):
    """How a container is asked; delay, period, timeout and grace in seconds."""

    initial_delay: int = 0
    period: int = 10
    timeout: int = 1
    failures: int = 3
    successes: int = 1
    grace: int | None = None


class Hook(Struct, frozen=True):
    """A postStart or preStop hook; *sleep* is set where the manifest lets it sleep.

    *command* is what it runs in the container, () if it asks by HTTP or sleeps.
    """

    sleep: float | None = None
    command: tuple[str, ...] = ()


class Rule(Struct, frozen=True):
    """A rule on exit codes: what is done if the code is (or is not) one of *codes*."""

    action: RuleAction
    codes: tuple[int, ...]
    among: bool = True

    def fits(self, code: int) -> bool:
        """Return whether the rule speaks of this exit code."""
        return (code in self.codes) == self.among


class Need(Struct, frozen=True):
    """A ConfigMap or Secret that is asked for, such as secret/db."""

    name: str
    optional: bool = False


class Container(Struct, frozen=True):
    """A container of any of the three lists; *memory* is its limit in MiB.

    *needs* is what its variables are read from, *command* what it runs, with its
    arguments; commands are neither run nor guessed at.
    """

    name: str
    kind: Kind = "regular"
    image: str = ""
    pull_policy: PullPolicy = "IfNotPresent"
    policy: Policy | None = None
    rules: tuple[Rule, ...] = ()
    startup: Probe | None = None
    liveness: Probe | None = None
    readiness: Probe | None = None
    post_start: Hook | None = None
    pre_stop: Hook | None = None
    mounts: tuple[str, ...] = ()
    memory: float | None = None
    stop_signal: str = "SIGTERM"
    line: int = 1
    needs: tuple[Need, ...] = ()
    command: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it counts for READY: regular containers and sidecars do."""
        return self.kind in ("regular", "sidecar")


class Volume(Struct, frozen=True):
    """A volume and its kind, such as emptyDir; *needs* is what it shows."""

    name: str
    kind: str = "emptyDir"
    needs: tuple[Need, ...] = ()


class LeftOut(Struct, frozen=True):
    """Something that is right, but not played, and why if that is not plain.

    *where* is the name of a container, "" for the pod, or the kind of what makes the
    pod, such as Deployment. *field* is "" where no field of the pod is meant.
    """

    where: str
    field: str
    reason: str = ""

    @property
    def owner(self) -> str:
        """Whose field it is, in words."""
        if not self.where:
            return "the pod"
        return f"the {self.where}" if self.where[0].isupper() else self.where

    def text(self) -> str:
        """Say what is left out."""
        what = f"{self.field} of {self.owner}" if self.field else ""
        return ": ".join(part for part in (what, self.reason) if part)


class Pod(Struct, frozen=True, dict=True):
    """A pod; *grace* and *deadline* are seconds, *left_out* says what is not played.

    *places* has the lines of the manifest in which its fields stand.
    """

    name: str
    containers: tuple[Container, ...]
    volumes: tuple[Volume, ...] = ()
    policy: Policy = "Always"
    grace: int = DEFAULT_GRACE
    deadline: int | None = None
    host_network: bool = False
    gates: tuple[str, ...] = ()
    origin: str = "Pod"
    left_out: tuple[LeftOut, ...] = ()
    places: Places = Places()

    @cached_property
    def inits(self) -> tuple[Container, ...]:
        """The entries of initContainers, in list order, sidecars among them."""
        return tuple(c for c in self.containers if c.kind in ("init", "sidecar"))

    @cached_property
    def regular(self) -> tuple[Container, ...]:
        """The entries of containers, in list order."""
        return tuple(c for c in self.containers if c.kind == "regular")

    @cached_property
    def ephemeral(self) -> tuple[Container, ...]:
        """The ephemeral containers."""
        return tuple(c for c in self.containers if c.kind == "ephemeral")

    @cached_property
    def objects(self) -> tuple[str, ...]:
        """The ConfigMaps and Secrets that it asks for, such as secret/db."""
        needs = [need for one in self.containers for need in one.needs]
        needs += [need for volume in self.volumes for need in volume.needs]
        return tuple(dict.fromkeys(need.name for need in needs))

    @property
    def address(self) -> str:
        """Which address it is reached at, in words."""
        return "the node's address" if self.host_network else "an address of its own"

    @cached_property
    def by_name(self) -> dict[str, Container]:
        """Every container by its name."""
        return {c.name: c for c in self.containers}
