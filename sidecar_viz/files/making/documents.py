"""Parts a manifest's file into its documents, where YAML parts them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from sidecar_viz.files.reading.content import MAX_BYTES
from sidecar_viz.files.reading.document import read_document, wide_encoding
from sidecar_viz.files.reading.problems import LessonError, Location, Problem
from sidecar_viz.files.reading.tree import Node

BEGIN = re.compile(r"^\ufeff?---(?:[ \t]+(?P<rest>.*))?$")
END = re.compile(r"^\.\.\.(?:[ \t].*)?$")
ESCAPED = re.compile(r'\\[\\"]')
QUOTED = re.compile(r""""[^"\n]*"|'(?:''|[^'\n])*'|(?:^|(?<=\s))#.*""", re.MULTILINE)
"""What is in quotes, none of them escaped, and comments.

Quotes that are never closed are looked through once, not once for each escaped one.
"""
LINE = re.compile(r"\bline ([0-9]+)\b")
HALVES = ([False, True, False, True], [True, False, True, False])
"""Which of four bytes are nought where plain letters have two bytes each."""
TEMPLATE = "{{"


class Document(Struct, frozen=True):
    """One document: its text, and how many lines of the file stand before it."""

    text: str
    above: int

    def root(self, name: str) -> Node:
        """Read it; the places of problems are those in the file called *name*.

        Raises:
            LessonError: it is not YAML, or has braces within braces for a name.
        """
        return self.tree(name)[0]

    def tree(self, name: str) -> tuple[Node, list[Problem]]:
        """Read it, and what kubectl refuses in a text that can be read: doubled fields.

        Raises:
            LessonError: as `root`.
        """
        try:
            read = read_document(self.text.encode("utf-8"), name)
        except LessonError as error:
            raise LessonError(self._moved(error.problems)) from error
        odd = [problem for problem in read.problems if problem.code == "shape"]
        if odd and self.template_line() is not None:
            raise LessonError(self._moved(odd))
        twice = [problem for problem in read.problems if problem.code == "duplicate"]
        return read.root, [_as_of_kubectl(one) for one in self._moved([*odd, *twice])]

    def _moved(self, problems: Iterable[Problem]) -> list[Problem]:
        return [self._in_file(each) for each in problems]

    def _in_file(self, problem: Problem) -> Problem:
        """Give a problem the lines of the file, also those that its text names."""
        place, above = problem.place, self.above
        text = LINE.sub(lambda found: f"line {int(found[1]) + above}", problem.text)
        return problem._replace(
            place=place._replace(line=place.line + above), text=text
        )

    def template_line(self) -> int | None:
        """Return the line of the file where a template's braces stand bare."""
        bare = QUOTED.sub("", ESCAPED.sub("x", self.text))
        at = bare.find(TEMPLATE)
        return None if at < 0 else bare.count("\n", 0, at) + 1 + self.above


def _as_of_kubectl(problem: Problem) -> Problem:
    """Put before a problem with a text what kubectl says of any such."""
    line = problem.place.line
    said = f"error converting YAML to JSON: yaml: line {line}: {problem.text}"
    return problem._replace(text=said)


def documents(data: bytes, name: str) -> Iterator[Document]:
    """Yield the documents of a file that hold more than comments.

    A line of three hyphens, also with a comment behind it, begins one; a line of three
    dots ends one; what stands before on lines with a percent sign is left out.

    Raises:
        LessonError: the file is too big, or no text.
    """
    text = text_in(data, name)
    lines: list[str] = []
    begun = 0
    for number, line in enumerate(_lines(text)):
        begins = BEGIN.match(line)
        if begins or END.match(line):
            yield from _document(lines, begun)
            lines, begun = [(begins["rest"] or "") if begins else ""], number
        elif line.startswith("%") and _is_void(lines):
            lines.append("")
        else:
            lines.append(line.rstrip())
    yield from _document(lines, begun)


def in_utf8(data: bytes) -> bytes:
    """Return a file in UTF-8 if it is UTF-16, as Windows writes what programs print.

    What is neither is returned as it is; `text_in` says what is wrong with it.
    """
    if wide_encoding(data) == "UTF-16":
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-16").encode("utf-8")
    return data


def text_in(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a mark at its beginning.

    Raises:
        LessonError: the file is too big, or no such text.
    """
    data = in_utf8(data)
    if [not byte for byte in data[:4]] in HALVES:
        said = "this looks like UTF-16 without a mark; save it as UTF-8"
        raise LessonError([Problem(Location(name), "encoding", said)])
    with contextlib.suppress(UnicodeDecodeError):
        if len(data) <= MAX_BYTES:
            return data.decode("utf-8").removeprefix("\ufeff")
    read_document(data, name)  # says what is wrong, with the place
    return ""


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _document(lines: list[str], begun: int) -> Iterator[Document]:
    if _is_void(lines):
        return
    blank = next(number for number, line in enumerate(lines) if line.strip())
    yield Document("\n".join(lines[blank:]).rstrip("\n") + "\n", begun + blank)


def _is_void(lines: list[str]) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
