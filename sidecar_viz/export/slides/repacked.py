"""Packs a file of slides anew, so that the same slides are the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

DAY = (2000, 1, 1, 0, 0, 0)
"""When every part was changed, as the archive says; a lesson has no date."""


def repacked(made: bytes, theme: bytes) -> bytes:
    """Pack parts in their order, dated alike; *theme* replaces each colour scheme.

    Args:
        made: a .pptx file.
        theme: what stands between the tags of a theme's first part, its elements.
    """
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            data = before.read(name)
            if name.startswith("ppt/theme/theme1."):
                data = _themed(data, theme)
            part = zipfile.ZipInfo(name, DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            part.create_system = 3  # wherever it is made
            after.writestr(part, data)
    return packed.getvalue()


def _themed(data: bytes, theme: bytes) -> bytes:
    """Put other colours and letters into a theme."""
    colours = re.compile(rb"<a:clrScheme.*?</a:clrScheme>.*?</a:fontScheme>", re.DOTALL)
    return colours.sub(lambda _: theme, data, count=1)
