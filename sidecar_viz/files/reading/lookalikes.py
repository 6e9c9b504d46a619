"""Names characters that cannot be seen, or that look like what YAML's signs look like.

Word processors, web pages and input methods put them in the place of blanks, colons,
hyphens and quotes; for YAML they are letters.
"""

from __future__ import annotations

import re

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
NOTHING = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
BREAKS = "\u0085\u2028\u2029"
COLONS = "\u2236\ua789\ufe55\uff1a"
DASHES = "\u2010-\u2015\u2022\u2043\u2212\ufe63\uff0d"
SINGLE, DOUBLE = "\u2018-\u201b\uff07", "\u201c-\u201f\u00ab\u00bb\uff02"
WIDE = "\uff01-\uff5e"

INSTEAD = (
    ("\u3000", "  ", "type ordinary blanks"),
    (BLANKS, " ", "type an ordinary blank"),
    (NOTHING, "", "take it out"),
    (BREAKS, "\n", "type an ordinary line break"),
    (COLONS, ": ", "type an ordinary colon, with a blank behind it"),
    (DASHES, "- ", "type an ordinary hyphen, with a blank behind it"),
    (SINGLE, "'", "type an ordinary quote, '"),
    (DOUBLE, '"', 'type an ordinary quote, "'),
)
"""For characters what they are taken for, and what to do about them."""

ALIKE = dict(
    zip(
        # ruff: noqa: RUF001
        "АВЕКМНОРСТХІЈЅаеорсухіјѕԁһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTXIJSaeopcyxijsdhqw" + "ABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters, and those of ours that they are taken for."""
OURS = re.compile("[A-Za-z]")

LOOKED_AT = 1000
"""How many characters of a line are looked at; nobody reads on."""

UNSEEN = re.compile(f"[{BLANKS}{NOTHING}{BREAKS}]")
SIGNS = COLONS + DASHES + SINGLE + DOUBLE + WIDE
HIDDEN = re.compile(f"[{BLANKS}{NOTHING}{BREAKS}{SIGNS}]")
"""What is never in an id, the name of a field or a number."""

INDENT = re.compile(f"[ {BLANKS}{NOTHING}]*")
HYPHEN = re.compile(f"(?:-(?=[ {BLANKS}{NOTHING}])|[{DASHES}])[ {BLANKS}{NOTHING}]*")
NAME = re.compile(
    rf"[\w.{BLANKS}{NOTHING}{DASHES}-]{{1,80}}?[{BLANKS}{NOTHING} ]*"
    rf"(?::(?=[ {BLANKS}{NOTHING}{BREAKS}]|$)|[{COLONS}])[{BLANKS}{NOTHING}]*"
)
QUOTE = re.compile(f"[ ]*(?:[{SINGLE}]|(?P<double>[{DOUBLE}]))")
FLOW = re.compile(r"[ ]*[\[{]")
IN_FLOW = re.compile(f"[{BLANKS}{NOTHING}{WIDE}]|(?<=[:,{{\\[] )[{SINGLE}{DOUBLE}]")


def odd_places(line: str, *, near: bool) -> list[int]:
    """Find odd characters where a *line* has its indent, hyphens, name and colon.

    Texts may hold what they like. With *near*, also look at the quote that begins a
    text, and in braces.
    """
    line = line[:LOOKED_AT]
    at = INDENT.match(line)
    end = at.end() if at else 0
    while hyphen := HYPHEN.match(line, end):
        end = hyphen.end()
    named = NAME.match(line, end)
    end = named.end() if named else end
    places = [found.start() for found in HIDDEN.finditer(line, 0, end)]
    if near:
        quote = QUOTE.match(line, end)
        kind = (DOUBLE if quote["double"] else SINGLE) if quote else ""
        if kind:
            places += [
                end + n
                for n, char in enumerate(line[end:])
                if re.match(f"[{kind}]", char)
            ]
        if FLOW.match(line, end):
            places += [found.start() for found in IN_FLOW.finditer(line, end)]
    places += [found.start() for found in re.finditer(f"[{BREAKS}]", line)]
    return places


def made_ordinary(line: str, places: list[int]) -> str:
    """Return the *line* with what belongs at these *places*."""
    chars = [*line]
    for place in places:
        meant = _meant(line[place])[0]
        sign_alone = meant.strip() and line[place + 1 : place + 2] == " "
        chars[place] = meant.rstrip() if sign_alone else meant
    return "".join(chars)


def held(text: str) -> str:
    """Return "; it holds a no-break space (U+00A0); ..." if a word holds the like."""
    found = HIDDEN.search(text)
    odd = found[0] if found else _alike(text)
    return f"; it holds {named_with_way(odd)}" if odd else ""


def held_colon(text: str) -> str:
    """Return what `held` does for a colon that is none, or ""."""
    return held("".join(re.findall(f"[{COLONS}]", text)))


def unseen(text: str) -> str:
    """Return the name of the first character of a *text* that nobody makes out.

    It cannot be seen, or is taken for one of ours; "" if there is none.
    """
    found = UNSEEN.search(text)
    odd = found[0] if found else _alike(text)
    return _named(odd) if odd else ""


def _alike(text: str) -> str:
    """Return a letter among ours that is taken for one of them, or ""."""
    mixed = OURS.search(text)
    return next((char for char in text if mixed and char in ALIKE), "")


def named_with_way(char: str) -> str:
    """Name a character, with its number, and say what to do about it."""
    return f"{_named(char)}; {_meant(char)[1]}"


def _meant(char: str) -> tuple[str, str]:
    for chars, instead, way in INSTEAD:
        if re.match(f"[{chars}]", char):
            return instead, way
    ordinary = ALIKE.get(char) or chr(ord(char) - 0xFEE0)
    return ordinary, f"type an ordinary {ordinary}"


def _named(char: str) -> str:
    import unicodedata  # noqa: PLC0415 - only needed once something is wrong

    name = unicodedata.name(
        char, "next-line sign" if char == "\x85" else "sign"
    ).lower()
    article = "an" if name[0] in "aeiou" else "a"
    return f"{article} {name} (U+{ord(char):04X})"
