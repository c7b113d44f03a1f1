"""`juanzong selfcheck`: the whole chain on the sample archive, one line per step.

Import into a temporary folder, search in both scripts against the counts of the sample's manifest,
recognition, repairs, `check`, and the real window where the program has one.
"""

from __future__ import annotations

import argparse
import json
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.archive import Archive
from index.cli.output import data, sentence
from index.model import SearchRequest
from index.paths import resource
from index.version import __version__


class _UnexpectedError(Exception):
    """A step that did not give what it should."""


def run(arguments: argparse.Namespace) -> int:
    """All steps; 1 if any failed."""
    with tempfile.TemporaryDirectory(prefix="juanzong-selfcheck-", ignore_cleanup_errors=True) as folder:
        steps = _Steps(Path(folder) / "自检 selfcheck.juanzong", arguments.drive_window)
        steps.run()
    data(
        sentence("selfcheck.passed")
        if not steps.failures
        else sentence("selfcheck.failed", count=steps.failures)
    )
    return 1 if steps.failures else 0


class _Steps:
    def __init__(self, path: Path, drive_window: Callable[[Path], list[str]] | None) -> None:
        self._path, self._drive_window = path, drive_window
        self._manifest: dict[str, Any] = json.loads(resource("sample.json").read_text(encoding="utf-8"))
        self.failures = 0

    def run(self) -> None:
        """Each step in turn; those that need the archive are left out if it could not be made."""
        self._ok(sentence("selfcheck.program", version=__version__, python=platform.python_version()))
        if not self._step("import", self._import):
            return
        with Archive.open(self._path) as archive:
            for keyword in self._manifest["keywords"]:
                for query in dict.fromkeys((keyword["simplified"], keyword["traditional"])):
                    self._step("search", self._search, archive, query, keyword["articles"])
            self._step("entities", self._entities, archive)
            self._step("repair", self._repairs, archive)
            self._step("check", self._check, archive)
        if self._drive_window is None:
            self._ok(sentence("selfcheck.no_window"))
        else:
            self._step("window", self._window)

    def _import(self) -> str:
        expected = self._manifest["articles"]
        with Archive.create(self._path) as archive:
            report = archive.import_paths([resource("sample")])
        found = report.imported + report.duplicates
        if found != expected or report.failed:
            raise _UnexpectedError(
                sentence("selfcheck.expected", expected=expected, found=f"{found} {report.failed}")
            )
        return sentence("selfcheck.import", count=found)

    def _search(self, archive: Archive, query: str, expected: int) -> str:
        found = archive.search(SearchRequest(query)).total
        if found != expected:
            raise _UnexpectedError(
                f"{query}: " + sentence("selfcheck.expected", expected=expected, found=found)
            )
        return sentence("selfcheck.search", query=query, count=found)

    def _entities(self, archive: Archive) -> str:
        hits = archive.search(SearchRequest(""))
        people = [e for e in archive.entities_of(hits, 1000) if e.type.value == "person"]
        appointments = archive.stats().appointments
        if not people or not appointments:
            raise _UnexpectedError(sentence("selfcheck.expected", expected="> 0", found=0))
        return sentence("selfcheck.entities", people=len(people), appointments=appointments)

    def _repairs(self, archive: Archive) -> str:
        kinds = {
            repair.kind.value
            for number in archive.search(SearchRequest("")).ids()
            for repair in archive.article(number).repairs
        }
        if "gloss" not in kinds or "furniture" not in kinds:
            raise _UnexpectedError(
                sentence("selfcheck.expected", expected="gloss, furniture", found=sorted(kinds))
            )
        return sentence(
            "selfcheck.repair", kinds=", ".join(sentence(f"repair.{kind}") for kind in sorted(kinds))
        )

    def _check(self, archive: Archive) -> str:
        problems = archive.check()
        if problems:
            raise _UnexpectedError("; ".join(sentence(p.code, **dict(p.details)) for p in problems))
        return sentence("selfcheck.check")

    def _window(self) -> str:
        assert self._drive_window is not None  # noqa: S101
        return sentence("selfcheck.window", what=" · ".join(self._drive_window(self._path)))

    def _step(self, name: str, step: Callable[..., str], *arguments: object) -> bool:
        """Run one step; anything that goes wrong in it is told on its line."""
        try:
            self._ok(step(*arguments))
        except Exception as error:
            self.failures += 1
            data(sentence("selfcheck.step_failed", what=name, why=error if str(error) else repr(error)))
            return False
        return True

    def _ok(self, what: str) -> None:
        data(sentence("selfcheck.step_ok", what=what))
