"""What goes into the bundle, and how it looks to Windows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import dlls
import pytest
import shared_modules
import trimming
import windows_resources

PLAIN = "PYMODULE"


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("PySide6/plugins/platforms/qwindows.dll", True),
        (r"PySide6\plugins\platforms\qdirect2d.dll", False),
        ("PySide6/plugins/tls/qopensslbackend.dll", False),
        ("PySide6/translations/qtbase_zh_TW.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("jieba/dict.txt", True),
        ("jieba/lac_small/model.bin", False),
        ("resources/lexicons/words.tsv", True),
    ],
)
def test_the_bundle_is_trimmed(place: str, kept: bool) -> None:
    assert trimming.is_kept(place) is kept


def test_the_newest_copy_of_the_runtime_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"old": (14, 29), "new": (14, 44)}
    monkeypatch.setattr(trimming, "file_version", lambda path: versions[path])
    found = trimming.one_runtime(
        [
            ("MSVCP140.dll", "old", "BINARY"),
            (r"PySide6\MSVCP140.dll", "new", "BINARY"),
            ("numpy.libs/msvcp140-a4c2229bdc.dll", "old", "BINARY"),
            ("PySide6/Qt6Core.dll", "old", "BINARY"),
        ]
    )
    assert ("MSVCP140.dll", "new", "BINARY") in found
    assert len(found) == 3  # a copy under a name of its own belongs to its package


@pytest.mark.parametrize(
    ("place", "root"),
    [
        ("libpython3.11.so.1.0", True),
        ("python311.dll", True),
        (r"_internal\VCRUNTIME140.dll", True),
        ("numpy/linalg/_umath_linalg.cp311-win_amd64.pyd", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt6Network.dll", False),
        ("libcairo.so.2", False),
    ],
)
def test_what_nothing_links_to_stays_only_where_it_is_loaded_by_itself(place: str, root: bool) -> None:
    assert trimming.is_root((place, "", "BINARY")) is root


def test_modules_without_files_of_their_own_are_shared() -> None:
    modules = [
        ("json.decoder", "json/decoder.py", PLAIN),
        ("networkx", "networkx/__init__.py", PLAIN),
        ("numpy.linalg", "numpy/linalg/__init__.py", PLAIN),
        ("index.paths", "index/paths.py", PLAIN),
        ("namespace", "-", PLAIN),
    ]
    shared, own = shared_modules.divide(modules)
    assert [name for name, _, _ in shared] == ["json.decoder", "networkx"]
    assert own == [
        ("numpy.linalg", "numpy/linalg/__init__.py", "PYMODULE-2"),
        ("index.paths", "index/paths.py", PLAIN),
        ("namespace", "-", PLAIN),
    ]


def test_shared_modules_run_from_the_zip_and_are_the_same_each_time(tmp_path: Path) -> None:
    package = tmp_path / "source" / "gamma"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('"""Words."""\nfrom gamma.ray import LENGTH\n', encoding="utf-8")
    (package / "ray.py").write_text("LENGTH = len('卷宗')\n", encoding="utf-8")
    modules = [("gamma", str(package / "__init__.py"), PLAIN), ("gamma.ray", str(package / "ray.py"), PLAIN)]
    for name in ("one.zip", "two.zip"):
        shared_modules.add(tmp_path / name, modules)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'one.zip')!r}); import gamma; print(gamma.LENGTH)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2"
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_dll_that_windows_lacks_is_missed(
    setup_program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "program"
    folder.mkdir()
    shutil.copy(setup_program, folder / "one.exe")
    assert dlls.missing(folder) == []
    monkeypatch.setattr(dlls, "OF_WINDOWS", dlls.OF_WINDOWS - {"advapi32"})
    assert dlls.missing(folder) == ["one.exe imports advapi32.dll"]


def test_the_manifest_asks_for_sharp_screens_long_paths_and_utf8() -> None:
    root = ElementTree.fromstring(windows_resources.MANIFEST)  # noqa: S314  our own text
    said = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in root.iter()}
    assert said["dpiAwareness"] == "PerMonitorV2"
    assert said["longPathAware"] == "true"
    assert said["activeCodePage"] == "UTF-8"


def test_the_icon_has_every_size(icon: Path) -> None:
    content = icon.read_bytes()
    count = int.from_bytes(content[4:6], "little")
    widths = [content[6 + 16 * number] or 256 for number in range(count)]
    assert tuple(widths) == windows_resources.ICON_SIZES


def test_the_version_resource_names_program_and_version(tmp_path: Path) -> None:
    drawing = Path(__file__).resolve().parents[2] / "resources" / "icons" / "juanzong.svg"
    windows_resources.write(tmp_path / "build", "1.2.3", drawing)
    said = (tmp_path / "build" / "juanzong-cli.version").read_text(encoding="utf-8")
    assert "filevers=(1, 2, 3, 0)" in said
    assert "juanzong-cli.exe" in said
