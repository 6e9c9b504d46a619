"""What can be proved here of the packages that are finished elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from artefacts.common import BUILD, DESKTOP_ID, ROOT, VERSION, do, need_tools, say
from artefacts.portable import NAME

from checks.drills import displays
from checks.room import Room, require, why_not

PACKAGING = ROOT / "packaging"


def check_others() -> None:
    """Desktop files, AppDir, Flatpak manifest, Windows installer."""
    check_desktop_files()
    check_installer()
    check_manifest()
    check_workflows()
    root = BUILD / f"{NAME}.AppDir"
    if not root.exists():
        say("    skipped: AppDir (packaging/build appdir makes it)")
    else:
        check_appdir(root)


def check_desktop_files() -> None:
    """The tools of the desktops find nothing wrong."""
    need_tools("desktop-file-validate", "appstreamcli", "mandoc")
    linux = PACKAGING / "linux"
    said = do("desktop-file-validate", linux / f"{DESKTOP_ID}.desktop")
    require(not said.strip(), said)
    do("appstreamcli", "validate", "--no-net", linux / f"{DESKTOP_ID}.metainfo.xml")
    said = do("mandoc", "-T", "lint", "-W", "warning", linux / "sidecar-viz.1")
    require(not said.strip(), said)
    for shell in ("bash", "zsh", "fish"):
        if shutil.which(shell):
            do(shell, "-n", linux / f"sidecar-viz.{shell}")
        else:
            say(f"    skipped: completion of {shell} (it is not here)")


def check_workflows() -> None:
    """The release workflow has no mistakes that can be seen without running it."""
    if not shutil.which("actionlint"):
        say("    skipped: workflows (actionlint is not here)")
        return
    do("actionlint", cwd=ROOT)


def check_installer() -> None:
    """The Windows installer compiles, with a stand-in for what it installs."""
    need_tools("makensis")
    with tempfile.TemporaryDirectory() as place:
        program = Path(place, "program")
        (program / "_internal").mkdir(parents=True)
        (program / "sidecar-viz.exe").write_bytes(b"MZ")
        (program / "_internal" / "a.dll").write_bytes(b"MZ")
        out = Path(place, f"sidecar-viz-{VERSION}-windows.exe")
        named = (f"-DVERSION={VERSION}", f"-DPROGRAM={program}", f"-DOUT={out}")
        script = PACKAGING / "windows" / "installer.nsi"
        do("makensis", "-V2", "-WX", *named, script, cwd=script.parent)
        require(out.stat().st_size > 50_000, "the installer is empty")


def check_manifest() -> None:
    """The Flatpak manifest is read by flatpak-builder; it asks for no network."""
    manifest = PACKAGING / "flatpak" / f"{DESKTOP_ID}.yml"
    text = manifest.read_text("utf-8")
    require("--share=network" not in text, "the Flatpak asks for the network")
    runtime = re.findall(r'^(?:runtime|base)-version: "(.+)"', text, re.MULTILINE)
    require(len(set(runtime)) == 1, f"runtime and base differ: {runtime}")
    if not shutil.which("flatpak-builder"):
        say("    skipped: Flatpak manifest (flatpak-builder is not here)")
        return
    for name in ("wheels", "program"):
        (BUILD / "flatpak" / name).mkdir(parents=True, exist_ok=True)
    said = do("flatpak-builder", "--show-manifest", manifest)
    require(DESKTOP_ID in said, said)


def check_appdir(root: Path) -> None:
    """AppRun starts it in a clean system; its metadata are those of a whole tree."""
    need_tools("appstreamcli")
    done = subprocess.run(
        ["appstreamcli", "validate-tree", "--no-net", str(root)],
        check=False,
        capture_output=True,
        text=True,
    )
    require(done.returncode == 0, done.stdout)
    reason = why_not()
    if reason:
        say(f"    skipped: AppRun ({reason})")
        return
    with Room("bookworm") as room:
        room.apt("libegl1", "libgl1")
        shutil.copytree(root, room.root / "opt" / root.name, symlinks=True)
        displays(room, (f"/opt/{root.name}/AppRun",))
