"""The disk that a killed program leaves behind: everything it wrote, or only what it had synced."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

_SOURCE = Path(__file__).with_name("power_cut.c")


class Disk:
    """An ordinary disk: what was written before the kill is there."""

    def environment(self) -> dict[str, str]:
        """The variables that the program runs under."""
        return dict(os.environ)

    def begin(self) -> None:
        """A round begins: what is there now counts as safe."""

    def cut(self) -> None:
        """The program was killed."""


class PowerCut(Disk):
    """A disk that loses all that was not synced. Keeps a second tree with the last synced state of each file.

    `folder/disk` is what the program sees, `folder/safe` what would be left; `cut` puts the latter in the
    place of the former. Names change at once (a journalled file system keeps their order), contents by fsync.
    """

    def __init__(self, folder: Path) -> None:
        self._disk, self._safe = folder / "disk", folder / "safe"
        self._library = folder / "power_cut.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", str(self._library), str(_SOURCE), "-ldl"], check=True
        )

    def environment(self) -> dict[str, str]:
        """With the library that watches writes, syncs and names."""
        return os.environ | {
            "LD_PRELOAD": str(self._library),
            "POWER_CUT_DISK": str(self._disk),
            "POWER_CUT_SAFE": str(self._safe),
        }

    def begin(self) -> None:
        """Take what is there for safe."""
        shutil.rmtree(self._safe, ignore_errors=True)
        shutil.copytree(self._disk, self._safe)

    def cut(self) -> None:
        """Leave what is safe; a file that was made and never synced is empty."""
        shutil.rmtree(self._disk)
        shutil.copytree(self._safe, self._disk)
