"""`sidecar-viz simulate`: plays a pod's manifest and prints what happens."""

from __future__ import annotations

import json
import sys
from math import inf
from pathlib import Path

from msgspec import Struct, structs

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError, for_terminal
from sidecar_viz.commands.standard_input import CALLED, STDIN, standard_input
from sidecar_viz.files.making.finding import ManifestError, TemplateError
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.deciding.words import as_of
from sidecar_viz.pods.given.lab_file import is_lab, read_lab
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.given.script_file import read_condition, read_script
from sidecar_viz.pods.lesson.lesson_file import text_of_lesson
from sidecar_viz.pods.lesson.told import Told
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.listing import read_listing
from sidecar_viz.pods.telling.as_json import plain_trace
from sidecar_viz.pods.telling.as_text import text_of_trace
from sidecar_viz.pods.telling.expecting import (
    Expectation,
    ExpectationError,
    difference,
    read_expectation,
)

FILLED_IN = "helm template … | sidecar-viz simulate -"
WELL, PROBLEMS, NOT_REACHED = 0, 1, 3
UNREADABLE = ("unreadable", "syntax", "encoding", "binary", "too-big", "empty")


class Given(Struct, frozen=True):
    """What is played: a pod, the script that came with it, and its manifest.

    *chosen* is the pod's name, if the manifest has several.
    """

    pod: Pod
    script: Script
    manifest: bytes
    chosen: str | None


def run_simulate(arguments: Arguments) -> int:
    """Play a manifest, print what happens, and compare it with what is expected."""
    try:
        data, name = _bytes_of(arguments.manifest)
        given = _given(arguments, data, name)
        pod = given.pod
        script = _script(arguments, given)
        wanted = [read_expectation(text, pod) for text in arguments.expect]
    except TemplateError as error:
        raise UsageError(f"{error}: {FILLED_IN}") from error
    except (ManifestError, ExpectationError) as error:
        raise UsageError(str(error)) from error
    except LessonError as error:
        return _tell_problems(error)
    trace = simulate(pod, script, arguments.kubernetes)
    pod = as_of(pod, arguments.kubernetes)
    if arguments.format == "lesson":
        listing = read_listing(given.manifest, name, given.chosen)
        until = inf if arguments.at is None else arguments.at
        _print_lesson(Told(pod, script, trace, listing, arguments.kubernetes, until))
    else:
        _print(arguments, pod, trace)
    return _verdict(arguments, pod, script, trace, wanted)


def _bytes_of(source: str) -> tuple[bytes, str]:
    if source != STDIN:
        return read_bytes(Path(source)), source
    return standard_input("a manifest"), CALLED


def _given(arguments: Arguments, data: bytes, name: str) -> Given:
    """Read a manifest, or a pod of the lab, which has its script with it."""
    wanted, version = arguments.pod, arguments.kubernetes
    if not is_lab(data):
        pod = read_pod(data, name, wanted, version)
        return Given(pod, Script(), data, wanted)
    lab, pod = read_lab(data, name, wanted, version)
    return Given(pod, lab.script, lab.manifest.encode("utf-8"), lab.chosen)


def _script(arguments: Arguments, given: Given) -> Script:
    """Return the script that is played: a file of its own goes before the given one."""
    pod, script = given.pod, given.script
    if arguments.script is not None:
        script = read_script(read_bytes(arguments.script), str(arguments.script), pod)
    if arguments.until is not None:
        until = read_condition(arguments.until, "--until", pod)
        script = structs.replace(script, until=until)
    if arguments.max_seconds is not None:
        script = structs.replace(script, max_seconds=arguments.max_seconds)
    return script


def _tell_problems(error: LessonError) -> int:
    """Print every problem with its place; return 2 if a file could not be read."""
    if error.problems[0].code in UNREADABLE:
        raise UsageError(*(str(problem) for problem in error.problems)) from error
    for problem in error.problems:
        print(for_terminal(str(problem)))
    return PROBLEMS


def _print(arguments: Arguments, pod: Pod, trace: Trace) -> None:
    if arguments.format == "json":
        print(json.dumps(plain_trace(trace), indent=2, ensure_ascii=False))
        return
    for line in text_of_trace(pod, trace, arguments.kubernetes, arguments.at):
        print(for_terminal(line))


def _print_lesson(told: Told) -> None:
    """Print the file of the lesson that the simulation makes."""
    print(text_of_lesson(told), end="")


def _verdict(
    arguments: Arguments,
    pod: Pod,
    script: Script,
    trace: Trace,
    wanted: list[Expectation],
) -> int:
    """Say what is otherwise than expected; return the exit code."""
    found = [difference(one, pod, trace, arguments.at) for one in wanted]
    for said in found:
        if said:
            print(for_terminal(f"sidecar-viz: {said}"), file=sys.stderr)
    if any(found):
        return PROBLEMS
    if script.until is not None and trace.end is None:
        print("sidecar-viz: what --until waits for was not reached", file=sys.stderr)
        return NOT_REACHED
    return WELL
