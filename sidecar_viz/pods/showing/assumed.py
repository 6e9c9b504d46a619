"""What a script assumes of a container, in a few words."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Container
from sidecar_viz.pods.given.script import Life


def on_its_own(life: Life) -> str:
    """Say how long a process runs, and how it ends, or that it grows."""
    if life.memory.grows > 0:
        return f"grows {life.memory.grows:g} MiB a second"
    if life.runs:
        number = len(life.runs)
        return f"{number} runs as the script says" if number > 1 else _run(life)
    return _run(life)


def _run(life: Life) -> str:
    first = life.run_of(0)
    if first.run is None:
        return "runs for ever"
    after = seconds(first.run)
    return (
        f"each run {after}, then exit {first.exit_code}"
        if first.exit_code
        else f"ends after {after}"
    )


def when_told(life: Life, signal: str = "SIGTERM") -> str:
    """Say what a process does when it gets the *signal* that asks it to end."""
    how = life.on_sigterm
    if how == "ignore":
        return f"ignores {signal}"
    after = f"ends after {seconds(how.after)}" if how.after else "ends at once"
    code = f", exit {how.exit_code}" if how.exit_code else ""
    return f"on {signal} {after}{code}"


def until_ready(container: Container, life: Life) -> str:
    """Say when it answers its probes, if that is not at once."""
    delay = life.run_of(0).start_delay
    if not delay or (container.startup is None and container.readiness is None):
        return ""
    return f"listens {seconds(delay)} after its start"


def seconds(value: float) -> str:
    """Write a length of time, such as "4 s", "0.5 s" or "5 min 30 s"."""
    if value >= 120:
        minutes, rest = divmod(round(value), 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((hours, "h"), (minutes, "min"), (rest, "s"))
        return " ".join(f"{n} {unit}" for n, unit in parts if n)
    return f"{round(value, 2):g} s"
