"""Puts actions into a script, so that what was before them stays to the last digit."""

from __future__ import annotations

from msgspec import structs

from sidecar_viz.pods.asking.breaking.words import Break
from sidecar_viz.pods.given.script import Action, Script, When
from sidecar_viz.pods.running.recorder import Trace

ROOM = 120.0  # seconds that are played on at least after what was done


def with_break(
    script: Script, trace: Trace, t: float, chosen: Break, value: int | None = None
) -> Script:
    """Return the script with a break at a second; all before that stays as it is.

    *value* is the exit code, the grace or the seconds, if others than usual. Breaks
    add up: what was done in the run up to *t* comes before it, all else after it.
    """
    actions = tuple(_valued(action, value) for action in chosen.actions)
    waits = any(a.when is not None and a.when.state is not None for a in actions)
    holds = chosen.takes_hold
    at = holds if waits and isinstance(holds, float) else t
    return with_actions(script, trace, at, actions)


def with_actions(
    script: Script, trace: Trace, at: float, new: tuple[Action, ...]
) -> Script:
    """Return the script with new actions at a second of the run that *trace* tells.

    A script's actions are carried out one after another, so the new ones come after
    those that were done up to then. What was to come next keeps its second if that was
    known already, as it was counted from something before the new ones.
    """
    done = sum(1 for t, _ in trace.actions if t <= at)
    coming = script.actions[done:]
    if coming:
        coming = (_kept(script, trace, done, at), *coming[1:])
    return structs.replace(
        script,
        actions=(*script.actions[:done], *new, *coming),
        max_seconds=max(script.max_seconds, at + ROOM),
    )


def _kept(script: Script, trace: Trace, done: int, at: float) -> Action:
    """Return the first action that was still to come, with a second of its own."""
    action = script.actions[done]
    if done >= len(trace.actions):
        return action
    due = trace.actions[done][0]
    counted = action.when is not None and action.when.seconds_after_action is not None
    if counted or (action.after_seconds and due - action.after_seconds <= at):
        return structs.replace(action, when=When(seconds=due), after_seconds=0.0)
    return action


def _valued(action: Action, value: int | None) -> Action:
    """Return an action with what was chosen in the field that its verb has for it."""
    if value is None:
        return action
    if action.do == "exit":
        return structs.replace(action, exit_code=value)
    if action.do == "delete":
        return structs.replace(action, grace_period_seconds=value)
    if action.do in ("slow-start", "set-hook") and action.exit_code is None:
        return structs.replace(action, seconds=value)
    return action
