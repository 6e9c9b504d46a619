"""Makes a release: one number everywhere, everything checked, a commit and a tag.

packaging/dev release 0.2.0 does it; it changes nothing outside this checkout.
Pushing the tag starts .github/workflows/release.yml, which drafts the release.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from machine import ROOT, say

LINUX = ROOT / "packaging" / "linux"
METAINFO = LINUX / "io.github.sidecar_viz.SidecarViz.metainfo.xml"
VERSION = re.compile(r"\d+\.\d+\.\d+")
CHECKS = (("packaging/dev", "lint"), ("packaging/dev", "types"), ("packaging/test",))


def main() -> int:
    """Write, check, commit, tag; or say why not. 2 is wrong usage, 1 a failed check."""
    version = sys.argv[1] if len(sys.argv) == 2 else ""
    reason = why_not(version, (ROOT / "CHANGELOG.md").read_text("utf-8"))
    if reason:
        say(f"no release: {reason}")
        return 2
    day = datetime.now(UTC).date().isoformat()
    for path, change in changes(version, day).items():
        path.write_text(change(path.read_text("utf-8")), "utf-8")
    for command in CHECKS:
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            say(f"no release: {' '.join(command)} failed; git restore . takes it back")
            return 1
    git("commit", "--all", "--message", f"Release {version}")
    git("tag", "--annotate", f"v{version}", "--message", f"sidecar_viz {version}")
    say(f"done; publish it with: git push origin HEAD v{version}")
    return 0


def why_not(version: str, changelog: str) -> str:
    """Say what keeps *version* from being released now, or nothing."""
    if not VERSION.fullmatch(version):
        return "give the version as three numbers: packaging/dev release 0.2.0"
    if git("status", "--porcelain"):
        return "there are changes that are not committed"
    if git("tag", "--list", f"v{version}"):
        return f"there is a tag v{version} already"
    if f"## [{version}]" in changelog:
        return f"CHANGELOG.md has a part for {version} already"
    told = changelog.partition("## [Unreleased]")[2].partition("\n## [")[0]
    if "\n- " not in told:
        return "CHANGELOG.md says nothing under Unreleased"
    return ""


class Change:
    """A replacement that has to find its place exactly once."""

    def __init__(self, pattern: str, text: str) -> None:
        self.pattern, self.text = re.compile(pattern, re.MULTILINE), text

    def __call__(self, source: str) -> str:
        """The changed text."""
        changed, places = self.pattern.subn(self.text, source)
        if places != 1:
            raise SystemExit(
                f"{self.pattern.pattern} is there {places} times, not once"
            )
        return changed


def changes(version: str, day: str) -> dict[Path, Change]:
    """What is written where."""
    row = f'<release version="{version}" date="{day}"'
    return {
        ROOT / "sidecar_viz" / "__init__.py": Change(
            r'^__version__ = ".*"$', f'__version__ = "{version}"'
        ),
        ROOT / "CHANGELOG.md": Change(
            r"^## \[Unreleased\]$", f"## [Unreleased]\n\n## [{version}] - {day}"
        ),
        METAINFO: Change(
            r'(  <releases>\n)(?: *<release [^>]*type="development"/>\n)?',
            rf"\1    {row}/>\n",
        ),
        LINUX / "sidecar-viz.1": Change(
            r'^(\.TH SIDECAR-VIZ 1) \S+ "sidecar_viz \S+"',
            rf'\1 {day} "sidecar_viz {version}"',
        ),
    }


def git(*words: str) -> str:
    """What git says."""
    done = subprocess.run(
        ["git", *words], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
