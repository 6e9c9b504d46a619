"""Clean systems to install into: minimal Debians, each thrown away after its check."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from artefacts.common import BUILD, do, need_tools, say

BASES = BUILD / "chroots"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
ENTER = """\
set -e
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
exec chroot "$root" "$@"
"""
TRIES = 3  # an archive that does not answer at once often does a moment later
APT = ("apt-get", "-o", f"Acquire::Retries={TRIES}")
CLOSED = ("http_proxy", "https_proxy", "no_proxy")


@dataclass(frozen=True)
class Done:
    """What a command in a room said."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Both streams."""
        return self.out + self.err


def why_not() -> str | None:
    """Say why no clean system can be made here; None if it can."""
    if os.geteuid() != 0:
        return "clean systems need root"
    if not shutil.which("apt-get"):
        return "clean systems are made with Debian's debootstrap"
    able = subprocess.run(
        ["unshare", "--mount", "true"], check=False, capture_output=True
    )
    return "this container may not mount" if able.returncode else None


def base(suite: str) -> Path:
    """A minimal Debian, made once."""
    place = BASES / suite
    if not (place / "etc" / "debian_version").exists():
        need_tools("debootstrap")
        say(f"  making a minimal Debian {suite}")
        BASES.mkdir(parents=True, exist_ok=True)
        debootstrapped(suite, TRIES).rename(place)
    return place


def debootstrapped(suite: str, tries: int) -> Path:
    """A minimal Debian under a name of no meaning, tried so many times at most."""
    raw = Path(tempfile.mkdtemp(dir=BASES))
    try:
        do("debootstrap", "--variant=minbase", suite, raw)
    except SystemExit as failure:
        shutil.rmtree(raw)
        if tries == 1:
            raise
        say(f"  once more: {failure}")
        return debootstrapped(suite, tries - 1)
    raw.chmod(0o755)
    return raw


class Room:
    """A clean system of its own, with the host's network and displays.

    Everything started inside sees only the room's files; its mounts end with it.
    """

    def __init__(self, suite: str) -> None:
        self.suite = suite
        self.root = Path(tempfile.mkdtemp(prefix=f"room-{suite}-"))

    def __enter__(self) -> Self:
        do("cp", "-a", "--reflink=auto", f"{base(self.suite)}/.", self.root)
        self.root.chmod(0o755)
        for name in ("resolv.conf", "hosts"):
            shutil.copyfile(f"/etc/{name}", self.root / "etc" / name)
        (self.root / "run" / "display").mkdir(parents=True, mode=0o700)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.root)

    def command(self, *words: str, **environ: str) -> tuple[list[str], dict[str, str]]:
        """The words and the environment that run a command inside."""
        enter = ["unshare", "--mount", "sh", "-c", ENTER, "enter", str(self.root)]
        fixed = {"PATH": PATH, "HOME": "/root", "LANG": "C.UTF-8"}
        passed = {n: os.environ[n] for n in CLOSED if n in os.environ}
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        return [*enter, *words], {**passed, **fixed, **quiet, **environ}

    def run(self, *words: str, **environ: str) -> Done:
        """Run a command to its end."""
        command, settings = self.command(*words, **environ)
        done = subprocess.run(
            command,
            env=settings,
            check=False,
            capture_output=True,
            text=True,
            timeout=900,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def must(self, *words: str, **environ: str) -> str:
        """Run a command that has to work."""
        done = self.run(*words, **environ)
        if done.code:
            end = "\n".join(done.all.splitlines()[-20:])
            raise CheckError(f"{' '.join(words)} ended with {done.code}:\n{end}")
        return done.out

    def apt(self, *packages: str) -> None:
        """Install packages, as a user would but without what is only recommended."""
        if not any((self.root / "var/lib/apt/lists").glob("*Packages*")):
            self.must(*APT, "update")
        self.must(*APT, "install", "-y", "--no-install-recommends", *packages)


class CheckError(Exception):
    """Something is not as it must be; the text says what."""


def require(truth: object, words: str) -> None:
    """Go on only if it is so."""
    if not truth:
        raise CheckError(words)
