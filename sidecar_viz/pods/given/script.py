"""The script of a simulation: what containers do, and what is done to the pod."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from sidecar_viz.pods.given.pod import ProbeName

FORMAT = 1
MOST_SECONDS = 600.0
Seconds = float
MOST_CODE = 255  # a process exits with 8 bits
ExitCode = Annotated[int, Meta(ge=0, le=MOST_CODE)]
Result = Literal["success", "fail", "success-when-started"]
State = Literal["waiting", "running", "terminated"]
HookField = Literal["post-start", "pre-stop"]
Verb = Literal[
    "delete",
    "set-image",
    "volume-unavailable",
    "volume-available",
    "object-missing",
    "object-available",
    "set-condition",
    "sandbox-lost",
    "kubelet-restart",
    "signal",
    "checkpoint",
    "set-probe",
    "exit",
    "oom",
    "hang",
    "slow-start",
    "set-hook",
    "evict",
]


class OnSigterm(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """Seconds that a process works on after SIGTERM, and the code it exits with."""

    after: Seconds = 0.0
    exit_code: ExitCode = 0


class Run(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """One life of a process; *run* None is for ever."""

    start_delay: Seconds = 0.0
    run: Seconds | None = None
    exit_code: ExitCode = 0


class Image(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """How long the pull takes, and whether it works."""

    pull_seconds: Seconds = 0.0
    pull: Literal["ok", "fail"] = "ok"


class Memory(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """MiB that a process needs more each second."""

    grows: float = 0.0


class HookRun(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """What a hook does; *sleep* is another word for *run*."""

    start_delay: Seconds = 0.0
    run: Seconds | None = 0.0
    exit_code: ExitCode = 0
    log: str | None = None
    sleep: Seconds | None = None
    completes: Literal["when-started"] | None = None


class ProbeRun(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """What a probe finds, and how many seconds it takes."""

    result: Result = "success"
    success_until: Seconds | None = None
    takes: Seconds = 0.0
    after_sigterm: Literal["fail"] | None = None
    log: str | None = None

    @property
    def steady(self) -> bool:
        """Whether the answer is the same at all times."""
        return self.success_until is None and self.result != "success-when-started"


class ProbeRuns(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """What each of a container's probes finds."""

    startup: ProbeRun = ProbeRun()
    liveness: ProbeRun = ProbeRun()
    readiness: ProbeRun = ProbeRun()


class Life(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """What a container's process does; unless told it runs for ever."""

    start_delay: Seconds = 0.0
    run: Seconds | None = None
    exit_code: ExitCode = 0
    on_sigterm: OnSigterm | Literal["ignore"] = OnSigterm()
    runs: tuple[Run, ...] = ()
    image: Image = Image()
    memory: Memory = Memory()
    post_start: HookRun | None = None
    pre_stop: HookRun | None = None
    probes: ProbeRuns = ProbeRuns()

    def run_of(self, number: int) -> Run:
        """Return what its start with a *number*, from 0, does; the last one repeats."""
        if self.runs:
            return self.runs[min(number, len(self.runs) - 1)]
        return Run(start_delay=self.start_delay, run=self.run, exit_code=self.exit_code)


class When(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """What must hold; of all fields that are set, each."""

    phase: str | None = None
    phase_in: tuple[str, ...] | None = None
    state: tuple[str, State] | None = None
    started: tuple[str, bool] | None = None
    restart_count: tuple[str, Literal["<", "<=", "==", "=", ">=", ">"], int] | None = (
        None
    )
    waiting: tuple[str, str] | None = None
    condition: tuple[str, str] | None = None
    last_terminated: str | None = None
    deleting: bool | None = None
    pod_deleted: bool | None = None
    mount_failing: bool | None = None
    seconds: Seconds | None = None
    seconds_after_running: Seconds | None = None
    seconds_after_delete: Seconds | None = None
    seconds_after_action: Seconds | None = None
    all: tuple[When, ...] = ()

    @property
    def containers(self) -> tuple[str, ...]:
        """The containers that it names."""
        pairs = (self.state, self.started, self.restart_count, self.waiting)
        own = tuple(pair[0] for pair in pairs if pair)
        last = (self.last_terminated,) if self.last_terminated else ()
        return own + last + tuple(n for inner in self.all for n in inner.containers)


class Action(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """What is done to the pod, and when; the fields after *do* belong to some verbs."""

    do: Verb
    when: When | None = None
    after_seconds: Seconds = 0.0
    grace_period_seconds: int | None = None
    container: str | None = None
    image: str | None = None
    pull: Literal["ok", "fail"] = "ok"
    pull_seconds: Seconds | None = None
    volume: str | None = None
    object: str | None = None
    type: str | None = None
    status: Literal["True", "False", "Unknown"] = "True"
    remove_exited_init: bool = False
    signal: str = "SIGTERM"
    name: str | None = None
    probe: ProbeName | None = None
    result: Result = "fail"
    exit_code: ExitCode | None = None
    seconds: Seconds | None = None
    hook: HookField | None = None

    def told(self) -> dict[str, Any]:
        """Return what was done, for the trace, without when it was to be done."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        usual = msgspec.to_builtins(Action(do=self.do))
        return {
            key: value
            for key, value in plain.items()
            if key == "do"
            or (key not in ("when", "after-seconds") and value != usual[key])
        }


class Script(
    Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True
):
    """A whole script; *until* None: until nothing will happen any more.

    *missing* are ConfigMaps and Secrets that are not there, such as secret/db.
    """

    simulation: int = FORMAT
    containers: dict[str, Life] = {}
    missing: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    until: When | None = None
    max_seconds: Seconds = MOST_SECONDS

    def life(self, name: str) -> Life:
        """Return what a container does; unless told, what all do."""
        return self.containers.get(name, USUAL)


USUAL = Life()
