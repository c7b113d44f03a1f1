"""Run the tests in Wine, folder by folder, and say what came of it. Called by `wine.py --tests`.

Every folder has a process, a desktop and a limit of its own: a test that Wine lets hang costs its folder and
no more, and what a folder leaves running is gone before the next one begins.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import start

if TYPE_CHECKING:
    from wine import Wine

MINUTES = 30  # for one folder; the largest takes about ten on two cores
TEST_SECONDS = 400  # for one test: import in several processes is slow in Wine
_COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?|xfailed)\b")
_LEFT_OUT = ("bench",)  # times mean nothing in Wine


@dataclass
class Outcome:
    """What came of the tests: how many of each kind, and the lines that name the failures."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def take(self, folder: str, said: list[str], code: int) -> None:
        """Add what pytest said of one folder; an end without a summary is a failure too."""
        counted = _COUNT.findall(next((line for line in reversed(said) if line.startswith("=====")), ""))
        self.counts.update({kind.rstrip("s"): int(number) for number, kind in counted})
        named = [line for line in said if line.startswith(("FAILED ", "ERROR "))]
        if not counted and code != _NOTHING_COLLECTED:
            begun = [line for line in said if line.startswith("tests")]
            named.append(f"ENDED {folder} without a summary, code {code}, last at {(begun or [''])[-1]}")
        self.failures += named


_NOTHING_COLLECTED = 5  # pytest's exit code where the words choose no test of the folder


def folders(root: Path) -> list[str]:
    """The folders that hold test files themselves, as pytest names them."""
    found = {path.parent for path in (root / "tests").rglob("test_*.py")}
    names = sorted(path.relative_to(root).as_posix() for path in found)
    return [name for name in names if name.split("/")[-1] not in _LEFT_OUT]


def run(wine: Wine, words: list[str]) -> int:
    """Run the tests that the words name, or all; 1 if a test failed or did not come to its end."""
    from wine import desktop

    outcome = Outcome()
    named = [word for word in words if word.startswith("tests")]
    options = [word for word in words if word not in named]
    limits = [f"faulthandler_timeout={TEST_SECONDS}", "faulthandler_exit_on_timeout=true"]
    for limit in limits:
        options += ["-o", limit]
    for folder in named or folders(start.ROOT):
        start.say(f"{folder} ...")
        # files only: the folders below have their own turn
        below = [] if named else sorted(f"{folder}/{path.name}" for path in _files(folder))
        said: list[str] = []
        command = [
            "-m",
            "pytest",
            "-v",
            "--no-header",
            "-p",
            "no:cacheprovider",
            *options,
            *(below or [folder]),
        ]
        with desktop(wine):
            code = wine.python(*command, heard=said, seconds=60 * MINUTES)
        outcome.take(folder, said, code)
    print("\n".join(outcome.failures))
    start.say("in Wine: " + ", ".join(f"{number} {kind}" for kind, number in sorted(outcome.counts.items())))
    return int(bool(outcome.failures))


def _files(folder: str) -> list[Path]:
    return list((start.ROOT / folder).glob("test_*.py"))
