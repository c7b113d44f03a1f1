"""Makes the scripts of `packaging` importable; they are no package."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle in small: two executables and a folder of what they need."""
    folder = tmp_path / "卷宗 包" / "juanzong"
    (folder / "_internal" / "resources").mkdir(parents=True)
    (folder / "juanzong.exe").write_bytes(b"MZ window")
    (folder / "juanzong-cli.exe").write_bytes(b"MZ console")
    (folder / "_internal" / "resources" / "词表.tsv").write_text("卷宗\n", encoding="utf-8")
    return folder


@pytest.fixture
def icon(tmp_path: Path, qapp: object) -> Path:
    """The program's icon, as Windows wants it."""
    import windows_resources

    place = tmp_path / "juanzong.ico"
    place.write_bytes(windows_resources.icon(ROOT / "resources" / "icons" / "juanzong.svg"))
    return place


@pytest.fixture
def setup_program(bundle: Path, icon: Path, tmp_path: Path) -> Path:
    """An installer of the small bundle: a real program for Windows, unsigned."""
    if shutil.which("makensis") is None:
        pytest.skip("needs makensis")
    import release

    target = tmp_path / "juanzong-4.5.6-setup.exe"
    release.installer(bundle, target, "4.5.6", icon)
    return target
