"""Says what a complaint of YAML most likely means, in words its author can act on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.events import Event, ScalarEvent

from sidecar_viz.files.reading.lookalikes import (
    INDENT,
    UNSEEN,
    made_ordinary,
    named_with_way,
    odd_places,
)
from sidecar_viz.files.reading.problems import Location, Problem, in_quotes

Parse = Callable[[str], Iterator[Event]]
"""Reads a text, up to its first error."""

LIKELY = {
    "mapping values are not allowed": "put a text with a colon in it in quotes; or the"
    " line is indented too far",
    "a tab character": "indent with blanks, not with tabs",
    "cannot start any token": "indent with spaces, not with tabs; a text that begins"
    " with a sign such as @, % or ` needs quotes",
    "expected '-' indicator": "look for a line that is not indented like its"
    " neighbours",
    "expected key": "look for a line that is not indented like its neighbours, or a"
    " quote in the middle of a text",
    "expected <block end>": "look for a line that is not indented like its neighbours,"
    " or a quote in the middle of a text",
    "expected ':'": "a name needs its colon, and a text of several lines a >- before",
    "expected ',' or": "a bracket is not closed, or a text inside it needs quotes",
    "incompatible YAML document": "write %YAML 1.2, or leave that line out",
    "expected <document start>": "the text is over before this: look for three dots,"
    " or for a bracket or quote that is closed too early",
    "unknown directive": "a line that begins with % needs quotes, or goes",
    "expected the document start": "look for a line that is not indented like its"
    " neighbours",
}
"""For what YAML complains about, what has most likely happened."""

QUOTES, CLOSE = ('"', "'"), "close it where its text ends"
OWN_SIGNS = ("an alias", "an anchor", "a tag", "a block scalar", "keys are not allowed")
VALUE = re.compile(r"""^[ ]*(?:- +)*(?:[\w.-]+:[ ]+)?(?=(?P<sign>[*\[{]))""")
"""What stands before a value that begins with a sign which YAML takes for its own."""


def explained(
    text: str, name: str, error: yaml.MarkedYAMLError, parse: Parse
) -> Problem:
    """Return the problem that an *error* in the *text* of the file *name* means."""
    return (
        _open_quote(text, name, error, parse)
        or _odd_character(text, name, error, parse)
        or _sign(text, name, error)
        or _in_yaml_s_words(text, name, error)
    )


def _in_yaml_s_words(text: str, name: str, error: yaml.MarkedYAMLError) -> Problem:
    place = _place(text, name, error.problem_mark or error.context_mark)
    words = _words(error)
    likely = (f"; {LIKELY[part]}" for part in LIKELY if part in words)
    return Problem(place, "syntax", words + next(likely, ""))


def _words(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.context, error.problem) if part)


def _odd_character(
    text: str, name: str, error: yaml.MarkedYAMLError, parse: Parse
) -> Problem | None:
    """Find a character that looks like another one or like nothing, and is the cause.

    The reader takes it for a letter and stumbles in that line or in the next one; with
    what belongs there it gets farther.
    """
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    before = _yaml_lines(text[: _index(text, mark.line)])
    above = [n for n, line in enumerate(before) if not COMMENT.match(line)]
    for number in (mark.line, *above[-1:]):
        start, line = _index(text, number), _line(text, number)
        places = odd_places(line, near=number == mark.line)
        better = text[:start] + made_ordinary(line, places) + text[start + len(line) :]
        beside = "\n" not in text[start : _index(text, mark.line)]
        unseen = beside and any(UNSEEN.match(line, at) for at in places)
        if places and (unseen or _farther(better, mark, parse)):
            return _named_in_line(text, name, start + places[0])
    return None


def _farther(text: str, mark: Any, parse: Parse) -> bool:
    """Return whether YAML finds no fault up to where it stumbled before."""
    try:
        for _ in parse(text):
            pass
    except yaml.MarkedYAMLError as error:
        end = error.problem_mark
        return end is not None and (end.line, end.column) > (mark.line, mark.column)
    except yaml.YAMLError:
        return False
    return True


def _named_in_line(text: str, name: str, at: int) -> Problem:
    """Name the odd character at *at*, in a line as editors count them."""
    row, begin = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
    how = "begins with" if INDENT.fullmatch(text, begin, at) else "has"
    place = Location(name, row, at - begin + 1)
    return Problem(place, "syntax", f"line {row} {how} {named_with_way(text[at])}")


def _sign(text: str, name: str, error: yaml.MarkedYAMLError) -> Problem | None:
    """Find the sign that begins a text, if YAML takes it for its own."""
    words, problem = _words(error), error.problem_mark
    mark = problem
    if any(part in words for part in OWN_SIGNS):
        mark = error.context_mark or problem
    if mark is None or problem is None:
        return None
    line = _line(text, mark.line)
    sign = line[mark.column : mark.column + 1]
    if any(part in words for part in OWN_SIGNS) and sign and sign in "*&!|>?":
        return Problem(_place(text, name, mark), "syntax", in_quotes(sign))
    if "entries are not allowed" in words and sign == "-":
        message = f"a list begins in the line below its name; {in_quotes(sign)}"
        return Problem(_place(text, name, mark), "syntax", message)
    if "node content" in words and sign and sign in ",]}":
        return Problem(_place(text, name, mark), "syntax", in_quotes(sign))
    begun = VALUE.match(line)
    if any(part in words for part in NO_KEY) and begun and begun.end() < problem.column:
        place = _place(text, name, problem)._replace(column=begun.end() + 1)
        return Problem(place, "syntax", in_quotes(begun["sign"]))
    return None


def _line(text: str, number: int) -> str:
    return _yaml_lines(text[_index(text, number) :])[0]


def _index(text: str, number: int) -> int:
    """Return where a line begins, as YAML counts lines."""
    breaks = YAML_BREAK.finditer(text)
    ends = [found.end() for _, found in zip(range(number), breaks, strict=False)]
    return ends[-1] if ends else 0


def _yaml_lines(text: str) -> list[str]:
    """Split as YAML does; a line keeps a break that is not an ordinary one."""
    return [line.rstrip("\n") for line in re.split("(?<=[\n\x85\u2028\u2029])", text)]


NO_KEY = ("expected key", "expected <block end>")
COMMENT = re.compile(r"\s*(?:#|$)")
YAML_BREAK = re.compile("[\n\x85\u2028\u2029]")


def _place(text: str, name: str, mark: Any) -> Location:
    """Locate a *mark* as editors count, for which only ordinary breaks end a line."""
    if mark is None:
        return Location(name)
    at = _index(text, mark.line) + mark.column
    begin = text.rfind("\n", 0, at) + 1
    return Location(name, text.count("\n", 0, at) + 1, at - begin + 1)


def _open_quote(
    text: str, name: str, error: yaml.MarkedYAMLError, parse: Parse
) -> Problem | None:
    """Find the quote that was not closed, if that is the cause of the error.

    It is closed by the next quote, many lines below; what follows then makes no sense.
    """
    ends = "end of stream" in str(error.problem)
    if ends and error.context_mark and "quoted scalar" in str(error.context):
        place = _place(text, name, error.context_mark)
        return Problem(place, "syntax", f"this quote is not closed; {CLOSE}")
    last: Any = None
    try:
        for event in parse(text):
            if type(event) is ScalarEvent and event.style in QUOTES:
                last = event
    except yaml.MarkedYAMLError:
        pass
    line = error.problem_mark.line if error.problem_mark else -1
    if last is None or not last.start_mark.line < last.end_mark.line == line:
        return None
    message = (
        f"this quote is closed only in line {line + 1}, and more follows there; {CLOSE}"
    )
    return Problem(_place(text, name, last.start_mark), "syntax", message)
