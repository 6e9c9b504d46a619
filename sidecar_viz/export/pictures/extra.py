"""A picture that comes with a lesson, such as the time line of a pod's run."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from msgspec import Struct

SVG = "{http://www.w3.org/2000/svg}"
USUAL = "Picture"


class Extra(Struct, frozen=True):
    """An SVG with its title, and what it shows in words; "" if it does not say so."""

    title: str
    describe: str
    svg: bytes


def extra_of(svg: bytes) -> Extra:
    """Read title and description of an SVG.

    Raises:
        ValueError: it is no SVG; the text says why.
    """
    if b"<!ENTITY" in svg:
        raise ValueError("it defines entities, which no picture needs")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - nothing in it can grow
    except ET.ParseError as error:
        raise ValueError(f"it is no SVG: {error}") from error
    if root.tag != f"{SVG}svg":
        raise ValueError(f"it is no SVG, but begins with {root.tag}")
    if not root.get("viewBox") and not (root.get("width") and root.get("height")):
        raise ValueError("it has no size: give its svg a viewBox")
    title = (root.findtext(f"{SVG}title") or "").strip()
    describe = (root.findtext(f"{SVG}desc") or "").strip()
    return Extra(title or USUAL, describe or title or USUAL, svg)
