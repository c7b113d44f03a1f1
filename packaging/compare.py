#!/usr/bin/env python3
"""Says where two builds of the same sources differ: called by whoever checks that a build can be repeated.

    python packaging/compare.py OTHER/dist/windows dist/windows

Nothing may differ but what `STATED` names. Signed builds differ in every signed file; compare unsigned ones.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

# Where two builds may differ, and why. Empty: nothing is known that would have to.
STATED: dict[str, str] = {}


def files(folder: Path) -> dict[str, bytes]:
    """The contents of all files below a folder by their place."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """A line for each file that is only in one of the builds or differs."""
    lines = [f"{place}: only in one" for place in sorted(one.keys() ^ other.keys())]
    for place in sorted(one.keys() & other.keys()):
        first, second = one[place], other[place]
        if first != second:
            at = next((n for n, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), 0)
            count = sum(a != b for a, b in zip(first, second, strict=False)) + abs(len(first) - len(second))
            lines.append(f"{place}: {count} of {len(first)} bytes, first at {at}")
    return lines


def unstated(lines: list[str]) -> list[str]:
    """The lines that no pattern in STATED allows."""
    return [line for line in lines if not any(re.match(pattern, line) for pattern in STATED)]


def main() -> int:
    """Compare two builds; 1 if they differ where they must not."""
    parser = argparse.ArgumentParser(description="Say where two builds of the same sources differ.")
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    chosen = parser.parse_args()
    one, other = files(chosen.one), files(chosen.other)
    lines = differences(one, other)
    for line in lines:
        print(line)
    print(f"{len(one)} files compared, {len(lines)} differ, {len(unstated(lines))} where they must not")
    return 1 if unstated(lines) or not one else 0


if __name__ == "__main__":
    raise SystemExit(main())
