#!/usr/bin/env python3
"""Make the program that users get: a folder that runs without Python.

    python packaging/build.py            build dist/SYSTEM/juanzong, check its size and what it links to
    python packaging/build.py --smoke    the same, then try it as a user would (smoke.py)

Run on Linux, on Windows, and with a Windows Python under Wine; the system that runs it is the system
that is built for. Called by `.ci/run` and by the workflow. Needs the extra `package` (PyInstaller).
"""

from __future__ import annotations

import argparse
import os
import shutil
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import start

ROOT = start.ROOT
BUILD = ROOT / "build"
WINDOWS = sys.platform == "win32"
DIST = ROOT / "dist" / ("windows" if WINDOWS else "linux")
BUNDLE = DIST / "juanzong"
BUDGET = {"win32": 130_000_000, "linux": 240_000_000}  # bytes; Linux carries ICU, X libraries and symbols
ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


class BuildError(Exception):
    """The build cannot go on; the message says why."""


# ---- what the build needs ----------------------------------------------------------------------------


def prepare_linux() -> None:
    """See that PyInstaller finds its tools and a shared libpython; Debian ships both apart."""
    packages = [] if shutil.which("objdump") else ["binutils"]
    library = sysconfig.get_config_var("INSTSONAME") or ""
    folder = sysconfig.get_config_var("LIBDIR") or ""
    if ".so" not in library:
        library = f"libpython{sys.version_info.major}.{sys.version_info.minor}.so.1.0"
    if not start.loads(library) and not Path(folder, library).exists():
        packages.append(f"libpython{sys.version_info.major}.{sys.version_info.minor}")
    if not packages:
        return
    rights = start.administrator() if shutil.which("apt-get") else None
    if rights is None or start.install_packages(packages, rights):
        raise BuildError(f"the build needs {' and '.join(packages)}; please have it installed")


# ---- what Windows shows of the program ---------------------------------------------------------------


def version() -> str:
    """The version in `index/version.py`."""
    sys.path.insert(0, str(ROOT))
    from index.version import __version__

    return __version__


VERSION_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('080404B0', [
      StringStruct('CompanyName', 'Juanzong developers'),
      StringStruct('FileDescription', '{description}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{name}'),
      StringStruct('LegalCopyright', 'Copyright 2026 the Juanzong developers'),
      StringStruct('OriginalFilename', '{name}.exe'),
      StringStruct('ProductName', '卷宗 Juanzong'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [2052, 1200])])
  ])
"""

# Sharp on every monitor, paths beyond 260 characters, UTF-8 as the code page (Windows 10 1903).
MANIFEST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
    <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
  </requestedPrivileges></security></trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
    <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
  </application></compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3"><windowsSettings>
    <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
    <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
    <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
  </windowsSettings></application>
  <dependency><dependentAssembly>
    <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
      processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
  </dependentAssembly></dependency>
</assembly>
"""


def write_windows_resources() -> None:
    """Write the version resources, the manifest and the icon that the spec names into `build/`."""
    BUILD.mkdir(exist_ok=True)
    number = version()
    numbers = tuple([*(int(part) for part in number.split(".")[:3]), 0][:4])
    for name, description in (("juanzong", "卷宗"), ("juanzong-cli", "卷宗（命令行）")):
        text = VERSION_RESOURCE.format(numbers=numbers, version=number, name=name, description=description)
        (BUILD / f"{name}.version").write_text(text, encoding="utf-8")
    (BUILD / "juanzong.manifest").write_text(MANIFEST, encoding="utf-8")
    (BUILD / "juanzong.ico").write_bytes(icon(ROOT / "resources" / "icons" / "juanzong.svg"))


def icon(drawing: Path) -> bytes:
    """The drawing as a Windows icon file: one PNG for each size."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    pictures = []
    for size in ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        stored = QByteArray()
        buffer = QBuffer(stored)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        pictures.append(stored.data())
    del application
    header, place = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(ICON_SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return header + entries + b"".join(pictures)


# ---- the build ---------------------------------------------------------------------------------------


def freeze() -> None:
    """Run PyInstaller on the spec."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(BUILD / DIST.name)]
    done = subprocess.run([*command, str(ROOT / "packaging" / "juanzong.spec")], cwd=ROOT, check=False)
    if done.returncode:
        raise BuildError("PyInstaller could not make the bundle")


def check_size() -> None:
    """Say how large the bundle is; too large fails the build."""
    files = [path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    budget = BUDGET["win32" if WINDOWS else "linux"]
    print(f"bundle: {size / 1e6:.1f} MB in {len(files)} files (budget {budget / 1e6:.0f} MB)", flush=True)
    if size > budget:
        largest = sorted(files, key=lambda path: -path.stat().st_size)[:15]
        lines = [f"  {path.stat().st_size / 1e6:6.1f} MB  {path.relative_to(BUNDLE)}" for path in largest]
        raise BuildError("the bundle is larger than its budget:\n" + "\n".join(lines))


def check_links() -> None:
    """Every DLL that the bundle imports is in it or part of Windows (Wine would hide a gap)."""
    import dlls

    if missing := dlls.missing(BUNDLE):
        raise BuildError("the bundle lacks DLLs:\n" + "\n".join(f"  {line}" for line in missing))


def build() -> None:
    """Make and check the bundle."""
    if WINDOWS:
        write_windows_resources()
    else:
        prepare_linux()
    freeze()
    check_size()
    if WINDOWS:
        check_links()


def main() -> int:
    """Build, and with --smoke try the bundle; the exit code."""
    parser = argparse.ArgumentParser(description="Make the program that users get.")
    parser.add_argument("--smoke", action="store_true", help="try the bundle as a user would")
    parser.add_argument("--only-smoke", action="store_true", help="try the bundle that is there already")
    chosen = parser.parse_args()
    try:
        if not chosen.only_smoke:
            build()
    except BuildError as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    if chosen.smoke or chosen.only_smoke:
        import smoke

        return smoke.try_bundle(BUNDLE)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
