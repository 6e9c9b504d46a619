"""Proves what packaging/build made: installed, opened, used and removed elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from artefacts.common import need_tools, say
from checks.again import check_again
from checks.deb import check_deb
from checks.nfpm import check_arch, check_rpm
from checks.others import check_others
from checks.portable import check_portable
from checks.room import CheckError, why_not
from checks.start import check_start
from checks.wheel import check_wheel

CHECKS: dict[str, tuple[Callable[[], None], bool]] = {
    "wheel": (check_wheel, False),
    "deb": (check_deb, True),
    "portable": (check_portable, True),
    "rpm": (check_rpm, True),
    "arch": (check_arch, True),
    "others": (check_others, False),
    "start": (check_start, False),
    "again": (check_again, False),
}


def main() -> int:
    """Check what is named; all without a name. 0 is well, 1 is not, skipped is said."""
    wanted = sys.argv[1:] or ["all"]
    if wanted == ["all"]:
        wanted = list(CHECKS)
    unknown = [name for name in wanted if name not in CHECKS]
    if unknown:
        known = ", ".join((*CHECKS, "all"))
        if set(unknown) <= {"-h", "--help"}:
            print(f"{__doc__}\npackaging/check [{known.replace(', ', '|')}]...")
            return 0
        say(f"cannot check {', '.join(unknown)}; what there is: {known}")
        return 2
    need_tools("xz")
    rows = [(name, *checked(name)) for name in wanted]
    print(f"{'seconds':>8}  what")
    for name, said, seconds in rows:
        print(f"{seconds:8.1f}  {name}: {said.splitlines()[0]}")
    failures = [(name, said) for name, said, _ in rows if said.startswith("FAILED")]
    for name, said in failures:  # once more, where a cut log still has it
        print(f"\n{name}: {said}")
    return int(bool(failures))


def checked(name: str) -> tuple[str, float]:
    """What came of one check, and how long it took."""
    check, clean_system = CHECKS[name]
    reason = why_not() if clean_system else None
    if reason is not None:
        return f"skipped: {reason}", 0.0
    say(f"checking {name} …")
    began = time.monotonic()
    try:
        check()
    except (CheckError, SystemExit) as failure:
        said = f"FAILED: {failure}"
    else:
        said = "ok"
    return said, time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
