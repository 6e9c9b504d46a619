"""The list of everything that packages carry, in the form of CycloneDX."""

from __future__ import annotations

import json
import re
import subprocess
import uuid
from datetime import UTC, datetime
from pathlib import Path

from artefacts.common import BUILD, DIST, LOCK, VERSION, epoch
from artefacts.portable import NAME
from artefacts.site import runtime_lock

LICENCES = {
    "msgspec": "BSD-3-Clause",
    "pygments": "BSD-2-Clause",
    "pyside6-essentials": "LGPL-3.0-only",
    "pyyaml": "MIT",
    "shiboken6": "LGPL-3.0-only",
}
OURS = {
    "type": "application",
    "name": "sidecar-viz",
    "version": VERSION,
    "purl": f"pkg:pypi/sidecar-viz@{VERSION}",
    "licenses": [{"expression": "MIT AND OFL-1.1"}],
}


FONTS = tuple(
    {
        "type": "library",
        "name": f"{name} (cut down, renamed)",
        "version": version,
        "licenses": [{"license": {"id": "OFL-1.1"}}],
    }
    for name, version in (("Inter", "3.019"), ("JetBrains Mono", "2.242"))
)


def build_sbom() -> Path:
    """The list, in dist/: the same for the same lock."""
    parts = [*locked(), *inside_qt(), *FONTS, *of_the_system()]
    name = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([OURS, parts], sort_keys=True))
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{name}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch(), UTC).isoformat(),
            "component": OURS,
        },
        "components": parts,
    }
    path = DIST / "sidecar-viz-sbom.cdx.json"
    path.write_text(json.dumps(listed, indent=1) + "\n", "utf-8")
    return path


def locked() -> list[dict[str, object]]:
    """The Python packages that the program needs, with the sums of their files."""
    rows = runtime_lock(LOCK.read_text("utf-8")).splitlines()
    return [_package(row) for row in rows]


def _package(row: str) -> dict[str, object]:
    name, version = row.split(maxsplit=1)[0].split("==")
    sums = re.findall(r"sha256:([0-9a-f]{64})", row)
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "licenses": [{"license": {"id": LICENCES[name]}}],
        "properties": [{"name": "file:sha256", "value": value} for value in sums],
    }


def inside_qt() -> list[dict[str, object]]:
    """What Qt's wheel carries and its own metadata does not say."""
    rows = runtime_lock(LOCK.read_text("utf-8"))
    qt = re.search(r"pyside6-essentials==(\S+)", rows)
    version = qt[1] if qt else ""
    return [
        _library("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}"),
        _library("ICU", "73", "Unicode-DFS-2016", "pkg:generic/icu@73"),
    ]


def of_the_system() -> list[dict[str, object]]:
    """The Debian packages whose libraries are in the portable folder."""
    places = BUILD / "portable" / NAME / "licences"
    found = []
    for notice in sorted(places.glob("lib*.txt")):
        ask = ["dpkg-query", "--show", "--showformat=${Version}", notice.stem]
        told = subprocess.run(ask, check=False, capture_output=True, text=True)
        version = told.stdout.partition(")")[0].strip()
        if told.returncode == 0:
            purl = f"pkg:deb/debian/{notice.stem}@{version}"
            found.append(_library(notice.stem, version, "", purl))
    return found


def _library(name: str, version: str, licence: str, purl: str) -> dict[str, object]:
    part: dict[str, object] = {"type": "library", "name": name, "version": version}
    if licence:
        part["licenses"] = [{"license": {"id": licence}}]
    return {**part, "purl": purl}
