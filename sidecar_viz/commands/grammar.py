"""Declares to argparse what the command line understands."""

from __future__ import annotations

import argparse
from pathlib import Path

from sidecar_viz import __version__
from sidecar_viz.commands.given.numbers import position, rate, seconds, size, step
from sidecar_viz.core.sheets import SHEETS

THEMES = ("light", "dark", "contrast", "projector")
VERSIONS = ("1.28", "1.29", "1.33", "1.36")  # of Kubernetes, to simulate
WAYS = """
other commands:
  sidecar-viz lessons               list the lessons
  sidecar-viz new NAME              make a small lesson to start from
  sidecar-viz edit FILE             show a lesson while you write it
  sidecar-viz check PATH...         find what is wrong in lesson files
  sidecar-viz upgrade FILE          write a lesson in the newest format
  sidecar-viz describe LESSON       print a lesson as text or JSON
  sidecar-viz export LESSON OUT.png draw one step into a file; OUT.pdf: paper,
                                    OUT.pptx: slides, OUT.md: a text with pictures,
                                    OUT.html: a web page that plays the lesson
  sidecar-viz simulate MANIFEST     play a pod as Kubernetes would; tell what happens
  sidecar-viz lab [MANIFEST]        play, break and change a pod in a window
  sidecar-viz schema                print the JSON Schema of lesson files, for editors
"""


def window_parser() -> argparse.ArgumentParser:
    """Make the parser for `sidecar-viz [LESSON]`."""
    parser = argparse.ArgumentParser(
        prog="sidecar-viz",
        description="Show how the Kubernetes sidecar pattern works, with shapes.",
        epilog=WAYS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "lesson",
        nargs="?",
        metavar="LESSON",
        help="a lesson's name or a path to its file; without it, the sidecar lesson",
    )
    parser.add_argument("--step", type=step, metavar="N", help="begin at this step")
    _add_theme(parser)
    _add_what_if(parser)
    parser.add_argument(
        "--present",
        action="store_true",
        help="begin presenting, on the second screen if there is one",
    )
    parser.add_argument(
        "--selftest",
        type=Path,
        metavar="OUT.png",
        help="open the window, save its first picture, say how long it took, and end",
    )
    _add_version(parser)
    return parser


def commands_parser() -> argparse.ArgumentParser:
    """Make the parser for all other commands."""
    parser = argparse.ArgumentParser(prog="sidecar-viz", allow_abbrev=False)
    _add_version(parser)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("lessons", help="list the lessons that are bundled and found")
    _new(commands.add_parser("new", help="make a small lesson to start from"))
    edit = commands.add_parser("edit", help="show a lesson while you write it")
    edit.add_argument("lesson", metavar="FILE", help="it is read at each saving")
    _add_theme(edit)
    _check(commands.add_parser("check", help="find what is wrong in lesson files"))
    upgrade = commands.add_parser("upgrade", help="write a lesson in the newest format")
    upgrade.add_argument("paths", nargs=1, type=Path, metavar="FILE")
    _describe(commands.add_parser("describe", help="print a lesson as computed"))
    _export(commands.add_parser("export", help="write a step or a lesson to a file"))
    _simulate(commands.add_parser("simulate", help="play a pod as Kubernetes would"))
    _lab(commands.add_parser("lab", help="play, break and change a pod in a window"))
    commands.add_parser("schema", help="print the JSON Schema of lesson files")
    return parser


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="NAME", help="lower-case letters, digits and hyphens"
    )
    parser.add_argument(
        "--from",
        dest="source",
        default="blank",
        metavar="SOURCE",
        help="blank (a small lesson with comments), loop, messages or pointer (the "
        "same for programs, networks and data structures), a lesson's name or file, or "
        "the manifest of a pod (YAML or JSON): its containers, volumes, mounts and "
        "first steps are drawn from it; - reads standard input",
    )
    _add_pod(parser, "drawn")
    parser.add_argument(
        "--into",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="the folder for it; else this one",
    )


def _check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Exit code 0: no problem; 1: problems; 2: a file that cannot be read."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    _add_format(parser, "sarif")


def _describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON")
    _add_what_if(parser)
    _add_format(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON")
    parser.add_argument(
        "out",
        type=Path,
        metavar="OUT",
        help="OUT.png or OUT.svg: one step; OUT.pdf: that, or paper, see --sheet; "
        "OUT.pptx: slides; OUT.md: a text with its pictures in a folder beside it; "
        "OUT.mp4 or OUT.webm: a film; OUT.gif or OUT.webp: a looping picture; "
        "OUT.html: a web page that plays the lesson",
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--step", type=step, metavar="N", help="a step, 0 is the start")
    place.add_argument(
        "--at", type=position, metavar="F", help="a place between steps, such as 3.4"
    )
    place.add_argument(
        "--ending",
        action="store_true",
        help="what the lesson shows after its last step",
    )
    parser.add_argument("--size", type=size, metavar="WxH", help="in pixels")
    _add_theme(parser, "light")
    _add_what_if(parser)
    parser.add_argument(
        "--notes",
        action="store_true",
        help="in a handout (OUT.pdf): the teacher's notes and the quiz's answers; in "
        "slides and texts: the notes",
    )
    parser.add_argument(
        "--sheet",
        choices=SHEETS,
        help="what OUT.pdf is: a handout of all steps, a worksheet for pupils or with "
        "the answers for the teacher, cards A to D, cards to review, the manifest, or "
        "the pictures, a page for each; with --step it is one picture",
    )
    parser.add_argument(
        "--rate", type=rate, metavar="N", help="of a film: frames a second, 1 to 60"
    )
    parser.add_argument(
        "--captions",
        choices=("burnt", "beside"),
        default="burnt",
        help="of a film: written below the stage, or in a file OUT.vtt beside it",
    )
    parser.add_argument(
        "--window",
        action="store_true",
        help="the whole window as a learner sees it, rather than the stage alone",
    )
    parser.add_argument(
        "--picture",
        type=Path,
        metavar="SVG",
        help="one more picture for the whole lesson, such as a run's time line",
    )
    parser.add_argument(
        "--progress",
        action="store_true",
        help="for other programs: print how much is done, a line for each percent, and "
        "stop when standard input ends",
    )


def _lab(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "opened",
        nargs="?",
        metavar="MANIFEST",
        help="of a pod, or of what makes pods, or a saved run; - reads standard input; "
        "without it, an example",
    )
    _add_script(parser)
    _add_pod(parser, "played")
    parser.add_argument(
        "--at", type=seconds, metavar="SECONDS", help="begin at this second"
    )
    _add_kubernetes(parser)
    _add_theme(parser)


def _add_script(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--script",
        type=Path,
        metavar="FILE",
        help="what the containers do, and what is done to the pod; see docs/lab.md",
    )


def _add_pod(parser: argparse.ArgumentParser, done: str) -> None:
    parser.add_argument(
        "--pod",
        metavar="NAME",
        help=f"which pod of the manifest is {done}, as web or Pod/web; else its first",
    )


def _add_kubernetes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--version",
        dest="kubernetes",
        choices=VERSIONS,
        default=VERSIONS[-1],
        help="of Kubernetes; else the newest",
    )


def _simulate(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Exit code 0: played, also if the pod failed; 1: manifest or script have "
        "problems, or something is not as expected; 2: unreadable, or wrong usage; 3: "
        "what --until waits for was not reached."
    )
    parser.add_argument(
        "manifest",
        metavar="MANIFEST",
        help="of a pod, or of what makes pods, as YAML or JSON, or a saved run; - "
        "reads standard input",
    )
    _add_script(parser)
    _add_pod(parser, "played")
    parser.add_argument(
        "--at", type=seconds, metavar="SECONDS", help="tell it up to this second"
    )
    _add_kubernetes(parser)
    parser.add_argument(
        "--expect",
        action="append",
        default=[],
        metavar="WHAT",
        help="such as phase=Succeeded or 'logger ends-after web'; may be repeated",
    )
    parser.add_argument(
        "--until",
        metavar="COND",
        help="play until this is so, such as 'phase: Running'",
    )
    parser.add_argument(
        "--max-seconds", type=seconds, metavar="N", help="play no longer; else 600"
    )
    _add_format(parser, "lesson")


def _add_theme(parser: argparse.ArgumentParser, usual: str = "the system's") -> None:
    parser.add_argument("--theme", choices=THEMES, help=f"colours; else {usual}")


def _add_what_if(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--what-if", metavar="ID", help="one of the lesson's what-ifs")


def _add_format(parser: argparse.ArgumentParser, *more: str) -> None:
    known = ("text", "json", *more)
    parser.add_argument("--format", choices=known, default="text")


def _add_version(parser: argparse.ArgumentParser) -> None:
    message = f"sidecar-viz {__version__}"
    parser.add_argument("--version", action="version", version=message)
