"""Make the bundled faces from Debian's Inter and JetBrains Mono, under own names.

On Debian 12, from the top of the project:

    apt-get install fonts-inter fonts-jetbrains-mono
    python -m pip install fonttools==4.68.0
    python packaging/make_fonts.py

The same sources give the same bytes, so a second run changes nothing.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found]  # run by hand, rarely
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]  # as above

RANGES = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x017F),  # Latin-1, Extended-A
    (0x0218, 0x021B),  # Romanian
    (0x0300, 0x0304),  # combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x0491),  # Ukrainian
    (0x1E9E, 0x1E9E),  # capital sharp s
    (0x2000, 0x20BF),  # punctuation, superscripts, currencies
    (0x2100, 0x214F),  # letter-like
    (0x2190, 0x23FF),  # arrows, mathematics, key caps
    (0x2500, 0x259F),  # boxes
    (0x25A0, 0x27BF),  # geometric shapes, symbols, check marks
)

FEATURES = [
    *("ccmp", "locl", "kern", "mark", "mkmk"),
    *("tnum", "pnum", "zero", "case", "frac", "numr", "dnom", "sups", "subs"),
]

# Marks that a source lacks borrow the glyph of a sibling it has.
BORROWED = {0x2714: 0x2713, 0x2715: 0x2717, 0x2716: 0x2717}

WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}

REGULAR_BIT, BOLD_BIT, MAC_BOLD = 1 << 6, 1 << 5, 1


@dataclass(frozen=True)
class Source:
    """One upstream family: where its files lie, and what ours is called."""

    pattern: str
    family: str
    styles: tuple[str, ...]


SOURCES = (
    Source(
        "opentype/inter/Inter-{}.otf",
        "Sidecar Sans",
        ("Regular", "Medium", "SemiBold", "Bold"),
    ),
    Source(
        "truetype/jetbrains-mono/JetBrainsMono-{}.ttf",
        "Sidecar Mono",
        ("Medium", "Bold"),
    ),
)


def make_face(path: Path, family: str, style: str) -> TTFont:
    """Read the upstream face at *path* and give back ours, ready to save."""
    font = TTFont(path, recalcTimestamp=False)
    borrow_marks(font)
    keep_what_is_used(font)
    rename(font, family, style)
    set_weight(font, style)
    return font


def borrow_marks(font: TTFont) -> None:
    """Let every mark the source lacks be drawn by its sibling's glyph."""
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for missing, sibling in BORROWED.items():
            if sibling in table.cmap:
                table.cmap.setdefault(missing, table.cmap[sibling])


def keep_what_is_used(font: TTFont) -> None:
    """Drop the glyphs outside RANGES and the features outside FEATURES.

    Contextual alternates and ligatures go on purpose: a lesson shows `->` and `!=`
    as they are typed. Hints go because moving text must not jump to whole pixels.
    """
    options = subset.Options(
        layout_features=FEATURES,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14],
        notdef_outline=True,
        drop_tables=["DSIG"],
        recalc_timestamp=False,
        hinting=False,
    )
    wanted = subset.Subsetter(options)
    wanted.populate(
        unicodes=[code for first, last in RANGES for code in range(first, last + 1)],
    )
    wanted.subset(font)


def rename(font: TTFont, family: str, style: str) -> None:
    """Name the face so that systems see one family with its weights.

    Names 1 and 2 know only Regular and Bold; 16 and 17 carry what those cannot say.
    """
    basic = style in {"Regular", "Bold"}
    postscript = f"{family}-{style}".replace(" ", "")
    version = font["name"].getDebugName(5)
    names = {
        1: family if basic else f"{family} {style}",
        2: style if basic else "Regular",
        3: f"{postscript}; from {font['name'].getDebugName(6)}; {version}",
        4: f"{family} {style}",
        6: postscript,
    }
    if not basic:
        names |= {16: family, 17: style}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        rename_outlines(font, family, style)


def rename_outlines(font: TTFont, family: str, style: str) -> None:
    """Give the names kept inside a CFF table the new family too."""
    outlines = font["CFF "].cff
    outlines.fontNames[0] = f"{family}-{style}".replace(" ", "")
    top = outlines.topDictIndex[0]
    top.FamilyName, top.FullName, top.Weight = family, f"{family} {style}", style


def set_weight(font: TTFont, style: str) -> None:
    """Write the weight where font matching looks for it."""
    font["OS/2"].usWeightClass = WEIGHTS[style]
    bold = style == "Bold"
    kept = font["OS/2"].fsSelection & ~(REGULAR_BIT | BOLD_BIT)
    font["OS/2"].fsSelection = kept | (BOLD_BIT if bold else REGULAR_BIT)
    font["head"].macStyle = MAC_BOLD if bold else 0


def main() -> None:
    """Make every face and say how large each became."""
    parser = argparse.ArgumentParser(description="Make the bundled fonts.")
    parser.add_argument("--source", type=Path, default=Path("/usr/share/fonts"))
    parser.add_argument("--into", type=Path, default=Path("resources/fonts"))
    wish = parser.parse_args()
    wish.into.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        for style in source.styles:
            path = wish.source / source.pattern.format(style)
            name = f"{source.family}-{style}".replace(" ", "") + path.suffix
            make_face(path, source.family, style).save(wish.into / name)
            print(f"{(wish.into / name).stat().st_size:>7} {name}")


if __name__ == "__main__":
    main()
